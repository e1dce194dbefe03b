"""Votes of which owners are to be reminded. R8.3, R13.1."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql

_COLUMNS = (
    "id, case_id, state, opened_at, ends_at, reminded,"
    " (parameters->>'vote.reminders')::int AS times"
)


async def running(now: datetime, limit: int) -> list[dict[str, Any]]:
    """Open votes that not all reminders were sent of."""
    return await sql(
        f"SELECT {_COLUMNS} FROM vote WHERE state = 'open' AND ends_at > $1"
        " AND reminded < (parameters->>'vote.reminders')::int ORDER BY ends_at, id LIMIT $2",
        now,
        limit,
    )


async def lock(vote_id: UUID) -> dict[str, Any] | None:
    """The vote; whoever casts meanwhile is not held up."""
    return await one(f"SELECT {_COLUMNS} FROM vote WHERE id = $1 FOR NO KEY UPDATE", vote_id)


async def reminded(vote_id: UUID, times: int) -> None:
    """So many reminders fell due and are not sent again."""
    await sql("UPDATE vote SET reminded = $2 WHERE id = $1", vote_id, times)
