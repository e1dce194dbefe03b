"""What is told of the turnout of a running vote is kept, and moves by groups only. R8.7."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration


class Migration(Migration):  # type: ignore[no-redef]
    """Of votes that run now nothing is told until enough have voted."""

    dependencies = [("models", "0025_account_changes")]
    operations = [
        ops.AddField(model_name="Vote", name=name, field=field)
        for name, field in (
            ("told_heads", fields.IntField(db_default=0)),
            ("told_area", fields.BooleanField(db_default=False)),
            ("told_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
        )
    ]
