"""The worker's part of a year: what a preview computes, what a closing posts. R4.5 to R4.8.

A preview is one transaction. A closing is many short ones, piece after piece, each with its
journal; the year's row says which piece is next. Whoever works holds the year's lock, which ends
with the transaction: a process that is killed loses one piece, and the next one does that anew.
"""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from handlers.pools import WORKBOOKS
from handlers.route import Context, job
from models import faults
from models.faults import CannotGoOn
from models.income import balances, closing, gathering, homes, years
from models.income.shares import Distribution, NoWeight, some
from models.income.weights import Changes
from models.parameters import current_parameters
from rules.events.books import YearClosed, YearPreviewed
from rules.income import Pool, daily_factors
from rules.refusals.asking import TemporarilyUnavailable
from rules.refusals.base import Refusal
from rules.refusals.books import WeightsMissing

AT_ONCE = 25
"""Settlements given to all scopes between two looks at the database: less than a second."""


@dataclass(frozen=True)
class Piece:
    """One transaction's worth of a closing: the step and which of its chunks."""

    year: int
    step: str
    number: int


@dataclass
class Pace:
    """Shows how far a preview is, outside of the transaction that makes it."""

    year: int
    # Taken before the transaction begins, so that what runs in it has a connection of its own.
    outside: contextvars.Context = field(default_factory=contextvars.copy_context)

    async def show(self, step: str, done: int, total: int) -> None:
        """Anybody sees the step and how far it is."""
        loop = asyncio.get_running_loop()
        shown = years.show(self.year, step, done, total)
        await loop.create_task(shown, context=self.outside)


async def _paced(ctx: Context, item: "int | Piece") -> Pace:
    return Pace(item if isinstance(item, int) else item.year)


async def _not_previewed(at: datetime, year: int, error: Exception) -> int:
    """The year says why its preview came to nothing; whoever asked for it may ask again."""
    if isinstance(error, Refusal):
        return 0
    await years.failed(year, faults.words(error))
    return 1


async def _not_posted(at: datetime, piece: Piece, error: Exception) -> int:
    """The year says what keeps it from being closed; it is tried again, as nothing undoes it."""
    if isinstance(error, TemporarilyUnavailable):
        return 0
    await years.stuck(piece.year, faults.words(error))
    return 1


async def to_preview(at: datetime) -> list[int]:
    """The years whose preview was asked for."""
    return [row["year"] for row in await years.in_state("previewing")]


@job(to_preview, prepare=_paced, failed=_not_previewed)
async def preview_year(ctx: Context, year: int) -> None:
    """试算：本年结息归集到楼栋或单元，算出每一户利息所需的日因子；不入账。R4.5至R4.8。"""
    if not await years.alone(year):
        return
    row = await years.found(year)
    if row is None or row["state"] != "previewing":
        return
    await gathering.clear(year)
    try:
        figures = await _previewed(year, ctx.now, ctx.prepared)
    except NoWeight as error:
        await gathering.clear(year)
        why = f"{WeightsMissing.title()}：存款{error.due.code}，{error.due.from_on}起"
        await years.failed(year, why)
        return
    if await years.entries_until(years.end_of(year)) != figures["entries"]:
        # Somebody posted into the year meanwhile: what was read is of two moments. Anew, later.
        await gathering.clear(year)
        return
    await years.previewed(year, ctx.now, figures)
    data = {"year": year, **{name: figures[name] for name in ("income_fen", "interest_fen")}}
    ctx.record(YearPreviewed(subject_id=str(years.subject_of(year)), at=ctx.now, data=data))


async def _previewed(year: int, frozen_at: datetime, pace: Pace) -> dict[str, Any]:
    end_on = years.end_of(year)
    figures: dict[str, Any] = {"entries": await years.entries_until(end_on, frozen_at)}
    # The key by which income is given is a parameter (R4.6); there is one so far, and it is told.
    figures["attribution"] = (await current_parameters()).income_attribution
    dues = await gathering.dues(end_on)
    await pace.show("gathering", 0, len(dues))
    first_on = min((due.from_on for due in dues), default=end_on)
    last_on = max((due.to_on for due in dues), default=end_on)
    await balances.keep_changes(year, end_on, frozen_at, first_on, last_on)
    changes = Changes.of(await balances.kept_changes(year, first_on))
    distribution = Distribution(changes, first_on)
    found = distribution.run(dues)
    rates: list[tuple[int, int, date, date]] = []
    while batch := await WORKBOOKS.run("closing", some, found, AT_ONCE):
        await gathering.keep_deposits(year, batch)
        rates += [
            (one.due.sign * one.due.benchmark_fen, one.weight, one.due.from_on, one.due.to_on)
            for one in batch
        ]
        await pace.show("sharing", len(rates), len(dues))
    last = await years.newest_shut()
    sums = distribution.sums(await gathering.carried_from(last))
    await gathering.keep_scopes(year, sums)
    until_on = max(last_on, years.day_after(end_on))
    await gathering.keep_factors(year, daily_factors(rates, until_on))
    return figures | _figures(dues, sums) | await _interest(dues, last, frozen_at)


