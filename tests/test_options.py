"""Every case that a flow can show, every role, every option pressed over HTTP. Section 6.

Cases are taken along their ways; at each station everybody looks and presses, and what was done is
rolled back. `tests.rules.flows.walk` goes through what no such way passes.
"""

from datetime import timedelta
from typing import Any

import pytest

from rules.cases import Gather, SettleOnPaper, WithdrawOnPaper
from rules.flows import FLOWS
from rules.people import Role
from server.operations import TABLE
from tests.handlers.special.words import banked, deposited, holder, owner_appointed
from tests.handlers.votes.polling import VOTERS, casts, counted
from tests.journey import PREMIUMS, Journey
from tests.options.press import Press
from tests.stories.test_added_story import EVERYBODY
from tests.stories.test_direct_story import policy
from tests.stories.test_household_story import they_apply
from tests.undoing import undone
from tests.world import City

FEW = (
    "owner1",
    "owner2",
    "owner6",
    "manager",
    "insurer",
    "clerk",
    "reviewer",
    "finance",
    "finance2",
)
BODY = "stranger"
ENTRIES = {Gather, SettleOnPaper, WithdrawOnPaper}


def test_every_act_of_a_role_has_its_operation() -> None:
    """All but what the clock does, and what a second person's confirmation of an entry does."""
    taken = {(op.act, role) for op in TABLE if op.act for role in op.who}
    person = {Role.OWNER, Role.COMMITTEE, Role.MANAGER, Role.INDEPENDENT}
    for flow in FLOWS.values():
        for row in flow.steps:
            if row.act in ENTRIES:
                continue
            for role in row.who - {Role.SYSTEM}:
                alike = {role, Role.PERSON} if role in person else {role}
                assert any((row.act, one) in taken for one in alike), (row.act, role)


def no_faults(press: Press) -> None:
    assert not press.faults, "\n".join(press.faults)


