"""The books for finance and audit: accounts, statements, trial balance, and exports. R3.2, R3.9."""

import asyncio
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.ledger.balances import StatementQuery, StatementView, page_of, shown
from handlers.ledger.words import ACCOUNTS
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import maybe
from models import ledger
from models.ledger.reading import NEWEST, lines
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.ledger import NORMAL_SIDE, Account, AccountKind, Side
from rules.money import yuan
from rules.people import BOOKKEEPERS
from rules.refusals.asking import Malformed
from rules.refusals.files import TooManyRows
from rules.refusals.ledger import AccountNotFound

EXPORT_MAX = 20_000


class BookAccount(Answer, frozen=True):
    """An account of the books; `owner_ref` names the scope, home or insurer it is for."""

    account_id: UUID
    code: str
    title: str
    kind: AccountKind
    kind_title: str
    owner_ref: UUID | None
    balance_fen: int
    held_fen: int
    available_fen: int
    entries: int


class BookAccountList(Answer, frozen=True):
    """Accounts by code."""

    items: list[BookAccount]
    next: str


class BookAccountQuery(Page, frozen=True):
    """Narrow a list of accounts to a kind, or to codes and titles that contain a text."""

    kind: AccountKind | None = None
    q: Annotated[str, Meta(max_length=60)] = ""


class TrialLine(Answer, frozen=True):
    """What one kind of account was debited and credited with in all."""

    kind: AccountKind
    title: str
    accounts: int
    debit_fen: int
    credit_fen: int
    balance_fen: int


class TrialBalance(Answer, frozen=True):
    """Both sides of the books; equal, or the books are wrong. R3.2."""

    effective_on: date | None
    recorded_at: datetime | None
    items: list[TrialLine]
    debit_fen: int
    credit_fen: int
    balanced: bool


class TrialQuery(Query, frozen=True):
    """The bank's day and our moment up to which the books are added up; all of them if absent."""

    effective_on: date | None = None
    recorded_at: Annotated[datetime, Meta(tz=True)] | None = None


@route("GET", "/ledger/accounts", who=BOOKKEEPERS)
async def book_accounts(ctx: Context, query: BookAccountQuery) -> BookAccountList:
    """账户一览，按编号。R3.2。"""
    found = await ledger.accounts_after(query.after, query.kind, query.q, query.limit + 1)
    items = [_account(account) for account in found[: query.limit]]
    return BookAccountList(items=items, next=items[-1].code if len(found) > query.limit else "")


def _account(account: Account) -> BookAccount:
    return BookAccount(
        account_id=account.id,
        code=account.code,
        title=account.title,
        kind=account.kind,
        kind_title=ACCOUNTS[account.kind],
        owner_ref=account.owner_ref,
        balance_fen=account.balance_fen,
        held_fen=account.held_fen,
        available_fen=account.available_fen,
        entries=account.posted,
    )


@route(
    "GET",
    "/ledger/accounts/{account_id}/statement",
    who=BOOKKEEPERS,
    refuses=(AccountNotFound, Malformed),
)
async def statement_of_account(
    ctx: Context, account_id: UUID, query: StatementQuery
) -> StatementView:
    """某账户收支明细，最新在前。R3.2。"""
    await ledger.account_of(account_id)
    return await page_of(account_id, query)


class SpanQuery(Query, frozen=True):
    """From one effective day to another, both included."""

    from_on: date | None = None
    to_on: date | None = None


@route(
    "GET",
    "/ledger/accounts/{account_id}/statement.xlsx",
    who=BOOKKEEPERS,
    refuses=(AccountNotFound, TooManyRows),
    blob=(XLSX,),
    limit="upload",
)
async def statement_file(ctx: Context, account_id: UUID, query: SpanQuery) -> Blob:
    """导出某账户收支明细（表格中没有公式）。R3.9。"""
    account = await ledger.account_of(account_id)
    found = await lines(account_id, NEWEST, EXPORT_MAX + 1, query.from_on, query.to_on)
    if len(found) > EXPORT_MAX:
        raise TooManyRows(f"超过 {EXPORT_MAX} 行，请缩小日期范围后再导出")
    return await asyncio.to_thread(_statement_file, account, found)


_COLUMNS = (
    "序号",
    "生效日期",
    "记账时间",
    "类别",
    "金额（元）",
    "余额（元）",
    "办件编号",
    "收款方",
    "摘要",
    "记账编号",
)


def _statement_file(account: Account, found: list[ledger.Line]) -> Blob:
    rows = [
        (
            line.position,
            line.effective_on,
            line.recorded_at,
            shown(line).title,
            yuan(line.amount_fen),
            yuan(line.balance_after_fen),
            line.case_number,
            line.payee_name,
            line.memo,
            line.reference,
        )
        for line in found
    ]
    return xlsx(f"{account.title or account.code}-明细.xlsx", "收支明细", _COLUMNS, rows)


@route("GET", "/ledger/trial-balance", who=BOOKKEEPERS)
async def trial_balance(ctx: Context, query: TrialQuery) -> TrialBalance:
    """试算平衡：可按银行生效日与记账时间两个时点查询。R3.2。"""
    found = await ledger.trial_balance(query.effective_on, query.recorded_at)
    items = [
        TrialLine(
            kind=line.kind,
            title=ACCOUNTS[line.kind],
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
