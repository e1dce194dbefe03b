"""What owners pay in for a case, and the special accounts it may go to. Section 6."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row
from models.entries import TwoPersonRow


class SpecialAccount(Row):
    """电梯保险专户: of a scope with added elevators, or of an independent owner.

    `account_id` is its account in the books, whose `owner_ref` is this row's id. Refunds go to
    the holder's own account only, kept encrypted.
    """

    kind = fields.CharField(12)  # scope, independent
    scope: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Scope", on_delete=fields.RESTRICT
    )
    scope_id: UUID
    number = fields.CharField(40, unique=True)
    holder = fields.CharField(120)
    refund_bank = fields.CharField(120, default="")
    refund_cipher = fields.BinaryField(null=True)
    account_id = fields.UUIDField(unique=True)
    opened_by = fields.UUIDField()
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "special_account"


class CaseShare(Row):
    """A home's part of one version's premium: what its fund bears (held) and what it owes. R3.7."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    area_cm2 = fields.BigIntField()
    part_fen = fields.BigIntField()
    fund_fen = fields.BigIntField()
    owed_fen = fields.BigIntField()

    class Meta:
        table = "case_share"
        unique_together = (("case_id", "version", "home_id"),)


class ShareProposal(Row):
    """How the homes of a scope would share what an added elevator's account lacks; `parts` is fen
    by home. The latest of a version is what the owners vote on; carried, it becomes their shares
    (四(四))."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    nth = fields.IntField()
    method = fields.CharField(8)  # area, equal, custom
    total_fen = fields.BigIntField()
    parts: Any = fields.JSONField()
    proposed_by = fields.UUIDField(null=True)
    proposed_at = fields.DatetimeField()

    class Meta:
        table = "share_proposal"
        unique_together = (("case_id", "version", "nth"),)


class CaseReceipt(TwoPersonRow):
    """Money paid in for a case: entered by one, posted once another confirmed it.

    `home` is whose part it pays; none for an independent owner's deposit. State: draft, posted,
    dropped, reversed.
    """

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    home: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Home", null=True, on_delete=fields.RESTRICT
    )
    home_id: UUID | None
    number = fields.CharField(40, unique=True)
    amount_fen = fields.BigIntField()
    method = fields.CharField(12)  # cash, transfer, bank_file
    custody: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    custody_id: UUID
    effective_on = fields.DateField()
    voucher = fields.CharField(80)
    file_id = fields.UUIDField(null=True)
    live = fields.BooleanField(default=True)
    journal_id = fields.UUIDField(null=True)
    reason = fields.CharField(300, default="")

    class Meta:
        table = "case_receipt"


class CaseRefund(TwoPersonRow):
    """Money given back to who paid it in: entered by one, paid once another confirmed it.

    Of a case that ended, of a part paid above what was needed, or (without a case) of a special
    account whose elevator was scrapped.
    """

    case: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Case", null=True, on_delete=fields.RESTRICT
    )
    case_id: UUID | None
    special: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.SpecialAccount", null=True, on_delete=fields.RESTRICT
    )
    special_id: UUID | None
    home: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Home", null=True, on_delete=fields.RESTRICT
    )
    home_id: UUID | None
    number = fields.CharField(40, unique=True)
    amount_fen = fields.BigIntField()
    payee = fields.CharField(120)
    payee_cipher = fields.BinaryField()
    custody: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    custody_id: UUID
    effective_on = fields.DateField()
    voucher = fields.CharField(80)
    reason = fields.CharField(300)
    file_id = fields.UUIDField(null=True)
    journal_id = fields.UUIDField(null=True)

    class Meta:
        table = "case_refund"
