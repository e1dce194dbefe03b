"""Reading votes: one, those of a case, all that one may see. R8.3, R8.5."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.cases.reading import READERS
from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from handlers.steps import seen, viewer
from handlers.votes.views import STATE_TITLES, VoteView, view
from models.votes import reading
from rules.people import Role
from rules.refusals.asking import CaseNotFound, Malformed
from rules.refusals.votes import VoteNotFound

SEERS = READERS | {Role.PERSON}
"""Everybody who may see some vote: a proxy's holder, or who sold meanwhile, may own nothing."""


class VoteQuery(Page, frozen=True):
    """Filters of the list; `mine` those in which one has a voice."""

    state: Annotated[str, Meta(max_length=8)] = ""
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


class VoteList(Answer, frozen=True):
    """Votes, the newest first."""

    items: list[VoteRow]
    next: str = ""


@route("GET", "/votes/{vote_id}", who=SEERS, refuses=(VoteNotFound,), etag=True)
async def get_vote(ctx: Context, vote_id: UUID) -> VoteView:
    """表决详情：事项、材料、期限、名册指纹、参与情况，本人代表的房屋和选票；计票前不显示倾向。第8节，R8.3、R8.5。"""
    return await view(ctx, vote_id)


@route("GET", "/votes", who=SEERS, refuses=(Malformed,))
async def list_votes(ctx: Context, query: VoteQuery) -> VoteList:
    """可见的表决列表，从新到旧；可只看本人有表决权的。第8节。"""
    if query.state and query.state not in STATE_TITLES:
        raise Malformed(errors=[{"pointer": "state", "detail": "没有这样的状态"}])
    return await _listed(ctx, query, None)


@route("GET", "/cases/{case_id}/votes", who=SEERS, refuses=(CaseNotFound, Malformed))
async def votes_of_case(ctx: Context, case_id: UUID, query: Page) -> VoteList:
    """办件的历次表决，从新到旧。第8节。"""
    case, _ = await seen(ctx, case_id)
    wanted = VoteQuery(after=query.after, limit=query.limit)
    return await _listed(ctx, wanted, case.id)


async def _listed(ctx: Context, query: VoteQuery, case_id: UUID | None) -> VoteList:
    asker = viewer(ctx)
    rows = await reading.page(
        place(query.after),
        query.limit + 1,
        case_id=case_id,
        state=query.state,
        # Who sees a case sees its votes.
        viewer=replace(asker, centre=True) if case_id else asker,
        mine=query.mine and asker.person_id is not None,
    )
    found, following = cut(rows, query.limit, "opened_at")
    return VoteList(items=[_row(row) for row in found], next=following)


def _row(row: dict[str, Any]) -> VoteRow:
    return VoteRow(
        id=row["id"],
        case_id=row["case_id"],
        case_number=row["case_number"],
        community_name=row["community_name"],
        scope_name=row["scope_name"],
        round=row["round"],
        version=row["version"],
        state=row["state"],
        state_title=STATE_TITLES[row["state"]],
        question=row["question"],
        opened_at=at(row["opened_at"]),
        ends_at=at(row["ends_at"]),
        counted_at=maybe(row["counted_at"]),
    )
