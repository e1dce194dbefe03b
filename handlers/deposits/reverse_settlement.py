"""A wrong advice is undone by two people; the right one is entered anew. R3.2, R4.7."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.deposits.confirm_settlement import lock_deposit
from handlers.deposits.settlements import SettlementView, settlement_view
from handlers.entries import Kind, Row, entry
from handlers.route import Body, Context, route
from models import ledger
from models.deposits import (
    BankAccount,
    Deposit,
    DepositTerm,
    Settlement,
    SettlementReversal,
    settlements,
)
from models.deposits.tables import SETTLEMENT_REVERSAL
from models.ledger.accounts import lock
from models.ledger.years import books_day
from rules.events.books import DepositEvent, ReversalAsked, ReversalDropped, SettlementReversed
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import EntryNotOpen
from rules.refusals.ledger import InsufficientFunds

ENTERS = frozenset({Role.FINANCE})


class SettlementReversalBody(Body, frozen=True):
    """结息单错在哪里。"""

    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


@route(
    "POST",
    "/settlements/{settlement_id}/reversals",
    who=ENTERS,
    refuses=(NotFound, EntryNotOpen),
    status=200,
)
async def ask_settlement_reversal(
    ctx: Context, settlement_id: UUID, body: SettlementReversalBody
) -> SettlementView:
    """申请冲销已入账的错误结息单，写明理由，由第二人复核。R3.2、R4.7。"""
    reason = body.reason.strip()
    await lock_deposit(ctx, settlement_id)
    row = await Settlement.get(id=settlement_id)
    waits = SettlementReversal.filter(settlement_id=settlement_id, state="draft")
    if row.state != "posted" or await waits.exists():
        raise EntryNotOpen("该结息尚未入账、已冲销或已申请冲销")
    await _refuse_built_upon(row)
    await SettlementReversal.create(
        settlement_id=settlement_id,
        reason=reason,
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    ctx.record(await _event(ctx, ReversalAsked, row, reason))
    return await settlement_view(ctx, settlement_id)


async def _refuse_built_upon(row: Settlement) -> None:
    """Returns if nothing was entered about the deposit after this settlement."""
    if await settlements.built_upon(row):
        raise EntryNotOpen("其后另有结息入账，请先冲销较后的一笔")
    if await settlements.has_draft(row.deposit_id):
        raise EntryNotOpen("该存款有结息单待复核，请先作废")


async def _event(
    ctx: Context, event: type[DepositEvent], row: Settlement, reason: str, **more: str
) -> DepositEvent:
    deposit = await Deposit.get(id=row.deposit_id)
    data: dict[str, Any] = {"code": deposit.code, "advice_number": row.advice_number} | more
    data["interest_fen"] = row.interest_fen
    return event(subject_id=str(deposit.id), at=ctx.now, why=reason, data=data)


async def _lock_deposit(ctx: Context, reversal_id: UUID) -> None:
    found = await SettlementReversal.get_or_none(id=reversal_id)
    if found is None:
        raise NotFound("没有该冲销申请")
    await lock_deposit(ctx, found.settlement_id)


async def _view(ctx: Context, reversal_id: UUID) -> SettlementView:
    reversal = await SettlementReversal.get(id=reversal_id)
    return await settlement_view(ctx, reversal.settlement_id)


async def _confirm(ctx: Context, asked: Row) -> None:
    """第二人复核冲销：原分录反向记账，存期恢复原状；原年度已结账的记入当日。R3.2、R4.7。"""
    row = await Settlement.get(id=asked["settlement_id"])
    deposit = await Deposit.get(id=row.deposit_id)
    await _refuse_built_upon(row)
    assert row.effective_on is not None
    row.reversed_on = await books_day(row.effective_on, ctx.now)
    await _undo(ctx, deposit, row, row.reversed_on, asked["reason"])
    await _restore(ctx, deposit, row)
    row.state = "reversed"
    await row.save(update_fields=["state", "reversed_on", "reversal_id"])
    more = {"settlement_id": str(row.id), "reversed_on": row.reversed_on.isoformat()}
    ctx.record(await _event(ctx, SettlementReversed, row, asked["reason"], **more))


async def _drop(ctx: Context, asked: Row, reason: str) -> None:
    """不予冲销，写明理由，结息照旧；申请人可撤回自己的申请。R3.2。"""
    row = await Settlement.get(id=asked["settlement_id"])
    ctx.record(await _event(ctx, ReversalDropped, row, reason))


async def _undo(ctx: Context, deposit: Deposit, row: Settlement, on: date, reason: str) -> None:
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
    memo = f"冲销结息单{row.advice_number}：{reason}"
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


entry(
    Kind(
        name="settlement_reversal",
        title="冲销结息",
        path="/settlements/{settlement_id}/reversals/{reversal_id}",
        table=SETTLEMENT_REVERSAL,
        enters=ENTERS,
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=_view,
        refuses=(InsufficientFunds,),
        first=_lock_deposit,
    )
)
