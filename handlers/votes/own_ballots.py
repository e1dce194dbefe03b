"""Every ballot of one's own with its receipt, of all votes. R8.5."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page
from handlers.votes.views import STATE_TITLES, BallotView, VoteState, ballot_view
from models.votes.reading import OWN_BALLOTS
from rules.people import Role


class OwnBallotQuery(Page, frozen=True):
    """只看一次表决的，或者全部。"""

    vote_id: UUID | None = None


class OwnBallotRow(Answer, frozen=True):
    """本人的一张选票，及其所属的表决和房屋。"""

    vote_id: UUID
    case_id: UUID
    case_number: str
    scope_name: str
    round: int
    question: str
    vote_state: VoteState
    vote_state_title: str
    ends_at: datetime
    home: str
    ballot: BallotView


@listing("/me/ballots", who=Role.PERSON)
async def list_my_ballots(ctx: Context, query: OwnBallotQuery) -> Listed[OwnBallotRow]:
    """本人的全部选票和回执，最后投的在前；受托投的在内，共有人的不在内。R8.5。"""
    return await page(OWN_BALLOTS, query, partial(_row, ctx), person_id=ctx.id)


def _row(ctx: Context, row: dict[str, Any]) -> OwnBallotRow:
    return view_of(
        OwnBallotRow,
        row,
        vote_state_title=STATE_TITLES[row["vote_state"]],
        ballot=ballot_view(ctx, row),
    )
