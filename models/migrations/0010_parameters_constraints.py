"""Checks of the versions of the parameters, and of who changes them."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import PARAMETERS_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Apply them in order; undo them in reverse."""

    dependencies = [("models", "0009_parameters")]
    operations = [
        RunSQL(
            [forward for forward, _ in PARAMETERS_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(PARAMETERS_CONSTRAINTS)],
        )
    ]
