"""What messages say: the reason, which one, how much and how it ended. R13.1, R7.8, R8.5."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from notify.kinds import KINDS, About, Audience, Kind, Words
from rules.events.base import Event
from rules.events.people import AppointmentDecided, ClaimDecided
from rules.events.votes import BallotCast, VoteClosed
from rules.flows import FLOWS

EVERY = [kind for kinds in KINDS.values() for kind in kinds]

WHY = "缺少第三方检测报告"
DECISION = "查勘照片与现场一致"
RECEIPT = "3f9c" * 16

REASONED = {
    "AppointmentDecided",
    "AppointmentEnded",
    "AwardReturned",
    "CaseRejected",
    "CaseReturned",
    "CaseWithdrawn",
    "ClaimDecided",
    "FundDropped",
    "InsurerReadmitted",
    "InsurerSuspended",
    "LobbyRefused",
    "ObjectionUpheld",
    "PaperBallotsDropped",
    "ParametersDecided",
    "PayoutReturned",
    "ProxyEnded",
    "RateDecided",
    "ReceiptDropped",
    "ReconciliationDropped",
    "RefundDropped",
    "RepresentativeEnded",
    "ReversalAsked",
    "ScopeSwitchDropped",
    "SettlementReversed",
    "YearPublished",
}
"""Events that somebody must or may give a reason for, which all who are told may read."""

DATA: dict[str, Any] = {
    "heads": 2,
    "needed": 3,
    "premium_fen": 123_456_789_00,
    "amount_fen": 123_456_789_00,
    "total_fen": 876_00,
    "needed_fen": 777_00,
    "gathered_fen": 111_00,
    "principal_fen": 555_00,
    "interest_fen": 444_00,
    "lobbies": 12,
    "missing": 11,
    "lines": 17,
    "receipts": 19,
    "last_on": date(2025, 10, 9),
    "ends_at": datetime(2025, 10, 9, 16, 0, tzinfo=UTC),
    "due_on": date(2025, 12, 31),
    "due_at": datetime(2025, 12, 31, 16, 0, tzinfo=UTC),
    "from_on": date(2025, 10, 20),
    "to_on": date(2026, 10, 19),
    "since_on": date(2025, 10, 20),
    "matures_on": date(2026, 10, 19),
    "on": date(2026, 10, 19),
    "outcome": "dismissed",
    "then": "new_plan",
    "decision": "dropped",
    "notice_days": 13,
    "year": 2025,
    "version": 2,
    "percent": 37,
    "rate_e4": 1_2500,
    "state": "posting",
    "role": "manager",
    "changed_total": 14,
    "kept_total": 15,
    "ballots": 16,
    "total": 18,
    "number": "JSDT-2025-000123",
}
SPOKEN = {"24", "1.25", "0"}
"""The end of a day, a rate as it is written, and what nothing is counted as."""


def about(**more: Any) -> About:
    usual: dict[str, Any] = {
        "at": datetime(2025, 9, 26, 2, 30, tzinfo=UTC),
        "data": DATA,
        "number": "JSDT-2025-000123",
        "place": "阳光小区甲栋",
        "community": "阳光小区",
        "insurer": "示例财产保险公司",
        "flow": "household",
        "state": "noticed",
        "accepted": True,
        "planned": True,
        "unit": "东单元",
        "home": "阳光小区甲栋东单元顶楼",
        "receipt": RECEIPT,
    }
    return About(**usual | more)


def named(kind: Kind) -> str:
    return f"{kind.event.__name__}-{kind.name}"


def told(kind: Kind, **more: Any) -> Words | None:
    return kind.compose(about(**more))


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_nothing_says_only_that_one_should_look(kind: Kind) -> None:
    """A message that has to be opened to learn anything is none."""
    for outcome in ("settled", "dismissed", "withdrawn"):
        for approved in (True, False):
            words = told(kind, data=DATA | {"outcome": outcome, "approved": approved})
            if words is not None:
                assert "请查看" not in words.text + words.note + words.title


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_a_reason_that_was_given_is_said(kind: Kind) -> None:
    words = told(kind, why=WHY)
    if words is None:
        return
    if WHY not in words.text:
        assert kind.event.__name__ not in REASONED, words.text
        return
    assert words.text.endswith("。") and "。。" not in words.text
    assert WHY not in words.note, "what people write does not go through WeChat"
    blank = told(kind, why="  ")
    assert blank is not None and "：。" not in blank.text, "nothing written is nothing said"


@pytest.mark.parametrize("event", [one for one in KINDS if one.centre_reads_why], ids=str)
def test_reasons_of_the_centre_are_in_no_message(event: type[Event]) -> None:
    """R7.8, R12.2: the outbox leaves them out, and no text asks for them elsewhere."""
    assert event.__name__ not in REASONED


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_what_was_decided_on_an_objection_is_the_objectors(kind: Kind) -> None:
    words = told(kind, decision=DECISION)
    if words is not None and DECISION in words.text:
        assert set(kind.to) == {Audience.OBJECTOR}
        assert DECISION not in words.note


def test_an_objector_reads_how_it_ended_and_why() -> None:
    found = {kind.name for kind in EVERY if DECISION in _text(kind, decision=DECISION)}
    assert found == {"objection_answered", "objection_settled"}


def _text(kind: Kind, **more: Any) -> str:
    words = told(kind, **more)
    return words.text if words else ""


@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_a_receipt_is_its_voters(kind: Kind) -> None:
    """R8.5: nobody else may connect a home with what the record will show under it."""
    if RECEIPT in _text(kind):
        assert kind.event is BallotCast and kind.to == (Audience.VOTER,)
        assert kind.template is None, "the inbox keeps it, WeChat does not get it"


def test_whoever_votes_finds_the_receipt_again() -> None:
    [kind] = [one for one in KINDS[BallotCast] if Audience.VOTER in one.to]
    assert KINDS[BallotCast][0] is kind, "of several messages one hears the first"
    assert RECEIPT in _text(kind) and "顶楼" in _text(kind)
    assert "不一致" in _text(kind, data={"parted": True}) and "不一致" not in _text(kind)


@pytest.mark.parametrize("flow", sorted(FLOWS))
@pytest.mark.parametrize("kind", EVERY, ids=named)
def test_every_figure_comes_from_the_facts(kind: Kind, flow: str) -> None:
    """A number of days, homes or parts that a parameter may change is never written into a text."""
    for overdue in (True, False):
        words = told(kind, flow=flow, data=DATA | {"overdue": overdue, "decision": "confirmed"})
        if words is None:
            continue
        written = " ".join((words.title, words.text, words.note)).replace(RECEIPT, "")
        written = written.replace("JSDT-2025-000123", "")
        for figure in re.findall(r"[0-9][0-9.,]*", written):
            assert figure.rstrip(".,") in _known(), (figure, written)
        counted = r"[二三四五六七八九十百]+(?:个|日|天|户|位|分之|年|次)"
        assert not re.findall(counted, written), written


def _known() -> set[str]:
    known = set(SPOKEN)
    for name, value in DATA.items():
        if isinstance(value, (date, datetime)):
            known |= {str(value.year), "2026", str(value.month), str(value.day), "9", "31"}
        elif isinstance(value, int):
            known.add(f"{value / 100:,.2f}" if name.endswith("_fen") else str(value))
            known.add(f"{value / 100:.2f}")
    return known | {f"{777 - 111}.00"}


def test_papers_that_were_judged_say_how() -> None:
    for event in (AppointmentDecided, ClaimDecided):
        [kind] = KINDS[event]
        yes, no = (told(kind, data=DATA | {"approved": one}, why=WHY) for one in (True, False))
        assert yes is not None and no is not None
        assert "已审核通过" in yes.text and "未通过审核" in no.text
        assert WHY in yes.text and WHY in no.text and yes.phrase != no.phrase


def test_a_vote_that_failed_says_by_what() -> None:
    [kind] = [one for one in KINDS[VoteClosed] if one.name == "vote_closed"]
    missed = ["同意面积（须超过1/2）"]
    assert "未达到规定的是：同意面积（须超过1/2）" in _text(kind, data={"missed": missed})
    assert "未达到" not in _text(kind, data={"few": True})
