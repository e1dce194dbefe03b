"""The desk: what waits for whom, since when, until when. R1.2, R9.4, section 6.

Every kind of entry is on it by itself (`handlers.entries`); a `Source` puts what else waits there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.entries import ENTRIES
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Query, route
from models import desk as tables
from models.desk import Waiting, counts
from models.listing import Listing
from models.payee_accounts import UNANSWERED
from rules.cases import STATE_TITLES, State
from rules.days import beijing_date
from rules.flows import AnyFlow, state_title
from rules.people import (
    CASE_READERS,
    CASEWORKERS,
    CENTRE_STAFF,
    CONFIRMERS,
    DESK_READERS,
    PAYEE_READERS,
    ROLL_READERS,
    Role,
)
from rules.words.word import OneOf, known_as

TITLE = "待办事项"

CLERKS, FINANCE = frozenset({Role.CLERK}), frozenset({Role.FINANCE})
INSURERS = frozenset({Role.INSURER})


@dataclass(frozen=True)
class Source:
    """Something that waits: its name, what is to be done, by whom, and who may read of it."""

    name: str
    title: str
    to_do: str
    roles: frozenset[Role]
    waiting: Waiting
    readers: frozenset[Role] = DESK_READERS


SOURCES: list[Source] = [
    Source("filed", "参保申请", "受理", CLERKS, tables.cases("filed")),
    Source("planned", "保险方案", "发布公示或发起表决", CLERKS, tables.cases("planned", "voted")),
    Source("not_carried", "表决未通过", "处理", CLERKS, tables.cases("not_carried")),
    Source("paused", "反对意见", "处理反对意见", CASEWORKERS, tables.cases("paused")),
    Source("cleared", "公示期满", "登记备案", CLERKS, tables.cases("cleared")),
    Source("requested", "拨付申请", "办理拨付", FINANCE, tables.cases("requested")),
    Source("prepared", "拨付复核", "复核拨付", CONFIRMERS, tables.cases("prepared")),
    Source("claim", "房屋认证申请", "核对后决定", CLERKS, tables.CLAIMS, ROLL_READERS),
    Source("roll_correction", "更正名册", "核对后决定", CLERKS, tables.CORRECTIONS, ROLL_READERS),
    Source(
        "login_change", "更换微信的异议", "核实后处理", CLERKS, tables.LOGIN_CHANGES, ROLL_READERS
    ),
    Source(
        "binding_contest", "绑定异议", "核查后处理", CLERKS, tables.BINDING_CONTESTS, ROLL_READERS
    ),
    Source(
        "appointment", "授权申请", "核对授权书后决定", CLERKS, tables.APPOINTMENTS, ROLL_READERS
    ),
    Source("text", "反对意见原文", "决定是否公开", CASEWORKERS, tables.TEXTS, CASE_READERS),
    Source("paper_objection", "纸质反对意见", "核对", CASEWORKERS, tables.PAPERS, CASE_READERS),
    Source("lobby_report", "公示未张贴的反映", "核实后答复", CASEWORKERS, tables.LOBBY_REPORTS),
    Source("photo", "公示照片", "核看", CASEWORKERS, tables.PHOTOS),
    Source("ballot_batch", "纸质选票", "独立录入核对", CASEWORKERS, tables.BALLOT_BATCHES),
    Source("payee_answer", "收款账户", "保险机构核对确认", INSURERS, UNANSWERED, PAYEE_READERS),
]


@cache
def sources() -> Mapping[str, Source]:
    """All of it by name, the entries included."""
    entered = [
        Source(kind.name, kind.title, kind.to_do, kind.confirms, kind.table.waiting(), kind.readers)
        for kind in ENTRIES
    ]
    return {one.name: one for one in (*SOURCES, *entered)}


known_as("desk", lambda: {one.name: one.title for one in sources().values()})


STATES: Mapping[str, str] = {
    **{str(state): title for state, title in STATE_TITLES.items()},
    "": "待办理",
    "draft": "已录入，待复核",
    "proposed": "已录入，待复核",
    "ready": "核对无误，待复核",
    "taking": "接收待复核",
    "open": "待决定",
    "pass": "机器检查未见问题",
    "doubtful": "机器不能判断",
    "risky": "机器认为不宜公开",
    "exempt": "不经机器检查",
}
"""Of a case its state; of whatever else waits, what its own list calls it."""


class DeskRow(Answer, frozen=True):
    """一件待办事项：是什么、由谁办、何时开始等待、何时到期、要做什么。"""

    kind: Annotated[str, OneOf("desk")]
    kind_title: str
    to_do: str
    id: UUID
    title: Annotated[str, Meta(title="摘要")]
    state: Annotated[str, OneOf(STATES)]
    state_title: str
    since_at: datetime
    due_on: date | None
    overdue: bool
    provisional: bool
    urgent: bool
    amount_fen: Annotated[int | None, Meta(description="不涉及金额的为空")]
    community_id: UUID | None
    community: str
    place: str
    body: Annotated[str, Meta(description="要做这事的单位；住保中心内部的为空")]
    insurer_id: UUID | None
    case_id: UUID | None
    flow: Annotated[AnyFlow, Meta(description="不属于办件的为空")]
    entered_by_name: str


Word = Annotated[str, Meta(max_length=60)]


class DeskQuery(Page, frozen=True):
    """`whose`: what waits for me (unless I entered it), what I entered and waits for another, or
    all that waits. Days bound since when."""

    whose: Literal["mine", "entered", "all"] = "mine"
    kind: Annotated[str, Meta(max_length=40), OneOf("desk")] = ""
    community_id: UUID | None = None
    insurer_id: UUID | None = None
    overdue: Annotated[bool, Meta(description="只看逾期的")] = False
    from_on: Annotated[date | None, Meta(description="等待起始之日，含当日")] = None
    to_on: Annotated[date | None, Meta(description="等待起始之日，含当日")] = None
    q: Annotated[Word, Meta(description="摘要、位置、单位或小区的一部分")] = ""
    sort: Literal["", "oldest", "newest"] = ""


@listing("/desk", who=CENTRE_STAFF | INSURERS, export="待办事项")
async def list_desk(ctx: Context, query: DeskQuery) -> Listed[DeskRow]:
    """待办事项：办件、待复核的各类录入、授权、认证、照片与文字；紧急、将到期、等待久的在先。保险机构只见待其确
    认的收款账户。"""
    kinds = _kinds(ctx, query.whose, query.kind)
    if not kinds:
        return Listed(items=[])
    mine = query.whose == "mine" and Role.AUDITOR not in ctx.who.roles
    return await page(
        _listing(kinds),
        query,
        _row,
        today=beijing_date(ctx.now),
        not_by=_logins(ctx) if mine else None,
        by=_logins(ctx) if query.whose == "entered" else None,
        whose=None,
        kind=None,
        insurer_id=_insurer(ctx) or query.insurer_id,
    )


class DeskCount(Answer, frozen=True):
    """一类待办的件数、超期件数和最早等待时间。"""

    kind: Annotated[str, OneOf("desk")]
    kind_title: str
    to_do: str
    waiting: int
    overdue: Annotated[int, Meta(title="逾期数")]
    since_at: Annotated[datetime | None, Meta(title="最早等待起始")]


class DeskCounts(Answer, frozen=True):
    """各类待办的件数，只列有待办的类别。"""

    items: list[DeskCount]
    waiting: int
    overdue: Annotated[int, Meta(title="逾期数")]


class CountQuery(Query, frozen=True):
    """As of the desk."""

    whose: Literal["mine", "all"] = "mine"


@route("GET", "/desk/counts", who=CENTRE_STAFF | INSURERS)
async def count_desk(ctx: Context, query: CountQuery) -> DeskCounts:
    """各类待办的件数、超期件数和最早等待时间。"""
    kinds = _kinds(ctx, query.whose, "")
    mine = query.whose == "mine" and Role.AUDITOR not in ctx.who.roles
    waiting = {name: source.waiting for name, source in sources().items() if name in kinds}
    not_by = _logins(ctx) if mine else []
    rows = await counts(waiting, beijing_date(ctx.now), not_by, _insurer(ctx))
    found = {row["kind"]: row for row in rows}
    items = [
        view_of(
            DeskCount, found[name], kind_title=sources()[name].title, to_do=sources()[name].to_do
        )
        for name in kinds
        if name in found
    ]
    return DeskCounts(
        items=items,
        waiting=sum(one.waiting for one in items),
        overdue=sum(one.overdue for one in items),
    )


def _logins(ctx: Context) -> list[UUID]:
    """What the asker entered through any account. R1.1."""
    return sorted({ctx.id, *ctx.who.logins})


def _insurer(ctx: Context) -> UUID | None:
    """Whose desk it is, where it is an insurer's; of an account that belongs to none, nobody's."""
    return (ctx.who.insurer_id or ctx.id) if ctx.has(Role.INSURER) else None


def _kinds(ctx: Context, whose: str, kind: str) -> tuple[str, ...]:
    """The kinds that are asked for; who only looks on is shown all."""
    everything = whose != "mine" or Role.AUDITOR in ctx.who.roles
    return tuple(
        name
        for name, source in sources().items()
        if (source.readers if everything else source.roles) & ctx.who.roles and kind in ("", name)
    )


@cache
def _listing(kinds: tuple[str, ...]) -> Listing:
    return tables.desk({name: sources()[name].waiting for name in kinds})


def _row(row: dict[str, object]) -> DeskRow:
    source, state = sources()[str(row["kind"])], str(row["state"])
    flow = str(row["flow"])
    words = state_title(flow, State(state)) if flow else f"待{source.to_do}"
    return view_of(DeskRow, row, kind_title=source.title, to_do=source.to_do, state_title=words)
