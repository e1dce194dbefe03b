"""Imported deposits on their way into the books. R4.1, R3.6."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.deposits.tables import BankAccount, Deposit


async def opening_day() -> date | None:
    """The last day on which opening balances were brought into the books."""
    row = await one(
        "SELECT max(effective_on) AS day FROM ledger_journal WHERE kind IN"
        " ('opening_principal', 'opening_interest', 'opening_income')"
    )
    return row["day"] if row else None


async def locked_in(state: str, limit: int) -> list[Deposit]:
    """Deposits in that state, locked; those on demand first, then by code."""
    # The ORM cannot order by an expression and lock at once.
    rows = await sql(
        "SELECT id FROM deposit WHERE state = $1 ORDER BY tenor <> 'demand', code LIMIT $2"
        " FOR NO KEY UPDATE",
        state,
        limit,
    )
    found = await Deposit.in_bulk([row["id"] for row in rows], "id")
    return [found[row["id"]] for row in rows]


async def counted() -> dict[str, int]:
    """How many deposits are listed, and how many proposed to be taken over."""
    rows = await sql(
        "SELECT state, count(*) AS n FROM deposit WHERE state IN ('listed', 'taking') GROUP BY 1"
    )
    return {row["state"]: row["n"] for row in rows}


async def propose(deposit_ids: Sequence[UUID], by: UUID, at: Any) -> None:
    """These deposits wait to be taken over."""
    await sql(
        "UPDATE deposit SET state = 'taking', entered_by = $2, entered_at = $3"
        " WHERE id = ANY($1::uuid[])",
        list(deposit_ids),
        by,
        at,
    )


async def give_back(deposit_id: UUID) -> None:
    """Nobody proposed this deposit, as when it was imported."""
    await Deposit.filter(id=deposit_id).update(entered_by=None, entered_at=None)


async def account_at(bank: str, number: str) -> BankAccount | None:
    """The Centre's account of that number."""
    return await BankAccount.filter(bank=bank, number=number).first()


async def has_main() -> bool:
    """Whether there is a main account."""
    return await BankAccount.filter(main=True).exists()
