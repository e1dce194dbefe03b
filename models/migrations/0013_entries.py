"""Who dropped an entry, when and why stays with it; what waits for somebody is found at once."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import DESK_CONSTRAINTS

TABLES = (
    "FundBatch",
    "ScopeSwitch",
    "Voucher",
    "CaseReceipt",
    "CaseRefund",
    "BallotBatch",
    "Settlement",
    "Deposit",
)


class Migration(Migration):  # type: ignore[no-redef]
    """Columns with defaults, and indexes of open rows only."""

    dependencies = [("models", "0012_standing")]
    operations = [
        *(
            ops.AddField(model_name=table, name=name, field=field)
            for table in TABLES
            for name, field in (
                ("dropped_by", fields.UUIDField(null=True)),
                (
                    "dropped_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("drop_reason", fields.CharField(db_default="", max_length=500)),
            )
        ),
        RunSQL(
            [forward for forward, _ in DESK_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(DESK_CONSTRAINTS)],
        ),
    ]
