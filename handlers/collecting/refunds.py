"""Money that goes back to who paid it in: entered by one, paid once another confirmed it. R3.2.

What may go back: all of it when the case came to nothing, else what is above the home's part (a
new plan or a contract that costs less). What homes' funds held is released, never refunded.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.banked import refuse_unbanked
from handlers.cases.papers import attach
from handlers.collecting.receipts import STATES, EntryQuery, Fen, State, gather
from handlers.entries import Kind, entry, looks_at
from handlers.lists import Listed, listing, page, view_of
from handlers.numbers import VoucherNumber
from handlers.route import Answer, Body, Context, route
from handlers.shown import StoredFile
from handlers.steps import locked, seen
from models import ledger, special
from models.cases import Case
from models.collecting import refunds
from models.collecting.receipts import book_of, case_of
from models.ids import new_id
from models.numbering import new_number
from models.premiums import fund_of
from models.sealed import REFUND_PAYEE
from models.shares import paid_of, shares_now
from rules.cases import Facts, Gather
from rules.collecting import given_back, refundable_fen
from rules.days import beijing_date
from rules.events.people import Unmasked
from rules.events.votes import RefundDropped, RefundEntered, RefundPosted
from rules.flows import flow_of, row_for
from rules.flows.money import Purse, all_goes_back
from rules.people import CONFIRMERS, DESK_READERS, FUND_CLERKS, mask_account, mask_name
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.books import YearShut
from rules.refusals.cases import ReasonMissing
from rules.refusals.ledger import InsufficientFunds
from rules.refusals.votes import NothingOwed, TooMuch

REFUND_STATES: Mapping[str, str] = {**STATES, "posted": "已退款"}


class UnmaskReason(Body, frozen=True):
    """为什么必须查看全文；正待本人复核的可以不写。"""

    reason: Annotated[str, Meta(max_length=300)] = ""


class RefundBody(Body, frozen=True):
    """一笔退款，退入原缴款人的账户；账号加密保存（R12.4）。"""

    amount_fen: Fen
    payee: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    payee_account: Annotated[
        str,
        Meta(
            min_length=4,
            max_length=40,
            pattern=r"^[0-9A-Za-z][0-9A-Za-z \-]*[0-9A-Za-z]$",
            description="完整账号，加密保存",
        ),
    ]
    custody_id: UUID
    effective_on: Annotated[date, Meta(title="退款日期", description="银行办理的日期")]
    voucher: VoucherNumber
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
    payee_bank: Annotated[str, Meta(max_length=80)] = ""
    home_id: Annotated[UUID | None, Meta(description="退给独立产权人的不填")] = None
    file_id: UUID | None = None


class RefundView(Answer, frozen=True):
    """一笔退款；收款人和账号已脱敏，复核的人和财务可以查看全文（R12.2）。"""

    refund_id: UUID
    number: str
    home_id: UUID | None
    home: str
    place: str
    amount_fen: int
    payee: str
    payee_account: str
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    effective_on: Annotated[date, Meta(title="退款日期", description="银行办理的日期")]
    voucher: str
    reason: str
    drop_reason: str
    file: StoredFile | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


class UnmaskedPayee(Answer, frozen=True):
    """退款收款人的全名和账号。"""

    refund_id: UUID
    payee: str
    payee_bank: str
    payee_account: Annotated[str, Meta(description="完整账号")]


@route(
    "POST",
    "/cases/{case_id}/refunds",
    who=FUND_CLERKS,
    refuses=(CaseNotFound, NothingOwed, NotFound, TooMuch, YearShut),
)
async def enter_refund(ctx: Context, case_id: UUID, body: RefundBody) -> RefundView:
    """录入退款：办件终止的退还全部缴款，方案或合同减少的退还多缴部分；待另一人复核。附件二(二)6，R3.2。"""
    case, _ = await locked(ctx, case_id)
    facts = case.facts()
    left = await refundable(ctx, case, facts, body.home_id, entered=True)
    if body.amount_fen > left:
        raise TooMuch("超过可退的数额", left_fen=left)
    if body.file_id is not None:
        await attach(ctx, case_id, "refund", [body.file_id], facts.version, body.voucher[:60])
    refund_id = await _store(ctx, case_id, body)
    return await refund_of(ctx, refund_id)


async def refundable(
    ctx: Context, case: Case, facts: Facts, home_id: UUID | None, entered: bool = False
) -> int:
    """What of it may go back now, in fen; refunds only `entered` count as paid if told so."""
    await fund_of(case, facts, ctx.now)
    over = all_goes_back(flow_of(facts.flow).money, facts.state)
    paid = await paid_of(case.id, home_id, refunds_entered=entered)
    if home_id is None:
        needed = facts.collection.needed_fen if facts.collection else 0
        return min(refundable_fen(needed, paid, over), await _unclaimed(case, paid))
    owed = {one.home_id: one.owed_fen for one in await shares_now(case.id, facts)}
    return refundable_fen(owed.get(home_id, 0), paid, over)


async def _unclaimed(case: Case, paid: int) -> int:
    """What of a sole owner's deposit no later case of the account counts on: those go on with what
    is there, and all their years were to be paid in at once. 二(三)3."""
    if flow_of(case.flow).purse is not Purse.SOLE or case.special_id is None:
        return paid
    return await special.unclaimed_fen(case.special_id, case.id)


async def _store(ctx: Context, case_id: UUID, body: RefundBody) -> UUID:
    """The refund waits for somebody else's confirmation; its id. Nothing is paid yet.

    The caller has judged that so much may go back. Refuses Malformed for a day to come, YearShut,
    NotFound for a bank account that is not there or closed.
    """
    await refuse_unbanked(ctx, body.custody_id, body.effective_on)
    refund_id, year = new_id(), beijing_date(ctx.now).year
    number = await new_number("refund", year)
    told = f"{body.payee_account.strip()}\n{body.payee_bank.strip()}"
    draft = refunds.Draft(
        id=refund_id,
        number=number,
        amount_fen=body.amount_fen,
        payee=body.payee.strip(),
        payee_cipher=ctx.world.secrets.encrypt(told, REFUND_PAYEE.of(refund_id)),
        custody_id=body.custody_id,
        effective_on=body.effective_on,
        voucher=body.voucher.strip(),
        reason=body.reason.strip(),
        file_id=body.file_id,
        case_id=case_id,
        home_id=body.home_id,
    )
    await refunds.enter_refund(draft, ctx.id, ctx.now)
    data = {"number": number, "amount_fen": body.amount_fen, "case_id": str(case_id)}
    ctx.record(RefundEntered(subject_id=str(refund_id), at=ctx.now, data=data))
    return refund_id


async def _lock_case(ctx: Context, refund_id: UUID) -> None:
    case_id = await case_of(refunds.REFUND, refund_id)
    if case_id is None:
        raise NotFound("没有这笔退款")
    await locked(ctx, case_id)


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核退款并支付入账；录入人不得复核，可退数额再次核对。附件二(二)6，R3.2、R9.3。"""
    case, by = await locked(ctx, row["case_id"])
    facts = case.facts()
    left = await refundable(ctx, case, facts, row["home_id"])
    if row["amount_fen"] > left:
        raise TooMuch("超过可退的数额", left_fen=left)
    fund = await fund_of(case, facts, ctx.now)
    await _pay(ctx, row, fund.account_id, facts.number)
    fund = await fund_of(case, facts, ctx.now)
    # What is gathered stays whole by a refund of what was too much; a special account's may not.
    known = facts.collection
    changed = known is not None and known.gathered_fen != fund.gathered_fen
    if changed and facts.contract is None and row_for(facts, Gather):
        await gather(ctx, case, by, fund)


