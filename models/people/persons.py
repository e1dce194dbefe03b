"""Persons: one for each openid, with the phone number and the owner that they are. R2.5."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one
from models.ids import new_id


class Person(Row):
    """One openid is one person (R2.5). `owner` is the roll's owner once identity was proved."""

    openid = fields.CharField(64, unique=True)
    unionid = fields.CharField(64, null=True)
    phone_cipher = fields.BinaryField(null=True)
    phone_index = fields.BinaryField(null=True)
    owner: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Owner", null=True, on_delete=fields.RESTRICT
    )
    owner_id: UUID | None
    seen_at = fields.DatetimeField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "person"


async def seen(openid: str, unionid: str | None, at: datetime) -> UUID:
    """The person behind the openid, made now if it is new."""
    row = await one(
        "INSERT INTO person (id, openid, unionid, seen_at, created_at) VALUES ($1, $2, $3, $4, $4)"
        " ON CONFLICT (openid) DO UPDATE SET seen_at = excluded.seen_at,"
        " unionid = coalesce(excluded.unionid, person.unionid) RETURNING id",
        new_id(),
        openid,
        unionid,
        at,
    )
    assert row is not None
    return UUID(str(row["id"]))


async def lock(person_id: UUID) -> Person | None:
    """The person, locked: two requests of one person are judged one after the other."""
    return await Person.filter(id=person_id).select_for_update(no_key=True).first()


async def profile(person_id: UUID) -> dict[str, Any] | None:
    """The sealed number, the owner's name by the roll, and how many messages were not read."""
    return await one(
        "SELECT p.phone_cipher, o.name, (SELECT count(*) FROM message m WHERE m.to_id = p.id"
        " AND m.to_kind = 'person' AND m.read_at IS NULL) AS unread"
        " FROM person p LEFT JOIN owner o ON o.id = p.owner_id WHERE p.id = $1",
        person_id,
    )
