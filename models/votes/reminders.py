"""Votes of which owners are to be reminded. R8.3, R13.1."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql
from models.votes.tables import Vote

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


async def reminded(vote_id: UUID, times: int) -> None:
    """So many reminders fell due and are not sent again."""
    await Vote.filter(id=vote_id).update(reminded=times)
