"""Certificates as remembered: which stands for a month, and all there were. R3.9."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from rules.days import start_of_day


async def standing(bank_account_id: UUID, month_on: date) -> dict[str, Any] | None:
    """The certificate that stands for the account's month, prepared or certified."""
    return await one(
        "SELECT id, state, bank_fen, books_fen FROM reconciliation WHERE account_id = $1"
        " AND month_on = $2 AND state <> 'dropped'",
        bank_account_id,
        month_on,
    )


async def page(
    bank_account_id: UUID, after: tuple[datetime, UUID], limit: int
) -> list[dict[str, Any]]:
    """Certificates of the account, the newest first."""
    return await sql(
        "SELECT id, number, month_on, state, bank_fen, books_fen, prepared_at, certified_at,"
        " dropped_at FROM reconciliation WHERE account_id = $1 AND (prepared_at, id) < ($2, $3)"
        " ORDER BY prepared_at DESC, id DESC LIMIT $4",
        bank_account_id,
        *after,
        limit,
    )


async def accounts_after(after: UUID, open_on: date, limit: int) -> list[dict[str, Any]]:
    """Bank accounts by id that were not closed before that day."""
    return await sql(
        "SELECT id, bank, number, title, account_id FROM bank_account WHERE id > $1"
        " AND (closed_at IS NULL OR closed_at >= $2) ORDER BY id LIMIT $3",
        after,
        start_of_day(open_on),
        limit,
    )
