"""What the public sees of a notice: the page, the way to it from a poster, the check. R7.3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.templates import page
from handlers.roll_changes import RollChangeSince
from papers.notices import Paper
from rules.disclosure import Stage


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened, in words for the public; nobody is named."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One part of the balance: where it came from or where it went (negative). R4.7."""

    words: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class PublicObjection:
    """An objection without its author; `text` is None when it is not shown. Its state says whether
    it waits to be looked at, is withheld by decision, or how it was released. R7.8."""

    received_at: datetime
    text: str | None
    outcome: str
    text_state: str = "waiting"


@dataclass(frozen=True, slots=True)
class NoticeState:
    """How a notice stands at the moment of asking.

    `ends_at` is the end as it is now (a pause moves it); `origins` sum to `balance_fen`, the
    account's balance at that moment, which the notice itself may no longer show.
    """

    stage: Stage
    ends_at: datetime | None = None
    days_left: int | None = None
    paused_at: datetime | None = None
    objections: tuple[PublicObjection, ...] = ()
    origins: tuple[Origin, ...] = ()
    balance_fen: int | None = None
    scope_url: str = ""
    newer_url: str = ""
    reason: str = ""
    roll_changes: Sequence[RollChangeSince] = ()


@dataclass(frozen=True, slots=True)
class Landing:
    """What the code on a poster leads to outside WeChat; `open_url` opens the mini-program."""

    place: str
    case_number: str
    stage: Stage
    notice_url: str
    ends_at: datetime | None = None
    open_url: str = ""


class Verdict(StrEnum):
    """Whether a paper is what it claims to be. R7.3."""

    ASKING = "asking"
    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the check of a code found; only `verdict` and `code` for an unknown one. A notice has
    no `number`, an issued paper no `notice_url`."""

    verdict: Verdict
    code: str = ""
    case_number: str = ""
    version: int = 0
    place: str = ""
    issued_on: date | None = None
    total_fen: int | None = None
    ends_at: datetime | None = None
    notice_url: str = ""
    title: str = ""
    number: str = ""
    fingerprint: str = ""


def notice_page(paper: Paper, timeline: tuple[TimelineEntry, ...], state: NoticeState) -> str:
    """The public page of a notice: how it stands, what is planned, with what money. R7.3, R12.1."""
    return page("notice.html", paper=paper, timeline=timeline, state=state)


def landing_page(landing: Landing) -> str:
    """The page behind a poster's public code in an ordinary browser."""
    return page("landing.html", landing=landing)


def check_page(result: CheckResult) -> str:
    """The form that takes a check code, and what the code says about the paper. R7.3."""
    return page("check.html", result=result)


def evidence_page() -> str:
    """What the manager's code on a poster leads to outside the mini-program; it tells nothing."""
    return page("evidence.html")
