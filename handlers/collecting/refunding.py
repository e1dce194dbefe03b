"""Money that goes back to who paid it in: entered by one, paid once another confirmed it. R3.2.

What may go back: all of it when the case came to nothing, else what is above the home's part (a
new plan or a contract that costs less). What homes' funds held is released, never refunded.
"""

from typing import Any
from uuid import UUID, uuid4

from handlers.banked import refuse_unbanked
from handlers.cases.papers import attach
from handlers.collecting.confirming import gather
from handlers.collecting.dropping import drop
from handlers.collecting.views import (
    REFUND,
    EntryQuery,
    Payee,
    RefundBody,
    RefundList,
    RefundView,
    WithReason,
    masked_account,
    refund_view,
)
from handlers.paging import cut, place
from handlers.route import Context, route
from handlers.steps import locked, seen
from models import ledger, special
from models.base import one, sql
from models.cases import Case
from models.numbering import new_number
from models.premiums import fund_of
from models.shares import paid_of, shares_now
from rules.cases import Facts, Gather
from rules.collecting import given_back, refundable_fen
from rules.days import beijing_date
from rules.events.people import Unmasked
from rules.events.votes import RefundEntered, RefundPosted
from rules.flows import flow_of, row_for
from rules.flows.money import Purse, all_goes_back
from rules.people import CONFIRMERS, DESK_READERS, FUND_CLERKS, Role
from rules.refusals.asking import CaseNotFound, Malformed, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, YearShut
from rules.refusals.cases import ReasonMissing
from rules.refusals.ledger import InsufficientFunds
from rules.refusals.votes import NothingOwed, TooMuch


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
    owed = {one_.home_id: one_.owed_fen for one_ in await shares_now(case.id, facts)}
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
    refund_id, year = uuid4(), beijing_date(ctx.now).year
    number = await new_number("refund", year)
    told = f"{body.payee_account.strip()}\n{body.payee_bank.strip()}"
    await sql(
        "INSERT INTO case_refund (id, case_id, home_id, number, amount_fen, payee,"
        " payee_cipher, custody_id, effective_on, voucher, reason, file_id, state, entered_by,"
        " entered_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,'draft',$13,$14)",
        refund_id,
        case_id,
        body.home_id,
        number,
        body.amount_fen,
        body.payee.strip(),
        ctx.world.secrets.encrypt(told),
        body.custody_id,
        body.effective_on,
        body.voucher.strip(),
        body.reason.strip(),
        body.file_id,
        ctx.id,
        ctx.now,
    )
    data = {"number": number, "amount_fen": body.amount_fen}
    ctx.record(RefundEntered(subject_id=str(refund_id), at=ctx.now, data=data))
    return refund_id


@route(
    "POST",
    "/cases/{case_id}/refunds/{refund_id}/confirmation",
    who=CONFIRMERS,
    status=200,
    refuses=(
        CaseNotFound,
        NotFound,
        SamePerson,
        EntryNotOpen,
        TooMuch,
        InsufficientFunds,
        YearShut,
    ),
)
async def confirm_refund(ctx: Context, case_id: UUID, refund_id: UUID) -> RefundView:
    """复核退款并支付入账；录入人不得复核，可退数额再次核对。附件二(二)6，R3.2、R9.3。"""
    case, by = await locked(ctx, case_id)
    row = await _draft(refund_id, case_id)
    if row["entered_by"] == ctx.id:
        raise SamePerson()
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
    return await refund_of(ctx, refund_id)


async def _draft(refund_id: UUID, case_id: UUID) -> dict[str, Any]:
    """The case's refund, locked. Raises NotFound, EntryNotOpen."""
    row = await one(
        "SELECT r.*, c.account_id FROM case_refund r JOIN bank_account c ON c.id = r.custody_id"
        " WHERE r.id = $1 AND r.case_id = $2 FOR NO KEY UPDATE OF r",
        refund_id,
        case_id,
    )
    if row is None:
        raise NotFound("没有这笔退款")
    if row["state"] != "draft":
        raise EntryNotOpen()
    return row


