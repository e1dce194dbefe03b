"""Insurers, and what they cover."""

from datetime import date
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one
from models.listing import Code, Key, Listing, Sort, by_code, contains


class Insurer(Row):
    """An admitted insurer; what it is paid into stands beside it (R3.5)."""

    code = fields.CharField(40, unique=True)
    name = fields.CharField(120)
    contact = fields.CharField(120, default="")
    admitted_from_on = fields.DateField()
    admitted_to_on = fields.DateField()
    suspended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "insurer"


class Policy(Row):
    """A policy from its contract on: pending until paid and issued, then active."""

    case: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Case", null=True, on_delete=fields.RESTRICT
    )
    case_id: UUID | None
    insurer: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Insurer", on_delete=fields.RESTRICT
    )
    insurer_id: UUID
    contract_number = fields.CharField(60)
    number = fields.CharField(60, null=True, unique=True)
    from_on = fields.DateField()
    to_on = fields.DateField()
    premium_fen = fields.BigIntField()
    cover: Any = fields.JSONField(default=dict)
    state = fields.CharField(16)
    created_at = fields.DatetimeField()

    class Meta:
        table = "policy"


class Cover(Row):
    """One elevator in one policy; `to_on` is the last day covered. The database itself refuses
    two covers of one elevator that overlap (R5.5)."""

    policy: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Policy", on_delete=fields.CASCADE
    )
    policy_id: UUID
    elevator: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Elevator", on_delete=fields.RESTRICT
    )
    elevator_id: UUID
    from_on = fields.DateField()
    to_on = fields.DateField()
    premium_fen = fields.BigIntField()
    live = fields.BooleanField(default=True)

    class Meta:
        table = "cover"


INSURERS = Listing(
    "i.id, i.code, i.name, i.contact, i.admitted_from_on,"
    " i.admitted_to_on, i.suspended_at, (i.suspended_at IS NULL"
    " AND {today}::date BETWEEN i.admitted_from_on AND i.admitted_to_on) AS available",
    "insurer i",
    "",
    {
        "code": by_code("i.code"),
        "ending": Sort((Key("i.admitted_to_on", date), Key("i.code", Code)), down=False),
    },
    {
        "id": "i.id = {id}",
        "q": contains("q", "i.name", "i.code"),
        "available": "i.suspended_at IS NULL"
        " AND {today}::date BETWEEN i.admitted_from_on AND i.admitted_to_on",
    },
    needs=("today",),
)


async def admit(insurer: Insurer) -> bool:
    """The insurer is on the panel; False when its code is taken."""
    row = await one(
        "INSERT INTO insurer (id, code, name, contact, admitted_from_on, admitted_to_on)"
        " VALUES ($1,$2,$3,$4,$5,$6)"
        " ON CONFLICT (code) DO NOTHING RETURNING id",
        insurer.id,
        insurer.code,
        insurer.name,
        insurer.contact,
        insurer.admitted_from_on,
        insurer.admitted_to_on,
    )
    return row is not None


async def lock_insurer(insurer_id: UUID) -> Insurer | None:
    """The insurer, locked until the end of the transaction."""
    return await Insurer.filter(id=insurer_id).select_for_update().first()
