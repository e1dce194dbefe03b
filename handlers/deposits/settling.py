"""A second person confirms an advice: interest and principal move, once. R3.2, R4.3, R4.4."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from handlers.deposits.advices import figures, laid
from handlers.deposits.days import books_day
from handlers.deposits.settlements import SettlementView, Working, shown
from handlers.reasons import Reason, worded
from handlers.route import Context, route
from models import ledger
from models.base import one
from models.deposits import Deposit, DepositTerm, Settlement, settling
from models.deposits.locks import locked
from models.deposits.settling import Standing
from rules.deposits import Accounts, Advice, Judged, postings
from rules.events.books import AdviceDropped, DepositRenewed, DepositSettled
from rules.ledger import AccountKind, Journal, JournalKind
from rules.people import CONFIRMERS
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import (
    AdviceInconsistent,
    BenchmarkUnknown,
    DepositNotRunning,
    SettlementNotOpen,
)
from rules.refusals.cases import ReasonMissing

INTEREST_TITLE = "未分配法定利息"
INCOME_TITLE = "未分配增值收益"
CHANGED = "录入后存款、账目或利率已有变化，请作废后重新录入"


async def locked_settlement(settlement_id: UUID) -> tuple[Deposit, Settlement]:
    """The settlement under its deposit's lock. Raises NotFound."""
    found = await one("SELECT deposit_id FROM settlement WHERE id = $1", settlement_id)
    deposit = await locked(found["deposit_id"]) if found else None
    if deposit is None:
        raise NotFound("没有该结息单")
    return deposit, await Settlement.get(id=settlement_id)


@route(
    "POST",
    "/settlements/{settlement_id}/confirmation",
    who=CONFIRMERS,
    refuses=(NotFound, SettlementNotOpen, SamePerson, AdviceInconsistent),
    status=200,
)
async def confirm_advice(ctx: Context, settlement_id: UUID) -> SettlementView:
    """第二人复核结息单：利息按基准与增值分别入账，本金按支取或转存处理。R4.3、R4.4、R4.7。"""
    deposit, row = await locked_settlement(settlement_id)
    if row.state != "draft":
        raise SettlementNotOpen()
    if row.entered_by == ctx.id:
        raise SamePerson("录入人不得自行复核")
    advice = _asked(row)
    row.effective_on = effective_on = await books_day(row.credited_on, ctx.now)
    try:
        stands, judged = await laid(ctx, deposit, advice, effective_on)
    except (DepositNotRunning, BenchmarkUnknown) as changed:
        raise AdviceInconsistent(CHANGED) from changed
    if any(getattr(row, name) != value for name, value in figures(judged).items()):
        raise AdviceInconsistent(CHANGED)
    row.journal_id = await _post(ctx, stands, row, judged, effective_on)
    row.state, row.confirmed_by, row.confirmed_at = "posted", ctx.id, ctx.now
    await row.save()
    await _move(ctx, stands, row, judged)
    return await shown(ctx, settlement_id)


def _asked(row: Settlement) -> Advice:
    """The advice as it was entered."""
    return msgspec.convert(msgspec.convert(row.working, Working).asked, Advice)


async def _post(
    ctx: Context, stands: Standing, row: Settlement, judged: Judged, effective_on: date
) -> UUID | None:
    """The journal of the settlement; None when nothing moves."""
    centre = {
        kind: await ledger.ensure_account(kind, None, title, ctx.now)
        for kind, title in (
            (AccountKind.UNDISTRIBUTED_INTEREST, INTEREST_TITLE),
            (AccountKind.UNDISTRIBUTED_INCOME, INCOME_TITLE),
        )
    }
    books = Accounts(
        bank=stands.custody.account_id,
        term=stands.deposit.account_id,
        interest=centre[AccountKind.UNDISTRIBUTED_INTEREST],
        income=centre[AccountKind.UNDISTRIBUTED_INCOME],
    )
    lines = postings(judged, books)
    if not lines:
        return None
    memo = f"存款{stands.deposit.code}结息，结息单{row.advice_number}"
    entry = Journal(JournalKind.SETTLEMENT, lines, effective_on, f"settlement:{row.id}", memo)
    return await ledger.post(entry, ctx.now, ctx.who.key)


async def _move(ctx: Context, stands: Standing, row: Settlement, judged: Judged) -> None:
    """The deposit stands as it does after the settlement; what happened is told."""
    deposit, term, renewed = stands.deposit, stands.term, judged.renewed
    about: dict[str, Any] = {
        "code": deposit.code,
        "settlement_id": str(row.id),
        "kind": row.kind,
        "interest_fen": row.interest_fen,
        "benchmark_fen": row.benchmark_fen,
        "value_added_fen": row.value_added_fen,
        "shortfall_fen": row.shortfall_fen,
        "effective_on": row.effective_on,
    }
    ctx.record(DepositSettled(subject_id=str(deposit.id), at=ctx.now, data=about))
    if row.kind == "demand":
        term.settled_on = row.to_on
    elif row.kind == "early":
        term.withdrawn_fen += row.principal_fen
    if row.kind == "maturity" or term.withdrawn_fen == term.principal_fen:
        term.closed_on = row.to_on
    await term.save()
    if renewed is not None:
        number = await settling.next_term(deposit.id)
        await DepositTerm.create(
            deposit_id=deposit.id,
            number=number,
            opened_on=renewed.opened_on,
            matures_on=renewed.matures_on,
            principal_fen=renewed.principal_fen,
            agreed_rate_e4=renewed.agreed_rate_e4,
            benchmark_rate_e4=renewed.benchmark_rate_e4,
        )
        more = {
            "code": deposit.code,
            "term": number,
            "opened_on": renewed.opened_on,
            "principal_fen": renewed.principal_fen,
            "agreed_rate_e4": renewed.agreed_rate_e4,
            "benchmark_rate_e4": renewed.benchmark_rate_e4,
        }
        ctx.record(DepositRenewed(subject_id=str(deposit.id), at=ctx.now, data=more))
    elif term.closed_on is not None:
        deposit.state = "closed"
        await deposit.save(update_fields=["state"])


@route(
    "POST",
    "/settlements/{settlement_id}/dropping",
    who=CONFIRMERS,
    refuses=(NotFound, SettlementNotOpen, ReasonMissing),
    status=200,
)
async def drop_advice(ctx: Context, settlement_id: UUID, body: Reason) -> SettlementView:
    """作废尚未复核的结息单，写明理由；同号的可重新录入。R4.3。"""
    words = worded(body.reason)
    deposit, row = await locked_settlement(settlement_id)
    if row.state != "draft":
        raise SettlementNotOpen()
    row.state = "dropped"
    await row.save(update_fields=["state"])
    data = {"code": deposit.code, "advice_number": row.advice_number}
    ctx.record(AdviceDropped(subject_id=str(deposit.id), at=ctx.now, why=words, data=data))
    return await shown(ctx, settlement_id)
