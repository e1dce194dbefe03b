"""Pages of accounts keep room, so that a balance changes in place and no index is touched."""

from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import RunSQL


class Migration(Migration):  # type: ignore[no-redef]
    """Room for each account once more: closing a year credits whole pages of them together."""

    dependencies = [("models", "0004_books_constraints")]
    operations = [
        RunSQL(
            "ALTER TABLE ledger_account SET (fillfactor = 45)",
            reverse_sql="ALTER TABLE ledger_account RESET (fillfactor)",
        )
    ]
