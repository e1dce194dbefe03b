"""The notice and what stops it, told as it happens: R7.1 to R7.9 and R9.2.

Posted on Monday 2025-09-08 at 15:00, the notice runs to Monday the 15th, 24:00 (`ENDS`).
"""

from datetime import date, datetime, timedelta

import pytest

from rules.cases import CloseNotice, PostLobby, RefuseLobby, Register, State
from rules.days import BEIJING, Calendar, end_of_day
from rules.events.cases import (
    LateObjectionRecorded,
    NoticeEnded,
    NoticeResumed,
    NoticeStarted,
    ObjectionAdded,
    ObjectionSettled,
    Paused,
)
from rules.flows.objections import time_left
from rules.parameters import Parameters
from rules.people import Role
from rules.refusals.cases import LobbyPosted, NotAllowedNow, NoticeRunning
from tests.rules.flows.play import (
    CLERK,
    CLOCK,
    DAY,
    ENDS,
    HOUR,
    MANAGER,
    MET,
    OWNER,
    POSTED,
    REVIEWER,
    TICK,
    UNITS,
    at,
    by,
    closed,
    day,
    dismissed,
    held,
    objection,
    on_with,
    reach,
    reviewed,
    withdrawn,
)

S = State
AFTER = (S.CLEARED, S.REGISTERED, S.CONTRACTED, S.REQUESTED, S.PREPARED)


# --- R7.1, R7.2: the period


def test_the_period_begins_with_the_last_lobby():
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-2"), MANAGER, at("09-03 09:00"))
    assert play.state is S.POSTING
    assert play.facts.notice_ends_at is None
    data = {"posted": 1, "lobbies": 2, "unit_id": "unit-2", "waits": False}
    assert play.events[-1].data == data
    play.do(PostLobby(unit_id="unit-1"), MANAGER, at("09-08 23:59"))
    assert play.state is S.NOTICED
    assert play.facts.notice_from_on == day("09-08")
    assert play.facts.notice_last_on == day("09-15")
    assert play.facts.notice_ends_at == play.facts.due_at() == ENDS
    assert play.told(NoticeStarted) == ["NoticeStarted"]


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2025-04-28", "2025-05-06"),
        ("2025-09-24", "2025-10-09"),
        ("2025-01-19", "2025-01-26"),
        ("2026-02-08", "2026-02-24"),
    ],
)
def test_the_worked_examples(posted, last):
    """Section 15; the case is started on the day of posting itself."""
    noon = datetime.fromisoformat(posted).replace(hour=12, tzinfo=BEIJING)
    play = reach(S.POSTING)
    play.now = noon
    for unit in UNITS:
        play.do(PostLobby(unit_id=unit), MANAGER, noon)
    assert play.facts.notice_last_on == date.fromisoformat(last)


def test_the_day_is_the_day_in_beijing():
    """23:30 on the 8th in Beijing is the 8th, wherever the server is."""
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-2"), MANAGER, at("09-08 12:00"))
    play.do(PostLobby(unit_id="unit-1"), MANAGER, datetime.fromisoformat("2025-09-08T15:30Z"))
    assert play.facts.notice_from_on == day("09-08")
    assert play.facts.notice_ends_at == ENDS


def test_a_refused_lobby_begins_the_period_anew():
    play = reach(S.NOTICED).do(
        RefuseLobby(unit_id="unit-1", why="不是本楼"), CLERK, at("09-12 10:00")
    )
    assert play.state is S.POSTING
    assert play.facts.notice_ends_at is None and play.facts.notice_from_on is None
    with pytest.raises(LobbyPosted):
        play.do(PostLobby(unit_id="unit-2"), by(Role.MANAGER, id="manager-2"))
    play.do(PostLobby(unit_id="unit-1"), MANAGER, at("09-17 10:00"))
    assert play.state is S.NOTICED
    assert play.facts.notice_last_on == day("09-24")


def test_who_posted_may_put_the_own_mistake_right_until_the_period_begins():
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER, at("09-08 10:00"))
    play.do(PostLobby(unit_id="unit-1"), MANAGER, at("09-09 10:00"))
    assert play.state is S.POSTING
    assert play.facts.lobbies[0].posted_at == at("09-09 10:00")
    play.do(PostLobby(unit_id="unit-2"), MANAGER, at("09-10 10:00"))
    assert play.state is S.NOTICED and play.facts.notice_from_on == day("09-10")
    with pytest.raises(NotAllowedNow):
        play.do(PostLobby(unit_id="unit-2"), MANAGER)


