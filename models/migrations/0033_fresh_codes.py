"""A staff login shows a one-time code anew before what is grave. R12.8."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration


class Migration(Migration):  # type: ignore[no-redef]
    """Logins that are open now have to show one first."""

    dependencies = [("models", "0032_claims_once")]
    operations = [
        ops.AddField(
            model_name="Session",
            name="fresh_until",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Session", name="wrong_codes", field=fields.SmallIntField(db_default=0)
        ),
    ]
