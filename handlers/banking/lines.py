"""Lines of the bank, and what only one side has, with the reasons given for it. R3.9."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from handlers.banking.views import (
    BankLines,
    BankLineView,
    DifferenceQuery,
    Differences,
    DifferenceSpan,
    DifferenceView,
    Explained,
    ExplanationBody,
    ExplanationQuery,
    Explanations,
    ExplanationView,
    GapView,
    LineQuery,
    by_day,
    day_cursor,
)
from handlers.route import Context, route
from handlers.shown import at, maybe
from models.banking import matches, opens, statements
from models.banking.opens import Entry, Wanted
from models.base import sql
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.banking.chaining import BankSide
from rules.banking.reconciling import TITLES, Open
from rules.days import beijing_date
from rules.events.books import DifferenceExplained
from rules.money import yuan
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import AlreadyMatched
from rules.refusals.files import TooManyRows

EXPORT_MAX = 20_000
NOTES_MAX = 200


@route("GET", "/bank-accounts/{bank_account_id}/lines", who=BOOKKEEPERS)
async def bank_lines(ctx: Context, bank_account_id: UUID, query: LineQuery) -> BankLines:
    """某银行账户已入库的流水，按日期。R3.9。"""
    await statements.account_row(bank_account_id)
    rows = await sql(
        'SELECT l.id, l.statement_id, l."on", l.amount_fen, l.balance_fen, l.reference,'
        " l.counterparty, l.memo, m.match_id FROM bank_line l"
        " LEFT JOIN bank_matched m ON m.line_id = l.id AND m.live"
        ' WHERE l.account_id = $1 AND (l."on", l.id) > ($2, $3)'
        ' AND ($4::date IS NULL OR l."on" >= $4) AND ($5::date IS NULL OR l."on" <= $5)'
        " AND ($6::boolean IS NULL OR (m.id IS NOT NULL) = $6)"
        " AND ($7 = '' OR strpos(l.reference || ' ' || l.counterparty || ' ' || l.memo, $7) > 0)"
        ' ORDER BY l."on", l.id LIMIT $8',
        bank_account_id,
        *by_day(query.after),
        query.from_on,
        query.to_on,
        query.matched,
        query.q,
        query.limit + 1,
    )
    items = [BankLineView(**row) for row in rows[: query.limit]]
    more = len(rows) > query.limit
    return BankLines(items=items, next=day_cursor(items[-1].on, items[-1].id) if more else "")


@route("GET", "/bank-accounts/{bank_account_id}/differences", who=BOOKKEEPERS)
async def bank_differences(
    ctx: Context, bank_account_id: UUID, query: DifferenceQuery
) -> Differences:
    """截至某日的未达账项：银行有账上没有、账上有银行没有，附账龄与说明。R3.9。"""
    account = await statements.account_row(bank_account_id)
    until = query.until or beijing_date(ctx.now)
    wanted = Wanted(query.at_bank, query.explained)
    found = await opens.opens(account, until, wanted, by_day(query.after), query.limit + 1)
    page = found[: query.limit]
    side = await statements.bank_side(bank_account_id)
    missing = await opening_missing(bank_account_id, side, until)
    return Differences(
        until=until,
        bank_fen=side.at(until),
        books_fen=await opens.books_until(account, until),
        opening_fen=missing,
        gaps=[GapView(on=g.on, amount_fen=g.amount_fen) for g in side.gaps if g.on <= until],
        items=[_shown(entry, until) for entry in page],
        next=day_cursor(page[-1].on, page[-1].id) if len(found) > query.limit else "",
    )


async def opening_missing(bank_account_id: UUID, side: BankSide, until: date) -> int:
    """The first statement's opening balance as long as nothing is matched with it, in fen."""
    if not side.begins_by(until) or await matches.opening_match(bank_account_id):
        return 0
    return side.opening_fen


async def all_open(
    account: dict[str, Any], side: BankSide, until: date
) -> tuple[list[Open], list[Entry]]:
    """Everything that keeps both balances apart on a day: as the certificate counts it, and the
    lines and postings themselves."""
    found = await opens.opens(account, until)
    items = [
        Open(entry.at_bank, entry.id, entry.on, entry.amount_fen, entry.reference, _reason(entry))
        for entry in found
    ]
    missing = await opening_missing(account["id"], side, until)
    if missing and side.first_on:
        items.append(Open(True, None, side.first_on - timedelta(days=1), missing, "期初余额"))
    items += [
        Open(True, None, gap.on, gap.amount_fen, "对账单断档")
        for gap in side.gaps
        if gap.on <= until
    ]
    return items, found


