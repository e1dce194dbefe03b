"""A photo near the last day shows that a notice still hangs. R7.2."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration


class Migration(Migration):  # type: ignore[no-redef]
    """What was taken before was evidence of posting."""

    dependencies = [("models", "0031_idle_sessions")]
    operations = [
        ops.AddField(
            model_name="Evidence", name="near_end", field=fields.BooleanField(db_default=False)
        )
    ]
