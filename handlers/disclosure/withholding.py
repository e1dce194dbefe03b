"""Which pooled accounts are withheld from the public today. R12.1, R12.2.

Counting the owners of every scope of the city takes a second, so the answer is kept for a minute.
The scope that is asked for is always counted anew: one that has just lost its owners is withheld at
once, and within a minute the one that hides it.
"""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from handlers.route import Context, World
from models.base import sql
from models.parameters import current_parameters
from rules.days import beijing_date
from rules.publishing import Part, Suppression, suppress

SECONDS = 60
# Processes serve one world; tests a few, one after the other.
MOST = 4

# Everybody knows that a scope whose homes went to another one is empty: it would hide nothing.
_PARTS = """
SELECT s.id, a.balance_fen AS size_fen, coalesce(o.owners, 0) AS owners
  FROM scope s JOIN ledger_account a ON a.owner_ref = s.id AND a.kind = 'pooled'
  LEFT JOIN (
       SELECT u.scope_id, count(DISTINCT o.owner_id) AS owners
         FROM owned_on($1) o JOIN home h ON h.id = o.home_id JOIN unit u ON u.id = h.unit_id
        GROUP BY u.scope_id
       ) o ON o.scope_id = s.id
 WHERE a.balance_fen <> 0 OR EXISTS (SELECT 1 FROM unit x WHERE x.scope_id = s.id)
    OR NOT EXISTS (SELECT 1 FROM scope_change k WHERE k.from_scope_id = s.id)
"""
_REPORTED = """
SELECT DISTINCT (line->>'scope_id')::uuid AS id
  FROM year_report, jsonb_array_elements(body->'scopes') AS line
 WHERE (line->>'withheld')::boolean
"""


@dataclass(frozen=True)
class _Kept:
    world: World
    now: datetime
    tick: float
    few: int
    found: Suppression


_kept: list[_Kept] = []


async def withheld(ctx: Context) -> tuple[Suppression, int]:
    """What is withheld, and below how many owners (`publish.min_group`); at most a minute old."""
    few = (await current_parameters()).publish_min_group
    tick = time.monotonic()
    for kept in _kept:
        young = tick - kept.tick < SECONDS and abs(ctx.now - kept.now) < timedelta(seconds=SECONDS)
        if kept.world is ctx.world and kept.few == few and young:
            return kept.found, few
    found = suppress(await _parts(beijing_date(ctx.now)), few)
    _kept[:] = [kept for kept in _kept if kept.world is not ctx.world][-MOST:]
    _kept.append(_Kept(ctx.world, ctx.now, tick, few, found))
    return found, few


def forget() -> None:
    """A report was published: what it withholds is withheld here from now on."""
    _kept.clear()


async def _parts(on: date) -> list[Part]:
    reported = await reported_withheld()
    rows: list[dict[str, Any]] = await sql(_PARTS, on)
    return [Part(**row, kept=row["id"] in reported) for row in rows]


async def reported_withheld() -> set[UUID]:
    """The scopes that any published yearly report withholds: no page may tell what it did not."""
    return {row["id"] for row in await sql(_REPORTED)}
