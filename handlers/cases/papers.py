"""Papers in a case's file. 附件二(一)7, R12.3."""

from collections.abc import Sequence
from uuid import UUID

from handlers.attaching import attach_files
from handlers.route import Context
from models.cases import documents
from rules.files import PAPERS

DOCUMENT_TITLES = {
    kind: PAPERS[kind].title
    for kind in (
        "authorisation",
        "emergency",
        "correction",
        "plan",
        "contract",
        "notice_photo",
        "invoice",
        "payout",
        "policy",
        "receipt",
        "refund",
    )
}
"""What a paper is in the file for."""


async def attach(
    ctx: Context,
    case_id: UUID,
    kind: str,
    file_ids: Sequence[UUID],
    version: int = 0,
    number: str = "",
) -> None:
    """The asker's own uploaded files are in the case's file under that kind.

    Raises NotFound for a file that is not there, was uploaded by somebody else or has another
    class already.
    """
    if not file_ids:
        return
    await attach_files(ctx, kind, file_ids)
    await documents.attach_own(case_id, kind, file_ids, version, number, ctx.id, ctx.now)
