"""The books for finance and audit: accounts, statements, trial balance, and exports. R3.2, R3.9."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.ledger.balances import AccountStatementLine, AccountStatementQuery, lines_of
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import maybe
from models import ledger
from models.ledger.accounts import ACCOUNTS as ACCOUNTS_BY_CODE
from rules.ledger import NORMAL_SIDE, AccountKind, Side
from rules.ledger_titles import ACCOUNTS
from rules.people import BOOKKEEPERS
from rules.refusals.ledger import AccountNotFound


class BookAccount(Answer, frozen=True):
    """账簿中的一个账户；`owner_ref` 指明属于哪个记账单位、房屋或保险机构。"""

    account_id: UUID
    code: str
    title: Annotated[str, Meta(title="账户名称")]
    kind: Annotated[AccountKind, Meta(title="账户类别")]
    kind_title: Annotated[str, Meta(title="账户类别", description="可直接显示")]
    owner_ref: UUID | None
    balance_fen: int
    held_fen: int
    available_fen: int
    entries: int


class BookAccountQuery(Page, frozen=True):
    """Narrow a list of accounts to a kind, or to codes and titles that contain a text."""

    kind: AccountKind | None = None
    q: Annotated[str, Meta(max_length=60)] = ""


class TrialLine(Answer, frozen=True):
    """一类账户的借方、贷方发生额合计，单位：分。"""

    kind: Annotated[AccountKind, Meta(title="账户类别")]
    kind_title: Annotated[str, Meta(title="账户类别", description="可直接显示")]
    accounts: Annotated[int, Meta(title="账户数")]
    debit_fen: int
    credit_fen: int
    balance_fen: int


class TrialBalance(Answer, frozen=True):
    """试算平衡：借贷两方合计，不等即账有错误。R3.2。"""

    effective_on: date | None
    recorded_at: datetime | None
    items: Annotated[list[TrialLine], Meta(title="各类账户")]
    debit_fen: int
    credit_fen: int
    balanced: bool


class TrialQuery(Query, frozen=True):
    """The bank's day and our moment up to which the books are added up; all of them if absent."""

    effective_on: Annotated[
        date | None,
        Meta(description="到这一天为止，含当日；不给即全部"),
    ] = None
    recorded_at: Annotated[
        Annotated[datetime, Meta(tz=True)] | None,
        Meta(description="到此刻为止所记的；不给即全部"),
    ] = None


@listing("/ledger/accounts", who=BOOKKEEPERS, export="账户一览")
async def list_ledger_accounts(ctx: Context, query: BookAccountQuery) -> Listed[BookAccount]:
    """账户一览，按编号。R3.2。"""
    return await page(ACCOUNTS_BY_CODE, query, _account)


def _account(row: dict[str, Any]) -> BookAccount:
    return view_of(BookAccount, row, kind_title=ACCOUNTS[AccountKind(row["kind"])])


@listing(
    "/ledger/accounts/{account_id}/statement",
    who=BOOKKEEPERS,
    refuses=(AccountNotFound,),
    export="账户收支明细",
    columns={
        "序号": "position",
        "生效日期": "effective_on",
        "记账时间": "recorded_at",
        "类别": "kind_title",
        "金额（元）": "amount_fen",
        "余额（元）": "balance_after_fen",
        "办件编号": "case_number",
        "收款方": "payee",
        "摘要": "memo",
        "记账编号": "reference",
    },
)
async def list_account_lines(
    ctx: Context, account_id: UUID, query: AccountStatementQuery
) -> Listed[AccountStatementLine]:
    """某账户收支明细，最新在前。R3.2、R3.9。"""
    await ledger.account_of(account_id)
    return await lines_of(account_id, query)


@route("GET", "/ledger/trial-balance", who=BOOKKEEPERS)
async def get_trial_balance(ctx: Context, query: TrialQuery) -> TrialBalance:
    """试算平衡：可按银行生效日与记账时间两个时点查询。R3.2。"""
    found = await ledger.trial_balance(query.effective_on, query.recorded_at)
    items = [
        TrialLine(
            kind=line.kind,
            kind_title=ACCOUNTS[line.kind],
            accounts=line.accounts,
            debit_fen=line.debit_fen,
            credit_fen=line.credit_fen,
            balance_fen=_on_its_side(line),
        )
        for line in found
    ]
    debit_fen = sum(line.debit_fen for line in found)
    credit_fen = sum(line.credit_fen for line in found)
    return TrialBalance(
        effective_on=query.effective_on,
        recorded_at=maybe(query.recorded_at),
        items=items,
        debit_fen=debit_fen,
        credit_fen=credit_fen,
        balanced=debit_fen == credit_fen,
    )


def _on_its_side(line: ledger.TrialLine) -> int:
    difference_fen = line.debit_fen - line.credit_fen
    return difference_fen if NORMAL_SIDE[line.kind] is Side.DEBIT else -difference_fen
