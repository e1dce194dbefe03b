"""The Centre's accounts at the banks; each is an account of the books too. R4.1, R3.9."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.deposits.views import Text
from handlers.paging import cut, place
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models import ledger
from models.base import one, sql
from models.ledger.accounts import lock
from rules.events.books import BankAccountClosed, BankAccountOpened
from rules.ledger import AccountKind
from rules.people import DESK_READERS, Role
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.books import BankAccountInUse, BankAccountTaken


class AccountBody(Body, frozen=True):
    """An account as the bank knows it; premiums are paid from the `main` one."""

    bank: Text
    number: Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{6,60}$")]
    title: Text
    main: bool = False


class BankAccountView(Answer, frozen=True):
    """An account with what the books say lies in it, in fen."""

    id: UUID
    bank: str
    number: str
    title: str
    main: bool
    account_id: UUID
    balance_fen: int
    deposits: int
    created_at: datetime
    closed_at: datetime | None


class BankAccountList(Answer, frozen=True):
    """Accounts, newest first."""

    items: list[BankAccountView]
    next: str


_SELECT = """
SELECT b.id, b.bank, b.number, b.title, b.main, b.account_id, b.created_at, b.closed_at,
       a.balance_fen, (SELECT count(*) FROM deposit d WHERE d.custody_id = b.id
                          AND d.state IN ('draft', 'running')) AS deposits
  FROM bank_account b JOIN ledger_account a ON a.id = b.account_id
"""


@route("GET", "/bank-accounts", who=DESK_READERS, refuses=(Malformed,))
async def bank_accounts(ctx: Context, query: Page) -> BankAccountList:
    """住保中心开立的银行账户及账面余额；账号仅限中心工作人员查看。R4.1、R3.9。"""
    moment, key = place(query.after)
    rows = await sql(
        f"{_SELECT} WHERE (b.created_at, b.id) < ($1, $2)"
        " ORDER BY b.created_at DESC, b.id DESC LIMIT $3",
        moment,
        key,
        query.limit + 1,
    )
    shown, following = cut(rows, query.limit, "created_at")
    return BankAccountList(items=[_view(row) for row in shown], next=following)


@route("POST", "/bank-accounts", who=Role.FINANCE, refuses=(BankAccountTaken,))
async def register_account(ctx: Context, body: AccountBody) -> BankAccountView:
    """登记银行账户并开立账簿账户；首个主专户沿用账簿已有的专户存款账户。R4.1。"""
    account_id = await registered(
        ctx, body.bank.strip(), body.number, body.title.strip(), main=body.main
    )
    if account_id is None:
        raise BankAccountTaken()
    return await _shown(account_id)


async def registered(
    ctx: Context, bank: str, number: str, title: str, *, main: bool
) -> UUID | None:
    """The id of the new account; None when it, or another main one, is there already."""
    key = uuid4()
    owner = None if main else key
    book = await ledger.ensure_account(AccountKind.BANK, owner, title, ctx.now)
    row = await one(
        "INSERT INTO bank_account (id, bank, number, title, main, account_id, entered_by,"
        " created_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8) ON CONFLICT DO NOTHING RETURNING id",
        key,
        bank,
        number,
        title,
        main,
        book,
        ctx.id,
        ctx.now,
    )
    if row is None:
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
async def close_account(ctx: Context, bank_account_id: UUID) -> BankAccountView:
    """登记银行账户已销户；主专户、有余额或有存款的账户不得销户。R4.1。"""
    row = await one(
        "SELECT account_id, main, closed_at FROM bank_account WHERE id = $1 FOR UPDATE",
        bank_account_id,
    )
    if row is None:
        raise NotFound("没有该银行账户")
    await lock([row["account_id"]])
    shown = await _shown(bank_account_id)
    if row["main"] or row["closed_at"] or shown.balance_fen or shown.deposits:
        raise BankAccountInUse("主专户、已销户、有余额或有存款的账户不能销户")
    await sql(
        "UPDATE bank_account SET closed_at = $2 WHERE id = $1 RETURNING id",
        bank_account_id,
        ctx.now,
    )
    data = {"bank": shown.bank}
    ctx.record(BankAccountClosed(subject_id=str(bank_account_id), at=ctx.now, data=data))
    return await _shown(bank_account_id)


async def _shown(bank_account_id: UUID) -> BankAccountView:
    row = await one(f"{_SELECT} WHERE b.id = $1", bank_account_id)
    assert row is not None
    return _view(row)


def _view(row: Mapping[str, Any]) -> BankAccountView:
    moments = {"created_at": at(row["created_at"]), "closed_at": maybe(row["closed_at"])}
    return BankAccountView(**{**row, **moments})
