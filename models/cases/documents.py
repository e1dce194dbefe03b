"""Papers in a case's file. 附件二(一)7, R12.3."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from models.base import sql
from models.cases import Document


async def add(
    case_id: UUID, kind: str, file_id: UUID, version: int, by: UUID, now: datetime
) -> None:
    """The stored file lies in the case's file under that kind."""
    await Document.create(
        case_id=case_id, file_id=file_id, kind=kind, version=version, added_by=by, added_at=now
    )


async def attach_own(
    case_id: UUID,
    kind: str,
    file_ids: Sequence[UUID],
    version: int,
    number: str,
    by: UUID,
    now: datetime,
) -> None:
    """Those of the files that this person or account uploaded lie under that kind."""
    await sql(
        "INSERT INTO document (id, case_id, file_id, kind, version, number, added_by, added_at)"
        " SELECT gen_random_uuid(), $1, f.id, $2, $3, $4, $5, $6 FROM file f"
        " WHERE f.id = ANY($7::uuid[]) AND f.owner_id = $5",
        case_id,
        kind,
        version,
        number,
        by,
        now,
        list(file_ids),
    )


async def kinds_of(case_id: UUID, version: int) -> frozenset[str]:
    """The kinds of paper that lie for this version of the plan, or for the whole case."""
    rows = await sql(
        "SELECT DISTINCT kind FROM document WHERE case_id = $1 AND version IN (0, $2)",
        case_id,
        version,
    )
    return frozenset(row["kind"] for row in rows)
