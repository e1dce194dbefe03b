"""Flows in which owners are asked and pay in, and those without a notice. Sections 6, 8."""

import pytest
from msgspec.structs import replace as but

from rules.cases import (
    CorrectCase,
    Gather,
    HoldByHand,
    OpenAccount,
    OpenVote,
    PublishNotice,
    RejectCase,
    ReturnCase,
    State,
    WithdrawCase,
)
from rules.events.votes import CollectionChanged, CollectionComplete, VoteClosed, VoteOpened
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import RoundsOver, VoteMissing
from tests.rules.flows.play import (
    APPLICANT,
    BODY,
    CLERK,
    CLOCK,
    DEPOSIT_FEN,
    FINANCE,
    HOUR,
    INSURER,
    OWED_FEN,
    OWNER,
    PREMIUM_FEN,
    REVIEWER,
    TICK,
    UNITS,
    VOTE_DAYS,
    Play,
    closed,
    counted,
    gathered,
    held,
    objection,
    on_with,
    paper,
    plan_for,
    reach,
    released,
    upheld,
    withdrawn,
)
from tests.rules.flows.walk import WAIVED, before_payout
from tests.rules.flows.ways import NOTICED_FLOWS, VOTED_FLOWS

S = State
PAUSABLE = [
    (flow, state)
    for flow in NOTICED_FLOWS
    for state in sorted(before_payout(flow) - {S.PAUSED, S.POSTING, S.NOTICED})
]
DUE_FEN = 30_000
"""What homes owe in the household flow."""


def paid(play: Play, fen: int, who: object = FINANCE) -> Play:
    assert play.facts.collection is not None
    return play.do(gathered(fen, play.facts.collection.needed_fen), who)


def voted(play: Play, passed: bool) -> Play:
    play.do(OpenVote(vote_id="vote-2", ends_at=play.now + VOTE_DAYS), CLERK)
    return play.do(counted(passed), CLOCK, play.facts.vote.ends_at)


# --- R7.5 in every flow that has a notice


@pytest.mark.parametrize(("flow", "state"), PAUSABLE)
def test_paper_received_in_time_pauses_from_wherever_the_case_got_to(flow, state):
    """R7.5: found late, it stops the case before the money goes; then it goes on from there."""
    play = reach(state, flow=flow)
    ends = play.facts.notice_ends_at
    paper(play, ends - HOUR, play.now + HOUR)
    assert play.state is S.PAUSED and play.facts.resume_to is state
    play.do(withdrawn("o1"), OWNER)
    assert play.state is S.NOTICED, "the hour that was left is given"
    assert closed(play).state is state


@pytest.mark.parametrize(("flow", "state"), PAUSABLE)
def test_paper_received_at_the_end_does_not(flow, state):
    play = reach(state, flow=flow)
    paper(play, play.facts.notice_ends_at, play.now + HOUR)
    assert play.state is state


# --- what owners owe


@pytest.mark.parametrize("flow", VOTED_FLOWS)
def test_a_pause_ends_where_the_money_says(flow):
    """附件二(二)6: what came in or went back meanwhile counts when the case goes on."""
    owed = OWED_FEN[flow]
    play = paid(held(reach(S.COLLECTING, flow=flow)), owed)
    assert play.state is S.PAUSED
    assert released(play).state is S.REGISTERED
    assert released(paid(held(play), owed - 1)).state is S.COLLECTING


@pytest.mark.parametrize("flow", VOTED_FLOWS)
def test_what_is_whole_at_the_contract_stays_whole(flow):
    play = reach(S.CONTRACTED, flow=flow)
    for state in (S.CONTRACTED, S.PAUSED):
        with pytest.raises(NotAllowedNow):
            paid(play if state is S.CONTRACTED else held(play), 0)


def test_money_may_come_in_before_it_must():
    """二(二)6: who pays while others still vote is done; nothing is waited for any more."""
    play = paid(reach(S.VOTING, flow="household"), DUE_FEN)
    assert play.state is S.VOTING
    play.do(counted(True), CLOCK, play.facts.vote.ends_at)
    assert on_with(play, S.REGISTERED).state is S.REGISTERED
    assert play.told(CollectionChanged, CollectionComplete) == [
        "CollectionChanged",
        "CollectionComplete",
    ]


def test_that_all_is_there_is_told_when_it_becomes_so():
    play = reach(S.COLLECTING, flow="household")
    for fen in (10_000, DUE_FEN, DUE_FEN + 5, 10_000, DUE_FEN):
        paid(play, fen)
    assert play.told(CollectionComplete) == ["CollectionComplete"] * 2


