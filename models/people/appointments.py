"""Who acts for a committee, a manager or a sole owner: papers, a term, a decision. R5.1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.entries import Table
from models.files import shown
from models.listing import Key, Listing, Sort, newest, rows_of


class Appointment(Row):
    """A committee member or a manager, with written authorisation and a term (R5.1)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    community: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Community", on_delete=fields.RESTRICT
    )
    community_id: UUID
    role = fields.CharField(16)
    body_name = fields.CharField(120)
    name_cipher = fields.BinaryField(null=True)
    file: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT
    )
    file_id: UUID
    from_on = fields.DateField()
    to_on = fields.DateField()
    state = fields.CharField(16, default="open")
    reason = fields.TextField(default="")
    proposed_by = fields.UUIDField(null=True)
    proposed_at = fields.DatetimeField(null=True)
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "appointment"


APPOINTMENT = Table(
    "appointment",
    line="e.body_name",
    community_id="e.community_id",
    waits="proposed",
    confirmed="approved",
    dropped="open",
    entered_by="proposed_by",
    entered_at="proposed_at",
    confirmed_by="decided_by",
    confirmed_at="decided_at",
    dropped_by="",
    dropped_at="",
    drop_reason="",
)
"""Of a body that the roll does not name; dropped, it is open to be judged again. R1.2, R5.1."""

APPOINTMENT_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "ALTER TABLE appointment ADD CONSTRAINT appointment_two_people"
        " CHECK (decided_by IS NULL OR proposed_by IS NULL OR decided_by <> proposed_by)",
        "ALTER TABLE appointment DROP CONSTRAINT appointment_two_people",
    ),
    (
        "CREATE INDEX appointment_proposed ON appointment (proposed_at) WHERE state = 'proposed'",
        "DROP INDEX appointment_proposed",
    ),
]
"""What PostgreSQL refuses, and how the desk finds those: (statement, its undoing)."""

# Ended early, an approved one reads "ended".
_STATE = "CASE WHEN a.ended_at IS NOT NULL AND a.state = 'approved' THEN 'ended' ELSE a.state END"
APPOINTMENTS = Listing(
    "a.id, a.person_id, a.name_cipher, p.phone_cipher, a.community_id, c.name AS community,"
    " c.manager_name, a.role, a.body_name,"
    f" {shown('a.file_id')} AS file, a.from_on, a.to_on, {_STATE} AS state,"
    " a.reason, a.created_at, a.decided_at, a.ended_at",
    "appointment a JOIN community c ON c.id = a.community_id JOIN person p ON p.id = a.person_id",
    "a.id",
    {
        "newest": newest("a.created_at"),
        "ending": Sort((Key("a.to_on", date),), down=False),
    },
    {
        "id": "a.id = {id}",
        "person_id": "a.person_id = {person_id}",
        "state": f"{_STATE} = {{state}}",
        "role": "a.role = {role}",
        "community_id": "a.community_id = {community_id}",
    },
)


async def appointment(appointment_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    rows = await rows_of(APPOINTMENTS, {"id": appointment_id}, limit=1)
    return rows[0] if rows else None


async def lock(appointment_id: UUID) -> Appointment | None:
    """The appointment, locked until the end of the transaction."""
    return await Appointment.filter(id=appointment_id).select_for_update().first()


@dataclass(frozen=True, slots=True)
class Asked:
    """What an application is judged by: whether community and paper are there, whether the same
    waits already, and how many of the person's wait."""

    community: bool
    file: bool
    waiting: bool
    open: int


async def asked(person_id: UUID, community_id: UUID, file_id: UUID, role: str) -> Asked:
    """The facts for a person who asks for this role there with this paper of the person's own."""
    row = await one(
        "SELECT EXISTS (SELECT 1 FROM community WHERE id = $2) AS community,"
        " EXISTS (SELECT 1 FROM file WHERE id = $3 AND owner_kind = 'person'"
        "   AND owner_id = $1) AS file,"
        " EXISTS (SELECT 1 FROM appointment WHERE person_id = $1 AND community_id = $2"
        "   AND role = $4 AND state IN ('open', 'proposed')) AS waiting,"
        " (SELECT count(*) FROM appointment WHERE person_id = $1"
        "   AND state IN ('open', 'proposed')) AS open",
        person_id,
        community_id,
        file_id,
        role,
    )
    assert row is not None
    return Asked(**row)


async def in_force(person_id: UUID, on: date) -> Sequence[dict[str, Any]]:
    """The person's appointments that hold that day, the first to end first."""
    return await sql(
        "SELECT a.id, a.id AS appointment_id, a.community_id, c.name AS community, a.role,"
        " a.body_name, a.name_cipher, a.to_on FROM appointments_on($2) a"
        " JOIN community c ON c.id = a.community_id WHERE a.person_id = $1 ORDER BY a.to_on, a.id",
        person_id,
        on,
    )
