"""Reading cases: one, lists, the timeline, the papers, the four conditions."""

from datetime import date, datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.papers import DOCUMENT_TITLES
from handlers.cases.views import CaseView, view
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from handlers.steps import seen, viewer
from handlers.words import EventName
from models.cases import CASES
from models.cases.documents import OWNERS_SEE
from models.cases.reading import DOCUMENTS, conditions_judged
from models.conditions import judge
from models.log import HISTORY
from rules.cases import AnyState, Condition, State
from rules.days import beijing_date
from rules.events import by_name, title_of
from rules.events.base import Event
from rules.flows import AnyFlow, FlowName, state_title
from rules.people import CASE_PARTIES, CENTRE, LIMITED_STAFF, said_role
from rules.refusals.asking import CaseNotFound
from rules.words.word import OneOf

READERS = CENTRE | CASE_PARTIES | LIMITED_STAFF


class CaseQuery(Page, frozen=True):
    """Filters of the list; `state` one of the states, `q` a part of number or place, the days
    those on which it was begun, both included."""

    state: AnyState = ""
    flow: AnyFlow = ""
    scope_id: UUID | None = None
    community_id: UUID | None = None
    insurer_id: UUID | None = None
    from_on: Annotated[date | None, Meta(description="申请提出之日，含当日")] = None
    to_on: Annotated[date | None, Meta(description="申请提出之日，含当日")] = None
    mine: Annotated[bool, Meta(description="只列本人发起或签了名的办件")] = False
    q: Annotated[str, Meta(max_length=60, description="办件编号或位置的一部分")] = ""


class CaseRow(Answer, frozen=True):
    """列表中的一个办件。"""

    id: UUID
    number: Annotated[str, Meta(title="办件编号")]
    flow: FlowName
    state: State
    state_title: str
    community_name: str
    scope_name: str
    urgent: bool
    created_at: Annotated[datetime, Meta(title="申请时间")]
    due_at: datetime | None = None


@listing("/cases", who=READERS, export="办件")
async def list_cases(ctx: Context, query: CaseQuery) -> Listed[CaseRow]:
    """可见办件列表，紧急的在先，再按发起时间从新到旧；可按状态、方式、楼栋和关键字筛选。"""
    mine = ctx.who.id if query.mine else None
    return await page(CASES, query, _row, leading=viewer(ctx).params(), mine=mine)


def _row(row: dict[str, Any]) -> CaseRow:
    return view_of(CaseRow, row, state_title=state_title(row["flow"], State(row["state"])))


@route("GET", "/cases/{case_id}", who=READERS, refuses=(CaseNotFound,), etag=True)
async def get_case(ctx: Context, case_id: UUID) -> CaseView:
    """办件详情：状态、期限、资金，以及本人下一步可以做什么、为什么不可以。"""
    case, by = await seen(ctx, case_id)
    return await view(ctx, case, by)


class TimelineItem(Answer, frozen=True):
    """办理经过中的一步；经办人只显示身份类别，不显示姓名。"""

    event_id: UUID
    kind: Annotated[EventName, Meta(title="事件", description="代码")]
    title: Annotated[str, Meta(title="事件", description="可直接显示")]
    at: datetime
    role_title: Annotated[str, Meta(title="办理身份", description="只说身份，不说是谁")]
    reason: Annotated[str, Meta(title="原因", description="没有的为空")] = ""
    data: dict[str, Any] = {}


class StepQuery(Page, frozen=True):
    """A page of what a case's file holds; as a rule all of it."""

    limit: Annotated[int, Meta(ge=1, le=200)] = 200


@listing("/cases/{case_id}/timeline", who=READERS, refuses=(CaseNotFound,), etag=True)
async def list_timeline(ctx: Context, case_id: UUID, query: StepQuery) -> Listed[TimelineItem]:
    """办理经过，由早到晚；经办人只显示身份类别。R12.3。"""
    case, by = await seen(ctx, case_id)
    staff = bool(by.roles & CENTRE)
    return await page(HISTORY, query, partial(_step, staff=staff), subject_id=case.id)


def _step(row: dict[str, Any], staff: bool) -> TimelineItem:
    """An event as its reader may see it. R7.8, R12.2."""
    kind = by_name().get(row["kind"], Event)
    return view_of(
        TimelineItem,
        row,
        event_id=row["id"],
        title=title_of(row["kind"]),
        role_title="" if kind.by_objectors else said_role(row["role"]),
        reason="" if kind.centre_reads_why and not staff else row["why"],
        data=msgspec.json.decode(row["body"]),
    )


class DocumentView(Answer, frozen=True):
    """办件材料目录中的一份材料。"""

    id: UUID
    kind: Annotated[str, OneOf(DOCUMENT_TITLES), Meta(title="材料种类")]
    version: int
    number: Annotated[str, Meta(title="文件编号", description="没有的为空")]
    file_id: UUID
    name: Annotated[str, Meta(title="文件名")]
    media_type: str
    size: int
    added_at: datetime


@listing("/cases/{case_id}/documents", who=READERS, refuses=(CaseNotFound,))
async def list_documents(ctx: Context, case_id: UUID, query: StepQuery) -> Listed[DocumentView]:
    """办件材料目录；业主可见方案、合同、发票、公示影像和保险单。"""
    case, by = await seen(ctx, case_id)
    everything = bool(by.roles & CENTRE) or by.applicant
    kinds = None if everything else sorted(OWNERS_SEE)
    return await page(DOCUMENTS, query, DocumentView, case_id=case.id, kinds=kinds)


class ConditionView(Answer, frozen=True):
    """一项申请条件的核对结果和理由。"""

    rule: str
    title: Annotated[str, Meta(title="条件")]
    passed: bool
    reason: Annotated[str, Meta(title="说明")]
    facts: dict[str, Any] = {}


OCCASIONS = {
    "now": "现在",
    "acceptance": "受理时",
    "plan": "提交方案时",
    "registration": "登记备案时",
    "payout": "审核拨付时",
}


class ConditionSet(Answer, frozen=True):
    """四项申请条件在某一时刻的核对结果。"""

    occasion: Annotated[str, OneOf(OCCASIONS)]
    checked_at: datetime
    passed: Annotated[bool, Meta(title="全部符合")]
    conditions: list[ConditionView]


class ConditionHistory(Answer, frozen=True):
    """四项申请条件：按现在的情况核对的结果，和历次留存的结果。附件一。"""

    now: Annotated[ConditionSet, Meta(title="此刻判断")]
    before: list[ConditionSet]


@route("GET", "/cases/{case_id}/conditions", who=READERS, refuses=(CaseNotFound,))
async def get_case_conditions(ctx: Context, case_id: UUID) -> ConditionHistory:
    """四项申请条件的当前核对结果和历次留存的核对结果。附件一，R5。"""
    case, _ = await seen(ctx, case_id)
    facts = case.facts()
    judged = await judge(case, facts, facts.premium_fen, beijing_date(ctx.now))
    rows = await conditions_judged(case.id)
    before = [
        _set(
            row["occasion"],
            row["checked_at"],
            msgspec.json.decode(row["result"], type=list[Condition]),
        )
        for row in rows
    ]
    return ConditionHistory(now=_set("now", ctx.now, list(judged)), before=before)


def _set(occasion: str, moment: datetime, judged: list[Condition]) -> ConditionSet:
    return ConditionSet(
        occasion=occasion,
        checked_at=at(moment),
        passed=all(one.passed for one in judged),
        conditions=[ConditionView(**msgspec.structs.asdict(one)) for one in judged],
    )
