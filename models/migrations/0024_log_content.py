"""Events commit to the content that their unit of work wrote. R12.3."""

from tortoise import fields
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.log.content import CONTENT_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Where commitments stand; which tables are watched is seen to after every migration."""

    dependencies = [("models", "0023_logins")]
    operations = [
        ops.AddField(model_name="EventRow", name="unit", field=fields.BigIntField(null=True)),
        ops.AddField(model_name="EventRow", name="content", field=fields.BinaryField(null=True)),
        RunSQL(
            [forward for forward, _ in CONTENT_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(CONTENT_CONSTRAINTS)],
        ),
    ]
