"""The household funds' own movements, and scopes that change. R3.3, R4.6, section 6."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row
from models.entries import TwoPersonRow


class FundBatch(TwoPersonRow):
    """Money of homes entered together: deposits, top-ups or uses; posted as one journal once
    somebody else confirmed it."""

    kind = fields.CharField(12)  # first, topup, use, refund
    number = fields.CharField(40, unique=True)
    custody: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    custody_id: UUID
    from_suspense = fields.BooleanField(default=False)
    effective_on = fields.DateField()
    voucher = fields.CharField(80)
    total_fen = fields.BigIntField()
    payee = fields.CharField(120, default="")
    memo = fields.CharField(300, default="")
    file_id = fields.UUIDField(null=True)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "fund_batch"


class FundLine(Row):
    """One home's part of a batch, in fen; of a use, `owed_fen` is what its fund could not bear.
    `live` while the batch is neither dropped nor reversed."""

    batch: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.FundBatch", on_delete=fields.RESTRICT
    )
    batch_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    amount_fen = fields.BigIntField()
    owed_fen = fields.BigIntField(default=0)
    voucher = fields.CharField(80)
    live = fields.BooleanField(default=True)

    class Meta:
        table = "fund_line"
        unique_together = (("batch_id", "home_id"),)
        indexes = (("home_id",),)


class FundWarning(Row):
    """A home's fund is below the line at which it must be topped up, from one moment to another."""

    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    balance_fen = fields.BigIntField()
    first_fen = fields.BigIntField()
    line_percent = fields.IntField()
    since_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "fund_warning"


class FundPassing(Row):
    """A home changed hands on a day, and the balance that went with it; noted once."""

    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    on = fields.DateField()
    balance_fen = fields.BigIntField()
    noted_at = fields.DatetimeField()

    class Meta:
        table = "fund_passing"
        unique_together = (("home_id", "on"),)


class FundRound(Row):
    """How far the day's round over all homes has come: those up to `home_id` were looked at."""

    on = fields.DateField()
    home_id = fields.UUIDField(null=True)
    began_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "fund_round"


class ScopeSwitch(TwoPersonRow):
    """A building's pooled account becomes its units' accounts, or the other way round."""

    building: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Building", on_delete=fields.RESTRICT
    )
    building_id: UUID
    to_kind = fields.CharField(8)
    on = fields.DateField(null=True)
    reason = fields.CharField(300)
    journal_id = fields.UUIDField(null=True)
    working: Any = fields.JSONField(default=dict)

    class Meta:
        table = "scope_switch"


class ScopeChange(Row):
    """From this day on the unit's homes belong to another scope; append-only."""

    switch: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.ScopeSwitch", on_delete=fields.RESTRICT
    )
    switch_id: UUID
    unit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Unit", on_delete=fields.RESTRICT
    )
    unit_id: UUID
    from_scope_id = fields.UUIDField()
    to_scope_id = fields.UUIDField()
    on = fields.DateField()
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "scope_change"
        unique_together = (("unit_id", "on"),)
