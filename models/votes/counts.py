"""What counting a vote reads, in the order in which it counts, and what it leaves. R8.1, R8.3."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import jsonb, sql


async def over(by: datetime, limit: int) -> list[UUID]:
    """Open votes that are to be counted by that moment."""
    rows = await sql(
        "SELECT id FROM vote WHERE state = 'open' AND count_at <= $1"
        " ORDER BY count_at, id LIMIT $2",
        by,
        limit,
    )
    return [row["id"] for row in rows]


async def void(case_id: UUID) -> None:
    """The open vote of a case that ended, if there is one, is over without a count."""
    await sql("SELECT id FROM vote WHERE case_id = $1 AND state = 'open' FOR UPDATE", case_id)
    await sql("UPDATE vote SET state = 'void' WHERE case_id = $1 AND state = 'open'", case_id)


async def roll(vote_id: UUID) -> list[dict[str, Any]]:
    """The frozen roll in the order of pseudonyms."""
    return await sql(
        "SELECT vh.id, vh.home_id, vh.nth, vh.head, vh.pseudonym, vh.salt, vh.area_cm2,"
        " vh.developer_held, vh.representative_id, vh.served_at IS NOT NULL AS served,"
        " coalesce(o.owners, '{}') AS owners FROM vote_home vh"
        " LEFT JOIN (SELECT x.vote_home_id, array_agg(x.owner_id) AS owners FROM vote_owner x"
        "   JOIN vote_home h ON h.id = x.vote_home_id AND h.vote_id = $1 GROUP BY 1) o"
        "   ON o.vote_home_id = vh.id"
        " WHERE vh.vote_id = $1 ORDER BY vh.nth",
        vote_id,
    )


async def ballots(vote_id: UUID) -> list[dict[str, Any]]:
    """Every ballot ever cast, in the order in which they count."""
    return await sql(
        "SELECT id, vote_home_id, owner_id, proxy_id, channel, choice_cipher, nonce, receipt,"
        " cast_at, entered_at, state FROM ballot WHERE vote_id = $1"
        " ORDER BY cast_at, entered_at, id",
        vote_id,
    )


async def drop_papers(vote_id: UUID, why: str) -> list[dict[str, Any]]:
    """Paper that nobody confirmed in time is out; which batches, with how many ballots. R8.3."""
    rows = await sql(
        "UPDATE ballot_batch SET state = 'dropped', reason = $2"
        " WHERE vote_id = $1 AND state = 'draft' RETURNING id, number,"
        " (SELECT count(*) FROM ballot_line l WHERE l.batch_id = ballot_batch.id) AS lines",
        vote_id,
        why,
    )
    await sql(
        "UPDATE ballot_line SET live = false WHERE batch_id = ANY($1::uuid[])",
        [row["id"] for row in rows],
    )
    return sorted(rows, key=lambda row: str(row["number"]))


async def close(vote_id: UUID, at: datetime, result: dict[str, Any], root: str) -> None:
    """The vote is counted."""
    await sql(
        "UPDATE vote SET state = 'counted', counted_at = $2, result = $3::jsonb, record_root = $4"
        " WHERE id = $1",
        vote_id,
        at,
        jsonb(result),
        root,
    )