def _figures(dues: list[gathering.Due], sums: list[gathering.ScopeSum]) -> dict[str, Any]:
    earned: dict[str, int] = {}
    for each in sums:
        for name, fen in each.earned.items():
            earned[name] = earned.get(name, 0) + fen
    return {
        "settlements": sum(due.sign > 0 for due in dues),
        "reversals": sum(due.sign < 0 for due in dues),
        "bank_interest_fen": sum(due.sign * due.interest_fen for due in dues),
        "shortfall_fen": sum(due.sign * due.shortfall_fen for due in dues),
        "income_fen": sum(each.shares_fen for each in sums),
        "brought_fen": sum(each.brought_fen for each in sums),
        "posted_fen": sum(each.posted_fen for each in sums),
        "carried_fen": sum(each.carried_fen for each in sums),
        "scopes": len(sums),
        "scopes_credited": sum(each.posted_fen > 0 for each in sums),
        "earned": dict(sorted(earned.items())),
    }


async def _interest(
    dues: list[gathering.Due], last: int | None, frozen_at: datetime
) -> dict[str, Any]:
    """The homes' interest as one pool, which is never debited for an earlier mistake either."""
    before = await years.found(last) if last is not None else None
    brought_fen = before["figures"].get("interest_carried_fen", 0) if before else 0
    pool = Pool.of(sum(due.sign * due.benchmark_fen for due in dues), brought_fen)
    return {
        "interest_fen": pool.shares_fen,
        "interest_brought_fen": pool.brought_fen,
        "interest_posted_fen": pool.posted_fen,
        "interest_carried_fen": pool.carried_fen,
        "homes": await gathering.homes_with_money(frozen_at),
    }


async def to_post(at: datetime) -> list[Piece]:
    """The next piece of each closing."""
    return [
        Piece(row["year"], row["step"], row["done"] + 1) for row in await years.in_state("closing")
    ]


@job(to_post, prepare=_paced, failed=_not_posted)
async def post_year(ctx: Context, piece: Piece) -> None:
    """结账入账：逐批记入统筹账户和分户账，每批一笔分录，只记一次。R4.7、R4.8。"""
    if not await years.alone(piece.year):
        return
    row = await years.found(piece.year)
    if row is None or row["state"] != "closing":
        return
    if Piece(row["year"], row["step"], row["done"] + 1) != piece:
        return
    await STEPS[piece.step](ctx, piece, row)


async def _income(ctx: Context, piece: Piece, row: dict[str, Any]) -> None:
    chunks = await closing.income_chunks(piece.year)
    if not chunks:
        await years.advance(piece.year, "weighing", 0, 1)
        return
    await closing.post_income(piece.year, piece.number, ctx.now)
    await years.advance(piece.year, "income", piece.number, row["done"] + chunks)


async def _weighing(ctx: Context, piece: Piece, row: dict[str, Any]) -> None:
    total_fen = row["figures"]["interest_posted_fen"]
    cut = await homes.split(piece.year, total_fen, row["frozen_at"])
    await years.note(piece.year, {"interest": cut.kept(), "homes_credited": cut.paid})
    await years.advance(piece.year, "interest", 0, homes.chunks_of(cut))


async def _interest_chunk(ctx: Context, piece: Piece, row: dict[str, Any]) -> None:
    if piece.number > row["total"]:
        await years.advance(piece.year, "verifying", 0, 1)
        return
    await homes.post_chunk(piece.year, piece.number, ctx.now, closing.actor_of(piece.year))
    await years.advance(piece.year, "interest", piece.number, row["total"])


async def _verifying(ctx: Context, piece: Piece, row: dict[str, Any]) -> None:
    figures, posted = row["figures"], await closing.posted(piece.year)
    expected = {
        "income_fen": figures["posted_fen"],
        "scopes": figures["scopes_credited"],
        "interest_fen": figures["interest_posted_fen"],
        "homes": figures["homes_credited"],
    }
    if posted != expected:
        # Never so unless somebody wrote past the program; nothing is hidden by closing over it.
        wrong = [f"{name}应为{expected[name]}，账上为{fen}" for name, fen in posted.items()]
        raise CannotGoOn(f"入账合计与试算不符：{'；'.join(wrong)}")
    left = await closing.undistributed(piece.year)
    await years.note(piece.year, {f"left_{name}": fen for name, fen in left.items()})
    await homes.forget(piece.year)
    await years.closed(piece.year, ctx.now)
    data = {"year": piece.year, "posted_fen": posted["income_fen"]}
    data |= {"interest_fen": posted["interest_fen"], "homes": posted["homes"]}
    ctx.record(YearClosed(subject_id=str(years.subject_of(piece.year)), at=ctx.now, data=data))


STEPS: dict[str, Callable[[Context, Piece, dict[str, Any]], Awaitable[None]]] = {
    "income": _income,
    "weighing": _weighing,
    "interest": _interest_chunk,
    "verifying": _verifying,
}
