"""What is known late: paper entered after the end (R7.5), calendars out after the start (R9.2).

Posted on Monday 2025-09-08 at 15:00, the notice runs to Monday the 15th, 24:00 (`ENDS`).
"""

from datetime import date

import pytest

from rules.cases import CloseNotice, PostLobby, Recount, RefuseLobby, State
from rules.days import PUBLISHED_YEARS, Calendar
from rules.events.cases import NoticeRecounted
from rules.flows.objections import time_left
from rules.refusals.cases import CalendarUnknown
from tests.rules.flows.play import (
    CAL,
    CLERK,
    CLOCK,
    DAY,
    ENDS,
    HOUR,
    MANAGER,
    OWNER,
    REVIEWER,
    at,
    closed,
    day,
    dismissed,
    held,
    objection,
    paper,
    reach,
    released,
    upheld,
    withdrawn,
)

S = State
AFTER = (S.CLEARED, S.REGISTERED, S.CONTRACTED, S.REQUESTED, S.PREPARED)


# --- R7.5: paper received in time, entered late


@pytest.mark.parametrize("state", AFTER)
def test_paper_entered_late_pauses_whatever_precedes_payout(state):
    """The notice runs for the days left from the receipt, then the case is where it had got to."""
    play = reach(state)
    paper(play, ENDS - 2 * DAY, at("09-18 09:00"))
    assert play.state is S.PAUSED
    assert play.events[-1].data["retroactive"] is True
    play.do(dismissed("o1"), REVIEWER, at("09-19 09:00"))
    assert play.state is S.NOTICED
    assert play.facts.notice_last_on == day("09-22")  # 09-21 is a Sunday
    assert closed(play).state is state


@pytest.mark.parametrize("state", [S.PAID, S.INSURED])
def test_paper_entered_after_the_payout_is_recorded_only(state):
    play = paper(reach(state), ENDS - DAY, at("09-20 09:00"))
    assert play.state is state
    assert play.events[-1].kind() == "LateObjectionRecorded"
    assert play.events[-1].data["in_time"] is True


def test_paper_received_late_and_entered_later_is_late():
    play = paper(reach(S.REGISTERED), ENDS, at("09-20 09:00"))
    assert play.state is S.REGISTERED


@pytest.mark.parametrize("state", AFTER)
def test_a_pause_during_the_second_run_leads_back_to_the_same_place(state):
    play = paper(reach(state), ENDS - 2 * DAY, at("09-18 09:00"))
    play.do(dismissed("o1"), REVIEWER, at("09-19 09:00"))
    play.do(objection("o2", at("09-20 09:00")), OWNER, at("09-20 09:00"))
    assert play.facts.resume_to is S.NOTICED
    play.do(withdrawn("o2"), OWNER, at("09-22 09:00"))
    assert play.facts.notice_last_on == day("09-24")
    assert closed(play).state is state


def test_upheld_in_the_second_run_nothing_is_left_of_where_it_had_got():
    play = paper(reach(S.CONTRACTED), ENDS - 2 * DAY, at("09-18 09:00"))
    play.do(dismissed("o1"), REVIEWER, at("09-19 09:00"))
    play.do(objection("o2", at("09-20 09:00")), OWNER, at("09-20 09:00"))
    play.do(upheld("o2"), REVIEWER)
    assert play.state is S.ACCEPTED
    assert play.facts.after_notice is None and play.facts.standstills == ()


def test_an_objection_of_the_second_run_is_late_at_its_end():
    play = paper(reach(S.REGISTERED), ENDS - 2 * DAY, at("09-18 09:00"))
    play.do(dismissed("o1"), REVIEWER, at("09-19 09:00"))
    end = play.facts.notice_ends_at
    play.do(objection("o2", end), OWNER, end)
    assert play.state is S.NOTICED


def test_paper_older_than_an_earlier_pause_does_not_give_that_pause_as_time_left():
    """Received with 5 days left, before a pause of 30 days: 5 days are left, not 35."""
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-12 00:00")), OWNER, at("09-12 00:00"))
    play.do(withdrawn("o1"), OWNER, at("10-12 00:00"))
    paper(play, at("09-11 00:00"), at("10-13 00:00"), "o2")
    assert time_left(play.facts, play.now) == 5 * DAY
    play.do(withdrawn("o2"), OWNER, at("10-14 00:00"))
    assert play.facts.notice_last_on == day("10-20")  # five days end on the 18th, a Saturday


def test_paper_received_during_an_earlier_pause_gives_what_was_left_then():
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-12 00:00")), OWNER, at("09-12 00:00"))
    play.do(withdrawn("o1"), OWNER, at("09-20 00:00"))
    paper(play, at("09-15 00:00"), at("09-22 00:00"), "o2")
    assert time_left(play.facts, play.now) == 4 * DAY
    play.do(withdrawn("o2"), OWNER, at("09-22 00:00"))
    assert play.facts.notice_last_on == day("09-25")


def test_paper_received_before_the_poster_hung_gives_the_seven_days_and_no_more():
    play = paper(reach(S.NOTICED), at("08-20 10:00"), at("09-10 10:00"))
    assert play.state is S.PAUSED
    play.do(withdrawn("o1"), OWNER, at("09-10 12:00"))
    assert play.facts.notice_last_on == day("09-17")


def test_an_older_paper_while_paused_moves_the_stop_back():
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-12 10:00")), OWNER, at("09-12 10:00"))
    paper(play, at("09-10 00:00"), at("09-12 12:00"), "o2")
    assert play.facts.paused_at == at("09-10 00:00")
    paper(play, at("09-11 00:00"), at("09-12 13:00"), "o3")
    assert play.facts.paused_at == at("09-10 00:00")


