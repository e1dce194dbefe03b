"""Who speaks for which home, and the tries to say so. R2.5."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one
from models.listing import Key, Listing, Moment, Sort, by_code


class Binding(Row):
    """A person speaks for an owner's home from one moment to another (R2.5)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    how = fields.CharField(16)
    from_at = fields.DatetimeField()
    to_at = fields.DatetimeField(null=True)

    class Meta:
        table = "binding"


class BindingAttempt(Row):
    """One try to bind a home by name and number, kept so that tries can be counted (R2.5).

    Written before the try is judged: what fails leaves its trace though nothing else stays.
    """

    person_id = fields.UUIDField()
    home_id = fields.UUIDField()
    at = fields.DatetimeField()
    matched = fields.BooleanField(default=False)

    class Meta:
        table = "binding_attempt"
        indexes = (("person_id", "at"), ("home_id", "at"), ("at",))


class Guesses(Row):
    """How often tries failed, ever: of one login (`person`), or at the homes that one owner may
    have (`home`, each home by itself). R2.8."""

    kind = fields.CharField(8)
    key = fields.UUIDField()
    failures = fields.IntField()
    last_at = fields.DatetimeField()

    class Meta:
        table = "guesses"
        unique_together = (("kind", "key"),)


HOME_LINE = """
    h.id AS home_id, h.room, u.name AS unit, u.scope_id, bu.name AS building,
    co.id AS community_id, co.name AS community
"""
HOME_FROM = """
    home h JOIN unit u ON u.id = h.unit_id JOIN building bu ON bu.id = u.building_id
    JOIN community co ON co.id = bu.community_id
"""
"""Where a home is: columns, and the tables that they are from."""

BINDINGS = Listing(
    f"b.id AS binding_id, b.how, b.from_at, {HOME_LINE},"
    " EXISTS (SELECT 1 FROM owned_on({today}) o WHERE o.home_id = b.home_id"
    "   AND o.owner_id = b.owner_id) AS owned",
    f"live_bindings() b JOIN {HOME_FROM} ON h.id = b.home_id",
    "b.id",
    {"oldest": Sort((Key("b.from_at", Moment),), down=False)},
    {"id": "b.id = {id}"},
    always="b.person_id = {person_id}",
    needs=("person_id", "today"),
)


# Proved to be an owner, whoever owned the home then, and bound by it still.
_PROVED = (
    "SELECT l.owner_id, l.how FROM live_bindings() l WHERE l.person_id = {person_id}"
    " AND l.how IN ('phone', 'face')"
)
OFFERED = Listing(
    f"{HOME_LINE}, o.owner_id, (SELECT max(l.how) FROM ({_PROVED}) l WHERE l.owner_id = o.owner_id)"
    " AS how",
    f"{HOME_FROM} JOIN owned_on({{today}}) o ON o.home_id = h.id",
    "h.id",
    {"place": by_code("h.code")},
    {
        "id": "h.id = {id}",
        "unbound": "NOT EXISTS (SELECT 1 FROM live_bindings() x"
        " WHERE x.person_id = {person_id} AND x.home_id = h.id)",
    },
    always=f"o.owner_id IN (SELECT p.owner_id FROM ({_PROVED}) p)",
    needs=("person_id", "today"),
)
"""The homes, that day, of the owner whom the person proved to be. R2.5."""


async def failures(person_id: UUID, home_id: UUID, since: datetime) -> tuple[int, int]:
    """Tries after that moment that did not match: the person's own, and those at the home."""
    row = await one(
        "SELECT count(*) FILTER (WHERE person_id = $1) AS own,"
        " count(*) FILTER (WHERE home_id = $2) AS home FROM binding_attempt"
        " WHERE (person_id = $1 OR home_id = $2) AND NOT matched AND at > $3",
        person_id,
        home_id,
        since,
    )
    assert row is not None
    return row["own"], row["home"]


async def owner_with(id_indexes: Sequence[bytes], home_id: UUID, on: date) -> dict[str, Any] | None:
    """The owner of the home that day with this number: id, name as it is matched, sealed phone."""
    return await one(
        "SELECT w.id, w.name_key, w.phone_cipher FROM owner w"
        " JOIN owned_on($3) o ON o.owner_id = w.id"
        " WHERE w.id_index = ANY($1::bytea[]) AND o.home_id = $2 LIMIT 1",
        list(id_indexes),
        home_id,
        on,
    )


async def is_another(person_id: UUID, owner_id: UUID) -> bool:
    """Whether the person is bound as another natural person than this owner, who is one too.

    Bodies have agents, and an agent may act for several (R2.5).
    """
    row = await one(
        "SELECT 1 AS yes FROM live_bindings() b JOIN owner o ON o.id = b.owner_id"
        " WHERE b.person_id = $1 AND b.owner_id <> $2 AND o.id_kind <> 'body'"
        " AND EXISTS (SELECT 1 FROM owner w WHERE w.id = $2 AND w.id_kind <> 'body') LIMIT 1",
        person_id,
        owner_id,
    )
    return row is not None
