"""The Centre's accounts at the banks; each is an account of the books too. R4.1, R3.9."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.deposits.fields import Text
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, route
from models import ledger
from models.deposits import BankAccount
from models.deposits import bank_accounts as accounts
from models.ids import new_id
from models.ledger.accounts import lock
from rules.events.books import BankAccountClosed, BankAccountOpened
from rules.ledger import AccountKind
from rules.people import DESK_READERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import BankAccountInUse, BankAccountTaken


class BankAccountBody(Body, frozen=True):
    """在银行开立的账户；保费从 `main` 为真的账户拨付。"""

    bank: Text
    number: Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{6,60}$", title="银行账号")]
    holder: Text
    main: bool = False


class BankAccountView(Answer, frozen=True):
    """一个银行账户及其账面余额，单位：分。"""

    id: UUID
    bank: str
    number: Annotated[str, Meta(title="银行账号")]
    holder: str
    main: bool
    account_id: UUID
    balance_fen: Annotated[int, Meta(title="账面余额")]
    deposits: int
    created_at: Annotated[datetime, Meta(title="登记时间")]
    closed_at: Annotated[datetime | None, Meta(title="销户时间", description="为空即没有销户")]


class BankAccountQuery(Page, frozen=True):
    """Only those still open, or those that contain a text."""

    open: bool = False
    q: Annotated[str, Meta(max_length=60, description="开户银行、账号或户名的一部分")] = ""


@listing("/bank-accounts", who=DESK_READERS, export="银行账户")
async def list_bank_accounts(ctx: Context, query: BankAccountQuery) -> Listed[BankAccountView]:
    """住保中心开立的银行账户及账面余额；账号仅限中心工作人员查看。R4.1、R3.9。"""
    return await page(accounts.ACCOUNTS, query, BankAccountView)


@route("POST", "/bank-accounts", who=Role.FINANCE, refuses=(BankAccountTaken,))
async def register_bank_account(ctx: Context, body: BankAccountBody) -> BankAccountView:
    """登记银行账户并开立账簿账户；首个主专户沿用账簿已有的专户存款账户。R4.1。"""
    account_id = await open_account(
        ctx, body.bank.strip(), body.number, body.holder.strip(), main=body.main
    )
    if account_id is None:
        raise BankAccountTaken()
    return await _shown(account_id)


async def open_account(
    ctx: Context, bank: str, number: str, holder: str, *, main: bool
) -> UUID | None:
    """The id of the new account; None when it, or another main one, is there already."""
    key = new_id()
    owner = None if main else key
    book = await ledger.ensure_account(AccountKind.BANK, owner, holder, ctx.now)
    added = await accounts.add(
        key, bank, number, holder, main=main, account_id=book, by=ctx.id, now=ctx.now
    )
    if not added:
        return None
    data = {"bank": bank, "main": main, "account_id": str(book)}
    ctx.record(BankAccountOpened(subject_id=str(key), at=ctx.now, data=data))
    return key


@route(
    "POST",
    "/bank-accounts/{bank_account_id}/closing",
    who=Role.FINANCE,
    refuses=(NotFound, BankAccountInUse),
    status=200,
)
async def close_bank_account(ctx: Context, bank_account_id: UUID) -> BankAccountView:
    """登记银行账户已销户；主专户、有余额或有存款的账户不得销户。R4.1。"""
    row = await BankAccount.filter(id=bank_account_id).select_for_update().first()
    if row is None:
        raise NotFound("没有该银行账户")
    await lock([row.account_id])
    shown = await _shown(bank_account_id)
    if row.main or row.closed_at or shown.balance_fen or shown.deposits:
        raise BankAccountInUse("主专户、已销户、有余额或有存款的账户不能销户")
    row.closed_at = ctx.now
    await row.save(update_fields=["closed_at"])
    data = {"bank": shown.bank}
    ctx.record(BankAccountClosed(subject_id=str(bank_account_id), at=ctx.now, data=data))
    return await _shown(bank_account_id)


async def _shown(bank_account_id: UUID) -> BankAccountView:
    row = await accounts.find(bank_account_id)
    assert row is not None
    return view_of(BankAccountView, row)
