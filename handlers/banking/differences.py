"""What only the bank or only the books have, with the reasons given for it. R3.9."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from handlers.banking.fields import Ids, Reason, by_day, day_cursor
from handlers.route import Answer, Body, Context, Page, Query, route
from handlers.shown import at, maybe
from models.banking import differences, matches, statements
from models.banking.differences import Entry, Wanted
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.banking.chaining import BankSide
from rules.banking.reconciling import TITLES, Open, Side
from rules.days import beijing_date
from rules.events.books import DifferenceExplained
from rules.money import yuan
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    AlreadyMatched,
)
from rules.refusals.files import TooManyRows

EXPORT_MAX = 20_000


NOTES_MAX = 200


class GapView(Answer, frozen=True):
    """Before this day the balance changed by an amount that no line explains."""

    on: date
    amount_fen: int


class DifferenceView(Answer, frozen=True):
    """What one side has and the other has not; `later_on` is when the other one had it."""

    line_id: UUID | None
    posting_id: UUID | None
    journal_id: UUID | None
    side: Side
    side_title: str
    on: date
    age_days: int
    amount_fen: int
    reference: str
    counterparty: str
    memo: str
    later_on: date | None
    reason: str
    written_at: datetime | None


class Differences(Answer, frozen=True):
    """Differences up to a day, the oldest first, and both balances on it.

    books_fen - bank_fen is the sum of the books' items less the bank's, `opening_fen` (a first
    balance nothing is matched with yet) and `gaps` among the latter.
    """

    until: date
    bank_fen: int
    books_fen: int
    opening_fen: int
    gaps: list[GapView]
    items: list[DifferenceView]
    next: str


class DifferenceQuery(Page, frozen=True):
    """Up to which day (today if absent), of which side, explained or not."""

    until: date | None = None
    at_bank: bool | None = None
    explained: bool | None = None


class DifferenceSpan(Query, frozen=True):
    """Up to which day; today if absent."""

    until: date | None = None


class ExplanationBody(Body, frozen=True):
    """Why these lines and postings have no counterpart."""

    reason: Reason
    line_ids: Ids = []
    posting_ids: Ids = []


class Explained(Answer, frozen=True):
    """How many got the explanation."""

    items: int


class ExplanationQuery(Query, frozen=True):
    """Of which line or posting."""

    line_id: UUID | None = None
    posting_id: UUID | None = None


class ExplanationView(Answer, frozen=True):
    """What was said, by whom and when."""

    reason: str
    written_by: UUID
    written_at: datetime


class Explanations(Answer, frozen=True):
    """The history of explanations, the newest first; the newest one stands."""

    items: list[ExplanationView]


@route("GET", "/bank-accounts/{bank_account_id}/differences", who=BOOKKEEPERS)
async def bank_differences(
    ctx: Context, bank_account_id: UUID, query: DifferenceQuery
) -> Differences:
    """截至某日的未达账项：银行有账上没有、账上有银行没有，附账龄与说明。R3.9。"""
    account = await statements.account_row(bank_account_id)
    until = query.until or beijing_date(ctx.now)
    wanted = Wanted(query.at_bank, query.explained)
    found = await differences.open_entries(
        account, until, wanted, by_day(query.after), query.limit + 1
    )
    page = found[: query.limit]
    side = await statements.bank_side(bank_account_id)
    missing = await opening_missing(bank_account_id, side, until)
    return Differences(
        until=until,
        bank_fen=side.at(until),
        books_fen=await differences.books_until(account, until),
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
    found = await differences.open_entries(account, until)
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
    found = await differences.open_entries(account, until, limit=EXPORT_MAX + 1)
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
    await differences.keep_notes(list(lines), list(entries), body.reason, ctx.id, ctx.now)
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
    found = await differences.notes_of(query.line_id, query.posting_id, NOTES_MAX)
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
