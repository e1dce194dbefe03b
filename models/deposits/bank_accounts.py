"""The Centre's accounts at the banks with what the books say lies in them. R4.1, R3.9."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one
from models.listing import Listing, by_code, contains, newest

_COLUMNS = (
    "b.id, b.bank, b.number, b.title AS holder, b.main, b.account_id, b.created_at, b.closed_at,"
    " a.balance_fen, (SELECT count(*) FROM deposit d WHERE d.custody_id = b.id"
    " AND d.state IN ('draft', 'running')) AS deposits"
)
_SOURCE = "bank_account b JOIN ledger_account a ON a.id = b.account_id"
ACCOUNTS = Listing(
    _COLUMNS,
    _SOURCE,
    "b.id",
    {"newest": newest("b.created_at"), "bank": by_code("b.bank")},
    {"open": "b.closed_at IS NULL", "q": contains("q", "b.bank", "b.number", "b.title")},
)
"""Accounts with balance (fen) and the number of their open deposits."""


async def find(bank_account_id: UUID) -> dict[str, Any] | None:
    """One account with its balance (fen) and its open deposits."""
    return await one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE b.id = $1", bank_account_id)


async def add(
    key: UUID,
    bank: str,
    number: str,
    holder: str,
    *,
    main: bool,
    account_id: UUID,
    by: UUID,
    now: datetime,
) -> bool:
    """The account is kept; False when it, or another main one, is there already."""
    row = await one(
        "INSERT INTO bank_account (id, bank, number, title, main, account_id, entered_by,"
        " created_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8) ON CONFLICT DO NOTHING RETURNING id",
        key,
        bank,
        number,
        holder,
        main,
        account_id,
        by,
        now,
    )
    return row is not None
