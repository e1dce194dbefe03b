"""Objections end by the objector's tap on a proposed record, or on paper by two. R7.6."""

from uuid import uuid4

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import Operation, RunSQL

from models.notice_constraints import ENDING_CONSTRAINTS


def _moment() -> fields.DatetimeField:
    return fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)


def _file(related_name: str, column: str, null: bool) -> fields.Field:
    return fields.ForeignKeyField(
        "models.File",
        source_field=column,
        null=null,
        db_constraint=True,
        to_field="id",
        related_name=related_name,
        on_delete=OnDelete.RESTRICT,
    )


_ENDING: Operation = ops.CreateModel(
    name="ObjectionEnding",
    fields=[
        ("id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
        ("state", fields.CharField(max_length=12)),
        ("entered_by", fields.UUIDField()),
        ("entered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
        ("confirmed_by", fields.UUIDField(null=True)),
        ("confirmed_at", _moment()),
        ("dropped_by", fields.UUIDField(null=True)),
        ("dropped_at", _moment()),
        ("drop_reason", fields.CharField(db_default="", max_length=500)),
        (
            "objection",
            fields.ForeignKeyField(
                "models.Objection",
                source_field="objection_id",
                db_constraint=True,
                to_field="id",
                on_delete=OnDelete.RESTRICT,
            ),
        ),
        ("outcome", fields.CharField(max_length=12)),
        ("record", _file("objection_endings", "record_id", null=False)),
        ("note", fields.TextField(default="", unique=False)),
    ],
    options={
        "table": "objection_ending",
        "app": "models",
        "pk_attr": "id",
        "table_description": "A paper on which an objector agrees (settled) or takes the objection"
        " back (withdrawn).",
    },
    bases=["TwoPersonRow"],
)


class Migration(Migration):  # type: ignore[no-redef]
    """What ended before keeps its record; it was not on paper by two, and opens no review."""

    dependencies = [("models", "0018_employees")]
    operations = [
        _ENDING,
        *(
            ops.AddField(model_name="Objection", name=name, field=field)
            for name, field in (
                ("proposed", _file("proposals", "proposed_id", null=True)),
                ("proposed_note", fields.TextField(db_default="", unique=False)),
                ("proposed_at", _moment()),
                ("ended_on_paper", fields.BooleanField(db_default=False)),
            )
        ),
        RunSQL(
            [forward for forward, _ in ENDING_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(ENDING_CONSTRAINTS)],
        ),
    ]
