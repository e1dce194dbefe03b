"""Service of a vote is proven by two people, and what was proven can be taken back. R8.2."""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ids import new_id


def _moment(*, null: bool = True) -> fields.DatetimeField:
    return fields.DatetimeField(null=null, auto_now=False, auto_now_add=False)


class Migration(Migration):  # type: ignore[no-redef]
    """Nothing waits yet; what was proven before stands."""

    dependencies = [("models", "0034_signed_heads")]
    operations = [
        ops.CreateModel(
            name="VoteService",
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
                (
                    "vote",
                    fields.ForeignKeyField(
                        "models.Vote",
                        source_field="vote_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=10)),
                (
                    "homes",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("how", fields.CharField(default="", max_length=10)),
                ("file_id", fields.UUIDField(null=True)),
                ("by_role", fields.CharField(max_length=10)),
                ("why", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "vote_service",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Service of a vote on some homes, proven, or that proof taken"
                " back; two people each. R8.2.",
            },
            bases=["TwoPersonRow"],
        ),
        ops.AddField(model_name="VoteHome", name="service_id", field=fields.UUIDField(null=True)),
        ops.AddField(model_name="VoteHome", name="contested_at", field=_moment()),
        RunSQL(
            [
                "ALTER TABLE vote_service ADD CONSTRAINT vote_service_two_people"
                " CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)",
                "CREATE INDEX vote_service_waits ON vote_service (entered_at)"
                " WHERE state = 'draft'",
                "CREATE INDEX vote_service_vote ON vote_service (vote_id)",
            ],
            reverse_sql=[
                "DROP INDEX vote_service_vote",
                "DROP INDEX vote_service_waits",
                "ALTER TABLE vote_service DROP CONSTRAINT vote_service_two_people",
            ],
        ),
    ]
