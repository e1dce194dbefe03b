"""Which homes of a frozen roll the vote was served on, and by which entry. R8.2."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import jsonb, one, sql
from models.entries import Table
from models.ids import new_id
from models.listing import Listing, newest
from models.votes.papers import DOOR, DOORS
from rules.refusals.asking import NotFound

SERVICE = Table(
    "vote_service",
    line="k.number || ' 第' || v.round || '轮表决'"
    " || CASE e.kind WHEN 'proof' THEN '送达' ELSE '撤销送达' END"
    " || jsonb_array_length(e.homes) || '户'",
    community_id="k.community_id",
    place="c.name",
    due_on="(v.ends_at AT TIME ZONE 'Asia/Shanghai')::date",
    joins='JOIN vote v ON v.id = e.vote_id JOIN "case" k ON k.id = v.case_id'
    " JOIN community c ON c.id = k.community_id",
)

_COLUMNS = """
s.id, s.vote_id, s.kind, s.state, s.how, s.by_role, s.why, s.file_id, s.entered_by, s.entered_at,
s.confirmed_at, s.dropped_at, s.drop_reason, jsonb_array_length(s.homes) AS homes
"""

ENTRIES = Listing(
    _COLUMNS,
    "vote_service s",
    "s.id",
    {"newest": newest("s.entered_at")},
    {"state": "s.state = {state}", "kind": "s.kind = {kind}"},
    always="s.vote_id = {vote_id}",
    needs=("vote_id",),
)
"""What was entered of a vote's service, the newest first."""

_PLACES = f"""
SELECT v.home_id, {DOOR} AS place
  FROM vote_service s CROSS JOIN LATERAL jsonb_array_elements_text(s.homes) AS x(id)
  JOIN vote_home v ON v.id = x.id::uuid JOIN {DOORS} ON h.id = v.home_id
 WHERE s.id = $1 ORDER BY h.code
"""


async def enter(
    vote_id: UUID,
    homes: Sequence[UUID],
    *,
    kind: str,
    by_role: str,
    entered_by: UUID,
    now: datetime,
    how: str = "",
    file_id: UUID | None = None,
    why: str = "",
) -> UUID:
    """An entry about these rows of the roll waits for its second person; its id."""
    entry_id = new_id()
    await sql(
        "INSERT INTO vote_service (id, vote_id, kind, homes, how, file_id, by_role, why, state,"
        " entered_by, entered_at) VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, 'draft', $9, $10)",
        entry_id,
        vote_id,
        kind,
        jsonb(homes),
        how,
        file_id,
        by_role,
        why,
        entered_by,
        now,
    )
    return entry_id


async def find(entry_id: UUID) -> dict[str, Any]:
    """The entry. Raises NotFound."""
    row = await one(f"SELECT {_COLUMNS} FROM vote_service s WHERE s.id = $1", entry_id)
    if row is None:
        raise NotFound()
    return row


async def places_of(entry_id: UUID) -> list[dict[str, Any]]:
    """The homes that an entry is about, in the order of their codes."""
    return await sql(_PLACES, entry_id)


async def lock_homes(vote_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Service on these rows of the roll as it stands; nobody changes it meanwhile."""
    return await sql(
        "SELECT id, home_id, served_at, contested_at FROM vote_home WHERE vote_id = $1"
        " AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE",
        vote_id,
        list(ids),
    )


async def serve(ids: Sequence[UUID], entry_id: UUID, file_id: UUID, now: datetime) -> None:
    """Service on these rows is proven from now on, by that entry."""
    await sql(
        "UPDATE vote_home SET served_at = $3, service_id = $2, served_file_id = $4"
        " WHERE id = ANY($1::uuid[])",
        list(ids),
        entry_id,
        now,
        file_id,
    )


async def unserve(ids: Sequence[UUID], contested_at: datetime | None = None) -> None:
    """Service on these rows is not proven; with a moment because an owner denied it then."""
    await sql(
        "UPDATE vote_home SET served_at = NULL, service_id = NULL, served_file_id = NULL,"
        " contested_at = coalesce($2, contested_at) WHERE id = ANY($1::uuid[])",
        list(ids),
        contested_at,
    )


async def count_served(vote_id: UUID) -> dict[str, int]:
    """Homes of the roll (`homes`), how many of them were served (`served`), on how many an owner
    denied it (`contested`), and how many entries wait (`waiting`)."""
    row = await one(
        "SELECT count(*) AS homes, count(served_at) AS served,"
        " count(*) FILTER (WHERE contested_at IS NOT NULL AND served_at IS NULL) AS contested,"
        " (SELECT count(*) FROM vote_service WHERE vote_id = $1 AND state = 'draft') AS waiting"
        " FROM vote_home WHERE vote_id = $1",
        vote_id,
    )
    assert row is not None
    return row


async def ways(vote_id: UUID) -> dict[str, int]:
    """How many homes were served in each way."""
    rows = await sql(
        "SELECT s.how, count(*) AS homes FROM vote_home h JOIN vote_service s"
        " ON s.id = h.service_id WHERE h.vote_id = $1 AND h.served_at IS NOT NULL GROUP BY s.how",
        vote_id,
    )
    return {row["how"]: row["homes"] for row in rows}


async def drop_waiting(vote_id: UUID, why: str, now: datetime) -> list[dict[str, Any]]:
    """What nobody confirmed in time proves nothing; which entries."""
    return await sql(
        "UPDATE vote_service SET state = 'dropped', dropped_at = $3, drop_reason = $2"
        " WHERE vote_id = $1 AND state = 'draft' RETURNING id, kind,"
        " jsonb_array_length(homes) AS homes",
        vote_id,
        why,
        now,
    )
