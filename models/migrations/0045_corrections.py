"""An owner has the own name or phone on the roll corrected, by two people. R12.7."""

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.identity_constraints import CORRECTION_CONSTRAINTS
from models.ids import new_id


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


def _of(model: str) -> fields.Field:
    return fields.ForeignKeyField(
        f"models.{model}",
        source_field=f"{model.lower()}_id",
        db_constraint=True,
        to_field="id",
        on_delete=OnDelete.RESTRICT,
    )


class Migration(Migration):  # type: ignore[no-redef]
    """A table of requests; none waits yet."""

    dependencies = [("models", "0044_lighter_notes")]
    operations = [
        ops.CreateModel(
            name="RollCorrection",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("person", _of("Person")),
                ("owner", _of("Owner")),
                ("home", _of("Home")),
                ("field", fields.CharField(max_length=8)),
                ("said_cipher", fields.BinaryField()),
                ("was_cipher", fields.BinaryField(null=True)),
                ("why", fields.CharField(max_length=300)),
                ("files", fields.JSONField(default=list)),
                ("state", fields.CharField(max_length=12)),
                ("reason", fields.CharField(default="", max_length=300)),
                ("proposed_by", fields.UUIDField(null=True)),
                ("proposed_at", _moment()),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", _moment()),
                ("made_at", _moment(null=False)),
            ],
            options={
                "table": "roll_correction",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An owner's name or phone as the papers have it. State: open, proposed (a clerk found it so,",
            },
            bases=["Row"],
        ),
        RunSQL(
            [forward for forward, _ in CORRECTION_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(CORRECTION_CONSTRAINTS)],
        ),
    ]
