"""Certificates as remembered: which stands for a month, and all there were. R3.9."""

from datetime import date
from typing import Any
from uuid import UUID

from models.base import one
from models.listing import Listing, by_code, newest


async def standing(bank_account_id: UUID, month_on: date) -> dict[str, Any] | None:
    """The certificate that stands for the account's month, waiting or confirmed."""
    return await one(
        "SELECT id, state, bank_fen, books_fen FROM reconciliation WHERE account_id = $1"
        " AND month_on = $2 AND state <> 'dropped'",
        bank_account_id,
        month_on,
    )


RECONCILIATIONS = Listing(
    "r.id, r.number, to_char(r.month_on, 'YYYY-MM') AS month, r.state, r.bank_fen, r.books_fen,"
    " r.entered_at, r.confirmed_at, r.dropped_at",
    "reconciliation r",
    "r.id",
    {"newest": newest("r.entered_at")},
    {"state": "r.state = {state}"},
    always="r.account_id = {bank_account_id}",
    needs=("bank_account_id",),
)
ACCOUNTS = Listing(
    "b.id, b.bank, b.number, b.title AS holder, b.account_id",
    "bank_account b",
    "b.id",
    {"bank": by_code("b.bank")},
    always="b.closed_at IS NULL OR b.closed_at >= {open_on}",
    needs=("open_on",),
)
"""Bank accounts that were not closed before a moment."""
