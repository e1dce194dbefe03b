"""The tables of the books; what guards them is in `constraints`. Section 3."""

from __future__ import annotations

from tortoise import fields

from models.base import Row


class AccountRow(Row):
    """An account with its cached balance, in fen on its normal side; changed under its lock."""

    kind = fields.CharField(32)
    owner_ref = fields.UUIDField(null=True)
    code = fields.CharField(80, unique=True)
    title = fields.CharField(200)
    side = fields.CharField(6)
    guarded = fields.BooleanField()
    balance_fen = fields.BigIntField(default=0)
    held_fen = fields.BigIntField(default=0)
    posted = fields.BigIntField(default=0)
    opened_at = fields.DatetimeField()

    class Meta:
        table = "ledger_account"
        indexes = (("owner_ref",),)


class JournalRow(Row):
    """One movement of money; append-only. `effective_on` is the bank's day, `recorded_at` ours."""

    kind = fields.CharField(32)
    reference = fields.CharField(160, unique=True)
    effective_on = fields.DateField()
    recorded_at = fields.DatetimeField()
    memo = fields.CharField(500, default="")
    case_id = fields.UUIDField(null=True, db_index=True)
    reverses: fields.OneToOneNullableRelation[JournalRow] = fields.OneToOneField(
        "models.JournalRow", null=True, on_delete=fields.RESTRICT, related_name="reversed_by"
    )
    actor = fields.CharField(80)
    lines = fields.IntField()

    class Meta:
        table = "ledger_journal"


class PostingRow(Row):
    """One line of a journal; append-only. `position` counts the account's lines from 1."""

    journal: fields.ForeignKeyRelation[JournalRow] = fields.ForeignKeyField(
        "models.JournalRow", on_delete=fields.RESTRICT, related_name="postings"
    )
    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", on_delete=fields.RESTRICT, related_name="postings"
    )
    amount_fen = fields.BigIntField()
    seq = fields.IntField()
    position = fields.BigIntField()
    balance_after_fen = fields.BigIntField()
    payee = fields.UUIDField(null=True)

    class Meta:
        table = "ledger_posting"
        unique_together = (("journal_id", "seq"), ("account_id", "position"))


class HoldRow(Row):
    """Money reserved on one account for one version of a case's plan; it never lapses by itself
    (R3.4). A plan paid from many homes' funds has one on each."""

    account: fields.ForeignKeyRelation[AccountRow] = fields.ForeignKeyField(
        "models.AccountRow", on_delete=fields.RESTRICT, related_name="holds"
    )
    case_id = fields.UUIDField()
    plan_version = fields.IntField()
    amount_fen = fields.BigIntField()
    captured_fen = fields.BigIntField(default=0)
    state = fields.CharField(8, default="open")
    held_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "ledger_hold"
        unique_together = (("case_id", "plan_version", "account_id"),)
        indexes = (("account_id", "state"),)
