import functools
from json import dumps, loads
from uuid import uuid4

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0008_ledger_lighter")]

    initial = False

    operations = [
        ops.CreateModel(
            name="PolicyChange",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("community_id", fields.UUIDField(null=True)),
                (
                    "changes",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "were",
                    fields.JSONField(
                        encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("source", fields.CharField(max_length=200)),
                ("filed_on", fields.DateField(null=True)),
                ("file_id", fields.UUIDField(null=True)),
                ("state", fields.CharField(max_length=12)),
                ("entered_by", fields.UUIDField()),
                (
                    "entered_at",
                    fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False),
                ),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(default="", max_length=300)),
                ("version_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "policy_change",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A change of parameters that a second person confirms.",
            },
            bases=["Row"],
        ),
        ops.AlterModelOptions(
            name="PolicyVersion",
            options={
                "table": "policy_version",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A version of the parameters, with its source.",
            },
        ),
        ops.AddField(
            model_name="PolicyVersion",
            name="community_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="PolicyVersion",
            name="number",
            field=fields.IntField(db_default=0),
        ),
    ]
