"""Which homes of a frozen roll the vote was served on. R8.2."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from models.base import one, sql


async def serve(vote_id: UUID, home_ids: Sequence[UUID], file_id: UUID, now: datetime) -> int:
    """Those of the homes that were not served yet are from now on; how many they were."""
    rows = await sql(
        "UPDATE vote_home SET served_at = $3, served_file_id = $4 WHERE id IN (SELECT id"
        " FROM vote_home WHERE vote_id = $1 AND home_id = ANY($2::uuid[]) AND served_at IS NULL"
        " ORDER BY id FOR NO KEY UPDATE) RETURNING id",
        vote_id,
        list(home_ids),
        now,
        file_id,
    )
    return len(rows)


async def count_served(vote_id: UUID) -> tuple[int, int]:
    """Homes of the roll, and how many of them were served."""
    row = await one(
        "SELECT count(*) AS homes, count(served_at) AS served FROM vote_home WHERE vote_id = $1",
        vote_id,
    )
    return (row["homes"], row["served"]) if row else (0, 0)
