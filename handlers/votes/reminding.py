"""Owners who have not voted yet are reminded, a few times at most and in neutral words. R13.1.

The reminders are spread evenly over the period, the last one a day before its end: who is asked
has time to answer. Nobody hears what others said, and who took part hears nothing.
"""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.route import Context, job
from handlers.timed import MOST
from handlers.votes.paper import parameters_of
from models.votes import reminders
from models.votes.locks import lock_against_change
from rules.events.votes import VoteReminded

LAST_BEFORE = timedelta(days=1)


def moments(opened_at: datetime, ends_at: datetime, times: int) -> list[datetime]:
    """When reminders are due: evenly spread, the last a day before the end (of a vote of two days
    or less, in its middle)."""
    last = max(ends_at - LAST_BEFORE, opened_at + (ends_at - opened_at) / 2)
    return [opened_at + (last - opened_at) * nth / times for nth in range(1, times + 1)]


async def votes_to_remind_of(now: datetime) -> list[UUID]:
    """Open votes of which a reminder fell due."""
    rows = await reminders.running(now, MOST)
    return [
        row["id"]
        for row in rows
        if _due(row["opened_at"], row["ends_at"], row["times"], now) > row["reminded"]
    ]


def _due(opened_at: datetime, ends_at: datetime, times: int, now: datetime) -> int:
    """How many reminders fell due by now."""
    return sum(moment <= now for moment in moments(opened_at, ends_at, times))


@job(votes_to_remind_of)
async def remind_of_vote(ctx: Context, vote_id: UUID) -> None:
    """提醒尚未投票的业主：表决期间最多数次，均匀分布，不涉及任何倾向。R8.3、R13.1。"""
    vote = await lock_against_change(vote_id)
    if vote.state != "open" or ctx.now >= vote.ends_at:
        return
    due = _due(vote.opened_at, vote.ends_at, parameters_of(vote).vote_reminders, ctx.now)
    if due <= vote.reminded:
        return
    # Those that were missed are not made up for: one message is enough.
    await reminders.reminded(vote_id, due)
    data = {"vote_id": str(vote_id), "ends_at": vote.ends_at, "reminder": due}
    ctx.record(VoteReminded(subject_id=str(vote.case_id), at=ctx.now, data=data))
