"""Checks, partial indexes, triggers and sequences, which the generated migration leaves out."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.constraints import CONSTRAINTS
from models.ledger.constraints import LEDGER_CONSTRAINTS
from models.log.constraints import LOG_CONSTRAINTS

STATEMENTS = [*LEDGER_CONSTRAINTS, *LOG_CONSTRAINTS, *CONSTRAINTS]


class Migration(Migration):  # type: ignore[no-redef]
    """Apply them in order; undo them in reverse."""

    dependencies = [("models", "0001_initial")]
    # One operation for all: tortoise copies the whole state of the models before each.
    operations = [
        RunSQL(
            [forward for forward, _ in STATEMENTS],
            reverse_sql=[backward for _, backward in reversed(STATEMENTS)],
        )
    ]
