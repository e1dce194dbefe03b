"""Once a day every home is looked at: does it run low, did it change hands, was a batch reversed.

The round goes over the homes by id in parts, each in a transaction of its own; a round that stops
half-way goes on where it was. A change of owners that an import brought begins a new round.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from handlers.funds.purses import lock_homes
from handlers.funds.views import PLACE, PLACE_FROM
from handlers.funds.warnings import judge_homes
from handlers.route import Context, job
from models.base import one, sql
from rules.days import beijing_date
from rules.events.books import FundPassedOn
from rules.funds import FundKind

AT_ONCE = 2_000
"""Homes of one part: none of them is locked for long."""

_DUE = """
SELECT r.id, r.home_id, r.done_at IS NULL AS open,
       r.id IS NULL OR r.done_at IS NOT NULL AND (r.on < $1 OR coalesce(r.began_at <= (
         SELECT max(finished_at) FROM import WHERE state = 'applied'), false)) AS again,
       EXISTS (SELECT 1 FROM ledger_account WHERE kind = 'household_fund') AS any
  FROM (SELECT 1) AS always
  LEFT JOIN LATERAL (SELECT * FROM fund_round ORDER BY began_at DESC LIMIT 1) r ON true
"""


async def round_due(now: datetime) -> list[str]:
    """The part of the round that is next, as `round:home`, or a new round, as its day."""
    row = await one(_DUE, beijing_date(now))
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
        await sql(
            'INSERT INTO fund_round (id, "on", began_at) VALUES ($1, $2, $3)'
            " ON CONFLICT ((true)) WHERE done_at IS NULL DO NOTHING",
            uuid4(),
            date.fromisoformat(round_id),
            ctx.now,
        )
        return
    row = await one("SELECT * FROM fund_round WHERE id = $1 FOR UPDATE", UUID(round_id))
    if row is None or row["done_at"] or str(row["home_id"] or "") != after:
        # Another process was quicker.
        return
    homes = [
        found["id"]
        for found in await sql(
            "SELECT id FROM home WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2",
            row["home_id"],
            AT_ONCE,
        )
    ]
    if homes:
        await judge_homes(ctx, homes)
        await note_passing(ctx, homes)
    await sql(
        "UPDATE fund_round SET home_id = $2, done_at = $3 WHERE id = $1",
        row["id"],
        homes[-1] if homes else row["home_id"],
        ctx.now if len(homes) < AT_ONCE else None,
    )


# A home changed hands on the day on which somebody's ownership began and somebody else's had
# ended just then, or nobody had it the day before. What passed is what the books had of it before
# that day; a home that had nothing in the books by then passed nothing on.
_PASSED = f"""
SELECT h.id AS home_id, n."on", {PLACE} AS place, b.balance_fen FROM (
       SELECT DISTINCT o.home_id, o.from_on AS "on" FROM ownership o
         JOIN ownership p ON p.home_id = o.home_id AND p.owner_id <> o.owner_id
          AND p.from_on < o.from_on
        WHERE o.home_id = ANY($1::uuid[]) AND o.from_on <= $2 AND (p.to_on = o.from_on
          OR p.to_on < o.from_on AND NOT EXISTS (
             SELECT 1 FROM owned_on(o.from_on - 1) q WHERE q.home_id = o.home_id))) n
  JOIN {PLACE_FROM} ON h.id = n.home_id
 CROSS JOIN LATERAL (
       SELECT count(*) AS entries, coalesce(-sum(p.amount_fen), 0)::bigint AS balance_fen
         FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id
         JOIN ledger_journal j ON j.id = p.journal_id
        WHERE a.code IN ('household_fund:' || h.id::text, 'household_interest:' || h.id::text)
          AND j.effective_on < n."on") b
 WHERE b.entries > 0
   AND NOT EXISTS (SELECT 1 FROM fund_passing f WHERE f.home_id = h.id AND f."on" = n."on")
 ORDER BY h.id, n."on"
"""


async def note_passing(ctx: Context, home_ids: Sequence[UUID]) -> None:
    """Each change of owners of these homes up to today is noted and told once, with the balance
    that went with the home (随房过户)."""
    await lock_homes(home_ids)
    rows = await sql(_PASSED, list(home_ids), beijing_date(ctx.now))
    await sql(
        'INSERT INTO fund_passing (id, home_id, "on", balance_fen, noted_at)'
        " SELECT gen_random_uuid(), l.*, $4"
        " FROM unnest($1::uuid[], $2::date[], $3::bigint[]) AS l",
        [row["home_id"] for row in rows],
        [row["on"] for row in rows],
        [row["balance_fen"] for row in rows],
        ctx.now,
    )
    for row in rows:
        data = {"place": row["place"], "on": row["on"], "balance_fen": row["balance_fen"]}
        ctx.record(FundPassedOn(subject_id=str(row["home_id"]), at=ctx.now, data=data))


async def reversed_batches(now: datetime) -> list[UUID]:
    """Batches whose journal was reversed and that do not say so yet."""
    rows = await sql(
        "SELECT b.id FROM fund_batch b JOIN ledger_journal r ON r.reverses_id = b.journal_id"
        " WHERE b.state = 'posted' ORDER BY b.id LIMIT 100"
    )
    return [row["id"] for row in rows]


@job(reversed_batches)
async def note_reversal(ctx: Context, batch_id: UUID) -> None:
    """分录已冲销的批次标为已冲销，凭证可重新录入；首期交存不再算数。R3.2。"""
    homes = await sql("SELECT home_id FROM fund_line WHERE batch_id = $1", batch_id)
    ids = [row["home_id"] for row in homes]
    batch = await one(
        "UPDATE fund_batch SET state = 'reversed' WHERE id = $1 AND state = 'posted'"
        " RETURNING kind",
        batch_id,
    )
    if batch is None:
        return
    await sql("UPDATE fund_line SET live = false WHERE batch_id = $1", batch_id)
    await lock_homes(ids)
    if batch["kind"] == FundKind.FIRST:
        await sql("UPDATE home SET first_deposit_fen = NULL WHERE id = ANY($1::uuid[])", ids)
    await judge_homes(ctx, ids)
