"""Nothing in the tables is out of reach, and what must always hold holds in every place."""

import msgspec
import pytest

from rules.cases import CLOSED, By, CloseNotice, Facts, Lapse, State
from rules.flows import FLOWS, options, step
from rules.flows.table import states_of
from rules.people import Role
from rules.refusals.base import Refusal
from tests.rules.flows.play import (
    APPLICANT,
    BODY,
    CAL,
    CLERK,
    CLOCK,
    FINANCE,
    HOUR,
    INSURER,
    MANAGER,
    OWNER,
    REVIEWER,
)
from tests.rules.flows.walk import FLAG, Walk, before_payout, candidates, rows_taken, walked
from tests.rules.flows.ways import FLOW_NAMES, NOTICED_FLOWS, VOTED_FLOWS

S = State
CENTRE_ACTS = {
    S.FILED,
    S.PLANNED,
    S.VOTED,
    S.CLEARED,
    S.REQUESTED,
    S.PREPARED,
    S.PAUSED,
}
"""Where the Centre is awaited: time that passes there is never held against an applicant."""

UNDER_CONTRACT = {S.CONTRACTED, S.REQUESTED, S.PREPARED, S.PAID, S.INSURED}
REGISTERED = UNDER_CONTRACT | {S.CLEARED, S.REGISTERED, S.COLLECTING}
EVERYTHING = By(roles=frozenset(Role), id="person-1", applicant=True, insurer_id="insurer-1")


@pytest.fixture(scope="module", params=FLOW_NAMES)
def walk(request) -> Walk:
    return walked(request.param)


@pytest.fixture(scope="module", params=NOTICED_FLOWS)
def noticed(request) -> Walk:
    return walked(request.param)


@pytest.fixture(scope="module", params=VOTED_FLOWS)
def asked(request) -> Walk:
    return walked(request.param)


def test_every_state_is_reached(walk):
    assert {facts.state for facts in walk.places.values()} == states_of(FLOWS[walk.flow].steps)


def test_every_state_is_of_some_flow():
    assert frozenset().union(*(states_of(flow.steps) for flow in FLOWS.values())) == set(State)
    assert set(FLOWS) == set(FLOW_NAMES)


def test_every_row_is_taken_from_each_of_its_states(walk):
    taken = {(act, before) for act, before, _ in walk.taken}
    assert taken == {
        (row.act.__name__, state) for row in FLOWS[walk.flow].steps for state in row.states
    }


def test_every_row_leads_to_each_of_its_targets_and_nowhere_else(walk):
    """State by state: what a fork promises is kept, and nothing else happens."""
    assert walk.taken == rows_taken(walk.flow)
    assert {(act, after) for act, _, after in walk.taken} == {
        (row.act.__name__, state) for row in FLOWS[walk.flow].steps for state in row.targets()
    }
    assert not walk.wrong


def test_the_walk_is_the_same_every_time():
    walk, again = walked("pooled"), Walk("pooled").go()
    assert list(again.places) == list(walk.places)
    assert again.taken == walk.taken


def test_each_act_has_one_row_in_a_state(walk):
    rows = [(row.act, state) for row in FLOWS[walk.flow].steps for state in row.states]
    assert len(rows) == len(set(rows))


def test_what_is_open_pauses_and_only_that(noticed):
    """R7.6: whatever is open, the case is paused; paused it is only by something open."""
    for facts in noticed.places.values():
        held = bool(facts.open_objections) or facts.hand_hold
        assert held == (facts.state is S.PAUSED), facts
        assert held == (facts.pause_began_at is not None)
        if held:
            assert facts.resume_to in before_payout(noticed.flow) - {S.PAUSED}
        else:
            assert facts.paused_at is None


def test_nobody_is_registered_before_the_notice_has_run(noticed):
    """附件二(一)5: every lobby was posted, and the end is certain and past."""
    for facts in noticed.places.values():
        if facts.state in REGISTERED:
            assert facts.lobbies and all(one.posted_at for one in facts.lobbies)
            assert facts.notice_ends_at is not None
            assert facts.notice_ends_at <= facts.changed_at
            assert not facts.notice_provisional


