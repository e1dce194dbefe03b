"""At the banks: benchmark rates, accounts, placement rounds, deposits. R4.1, R4.2."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row
from models.entries import Table, TwoPersonRow


class BenchmarkRate(TwoPersonRow):
    """The central bank's rate for a tenor from a day on, in ten-thousandths of a percent.

    `entered_by` is null for those that came with the program, which nobody confirmed; a clerk's
    counts once somebody else has. State: draft, confirmed, dropped.
    """

    tenor = fields.CharField(8)
    since_on = fields.DateField()
    rate_e4 = fields.IntField()
    source = fields.CharField(300)
    entered_by = fields.UUIDField(null=True)

    class Meta:
        table = "benchmark_rate"


BENCHMARK_RATE = Table(
    "benchmark_rate",
    line="e.tenor || ' ' || e.since_on || ' ' || (e.rate_e4 / 10000.0)::numeric(6, 2) || '%'",
)


class BankAccount(Row):
    """An account at a bank and the account of the books that keeps its money; premiums are paid
    from the main one."""

    bank = fields.CharField(120)
    number = fields.CharField(60)
    title = fields.CharField(120)
    main = fields.BooleanField(default=False)
    account_id = fields.UUIDField(unique=True)
    entered_by = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "bank_account"
        unique_together = (("bank", "number"),)


class PlacementRound(Row):
    """Banks compete for a deposit (竞优存放): announced, closed, then awarded or cancelled."""

    number = fields.CharField(40, unique=True)
    title = fields.CharField(120)
    amount_fen = fields.BigIntField()
    tenor = fields.CharField(8)
    requirements = fields.TextField(default="")
    announced_at = fields.DatetimeField()
    closes_at = fields.DatetimeField()
    state = fields.CharField(12)  # open, proposed, awarded, cancelled
    created_by = fields.UUIDField()
    offer_id = fields.UUIDField(null=True)
    reason = fields.CharField(500, default="")
    proposed_by = fields.UUIDField(null=True)
    proposed_at = fields.DatetimeField(null=True)
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "placement_round"


class PlacementOffer(Row):
    """The rate that a bank offered; kept as record whatever came of it."""

    round: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.PlacementRound", on_delete=fields.RESTRICT
    )
    round_id: UUID
    bank = fields.CharField(120)
    rate_e4 = fields.IntField()
    note = fields.CharField(300, default="")
    received_at = fields.DatetimeField()
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "placement_offer"
        indexes = (("round_id",),)


class Deposit(TwoPersonRow):
    """A deposit as it was agreed (R4.1): the terms of its first term; each renewal is a new
    `DepositTerm`. Rates in ten-thousandths of a percent."""

    code = fields.CharField(40, unique=True)
    bank = fields.CharField(120)
    bank_account = fields.CharField(60)
    principal_fen = fields.BigIntField()
    tenor = fields.CharField(8)
    opened_on = fields.DateField()
    matures_on = fields.DateField(null=True)
    agreed_rate_e4 = fields.IntField()
    benchmark_rate_e4 = fields.IntField()
    method = fields.CharField(16)
    base = fields.CharField(8, default="fen")
    renews = fields.BooleanField(default=False)
    # listed (imported), taking (being taken over), draft, running, closed, dropped
    state = fields.CharField(12, db_default="listed")
    custody: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", null=True, on_delete=fields.RESTRICT
    )
    custody_id: UUID | None
    account_id = fields.UUIDField(null=True, unique=True)
    offer_id = fields.UUIDField(null=True)
    note = fields.CharField(300, db_default="")
    entered_by = fields.UUIDField(null=True)
    entered_at = fields.DatetimeField(null=True)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "deposit"


DEPOSIT = Table(
    "deposit",
    line="split_part(e.code, '~', 1) || ' ' || e.bank",
    amount_fen="e.principal_fen",
    confirmed="running",
)
TAKEN_OVER = Table(
    "deposit",
    line="e.code || ' ' || e.bank",
    amount_fen="e.principal_fen",
    waits="taking",
    confirmed="running",
    dropped="listed",
    dropped_by="",
    dropped_at="",
    drop_reason="",
)
"""Deposits of the imported list on their way into the books; dropped they are listed as before."""


class DepositTerm(Row):
    """One term of a deposit: its own opening day, hence its own benchmark, for its whole length.

    `withdrawn_fen` of the principal left early; a deposit on demand has no maturity and is settled
    up to `settled_on`. A term is void when the renewal that began it was reversed.
    """

    deposit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Deposit", on_delete=fields.RESTRICT
    )
    deposit_id: UUID
    number = fields.IntField()
    opened_on = fields.DateField()
    matures_on = fields.DateField(null=True)
    principal_fen = fields.BigIntField()
    withdrawn_fen = fields.BigIntField(default=0)
    agreed_rate_e4 = fields.IntField()
    benchmark_rate_e4 = fields.IntField()
    settled_on = fields.DateField(null=True)
    closed_on = fields.DateField(null=True)
    voided_at = fields.DatetimeField(null=True)

    class Meta:
        table = "deposit_term"
        unique_together = (("deposit_id", "number"),)


class Settlement(TwoPersonRow):
    """What the bank credited for a principal from one day to another, by one advice. R4.3.

    `interest_fen` is what it credited, `expected_fen` what the terms give; of it `benchmark_fen`
    is due to the homes, `value_added_fen` to the scopes; `shortfall_fen` is what the bank
    credited below the benchmark. `credited_on` is the bank's day, `effective_on` the books': they
    differ only when the bank's year was shut. State: draft, posted, reversed, dropped.
    """

    deposit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Deposit", on_delete=fields.RESTRICT
    )
    deposit_id: UUID
    term: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.DepositTerm", on_delete=fields.RESTRICT
    )
    term_id: UUID
    kind = fields.CharField(12)  # maturity, early, demand
    principal_fen = fields.BigIntField()
    from_on = fields.DateField()
    to_on = fields.DateField()
    interest_fen = fields.BigIntField()
    expected_fen = fields.BigIntField()
    due_benchmark_fen = fields.BigIntField()
    benchmark_fen = fields.BigIntField()
    value_added_fen = fields.BigIntField()
    shortfall_fen = fields.BigIntField()
    returned_fen = fields.BigIntField()
    capitalised_fen = fields.BigIntField(default=0)
    renews = fields.BooleanField(default=False)
    renewed_rate_e4 = fields.IntField(null=True)
    advice_number = fields.CharField(60)
    credited_on = fields.DateField()
    effective_on = fields.DateField(null=True)
    source = fields.CharField(12)  # manual, file
    file_id = fields.UUIDField(null=True)
    note = fields.CharField(300, default="")
    working: Any = fields.JSONField(default=dict)
    journal_id = fields.UUIDField(null=True)
    reversal_id = fields.UUIDField(null=True)
    reversed_on = fields.DateField(null=True)

    class Meta:
        table = "settlement"
        indexes = (("deposit_id",), ("term_id",))


SETTLEMENT = Table(
    "settlement",
    line="d.code || ' ' || e.advice_number",
    amount_fen="e.interest_fen",
    joins="JOIN deposit d ON d.id = e.deposit_id",
    confirmed="posted",
)


class SettlementReversal(TwoPersonRow):
    """That a posted settlement was wrong and is to be undone, and why. R3.2.

    State: draft, confirmed, dropped.
    """

    settlement: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Settlement", on_delete=fields.RESTRICT
    )
    settlement_id: UUID
    reason = fields.CharField(300)

    class Meta:
        table = "settlement_reversal"


SETTLEMENT_REVERSAL = Table(
    "settlement_reversal",
    line="d.code || ' ' || s.advice_number || ' ' || e.reason",
    amount_fen="s.interest_fen",
    joins="JOIN settlement s ON s.id = e.settlement_id JOIN deposit d ON d.id = s.deposit_id",
)
