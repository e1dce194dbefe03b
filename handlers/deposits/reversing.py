"""A wrong advice is undone by two people; the right one is entered anew. R3.2, R4.7."""

from datetime import date
from uuid import UUID

from handlers.deposits.days import books_day
from handlers.deposits.settlements import SettlementView, shown
from handlers.deposits.settling import locked_settlement
from handlers.reasons import Reason, worded
from handlers.route import Context, route
from models import ledger
from models.deposits import BankAccount, Deposit, DepositTerm, Settlement, settling
from models.ledger.accounts import lock
from rules.events.books import ReversalAsked, ReversalDropped, SettlementReversed
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import SettlementNotOpen
from rules.refusals.cases import ReasonMissing
from rules.refusals.ledger import InsufficientFunds


@route(
    "POST",
    "/settlements/{settlement_id}/reversal",
    who=Role.FINANCE,
    refuses=(NotFound, SettlementNotOpen, ReasonMissing),
)
async def ask_reversal(ctx: Context, settlement_id: UUID, body: Reason) -> SettlementView:
    """申请冲销已入账的错误结息单，写明理由，由第二人复核。R3.2、R4.7。"""
    words = worded(body.reason)
    deposit, row = await locked_settlement(settlement_id)
    if row.state != "posted" or row.reversal_asked_by is not None:
        raise SettlementNotOpen("该结息尚未入账、已冲销或已申请冲销")
    await _refuse_built_upon(deposit, row)
    row.reversal_asked_by, row.reversal_asked_at = ctx.id, ctx.now
    row.reversal_reason = words
    await row.save()
    data = {"code": deposit.code, "advice_number": row.advice_number}
    ctx.record(ReversalAsked(subject_id=str(deposit.id), at=ctx.now, why=words, data=data))
    return await shown(ctx, settlement_id)


async def _refuse_built_upon(deposit: Deposit, row: Settlement) -> None:
    """Returns if nothing was entered about the deposit after this settlement."""
    if await settling.built_upon(row):
        raise SettlementNotOpen("其后另有结息入账，请先冲销较后的一笔")
    if await settling.draft_known(deposit.id):
        raise SettlementNotOpen("该存款有结息单待复核，请先作废")


async def _asked(settlement_id: UUID) -> tuple[Deposit, Settlement]:
    deposit, row = await locked_settlement(settlement_id)
    if row.state != "posted" or row.reversal_asked_by is None:
        raise SettlementNotOpen("该结息没有待复核的冲销申请")
    return deposit, row


@route(
    "POST",
    "/settlements/{settlement_id}/reversal/dropping",
    who=CONFIRMERS,
    refuses=(NotFound, SettlementNotOpen, ReasonMissing),
    status=200,
)
async def drop_reversal(ctx: Context, settlement_id: UUID, body: Reason) -> SettlementView:
    """不予冲销，写明理由；结息照旧。R3.2。"""
    words = worded(body.reason)
    deposit, row = await _asked(settlement_id)
    row.reversal_asked_by = row.reversal_asked_at = None
    row.reversal_reason = ""
    await row.save()
    data = {"code": deposit.code, "advice_number": row.advice_number}
    ctx.record(ReversalDropped(subject_id=str(deposit.id), at=ctx.now, why=words, data=data))
    return await shown(ctx, settlement_id)


@route(
    "POST",
    "/settlements/{settlement_id}/reversal/confirmation",
    who=CONFIRMERS,
    refuses=(NotFound, SettlementNotOpen, SamePerson, InsufficientFunds),
    status=200,
)
async def confirm_reversal(ctx: Context, settlement_id: UUID) -> SettlementView:
    """第二人复核冲销：原分录反向记账，存期恢复原状；原年度已结账的记入当日。R3.2、R4.7。"""
    deposit, row = await _asked(settlement_id)
    if row.reversal_asked_by == ctx.id:
        raise SamePerson("申请人不得自行复核")
    await _refuse_built_upon(deposit, row)
    assert row.effective_on is not None
    row.reversed_on = await books_day(row.effective_on, ctx.now)
    await _undo(ctx, deposit, row, row.reversed_on)
    await _restore(ctx, deposit, row)
    row.state, row.reversed_by, row.reversed_at = "reversed", ctx.id, ctx.now
    await row.save()
    data = {"code": deposit.code, "advice_number": row.advice_number}
    data |= {"settlement_id": str(row.id), "reversed_on": row.reversed_on.isoformat()}
    why = row.reversal_reason
    ctx.record(SettlementReversed(subject_id=str(deposit.id), at=ctx.now, why=why, data=data))
    return await shown(ctx, settlement_id)


async def _undo(ctx: Context, deposit: Deposit, row: Settlement, on: date) -> None:
    """The mirror of the settlement's journal. Refuses InsufficientFunds when what the bank
    account was given is no longer there."""
    if row.journal_id is None:
        return
    custody = await BankAccount.get(id=deposit.custody_id)
    journal = await ledger.journal_of(row.journal_id)
    accounts = await lock(line.account_id for line in journal.postings)
    came_fen = sum(
        line.amount_fen for line in journal.postings if line.account_id == custody.account_id
    )
    held = accounts.get(custody.account_id)
    if held is not None and held.balance_fen < came_fen:
        raise InsufficientFunds(
            "该笔款项已从银行账户支用", available_fen=held.balance_fen, needed_fen=came_fen
        )
    memo = f"冲销结息单{row.advice_number}：{row.reversal_reason}"
    row.reversal_id = await ledger.reverse(row.journal_id, on, ctx.now, ctx.who.key, memo)


async def _restore(ctx: Context, deposit: Deposit, row: Settlement) -> None:
    """The deposit stands as it did before the settlement."""
    if row.renews:
        begun = await DepositTerm.get(deposit_id=deposit.id, closed_on=None)
        begun.closed_on, begun.voided_at = begun.opened_on, ctx.now
        await begun.save()
    term = await DepositTerm.get(id=row.term_id)
    term.closed_on = None
    if row.kind == "early":
        term.withdrawn_fen -= row.principal_fen
    elif row.kind == "demand":
        term.settled_on = row.from_on if row.from_on > term.opened_on else None
    await term.save()
    if deposit.state == "closed":
        deposit.state = "running"
        await deposit.save(update_fields=["state"])
