"""Persons: one for each openid, with the phone number that WeChat verified. R2.5."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one
from models.ids import new_id


class Person(Row):
    """One openid is one person. Whose homes they speak for is in their live bindings (R2.5)."""

    openid = fields.CharField(64, unique=True)
    phone_cipher = fields.BinaryField(null=True)
    phone_index = fields.BinaryField(null=True)
    seen_at = fields.DatetimeField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "person"


async def seen(openid: str, at: datetime) -> UUID:
    """The person behind the openid, made now if it is new."""
    row = await one(
        "INSERT INTO person (id, openid, seen_at, created_at) VALUES ($1, $2, $3, $3)"
        " ON CONFLICT (openid) DO UPDATE SET seen_at = excluded.seen_at RETURNING id",
        new_id(),
        openid,
        at,
    )
    assert row is not None
    return UUID(str(row["id"]))


async def lock(person_id: UUID) -> Person | None:
    """The person, locked: two requests of one person are judged one after the other."""
    return await Person.filter(id=person_id).select_for_update(no_key=True).first()


async def profile(person_id: UUID) -> dict[str, Any] | None:
    """The sealed number, the name by the roll of the owner they are bound as (of several a natural
    person's before a body's), and how many messages were not read."""
    return await one(
        "SELECT p.phone_cipher, (SELECT o.name FROM live_bindings() b JOIN owner o"
        "   ON o.id = b.owner_id WHERE b.person_id = p.id"
        "   ORDER BY o.id_kind = 'body', b.from_at, b.id LIMIT 1) AS name,"
        " (SELECT count(*) FROM message m WHERE m.to_id = p.id"
        " AND m.to_kind = 'person' AND m.read_at IS NULL) AS unread"
        " FROM person p WHERE p.id = $1",
        person_id,
    )
