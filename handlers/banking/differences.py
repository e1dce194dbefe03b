"""What only the bank or only the books have, with the reasons given for it. R3.9."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.banking.fields import Ids, Reason
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, Query, route
from models.banking import differences, matches, statements
from models.banking.differences import Entry
from rules.banking.chaining import BankSide
from rules.banking.reconciling import TITLES, Open, OpenSide, reason_of
from rules.days import beijing_date
from rules.events.books import DifferenceExplained
from rules.people import BOOKKEEPERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    AlreadyMatched,
)


class BankStatementGap(Answer, frozen=True):
    """对账单的断档：该日之前余额有变化，却没有流水说明。"""

    on: date
    amount_fen: int


class DifferenceView(Answer, frozen=True):
    """一笔未达账项：一方有而另一方没有；`later_on` 是对方其后入账的日期。"""

    line_id: Annotated[UUID | None, Meta(description="账上有、银行没有的为空")]
    posting_id: Annotated[UUID | None, Meta(description="银行有、账上没有的为空")]
    journal_id: UUID | None
    side: OpenSide
    side_title: str
    on: date
    age_days: int
    amount_fen: Annotated[int, Meta(description="正为收入，负为支出")]
    reference: Annotated[str, Meta(title="编号", description="银行流水号或记账编号")]
    counterparty: str
    memo: str
    later_on: date | None
    reason: Annotated[str, Meta(title="说明", description="尚未说明的为空")]
    written_at: datetime | None


class BankBalances(Answer, frozen=True):
    """截至某日银行与账面的余额，以及造成两者不等、却不属于任何流水或分录的原因。

    `books_fen` 减 `bank_fen`，等于账面未达账项之和减银行未达账项之和；银行一方另含
    `opening_fen`（尚未核对的期初余额）和 `gaps`（对账单断档）。
    """

    until: date
    bank_fen: int
    books_fen: int
    opening_fen: Annotated[int, Meta(title="未核对期初", description="期初余额尚无对应时的数额")]
    gaps: list[BankStatementGap]


class BalanceQuery(Query, frozen=True):
    """Up to which day; today if absent."""

    until: date | None = None


class DifferenceQuery(Page, frozen=True):
    """Up to which day (today if absent), of which side, explained or not, that contain a text."""

    until: date | None = None
    at_bank: bool | None = None
    explained: bool | None = None
    q: Annotated[str, Meta(max_length=60, description="编号、对方户名或摘要的一部分")] = ""


class DifferenceExplanation(Body, frozen=True):
    """这些流水、分录为什么在对方没有对应。"""

    reason: Annotated[Reason, Meta(title="说明")]
    line_ids: Ids = []
    posting_ids: Ids = []


class DifferencesExplained(Answer, frozen=True):
    """有多少笔流水、分录写上了说明。"""

    items: Annotated[int, Meta(title="已说明笔数")]


class ExplanationQuery(Page, frozen=True):
    """Of which line or posting."""

    line_id: Annotated[UUID | None, Meta(description="这笔流水的历次说明")] = None
    posting_id: Annotated[UUID | None, Meta(description="这笔分录的历次说明")] = None


class DifferenceExplanationView(Answer, frozen=True):
    """对未达账项的一次说明：内容、何人、何时。"""

    reason: Annotated[str, Meta(title="说明")]
    written_by: UUID
    written_at: datetime


@listing("/bank-accounts/{bank_account_id}/differences", who=BOOKKEEPERS, export="未达账项")
async def list_bank_differences(
    ctx: Context, bank_account_id: UUID, query: DifferenceQuery
) -> Listed[DifferenceView]:
    """截至某日的未达账项：银行有账上没有、账上有银行没有，附账龄与说明，最早的在前。R3.9。"""
    account = await statements.account_row(bank_account_id)
    until = query.until or beijing_date(ctx.now)
    return await page(
        differences.DIFFERENCES,
        query,
        lambda row: _view(row, until),
        (account["id"], account["account_id"], until),
        until=None,
        at_bank=None if query.at_bank is None else str(query.at_bank),
        explained=None if query.explained is None else str(query.explained),
    )


@route("GET", "/bank-accounts/{bank_account_id}/balances", who=BOOKKEEPERS)
async def get_bank_balances(
    ctx: Context, bank_account_id: UUID, query: BalanceQuery
) -> BankBalances:
    """截至某日银行与账面的余额，及对账单的断档、未核对的期初余额。R3.9。"""
    account = await statements.account_row(bank_account_id)
    until = query.until or beijing_date(ctx.now)
    side = await statements.bank_side(bank_account_id)
    return BankBalances(
        until=until,
        bank_fen=side.at(until),
        books_fen=await differences.books_until(account, until),
        opening_fen=await opening_missing(bank_account_id, side, until),
        gaps=[
            BankStatementGap(on=g.on, amount_fen=g.amount_fen) for g in side.gaps if g.on <= until
        ],
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
    return reason_of(entry.reason, entry.later_on)


def _view(row: dict[str, Any], until: date) -> DifferenceView:
    side = Open(row["at_bank"], row["id"], row["on"], row["amount_fen"]).side
    return view_of(
        DifferenceView,
        row,
        line_id=row["id"] if row["at_bank"] else None,
        posting_id=None if row["at_bank"] else row["id"],
        side=side,
        side_title=TITLES[side],
        age_days=(until - row["on"]).days,
        reason=reason_of(row["reason"], row["later_on"]),
    )


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/explanations",
    who=Role.FINANCE,
    refuses=(AlreadyMatched,),
)
async def explain_differences(
    ctx: Context, bank_account_id: UUID, body: DifferenceExplanation
) -> DifferencesExplained:
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
    return DifferencesExplained(items=len(rows))


@listing("/bank-accounts/{bank_account_id}/explanations", who=BOOKKEEPERS)
async def list_explanations(
    ctx: Context, bank_account_id: UUID, query: ExplanationQuery
) -> Listed[DifferenceExplanationView]:
    """某笔未达账项历次的说明，最新在前。R3.9。"""
    account = await statements.account_row(bank_account_id)
    rows = await matches.lines_by_id(bank_account_id, [query.line_id] if query.line_id else [])
    ids = [query.posting_id] if query.posting_id else []
    rows += await matches.entries_by_id(account["account_id"], ids)
    if not rows and (query.line_id or query.posting_id):
        raise NotFound("没有该笔流水或分录")
    return await page(differences.NOTES, query, DifferenceExplanationView)
