"""Changes of parameters and imports of the roll are entries like all others. R1.2, R2.7."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import ROLL_ENTRIES_CONSTRAINTS

_CHANGES = [
    "UPDATE parameter_change SET confirmed_by = decided_by, confirmed_at = decided_at"
    " WHERE state = 'confirmed'",
    "UPDATE parameter_change SET dropped_by = decided_by, dropped_at = decided_at,"
    " drop_reason = reason, state = 'dropped' WHERE state = 'refused'",
    "DROP INDEX parameter_change_waits",
    "ALTER TABLE parameter_change DROP CONSTRAINT policy_change_two_people",
    "UPDATE parameter_change SET state = 'draft' WHERE state = 'proposed'",
]
_CHANGES_BACK = [
    "UPDATE parameter_change SET decided_by = coalesce(confirmed_by, dropped_by),"
    " decided_at = coalesce(confirmed_at, dropped_at), reason = left(drop_reason, 300),"
    " state = CASE state WHEN 'draft' THEN 'proposed' WHEN 'dropped' THEN 'refused'"
    " ELSE state END",
    "CREATE INDEX parameter_change_waits ON parameter_change (entered_at) WHERE state = 'proposed'",
    "ALTER TABLE parameter_change ADD CONSTRAINT policy_change_two_people"
    " CHECK (decided_by IS NULL OR decided_by <> entered_by)",
]


def _moment() -> fields.DatetimeField:
    return fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)


_DROPPED = [
    ("confirmed_at", _moment()),
    ("dropped_by", fields.UUIDField(null=True)),
    ("dropped_at", _moment()),
    ("drop_reason", fields.CharField(db_default="", max_length=500)),
]


class Migration(Migration):  # type: ignore[no-redef]
    """Every decision keeps who took it, when and why."""

    dependencies = [("models", "0014_uuids_and_tries")]
    operations = [
        *(
            ops.AddField(model_name="ParameterChange", name=name, field=field)
            for name, field in [("confirmed_by", fields.UUIDField(null=True)), *_DROPPED]
        ),
        RunSQL(_CHANGES, reverse_sql=_CHANGES_BACK),
        *(
            ops.RemoveField(model_name="ParameterChange", name=name)
            for name in ("decided_by", "decided_at", "reason")
        ),
        *(ops.AddField(model_name="Import", name=name, field=field) for name, field in _DROPPED),
        RunSQL(
            [forward for forward, _ in ROLL_ENTRIES_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(ROLL_ENTRIES_CONSTRAINTS)],
        ),
    ]
