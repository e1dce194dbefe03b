"""The years of the books and how each one's income was distributed. R4.5 to R4.8."""

from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.base import Row


class AccountingYear(Model):
    """A year from its first preview on. It is shut for entries once its closing is confirmed.

    `frozen_at` bounds what counts: entries recorded later are another year's. `figures` are its
    sums; `done` of `total` is how far the present `step` is.
    """

    year = fields.IntField(primary_key=True, generated=False)
    state = fields.CharField(12)  # previewing, previewed, closing, closed, failed
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    frozen_at = fields.DatetimeField()
    confirmed_by = fields.UUIDField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    step = fields.CharField(20, default="")
    done = fields.BigIntField(default=0)
    total = fields.BigIntField(default=0)
    failure = fields.CharField(300, default="")
    figures: Any = fields.JSONField(default=dict)

    class Meta:
        table = "accounting_year"


class YearDeposit(Row):
    """One settlement in a year's distribution; `sign` is -1 where a reversal takes it back.

    Of `income_fen` each scope gets the whole fen of income x weight / `weight`, and one more if its
    remainder stands before or at (`cut_remainder`, `cut_scope_id`). R3.7, R4.6.
    """

    year = fields.IntField()
    settlement: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Settlement", on_delete=fields.RESTRICT
    )
    settlement_id: UUID
    sign = fields.SmallIntField()
    from_on = fields.DateField()
    to_on = fields.DateField()
    income_fen = fields.BigIntField()
    benchmark_fen = fields.BigIntField()
    weight = fields.DecimalField(40, 0)
    left_fen = fields.IntField()
    cut_remainder = fields.DecimalField(40, 0, null=True)
    cut_scope_id = fields.UUIDField(null=True)
    slices: Any = fields.JSONField(default=dict)

    class Meta:
        table = "year_deposit"
        unique_together = (("year", "settlement_id", "sign"),)


class YearScope(Row):
    """What a scope got of a year: its shares, what earlier reversals took, what was credited.

    `earned` says in which calendar year how many fen of the shares were earned (R4.5).
    """

    year = fields.IntField()
    scope_id = fields.UUIDField()
    shares_fen = fields.BigIntField()
    brought_fen = fields.BigIntField(default=0)
    posted_fen = fields.BigIntField()
    carried_fen = fields.BigIntField(default=0)
    earned: Any = fields.JSONField(default=dict)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "year_scope"
        unique_together = (("year", "scope_id"),)


class YearBalance(Row):
    """By how much the household balances of a scope changed on a day, as the year counts them."""

    year = fields.IntField()
    scope_id = fields.UUIDField()
    on = fields.DateField()
    change_fen = fields.BigIntField()

    class Meta:
        table = "year_balance"
        indexes = (("year", "scope_id", "on"),)


class YearFactor(Row):
    """Benchmark interest earned by one fen from the beginning to the start of a day, in units
    of 10^-24 fen: a home weighs the sum of change x (last factor - factor of its day). R4.8."""

    year = fields.IntField()
    on = fields.DateField()
    factor = fields.DecimalField(60, 0)

    class Meta:
        table = "year_factor"
        unique_together = (("year", "on"),)


class YearHome(Model):
    """What a home gets of the year's benchmark interest, from the split until the year is closed.

    A work list, in the order in which it is posted: `id` is the year and the place in it. It can
    be computed anew at any time, and what was posted is in the books. R4.8.
    """

    id = fields.BigIntField(primary_key=True, generated=False)
    home_id = fields.UUIDField()
    account_id = fields.UUIDField(null=True)
    fen = fields.BigIntField()

    class Meta:
        table = "year_home"


class IncomeEstimate(Model):
    """What a scope would get of the deposits still running, by the day; never spendable. R4.4."""

    scope_id = fields.UUIDField(primary_key=True)
    as_of_on = fields.DateField()
    estimate_fen = fields.BigIntField()
    computed_at = fields.DatetimeField()

    class Meta:
        table = "income_estimate"


class YearReport(Row):
    """A yearly report as it was published; a correction is a new version beside the old. R12.1."""

    year = fields.IntField()
    version = fields.IntField()
    body: Any = fields.JSONField()
    sha256 = fields.BinaryField()
    why = fields.CharField(300, default="")
    published_by = fields.UUIDField()
    published_at = fields.DatetimeField()

    class Meta:
        table = "year_report"
        unique_together = (("year", "version"),)
