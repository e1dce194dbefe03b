"""Reading votes: one, those of a case, all that one may see. R8.3, R8.5."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from handlers.cases.reading import READERS
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.steps import seen, viewer
from handlers.votes.views import STATE_TITLES, VoteView, view
from models.votes import reading
from rules.people import Role
from rules.refusals.asking import CaseNotFound
from rules.refusals.votes import VoteNotFound

SEERS = READERS | {Role.PERSON}
"""Everybody who may see some vote: a proxy's holder, or who sold meanwhile, may own nothing."""


class VoteQuery(Page, frozen=True):
    """Filters of the list; `mine` those in which one has a voice."""

    state: Literal["", "open", "counted", "void"] = ""
    community_id: UUID | None = None
    mine: bool = False


class VoteRow(Answer, frozen=True):
    """A vote in a list."""

    id: UUID
    case_id: UUID
    case_number: str
    community_name: str
    scope_name: str
    round: int
    version: int
    state: str
    state_title: str
    question: str
    opened_at: datetime
    ends_at: datetime
    counted_at: datetime | None = None


@route("GET", "/votes/{vote_id}", who=SEERS, refuses=(VoteNotFound,), etag=True)
async def get_vote(ctx: Context, vote_id: UUID) -> VoteView:
    """表决详情：事项、材料、期限、名册指纹、参与情况，本人代表的房屋和选票；计票前不显示倾向。第8节，R8.3、R8.5。"""
    return await view(ctx, vote_id)


@listing(
    "/votes",
    who=SEERS,
    export="业主表决",
    columns={
        "办件编号": "case_number",
        "小区": "community_name",
        "楼栋单元": "scope_name",
        "轮次": "round",
        "状态": "state_title",
        "事项": "question",
        "开始": "opened_at",
        "截止": "ends_at",
        "计票": "counted_at",
    },
)
async def list_votes(ctx: Context, query: VoteQuery) -> Listed[VoteRow]:
    """可见的表决列表，从新到旧；可只看本人有表决权的。第8节。"""
    asker = viewer(ctx)
    mine = query.mine and asker.person_id is not None
    return await page(reading.VOTES, query, _row, asker.params(), mine=mine)


@listing("/cases/{case_id}/votes", who=SEERS, refuses=(CaseNotFound,))
async def votes_of_case(ctx: Context, case_id: UUID, query: Page) -> Listed[VoteRow]:
    """办件的历次表决，从新到旧。第8节。"""
    case, _ = await seen(ctx, case_id)
    # Who sees a case sees its votes.
    everything = replace(viewer(ctx), centre=True).params()
    return await page(reading.VOTES, query, _row, everything, case_id=case.id, mine=False)


def _row(row: dict[str, Any]) -> VoteRow:
    return view_of(VoteRow, row, state_title=STATE_TITLES[row["state"]])
