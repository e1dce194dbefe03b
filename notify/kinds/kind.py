"""What a kind of message is: whom an event is told to, and in which words. R13.1.

    @kind(events.Accepted, to=Audience.INSURER)
    def survey_wanted(about: About) -> Words | None: ...

The words are made from `About` alone. Its reasons are those that everybody reads who is told: what
was written for the Centre is not among them, and what was decided on an objection is for the
objector's kinds only (R7.8, R12.2). What people wrote is told in the inbox, never through WeChat.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from notify.pages import Target
from notify.templates import NOTICE, PROGRESS, TASK, Template
from notify.wechat.fields import Unfit, fit
from rules.days import beijing_date
from rules.events.base import Event
from rules.flows import Flow, flow_of
from rules.money import yuan
from rules.words.word import known_as

SUBJECT = "电梯保险办件"


class Audience(StrEnum):
    """Who hears of it; each is resolved to persons or accounts by one part of a statement."""

    APPLICANTS = "applicants"
    OWNERS = "owners"
    NEIGHBOURS = "neighbours"
    OBJECTOR = "objector"
    COMMITTEE = "committee"
    MANAGERS = "managers"
    INSURER = "insurer"
    CLERKS = "clerks"
    REVIEWERS = "reviewers"
    FINANCE = "finance"
    PERSON = "person"
    IMPORTER = "importer"
    HOME = "home"
    FUND_HOMES = "fund_homes"
    PAYER = "payer"
    BUILDING_OWNERS = "building_owners"
    UNVOTED = "unvoted"
    BALLOT_HOMES = "ballot_homes"
    SERVED_HOMES = "served_homes"
    BALLOT_OWNERS = "ballot_owners"
    VOTER = "voter"
    PROXY_SIDES = "proxy_sides"
    CO_OWNERS = "co_owners"
    DISPLACED = "displaced"
    EMPLOYEE = "employee"
    AUDITORS = "auditors"
    WITNESSES = "witnesses"


@dataclass(frozen=True)
class About:
    """What is known of an event when it is told. Of a case: its number and place as they stand
    after the event, whose money pays (`flow`), whether it was ever accepted and planned; `data` is
    the event's own, which names nobody, `why` its reason where all who are told may read it. Of a
    lobby its `unit`, of a home where it is (`home`). `decision`, in words, is for the objector
    alone, `receipt` for whoever cast the ballot.
    """

    at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    number: str = ""
    place: str = ""
    community: str = ""
    insurer: str = ""
    flow: str = ""
    state: str = ""
    accepted: bool = False
    planned: bool = False
    due_at: datetime | None = None
    urgent: bool = False
    why: str = ""
    unit: str = ""
    home: str = ""
    decision: str = ""
    receipt: str = ""

    @property
    def case_flow(self) -> Flow:
        """The case's flow, whose words a message speaks in."""
        return flow_of(self.flow)

    def day(self, name: str) -> date | None:
        """A day of the event's data, also where it came back from the log as text; of a moment
        by which something is due the last day, as the ninth ends when the tenth begins."""
        value = self.data.get(name)
        if isinstance(value, str):
            value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        return _last_day(value) if isinstance(value, datetime) else value


def _last_day(deadline: datetime) -> date:
    return beijing_date(deadline - timedelta(microseconds=1))


@dataclass(frozen=True)
class Words:
    """A message in the inbox, and what a WeChat copy shows of it: a phrase of at most five
    Chinese characters, a note of at most twenty, and the day by which something is due."""

    title: str
    text: str
    phrase: str = ""
    note: str = ""
    by: date | None = None


Compose = Callable[[About], Words | None]


@dataclass(frozen=True)
class Kind:
    """One kind of message: of one event, to these, in these words; None is no message.

    `template` is the WeChat copy's, for those of them that are persons; `opens` where it leads, if
    not to what the event is about.
    """

    name: str
    event: type[Event]
    to: tuple[Audience, ...]
    compose: Compose
    template: Template | None
    opens: Target | None = None


KINDS: dict[type[Event], list[Kind]] = {}
"""The kinds of each event; somebody reached by several hears only the first of them."""


def _titles() -> dict[str, str]:
    return {one.name: event.title() for event, kinds in KINDS.items() for one in kinds}


known_as("message", _titles)


def kind(
    event: type[Event],
    *,
    to: Audience | tuple[Audience, ...],
    template: Template | None = None,
    opens: Target | None = None,
) -> Callable[[Compose], Compose]:
    """Enter a kind of message into the table under the function's name."""

    def enter(compose: Compose) -> Compose:
        audiences = (to,) if isinstance(to, Audience) else to
        row = Kind(compose.__name__, event, audiences, compose, template, opens)
        KINDS.setdefault(event, []).append(row)
        return compose

    return enter


def copy_for_wechat(template: Template, about: About, words: Words) -> dict[str, str]:
    """The template's fields for these words, each within WeChat's limits; never raises."""
    by = words.by or (_last_day(about.due_at) if about.due_at else beijing_date(about.at))
    note = words.note or words.title
    values: dict[str, tuple[str, ...]] = {
        PROGRESS.name: (about.place or SUBJECT, words.phrase, about.at.isoformat(), note),
        NOTICE.name: (words.title, about.place, by.isoformat(), note),
        TASK.name: (words.title, about.place, by.isoformat(), note),
    }
    keys = [one.key for one in template.fields]
    return {key: _short(key, text) for key, text in zip(keys, values[template.name], strict=True)}


def _short(key: str, text: str) -> str:
    """The text made to fit; of a long place its end stays, which tells buildings apart."""
    try:
        return fit(key, text, tail=6)
    except Unfit:
        return "办理中" if key.startswith("phrase") else SUBJECT


def said(day: date | None) -> str:
    """A day as people say it; nothing for no day."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def because(words: str, lead: str = "理由") -> str:
    """What somebody wrote as a last sentence of a message; nothing where nothing was written."""
    clean = " ".join(words.split()).rstrip("。；;，, ")
    return f"{lead}：{clean}。" if clean else ""


def sum_of(about: About, name: str = "amount_fen") -> str:
    """A sum of the event's data in yuan; an amount that is not told is no sum, so nothing."""
    fen = about.data.get(name)
    return "" if fen is None else f"{yuan(int(fen))}元"


def waits(about: About, what: str) -> Words:
    """Something of a case waits on somebody's desk; urgent ones say so first."""
    urgent = "【加急】" if about.urgent else ""
    return Words(f"{urgent}{what}", f"{about.place}的办件{about.number}{what}，请及时办理。")
