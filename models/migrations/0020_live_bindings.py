"""Who a login is, is in live bindings alone: nobody stays an owner after the last ended. R2.5."""

from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.identity_constraints import LIVE_BINDINGS_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """The way back leaves the column empty: it said no more than the bindings do."""

    dependencies = [("models", "0019_objection_endings")]
    operations = [
        RunSQL(
            [forward for forward, _ in LIVE_BINDINGS_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(LIVE_BINDINGS_CONSTRAINTS)],
        ),
        ops.RemoveField(model_name="Person", name="owner"),
        ops.AlterModelOptions(
            name="Person",
            options={
                "table": "person",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One openid is one person. Whose homes they speak for is in"
                " their live bindings (R2.5).",
            },
        ),
    ]
