"""Every day anew: what the deposits still running would give. R4.4.

An estimate is a figure beside the account, in no balance, and no premium can be paid from it.
"""

from datetime import date, datetime

from handlers.pools import WORKBOOKS
from handlers.route import Context, job
from models.income import estimating, years
from models.parameters import current_parameters
from rules.days import beijing_date


async def to_estimate(at: datetime) -> list[date]:
    """Today, if its estimates are missing."""
    today = beijing_date(at)
    return [today] if await estimating.outdated(today) else []


@job(to_estimate)
async def estimate_income(ctx: Context, today: date) -> None:
    """按日预估未到期存款的增值收益，按积数预估到楼栋或单元；不入账，不可支用。R4.4。"""
    if not await years.alone(0) or not await estimating.outdated(today):
        return
    negative = (await current_parameters()).income_negative
    terms = await estimating.running(today, negative)
    first_on = min((each.from_on for each in terms), default=today)
    changes = await estimating.changes_until(today, ctx.now, first_on)
    found = await WORKBOOKS.run(ctx.who.key, estimating.estimated, changes, terms, first_on)
    await estimating.keep(found, today, ctx.now)
