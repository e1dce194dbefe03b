"""Signing, accepting, returning, taking back, lapsing. R2.2, R2.4, R5.1, section 6."""

from datetime import date, timedelta

import pytest

from rules.cases import (
    Accept,
    CorrectCase,
    FilePlan,
    Lapse,
    RejectCase,
    ReturnCase,
    State,
    Unsign,
    WithdrawCase,
)
from rules.days import end_of_day
from rules.events.cases import Filed
from rules.parameters import Parameters
from rules.people import Role
from rules.refusals.asking import NotApplicant
from rules.refusals.cases import NotAllowedNow, SigningOver
from tests.rules.flows.play import (
    APPLICANT,
    CLERK,
    CLOCK,
    CREATED,
    DAY,
    INSURER,
    MET,
    OWNER,
    PLAN,
    TICK,
    by,
    contract,
    new_case,
    reach,
    sign_as,
)

S = State


def unsign(number: int) -> Unsign:
    return Unsign(owner_id=f"owner-{number}")


def test_the_third_head_files_the_application_once():
    play = new_case().do(sign_as(2), OWNER)
    assert play.state is S.SIGNING
    play.do(sign_as(3), OWNER).do(sign_as(4), OWNER)
    assert play.state is S.FILED
    assert play.told(Filed) == ["Filed"]
    assert play.facts.due_at() is None


def test_owners_of_one_home_are_one_head():
    """R2.2, R2.3: three signatures for two homes are two heads."""
    play = new_case().do(sign_as(2, ["home-1"]), OWNER).do(sign_as(3), OWNER)
    assert play.state is S.SIGNING
    assert play.do(sign_as(4), OWNER).state is S.FILED


def test_an_owner_of_two_homes_joins_their_heads():
    play = new_case().do(sign_as(2), OWNER).do(sign_as(3, ["home-1", "home-2"]), OWNER)
    assert play.state is S.SIGNING


@pytest.mark.parametrize("enough", [1, 2, 5])
def test_how_many_are_enough_is_a_parameter(enough):
    play = new_case(parameters=Parameters(signers_min=enough))
    for number in range(2, enough):
        play.do(sign_as(number), OWNER)
        assert play.state is S.SIGNING
    if enough > 1:
        play.do(sign_as(enough), OWNER)
    else:
        play.do(sign_as(2), OWNER)
    assert play.state is S.FILED


def test_a_signature_comes_before_the_end_or_not_at_all():
    play = new_case()
    end = CREATED + timedelta(days=30)
    assert play.facts.due_at() == end
    with pytest.raises(SigningOver):
        play.do(sign_as(2), OWNER, end)
    play.do(sign_as(2), OWNER, end - TICK)
    assert play.do(Lapse(), CLOCK, end).state is S.LAPSED


def test_an_application_that_stands_takes_signatures_after_those_days():
    """R2.4: a signer has sold, so a fourth signature is needed to make it three again."""
    play = reach(S.FILED).do(sign_as(4), OWNER, CREATED + 40 * DAY)
    assert play.state is S.FILED and len(play.facts.signers) == 4


def test_below_the_number_signing_goes_on_for_its_full_days():
    play = reach(S.FILED).do(unsign(3), OWNER, CREATED + 20 * DAY)
    assert play.state is S.SIGNING
    assert play.facts.due_at() == CREATED + 50 * DAY
    play.do(sign_as(3), OWNER)
    assert play.state is S.FILED
    assert play.told(Filed) == ["Filed", "Filed"]


def test_while_signing_a_withdrawn_signature_buys_no_time():
    """Else two owners could keep an elevator busy for ever."""
    play = new_case().do(sign_as(2), OWNER).do(unsign(2), OWNER, CREATED + 29 * DAY)
    assert play.facts.due_at() == CREATED + 30 * DAY


def test_one_of_four_may_go():
    play = reach(S.FILED).do(sign_as(4), OWNER)
    ends_at = play.facts.signing_ends_at
    play.do(unsign(1), APPLICANT)
    assert play.state is S.FILED
    assert play.facts.signing_ends_at == ends_at
    assert [one.owner_id for one in play.facts.signers] == ["owner-2", "owner-3", "owner-4"]


def test_after_acceptance_nobody_may_go():
    with pytest.raises(NotAllowedNow):
        reach(S.ACCEPTED).do(unsign(1), APPLICANT)
    with pytest.raises(NotAllowedNow):
        reach(S.PLANNED).do(ReturnCase(why="缺附件"), CLERK).do(unsign(1), APPLICANT)


