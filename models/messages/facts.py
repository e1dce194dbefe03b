"""What a message says beyond its event: names, places, and words that only their reader gets."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from models.base import sql
from models.funds.homes import PLACE, PLACE_FROM

_SAID = f"""
SELECT 'unit' AS what, u.id, u.name AS text FROM unit u WHERE u.id = ANY($1::uuid[])
 UNION ALL
SELECT 'home', h.id, {PLACE} FROM {PLACE_FROM} WHERE h.id = ANY($1::uuid[])
 UNION ALL
SELECT 'place', b.id, c.name || b.name FROM building b JOIN community c ON c.id = b.community_id
 WHERE b.id = ANY($1::uuid[])
 UNION ALL
SELECT 'place', c.id, c.name FROM community c WHERE c.id = ANY($1::uuid[])
 UNION ALL
SELECT 'decision', o.id, o.decision FROM objection o WHERE o.id = ANY($1::uuid[])
 UNION ALL
SELECT 'receipt', x.id, x.receipt FROM ballot x WHERE x.id = ANY($1::uuid[])
 UNION ALL
SELECT 'home', x.id, {PLACE} FROM ballot x JOIN vote_home v ON v.id = x.vote_home_id,
       {PLACE_FROM} WHERE h.id = v.home_id AND x.id = ANY($1::uuid[])
"""


@dataclass(frozen=True)
class Said:
    """`what` it is, unit, home, place, decision or receipt, of which thing, and its words."""

    what: str
    of: UUID
    text: str


async def said_of(ids: Collection[UUID]) -> list[Said]:
    """What is known of these units, homes, buildings, communities, objections and ballots.

    An objection's decision and a ballot's receipt are their owner's alone: the caller sees to it
    that nobody else gets a message made of them (R7.8, R8.5).
    """
    if not ids:
        return []
    rows = await sql(_SAID, list(ids))
    return [Said(row["what"], row["id"], row["text"]) for row in rows]
