"""The texts of objections: judged before anybody but Centre and objector reads them. R7.8."""

from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql


async def text_of(objection_id: UUID) -> dict[str, Any] | None:
    """What an objection says, and who wrote it where: what a text must not give away. R7.8."""
    return await one(
        "SELECT o.text, o.entered_at, p.openid, w.name, h.room, h.code"
        " FROM objection o JOIN owner w ON w.id = o.owner_id JOIN home h ON h.id = o.home_id"
        " LEFT JOIN person p ON p.id = o.person_id WHERE o.id = $1",
        objection_id,
    )


async def unchecked(limit: int) -> list[UUID]:
    """Objections whose text nobody has judged yet."""
    rows = await sql(
        "SELECT id FROM objection WHERE checked = 'waiting' ORDER BY entered_at LIMIT $1", limit
    )
    return [row["id"] for row in rows]


async def judge_by_machine(objection_id: UUID, verdict: str) -> UUID | None:
    """What the machine thinks of the text stands beside it; its case, or None if it was asked
    before. Nothing is public by it."""
    row = await one(
        "UPDATE objection SET checked = $2 WHERE id = $1 AND checked = 'waiting' RETURNING case_id",
        objection_id,
        verdict,
    )
    return row["case_id"] if row else None


async def release(
    objection_id: UUID, how: str, public_text: str | None, by: UUID, at: datetime
) -> UUID:
    """What the public reads of it from now on, None for nothing, as this person decided; its
    case."""
    row = await one(
        "UPDATE objection SET release = $2, public_text = $3, released_by = $4, released_at = $5"
        " WHERE id = $1 RETURNING case_id",
        objection_id,
        how,
        public_text,
        by,
        at,
    )
    assert row is not None, "it was found"
    return UUID(str(row["case_id"]))
