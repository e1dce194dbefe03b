"""A photo that does not prove itself waits for somebody's look; others may send one. R7.2."""

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.notice_constraints import EVIDENCE_CONSTRAINTS


def _moment() -> fields.DatetimeField:
    return fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)


def _person(null: bool) -> fields.Field:
    return fields.ForeignKeyField(
        "models.Person",
        source_field="person_id",
        null=null,
        db_constraint=True,
        to_field="id",
        on_delete=OnDelete.RESTRICT,
    )


class Migration(Migration):  # type: ignore[no-redef]
    """What counted before goes on counting."""

    dependencies = [("models", "0020_live_bindings")]
    operations = [
        ops.AlterField(model_name="Evidence", name="person", field=_person(null=True)),
        *(
            ops.AddField(model_name="Evidence", name=name, field=field)
            for name, field in (
                ("account_id", fields.UUIDField(null=True)),
                ("picture_sha256", fields.BinaryField(null=True)),
                ("waits_for", fields.CharField(db_default="", max_length=12)),
                ("one_time_code", fields.CharField(db_default="", max_length=8)),
                ("fresh", fields.BooleanField(db_default=False)),
                ("accepted_at", _moment()),
                ("accepted_by", fields.UUIDField(null=True)),
            )
        ),
        RunSQL(
            "UPDATE evidence e SET accepted_at = CASE WHEN e.refused_at IS NULL"
            " THEN e.taken_in_at END, picture_sha256 = f.sha256 FROM file f WHERE f.id = e.file_id",
            reverse_sql="DELETE FROM evidence WHERE person_id IS NULL",
        ),
        RunSQL(
            [forward for forward, _ in EVIDENCE_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(EVIDENCE_CONSTRAINTS)],
        ),
    ]
