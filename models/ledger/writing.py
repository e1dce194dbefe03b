"""Whether this database lets money move: the statements that write the books can be planned, and
whoever asks may write. For the readiness check, which must not say yes before the first payment
finds out."""

from tortoise.connection import get_connection

from models.base import one
from models.ledger import accounts, at_once, batches, journals

STATEMENTS = (accounts.OPEN, at_once.statement_of(2), batches.STATEMENT, journals.WRITE)

_MAY_WRITE = """
SELECT NOT current_setting('transaction_read_only')::bool
   AND has_table_privilege('ledger_journal', 'INSERT')
   AND has_table_privilege('ledger_posting', 'INSERT')
   AND has_table_privilege('ledger_account', 'INSERT')
   AND has_column_privilege('ledger_account', 'balance_fen', 'UPDATE') AS may
"""


async def plan() -> None:
    """Every function, table and column that writing the books needs is there.

    Raises what the database says when one is not. Nothing is executed.
    """
    async with get_connection("default").acquire_connection() as connection:
        for statement in STATEMENTS:
            await connection.prepare(statement)


async def may_write() -> bool:
    """Whether the books may be written over this connection: no standby, and its role may."""
    row = await one(_MAY_WRITE)
    return row is not None and bool(row["may"])
