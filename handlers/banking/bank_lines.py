"""Lines of the bank as they were taken from its statements. R3.9."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.banking.fields import by_day, day_cursor
from handlers.route import Answer, Context, Page, route
from models.banking import statements
from rules.people import BOOKKEEPERS


class BankLineView(Answer, frozen=True):
    """A line of the bank: positive came in."""

    id: UUID
    statement_id: UUID
    on: date
    amount_fen: int
    balance_fen: int | None
    reference: str
    counterparty: str
    memo: str
    match_id: UUID | None


class BankLines(Answer, frozen=True):
    """Lines by day."""

    items: list[BankLineView]
    next: str


class LineQuery(Page, frozen=True):
    """Lines from one day to another, matched or not, that contain a text."""

    from_on: date | None = None
    to_on: date | None = None
    matched: bool | None = None
    q: Annotated[str, Meta(max_length=60)] = ""


@route("GET", "/bank-accounts/{bank_account_id}/lines", who=BOOKKEEPERS)
async def bank_lines(ctx: Context, bank_account_id: UUID, query: LineQuery) -> BankLines:
    """某银行账户已入库的流水，按日期。R3.9。"""
    await statements.account_row(bank_account_id)
    rows = await statements.lines_page(
        bank_account_id,
        by_day(query.after),
        query.limit + 1,
        from_on=query.from_on,
        to_on=query.to_on,
        matched=query.matched,
        text=query.q,
    )
    items = [BankLineView(**row) for row in rows[: query.limit]]
    more = len(rows) > query.limit
    return BankLines(items=items, next=day_cursor(items[-1].on, items[-1].id) if more else "")