def _reason(entry: Entry) -> str:
    """What was said of it, else that the other side had it later."""
    if entry.reason:
        return entry.reason
    return f"已于 {entry.later_on} 核对一致" if entry.later_on else ""


def _shown(entry: Entry, until: date) -> DifferenceView:
    side = Open(entry.at_bank, entry.id, entry.on, entry.amount_fen).side
    return DifferenceView(
        line_id=entry.id if entry.at_bank else None,
        posting_id=None if entry.at_bank else entry.id,
        journal_id=entry.journal_id,
        side=side,
        side_title=TITLES[side],
        on=entry.on,
        age_days=(until - entry.on).days,
        amount_fen=entry.amount_fen,
        reference=entry.reference,
        counterparty=entry.counterparty,
        memo=entry.memo,
        later_on=entry.later_on,
        reason=_reason(entry),
        written_at=maybe(entry.written_at),
    )


_COLUMNS = ("类别", "日期", "账龄（天）", "金额（元）", "编号", "对方户名", "摘要", "说明")


@route(
    "GET",
    "/bank-accounts/{bank_account_id}/differences.xlsx",
    who=BOOKKEEPERS,
    refuses=(TooManyRows,),
    blob=(XLSX,),
    limit="upload",
)
async def bank_differences_file(ctx: Context, bank_account_id: UUID, query: DifferenceSpan) -> Blob:
    """导出截至某日的未达账项（表格中没有公式）。R3.9。"""
    account = await statements.account_row(bank_account_id)
    until = query.until or beijing_date(ctx.now)
    found = await opens.opens(account, until, limit=EXPORT_MAX + 1)
    if len(found) > EXPORT_MAX:
        raise TooManyRows(f"超过 {EXPORT_MAX} 行，请先核对后再导出")
    return await asyncio.to_thread(_file, account["title"], until, found)


def _file(title: str, until: date, found: Sequence[Entry]) -> Blob:
    rows = [
        (
            view.side_title,
            view.on,
            view.age_days,
            yuan(view.amount_fen),
            view.reference,
            view.counterparty,
            view.memo,
            view.reason,
        )
        for view in (_shown(entry, until) for entry in found)
    ]
    return xlsx(f"{title}-未达账项-{until}.xlsx", "未达账项", _COLUMNS, rows)


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/explanations",
    who=Role.FINANCE,
    refuses=(AlreadyMatched,),
)
async def explain_differences(
    ctx: Context, bank_account_id: UUID, body: ExplanationBody
) -> Explained:
    """说明未达账项的原因；以前的说明保留。R3.9。"""
    account = await statements.lock_account(bank_account_id)
    lines, entries = set(body.line_ids), set(body.posting_ids)
    rows = await matches.lines_by_id(bank_account_id, list(lines))
    rows += await matches.entries_by_id(account["account_id"], list(entries))
    if not rows or len(rows) < len(lines) + len(entries):
        raise NotFound("没有该笔流水或分录")
    if any(row["match_id"] for row in rows):
        raise AlreadyMatched("已核对的不需要说明")
    await opens.keep_notes(list(lines), list(entries), body.reason, ctx.id, ctx.now)
    data = {"items": len(rows)}
    ctx.record(DifferenceExplained(subject_id=str(bank_account_id), at=ctx.now, data=data))
    return Explained(items=len(rows))


@route("GET", "/bank-accounts/{bank_account_id}/explanations", who=BOOKKEEPERS)
async def explanations(
    ctx: Context, bank_account_id: UUID, query: ExplanationQuery
) -> Explanations:
    """某笔未达账项历次的说明，最新在前。R3.9。"""
    account = await statements.account_row(bank_account_id)
    rows = await matches.lines_by_id(bank_account_id, [query.line_id] if query.line_id else [])
    ids = [query.posting_id] if query.posting_id else []
    rows += await matches.entries_by_id(account["account_id"], ids)
    if not rows and (query.line_id or query.posting_id):
        raise NotFound("没有该笔流水或分录")
    found = await opens.notes_of(query.line_id, query.posting_id, NOTES_MAX)
    return Explanations(
        items=[
            ExplanationView(
                reason=row["reason"],
                written_by=row["written_by"],
                written_at=at(row["written_at"]),
            )
            for row in found
        ]
    )
