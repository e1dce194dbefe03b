"""What the banks say: statements, their lines, and how they agree with the books. R3.9."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row
from models.entries import Table, TwoPersonRow


class BankLayout(Row):
    """Which column of a bank's statements holds what, remembered by the columns' titles."""

    name = fields.CharField(120)
    titles_sha256 = fields.BinaryField()
    mapping: Any = fields.JSONField()
    saved_by = fields.UUIDField()
    saved_at = fields.DatetimeField()

    class Meta:
        table = "bank_layout"


class BankStatement(Row):
    """A statement as uploaded: its columns are named, its lines checked, then it is taken.

    `titles` are the columns with some of what stands in them, `faults` the first that were found.
    `gap_accepted`: it does not follow the statement before it, and somebody took it all the same.
    """

    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    account_id: UUID
    file_id = fields.UUIDField()
    state = fields.CharField(12)  # mapping, faulty, ready, taken, dropped
    titles: Any = fields.JSONField(default=list)
    mapping: Any = fields.JSONField(default=dict)
    faults: Any = fields.JSONField(default=list)
    from_on = fields.DateField(null=True)
    to_on = fields.DateField(null=True)
    opening_fen = fields.BigIntField(null=True)
    closing_fen = fields.BigIntField(null=True)
    lines_total = fields.IntField(default=0)
    lines_known = fields.IntField(default=0)
    faults_total = fields.IntField(default=0)
    gap_accepted = fields.BooleanField(default=False)
    created_by = fields.UUIDField()
    created_at = fields.DatetimeField()
    taken_by = fields.UUIDField(null=True)
    taken_at = fields.DatetimeField(null=True)

    class Meta:
        table = "bank_statement"


class BankLine(Row):
    """One line of a bank's statement: positive came in. The same line of two files is one line;
    `nth` tells lines apart that are alike in everything."""

    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    account_id: UUID
    statement: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankStatement", on_delete=fields.RESTRICT
    )
    statement_id: UUID
    number = fields.IntField()
    on = fields.DateField()
    amount_fen = fields.BigIntField()
    balance_fen = fields.BigIntField(null=True)
    reference = fields.CharField(80, default="")
    counterparty = fields.CharField(120, default="")
    memo = fields.CharField(200, default="")
    digest = fields.BinaryField()
    nth = fields.IntField(default=1)

    class Meta:
        table = "bank_line"
        indexes = (("account_id", "on"),)


class BankMatch(Row):
    """Lines of the bank and postings of the books that are the same money; both sums are equal.

    One side may be empty when the other sums to nothing (a journal and its reversal). `opening`
    matches the opening balance of the first statement. `from_on` and `to_on` are the first and
    the last day among lines and postings.
    """

    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    account_id: UUID
    amount_fen = fields.BigIntField()
    basis = fields.CharField(20)  # reference, day, group, near, reversal, opening, hand
    from_on = fields.DateField()
    to_on = fields.DateField()
    matched_by = fields.UUIDField(null=True)
    matched_at = fields.DatetimeField()
    undone_by = fields.UUIDField(null=True)
    undone_at = fields.DatetimeField(null=True)

    class Meta:
        table = "bank_match"
        indexes = (("account_id",),)


class BankMatched(Row):
    """A line or a posting of a match, once while the match stands."""

    match: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankMatch", on_delete=fields.RESTRICT
    )
    match_id: UUID
    line_id = fields.UUIDField(null=True)
    posting_id = fields.UUIDField(null=True)
    live = fields.BooleanField(default=True)

    class Meta:
        table = "bank_matched"
        indexes = (("match_id",),)


class BankNote(Row):
    """Why a line or a posting has no counterpart; the newest one stands."""

    line_id = fields.UUIDField(null=True, db_index=True)
    posting_id = fields.UUIDField(null=True, db_index=True)
    reason = fields.CharField(300)
    written_by = fields.UUIDField()
    written_at = fields.DatetimeField()

    class Meta:
        table = "bank_note"


class Reconciliation(TwoPersonRow):
    """The certificate of one account and month: both balances and every difference, line by line,
    as they stood when it was prepared; confirmed by somebody else.

    State: draft, confirmed, dropped.
    """

    account: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.BankAccount", on_delete=fields.RESTRICT
    )
    account_id: UUID
    month_on = fields.DateField()
    number = fields.CharField(40, unique=True)
    books_fen = fields.BigIntField()
    bank_fen = fields.BigIntField()
    body: Any = fields.JSONField()
    sha256 = fields.BinaryField()

    class Meta:
        table = "reconciliation"


RECONCILIATION = Table(
    "reconciliation",
    line="e.number || ' ' || b.bank || ' ' || to_char(e.month_on, 'YYYY-MM')",
    amount_fen="e.bank_fen",
    joins="JOIN bank_account b ON b.id = e.account_id",
)
