"""What the clock does to cases: notices that ran out, time that is over, ends counted anew.

Each job takes the case's lock and looks again: what was due when it was listed may no longer be.
Running late, twice or on two machines gives the same result. R7.1, R9.2, section 6.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from handlers.route import Context, job
from handlers.steps import take
from models.calendar import calendar
from models.cases import Case, due
from rules.cases import By, CloseNotice, Facts, Lapse, Recount
from rules.flows import row_for
from rules.flows.objections import recounted
from rules.people import Role

THE_CLOCK = By(roles=frozenset({Role.SYSTEM}), id="clock")
MOST = 500
"""Cases taken in one round; the rest are due in the next."""


async def provisional_notices(now: datetime) -> list[UUID]:
    """Notices and payouts with a provisional end that the calendar known now moves or settles."""
    rows = await due.provisional(MOST)
    if not rows:
        return []
    cal = await calendar()
    known = [(row["id"], msgspec.json.decode(row["facts"], type=Facts)) for row in rows]
    return [case_id for case_id, facts in known if recounted(facts, cal) != facts]


@job(provisional_notices)
async def recount_notice(ctx: Context, case_id: UUID) -> None:
    """公示的暂定截止日和拨付的暂定期限按已公布的日历重新计算。R9.2。"""
    case = await Case.lock(case_id)
    facts = case.facts()
    if row_for(facts, Recount) and recounted(facts, await calendar()) != facts:
        await take(ctx, case, Recount(), THE_CLOCK)


async def notices_over(now: datetime) -> list[UUID]:
    """Notices whose last day is over and certain; a provisional end closes nothing. R9.2."""
    return await due.notices_over(now, MOST)


@job(notices_over)
async def close_notice(ctx: Context, case_id: UUID) -> None:
    """公示期满且没有未办结的反对意见，进入登记备案。附件二(一)5，R7.1。"""
    case = await Case.lock(case_id)
    facts = case.facts()
    if _is_due(facts, ctx.now, CloseNotice) and not facts.notice_provisional:
        await take(ctx, case, CloseNotice(), THE_CLOCK)


async def cases_run_out(now: datetime) -> list[UUID]:
    """Cases that waited for their applicant until the time was over. Section 6."""
    return await due.run_out(now, MOST)


@job(cases_run_out)
async def lapse_case(ctx: Context, case_id: UUID) -> None:
    """征集签名、补正或办理逾期，办件失效，预留的保费释放。第6节，R3.4。"""
    case = await Case.lock(case_id)
    if _is_due(case.facts(), ctx.now, Lapse):
        await take(ctx, case, Lapse(), THE_CLOCK)


def _is_due(facts: Facts, now: datetime, act: type[CloseNotice] | type[Lapse]) -> bool:
    """Whether the clock may still do this now that the lock is held."""
    due_at = facts.due_at()
    return due_at is not None and due_at <= now and row_for(facts, act) is not None
