"""What the public sees of a notice: the page, the way to it from a poster, the check. R7.3."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.templates import page
from handlers.posters import Paper


class Stage(StrEnum):
    """Where a notice stands, as the public is told."""

    POSTING = "posting"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"
    REGISTERED = "registered"
    CONTRACTED = "contracted"
    PAID = "paid"
    INSURED = "insured"
    SUPERSEDED = "superseded"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The state in a few characters."""
        return _STAGES[self][0]

    @property
    def meaning(self) -> str:
        """What the state means for an owner."""
        return _STAGES[self][1]


_STAGES = {
    Stage.POSTING: ("待张贴", "各单元尚未全部张贴，公示期还没有开始计算。"),
    Stage.RUNNING: ("公示中", "有利害关系的业主可在截止时间前提出书面反对意见。"),
    Stage.PAUSED: ("暂缓实施", "已收到书面反对意见，方案暂缓实施；处理期间公示期停止计算。"),
    Stage.OVER: ("公示期满", "公示期已满，等待市住保中心办理使用登记备案。"),
    Stage.REGISTERED: ("已备案", "公示无异议，市住保中心已办理使用登记备案。"),
    Stage.CONTRACTED: ("已签合同", "申请人与保险机构已签订保险服务合同。"),
    Stage.PAID: ("已拨付", "保费已由市住保中心拨付至保险机构。"),
    Stage.INSURED: ("保障中", "保险已经生效。"),
    Stage.SUPERSEDED: ("已被新版代替", "本版方案已作废，请以新版方案的公示为准。"),
    Stage.ENDED: ("已终止", "本办件已经终止，方案不再实施。"),
}


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
    """An objection without its author; `text` is None when it is not shown. R7.8."""

    received_at: datetime
    text: str | None
    outcome: str


@dataclass(frozen=True, slots=True)
class NoticeState:
    """How a notice stands at the moment of asking.

    `ends_at` is the end as it is now (a pause moves it), `days_left` counts today.
    """

    stage: Stage
    ends_at: datetime | None = None
    days_left: int | None = None
    paused_at: datetime | None = None
    objections: tuple[PublicObjection, ...] = ()
    origins: tuple[Origin, ...] = ()
    scope_url: str = ""
    newer_url: str = ""
    reason: str = ""


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
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the check of a code found; only `verdict` and `code` for an unknown one."""

    verdict: Verdict
    code: str = ""
    case_number: str = ""
    version: int = 0
    place: str = ""
    issued_on: date | None = None
    total_fen: int | None = None
    ends_at: datetime | None = None
    notice_url: str = ""


def notice_page(paper: Paper, timeline: tuple[TimelineEntry, ...], state: NoticeState) -> str:
    """The public page of a notice: how it stands, what is planned, with what money. R7.3, R12.1."""
    return page("notice.html", paper=paper, timeline=timeline, state=state)


def landing_page(landing: Landing) -> str:
    """The page behind a poster's public code in an ordinary browser."""
    return page("landing.html", landing=landing)


def check_page(result: CheckResult) -> str:
    """The form that takes a check code, and what the code says about the paper. R7.3."""
    return page("check.html", result=result)
