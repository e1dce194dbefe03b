"""Papers in a case's file. 附件二(一)7, R12.3."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from models.base import sql
from models.cases import Document
from models.listing import Key, Listing, Moment, Sort

OWNERS_SEE = frozenset({"plan", "contract", "invoice", "policy", "notice_photo"})
"""The kinds that every owner of the scope may read. R12.3."""


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
) -> int:
    """Those of the files that this person or account uploaded lie under that kind; how many."""
    rows = await sql(
        "INSERT INTO document (id, case_id, file_id, kind, version, number, added_by, added_at)"
        " SELECT gen_random_uuid(), $1, f.id, $2, $3, $4, $5, $6 FROM file f"
        " WHERE f.id = ANY($7::uuid[]) AND f.owner_id = $5 RETURNING file_id",
        case_id,
        kind,
        version,
        number,
        by,
        now,
        list(file_ids),
    )
    return len(rows)


async def kinds_of(case_id: UUID, version: int) -> frozenset[str]:
    """The kinds of paper that lie for this version of the plan, or for the whole case."""
    rows = await sql(
        "SELECT DISTINCT kind FROM document WHERE case_id = $1 AND version IN (0, $2)",
        case_id,
        version,
    )
    return frozenset(row["kind"] for row in rows)


async def uses_of(file_id: UUID) -> list[tuple[UUID, frozenset[str]]]:
    """The cases in whose file it lies, with the kinds it lies there as, oldest first."""
    rows = await sql(
        "SELECT case_id, array_agg(DISTINCT kind) AS kinds FROM document WHERE file_id = $1"
        " GROUP BY case_id ORDER BY min(added_at), case_id",
        file_id,
    )
    return [(row["case_id"], frozenset(row["kinds"])) for row in rows]


DOCUMENTS = Listing(
    "d.id, d.kind, d.version, d.number, d.file_id, d.added_at, f.name, f.media_type, f.size",
    "document d JOIN file f ON f.id = d.file_id",
    "d.id",
    {"oldest": Sort((Key("d.added_at", Moment),), down=False)},
    {"kind": "d.kind = {kind}", "kinds": "d.kind = ANY({kinds}::text[])"},
    always="d.case_id = {case_id}::uuid",
    needs=("case_id",),
)
"""The papers of one case, oldest first."""
