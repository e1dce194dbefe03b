"""The journals of the books as a list, one by one with both sides, and as a workbook. R3.2."""

import asyncio
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.ledger.words import ACCOUNTS, JOURNALS
from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import at
from models.base import one, sql
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.ledger import AccountKind, JournalKind
from rules.money import yuan
from rules.people import BOOK_READERS
from rules.refusals.asking import Malformed
from rules.refusals.files import TooManyRows
from rules.refusals.ledger import JournalNotFound

EXPORT_MAX = 20_000
Text = Annotated[str, Meta(max_length=60)]


class JournalLine(Answer, frozen=True):
    """One side of a journal: debit or credit, the other is zero."""

    seq: int
    account_id: UUID
    code: str
    title: str
    kind: AccountKind
    kind_title: str
    debit_fen: int
    credit_fen: int


class JournalRow(Answer, frozen=True):
    """A journal in a list; `amount_fen` is what each side sums to."""

    journal_id: UUID
    kind: JournalKind
    title: str
    reference: str
    effective_on: date
    recorded_at: datetime
    memo: str
    case_number: str
    amount_fen: int
    lines: int
    reverses: UUID | None
    reversed_by: UUID | None


class JournalList(Answer, frozen=True):
    """Journals, the last recorded first."""

    items: list[JournalRow]
    next: str = ""


class JournalView(Answer, frozen=True):
    """A journal with a page of its lines in order; `next` goes on with them."""

    journal: JournalRow
    actor: str
    items: list[JournalLine]
    next: str = ""


class JournalSpan(Query, frozen=True):
    """From one effective day to another, both included; a kind, an account, a text."""

    kind: JournalKind | None = None
    account_id: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None
    q: Text = ""


class JournalQuery(JournalSpan, frozen=True):
    """As `JournalSpan`, a page of it. `q` is a part of memo or reference."""

    after: str = ""
    limit: Annotated[int, Meta(ge=1, le=200)] = 50


_JOURNAL = """
SELECT j.id, j.id AS journal_id, j.kind, j.reference, j.effective_on, j.recorded_at, j.memo,
       j.lines, j.actor, j.reverses_id AS reverses, r.id AS reversed_by,
       coalesce(c.number, '') AS case_number,
       (SELECT sum(p.amount_fen) FROM ledger_posting p WHERE p.journal_id = j.id
           AND p.amount_fen > 0)::bigint AS amount_fen
  FROM ledger_journal j
  LEFT JOIN ledger_journal r ON r.reverses_id = j.id
  LEFT JOIN "case" c ON c.id = j.case_id
"""
_LISTED = (
    _JOURNAL
    + """
 WHERE (j.recorded_at, j.id) < ($1, $2)
   AND ($3::text IS NULL OR j.kind = $3)
   AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM ledger_posting p
        WHERE p.journal_id = j.id AND p.account_id = $4))
   AND ($5::date IS NULL OR j.effective_on >= $5) AND ($6::date IS NULL OR j.effective_on <= $6)
   AND ($7 = '' OR strpos(j.memo, $7) > 0 OR strpos(j.reference, $7) > 0)
 ORDER BY j.recorded_at DESC, j.id DESC LIMIT $8
"""
)


async def _found(query: JournalSpan, after: str, limit: int) -> list[dict[str, Any]]:
    if "\x00" in query.q:
        raise Malformed(errors=[{"pointer": "q", "detail": "含有无效字符"}])
    return await sql(
        _LISTED,
        *place(after),
        query.kind,
        query.account_id,
        query.from_on,
        query.to_on,
        query.q,
        limit,
    )


def row_of(row: dict[str, Any]) -> JournalRow:
    """A journal as a list shows it."""
    kept = {name: row[name] for name in JournalRow.__struct_fields__ if name in row}
    kind = JournalKind(row["kind"])
    moment = at(row["recorded_at"])
    return JournalRow(**{**kept, "kind": kind, "title": JOURNALS[kind], "recorded_at": moment})


@route("GET", "/ledger/journals", who=BOOK_READERS, refuses=(Malformed,))
async def list_journals(ctx: Context, query: JournalQuery) -> JournalList:
    """凭证列表：按类别、银行生效日、账户或摘要查找，最后记账的在前。R3.2。"""
    rows = await _found(query, query.after, query.limit + 1)
    page, following = cut(rows, query.limit, "recorded_at")
    return JournalList(items=[row_of(row) for row in page], next=following)


@route(
    "GET",
    "/ledger/journals.xlsx",
    who=BOOK_READERS,
    refuses=(Malformed, TooManyRows),
    blob=(XLSX,),
    limit="upload",
)
async def journals_file(ctx: Context, query: JournalSpan) -> Blob:
    """导出凭证列表（表格中没有公式）。R3.2。"""
    found = await _found(query, "", EXPORT_MAX + 1)
    if len(found) > EXPORT_MAX:
        raise TooManyRows(f"超过 {EXPORT_MAX} 行，请缩小范围后再导出")
    return await asyncio.to_thread(_file, [row_of(row) for row in found])


_COLUMNS = (
    "生效日期",
    "记账时间",
    "类别",
    "金额（元）",
    "行数",
    "办件编号",
    "摘要",
    "记账编号",
    "状态",
)


def _file(found: list[JournalRow]) -> Blob:
    rows = [
        (
            row.effective_on,
            row.recorded_at,
            row.title,
            yuan(row.amount_fen),
            row.lines,
            row.case_number,
            row.memo,
            row.reference,
            "已冲销" if row.reversed_by else "冲销分录" if row.reverses else "",
        )
        for row in found
    ]
    return xlsx("凭证列表.xlsx", "凭证列表", _COLUMNS, rows)


@route(
    "GET", "/ledger/journals/{journal_id}", who=BOOK_READERS, refuses=(JournalNotFound, Malformed)
)
async def see_journal(ctx: Context, journal_id: UUID, query: Page) -> JournalView:
    """一笔凭证的借贷双方。R3.2。"""
    row = await one(_JOURNAL + " WHERE j.id = $1", journal_id)
    if row is None:
        raise JournalNotFound()
    after = _after(query.after)
    lines = await lines_of(journal_id, after, query.limit + 1)
    items = lines[: query.limit]
    more = len(lines) > query.limit
    return JournalView(
        journal=row_of(row),
        actor=row["actor"],
        items=items,
        next=str(items[-1].seq) if more else "",
    )


def _after(cursor: str) -> int:
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= 9):
        raise Malformed("翻页位置无效")
    return int(cursor)


async def lines_of(journal_id: UUID, after: int, limit: int) -> list[JournalLine]:
    """The journal's lines in order after that one."""
    rows = await sql(
        "SELECT p.seq, p.account_id, a.code, a.title, a.kind, p.amount_fen"
        " FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id"
        " WHERE p.journal_id = $1 AND p.seq > $2 ORDER BY p.seq LIMIT $3",
        journal_id,
        after,
        limit,
    )
    return [side(row["seq"], row, row["amount_fen"]) for row in rows]


def side(seq: int, account: dict[str, Any], amount_fen: int) -> JournalLine:
    """An amount as debit or credit of an account: its `account_id`, code, title and kind."""
    kind = AccountKind(account["kind"])
    return JournalLine(
        seq=seq,
        account_id=account["account_id"],
        code=account["code"],
        title=account["title"],
        kind=kind,
        kind_title=ACCOUNTS[kind],
        debit_fen=max(amount_fen, 0),
        credit_fen=max(-amount_fen, 0),
    )
