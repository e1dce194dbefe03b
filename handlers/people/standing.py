"""What a person is to the homes and communities of the roll, as the person is shown it. R2.5."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from handlers.lists import view_of
from handlers.route import Answer
from models.listing import every
from models.people import appointments
from models.people.bindings import BINDINGS
from rules.days import beijing_date


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


def bound_home(row: dict[str, Any]) -> BoundHome:
    """A row of `BINDINGS` as it is shown."""
    return view_of(BoundHome, row, home=view_of(HomeLine, row))


async def bound_homes(
    person_id: UUID, now: datetime, binding_id: UUID | None = None
) -> list[BoundHome]:
    """The person's live bindings, or one of them; oldest first. R2.5."""
    given = {"person_id": person_id, "today": beijing_date(now), "id": binding_id}
    return [bound_home(row) async for rows in every(BINDINGS, given) for row in rows]


async def standings(person_id: UUID, now: datetime) -> list[Standing]:
    """The person's appointments that hold today. R5.1."""
    rows = await appointments.in_force(person_id, beijing_date(now))
    return [view_of(Standing, row) for row in rows]
