"""What a person is to the homes and communities of the roll, as the person is shown it. R2.5."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from handlers.route import Answer
from handlers.shown import at
from models.base import sql
from rules.days import beijing_date

MOST_SHOWN = 200


class HomeLine(Answer, frozen=True):
    """Where a home is; nothing about whose it is."""

    home_id: UUID
    community_id: UUID
    scope_id: UUID
    community: str
    building: str
    unit: str
    room: str


class BoundHome(Answer, frozen=True):
    """A home the person is bound to; `owned` is false once the roll says it was sold (R2.4)."""

    binding_id: UUID
    home: HomeLine
    how: str
    owned: bool
    from_at: datetime


class Standing(Answer, frozen=True):
    """An approved appointment that runs today (R5.1)."""

    appointment_id: UUID
    community_id: UUID
    community: str
    role: str
    body_name: str
    to_on: date


HOME_LINE = """
    h.id AS home_id, h.room, u.name AS unit, u.scope_id, bu.name AS building,
    co.id AS community_id, co.name AS community
"""
HOME_FROM = """
    home h JOIN unit u ON u.id = h.unit_id JOIN building bu ON bu.id = u.building_id
    JOIN community co ON co.id = bu.community_id
"""
"""Columns and tables that `home_line` reads."""


def home_line(row: Mapping[str, Any]) -> HomeLine:
    """A row of `HOME_LINE` as it is shown."""
    return HomeLine(
        home_id=row["home_id"],
        community_id=row["community_id"],
        scope_id=row["scope_id"],
        community=row["community"],
        building=row["building"],
        unit=row["unit"],
        room=row["room"],
    )


async def bound_homes(
    person_id: UUID, now: datetime, binding_id: UUID | None = None
) -> list[BoundHome]:
    """The person's live bindings, or one of them; oldest first. R2.5."""
    rows = await sql(
        f"SELECT b.id, b.how, b.from_at, {HOME_LINE}, EXISTS (SELECT 1 FROM owned_on($2) o"
        "   WHERE o.home_id = b.home_id AND o.owner_id = b.owner_id) AS owned"
        f"  FROM live_bindings() b JOIN {HOME_FROM} ON h.id = b.home_id"
        " WHERE b.person_id = $1 AND ($4::uuid IS NULL OR b.id = $4)"
        " ORDER BY b.from_at, b.id LIMIT $3",
        person_id,
        beijing_date(now),
        MOST_SHOWN,
        binding_id,
    )
    return [
        BoundHome(
            binding_id=row["id"],
            home=home_line(row),
            how=row["how"],
            owned=row["owned"],
            from_at=at(row["from_at"]),
        )
        for row in rows
    ]


async def standings(person_id: UUID, now: datetime) -> list[Standing]:
    """The person's appointments that hold today. R5.1."""
    rows = await sql(
        "SELECT a.id, a.community_id, c.name, a.role, a.body_name, a.to_on"
        " FROM appointments_on($2) a JOIN community c ON c.id = a.community_id"
        " WHERE a.person_id = $1 ORDER BY a.to_on, a.id LIMIT $3",
        person_id,
        beijing_date(now),
        MOST_SHOWN,
    )
    return [
        Standing(
            appointment_id=row["id"],
            community_id=row["community_id"],
            community=row["name"],
            role=row["role"],
            body_name=row["body_name"],
            to_on=row["to_on"],
        )
        for row in rows
    ]
