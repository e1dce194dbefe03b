"""Rates, reversals of settlements and certificates are entries like all others. R1.2, R3.9, R4.1."""

from uuid import uuid4

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import Operation, RunSQL

from models.constraints import BANK_ENTRIES_CONSTRAINTS

_RATES = [
    "UPDATE benchmark_rate SET confirmed_by = decided_by, confirmed_at = decided_at"
    " WHERE state = 'confirmed'",
    "UPDATE benchmark_rate SET dropped_by = decided_by, dropped_at = decided_at,"
    " drop_reason = reason, state = 'dropped' WHERE state = 'refused'",
    "DROP INDEX benchmark_rate_waits",
    "DROP INDEX benchmark_once",
    "ALTER TABLE benchmark_rate DROP CONSTRAINT benchmark_rate_two_people",
    "UPDATE benchmark_rate SET state = 'draft' WHERE state = 'proposed'",
]
_RATES_BACK = [
    "UPDATE benchmark_rate SET decided_by = coalesce(confirmed_by, dropped_by),"
    " decided_at = coalesce(confirmed_at, dropped_at), reason = left(drop_reason, 300),"
    " state = CASE state WHEN 'draft' THEN 'proposed' WHEN 'dropped' THEN 'refused'"
    " ELSE state END",
    "CREATE UNIQUE INDEX benchmark_once ON benchmark_rate (tenor, since_on)"
    " WHERE state IN ('proposed', 'confirmed')",
    "CREATE INDEX benchmark_rate_waits ON benchmark_rate (entered_at) WHERE state = 'proposed'",
    "ALTER TABLE benchmark_rate ADD CONSTRAINT benchmark_rate_two_people"
    " CHECK (decided_by IS NULL OR decided_by <> entered_by)",
]
_REVERSALS = [
    "INSERT INTO settlement_reversal (id, settlement_id, reason, state, entered_by, entered_at,"
    " confirmed_by, confirmed_at) SELECT gen_random_uuid(), id, reversal_reason,"
    " CASE WHEN reversed_by IS NULL THEN 'draft' ELSE 'confirmed' END, reversal_asked_by,"
    " reversal_asked_at, reversed_by, reversed_at FROM settlement"
    " WHERE reversal_asked_by IS NOT NULL",
    "DROP INDEX settlement_reversal_waits",
    "ALTER TABLE settlement DROP CONSTRAINT settlement_reversed_by_another",
]
_REVERSALS_BACK = [
    "UPDATE settlement s SET reversal_reason = r.reason, reversal_asked_by = r.entered_by,"
    " reversal_asked_at = r.entered_at, reversed_by = r.confirmed_by,"
    " reversed_at = r.confirmed_at FROM settlement_reversal r"
    " WHERE r.settlement_id = s.id AND r.state <> 'dropped'",
    "CREATE INDEX settlement_reversal_waits ON settlement (reversal_asked_at)"
    " WHERE reversal_asked_by IS NOT NULL AND reversed_by IS NULL",
    "ALTER TABLE settlement ADD CONSTRAINT settlement_reversed_by_another"
    " CHECK (reversed_by IS NULL OR reversed_by <> reversal_asked_by)",
]


_RENAMED = {
    "prepared_by": "entered_by",
    "prepared_at": "entered_at",
    "certified_by": "confirmed_by",
    "certified_at": "confirmed_at",
}
_CERTIFICATES = [
    "DROP INDEX reconciliation_waits",
    "DROP INDEX month_once",
    "ALTER TABLE reconciliation DROP CONSTRAINT reconciliation_two_people",
    "UPDATE reconciliation SET state = CASE state WHEN 'prepared' THEN 'draft'"
    " WHEN 'certified' THEN 'confirmed' ELSE state END",
]
_CERTIFICATES_BACK = [
    "UPDATE reconciliation SET state = CASE state WHEN 'draft' THEN 'prepared'"
    " WHEN 'confirmed' THEN 'certified' ELSE state END",
    "CREATE UNIQUE INDEX month_once ON reconciliation (account_id, month_on)"
    " WHERE state IN ('prepared', 'certified')",
    "CREATE INDEX reconciliation_waits ON reconciliation (entered_at) WHERE state = 'prepared'",
    "ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_two_people"
    " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
]


def _moment() -> fields.DatetimeField:
    return fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)


def _decided() -> list[tuple[str, fields.Field]]:
    """Who confirmed or dropped an entry, when, and why."""
    return [
        ("confirmed_by", fields.UUIDField(null=True)),
        ("confirmed_at", _moment()),
        ("dropped_by", fields.UUIDField(null=True)),
        ("dropped_at", _moment()),
        ("drop_reason", fields.CharField(db_default="", max_length=500)),
    ]


_REVERSAL: Operation = ops.CreateModel(
    name="SettlementReversal",
    fields=[
        ("id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
        ("state", fields.CharField(max_length=12)),
        ("entered_by", fields.UUIDField()),
        ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
        *_decided(),
        (
            "settlement",
            fields.ForeignKeyField(
                "models.Settlement",
                source_field="settlement_id",
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ("reason", fields.CharField(max_length=300)),
    ],
    options={
        "table": "settlement_reversal",
        "app": "models",
        "pk_attr": "id",
        "table_description": "That a posted settlement was wrong and is to be undone, and why. R3.2.",
    },
    bases=["TwoPersonRow"],
)


class Migration(Migration):  # type: ignore[no-redef]
    """Every decision keeps who took it, when and why, also of a reversal that was dropped."""

    dependencies = [("models", "0015_roll_and_parameter_entries")]
    operations = [
        *(
            ops.AddField(model_name="BenchmarkRate", name=name, field=field)
            for name, field in _decided()
        ),
        RunSQL(_RATES, reverse_sql=_RATES_BACK),
        # So that the way back finds a value for the rows that are there.
        ops.AlterField(
            model_name="BenchmarkRate",
            name="reason",
            field=fields.CharField(db_default="", max_length=300),
        ),
        *(
            ops.RemoveField(model_name="BenchmarkRate", name=name)
            for name in ("decided_by", "decided_at", "reason")
        ),
        _REVERSAL,
        RunSQL(_REVERSALS, reverse_sql=_REVERSALS_BACK),
        *(
            ops.RemoveField(model_name="Settlement", name=name)
            for name in (
                "reversal_asked_by",
                "reversal_asked_at",
                "reversal_reason",
                "reversed_by",
                "reversed_at",
            )
        ),
        *(
            ops.RenameField(model_name="Reconciliation", old_name=old, new_name=new)
            for old, new in _RENAMED.items()
        ),
        ops.AlterField(
            model_name="Reconciliation",
            name="drop_reason",
            field=fields.CharField(db_default="", max_length=500),
        ),
        RunSQL(_CERTIFICATES, reverse_sql=_CERTIFICATES_BACK),
        RunSQL(
            [forward for forward, _ in BANK_ENTRIES_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(BANK_ENTRIES_CONSTRAINTS)],
        ),
    ]
