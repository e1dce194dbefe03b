"""Owners say that a notice does not hang in a lobby. R7.2."""

from uuid import uuid4

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import Operation, RunSQL

from models.notice_constraints import REPORT_CONSTRAINTS


def _to(model: str, column: str) -> fields.Field:
    return fields.ForeignKeyField(
        f"models.{model}",
        source_field=column,
        db_constraint=True,
        to_field="id",
        on_delete=OnDelete.RESTRICT,
    )


_REPORT: Operation = ops.CreateModel(
    name="LobbyReport",
    fields=[
        ("id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
        ("lobby", _to("Lobby", "lobby_id")),
        ("person", _to("Person", "person_id")),
        ("note", fields.CharField(default="", max_length=200)),
        ("reported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
        ("answer", fields.CharField(default="", max_length=300)),
        ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
        ("answered_by", fields.UUIDField(null=True)),
    ],
    options={
        "table": "lobby_report",
        "app": "models",
        "pk_attr": "id",
        "table_description": "An owner's word that a notice does not hang in a lobby; it waits"
        " until it is answered.",
    },
    bases=["Row"],
)


class Migration(Migration):  # type: ignore[no-redef]
    """A table of its own, and what finds those that wait."""

    dependencies = [("models", "0026_turnout")]
    operations = [
        _REPORT,
        RunSQL(
            [forward for forward, _ in REPORT_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(REPORT_CONSTRAINTS)],
        ),
    ]