@pytest.mark.parametrize("body", ["committee", "manager"])
def test_a_body_needs_no_signatures(body):
    play = new_case(body)
    assert play.state is S.FILED
    assert play.do(Accept(conditions=MET), CLERK).state is S.ACCEPTED
    assert play.facts.handler_id == CLERK.id


def test_a_bodys_returned_application_needs_none_either():
    play = new_case("committee").do(ReturnCase(why="缺授权"), CLERK)
    play.do(CorrectCase(note="已补"), by(Role.COMMITTEE, applicant=True))
    assert play.state is S.FILED


# --- returned, corrected


def test_a_returned_application_is_filed_again_when_corrected():
    play = reach(S.RETURNED)
    assert play.facts.due_at() == end_of_day(play.now.date() + timedelta(days=15))
    play.do(CorrectCase(note="已补"), APPLICANT, play.facts.due_at() - TICK)
    assert play.state is S.FILED
    assert play.facts.correction_due_at is None and play.facts.due_at() is None


def test_a_returned_plan_is_planned_anew_and_frees_its_premium():
    play = reach(S.PLANNED).do(ReturnCase(why="缺附件"), CLERK)
    assert play.facts.premium_fen == PLAN.premium_fen, "held while it is corrected"
    play.do(CorrectCase(note="已补"), APPLICANT)
    assert play.state is S.ACCEPTED and play.facts.premium_fen == 0
    smaller = FilePlan(premium_fen=2, per_elevator={"lift-1": 1, "lift-2": 1}, conditions=MET)
    play.do(smaller, INSURER)
    assert (play.facts.version, play.facts.premium_fen) == (2, 2)


def test_signatures_lost_while_returned_are_collected_again_for_the_full_days():
    """The signing days may be long over by then; the case must not lapse at once."""
    play = reach(S.FILED, Parameters(correction_days=100))
    play.do(ReturnCase(why="缺材料"), CLERK).do(unsign(3), OWNER)
    assert play.state is S.RETURNED
    corrected = CREATED + 90 * DAY
    play.do(CorrectCase(note="已补"), APPLICANT, corrected)
    assert play.state is S.SIGNING
    assert play.facts.due_at() == corrected + 30 * DAY


def test_not_corrected_in_time_it_lapses():
    play = reach(S.RETURNED)
    assert play.do(Lapse(), CLOCK, play.facts.due_at()).state is S.LAPSED


# --- taken back, rejected, lapsed


@pytest.mark.parametrize(
    "state", [S.SIGNING, S.FILED, S.ACCEPTED, S.PLANNED, S.POSTING, S.NOTICED, S.CLEARED]
)
def test_the_initiator_may_take_it_back_until_registration(state):
    play = reach(state)
    with pytest.raises(NotApplicant):
        play.do(WithdrawCase(why=""), OWNER)
    assert play.do(WithdrawCase(why="不办了"), APPLICANT).state is S.WITHDRAWN
    assert play.facts.paused_seconds == 0
    assert play.events[-1].why == "不办了"


@pytest.mark.parametrize("state", [S.REGISTERED, S.CONTRACTED, S.REQUESTED, S.PREPARED, S.PAID])
def test_and_not_after_it(state):
    with pytest.raises(NotAllowedNow):
        reach(state).do(WithdrawCase(why=""), APPLICANT)


@pytest.mark.parametrize("state", [S.ACCEPTED, S.POSTING, S.REGISTERED, S.CONTRACTED])
def test_long_silence_lets_it_lapse(state):
    play = reach(state, Parameters(lapse_days=10))
    due = play.facts.changed_at + 10 * DAY
    assert play.facts.due_at() == due
    assert play.do(Lapse(), CLOCK, due).state is S.LAPSED


def test_anything_that_happens_breaks_the_silence():
    play = reach(S.REGISTERED)
    act = contract(date(2026, 1, 1), date(2026, 12, 31))
    play.do(act, APPLICANT, play.now + 80 * DAY)
    assert play.facts.due_at() == play.now + 90 * DAY


@pytest.mark.parametrize("state", [S.FILED, S.ACCEPTED, S.PLANNED, S.CLEARED, S.RETURNED])
def test_the_centre_may_refuse_with_reasons(state):
    play = reach(state).do(RejectCase(why="不符合投保条件"), CLERK)
    assert play.state is S.REJECTED
    assert play.events[-1].why == "不符合投保条件"
