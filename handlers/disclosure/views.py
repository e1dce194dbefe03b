"""What the public lists and notices look like. Sums in fen. R7.3, R12.1."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Page


class NoticedElevator(Answer, frozen=True):
    """An elevator with its premium for the year, in fen."""

    code: Annotated[str, Meta(title="注册代码")]
    location: str
    premium_fen: int


class Limit(Answer, frozen=True):
    """A limit of the cover, in fen."""

    name: Annotated[str, Meta(title="限额名称")]
    amount_fen: Annotated[int, Meta(title="限额")]


class AppliedRule(Answer, frozen=True):
    """A rule applied, with the plan's clause."""

    rule: str
    clause: str
    words: Annotated[str, Meta(title="规则内容")]


class ShownObjection(Answer, frozen=True):
    """An objection without its author; `text` is null while or because it is not shown (R7.8)."""

    received_at: datetime
    text: Annotated[str | None, Meta(description="尚未公开或不公开的为空")]
    outcome: str


class ShownEvent(Answer, frozen=True):
    """Something that happened to the case."""

    at: datetime
    words: Annotated[str, Meta(title="事件")]


class PaymentShown(Answer, frozen=True):
    """Who pays where the pool does not: what was there and what is owed when the plan was filed,
    and what was paid by the day of the notice. Sums in fen; `withheld`: all three are 0, because
    fewer owners bear or owe it than may be told of (R12.2)."""

    words: str
    account: Annotated[str, Meta(title="出资账户")]
    method: Annotated[str, Meta(title="分摊方式")]
    homes: int
    borne_fen: int
    owed_fen: int
    owing_homes: int
    paid_fen: Annotated[int, Meta(title="已缴", description="截至公示制发日")]
    withheld: bool
    held: bool


class SaidShown(Answer, frozen=True):
    """Heads and area on one side of a vote; area in cm2."""

    heads: int
    area_cm2: int


class VoteShown(Answer, frozen=True):
    """The vote that carried the plan, by R8.1; without figures (`told` false) where fewer homes
    took part than may be told of. `url` leads to the record that anybody can count again."""

    words: str
    round: int
    counted_on: date
    participation: str
    threshold: Annotated[str, Meta(title="同意比例")]
    url: Annotated[str, Meta(title="记录地址", description="任何人可据以重新计票")]
    told: bool
    total: Annotated[SaidShown, Meta(title="全体")]
    participating: SaidShown
    agree: SaidShown
    against: SaidShown
    abstain: SaidShown


class PublicNoticeView(Answer, frozen=True):
    """A notice: what it says, how it stands, and until when to object. Sums in fen.

    Where the pool does not pay (`flow`), `payment` says who does, `vote` what the owners said, and
    `pooled_fen`, `held_fen`, `available_fen` are 0. `days_left` counts today, except the day of
    posting; while paused, the days that were left.
    """

    token: str
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    flow: str
    title: str
    stage: str
    stage_title: str
    stage_meaning: str
    place: str
    community: str
    building: str
    unit: str
    elevators: list[NoticedElevator]
    insurer: str
    cover: str
    limits: list[Limit]
    deductible: str
    premium_fen: int
    policy_years: int
    scope_id: UUID
    account_scope: str
    scope_note: str
    pooled_fen: int
    held_fen: Annotated[int, Meta(description="不由统筹账户支付的为 0")]
    available_fen: Annotated[int, Meta(description="不由统筹账户支付的为 0")]
    balance_on: date
    applicants: list[str]
    notice_days: int
    issued_on: date
    how_to_object: list[str]
    rules: list[AppliedRule]
    check_code: str
    public_url: str
    centre: str
    phone: Annotated[str, Meta(title="咨询电话")]
    objections: Annotated[list[ShownObjection], Meta(description="不说是谁提出的")]
    timeline: list[ShownEvent]
    provisional: bool
    payment: PaymentShown | None = None
    vote: Annotated[VoteShown | None, Meta(description="不须表决的为空")] = None
    from_on: Annotated[
        date | None,
        Meta(title="公示首日", description="张贴次日；尚未起算的为空"),
    ] = None
    last_on: date | None = None
    ends_at: datetime | None = None
    days_left: int | None = None
    paused_at: datetime | None = None
    newer_token: str = ""


class NoticeQuery(Page, frozen=True):
    """Filters of the public list; `q` a part of the case number or the place."""

    q: Annotated[str, Meta(max_length=60, description="办件编号或位置的一部分")] = ""
    running: Annotated[bool, Meta(description="只看公示中的")] = False


class PublicNoticeRow(Answer, frozen=True):
    """A notice in the list; the premium in fen."""

    token: str
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    place: str
    insurer: str
    premium_fen: int
    stage: str
    stage_title: str
    published_at: datetime
    ends_at: datetime | None = None


class PaperCheck(Answer, frozen=True):
    """What a check code says of the paper that bears it: genuine, superseded or withdrawn."""

    verdict: str
    check_code: str
    case_number: str
    version: Annotated[int, Meta(title="方案版本")]
    place: str
    issued_on: date
    premium_fen: int
    stage_title: str
    notice_token: str
    ends_at: datetime | None = None
    newer_token: str = ""
