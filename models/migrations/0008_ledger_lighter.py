"""What the books refuse, found out with less work for each line that is posted."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL

from models.ledger.constraints import LEDGER_CONSTRAINTS_AS_ADDED

STATEMENTS = LEDGER_CONSTRAINTS_AS_ADDED


class Migration(Migration):  # type: ignore[no-redef]
    """Apply them in order; undo them in reverse."""

    dependencies = [("models", "0007_votes_constraints")]
    operations = [
        RunSQL(
            [forward for forward, _ in STATEMENTS],
            reverse_sql=[backward for _, backward in reversed(STATEMENTS)],
        )
    ]
