"""What the Centre decides: holds by hand, upheld objections, and what stood still meanwhile."""

from datetime import timedelta

import pytest

from rules.cases import (
    CloseNotice,
    HoldByHand,
    PostLobby,
    PublishNotice,
    RejectCase,
    ReleaseByHand,
    ReturnPayout,
    State,
    WithdrawCase,
)
from rules.days import end_of_day
from rules.flows import deadlines
from tests.rules.flows.play import (
    APPLICANT,
    CAL,
    CLERK,
    CLOCK,
    DAY,
    ENDS,
    HOUR,
    INSURER,
    MANAGER,
    OWNER,
    PLAN,
    REVIEWER,
    UNITS,
    Play,
    at,
    closed,
    day,
    dismissed,
    held,
    objection,
    on_with,
    paper,
    reach,
    released,
    upheld,
    withdrawn,
)

S = State
AFTER = (S.CLEARED, S.REGISTERED, S.CONTRACTED, S.REQUESTED, S.PREPARED)


# --- R7.9: the Centre's own hold


def test_a_hold_stops_a_running_notice():
    play = reach(S.NOTICED).do(HoldByHand(why="核查"), CLERK, at("09-12 10:00"))
    assert play.state is S.PAUSED and play.facts.paused_at == at("09-12 10:00")
    play.do(ReleaseByHand(why="查清"), REVIEWER, at("09-19 20:00"))
    assert play.facts.notice_ends_at == end_of_day(day("09-23"))


@pytest.mark.parametrize("state", AFTER)
def test_a_hold_after_the_end_stops_no_clock(state):
    play = held(reach(state))
    assert play.state is S.PAUSED and play.facts.paused_at is None
    assert released(play).state is state
    assert play.facts.notice_ends_at == ENDS


def test_a_hold_after_the_end_does_not_make_late_objections_early():
    """Also when the closing job has not run yet: the notice was over."""
    play = reach(S.NOTICED).do(HoldByHand(why="核查"), CLERK, ENDS + HOUR)
    play.do(objection("o1", ENDS + 2 * HOUR), OWNER, ENDS + 2 * HOUR)
    assert play.facts.open_objections == ()
    assert released(play).facts.notice_ends_at == ENDS
    assert play.do(CloseNotice(), CLOCK).state is S.CLEARED


def test_paper_received_in_time_counts_also_while_held_without_a_clock():
    play = paper(held(reach(S.REGISTERED)), ENDS - DAY, at("09-18 09:00"))
    assert play.facts.open_objections == ("o1",)
    assert play.do(dismissed("o1"), REVIEWER).state is S.PAUSED
    play.do(ReleaseByHand(why="查清"), REVIEWER, at("09-22 09:00"))
    assert play.state is S.NOTICED and play.facts.notice_last_on == day("09-23")
    assert closed(play).state is S.REGISTERED


def test_hold_and_objection_each_keep_it_paused():
    play = held(reach(S.PAUSED))
    play.do(withdrawn("o1"), OWNER)
    assert play.state is S.PAUSED
    assert released(play).state is S.NOTICED
    play = held(reach(S.PAUSED))
    assert released(play).state is S.PAUSED
    assert play.do(withdrawn("o1"), OWNER).state is S.NOTICED


# --- R7.6: upheld


def test_upheld_with_a_new_plan_is_a_new_version_and_seven_full_days():
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-15 23:00")), OWNER, at("09-15 23:00"))
    play.do(objection("o2", at("09-16 23:00")), OWNER, at("09-16 23:00"))
    play.do(upheld("o1"), REVIEWER, at("09-17 23:00"))
    assert play.state is S.ACCEPTED
    assert play.facts.open_objections == () and play.facts.premium_fen == 0
    assert play.facts.notice_ends_at is None and play.facts.lobbies == ()
    assert play.facts.paused_seconds == 2 * 86_400
    play.do(PLAN, INSURER).do(PublishNotice(units=UNITS), CLERK)
    assert play.facts.version == 2
    for unit in UNITS:
        play.do(PostLobby(unit_id=unit), MANAGER, at("09-22 10:00"))
    assert play.facts.notice_last_on == day("09-29")
    assert closed(play).state is S.CLEARED


@pytest.mark.parametrize("state", AFTER)
def test_upheld_after_the_fact_voids_what_was_built_on_the_notice(state):
    play = paper(reach(state), ENDS - DAY, at("09-18 09:00")).do(upheld("o1"), REVIEWER)
    facts = play.facts
    assert play.state is S.ACCEPTED
    assert (facts.registration_number, facts.contract, facts.payout) == ("", None, None)
    assert facts.after_notice is None and facts.resume_to is None
    for unit in UNITS:
        play = play if play.state is S.POSTING else _posting(play)
        play.do(PostLobby(unit_id=unit), MANAGER, at("09-22 10:00"))
    assert closed(play).state is S.CLEARED


def _posting(play: Play) -> Play:
    return play.do(PLAN, INSURER).do(PublishNotice(units=UNITS), CLERK)


def test_a_deadline_of_the_old_version_does_not_haunt_the_new_one():
    """The payout's papers were sent back, then paper came in that was upheld: all begins anew."""
    play = reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK)
    paper(play, ENDS - DAY, at("09-18 09:00")).do(upheld("o1"), REVIEWER)
    assert play.facts.correction_due_at is None
    on_with(_posting(play), S.CONTRACTED)
    assert play.facts.due_at() == play.facts.changed_at + 90 * DAY


def test_upheld_to_the_end():
    play = reach(S.PAUSED).do(upheld("o1", "end"), REVIEWER)
    assert play.state is S.ENDED
    assert play.facts.due_at() is None
    assert play.facts.premium_fen == 0


def test_taken_back_while_paused_nothing_stays_open():
    play = held(reach(S.PAUSED))
    began = play.facts.pause_began_at
    play.do(WithdrawCase(why="不办了"), APPLICANT)
    assert play.state is S.WITHDRAWN
    assert play.facts.open_objections == () and not play.facts.hand_hold
    assert timedelta(seconds=play.facts.paused_seconds) == play.now - began


# --- deadlines stand still with the case


def test_the_correction_of_a_payout_has_its_days_again_after_a_pause():
    play = reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK)
    due = play.facts.due_at()
    held(play)
    assert play.facts.due_at() is None
    play.do(ReleaseByHand(why="查清"), REVIEWER, due + 10 * DAY)
    assert play.state is S.CONTRACTED
    assert play.facts.due_at() == end_of_day((due + 10 * DAY).date() + timedelta(days=15))


def test_no_deadline_is_shown_while_it_stands_still():
    play = held(reach(S.REQUESTED).do(ReturnPayout(why="缺发票"), CLERK))
    assert deadlines(play.facts, CAL) == []


def test_silence_is_counted_from_the_end_of_the_pause():
    play = held(reach(S.REGISTERED))
    play.do(ReleaseByHand(why="查清"), REVIEWER, play.now + 100 * DAY)
    assert play.facts.due_at() == play.now + 90 * DAY


def test_rejected_after_the_notice():
    """The Centre may still refuse, with reasons; nothing is due any more."""
    play = reach(S.CLEARED).do(RejectCase(why="条件不符"), CLERK)
    assert play.state is S.REJECTED and play.facts.due_at() is None
