"""The security log: who came in, who was turned away, who read what is guarded. R12.7."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration

from models.ids import new_id


class Migration(Migration):  # type: ignore[no-redef]
    """A table of its own, which forgets."""

    dependencies = [("models", "0027_ownership_endings")]
    operations = [
        ops.CreateModel(
            name="SecurityEvent",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("kind", fields.CharField(max_length=16)),
                ("operation", fields.CharField(max_length=60)),
                ("status", fields.SmallIntField()),
                ("refusal", fields.CharField(max_length=40)),
                ("actor_kind", fields.CharField(max_length=8)),
                ("actor_id", fields.UUIDField(null=True)),
                ("about", fields.CharField(max_length=64)),
                ("address", fields.CharField(max_length=64)),
                ("request_id", fields.CharField(max_length=32)),
            ],
            options={
                "table": "security_event",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One thing that happened. `about` is the keyed hash of the username that was tried, `address`",
            },
            bases=["Row"],
        ),
    ]
