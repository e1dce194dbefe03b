"""What an objection shows, to the Centre and to the objector alone. R7.8, R12.2."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer, Body, Context
from handlers.shown import StoredFile, at
from models.calendar import calendar
from models.objections import Record, find
from rules.cases import ObjectionFact, State
from rules.days import Calendar, add_working_days, beijing_date
from rules.flows.objection_checks import ended_by_others
from rules.people import CASE_READERS, mask_name
from rules.refusals.asking import NotFound
from rules.words.word import titled

WAITING = ("open", "recorded", "draft")
"""States in which an answer is owed."""

Channel = Literal["app", "paper"]
TextChecked = Annotated[
    Literal["waiting", "pass", "doubtful", "risky", "exempt"],
    titled(
        {
            "waiting": "等待机器检查",
            "pass": "机器检查未见问题",
            "doubtful": "机器不能判断",
            "risky": "机器认为不宜公开",
            "exempt": "不经机器检查",
        }
    ),
]
RELEASES = {
    "whole": "全文公开",
    "shortened": "删节后公开",
    "summary": "公开中立摘要",
    "withheld": "不予公开",
}
Release = Annotated[Literal["whole", "shortened", "summary", "withheld"], titled(RELEASES)]
TextRelease = Annotated[
    Literal["waiting", "whole", "shortened", "summary", "withheld"],
    titled({"waiting": "等待住保中心决定", **RELEASES}),
]

STATE_TITLES: dict[str, str] = {
    "draft": "纸质意见已录入，待第二人核对",
    "open": "办理中",
    "recorded": "逾期提出，已记录，待答复",
    "withdrawn": "已由提出人撤回",
    "settled": "已协商一致",
    "dismissed": "认定不成立",
    "upheld": "认定成立",
    "answered": "已答复",
    "dropped": "纸质意见核对未通过",
    "superseded": "所针对的方案已失效",
}
ObjectionState = Annotated[
    Literal[
        "draft",
        "open",
        "recorded",
        "withdrawn",
        "settled",
        "dismissed",
        "upheld",
        "answered",
        "dropped",
        "superseded",
    ],
    titled(STATE_TITLES),
]

Words = Annotated[str, Meta(max_length=2000)]
Files = Annotated[list[UUID], Meta(max_length=5)]


EndingOutcome = Annotated[
    Literal["settled", "withdrawn"],
    titled({"settled": "书面协商一致", "withdrawn": "书面撤回"}),
]


class ProposedSettlement(Answer, frozen=True):
    """住保中心提出、等待反对人本人同意的协商记录。"""

    record_file: StoredFile
    note: Annotated[str, Meta(title="协商情况")]
    proposed_at: datetime


class WaitingEnding(Answer, frozen=True):
    """已录入、等待第二人复核的书面协商或撤回。"""

    ending_id: UUID
    outcome: EndingOutcome
    record_file: StoredFile
    note: Annotated[str, Meta(title="情况说明")]
    entered_by_me: bool


class ObjectionReason(Body, frozen=True):
    """作出这一决定的理由，反对人可以看到。"""

    reason: Words


class ObjectionView(Answer, frozen=True):
    """一份反对意见及其办理结果，姓名已脱敏。`text_checked` 是机器的意见，`text_release` 是住保中
    心对文字公开的决定，`public_text` 为公众看到的（R7.8）；尚未答复时 `due_on` 为 R7.6 的答复期
    限，当年节假日尚未公布的为暂定（R9.2）。"""

    id: UUID
    case_id: UUID
    case_number: str
    case_state: State
    place: str
    urgent: bool
    version: Annotated[int, Meta(title="方案版本", description="针对哪一版方案")]
    state: ObjectionState
    state_title: str
    channel: Channel
    in_time: bool
    arrived_at: datetime
    entered_at: datetime
    objector: str
    home: str
    text: str
    files: list[StoredFile]
    mine: Annotated[bool, Meta(title="本人提出")]
    can_withdraw: bool
    can_review: bool
    entered_by_me: bool
    confirmed: bool
    decision: str
    first_decision: str
    review_text: str
    text_checked: TextChecked
    text_release: TextRelease
    public_text: str | None
    decided_at: datetime | None = None
    first_decided_at: datetime | None = None
    review_asked_at: datetime | None = None
    record_file: StoredFile | None = None
    proposal: Annotated[
        ProposedSettlement | None, Meta(title="协商记录", description="没有提出或已办结的为空")
    ] = None
    ending: Annotated[
        WaitingEnding | None, Meta(title="待复核的书面了结", description="没有的为空")
    ] = None
    ended_on_paper: Annotated[bool, Meta(title="凭书面材料了结")] = False
    due_on: date | None = None
    due_at: datetime | None = None
    provisional: bool = False
    overdue: bool = False


async def shown_one(ctx: Context, objection_id: UUID) -> ObjectionView:
    """One objection for its objector or the Centre; NotFound for everybody else. R7.8."""
    row = await find(objection_id, ctx.who.id if ctx.who.kind == "person" else None)
    if row is None or not (row["mine"] or ctx.who.roles & CASE_READERS):
        raise NotFound()
    return view(ctx, row, await calendar())


def view(ctx: Context, row: Record, cal: Calendar) -> ObjectionView:
    """The row as the asker may see it; the caller has seen to it that they may."""
    mine, state = row["mine"], row["state"]
    waits = state in WAITING
    start = beijing_date(row["since"])
    due = add_working_days(start, row["decision_days"], cal, rule="R7.6") if waits else None
    current = row["version"] == row["case_version"]
    return view_of(
        ObjectionView,
        row,
        state_title=STATE_TITLES[state],
        objector=mask_name(row["owner_name"]),
        home=f"{row['unit_name']}{row['room']}",
        mine=mine,
        can_withdraw=mine and waits,
        can_review=mine and current and row["review_asked_at"] is None and _reviewable(row),
        entered_by_me=ctx.who.is_same(row["entered_by"]),
        confirmed=row["confirmed_by"] is not None,
        text_checked=row["checked"],
        text_release=row["release"],
        proposal=_proposal(row),
        ending=_ending(ctx, row),
        due_on=due.last_day if due else None,
        due_at=at(due.ends_at) if due else None,
        provisional=bool(due and due.provisional),
        overdue=bool(due and ctx.now >= due.ends_at),
    )


def _reviewable(row: Record) -> bool:
    fact = ObjectionFact(
        id=str(row["id"]), state=row["state"], ended_on_paper=row["ended_on_paper"]
    )
    return ended_by_others(fact)


def _proposal(row: Record) -> ProposedSettlement | None:
    """What the objector may agree to, while there is something to end by it."""
    if row["proposed_file"] is None or row["state"] != "open":
        return None
    return ProposedSettlement(
        record_file=msgspec.json.decode(row["proposed_file"], type=StoredFile),
        note=row["proposed_note"],
        proposed_at=at(row["proposed_at"]),
    )


def _ending(ctx: Context, row: Record) -> WaitingEnding | None:
    if row["ending_id"] is None:
        return None
    return WaitingEnding(
        ending_id=row["ending_id"],
        outcome=row["ending_outcome"],
        record_file=msgspec.json.decode(row["ending_file"], type=StoredFile),
        note=row["ending_note"],
        entered_by_me=ctx.who.is_same(row["ending_by"]),
    )
