"""Insurers, and what they cover."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row


class Insurer(Row):
    """An admitted insurer; premiums are paid to this bank account only (R3.5)."""

    code = fields.CharField(40, unique=True)
    name = fields.CharField(120)
    bank = fields.CharField(120)
    bank_account = fields.CharField(60)
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
