"""What anybody reads of votes without logging in. R8.3, R8.5, R12.1, R12.2."""

import time
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.recent import Recent
from handlers.roll_changes import RollChangeSince
from handlers.route import Answer, Context, Page, Ready, route
from handlers.votes.views import (
    STATE_TITLES,
    ResultView,
    Turnout,
    VoteState,
    roll_changes,
    told_result,
    turnout_of,
    without_moment,
    words,
)
from models.votes import reading
from rules.parameters import Parameters
from rules.people import Role
from rules.refusals.votes import VoteNotFound
from rules.votes import terms_of


class PublicVoteRow(Answer, frozen=True):
    """公开列表中的一次业主表决；计票之前 `passed` 为空。已登录的业主以 `id` 查询。"""

    id: UUID
    token: str
    community: str
    scope_name: str
    case_number: str
    round: int
    state: VoteState
    state_title: str
    question: str
    opened_at: datetime
    ends_at: datetime
    passed: Annotated[bool | None, Meta(title="通过", description="计票前为空")]


class PublicVote(PublicVoteRow, frozen=True):
    """公开的业主表决；计票之前不显示倾向。

    计票之前，或参加户数过少而只公布结论时，`result` 为空，后者由 `withheld_reason` 说明原因；
    `record` 是下载计票记录的地址。
    """

    scope_id: UUID
    participation_needed: str
    agreement_needed: str
    count_at: datetime
    paper: bool
    homes: int
    heads: int
    area_cm2: Annotated[int, Meta(title="总面积", description="计入的专有部分面积合计")]
    roll_root: str
    record_root: str
    turnout: Turnout
    roll_changes: list[RollChangeSince]
    counted_at: datetime | None
    result: ResultView | None
    withheld_reason: Annotated[str, Meta(title="不公布的原因", description="公布的为空")]
    record: str


_shown: Recent[tuple[PublicVote, Ready[PublicVote]]] = Recent()
"""Public votes by token, at most a second old."""


async def find(ctx: Context, token: str) -> PublicVote:
    """The vote of that token. Raises VoteNotFound."""
    return (await _found(ctx, token))[0]


async def _found(ctx: Context, token: str) -> tuple[PublicVote, Ready[PublicVote]]:
    recent = _shown.find(token, ctx.now)
    if recent is not None:
        return recent
    tick = time.monotonic()
    row = await reading.by_token(token)
    if row is None:
        raise VoteNotFound()
    view = await _view(row, ctx.now)
    _shown.keep(token, row["case_id"], ctx.now, tick, (view, Ready.of(view)))
    return view, Ready.of(view)


@route(
    "GET",
    "/public/votes/{token}",
    who=Role.PUBLIC,
    refuses=(VoteNotFound,),
    etag=True,
    limit="public",
)
async def get_public_vote(ctx: Context, token: str) -> Ready[PublicVote]:
    """业主表决：事项、期限、名册指纹、参与情况；计票前不显示倾向，计票后逐项公布计算过程。R8.1至R8.5。"""
    return (await _found(ctx, token))[1]


@listing("/public/scopes/{scope_id}/votes", who=Role.PUBLIC, etag=True, limit="public")
async def list_public_votes(ctx: Context, scope_id: UUID, query: Page) -> Listed[PublicVoteRow]:
    """某幢或单元的历次业主表决，从新到旧。R12.1。"""
    return await page(reading.OF_SCOPE, query, _row, scope_id=scope_id)


def _result(row: dict[str, Any]) -> ResultView | None:
    result = told_result(row)
    return without_moment(result) if result else None


def _row(row: dict[str, Any]) -> PublicVoteRow:
    result = _result(row)
    return view_of(
        PublicVoteRow,
        row,
        state_title=STATE_TITLES[row["state"]],
        passed=result.passed if result else None,
    )


async def _view(row: dict[str, Any], now: datetime) -> PublicVote:
    values = msgspec.json.decode(row["parameters"])
    parameters = Parameters.from_mapping(values)
    terms = terms_of(parameters, row["threshold"])
    result = _result(row)
    withheld = result.withheld_reason if result else ""
    return view_of(
        PublicVote,
        row,
        state_title=STATE_TITLES[row["state"]],
        passed=result.passed if result else None,
        participation_needed=words(values, "vote.participation"),
        agreement_needed=words(values, f"vote.{row['threshold']}"),
        paper=row["paper_at"] is not None,
        turnout=turnout_of(terms, row, result),
        roll_changes=await roll_changes(row, now),
        result=None if withheld else result,
        withheld_reason=withheld,
        record=f"/public/votes/{row['token']}/record.json" if result else "",
    )