def test_a_lobby_refused_in_the_second_run_gives_seven_days_and_then_leads_back():
    """The registration stands on a notice that must have hung; it is not entered twice."""
    play = paper(reach(S.CONTRACTED), ENDS - 2 * DAY, at("09-18 09:00"))
    play.do(dismissed("o1"), REVIEWER, at("09-19 09:00"))
    play.do(RefuseLobby(unit_id="unit-1", why="已脱落"), CLERK, at("09-19 10:00"))
    assert play.state is S.POSTING
    play.do(PostLobby(unit_id="unit-1"), MANAGER, at("09-22 10:00"))
    assert play.facts.notice_last_on == day("09-29")
    assert closed(play).state is S.CONTRACTED


def test_a_lobby_refused_while_paused_begins_the_period_anew():
    play = held(reach(S.REGISTERED)).do(RefuseLobby(unit_id="unit-1", why="不是本楼"), CLERK)
    assert play.state is S.PAUSED
    assert released(play).state is S.POSTING
    play.do(PostLobby(unit_id="unit-1"), MANAGER, at("09-22 10:00"))
    assert play.facts.notice_last_on == day("09-29")
    assert closed(play).state is S.REGISTERED


# --- R9.2: a calendar that is not out yet

UNKNOWN = Calendar({}, PUBLISHED_YEARS - {2025}, {})
"""Nobody has published 2025: Monday to Friday are taken as worked."""

WITH_HOLIDAY = Calendar.standard({day("09-15"): False, day("09-16"): False})
"""When it is out, the 15th and 16th turn out to be holidays."""


def test_a_provisional_end_closes_nothing():
    play = reach(S.NOTICED, cal=UNKNOWN)
    assert play.facts.notice_provisional and play.facts.notice_ends_at == ENDS
    with pytest.raises(CalendarUnknown):
        play.do(CloseNotice(), CLOCK, ENDS + 30 * DAY)
    assert play.do(Recount(), CLOCK).facts.notice_provisional
    assert play.told(NoticeRecounted) == []


def test_it_is_counted_again_when_the_calendar_is_out():
    play = reach(S.NOTICED, cal=UNKNOWN).but(WITH_HOLIDAY).do(Recount(), CLOCK)
    assert play.state is S.NOTICED
    assert play.facts.notice_last_on == day("09-17")
    assert not play.facts.notice_provisional
    assert play.told(NoticeRecounted) == ["NoticeRecounted"]
    assert closed(play).state is S.CLEARED


def test_a_certain_end_is_never_counted_again():
    """Owners were told this day; a local holiday entered later does not move it."""
    play = reach(S.NOTICED).but(WITH_HOLIDAY).do(Recount(), CLOCK)
    assert play.facts.notice_ends_at == ENDS
    assert play.told(NoticeRecounted) == []


def test_an_objection_after_a_provisional_end_is_in_time():
    """The real end may be later, and here it is: nobody can say that it came too late."""
    play = reach(S.NOTICED, cal=UNKNOWN).do(objection("o1", ENDS + HOUR), OWNER, ENDS + HOUR)
    assert play.state is S.PAUSED
    play = play.but(WITH_HOLIDAY).do(withdrawn("o1"), OWNER, ENDS + 3 * HOUR)
    assert play.state is S.NOTICED
    assert play.facts.notice_last_on == day("09-18")
    assert not play.facts.notice_provisional


def test_a_pause_does_not_make_a_provisional_end_certain():
    play = reach(S.NOTICED, cal=UNKNOWN).do(objection("o1", ENDS + HOUR), OWNER, ENDS + HOUR)
    play.do(withdrawn("o1"), OWNER, ENDS + 3 * HOUR)
    assert play.facts.notice_provisional
    play = play.but(WITH_HOLIDAY).do(Recount(), CLOCK)
    assert play.facts.notice_last_on == day("09-18")


def test_days_left_of_a_provisional_end_are_counted_again_too():
    """Paused with 3 days left of what became 5; the five are owed after the pause."""
    play = reach(S.NOTICED, cal=UNKNOWN)
    play.do(objection("o1", at("09-13 00:00")), OWNER, at("09-13 00:00"))
    play.do(withdrawn("o1"), OWNER, at("09-23 00:00"))
    assert play.facts.notice_last_on == day("09-25")
    play = play.but(WITH_HOLIDAY).do(Recount(), CLOCK)
    assert play.facts.notice_last_on == day("09-28")  # the 27th is a Saturday, the 28th worked


def test_a_pause_can_make_a_certain_end_provisional():
    """Resumed in December, three days left end in a year that nobody has published."""
    only_2025 = Calendar({}, frozenset({2025}), {})
    play = reach(S.NOTICED, cal=only_2025)
    play.do(objection("o1", at("09-13 00:00")), OWNER, at("09-13 00:00"))
    assert not play.facts.notice_provisional
    play.do(withdrawn("o1"), OWNER, at("12-30 00:00"))
    assert play.facts.notice_last_on == date(2026, 1, 1)
    assert play.facts.notice_provisional
    play = play.but(CAL).do(Recount(), CLOCK)
    assert play.facts.notice_last_on == date(2026, 1, 4)  # a Sunday that is worked
    assert not play.facts.notice_provisional


def test_what_was_certain_before_a_pause_stays_so_after_it():
    """A local holiday entered during the pause does not change the days that were left."""
    play = reach(S.NOTICED).do(objection("o1", at("09-13 00:00")), OWNER, at("09-13 00:00"))
    play = play.but(WITH_HOLIDAY).do(withdrawn("o1"), OWNER, at("09-23 00:00"))
    assert play.facts.notice_last_on == day("09-25")
