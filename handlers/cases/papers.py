"""Papers in a case's file. 附件二(一)7, R12.3."""

from collections.abc import Sequence
from uuid import UUID

from handlers.route import Context
from models.base import sql
from rules.refusals.asking import NotFound


async def attach(
    ctx: Context,
    case_id: UUID,
    kind: str,
    file_ids: Sequence[UUID],
    version: int = 0,
    number: str = "",
) -> None:
    """The asker's own uploaded files are in the case's file under that kind.

    Raises NotFound for a file that is not there or was uploaded by somebody else.
    """
    if not file_ids:
        return
    rows = await sql(
        "INSERT INTO document (id, case_id, file_id, kind, version, number, added_by, added_at)"
        " SELECT gen_random_uuid(), $1, f.id, $2, $3, $4, $5, $6 FROM file f"
        " WHERE f.id = ANY($7::uuid[]) AND f.owner_id = $5 RETURNING file_id",
        case_id,
        kind,
        version,
        number,
        ctx.id,
        ctx.now,
        list(file_ids),
    )
    if len(rows) != len(set(file_ids)):
        raise NotFound("没有找到所附的文件，请先上传")


async def kinds_of(case_id: UUID, version: int) -> frozenset[str]:
    """The kinds of paper that lie for this version of the plan, or for the whole case."""
    rows = await sql(
        "SELECT DISTINCT kind FROM document WHERE case_id = $1 AND version IN (0, $2)",
        case_id,
        version,
    )
    return frozenset(row["kind"] for row in rows)