def test_of_a_period_that_did_not_run_nothing_is_left():
    play = reach(S.PAUSED, cal=Calendar({}, frozenset(), {})).do(withdrawn("o1"), OWNER)
    assert play.facts.notice_provisional and play.facts.standstills
    play.do(RefuseLobby(unit_id="unit-1", why="不是本楼"), CLERK)
    facts = play.facts
    assert (facts.notice_started_at, facts.notice_from_on, facts.notice_last_on) == (None,) * 3
    assert facts.notice_ends_at is None and facts.standstills == ()
    assert not facts.notice_provisional


def test_a_lobby_refused_after_the_end_begins_the_period_anew():
    """The notice had not hung there: what was cleared was not."""
    play = reach(S.CLEARED).do(RefuseLobby(unit_id="unit-2", why="不是本楼"), REVIEWER)
    assert play.state is S.POSTING
    play.do(PostLobby(unit_id="unit-2"), MANAGER, at("09-18 10:00"))
    assert play.facts.notice_last_on == day("09-25")
    assert closed(play).state is S.CLEARED


def test_the_notice_closes_at_its_end_and_not_a_moment_sooner():
    play = reach(S.NOTICED)
    with pytest.raises(NoticeRunning) as refused:
        play.do(CloseNotice(), CLOCK, ENDS - timedelta(microseconds=1))
    assert refused.value.facts == {"ends_at": ENDS}
    play.do(CloseNotice(), CLOCK, ENDS)
    assert play.state is S.CLEARED
    assert play.told(NoticeEnded) == ["NoticeEnded"]


# --- R7.4, R7.5: an objection in time pauses at once


@pytest.mark.parametrize("arrived", [POSTED + TICK, at("09-12 10:00"), ENDS - TICK])
def test_an_objection_in_time_pauses_at_once(arrived):
    play = reach(S.NOTICED).do(objection("o1", arrived), OWNER, arrived)
    assert play.state is S.PAUSED
    assert play.facts.paused_at == arrived
    assert play.facts.due_at() is None
    assert play.told(Paused) == ["Paused"]
    with pytest.raises(NotAllowedNow):
        play.do(CloseNotice(), CLOCK, ENDS + DAY)


@pytest.mark.parametrize("arrived", [ENDS, ENDS + TICK])
def test_an_objection_at_the_end_is_late(arrived):
    """24:00 is the next day; the closing job has not even run."""
    play = reach(S.NOTICED).do(objection("o1", arrived), OWNER, arrived)
    assert play.state is S.NOTICED
    assert play.facts.open_objections == ()
    assert play.told(LateObjectionRecorded) == ["LateObjectionRecorded"]
    assert play.do(CloseNotice(), CLOCK, arrived).state is S.CLEARED


def test_the_moment_of_arrival_counts_and_not_when_the_row_was_free():
    """It waited behind another request and is judged after the end: in time all the same."""
    play = reach(S.NOTICED).do(objection("o1", ENDS - TICK), OWNER, ENDS + 2 * TICK)
    assert play.state is S.PAUSED


def test_the_closing_job_went_first():
    play = reach(S.CLEARED).do(objection("o1", ENDS - TICK), OWNER, ENDS + 2 * HOUR)
    assert play.state is S.PAUSED
    assert play.facts.resume_to is S.CLEARED
    with pytest.raises(NotAllowedNow):
        play.do(Register(number="BA-1", conditions=MET), CLERK)


def test_before_all_lobbies_are_posted_everything_is_in_time():
    play = reach(S.POSTING)
    play.do(objection("o1", play.now), OWNER, play.now)
    assert play.state is S.PAUSED and play.facts.resume_to is S.POSTING
    for unit in UNITS:
        play.do(PostLobby(unit_id=unit), MANAGER, at("09-08 10:00"))
    assert play.state is S.PAUSED
    assert play.facts.notice_ends_at is None
    play.do(withdrawn("o1"), OWNER, at("09-10 18:00"))
    assert play.state is S.NOTICED
    assert play.facts.notice_from_on == day("09-10")
    assert play.facts.notice_last_on == day("09-17")
    assert play.told(NoticeStarted, NoticeResumed) == ["NoticeResumed", "NoticeStarted"]


def test_resumed_before_the_posters_hang_it_waits_for_them():
    play = reach(S.POSTING)
    play.do(objection("o1", play.now), OWNER).do(withdrawn("o1"), OWNER)
    assert play.state is S.POSTING
    assert play.facts.notice_ends_at is None
    assert on_with(play, S.CLEARED).facts.notice_last_on == day("09-15")


# --- R7.6: while anything is open


