"""The turnout of running votes is told anew when enough more heads took part. R8.7."""

from datetime import datetime
from uuid import UUID

from handlers.route import Context, job
from handlers.timed import MOST
from handlers.votes.entering import frozen_terms
from handlers.votes.paper import parameters_of
from models.votes import turnout
from models.votes.locks import lock_against_change
from rules.votes.turnout import may_be_told


async def votes_grown(now: datetime) -> list[UUID]:
    """Running votes of which more may be told."""
    return await turnout.grown(now, MOST)


@job(votes_grown)
async def tell_turnout(ctx: Context, vote_id: UUID) -> None:
    """表决期间参与情况的更新：每次至少新增规定的人数，只公布人数和面积是否达到，此外谁也看不到。R8.7。"""
    vote = await lock_against_change(vote_id)
    if vote.state != "open" or ctx.now >= vote.ends_at:
        return
    parameters, so_far = parameters_of(vote), await turnout.so_far(vote_id)
    heads, group = so_far["heads"], parameters.publish_min_group
    if not may_be_told(vote.told_heads, heads, vote.heads, group):
        return
    frozen = {"parameters": vote.parameters, "threshold": vote.threshold}
    enough = frozen_terms(frozen).participation
    await turnout.tell(vote_id, heads, enough.met(so_far["area_cm2"], vote.area_cm2), ctx.now)
