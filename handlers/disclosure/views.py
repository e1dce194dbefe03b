"""What the public lists and notices look like. Sums in fen. R7.3, R12.1."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Page


class NoticedElevator(Answer, frozen=True):
    """An elevator with its premium for the year, in fen."""

    code: str
    location: str
    premium_fen: int


class Limit(Answer, frozen=True):
    """A limit of the cover, in fen."""

    name: str
    amount_fen: int


class AppliedRule(Answer, frozen=True):
    """A rule applied, with the plan's clause."""

    rule: str
    clause: str
    words: str


class ShownObjection(Answer, frozen=True):
    """An objection without its author; `text` is null while or because it is not shown (R7.8)."""

    received_at: datetime
    text: str | None
    outcome: str


class ShownEvent(Answer, frozen=True):
    """Something that happened to the case."""

    at: datetime
    words: str


class PaymentShown(Answer, frozen=True):
    """Who pays where the pool does not: what was there and what is owed when the plan was filed,
    and what was paid by the day of the notice. Sums in fen; `withheld`: all three are 0, because
    fewer owners bear or owe it than may be told of (R12.2)."""

    words: str
    account: str
    method: str
    homes: int
    borne_fen: int
    owed_fen: int
    owing_homes: int
    paid_fen: int
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
    threshold: str
    url: str
    told: bool
    total: SaidShown
    participating: SaidShown
    agree: SaidShown
    against: SaidShown
    abstain: SaidShown


class PublicNoticeView(Answer, frozen=True):
    """A notice: what it says, how it stands, and until when to object; `case_id` is the way of who
    may see the case to it. Sums in fen.

    Where the pool does not pay (`flow`), `payment` says who does, `vote` what the owners said, and
    `pooled_fen`, `held_fen`, `available_fen` are 0. `days_left` counts today, except the day of
    posting; while paused, the days that were left.
    """

    token: str
    case_id: UUID
    case_number: str
    version: int
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
    held_fen: int
    available_fen: int
    balance_on: date
    applicants: list[str]
    notice_days: int
    issued_on: date
    how_to_object: list[str]
    rules: list[AppliedRule]
    check_code: str
    public_url: str
    centre: str
    phone: str
    objections: list[ShownObjection]
    timeline: list[ShownEvent]
    provisional: bool
    payment: PaymentShown | None = None
    vote: VoteShown | None = None
    from_on: date | None = None
    last_on: date | None = None
    ends_at: datetime | None = None
    days_left: int | None = None
    paused_at: datetime | None = None
    newer_token: str = ""


class NoticeQuery(Page, frozen=True):
    """Filters of the public list; `q` a part of the case number or the place."""

    q: Annotated[str, Meta(max_length=60)] = ""
    running: bool = False


class PublicNoticeRow(Answer, frozen=True):
    """A notice in the list; the premium in fen."""

    token: str
    case_number: str
    version: int
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
    version: int
    place: str
    issued_on: date
    premium_fen: int
    stage_title: str
    notice_token: str
    ends_at: datetime | None = None
    newer_token: str = ""