def test_two_objections_one_withdrawn_is_still_paused():
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-10 10:00")), OWNER, at("09-10 10:00"))
    play.do(objection("o2", at("09-11 10:00")), OWNER, at("09-11 10:00"))
    assert play.told(Paused, ObjectionAdded) == ["Paused", "ObjectionAdded"]
    assert play.facts.paused_at == at("09-10 10:00")
    play.do(withdrawn("o1"), OWNER)
    assert play.state is S.PAUSED
    assert play.facts.open_objections == ("o2",)
    assert play.told(NoticeResumed) == []
    play.do(dismissed("o2"), REVIEWER)
    assert play.state is S.NOTICED
    assert play.told(ObjectionSettled) == ["ObjectionSettled"] * 2


def test_an_objection_while_paused_is_in_time_though_the_old_end_is_past():
    play = reach(S.PAUSED)
    play.do(objection("o2", ENDS + 3 * DAY), OWNER, ENDS + 3 * DAY)
    assert play.facts.open_objections == ("o1", "o2")


def test_a_review_opens_it_again():
    play = reach(S.PAUSED).do(dismissed("o1"), REVIEWER)
    assert play.state is S.NOTICED
    play.do(reviewed("o1"), OWNER, at("09-12 10:00"))
    assert play.state is S.PAUSED
    assert play.facts.paused_at == at("09-12 10:00")
    assert play.do(dismissed("o1"), REVIEWER).state is S.NOTICED


@pytest.mark.parametrize("state", AFTER)
def test_a_review_after_the_end_pauses_but_gives_no_new_days(state):
    """The period is over; the case only waits until the review is decided."""
    play = reach(state)
    end = play.facts.notice_ends_at
    play.do(reviewed("o1"), OWNER)
    assert play.state is S.PAUSED and play.facts.paused_at is None
    play.do(dismissed("o1"), REVIEWER, play.now + 3 * DAY)
    assert play.state is state
    assert play.facts.notice_ends_at == end


def test_an_objection_too_late_stays_late_while_a_review_pauses():
    play = reach(S.CLEARED).do(reviewed("o1"), OWNER)
    play.do(objection("o2", play.now), OWNER, play.now)
    assert play.facts.open_objections == ("o1",)
    assert play.told(LateObjectionRecorded) == ["LateObjectionRecorded"]


# --- R7.7: the days that were left


def test_it_goes_on_for_the_days_left():
    """Stopped on Friday the 12th at 10:00 with 3 days 14 hours left; they end on the 23rd."""
    play = reach(S.NOTICED).do(objection("o1", at("09-12 10:00")), OWNER, at("09-12 10:00"))
    assert time_left(play.facts, at("09-18 00:00")) == timedelta(days=3, hours=14)
    play.do(withdrawn("o1"), OWNER, at("09-19 20:00"))
    assert play.state is S.NOTICED
    assert play.facts.notice_ends_at == end_of_day(day("09-23"))
    assert play.facts.notice_from_on == day("09-08")
    assert play.facts.paused_seconds == int(timedelta(days=7, hours=10).total_seconds())
    assert closed(play).state is S.CLEARED


def test_how_much_is_left_is_known_from_the_first_day_to_the_last():
    play = reach(S.NOTICED)
    assert time_left(reach(S.POSTING).facts, play.now) is None
    assert time_left(play.facts, at("09-15 12:00")) == timedelta(hours=12)
    assert time_left(play.facts, ENDS + HOUR) == timedelta(0)
    assert time_left(held(reach(S.CLEARED)).facts, ENDS + 9 * HOUR) == timedelta(0)


def test_the_new_end_does_not_fall_on_a_holiday():
    """10-01 to 10-08 is the holiday of 2025: three days left on 09-29 end on 10-09."""
    play = reach(S.NOTICED).do(objection("o1", at("09-12 10:00")), OWNER, at("09-12 10:00"))
    play.do(withdrawn("o1"), OWNER, at("09-29 09:00"))
    assert play.facts.notice_last_on == day("10-09")


def test_or_it_begins_anew_where_the_parameter_says_so():
    rules = Parameters(notice_resume="restart")
    play = reach(S.NOTICED, rules).do(objection("o1", ENDS - TICK), OWNER, ENDS - TICK)
    play.do(withdrawn("o1"), OWNER, at("09-19 20:00"))
    assert play.facts.notice_last_on == day("09-26")


def test_pauses_add_up():
    play = reach(S.NOTICED)
    play.do(objection("o1", at("09-10 00:00")), OWNER, at("09-10 00:00"))
    play.do(withdrawn("o1"), OWNER, at("09-15 00:00"))
    assert play.facts.notice_last_on == day("09-22")
    play.do(objection("o2", at("09-20 00:00")), OWNER, at("09-20 00:00"))
    play.do(withdrawn("o2"), OWNER, at("09-22 00:00"))
    assert play.facts.notice_last_on == day("09-24")
    assert play.facts.paused_seconds == 7 * 86_400
