"""Votes as lists: those of a case, and all that one may see. R8.3, R8.5."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.cases.reading import voted_in
from handlers.lists import Listed, cut, listing, view_of
from handlers.route import Answer, Context, Page
from handlers.steps import seen, viewer
from handlers.votes.views import SEERS, STATE_TITLES, VoteState
from models.votes import reading
from rules.refusals.asking import CaseNotFound


class VoteQuery(Page, frozen=True):
    """Filters of the list; `mine` those in which one has a voice."""

    state: VoteState | Literal[""] = ""
    community_id: UUID | None = None
    mine: Annotated[bool, Meta(description="只列本人有表决权的")] = False


class VoteRow(Answer, frozen=True):
    """列表中的一次业主表决：本人代表 `homes_spoken_for` 户，其中 `homes_voted` 户已投票，全部投完的
    `voted_by_me` 为真。"""

    id: UUID
    case_id: UUID
    case_number: str
    community: str
    scope_name: str
    round: int
    version: Annotated[int, Meta(title="方案版本")]
    state: VoteState
    state_title: str
    question: str
    opened_at: datetime
    ends_at: datetime
    homes_spoken_for: int
    homes_voted: int
    voted_by_me: bool
    counted_at: datetime | None = None


@listing(
    "/votes",
    who=SEERS,
    export="业主表决",
)
async def list_votes(ctx: Context, query: VoteQuery) -> Listed[VoteRow]:
    """可见的表决列表，从新到旧；可只看本人有表决权的。第8节。"""
    asker = viewer(ctx)
    mine = query.mine and asker.person_id is not None
    found = await cut(reading.VOTES, query, asker.params(), mine=mine)
    return found.listed(await vote_rows(ctx, found.rows))


@listing("/cases/{case_id}/votes", who=SEERS, refuses=(CaseNotFound,))
async def list_case_votes(ctx: Context, case_id: UUID, query: Page) -> Listed[VoteRow]:
    """办件的历次表决，从新到旧。第8节。"""
    case, _ = await seen(ctx, case_id)
    # Who sees a case sees its votes.
    everything = replace(viewer(ctx), centre=True).params()
    found = await cut(reading.VOTES, query, everything, case_id=case.id, mine=False)
    return found.listed(await vote_rows(ctx, found.rows))


async def vote_rows(ctx: Context, rows: Sequence[dict[str, Any]]) -> list[VoteRow]:
    """Rows of `VOTES` as the asker may see them."""
    voted = await voted_in(ctx, [row["id"] for row in rows])
    return [_row(row, *voted.get(row["id"], (0, 0))) for row in rows]


def _row(row: dict[str, Any], homes: int, voted: int) -> VoteRow:
    return view_of(
        VoteRow,
        row,
        state_title=STATE_TITLES[row["state"]],
        homes_spoken_for=homes,
        homes_voted=voted,
        voted_by_me=0 < homes == voted,
    )
