"""Checks and partial indexes of the votes and of what owners pay in for a case."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import VOTES_CONSTRAINTS


class Migration(Migration):  # type: ignore[no-redef]
    """Apply them in order; undo them in reverse."""

    dependencies = [("models", "0006_votes")]
    operations = [
        RunSQL(
            [forward for forward, _ in VOTES_CONSTRAINTS],
            reverse_sql=[backward for _, backward in reversed(VOTES_CONSTRAINTS)],
        )
    ]
