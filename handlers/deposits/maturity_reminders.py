"""Finance is told before a deposit matures, and when it has and no advice came. R13.1."""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.route import Context, job
from models.deposits import overview
from models.deposits.locks import locked
from rules.days import beijing_date
from rules.events.books import DepositMaturing

DAYS_BEFORE = timedelta(days=7)
MOST = 200


async def _maturing(now: datetime) -> list[dict[str, object]]:
    today = beijing_date(now)
    return await overview.maturing(today + DAYS_BEFORE, today, MOST)


async def deposits_maturing(now: datetime) -> list[UUID]:
    """Deposits of which finance is to be told now and was not yet."""
    return [UUID(str(row["id"])) for row in await _maturing(now)]


@job(deposits_maturing)
async def remind_of_maturity(ctx: Context, deposit_id: UUID) -> None:
    """存款到期前七日和逾期未结息时各提醒财务人员一次。R4.1、R13.1。"""
    await locked(deposit_id)
    for row in await _maturing(ctx.now):
        if row["id"] == deposit_id:
            about = {
                "code": row["code"],
                "term": row["number"],
                "matures_on": row["matures_on"],
                "overdue": row["overdue"],
            }
            ctx.record(DepositMaturing(subject_id=str(deposit_id), at=ctx.now, data=about))
