"""How many took part in a running vote, for the clock alone: nobody reads it from here. R8.7."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.votes.tables import Vote

# A home has given its voice by a ballot that stands; its area counts whole (R2.3).
_SO_FAR = """
SELECT count(DISTINCT vh.head)::int AS heads, coalesce(sum(vh.area_cm2), 0)::bigint AS area_cm2
  FROM vote_home vh WHERE vh.vote_id = {vote} AND EXISTS (SELECT 1 FROM ballot b
       WHERE b.vote_home_id = vh.id AND b.state = 'valid')
"""


async def grown(now: datetime, limit: int) -> list[UUID]:
    """Running votes in which so many more heads took part than was told that it may be told."""
    rows = await sql(
        f"SELECT v.id FROM vote v JOIN LATERAL ({_SO_FAR.format(vote='v.id')}) n ON true"
        " WHERE v.state = 'open' AND v.ends_at > $1"
        "   AND least(n.heads - v.told_heads, v.heads - n.heads)"
        "    >= (v.parameters->>'publish.min_group')::int ORDER BY v.id LIMIT $2",
        now,
        limit,
    )
    return [row["id"] for row in rows]


async def so_far(vote_id: UUID) -> dict[str, Any]:
    """Heads and area (cm2) of the homes that gave a voice."""
    row = await one(_SO_FAR.format(vote="$1"), vote_id)
    assert row is not None
    return row


async def tell(vote_id: UUID, heads: int, enough_area: bool, now: datetime) -> None:
    """What is told of the turnout from now on."""
    await Vote.filter(id=vote_id).update(told_heads=heads, told_area=enough_area, told_at=now)
