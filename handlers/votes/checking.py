"""Check before a vote is opened: the roll as it would be, what is lacking, warnings. R8.3."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import cut, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from handlers.steps import seen
from handlers.votes.opening import question_of
from models.calendar import calendar
from models.votes import rolls
from rules.cases import By, Facts
from rules.days import beijing_date, end_of_day
from rules.flows import (
    flow_of,
    options,
)
from rules.parameters import Pinned
from rules.people import CASE_READERS, Role
from rules.refusals.asking import CaseNotFound
from rules.refusals.votes import WrongFlow
from rules.roll import Home, roll_totals
from rules.votes.terms import Purpose
from rules.words.word import OneOf

WARNINGS = {
    "no_owner": "名册中没有业主，无人可以表决，仍计入总人数和总面积",
    "no_representative": "由多人共有且未推举代表，意见不一时不计入任何一方",
    "no_phone": "没有业主绑定手机，须送达纸质选票",
    "developer": "由建设单位持有，与其其他房屋合并为一人",
    "claim_open": "有房屋绑定申请尚未办结",
}


class VoteWarning(Answer, frozen=True):
    """组织表决之前应先处理的一户。"""

    kind: Annotated[str, OneOf(WARNINGS), Meta(title="提示种类")]
    home_id: UUID
    home: str
    text: Annotated[str, Meta(title="提示内容", description="可直接显示")]


class VoteCheck(Answer, frozen=True):
    """若现在组织表决，名册的户数、人数和面积（平方厘米），以及还缺什么。

    `lacks` 为不能组织表决的原因；`warnings` 为须留意的户数，不妨碍组织。方案提交之前没有表决事
    项。
    """

    homes: int
    heads: int
    area_cm2: Annotated[int, Meta(title="总面积", description="计入的专有部分面积合计")]
    threshold: Purpose
    parameters: Pinned
    ends_at: Annotated[datetime, Meta(description="现在开始的话何时截止")]
    question: Annotated[str, Meta(description="还没有方案的为空")]
    lacks: list[str]
    warnings: dict[str, int]
    items: Annotated[list[VoteWarning], Meta(title="待核实的房屋")]
    next: str = ""


@route(
    "GET",
    "/cases/{case_id}/vote-check",
    who=CASE_READERS,
    refuses=(CaseNotFound, WrongFlow),
)
async def check_vote(ctx: Context, case_id: UUID, query: Page) -> VoteCheck:
    """表决前核对：若现在组织表决，名册有多少户、多少人、多少面积，还缺什么，哪些户应先处理。第8节，R2、R8.3。"""
    case, _ = await seen(ctx, case_id)
    vote = flow_of(case.flow).vote
    if vote is None:
        raise WrongFlow()
    facts, today = case.facts(), beijing_date(ctx.now)
    rows = await rolls.roll_today(case.scope_id, today)
    totals = roll_totals(
        Home(row["id"], row["area_cm2"], frozenset(row["owners"]), row["developer_held"])
        for row in rows
    )
    found = await cut(rolls.WARNINGS, query, scope_id=case.scope_id, today=today)
    ends_at = end_of_day(today + timedelta(days=facts.parameters.vote_days))
    return VoteCheck(
        homes=len(rows),
        heads=totals.heads,
        area_cm2=totals.area_cm2,
        threshold=vote.threshold,
        parameters={
            name: value
            for name, value in facts.parameters.to_mapping().items()
            if name.startswith("vote.")
        },
        ends_at=at(ends_at),
        question=await question_of(case, facts, today) if facts.premium_fen else "",
        lacks=await _lacks(ctx, facts, any(row["owners"] for row in rows)),
        warnings=await rolls.warned(case.scope_id, today),
        items=[view_of(VoteWarning, row, text=WARNINGS[row["kind"]]) for row in found.rows],
        next=found.next,
    )


async def _lacks(ctx: Context, facts: Facts, anybody: bool) -> list[str]:
    """What a clerk who opened the vote now would be refused for."""
    clerk = By(roles=frozenset({Role.CLERK}), id=str(ctx.id))
    offered = options(facts, clerk, ctx.now, await calendar())
    row = next((one for one in offered if one.act == "OpenVote"), None)
    lacks = [] if anybody else ["名册中没有可以表决的房屋"]
    if row is None:
        return [*lacks, "办件尚未到组织表决的环节，或表决正在进行、已经通过"]
    return [*lacks, str(row.refusal)] if row.refusal else lacks
