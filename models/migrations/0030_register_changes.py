"""Insurers and the calendar are entered by one and confirmed by another. R1.2, R3.5."""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


class Migration(Migration):  # type: ignore[no-redef]
    """Nothing waits yet; what was entered before stands."""

    dependencies = [("models", "0029_file_classes")]
    operations = [
        ops.CreateModel(
            name="RegisterChange",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                ("entered_at", _moment(null=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("confirmed_at", _moment()),
                ("dropped_by", fields.UUIDField(null=True)),
                ("dropped_at", _moment()),
                ("drop_reason", fields.CharField(db_default="", max_length=500)),
                ("kind", fields.CharField(max_length=12)),
                (
                    "body",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
            ],
            options={
                "table": "register_change",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What is to stand in a register: an `insurer`, a `day` or a"
                " `year` of the calendar.",
            },
            bases=["TwoPersonRow"],
        ),
        RunSQL(
            [
                "ALTER TABLE register_change ADD CONSTRAINT register_change_two_people"
                " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
                "CREATE INDEX register_change_waits ON register_change (entered_at)"
                " WHERE state = 'draft'",
            ],
            reverse_sql=[
                "DROP INDEX register_change_waits",
                "ALTER TABLE register_change DROP CONSTRAINT register_change_two_people",
            ],
        ),
    ]
