"""Who stands in what relation to a scope: voices, applicants, sight. R2.4, R2.5, R6.

Each answer is one statement, judged by the ownership of that day.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.base import one, sql


@dataclass(frozen=True)
class Voice:
    """An owner's homes in one scope, spoken for by a person bound to them."""

    owner_id: UUID
    homes: tuple[UUID, ...]


async def voice(person_id: UUID, scope_id: UUID, on: date) -> Voice | None:
    """The person's voice in the scope that day, or None. R2.4.

    Car spaces and storage give none unless the community's rules count them (R2.2). A scope that
    the home belonged to before counts too: its cases are over, and stay its owners' to see.
    """
    row = await one(
        """
        SELECT b.owner_id, array_agg(b.home_id ORDER BY b.home_id) AS homes
          FROM binding b
          JOIN home h ON h.id = b.home_id
          JOIN unit u ON u.id = h.unit_id
          JOIN ownership o ON o.home_id = b.home_id AND o.owner_id = b.owner_id
         WHERE b.person_id = $1 AND b.to_at IS NULL AND h.counts AND (u.scope_id = $2 OR EXISTS (
               SELECT 1 FROM scope_change k WHERE k.unit_id = u.id AND k.from_scope_id = $2))
           AND o.from_on <= $3 AND (o.to_on IS NULL OR o.to_on > $3)
         GROUP BY b.owner_id ORDER BY b.owner_id LIMIT 1
        """,
        person_id,
        scope_id,
        on,
    )
    return Voice(row["owner_id"], tuple(row["homes"])) if row else None


async def appointments(person_id: UUID, community_id: UUID, on: date) -> set[str]:
    """The roles ("committee", "manager", "independent") held there by approved papers that day."""
    rows = await sql(
        "SELECT DISTINCT role FROM appointment WHERE person_id = $1 AND community_id = $2"
        " AND state = 'approved' AND ended_at IS NULL AND from_on <= $3 AND to_on >= $3",
        person_id,
        community_id,
        on,
    )
    return {row["role"] for row in rows}


async def same_body(person_id: UUID, other_id: UUID, community_id: UUID, on: date) -> bool:
    """Whether the person holds papers that day of the very independent owner for which the other
    ever applied in the community: one sole owner does not act for another. 二(三)."""
    row = await one(
        "SELECT 1 AS yes FROM appointment a JOIN appointment b ON b.community_id = a.community_id"
        "   AND b.body_name = a.body_name AND b.role = a.role"
        " WHERE a.person_id = $1 AND b.person_id = $2 AND a.community_id = $3"
        "   AND a.role = 'independent' AND a.state = 'approved' AND b.state = 'approved'"
        "   AND a.ended_at IS NULL AND a.from_on <= $4 AND a.to_on >= $4 LIMIT 1",
        person_id,
        other_id,
        community_id,
        on,
    )
    return row is not None


async def still_owned(owner_homes: dict[UUID, list[UUID]], on: date) -> set[UUID]:
    """Those of the owners who still own at least one of their homes that day. R2.4."""
    pairs = [(owner, home) for owner, homes in owner_homes.items() for home in homes]
    rows = await sql(
        """
        SELECT DISTINCT o.owner_id FROM ownership o
          JOIN unnest($1::uuid[], $2::uuid[]) AS asked(owner_id, home_id)
            ON asked.owner_id = o.owner_id AND asked.home_id = o.home_id
         WHERE o.from_on <= $3 AND (o.to_on IS NULL OR o.to_on > $3)
        """,
        [pair[0] for pair in pairs],
        [pair[1] for pair in pairs],
        on,
    )
    return {row["owner_id"] for row in rows}
