"""A sealed paper is fetched once with a ticket, for a phone only gets. R12.6."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration

from models.ids import new_id


class Migration(Migration):  # type: ignore[no-redef]
    """A table of tickets."""

    dependencies = [("models", "0035_vote_service")]
    operations = [
        ops.CreateModel(
            name="FileTicket",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True),
                ),
                ("file_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                (
                    "until_at",
                    fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False),
                ),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "file_ticket",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An account said why it reads this file, and may fetch it once until `until_at`.",
            },
            bases=["Row"],
        ),
    ]
