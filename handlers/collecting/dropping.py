"""A refund that was entered and is not to be paid. R3.2."""

from uuid import UUID

from handlers.route import Context
from models.base import sql
from rules.events.votes import RefundDropped


async def drop(ctx: Context, refund_id: UUID, why: str) -> None:
    """The refund, which nobody confirmed, is not paid, and its entry says why beside the reason for
    which it was to be paid."""
    await sql(
        "UPDATE case_refund SET state = 'dropped',"
        " reason = left(reason || '（作废：' || $2 || '）', 300) WHERE id = $1",
        refund_id,
        why,
    )
    ctx.record(RefundDropped(subject_id=str(refund_id), at=ctx.now, why=why))
