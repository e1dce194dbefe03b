"""Papers in a case's file. 附件二(一)7, R12.3."""

from collections.abc import Sequence
from uuid import UUID

from handlers.route import Context
from models.cases import documents
from rules.refusals.asking import NotFound

DOCUMENT_TITLES = {
    "authorisation": "授权书",
    "emergency": "紧急情况证明",
    "correction": "补正材料",
    "plan": "保险方案",
    "contract": "保险服务合同",
    "notice_photo": "公示影像",
    "invoice": "发票",
    "payout": "拨付申请材料",
    "policy": "保险单",
    "receipt": "缴款凭据",
    "refund": "退款凭据",
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

    Raises NotFound for a file that is not there or was uploaded by somebody else.
    """
    if not file_ids:
        return
    found = await documents.attach_own(case_id, kind, file_ids, version, number, ctx.id, ctx.now)
    if found != len(set(file_ids)):
        raise NotFound("没有找到所附的文件，请先上传")
