"""An answer that held a secret is kept for a repeat for minutes only. R12.4."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL


class Migration(Migration):  # type: ignore[no-redef]
    """What is kept now goes within the week, as it would have. On the way back what is gone stays
    gone: its request is met as a new one."""

    dependencies = [("models", "0045_corrections")]
    operations = [
        ops.AddField(
            model_name="Answered",
            name="secret_until",
            field=fields.DatetimeField(
                null=True, db_index=True, auto_now=False, auto_now_add=False
            ),
        ),
        ops.AlterField(model_name="Answered", name="answer", field=fields.BinaryField(null=True)),
        RunSQL("SELECT 1", reverse_sql="DELETE FROM answered WHERE answer IS NULL"),
    ]
