"""Where messages lead: paths that the API has, pages that the contract names. R13.2."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from notify.kinds import KINDS, Audience, Kind
from notify.outbox import Telling, _about, _leads_to
from notify.pages import INBOX, PAGES, PATH, SUBJECTS, Target, page_path
from rules.events.base import Event
from rules.events.cases import Accepted, ObjectionSettled
from rules.events.people import AppointmentDecided, BindingContested, ClaimDecided
from rules.events.votes import BallotCast, VoteOpened
from rules.people import Role
from server.operations import TABLE

EVERY = [kind for kinds in KINDS.values() for kind in kinds]
ID = "2d9b7f3e-0000-4000-8000-000000000001"
NAMES = ("vote_id", "home_id", "objection_id", "claim_id", "case_id", "community_id")
READS_AS = {
    Audience.CLERKS: Role.CLERK,
    Audience.REVIEWERS: Role.REVIEWER,
    Audience.FINANCE: Role.FINANCE,
    Audience.INSURER: Role.INSURER,
    Audience.COMMITTEE: Role.COMMITTEE,
    Audience.MANAGERS: Role.MANAGER,
    Audience.PERSON: Role.PERSON,
    Audience.OBJECTOR: Role.PERSON,
    Audience.VOTER: Role.PERSON,
    Audience.UNVOTED: Role.PERSON,
    Audience.BALLOT_HOMES: Role.PERSON,
    Audience.SERVED_HOMES: Role.PERSON,
    Audience.BALLOT_OWNERS: Role.PERSON,
    Audience.PROXY_SIDES: Role.PERSON,
    Audience.OWNERS: Role.OWNER,
    Audience.BUILDING_OWNERS: Role.OWNER,
    Audience.HOME: Role.OWNER,
    Audience.FUND_HOMES: Role.PERSON,
    Audience.PAYER: Role.OWNER,
    Audience.CO_OWNERS: Role.PERSON,
}


def telling(kind: Kind, **data: Any) -> Telling:
    event = kind.event(subject_id=ID, at=datetime(2025, 9, 26, tzinfo=UTC), data=data)
    case = {"id": ID} if kind.event.subject_kind == "case" else None
    about = _about(event, None, {})
    return Telling(uuid4(), event, kind, about, kind.compose, case)  # type: ignore[arg-type]


def leads_to(kind: Kind, **data: Any) -> tuple[str, str]:
    return _leads_to(telling(kind, **dict.fromkeys(NAMES, ID) | {"year": 2025} | data))


def named(kind: Kind) -> str:
    return f"{kind.event.__name__}-{kind.name}"


def reads(link: str) -> frozenset[Role]:
    """Who may read what is under that path."""
    for op in TABLE:
        if op.reads and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", op.path), link):
            return op.who
    raise AssertionError(f"no such path: {link}")


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_a_link_is_a_path_its_reader_may_read(kind: Kind) -> None:
    link, page = leads_to(kind)
    name, _, query = page.partition("?")
    assert set(dict(part.split("=") for part in query.split("&")) if query else {}) <= set(
        PAGES[name].query
    )
    if not link:
        assert page == INBOX
        return
    who = reads(link)
    missing = {one for one in kind.to if one in READS_AS and READS_AS[one] not in who}
    assert not missing, (link, missing)


def test_what_is_not_known_leads_to_the_case_or_the_inbox() -> None:
    [opened] = KINDS[VoteOpened]
    assert _leads_to(telling(opened)) == (f"/cases/{ID}", f"case?id={ID}")
    [cast] = [kind for kind in KINDS[BallotCast] if Audience.VOTER in kind.to]
    assert _leads_to(telling(cast)) == ("", INBOX)


@pytest.mark.parametrize(
    ("event", "link", "page"),
    [
        (VoteOpened, f"/votes/{ID}", f"vote?id={ID}"),
        (BallotCast, f"/votes/{ID}", f"vote?id={ID}"),
        (ObjectionSettled, f"/objections/{ID}", f"objection?id={ID}&objection={ID}"),
        (ClaimDecided, "/binding-claims", "bindings"),
        (BindingContested, "/binding-contests", "inbox"),
        (AppointmentDecided, "/appointments", "appointments"),
        (Accepted, f"/cases/{ID}", f"case?id={ID}"),
    ],
)
def test_a_message_leads_to_what_it_is_about(event: type[Event], link: str, page: str) -> None:
    assert {leads_to(kind) for kind in KINDS[event]} == {(link, page)}


def test_pages_are_paths_as_wechat_takes_them() -> None:
    for page in PAGES.values():
        assert PATH.fullmatch(page.path) and page.title
    assert page_path("vote?id=7", {}) == "pages/vote/index?id=7"
    assert page_path("vote?id=7", {"vote": "pkg/vote"}) == "pkg/vote?id=7"
    assert page_path("", {}) == "", "no page opens the first one"


def test_every_page_is_led_to() -> None:
    """One that no message opens is nothing to promise."""
    led: list[Target] = [kind.opens for kind in EVERY if kind.opens]
    assert {one.page for one in (*led, *SUBJECTS.values())} | {INBOX} == set(PAGES)
