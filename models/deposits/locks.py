"""One lock between the benchmark table and everything that froze a rate of it. R4.1.

Whoever places, settles or takes over a deposit shares it; a rate is confirmed alone. So a term
begins either before a rate was confirmed, and is recomputed with it, or after, and finds it.
"""

from uuid import UUID

from models.base import one, sql
from models.deposits.tables import Deposit

# Any number that nobody else uses.
_RATES = 0x52617465


async def rates_stand() -> None:
    """No rate is confirmed until this transaction ends."""
    await sql("SELECT pg_advisory_xact_lock_shared($1)", _RATES)


async def rates_change() -> None:
    """Nobody places or settles a deposit until this transaction ends."""
    await sql("SELECT pg_advisory_xact_lock($1)", _RATES)


async def locked(deposit_id: UUID) -> Deposit | None:
    """The deposit, locked until the transaction ends, with the rates standing."""
    await rates_stand()
    return await Deposit.filter(id=deposit_id).select_for_update(no_key=True).first()


async def lock_bank(bank_account_id: UUID | None, *, alone: bool = False) -> UUID | None:
    """The account of the books of an open bank account, which stays open until the transaction
    ends; `alone`: others who lock it so wait. None if it is not there or was closed."""
    mode = "NO KEY UPDATE" if alone else "SHARE"
    row = await one(
        f"SELECT account_id FROM bank_account WHERE id = $1 AND closed_at IS NULL FOR {mode}",
        bank_account_id,
    )
    return UUID(str(row["account_id"])) if row else None
