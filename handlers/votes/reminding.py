"""Owners who have not voted yet are reminded, a few times at most and in neutral words. R13.1.

The reminders are spread evenly over the period, the last one a day before its end: who is asked
has time to answer. Nobody hears what others said, and who took part hears nothing.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from handlers.route import Context, job
from handlers.timed import MOST
from models.votes import reminders
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
    return [row["id"] for row in rows if _due(row, now) > row["reminded"]]


def _due(row: dict[str, object], now: datetime) -> int:
    """How many reminders fell due by now."""
    times = msgspec.convert(row["times"], int)
    opened_at, ends_at = row["opened_at"], row["ends_at"]
    assert isinstance(opened_at, datetime) and isinstance(ends_at, datetime)
    return sum(moment <= now for moment in moments(opened_at, ends_at, times))


@job(votes_to_remind_of)
async def remind_of_vote(ctx: Context, vote_id: UUID) -> None:
    """提醒尚未投票的业主：表决期间最多数次，均匀分布，不涉及任何倾向。R8.3、R13.1。"""
    row = await reminders.lock(vote_id)
    if row is None or row["state"] != "open" or ctx.now >= row["ends_at"]:
        return
    due = _due(row, ctx.now)
    if due <= row["reminded"]:
        return
    # Those that were missed are not made up for: one message is enough.
    await reminders.reminded(vote_id, due)
    data = {"vote_id": str(vote_id), "ends_at": row["ends_at"], "reminder": due}
    ctx.record(VoteReminded(subject_id=str(row["case_id"]), at=ctx.now, data=data))
