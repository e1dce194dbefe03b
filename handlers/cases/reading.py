"""Reading cases: one, lists, the timeline, the papers, the four conditions."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.views import CaseView, view
from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from handlers.steps import seen
from models.base import sql
from models.conditions import judge
from models.log import history
from rules import events
from rules.cases import Condition, State, state_title
from rules.days import beijing_date
from rules.people import CASE_PARTIES, CENTRE, LIMITED_STAFF, Role
from rules.refusals.asking import CaseNotFound, Malformed

READERS = CENTRE | CASE_PARTIES | LIMITED_STAFF


class CaseQuery(Page, frozen=True):
    """Filters of the list; `state` one of the states, `q` a part of number or place."""

    state: Annotated[str, Meta(max_length=16)] = ""
    flow: Literal["", "pooled", "household", "independent", "added", "direct"] = ""
    scope_id: UUID | None = None
    mine: bool = False
    q: Annotated[str, Meta(max_length=60)] = ""


class CaseRow(Answer, frozen=True):
    """A case in a list."""

    id: UUID
    number: str
    flow: str
    state: str
    state_title: str
    community_name: str
    scope_name: str
    urgent: bool
    created_at: datetime
    due_at: datetime | None = None


class CaseList(Answer, frozen=True):
    """Cases, urgent ones first, then newest first."""

    items: list[CaseRow]
    next: str = ""


_LIST = """
SELECT k.id, k.number, k.flow, k.state, k.urgent, k.created_at, k.due_at,
       s.name AS scope_name, c.name AS community_name
  FROM "case" k JOIN scope s ON s.id = k.scope_id JOIN community c ON c.id = k.community_id
 WHERE ($1 = '' OR k.state = $1) AND ($2::uuid IS NULL OR k.scope_id = $2)
   AND ($3 = '' OR k.number ILIKE $3 OR s.name ILIKE $3 OR c.name ILIKE $3)
   AND (k.urgent, k.created_at, k.id) < ($12, $4, $5)
   AND ($6 = 'all'
     OR ($6 = 'insurer' AND k.insurer_id = $7)
     OR ($6 = 'street' AND k.community_id = $7)
     OR ($6 = 'person' AND (
          EXISTS (SELECT 1 FROM binding b JOIN home h ON h.id = b.home_id
                    JOIN unit u ON u.id = h.unit_id
                    JOIN ownership o ON o.home_id = b.home_id AND o.owner_id = b.owner_id
                   WHERE b.person_id = $7 AND b.to_at IS NULL AND u.scope_id = k.scope_id
                     AND o.from_on <= $8 AND (o.to_on IS NULL OR o.to_on > $8))
       OR EXISTS (SELECT 1 FROM appointment ap
                   WHERE ap.person_id = $7 AND ap.community_id = k.community_id
                     AND ap.state = 'approved' AND ap.ended_at IS NULL
                     AND ap.from_on <= $8 AND ap.to_on >= $8
                     AND (ap.role <> 'independent' OR k.facts->>'applicant' = 'independent'
                       AND EXISTS (SELECT 1 FROM appointment other
                        WHERE other.person_id = k.created_by AND other.role = 'independent'
                          AND other.state = 'approved' AND other.body_name = ap.body_name
                          AND other.community_id = ap.community_id))))))
   AND (NOT $9 OR k.created_by = $7 OR EXISTS (SELECT 1 FROM signature sg
         WHERE sg.case_id = k.id AND sg.person_id = $7 AND sg.withdrawn_at IS NULL))
   AND ($11 = '' OR k.flow = $11)
 ORDER BY k.urgent DESC, k.created_at DESC, k.id DESC LIMIT $10
