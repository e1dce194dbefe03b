"""A photo that does not prove itself counts once somebody has looked at it. R7.2."""

import pytest

from rules.cases import AcceptLobby, PostLobby, RefuseLobby, ShowHanging, State
from rules.events.cases import NoticeStarted
from rules.flows.posting import wanting
from rules.people import Role
from rules.refusals.asking import SamePerson
from rules.refusals.cases import LobbyPosted, LobbyUnknown, NotAllowedNow
from tests.rules.flows.play import (
    CLERK,
    DAY,
    ENDS,
    MANAGER,
    OWNER,
    POSTED,
    REVIEWER,
    at,
    by,
    day,
    held,
    objection,
    reach,
    withdrawn,
)

S = State
UNPROVEN = PostLobby(unit_id="unit-1", proven=False)
ACCEPTED = AcceptLobby(unit_id="unit-1")


def waiting(posted=POSTED):
    """The second lobby proved itself, the first waits for a look."""
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-2"), MANAGER, at("09-03 09:00"))
    return play.do(UNPROVEN, MANAGER, posted)


def test_nothing_runs_before_somebody_has_looked():
    play = waiting()
    assert play.state is S.POSTING and play.facts.notice_ends_at is None
    assert play.facts.posted == 1 and wanting(play.facts) == ()


def test_then_it_runs_from_the_day_of_the_photo():
    play = waiting().do(ACCEPTED, CLERK, POSTED + 3 * DAY)
    assert play.state is S.NOTICED and play.facts.notice_from_on == day("09-08")
    assert play.facts.notice_ends_at == ENDS and play.told(NoticeStarted) == ["NoticeStarted"]


def test_an_acceptance_after_those_days_gives_them_from_now():
    """Nobody had been told that they ran."""
    play = waiting().do(ACCEPTED, CLERK, ENDS)
    assert play.state is S.NOTICED and play.facts.notice_from_on == day("09-16")
    assert play.facts.notice_ends_at > ENDS + 6 * DAY


def test_a_refused_one_is_wanted_again():
    play = waiting().do(RefuseLobby(unit_id="unit-1", why="看不清"), REVIEWER)
    assert play.state is S.POSTING and [one.unit_id for one in wanting(play.facts)] == ["unit-1"]
    assert play.do(PostLobby(unit_id="unit-1"), MANAGER).state is S.NOTICED


def test_while_paused_it_may_be_looked_at_and_runs_when_the_case_goes_on():
    play = held(waiting()).do(ACCEPTED, CLERK)
    assert play.state is S.PAUSED and play.facts.posted == 2


def test_another_may_send_a_better_one_while_it_waits_not_when_it_counts():
    colleague = by(Role.COMMITTEE, id="committee-1")
    play = waiting().do(PostLobby(unit_id="unit-1"), colleague)
    assert play.state is S.NOTICED
    play = reach(S.POSTING).do(PostLobby(unit_id="unit-1"), MANAGER)
    with pytest.raises(LobbyPosted):
        play.do(UNPROVEN, colleague)


def test_who_sent_a_photo_does_not_accept_it():
    play = reach(S.POSTING).do(UNPROVEN, CLERK)
    with pytest.raises(SamePerson):
        play.do(ACCEPTED, CLERK)
    assert play.do(ACCEPTED, REVIEWER).facts.posted == 1


@pytest.mark.parametrize("role", ["manager", "committee", "street", "clerk"])
def test_who_may_hang_it(role):
    assert reach(S.POSTING).do(PostLobby(unit_id="unit-1"), by(Role(role))).facts.posted == 1


def test_an_owner_hangs_it_as_applicant_only():
    applicant = by(Role.OWNER, id="person-1", applicant=True)
    assert reach(S.POSTING).do(PostLobby(unit_id="unit-1"), applicant).facts.posted == 1
    with pytest.raises(LobbyUnknown):
        reach(S.POSTING).do(PostLobby(unit_id="unit-1"), OWNER)


def test_a_photo_near_the_last_day_shows_that_it_still_hangs():
    """It is on record, and whatever moves the end asks for another."""
    play = reach(S.NOTICED)
    assert play.facts.unshown == 2
    with pytest.raises(NotAllowedNow):
        play.do(ShowHanging(unit_id="unit-1"), MANAGER, ENDS - 3 * DAY)
    play.do(ShowHanging(unit_id="unit-1"), MANAGER, ENDS - DAY)
    play.do(ShowHanging(unit_id="unit-2", proven=False), MANAGER)
    assert play.state is S.NOTICED and play.facts.unshown == 1
    play.do(objection("o1", play.now), OWNER).do(withdrawn("o1"), OWNER, play.now + DAY)
    assert play.state is S.NOTICED and play.facts.unshown == 2
