"""Checks and partial indexes of the books, and the benchmark rates known when it was written."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.benchmarks import SEED
from models.constraints import BOOKS_CONSTRAINTS
from models.ledger.constraints import LEDGER_CONSTRAINTS_LIGHTER

STATEMENTS = [*BOOKS_CONSTRAINTS, *LEDGER_CONSTRAINTS_LIGHTER, SEED]


class Migration(Migration):  # type: ignore[no-redef]
    """Apply them in order; undo them in reverse."""

    dependencies = [("models", "0003_books")]
    operations = [
        RunSQL(
            [forward for forward, _ in STATEMENTS],
            reverse_sql=[backward for _, backward in reversed(STATEMENTS)],
        )
    ]