async def _pay(ctx: Context, row: dict[str, Any], account: UUID, number: str) -> None:
    """The refund is paid out of that account. Raises what the ledger refuses."""
    journal = given_back(
        row["account_id"],
        account,
        row["amount_fen"],
        row["effective_on"],
        f"refund:{row['id']}",
        f"退款 {row['number']} 凭证 {row['voucher']} {number}",
        row["case_id"],
    )
    journal_id = await ledger.post(journal, ctx.now, ctx.who.key)
    await sql(
        "UPDATE case_refund SET state = 'posted', confirmed_by = $2, confirmed_at = $3,"
        " journal_id = $4 WHERE id = $1",
        row["id"],
        ctx.id,
        ctx.now,
        journal_id,
    )
    data = {"number": row["number"], "amount_fen": row["amount_fen"]}
    ctx.record(RefundPosted(subject_id=str(row["id"]), at=ctx.now, data=data))


@route(
    "POST",
    "/cases/{case_id}/refunds/{refund_id}/dropping",
    who=FUND_CLERKS | CONFIRMERS,
    status=200,
    refuses=(CaseNotFound, NotFound, EntryNotOpen, ReasonMissing),
)
async def drop_refund(ctx: Context, case_id: UUID, refund_id: UUID, body: WithReason) -> RefundView:
    """作废尚未复核的退款录入，须写明理由。R3.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    await locked(ctx, case_id)
    await _draft(refund_id, case_id)
    await drop(ctx, refund_id, body.reason.strip())
    return await refund_of(ctx, refund_id)


async def refund_of(ctx: Context, refund_id: UUID) -> RefundView:
    """The refund as it is shown. Raises NotFound."""
    row = await one(f"{REFUND} WHERE x.id = $1", refund_id)
    if row is None:
        raise NotFound()
    return shown(ctx, row)


def shown(ctx: Context, row: dict[str, Any]) -> RefundView:
    """A row of `REFUND` with its payee masked. R12.2."""
    account, _, _ = ctx.world.secrets.decrypt(bytes(row["payee_cipher"])).partition("\n")
    return refund_view(row, masked_account(account))


@route("GET", "/cases/{case_id}/refunds", who=DESK_READERS, refuses=(CaseNotFound, Malformed))
async def list_refunds(ctx: Context, case_id: UUID, query: EntryQuery) -> RefundList:
    """办件的退款记录，最新在前；收款人和账号已脱敏。R12.2。"""
    await seen(ctx, case_id)
    moment, row_id = place(query.after)
    rows = await sql(
        f"{REFUND} WHERE x.case_id = $1 AND (x.entered_at, x.id) < ($2, $3)"
        " AND ($4 = '' OR x.state = $4) AND ($5::uuid IS NULL OR x.home_id = $5)"
        " ORDER BY x.entered_at DESC, x.id DESC LIMIT $6",
        case_id,
        moment,
        row_id,
        query.state,
        query.home_id,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    return RefundList(items=[shown(ctx, row) for row in page], next=following)


@route(
    "POST",
    "/refunds/{refund_id}/unmasking",
    who=Role.FINANCE,
    status=200,
    refuses=(NotFound, ReasonMissing),
)
async def unmask_payee(ctx: Context, refund_id: UUID, body: WithReason) -> Payee:
    """查看退款的收款人和账号全称以便支付，须写明理由，并留下记录。R12.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await one(f"{REFUND} WHERE x.id = $1", refund_id)
    if row is None:
        raise NotFound()
    told = ctx.world.secrets.decrypt(bytes(row["payee_cipher"]))
    account, _, bank = told.partition("\n")
    data = {"refund_id": str(refund_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=body.reason.strip(), data=data))
    return Payee(refund_id=refund_id, payee=row["payee"], payee_bank=bank, payee_account=account)
