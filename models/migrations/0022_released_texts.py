"""An objection's text is public only once a person at the Centre has released it. R7.8."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.notice_constraints import TEXT_CONSTRAINTS

_FORWARD = [
    "UPDATE objection SET release = 'withheld' WHERE checked = 'withheld'",
    "UPDATE objection SET checked = 'doubtful' WHERE checked IN ('review', 'withheld')",
]
_BACKWARD = [
    "UPDATE objection SET hidden = public_text IS DISTINCT FROM text, checked = CASE"
    " WHEN release = 'withheld' THEN 'withheld' WHEN public_text = text THEN 'pass'"
    " WHEN checked IN ('pass', 'doubtful') THEN 'review' ELSE checked END"
]


class Migration(Migration):  # type: ignore[no-redef]
    """What a machine alone had let through waits for a person; what was withheld stays so."""

    dependencies = [("models", "0021_evidence")]
    operations = [
        *(
            ops.AddField(model_name="Objection", name=name, field=field)
            for name, field in (
                ("release", fields.CharField(db_default="waiting", max_length=12)),
                ("public_text", fields.TextField(null=True, unique=False)),
                ("released_by", fields.UUIDField(null=True)),
                (
                    "released_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            )
        ),
        RunSQL(_FORWARD, reverse_sql=_BACKWARD),
        ops.RemoveField(model_name="Objection", name="hidden"),
        RunSQL(
            [forward for forward, _ in TEXT_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(TEXT_CONSTRAINTS)],
        ),
    ]
