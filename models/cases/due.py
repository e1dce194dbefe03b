"""Which cases the clock has something to do with. No row is locked: each job looks again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql


async def provisional(limit: int) -> list[dict[str, Any]]:
    """Cases with a notice or a payout whose end is provisional, with their facts as text."""
    return await sql(
        'SELECT id, facts::text AS facts FROM "case"'
        " WHERE state = 'noticed' AND (facts->>'notice_provisional')::boolean"
        " OR state IN ('requested', 'prepared') AND (facts->'payout'->>'provisional')::boolean"
        " ORDER BY due_at, id LIMIT $1",
        limit,
    )


async def notices_over(now: datetime, limit: int) -> list[UUID]:
    """Notices whose end is certain and past; the longest past first."""
    rows = await sql(
        "SELECT id FROM \"case\" WHERE due_at <= $1 AND state = 'noticed'"
        " AND NOT (facts->>'notice_provisional')::boolean ORDER BY due_at LIMIT $2",
        now,
        limit,
    )
    return [row["id"] for row in rows]


async def run_out(now: datetime, limit: int) -> list[UUID]:
    """Other cases whose time is over; the longest over first."""
    rows = await sql(
        "SELECT id FROM \"case\" WHERE due_at <= $1 AND state <> 'noticed'"
        " ORDER BY due_at LIMIT $2",
        now,
        limit,
    )
    return [row["id"] for row in rows]


async def unposted_since(moment: datetime, limit: int) -> list[UUID]:
    """Notices that still have to be posted, on which nothing happened since, and of which nobody
    was reminded since: the log itself says when."""
    rows = await sql(
        "SELECT c.id FROM \"case\" c WHERE c.state = 'posting' AND c.changed_at <= $1"
        " AND NOT EXISTS (SELECT 1 FROM log_event e WHERE e.subject_id = c.id"
        " AND e.kind = 'LobbyEvidenceMissing' AND e.at > $1) ORDER BY c.changed_at LIMIT $2",
        moment,
        limit,
    )
    return [row["id"] for row in rows]


async def near_their_end(moment: datetime, limit: int) -> list[UUID]:
    """Running notices that end by that moment, of which nobody was asked for photos since they
    began, or went on: the log itself says when."""
    rows = await sql(
        "SELECT c.id FROM \"case\" c WHERE c.state = 'noticed' AND c.due_at <= $1"
        " AND NOT EXISTS (SELECT 1 FROM log_event e WHERE e.subject_id = c.id"
        " AND e.kind = 'StillHangingAsked' AND e.at >= coalesce("
        "  c.facts->'standstills'->-1->>'to_at', c.facts->>'notice_started_at')::timestamptz)"
        " ORDER BY c.due_at LIMIT $2",
        moment,
        limit,
    )
    return [row["id"] for row in rows]