def test_what_a_state_stands_on_is_there(walk):
    """附件二(一)5 to 7: no contract without registration, no payout without contract."""
    for facts in walk.places.values():
        if facts.contract is not None and walk.flow in NOTICED_FLOWS:
            assert facts.registration_number
        if facts.payout is not None:
            assert facts.contract is not None
            assert facts.payout.amount_fen == facts.contract.amount_fen <= facts.premium_fen
        if facts.state in {S.PAID, S.INSURED} and walk.flow != "direct":
            assert facts.payout is not None
            assert facts.payout.prepared_by != facts.payout.approved_by
        if facts.state in {S.ACCEPTED, S.SIGNING, S.FILED}:
            assert facts.premium_fen == 0
            assert facts.vote is None and facts.collection is None
            assert facts.contract is None and not facts.registration_number
            assert facts.correction_due_at is None


def test_nothing_is_posted_that_the_owners_did_not_carry(asked):
    """附件二(二)4, 四(四): from the first poster on, this version's vote was carried, or waived."""
    for facts in asked.places.values():
        if facts.state in before_payout(asked.flow) | {S.VOTED, S.PAID, S.INSURED}:
            waived = asked.flow == "household" and facts.parameters.vote_fund_flow == "waived"
            assert (facts.vote is None) if waived else (facts.vote and facts.vote.passed)
        if facts.state is S.VOTING:
            assert facts.vote is not None and facts.vote.passed is None
        if facts.state is S.NOT_CARRIED:
            assert facts.vote is not None and facts.vote.passed is False
        assert facts.vote is None or facts.vote.round <= facts.parameters.vote_rounds_max


def test_no_contract_before_everything_owed_is_there(walk):
    """附件二(二)6, 二(三)3: and what was whole at the contract stays whole, paused or not."""
    for facts in walk.places.values():
        if facts.contract is not None and facts.collection is not None:
            assert facts.collection.complete
        if facts.state in {S.REGISTERED, S.FUNDED} and walk.flow != "pooled":
            assert facts.collection is not None and facts.collection.complete
        if facts.state is S.COLLECTING:
            assert facts.collection is not None and not facts.collection.complete


def test_time_runs_out_only_where_the_centre_is_not_awaited(walk):
    """Section 6: no case lapses while it waits for the Centre, and every due moment is acted on."""
    flow = FLOWS[walk.flow].steps
    for facts in walk.places.values():
        due = facts.due_at()
        act = CloseNotice() if facts.state is S.NOTICED else Lapse()
        if facts.state in CENTRE_ACTS | CLOSED | {S.PAID, S.VOTING}:
            assert due is None, facts.state
            assert Lapse not in {row.act for row in flow if facts.state in row.states}
        else:
            assert due is not None, facts.state
            after, _ = step(facts, act, CLOCK, max(due, facts.changed_at), CAL)
            assert after.state is not facts.state


def test_facts_are_stored_and_read_back_whole(walk):
    for facts in walk.places.values():
        assert msgspec.convert(msgspec.to_builtins(facts), Facts) == facts
        assert msgspec.json.decode(msgspec.json.encode(facts), type=Facts) == facts


def test_nothing_more_happens_to_a_closed_case(walk):
    for facts in walk.places.values():
        if facts.state in CLOSED - {S.INSURED}:
            assert [row for row in FLOWS[walk.flow].steps if facts.state in row.states] == []


def test_options_can_be_asked_everywhere(walk):
    everybody = (OWNER, APPLICANT, BODY, MANAGER, INSURER, CLERK, REVIEWER, FINANCE, CLOCK)
    for facts in list(walk.places.values())[::3]:
        for who in everybody:
            for option in options(facts, who, facts.changed_at + HOUR, CAL):
                assert option.title and option.clause
                assert option.allowed == (option.refusal is None)


def test_an_emergency_changes_nothing_but_the_queue(walk):
    """Section 6: with and without the flag the same is allowed, and leads to the same facts."""
    flagged = 0
    for facts in list(walk.places.values())[::5]:
        now = facts.changed_at + HOUR
        try:
            urgent, _ = step(facts, FLAG, CLERK, now, CAL)
        except Refusal:
            continue
        flagged += 1
        assert urgent.due_at() == facts.due_at()
        assert msgspec.structs.replace(urgent, urgent=False, emergency="") == facts
        for act, who in candidates(facts, now):
            if act is not FLAG and type(act).__name__ != "UnflagUrgent":
                assert _done(urgent, act, who, now) == _done(facts, act, who, now)
    assert flagged or walk.flow == "direct"


def _done(facts, act, who, now) -> object:
    """What the act leaves, but for the flag; or the code of what refuses it."""
    try:
        after, events = step(facts, act, who, now, CAL)
    except Refusal as refusal:
        return refusal.code()
    told = [(event.kind(), event.data) for event in events]
    return msgspec.structs.replace(after, urgent=False, emergency=""), told
