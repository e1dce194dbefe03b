"""What the daily round over all homes notes: warnings and changes of hands. R2.4, section 6."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.funds.homes import BALANCE, FUNDS, PLACE, PLACE_FROM
from models.ids import new_id

_JUDGED = f"""
SELECT h.id, coalesce(h.first_deposit_fen, 0) AS first_fen, {PLACE} AS place,
       {BALANCE} AS balance_fen,
       EXISTS (SELECT 1 FROM fund_warning w WHERE w.home_id = h.id AND w.ended_at IS NULL) AS warned
  FROM {PLACE_FROM} {FUNDS}
 WHERE h.id = ANY($1::uuid[]) AND (h.first_deposit_fen > 0 OR EXISTS (
       SELECT 1 FROM fund_warning w WHERE w.home_id = h.id AND w.ended_at IS NULL))
 ORDER BY h.id
"""
_DUE = """
SELECT r.id, r.home_id, r.done_at IS NULL AS open,
       r.id IS NULL OR r.done_at IS NOT NULL AND (r.on < $1 OR coalesce(r.began_at <= (
         SELECT max(finished_at) FROM import WHERE state = 'applied'), false)) AS again,
       EXISTS (SELECT 1 FROM ledger_account WHERE kind = 'household_fund') AS any
  FROM (SELECT 1) AS always
  LEFT JOIN LATERAL (SELECT * FROM fund_round ORDER BY began_at DESC LIMIT 1) r ON true
"""
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


async def judged(home_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Homes that paid in or are warned: what they have, and whether they are warned."""
    return await sql(_JUDGED, list(home_ids))


async def open_warnings(rows: Sequence[dict[str, Any]], percent: int, at: datetime) -> None:
    """These homes are warned from now on."""
    await sql(
        "INSERT INTO fund_warning (id, home_id, balance_fen, first_fen, line_percent, since_at)"
        " SELECT gen_random_uuid(), l.*, $4, $5"
        " FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS l",
        [row["id"] for row in rows],
        [row["balance_fen"] for row in rows],
        [row["first_fen"] for row in rows],
        percent,
        at,
    )


async def end_warnings(rows: Sequence[dict[str, Any]], at: datetime) -> None:
    """These homes are warned no more."""
    await sql(
        "UPDATE fund_warning SET ended_at = $2 WHERE home_id = ANY($1::uuid[])"
        " AND ended_at IS NULL",
        [row["id"] for row in rows],
        at,
    )


async def due(today: date) -> dict[str, Any] | None:
    """The last round: whether it is open, whether another is due, whether there are funds."""
    return await one(_DUE, today)


async def begin(on: date, at: datetime) -> None:
    """A round of that day, unless one is open."""
    await sql(
        'INSERT INTO fund_round (id, "on", began_at) VALUES ($1, $2, $3)'
        " ON CONFLICT ((true)) WHERE done_at IS NULL DO NOTHING",
        new_id(),
        on,
        at,
    )


async def lock(round_id: UUID) -> dict[str, Any] | None:
    """The round, locked."""
    return await one("SELECT * FROM fund_round WHERE id = $1 FOR UPDATE", round_id)


async def homes_after(home_id: UUID | None, limit: int) -> list[UUID]:
    """The next homes by id."""
    rows = await sql(
        "SELECT id FROM home WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2",
        home_id,
        limit,
    )
    return [row["id"] for row in rows]


async def go_on(round_id: UUID, home_id: UUID | None, done_at: datetime | None) -> None:
    """The round has looked at the homes up to this one."""
    await sql(
        "UPDATE fund_round SET home_id = $2, done_at = $3 WHERE id = $1",
        round_id,
        home_id,
        done_at,
    )


async def passed(home_ids: Sequence[UUID], today: date) -> list[dict[str, Any]]:
    """Changes of hands of these homes that nobody noted, with what went with them."""
    return await sql(_PASSED, list(home_ids), today)


async def note(rows: Sequence[dict[str, Any]], at: datetime) -> None:
    """These changes of hands were noted."""
    await sql(
        'INSERT INTO fund_passing (id, home_id, "on", balance_fen, noted_at)'
        " SELECT gen_random_uuid(), l.*, $4"
        " FROM unnest($1::uuid[], $2::date[], $3::bigint[]) AS l",
        [row["home_id"] for row in rows],
        [row["on"] for row in rows],
        [row["balance_fen"] for row in rows],
        at,
    )
