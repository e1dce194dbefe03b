"""A second person confirms an advice: interest and principal move, once. R3.2, R4.3, R4.4."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from handlers.deposits.enter_settlement import figures, judge_advice
from handlers.deposits.settlements import Working, settlement_view
from handlers.entries import Kind, Row, entry
from handlers.route import Context
from models import ledger
from models.deposits import Deposit, DepositTerm, Settlement, settlements
from models.deposits.locks import locked
from models.deposits.settlements import Standing
from models.deposits.tables import SETTLEMENT
from models.ledger.years import books_day
from rules.deposits import Accounts, Advice, Judged, postings
from rules.events.books import AdviceDropped, DepositRenewed, DepositSettled
from rules.ledger import AccountKind, Journal, JournalKind
from rules.people import CONFIRMERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.books import (
    AdviceInconsistent,
    BenchmarkUnknown,
    DepositNotRunning,
)

INTEREST_TITLE = "未分配法定利息"
INCOME_TITLE = "未分配增值收益"
CHANGED = "录入后存款、账目或利率已有变化，请作废后重新录入"


async def lock_deposit(ctx: Context, settlement_id: UUID) -> None:
    """The settlement's deposit is locked before it, as whoever enters one does."""
    found = await Settlement.get_or_none(id=settlement_id)
    if found is None:
        raise NotFound("没有该结息单")
    await locked(found.deposit_id)


async def _confirm(ctx: Context, row: Row) -> Row:
    """第二人复核结息单：利息按基准与增值分别入账，本金按支取或转存处理。R4.3、R4.4、R4.7。"""
    deposit = await Deposit.get(id=row["deposit_id"])
    working = msgspec.json.decode(row["working"], type=Working)
    effective_on = await books_day(row["credited_on"], ctx.now)
    try:
        advice = msgspec.convert(working.asked, Advice)
        stands, judged = await judge_advice(ctx, deposit, advice, effective_on)
    except (DepositNotRunning, BenchmarkUnknown) as changed:
        raise AdviceInconsistent(CHANGED) from changed
    if any(row[name] != value for name, value in figures(judged).items()):
        raise AdviceInconsistent(CHANGED)
    journal_id = await _post(ctx, stands, row, judged, effective_on)
    await _move(ctx, stands, row, judged, effective_on)
    return {"journal_id": journal_id, "effective_on": effective_on}


async def _post(
    ctx: Context, stands: Standing, row: Row, judged: Judged, effective_on: date
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
    memo = f"存款{stands.deposit.code}结息，结息单{row['advice_number']}"
    entry = Journal(JournalKind.SETTLEMENT, lines, effective_on, f"settlement:{row['id']}", memo)
    return await ledger.post(entry, ctx.now, ctx.who.key)


async def _move(
    ctx: Context, stands: Standing, row: Row, judged: Judged, effective_on: date
) -> None:
    """The deposit stands as it does after the settlement; what happened is told."""
    deposit, term, renewed = stands.deposit, stands.term, judged.renewed
    about: dict[str, Any] = {
        "code": deposit.code,
        "settlement_id": str(row["id"]),
        "kind": row["kind"],
        "interest_fen": row["interest_fen"],
        "benchmark_fen": row["benchmark_fen"],
        "value_added_fen": row["value_added_fen"],
        "shortfall_fen": row["shortfall_fen"],
        "effective_on": effective_on,
    }
    ctx.record(DepositSettled(subject_id=str(deposit.id), at=ctx.now, data=about))
    if row["kind"] == "demand":
        term.settled_on = row["to_on"]
    elif row["kind"] == "early":
        term.withdrawn_fen += row["principal_fen"]
    if row["kind"] == "maturity" or term.withdrawn_fen == term.principal_fen:
        term.closed_on = row["to_on"]
    await term.save()
    if renewed is not None:
        number = await settlements.next_term(deposit.id)
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


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """作废尚未复核的结息单，写明理由；同号的可重新录入。R4.3。"""
    deposit = await Deposit.get(id=row["deposit_id"])
    data = {"code": deposit.code, "advice_number": row["advice_number"]}
    ctx.record(AdviceDropped(subject_id=str(deposit.id), at=ctx.now, why=reason, data=data))


ADVICE = entry(
    Kind(
        name="settlement",
        title="结息单",
        path="/settlements/{settlement_id}",
        table=SETTLEMENT,
        enters=frozenset({Role.FINANCE}),
        confirms=CONFIRMERS,
        confirm=_confirm,
        drop=_drop,
        view=settlement_view,
        refuses=(AdviceInconsistent,),
        first=lock_deposit,
    )
)
