"""Lines of the bank as they were taken from its statements. R3.9."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page
from handlers.route import Answer, Context, Page
from models.banking import statements
from rules.people import BOOKKEEPERS


class BankLineView(Answer, frozen=True):
    """银行对账单的一笔流水；正数为收入，负数为支出，单位：分。"""

    id: UUID
    statement_id: UUID
    on: date
    amount_fen: Annotated[int, Meta(description="正为收入，负为支出")]
    balance_fen: Annotated[int | None, Meta(description="银行所列的余额；没有的为空")]
    reference: Annotated[str, Meta(title="银行流水号")]
    counterparty: str
    memo: str
    match_id: UUID | None


class BankLineQuery(Page, frozen=True):
    """Lines from one day to another, matched or not, that contain a text."""

    from_on: date | None = None
    to_on: date | None = None
    matched: bool | None = None
    q: Annotated[str, Meta(max_length=60, description="编号、对方户名或摘要的一部分")] = ""


COLUMNS = {
    "日期": "on",
    "金额（元）": "amount_fen",
    "余额（元）": "balance_fen",
    "编号": "reference",
    "对方户名": "counterparty",
    "摘要": "memo",
    "核对编号": "match_id",
}


@listing(
    "/bank-accounts/{bank_account_id}/lines", who=BOOKKEEPERS, export="银行流水", columns=COLUMNS
)
async def list_bank_lines(
    ctx: Context, bank_account_id: UUID, query: BankLineQuery
) -> Listed[BankLineView]:
    """某银行账户已入库的流水，按日期。R3.9。"""
    await statements.account_row(bank_account_id)
    matched = None if query.matched is None else str(query.matched)
    return await page(
        statements.LINES, query, BankLineView, bank_account_id=bank_account_id, matched=matched
    )
