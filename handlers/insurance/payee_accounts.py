"""The account an insurer is paid into: two people at the Centre, then the insurer itself. R3.5.

A change is entered as the first account is. Payouts that were prepared keep theirs.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.entries import Kind, entry, looks_at
from handlers.lists import Listed, listing, page, view_of
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from models import entries, insurance, payee_accounts
from models.ids import new_id
from models.payee_accounts import PAYEE_ACCOUNT, PayeeAccount
from rules.entries import REASON_MAX, must_be_second
from rules.events.people import Unmasked
from rules.events.register import (
    PayeeAccountAgreed,
    PayeeAccountConfirmed,
    PayeeAccountDropped,
    PayeeAccountEntered,
    PayeeAccountRefused,
)
from rules.people import CONFIRMERS, PAYEE_READERS, Role, mask_account
from rules.refusals.asking import AccountWaits, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import PayeeWaits
from rules.words.word import titled

ENTERS = frozenset({Role.FINANCE, Role.ADMINISTRATOR})

State = Annotated[
    Literal["draft", "waiting", "live", "former", "dropped"],
    titled(
        {
            "draft": "已录入，待复核",
            "waiting": "待保险机构确认",
            "live": "现用",
            "former": "已停用",
            "dropped": "已作废",
        }
    ),
]


class NewPayeeAccount(Body, frozen=True):
    """保险机构的收款账户及其依据（保险机构来函等）。"""

    bank: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    bank_account: Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{6,60}$")]
    source: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]


class PayeeAccountView(Answer, frozen=True):
    """保险机构的一个收款账户，账号隐去部分；从 `since_at` 起付到这个账户，到 `until_at` 为止。
    已经制单的拨付仍付到制单时的账户，`prepared` 是其中尚未付出的笔数。"""

    id: UUID
    insurer_id: UUID
    insurer: str
    bank: str
    bank_account: Annotated[str, Meta(description="隐去部分，核对时另行查看全文")]
    source: str
    state: State
    since_at: Annotated[datetime | None, Meta(title="启用时间", description="尚未启用的为空")]
    until_at: Annotated[datetime | None, Meta(title="停用时间", description="没有停用的为空")]
    prepared: Annotated[int, Meta(title="已制单待付笔数")]
    entered_at: datetime
    entered_by_me: bool
    drop_reason: str


class PayeeAccountQuery(Page, frozen=True):
    """Accounts of an insurer, in a state."""

    insurer_id: UUID | None = None
    state: State | Literal[""] = ""


class PayeeAnswer(Body, frozen=True):
    """保险机构对中心所登记账户的答复；不确认的须写明理由。"""

    agrees: Annotated[bool, Meta(title="确认")]
    reason: Annotated[str, Meta(max_length=REASON_MAX, description="确认的可以不写")] = ""


class PayeeReading(Body, frozen=True):
    """为什么查看账号全文；正待本人复核或确认的可以不写。"""

    reason: Annotated[str, Meta(max_length=REASON_MAX)] = ""


class UnmaskedPayeeAccount(Answer, frozen=True):
    """收款账户的全文，供核对。"""

    id: UUID
    insurer: str
    bank: str
    bank_account: Annotated[str, Meta(description="完整账号")]


@route("POST", "/insurers/{insurer_id}/payee-accounts", who=ENTERS, refuses=(NotFound, PayeeWaits))
async def enter_payee_account(
    ctx: Context, insurer_id: UUID, body: NewPayeeAccount
) -> PayeeAccountView:
    """录入或变更保险机构的收款账户：另一人复核，再由保险机构确认，方才启用；已制单的拨付不变。R3.5、R1.2。"""
    if await insurance.lock_insurer(insurer_id) is None:
        raise NotFound()
    row = PayeeAccount(
        id=new_id(),
        insurer_id=insurer_id,
        bank=body.bank.strip(),
        number=body.bank_account,
        source=body.source.strip(),
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    if not await payee_accounts.enter(row):
        raise PayeeWaits()
    data = _about(row.id, row.number)
    ctx.record(PayeeAccountEntered(subject_id=str(insurer_id), at=ctx.now, data=data))
    return await payee_account(ctx, row.id)


def _about(account_id: UUID, number: str) -> dict[str, Any]:
    """What an event says of an account: by its last signs."""
    return {"payee_account_id": str(account_id), "tail": number[-4:]}


async def payee_account(ctx: Context, payee_account_id: UUID) -> PayeeAccountView:
    """The account as the asker sees it. Raises NotFound."""
    return _shown(ctx, await _seen(ctx, payee_account_id))


async def _seen(ctx: Context, account_id: UUID) -> dict[str, Any]:
    """Its row. An insurer sees its own, once the Centre has confirmed it. Raises NotFound."""
    row = await payee_accounts.account(account_id)
    if row is None or (Role.INSURER in ctx.who.roles and not _own(ctx, row)):
        raise NotFound()
    return row


def _own(ctx: Context, row: Mapping[str, Any]) -> bool:
    return row["insurer_id"] == ctx.who.insurer_id and row["confirmed_at"] is not None


def _shown(ctx: Context, row: Mapping[str, Any]) -> PayeeAccountView:
    return view_of(
        PayeeAccountView,
        row,
        bank_account=mask_account(row["number"]),
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )


@listing("/payee-accounts", who=PAYEE_READERS, export="收款账户")
async def list_payee_accounts(ctx: Context, query: PayeeAccountQuery) -> Listed[PayeeAccountView]:
    """保险机构的收款账户及其启用、停用时间，最近录入的在前；保险机构只见自己的。R3.5。"""
    # An insurer's account that belongs to none sees none.
    own = (ctx.who.insurer_id or ctx.id) if Role.INSURER in ctx.who.roles else None
    return await page(payee_accounts.PAYEES, query, partial(_shown, ctx), of_insurer=own)


@route("GET", "/payee-accounts/{payee_account_id}", who=PAYEE_READERS, refuses=(NotFound,))
async def get_payee_account(ctx: Context, payee_account_id: UUID) -> PayeeAccountView:
    """一个收款账户，账号隐去部分。R3.5、R12.2。"""
    return await payee_account(ctx, payee_account_id)


@route(
    "POST",
    "/payee-accounts/{payee_account_id}/unmasking",
    who=PAYEE_READERS,
    status=200,
    refuses=(NotFound, ReasonMissing),
    fresh=True,
    secret=True,
)
async def unmask_payee_account(
    ctx: Context, payee_account_id: UUID, body: PayeeReading
) -> UnmaskedPayeeAccount:
    """查看收款账户的完整账号并留下记录；正待本人复核或确认的不必写理由，其余须写明。R3.5、R12.2。"""
    row = await _seen(ctx, payee_account_id)
    own = "保险机构核对收款账户" if Role.INSURER in ctx.who.roles else ""
    why = body.reason.strip() or own or looks_at(ctx, KIND, row)
    if not why:
        raise ReasonMissing()
    data = {"payee_account_id": str(payee_account_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=why, data=data))
    return view_of(UnmaskedPayeeAccount, row, bank_account=row["number"])


async def _not_in_force(ctx: Context, account_id: UUID) -> None:
    """Once the insurer has agreed, only another account takes its place. Refuses EntryNotOpen."""
    row = await entries.lock(PAYEE_ACCOUNT, account_id)
    if row is not None and row["since_at"] is not None:
        raise EntryNotOpen()


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核收款账户，对照依据核对账号全文；随后由保险机构确认，确认前不能用于拨付。R3.5、R1.2。"""
    data = _about(row["id"], row["number"])
    ctx.record(PayeeAccountConfirmed(subject_id=str(row["insurer_id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废尚未启用的收款账户，写明理由；录入人可撤回。R3.5。"""
    data = _about(row["id"], row["number"])
    event = PayeeAccountDropped(
        subject_id=str(row["insurer_id"]), at=ctx.now, why=reason, data=data
    )
    ctx.record(event)


KIND = entry(
    Kind(
        name="payee_account",
        title="保险机构收款账户",
        path="/payee-accounts/{payee_account_id}",
        table=PAYEE_ACCOUNT,
        enters=ENTERS,
        confirms=CONFIRMERS | {Role.ADMINISTRATOR},
        drops_in=frozenset({"confirmed"}),
        readers=PAYEE_READERS - {Role.INSURER},
        confirm=_confirm,
        drop=_drop,
        view=payee_account,
        first=_not_in_force,
        fresh=True,
    )
)


@route(
    "POST",
    "/payee-accounts/{payee_account_id}/answer",
    who=Role.INSURER,
    status=200,
    refuses=(NotFound, EntryNotOpen, SamePerson, AccountWaits, ReasonMissing),
    fresh=True,
)
async def answer_payee_account(
    ctx: Context, payee_account_id: UUID, body: PayeeAnswer
) -> PayeeAccountView:
    """保险机构确认中心登记的收款账户，即时启用，原账户停用；或者写明理由不予确认。R3.5。"""
    row = await entries.lock(PAYEE_ACCOUNT, payee_account_id)
    if row is None or not _own(ctx, row):
        raise NotFound()
    if row["state"] != "confirmed" or row["since_at"] is not None:
        raise EntryNotOpen()
    for other in (row["entered_by"], row["confirmed_by"]):
        must_be_second(ctx.who, other, "在中心办理过这一账户的人不得代保险机构确认")
    subject_id, data = str(row["insurer_id"]), _about(row["id"], row["number"])
    if body.agrees:
        await payee_accounts.take_effect(row["id"], row["insurer_id"], ctx.id, ctx.now)
        ctx.record(PayeeAccountAgreed(subject_id=subject_id, at=ctx.now, data=data))
    else:
        reason = worded(body.reason)
        await entries.dropped(PAYEE_ACCOUNT, row["id"], ctx.id, ctx.now, reason)
        ctx.record(PayeeAccountRefused(subject_id=subject_id, at=ctx.now, why=reason, data=data))
    return await payee_account(ctx, payee_account_id)
