"""Votes as anybody finds them: by the token on the wall, and those of a scope. R8.5, R12.1."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.votes.reading import COLUMNS

_PLACED = """
  FROM vote v JOIN "case" k ON k.id = v.case_id JOIN scope s ON s.id = v.scope_id
  JOIN community c ON c.id = k.community_id
"""
_SHOWN = (
    f"SELECT {COLUMNS}, k.number AS case_number, s.name AS scope_name, c.name AS community_name"
)


async def by_token(token: str) -> dict[str, Any] | None:
    """The vote of that token with its case and place."""
    return await one(f"{_SHOWN} {_PLACED} WHERE v.token = $1", token)


async def of_scope(
    scope_id: UUID, before: tuple[datetime, UUID], limit: int
) -> list[dict[str, Any]]:
    """A scope's votes, the newest first, from a place on."""
    return await sql(
        f"{_SHOWN} {_PLACED} WHERE v.scope_id = $1 AND (v.opened_at, v.id) < ($2, $3)"
        " ORDER BY v.opened_at DESC, v.id DESC LIMIT $4",
        scope_id,
        *before,
        limit,
    )