async def _pay(ctx: Context, row: dict[str, Any], account: UUID, number: str) -> None:
    """The refund is paid out of that account. Raises what the ledger refuses."""
    journal = given_back(
        await book_of(row["custody_id"]),
        account,
        row["amount_fen"],
        row["effective_on"],
        f"refund:{row['id']}",
        f"退款 {row['number']} 凭证 {row['voucher']} {number}",
        row["case_id"],
    )
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key)
    await refunds.post_refund(row["id"], journal_id, ctx.id, ctx.now)
    ctx.record(RefundPosted(subject_id=str(row["id"]), at=ctx.now, data=_told(row)))


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """作废尚未复核的退款录入，须写明理由。R3.2。"""
    ctx.record(RefundDropped(subject_id=str(row["id"]), at=ctx.now, why=reason, data=_told(row)))


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """What an event says of a refund."""
    return {
        "number": row["number"],
        "amount_fen": row["amount_fen"],
        "case_id": str(row["case_id"]),
    }


async def refund_of(ctx: Context, refund_id: UUID) -> RefundView:
    """The refund as it is shown. Raises NotFound."""
    row = await refunds.refund(refund_id)
    if row is None:
        raise NotFound()
    return _shown(ctx, row)


def _shown(ctx: Context, row: Mapping[str, Any]) -> RefundView:
    """The refund with its payee masked. R12.2."""
    told = ctx.world.secrets.decrypt(bytes(row["payee_cipher"]), REFUND_PAYEE.of(row["refund_id"]))
    account, _, _ = told.partition("\n")
    return view_of(
        RefundView,
        row,
        payee=mask_name(row["payee"]),
        payee_account=mask_account(account),
        state_title=REFUND_STATES[row["state"]],
    )


KIND = entry(
    Kind(
        name="refund",
        title="归集款退款",
        path="/cases/{case_id}/refunds/{refund_id}",
        table=refunds.REFUND,
        enters=FUND_CLERKS,
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=refund_of,
        first=_lock_case,
        refuses=(TooMuch, InsufficientFunds, YearShut),
        fresh=True,
    )
)


@listing("/cases/{case_id}/refunds", who=DESK_READERS, refuses=(CaseNotFound,), export="退款")
async def list_refunds(ctx: Context, case_id: UUID, query: EntryQuery) -> Listed[RefundView]:
    """办件的退款记录，最新在前；收款人和账号已脱敏。R12.2。"""
    await seen(ctx, case_id)
    return await page(refunds.REFUNDS, query, lambda row: _shown(ctx, row), case_id=case_id)


@route(
    "POST",
    "/refunds/{refund_id}/unmasking",
    who=CONFIRMERS,
    status=200,
    refuses=(NotFound, ReasonMissing),
    fresh=True,
    secret=True,
)
async def unmask_payee(ctx: Context, refund_id: UUID, body: UnmaskReason) -> UnmaskedPayee:
    """查看办件或专户退款的收款人和完整账号，并留下记录；正待本人复核的不必写理由，其余须写明。R3.2、R12.2。"""
    row = await refunds.refund(refund_id)
    if row is None:
        raise NotFound()
    why = body.reason.strip() or looks_at(ctx, KIND, row)
    if not why:
        raise ReasonMissing()
    told = ctx.world.secrets.decrypt(bytes(row["payee_cipher"]), REFUND_PAYEE.of(refund_id))
    account, _, bank = told.partition("\n")
    data = {"refund_id": str(refund_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=why, data=data))
    return UnmaskedPayee(
        refund_id=refund_id, payee=row["payee"], payee_bank=bank, payee_account=account
    )
