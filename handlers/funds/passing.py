"""Once a day every home is looked at: does it run low, did it change hands, was a batch reversed.

The round goes over the homes by id in parts, each in a transaction of its own; a round that stops
half-way goes on where it was. A change of owners that an import brought begins a new round.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from handlers.funds.warnings import judge_homes
from handlers.route import Context, job
from models.funds import batches, rounds
from models.funds.homes import lock_homes
from rules.days import beijing_date
from rules.events.books import FundPassedOn
from rules.funds import FundKind

AT_ONCE = 2_000
"""Homes of one part: none of them is locked for long."""


async def round_due(now: datetime) -> list[str]:
    """The part of the round that is next, as `round:home`, or a new round, as its day."""
    row = await rounds.due(beijing_date(now))
    if row is None or not row["any"]:
        return []
    if row["id"] and row["open"]:
        return [f"{row['id']}:{row['home_id'] or ''}"]
    return [beijing_date(now).isoformat()] if row["again"] else []


@job(round_due)
async def go_round(ctx: Context, part: str) -> None:
    """逐户核对：是否低于续筹线，是否已转让而余额随房过户。第6节，R2.4。"""
    round_id, _, after = part.partition(":")
    if len(round_id) == 10:
        await rounds.begin(date.fromisoformat(round_id), ctx.now)
        return
    row = await rounds.lock(UUID(round_id))
    if row is None or row["done_at"] or str(row["home_id"] or "") != after:
        # Another process was quicker.
        return
    homes = await rounds.homes_after(row["home_id"], AT_ONCE)
    if homes:
        await judge_homes(ctx, homes)
        await note_passing(ctx, homes)
    reached = homes[-1] if homes else row["home_id"]
    await rounds.go_on(row["id"], reached, ctx.now if len(homes) < AT_ONCE else None)


async def note_passing(ctx: Context, home_ids: Sequence[UUID]) -> None:
    """Each change of owners of these homes up to today is noted and told once, with the balance
    that went with the home (随房过户)."""
    await lock_homes(home_ids)
    rows = await rounds.passed(home_ids, beijing_date(ctx.now))
    await rounds.note(rows, ctx.now)
    for row in rows:
        data = {"place": row["place"], "on": row["on"], "balance_fen": row["balance_fen"]}
        ctx.record(FundPassedOn(subject_id=str(row["home_id"]), at=ctx.now, data=data))


async def reversed_batches(now: datetime) -> list[UUID]:
    """Batches whose journal was reversed and that do not say so yet."""
    return await batches.reversed_since()


@job(reversed_batches)
async def note_reversal(ctx: Context, batch_id: UUID) -> None:
    """分录已冲销的批次标为已冲销，凭证可重新录入；首期交存不再算数。R3.2。"""
    homes = [line["home_id"] for line in await batches.lines_of(batch_id)]
    kind = await batches.reverse(batch_id)
    if kind is None:
        return
    await batches.release_vouchers(batch_id)
    await lock_homes(homes)
    if kind == FundKind.FIRST:
        await batches.forget_first_deposits(homes)
    await judge_homes(ctx, homes)
