"""The journals of the books as a list, one by one with both sides, and as a workbook. R3.2."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, cut, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from models.ledger import books
from models.listing import rows_of
from rules.ledger import AccountKind, JournalKind
from rules.ledger_titles import ACCOUNTS, JOURNALS
from rules.people import BOOK_READERS
from rules.refusals.asking import Malformed
from rules.refusals.ledger import JournalNotFound

Text = Annotated[str, Meta(max_length=60)]


class JournalLine(Answer, frozen=True):
    """凭证的一条分录：借方或贷方，另一方为零；单位：分。"""

    seq: int
    account_id: UUID
    code: str
    title: Annotated[str, Meta(title="账户名称")]
    kind: Annotated[AccountKind, Meta(title="账户类别")]
    kind_title: Annotated[str, Meta(title="账户类别", description="可直接显示")]
    debit_fen: int
    credit_fen: int


class JournalRow(Answer, frozen=True):
    """列表中的一笔凭证；`amount_fen` 为借贷任一方的合计，单位：分。"""

    journal_id: UUID
    kind: JournalKind
    kind_title: str
    reference: str
    effective_on: date
    recorded_at: datetime
    memo: str
    case_number: Annotated[str, Meta(description="与办件无关的为空")]
    amount_fen: int
    lines: Annotated[int, Meta(title="行数")]
    reverses: UUID | None
    reversed_by: UUID | None


class JournalView(Answer, frozen=True):
    """一笔凭证及其一页分录，按次序排列；以 `next` 取后面的分录。"""

    journal: JournalRow
    actor: str
    items: Annotated[list[JournalLine], Meta(title="借贷双方")]
    next: str = ""


class JournalQuery(Page, frozen=True):
    """A kind, an account, from one effective day to another (both included), a text in memo or
    reference."""

    kind: JournalKind | None = None
    account_id: Annotated[UUID | None, Meta(description="只看动用这个账户的")] = None
    from_on: date | None = None
    to_on: date | None = None
    q: Annotated[Text, Meta(description="摘要或记账编号的一部分")] = ""


def row_of(row: dict[str, Any]) -> JournalRow:
    """A journal as a list shows it."""
    return view_of(JournalRow, row, kind_title=JOURNALS[JournalKind(row["kind"])])


@listing(
    "/ledger/journals",
    who=BOOK_READERS,
    export="凭证列表",
    columns={
        "生效日期": "effective_on",
        "记账时间": "recorded_at",
        "类别": "kind_title",
        "金额（元）": "amount_fen",
        "行数": "lines",
        "办件编号": "case_number",
        "摘要": "memo",
        "记账编号": "reference",
        "状态": lambda row: "已冲销" if row.reversed_by else "冲销分录" if row.reverses else "",
    },
)
async def list_journals(ctx: Context, query: JournalQuery) -> Listed[JournalRow]:
    """凭证列表：按类别、银行生效日、账户或摘要查找，最后记账的在前。R3.2。"""
    return await page(books.JOURNALS, query, row_of)


@route(
    "GET", "/ledger/journals/{journal_id}", who=BOOK_READERS, refuses=(JournalNotFound, Malformed)
)
async def get_journal(ctx: Context, journal_id: UUID, query: Page) -> JournalView:
    """一笔凭证的借贷双方。R3.2。"""
    row = await books.journal(journal_id)
    if row is None:
        raise JournalNotFound()
    found = await cut(books.LINES, query, journal_id=journal_id)
    items = [side(line["seq"], line, line["amount_fen"]) for line in found.rows]
    return JournalView(journal=row_of(row), actor=row["actor"], items=items, next=found.next)


async def lines_of(journal_id: UUID, limit: int) -> list[JournalLine]:
    """The journal's first lines in order."""
    rows = await rows_of(books.LINES, {"journal_id": journal_id}, limit=limit)
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