"""


@route("GET", "/cases", who=READERS, refuses=(Malformed,))
async def list_cases(ctx: Context, query: CaseQuery) -> CaseList:
    """可见办件列表，紧急的在先，再按发起时间从新到旧；可按状态、方式、楼栋和关键字筛选。"""
    if query.state and query.state not in set(State):
        raise Malformed(errors=[{"pointer": "state", "detail": "没有这样的状态"}])
    sight, whose = _sight(ctx)
    urgent, before, row_id = _after(query.after)
    rows = await sql(
        _LIST,
        query.state,
        query.scope_id,
        f"%{_like(query.q)}%" if query.q else "",
        before,
        row_id,
        sight,
        whose,
        beijing_date(ctx.now),
        query.mine,
        query.limit + 1,
        query.flow,
        urgent,
    )
    page, following = cut(rows, query.limit, "created_at")
    first = "u" if following and page[-1]["urgent"] else ""
    return CaseList(items=[_row(row) for row in page], next=first + following)


def _after(cursor: str) -> tuple[bool, datetime, UUID]:
    """The place in a list that has the urgent ones first."""
    moment, row_id = place(cursor.removeprefix("u") or ("-" if cursor else ""))
    return not cursor or cursor.startswith("u"), moment, row_id


def _like(text: str) -> str:
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


def _sight(ctx: Context) -> tuple[str, UUID | None]:
    if ctx.who.roles & CENTRE:
        return "all", ctx.who.id
    if ctx.has(Role.INSURER):
        return "insurer", ctx.who.insurer_id
    if ctx.has(Role.STREET):
        return "street", ctx.who.community_id
    return "person", ctx.who.id


def _row(row: dict[str, Any]) -> CaseRow:
    return CaseRow(
        id=row["id"],
        number=row["number"],
        flow=row["flow"],
        state=row["state"],
        state_title=state_title(row["flow"], State(row["state"])),
        community_name=row["community_name"],
        scope_name=row["scope_name"],
        urgent=row["urgent"],
        created_at=at(row["created_at"]),
        due_at=maybe(row["due_at"]),
    )


@route("GET", "/cases/{case_id}", who=READERS, refuses=(CaseNotFound,), etag=True)
async def get_case(ctx: Context, case_id: UUID) -> CaseView:
    """办件详情：状态、期限、资金，以及本人下一步可以做什么、为什么不可以。"""
    case, by = await seen(ctx, case_id)
    return await view(ctx, case, by)


class TimelineItem(Answer, frozen=True):
    """One thing that happened; who did it is said by role, never by name."""

    event_id: UUID
    kind: str
    title: str
    at: datetime
    role: str
    why: str = ""
    data: dict[str, Any] = {}


class Timeline(Answer, frozen=True):
    """What happened to the case, oldest first."""

    items: list[TimelineItem]


@route("GET", "/cases/{case_id}/timeline", who=READERS, refuses=(CaseNotFound,), etag=True)
async def timeline(ctx: Context, case_id: UUID) -> Timeline:
    """办理经过，由早到晚；经办人只显示身份类别。R12.3。"""
    case, by = await seen(ctx, case_id)
    staff = bool(by.roles & CENTRE)
    items = [
        TimelineItem(
            event_id=one.event.id,
            kind=one.event.kind,
            title=title_of(one.event.kind),
            at=at(one.event.at),
            role="" if one.event.kind in BY_OBJECTORS else said_role(one.event.role),
            why=one.event.why if staff or one.event.kind not in PRIVATE_REASONS else "",
            data=dict(one.event.body),
        )
        for one in await history(case.id, limit=1000)
    ]
    return Timeline(items=items)


PRIVATE_REASONS = frozenset(
    {
        "ObjectionSettled",
        "ObjectionTextJudged",
        "HeldByHand",
        "ReleasedByHand",
        "MarkedUrgent",
        "UrgencyLifted",
    }
)
"""Reasons that answer an objector are the objector's and the Centre's (R7.8); what somebody wrote
of people who were trapped is the Centre's (R12.2)."""

BY_OBJECTORS = frozenset(
    {
        "Paused",
        "ObjectionAdded",
        "LateObjectionRecorded",
        "ObjectionSettled",
        "ObjectionReopened",
        "PaperObjectionConfirmed",
    }
)
"""Said without a role: a committee member or a manager who objects would be known by it (R7.8)."""

SAID_ROLES = (
    ("system", "系统"),
    ("finance", "资金管理"),
    ("reviewer", "复核人"),
    ("clerk", "经办人"),
    ("insurer", "保险机构"),
    ("manager", "物业服务企业"),
    ("committee", "业主委员会"),
    ("independent", "独立产权人"),
    ("owner", "业主"),
)


def said_role(roles: str) -> str:
    """The one word for the roles an event was done in."""
    held = set(roles.split(","))
    return next((word for role, word in SAID_ROLES if role in held), "")


def title_of(kind: str) -> str:
    """The Chinese title of an event kind."""
    event = events.by_name().get(kind)
    return (event.__doc__ or kind).strip() if event else kind


class DocumentView(Answer, frozen=True):
    """A paper in the file."""

    id: UUID
    kind: str
    version: int
    number: str
    file_id: UUID
    name: str
    media_type: str
    size: int
    added_at: datetime


class DocumentList(Answer, frozen=True):
    """The papers, oldest first."""

    items: list[DocumentView]


OWNERS_SEE = frozenset({"plan", "contract", "invoice", "policy", "notice_photo"})


@route("GET", "/cases/{case_id}/documents", who=READERS, refuses=(CaseNotFound,))
async def documents(ctx: Context, case_id: UUID) -> DocumentList:
    """办件材料目录；业主可见方案、合同、发票、公示影像和保险单。"""
    case, by = await seen(ctx, case_id)
    rows = await sql(
        "SELECT d.id, d.kind, d.version, d.number, d.file_id, d.added_at, f.name, f.media_type,"
        " f.size FROM document d JOIN file f ON f.id = d.file_id WHERE d.case_id = $1"
        " ORDER BY d.added_at, d.id LIMIT 500",
        case.id,
    )
    everything = bool(by.roles & CENTRE) or by.applicant
    items = [
        DocumentView(**{**row, "added_at": at(row["added_at"])})
        for row in rows
        if everything or row["kind"] in OWNERS_SEE
    ]
    return DocumentList(items=items)


class ConditionView(Answer, frozen=True):
    """One condition with its result and reason."""

    rule: str
    title: str
    passed: bool
    reason: str
    facts: dict[str, Any] = {}


class ConditionSet(Answer, frozen=True):
    """The four conditions at one moment."""

    occasion: str
    checked_at: datetime
    passed: bool
    conditions: list[ConditionView]


class ConditionHistory(Answer, frozen=True):
    """The conditions as they would be judged now, and as they were judged before."""

    now: ConditionSet
    before: list[ConditionSet]


@route("GET", "/cases/{case_id}/conditions", who=READERS, refuses=(CaseNotFound,))
async def case_conditions(ctx: Context, case_id: UUID) -> ConditionHistory:
    """四项申请条件的当前核对结果和历次留存的核对结果。附件一，R5。"""
    case, _ = await seen(ctx, case_id)
    facts = case.facts()
    judged = await judge(case, facts, facts.premium_fen, beijing_date(ctx.now))
    rows = await sql(
        "SELECT occasion, checked_at, result::text AS result FROM condition_check"
        " WHERE case_id = $1 ORDER BY checked_at",
        case.id,
    )
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
