"""What owners say of a lobby where the notice does not hang. R7.2."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Listing, newest


class LobbyReport(Row):
    """An owner's word that a notice does not hang in a lobby; it waits until it is answered.

    Who said it is for the Centre's log alone: no list shows the person.
    """

    lobby: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Lobby", on_delete=fields.RESTRICT
    )
    lobby_id: UUID
    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    note = fields.CharField(200, default="")
    reported_at = fields.DatetimeField()
    answer = fields.CharField(300, default="")
    answered_at = fields.DatetimeField(null=True)
    answered_by = fields.UUIDField(null=True)

    class Meta:
        table = "lobby_report"


async def lobby_at(case_id: UUID, version: int, unit_id: UUID) -> UUID | None:
    """The lobby of that unit in that notice."""
    row = await one(
        "SELECT id FROM lobby WHERE case_id = $1 AND version = $2 AND unit_id = $3",
        case_id,
        version,
        unit_id,
    )
    return row["id"] if row else None


async def said_before(lobby_id: UUID, person_id: UUID) -> tuple[bool, int]:
    """Whether a report of this person on the lobby waits, and how many they made on its notice."""
    row = await one(
        "SELECT coalesce(bool_or(r.lobby_id = $1 AND r.answered_at IS NULL), false) AS waits,"
        " count(*)::int AS made FROM lobby_report r JOIN lobby l ON l.id = r.lobby_id"
        " JOIN lobby here ON here.id = $1 AND here.case_id = l.case_id AND here.version = l.version"
        " WHERE r.person_id = $2",
        lobby_id,
        person_id,
    )
    assert row is not None
    return row["waits"], row["made"]


async def settle(lobby_id: UUID, by: UUID, answer: str, now: datetime) -> None:
    """What waits on that lobby is answered by what was done about it."""
    await sql(
        "UPDATE lobby_report SET answer = $3, answered_by = $2, answered_at = $4"
        " WHERE lobby_id = $1 AND answered_at IS NULL",
        lobby_id,
        by,
        answer,
        now,
    )


REPORTS = Listing(
    "r.id, l.case_id, l.unit_id, b.name || u.name AS place, r.note, r.reported_at, r.answer,"
    " r.answered_at, r.person_id",
    "lobby_report r JOIN lobby l ON l.id = r.lobby_id JOIN unit u ON u.id = l.unit_id"
    " JOIN building b ON b.id = u.building_id",
    "r.id",
    {"newest": newest("r.reported_at")},
    {"waiting": "r.answered_at IS NULL", "person_id": "r.person_id = {person_id}::uuid"},
    always="l.case_id = {case_id}::uuid",
    needs=("case_id",),
)
"""The reports on a case's notices, the newest first."""


async def case_of(report_id: UUID) -> UUID | None:
    """The case whose notice it is about."""
    row = await one(
        "SELECT l.case_id FROM lobby_report r JOIN lobby l ON l.id = r.lobby_id WHERE r.id = $1",
        report_id,
    )
    return row["case_id"] if row else None