async def test_pooled(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """统筹账户方式: from the first signature to the policy, with every kind of objection."""
    press = Press(city, await Journey.applied(city))
    with undone(press, monkeypatch):
        await _up_to_the_notice(press)
        await _objections(press)
        await _papers(press)
        await _from_the_end_of_the_notice(press)
    no_faults(press)
    assert press.pressed >= FORESEEN


FORESEEN = {
    ("sign_case", "AlreadySigned"),
    ("withdraw_signature", "NotSigned"),
    ("accept_case", "ConditionsUnmet"),
    ("register_case", "ConditionsUnmet"),
    ("approve_payout", "SamePerson"),
    ("file_objection", "ObjectionPending"),
    ("file_objection", "RefiledTooOften"),
    ("withdraw_objection", "NotFound"),
    ("ask_review", "NotFound"),
    ("ask_review", "ReviewUsed"),
    ("ask_review", "NotAllowedNow"),
    ("drop_paper_objection", "SamePerson"),
    ("settle_objection", "NotAllowedNow"),
    ("propose_settlement", "NotAllowedNow"),
    ("enter_objection_ending", "SamePerson"),
    ("dismiss_objection", "SamePerson"),
    ("refuse_lobby", "NotAllowedNow"),
    ("accept_lobby", "NotAllowedNow"),
    ("release_case", "NothingHeld"),
    ("hold_case", "NotAllowedNow"),
    ("withdraw_case", "NotApplicant"),
}
"""What a button must have known beforehand, in so many words."""


async def _up_to_the_notice(press: Press) -> None:
    city, trip = press.city, press.trip
    await press.stage("signing")
    await trip.sign()
    city.clock.advance(days=20)
    await press.stage("filed, not maintained", ("clerk", "reviewer"))
    await city.maintained()
    await press.stage("filed")
    await trip.do("clerk", "/return", {"reason": "补充材料"})
    await press.stage("returned")
    await trip.do("owner1", "/correction", {"note": "已补"})
    await trip.accept()
    await press.stage("accepted")
    await trip.plan()
    await press.stage("planned")
    await trip.publish()
    await press.stage("posting")
    await press.unproven("manager")
    await press.stage("photographed", ("clerk", "reviewer", "manager", "owner1"))
    await trip.post()
    await press.stage("noticed")


async def _objections(press: Press) -> None:
    """In time, dismissed, reviewed and dismissed again; withdrawn as often as one may."""
    city, trip = press.city, press.trip
    for _ in range(2):
        filed = await trip.do("owner6", "/objections", {"text": "费用过高"})
        path = f"/objections/{filed['objection_id']}/withdrawal"
        await city.must("POST", path, await city.login("owner6"))
    filed = await trip.do("owner5", "/objections", {"text": "费用过高"})
    await press.stage("paused")
    reviewer = await city.staff("reviewer")
    path = f"/objections/{filed['objection_id']}"
    await city.must("POST", f"{path}/dismissal", reviewer, {"reason": "不成立"})
    await press.stage("dismissed", ("owner5", "owner6", "clerk", "reviewer"))
    await city.must("POST", f"{path}/review", await city.login("owner5"), {"text": "不服"})
    await press.stage("under review", ("owner5", "owner6", "clerk", "reviewer"))
    record = {"record_file_id": await city.paper("clerk")}
    await city.must("POST", f"{path}/proposal", await city.staff("clerk"), record)
    await press.stage("proposed", ("owner5", "owner6", "clerk", "reviewer"))
    await city.must("POST", f"{path}/settlement", await city.login("owner5"), record)
    await press.stage("settled", ("owner5", "clerk"))


async def _papers(press: Press) -> None:
    """On paper: a draft, confirmed, withdrawn in writing; the case held by hand."""
    city, trip = press.city, press.trip
    body = await press.paper_of("owner9", "clerk2")
    drafted = await trip.do("clerk2", "/paper-objections", body)
    staff = ("clerk", "clerk2", "reviewer", "owner6", "manager")
    await press.stage("draft", staff)
    path = f"/paper-objections/{drafted['objection_id']}"
    await city.must("POST", f"{path}/confirmation", await city.staff("reviewer"))
    await press.stage("confirmed", staff)
    one = f"/objections/{drafted['objection_id']}"
    record = {"outcome": "withdrawn", "record_file_id": await city.paper("clerk2")}
    entered = await city.must("POST", f"{one}/endings", await city.staff("clerk2"), record)
    ending = f"/objection-endings/{entered['ending']['ending_id']}"
    await city.must("POST", f"{ending}/confirmation", await city.staff("reviewer"))
    await press.stage("ended on paper", ("owner9", "clerk"))
    await trip.do("clerk", "/hold", {"reason": "核实"})
    await press.stage("held", staff)
    await trip.do("reviewer", "/hold/release", {"reason": "已核实"})


async def _from_the_end_of_the_notice(press: Press) -> None:
    city, trip = press.city, press.trip
    await trip.look()
    city.clock.advance(seconds=(trip.ends_at() - city.clock()).total_seconds())
    await city.due()
    city.clock.advance(days=16)
    await press.stage("cleared, not maintained", ("clerk", "reviewer"))
    await city.maintained()
    await trip.do("owner2", "/objections", {"text": "迟了"})
    await press.stage("cleared")
    for step, stage in (
        (trip.register, "registered"),
        (trip.contract, "contracted"),
        (trip.payout, "requested"),
        (trip.prepare, "prepared"),
        (trip.approve, "paid"),
        (trip.issue, "insured"),
    ):
        await step()
        await press.stage(stage)


async def test_household(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """分户账方式: the vote, the notice that follows it, and what is collected."""
    desk = await they_apply(city)
    press = Press(city, desk.trip)
    with undone(press, monkeypatch):
        await press.stage("accepted", FEW)
        await desk.trip.plan()
        await press.stage("planned", FEW)
        await _voted(press, ("owner1", "owner2"))
        await press.stage("not carried", FEW)
        await _voted(press, VOTERS)
        await press.stage("voted", FEW)
        await _noticed(press)
        await desk.trip.register()
        await press.stage("collecting", FEW)
        await desk.settle()
        await press.stage("registered", FEW)
    no_faults(press)


async def _voted(press: Press, agreeing: tuple[str, ...]) -> None:
    """A round of the owners' vote, with the buttons of its running."""
    path = f"/cases/{press.trip.id}/votes"
    vote = await press.city.must("POST", path, await press.city.staff("clerk"), {})
    await press.stage("voting", FEW)
    for who in agreeing:
        await casts(press.city, vote, who, "agree")
    await counted(press.city, vote)
    await press.city.maintained()


async def _noticed(press: Press) -> None:
    await press.trip.publish()
    await press.trip.post()
    await press.stage("noticed", FEW)
    await press.trip.wait()
    await press.stage("cleared", FEW)


async def test_added(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """加装电梯: shares are voted, then paid in."""
    press = Press(city, await Journey.applied(city, flow="added"))
    with undone(press, monkeypatch):
        for step in (press.trip.sign, press.trip.accept, press.trip.plan):
            await step()
            await press.stage(press.trip.body["state"], FEW)
        await _voted(press, EVERYBODY)
        await press.stage("voted", FEW)
    no_faults(press)


async def test_independent(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """独立产权人: no signatures, no notice, an account that is filled."""
    await owner_appointed(city, BODY)
    custody = await banked(city)
    trip = await Journey.applied(city, BODY, flow="independent", applicant="independent")
    press = Press(city, trip, more={"open_special_account": holder()})
    askers = (BODY, "clerk", "reviewer", "insurer", "finance", "finance2")
    with undone(press, monkeypatch):
        await press.stage("filed", askers)
        await trip.accept()
        await press.stage("accepted", askers)
        await trip.plan()
        await press.stage("planned", askers)
        await trip.do("clerk", "/special-account", holder())
        await press.stage("collecting", askers)
        await deposited(trip, custody, 3 * sum(PREMIUMS), "P-1")
        await press.stage("funded", askers)
        await trip.contract()
        await press.stage("contracted", askers)
        await trip.payout()
        await trip.prepare()
        await press.stage("prepared", askers)
    no_faults(press)


async def test_direct(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """直接投保: recorded, or sent back."""
    await owner_appointed(city, BODY)
    told: Any = {"flow": "direct", "applicant": "independent", "policy": await policy(city, BODY)}
    press = Press(city, await Journey.applied(city, BODY, **told))
    askers = (BODY, "owner1", "clerk", "reviewer", "insurer")
    with undone(press, monkeypatch):
        await press.stage("filed", askers)
        await press.trip.do("clerk", "/return", {"reason": "止期不符"})
        await press.stage("returned", askers)
        city.clock.advance(seconds=timedelta(days=16).total_seconds())
        await press.stage("returned, too late", askers)
    no_faults(press)
