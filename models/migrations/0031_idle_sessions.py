"""A staff login that is not used is over. R12.8."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration


class Migration(Migration):  # type: ignore[no-redef]
    """Logins that are open now end as they would have."""

    dependencies = [("models", "0030_register_changes")]
    operations = [
        ops.AddField(
            model_name="Session", name="idle_minutes", field=fields.SmallIntField(null=True)
        ),
        ops.AddField(
            model_name="Session",
            name="idle_until",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