def test_where_nothing_is_owed_nothing_is_waited_for():
    play = reach(S.ACCEPTED, flow="household")
    play.do(but(plan_for("household"), owed_fen=0), INSURER)
    voted(play, True)
    assert on_with(play, S.REGISTERED).state is S.REGISTERED


# --- the vote


@pytest.mark.parametrize("flow", VOTED_FLOWS)
def test_a_vote_may_be_asked_twice(flow):
    """R8.1, vote.rounds_max"""
    play = voted(reach(S.NOT_CARRIED, flow=flow), False)
    assert play.state is S.NOT_CARRIED and play.facts.vote.round == 2
    with pytest.raises(RoundsOver):
        voted(play, True)
    assert play.told(VoteOpened, VoteClosed) == ["VoteOpened", "VoteClosed"] * 2


@pytest.mark.parametrize("flow", VOTED_FLOWS)
def test_the_second_round_may_carry_it(flow):
    play = voted(reach(S.NOT_CARRIED, flow=flow), True)
    assert play.state is S.VOTED
    assert on_with(play, S.CLEARED).state is S.CLEARED


@pytest.mark.parametrize("flow", VOTED_FLOWS)
@pytest.mark.parametrize(
    "act", [HoldByHand(why="核查"), RejectCase(why="不符"), ReturnCase(why="缺")]
)
def test_a_running_vote_is_the_owners(flow, act):
    """Nothing that the Centre may do stops it; who asked may take the case back."""
    play = reach(S.VOTING, flow=flow)
    for who in (CLERK, REVIEWER):
        with pytest.raises(NotAllowedNow):
            play.do(act, who)
    assert play.do(WithdrawCase(why="不办了"), APPLICANT).state is S.WITHDRAWN


@pytest.mark.parametrize("flow", VOTED_FLOWS)
@pytest.mark.parametrize("state", [S.VOTED, S.NOT_CARRIED])
def test_a_plan_sent_back_takes_its_vote_with_it(flow, state):
    """R7.6 in kind: votes belong to a version; money that came in is counted for the next plan."""
    play = paid(reach(state, flow=flow), 1)
    play.do(ReturnCase(why="保费过高"), CLERK).do(CorrectCase(note="重新报价"), APPLICANT)
    assert play.state is S.ACCEPTED
    assert (play.facts.vote, play.facts.collection, play.facts.premium_fen) == (None, None, 0)
    on_with(play, S.PLANNED)
    assert play.facts.version == 2
    with pytest.raises((VoteMissing, NotAllowedNow)):
        play.do(PublishNotice(units=UNITS), CLERK)


@pytest.mark.parametrize("flow", VOTED_FLOWS)
def test_an_upheld_objection_takes_the_vote_with_it(flow):
    play = reach(S.COLLECTING, flow=flow)
    paper(play, play.facts.notice_ends_at - TICK, play.now + HOUR)
    play.do(upheld("o1"), REVIEWER)
    assert play.state is S.ACCEPTED
    assert play.facts.vote is None and play.facts.collection is None
    assert on_with(play, S.VOTED).facts.vote.round == 1


def test_a_waived_vote_is_not_asked():
    """Section 14, vote.fund_flow"""
    play = reach(S.PLANNED, WAIVED, flow="household")
    assert play.do(PublishNotice(units=UNITS), CLERK).state is S.POSTING


def test_of_added_elevators_none_can_be_waived():
    """四(四): the plan itself asks for it."""
    play = reach(S.PLANNED, WAIVED, flow="added")
    with pytest.raises(NotAllowedNow):
        play.do(PublishNotice(units=UNITS), CLERK)


# --- without a notice


def test_a_sole_owner_pays_years_at_once_and_nobody_objects():
    """附件二(三)"""
    play = reach(S.COLLECTING, flow="independent")
    with pytest.raises(NotAllowedNow):
        play.do(objection("o1", play.now), OWNER)
    assert paid(play, DEPOSIT_FEN - 1).state is S.COLLECTING
    assert paid(play, DEPOSIT_FEN).state is S.FUNDED
    assert paid(play, DEPOSIT_FEN - 1).state is S.COLLECTING, "given back, it is short again"


def test_a_further_year_finds_its_money_there():
    play = reach(S.PLANNED, flow="independent")
    act = OpenAccount(needed_fen=PREMIUM_FEN, gathered_fen=2 * PREMIUM_FEN)
    assert play.do(act, CLERK).state is S.FUNDED
    with pytest.raises(NotAllowedNow):
        play.do(act, CLERK)
    assert play.do(WithdrawCase(why="不续保"), BODY).state is S.WITHDRAWN
    with pytest.raises(NotAllowedNow):
        play.do(Gather(needed_fen=1, gathered_fen=0), FINANCE)
