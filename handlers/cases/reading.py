"""Reading cases: one, lists, the timeline, the papers, the four conditions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.papers import DOCUMENT_TITLES
from handlers.cases.views import CaseDue, CaseView, deadlines_shown, view
from handlers.event_names import EventName
from handlers.lists import Listed, cut, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import StoredFile, at
from handlers.steps import kinds_seen, seen, viewer
from models.calendar import calendar
from models.cases import CASES, CASES_AROUND
from models.cases.reading import DOCUMENTS, conditions_judged
from models.conditions import judge
from models.log import HISTORY
from models.votes.reading import took_part
from rules.cases import AnyState, Condition, Facts, State
from rules.cases.facts import Applicant
from rules.days import Calendar, beijing_date
from rules.events import by_name, title_of
from rules.events.base import Event
from rules.flows import AnyFlow, FlowName, flow_of, state_title
from rules.flows.signatures import heads_signed, signed_by
from rules.people import CASE_PARTIES, CENTRE, LIMITED_STAFF, said_role
from rules.refusals.asking import CaseNotFound
from rules.words.word import OneOf

READERS = CENTRE | CASE_PARTIES | LIMITED_STAFF


class CaseQuery(Page, frozen=True):
    """办件列表的筛选：`mine` 为真时只列本人发起或签名的，`running` 为真时只列在办的；起止日按发起
    日计算，均含当日。"""

    state: AnyState = ""
    flow: AnyFlow = ""
    scope_id: UUID | None = None
    community_id: UUID | None = None
    insurer_id: UUID | None = None
    from_on: Annotated[date | None, Meta(description="申请提出之日，含当日")] = None
    to_on: Annotated[date | None, Meta(description="申请提出之日，含当日")] = None
    mine: Annotated[bool, Meta(description="只列本人发起或签了名的办件")] = False
    running: Annotated[bool, Meta(title="只看在办", description="不列已承保和已终止的")] = False
    q: Annotated[str, Meta(max_length=60, description="办件编号或位置的一部分")] = ""


class CaseRow(Answer, frozen=True):
    """列表中的一个办件，以及其中与本人有关的情况。

    已签名 `heads` 户，须 `heads_needed` 户（共有人按一户计）；应张贴 `lobbies` 处，已张贴
    `posted` 处；`due` 为下一个期限。本人发起或签名的，`mine` 为真；正在表决且本人代表的房屋都已
    投票的，`voted_by_me` 为真。
    """

    id: UUID
    number: Annotated[str, Meta(title="办件编号")]
    flow: FlowName
    state: State
    state_title: str
    community: str
    scope_name: str
    urgent: bool
    created_at: Annotated[datetime, Meta(title="申请时间")]
    mine: Annotated[bool, Meta(title="本人发起或签了名")]
    signed_by_me: bool
    voted_by_me: bool
    heads: int
    heads_needed: int
    posted: int
    lobbies: int
    due: CaseDue | None = None


_COLUMNS: dict[str, str | Callable[[Any], Any]] = {
    "办件编号": "number",
    "小区": "community",
    "楼栋单元": "scope_name",
    "办理方式": lambda one: flow_of(one.flow).title,
    "状态": "state_title",
    "紧急": "urgent",
    "发起时间": "created_at",
    "期限": lambda one: one.due.at if one.due else None,
    "期限事项": lambda one: one.due.title if one.due else "",
}


@listing("/cases", who=READERS, export="办件", columns=_COLUMNS)
async def list_cases(ctx: Context, query: CaseQuery) -> Listed[CaseRow]:
    """可见办件列表，紧急的在先，再按发起时间从新到旧；可按状态、方式、楼栋和关键字筛选，可只看在办的。
    每件列明本人是否发起、签名、投票，还差几户签名，已张贴几处，下一个期限。"""
    mine = ctx.who.id if query.mine else None
    asker = viewer(ctx)
    # A person's cases are found from the person's side, not by looking at every case of the city.
    cases = CASES if asker.person_id is None else CASES_AROUND
    found = await cut(cases, query, leading=asker.params()[: cases.leading], mine=mine)
    return found.listed(await case_rows(ctx, found.rows))


async def case_rows(ctx: Context, rows: Sequence[dict[str, Any]]) -> list[CaseRow]:
    """Rows of `CASES` as the asker may see them."""
    known = [msgspec.json.decode(row["facts"], type=Facts) for row in rows]
    running = [UUID(one.vote.vote_id) for one in known if one.vote and one.state is State.VOTING]
    voted = await voted_in(ctx, running)
    cal = await calendar()
    return [_row(ctx, row, facts, voted, cal) for row, facts in zip(rows, known, strict=True)]


async def voted_in(ctx: Context, vote_ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    """By vote for how many homes the asker speaks, and for how many of them a voice was given."""
    if ctx.who.kind != "person":
        return {}
    found = await took_part(vote_ids, ctx.id)
    return {vote_id: (row["homes"], row["voted"]) for vote_id, row in found.items()}


def _row(
    ctx: Context,
    row: dict[str, Any],
    facts: Facts,
    voted: Mapping[UUID, tuple[int, int]],
    cal: Calendar,
) -> CaseRow:
    signed = signed_by(facts, str(ctx.who.id))
    homes, spoken = voted.get(UUID(facts.vote.vote_id), (0, 0)) if facts.vote else (0, 0)
    due = deadlines_shown(facts, cal)
    return view_of(
        CaseRow,
        row,
        state_title=state_title(facts.flow, facts.state),
        mine=signed or row["created_by"] == ctx.who.id,
        signed_by_me=signed,
        voted_by_me=0 < homes == spoken,
        heads=heads_signed(facts),
        heads_needed=facts.parameters.signers_min if facts.applicant == "signers" else 0,
        posted=facts.posted,
        lobbies=len(facts.lobbies),
        due=due[0] if due else None,
    )


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
    file: StoredFile
    added_at: datetime


@listing("/cases/{case_id}/documents", who=READERS, refuses=(CaseNotFound,))
async def list_documents(ctx: Context, case_id: UUID, query: StepQuery) -> Listed[DocumentView]:
    """办件材料目录，按身份列出所能查阅的；业主可见方案、合同、发票、公示影像和保险单。"""
    case, by = await seen(ctx, case_id)
    kinds = sorted(kinds_seen(by))
    return await page(DOCUMENTS, query, DocumentView, case_id=case.id, kinds=kinds)


class ConditionFacts(Answer, frozen=True):
    """判断所据的数据；与该项条件无关的为空。R5.1 至 R5.4。"""

    kind: Annotated[Applicant | None, Meta(title="申请主体")] = None
    heads: Annotated[int | None, Meta(title="有效签名")] = None
    lost: Annotated[int | None, Meta(title="失效签名", description="签名后不再是相关业主的")] = None
    available_fen: int | None = None
    premium_fen: int | None = None
    gaps: Annotated[
        dict[str, int], Meta(title="维保超期次数", description="一年内的，按电梯注册代码")
    ] = {}
    inspection_due_on: Annotated[
        dict[str, date], Meta(title="检验有效期至", description="按电梯注册代码")
    ] = {}


class ConditionView(Answer, frozen=True):
    """一项申请条件的核对结果和理由。"""

    rule: str
    title: Annotated[str, Meta(title="条件")]
    passed: bool
    reason: Annotated[str, Meta(title="说明")]
    facts: ConditionFacts = ConditionFacts()


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
        conditions=[condition_view(one) for one in judged],
    )


def condition_view(judged: Condition) -> ConditionView:
    """A condition as it is shown."""
    return msgspec.convert(msgspec.to_builtins(judged), ConditionView)
