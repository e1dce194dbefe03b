"""Breadth first through everything the flow allows: nothing in the table is out of reach.

Facts that differ only in what no rule reads (ids, sums, moments) count as one place. Whatever is
allowed anywhere is done there, so what must always hold is looked at in every place.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec
import pytest

from rules.cases import (
    CLOSED,
    Accept,
    Act,
    ApprovePayout,
    By,
    CloseNotice,
    CorrectCase,
    Facts,
    HoldByHand,
    IssuePolicy,
    Lapse,
    PostLobby,
    PreparePayout,
    PublishNotice,
    Recount,
    RefuseLobby,
    Register,
    RejectCase,
    ReleaseByHand,
    Reopen,
    ReturnCase,
    ReturnPayout,
    SignContract,
    State,
    Unsign,
    WithdrawCase,
)
from rules.days import beijing_date
from rules.flows import Step, options, row_for, step
from rules.flows.pooled import BEFORE_PAYOUT, POOLED
from rules.insurance import anniversary
from rules.refusals import Refusal
from tests.rules.flows.play import (
    APPLICANT,
    CAL,
    CLERK,
    CLOCK,
    ENDS,
    FINANCE,
    FINANCE_2,
    HOUR,
    INSURER,
    MANAGER,
    MET,
    OWNER,
    PLAN,
    PREMIUM_FEN,
    REVIEWER,
    TICK,
    UNITS,
    dismissed,
    new_case,
    objection,
    payout,
    sign_as,
    upheld,
    withdrawn,
)

MOST_PLACES = 20_000
CENTRE_ACTS = {
    State.FILED,
    State.PLANNED,
    State.CLEARED,
    State.REQUESTED,
    State.PREPARED,
    State.PAUSED,
}
"""Where the Centre is awaited: time that passes there is never held against an applicant."""


def candidates(facts: Facts, now: datetime) -> Iterator[tuple[Act, By]]:
    """A few of every act, whether allowed here or not."""
    today = beijing_date(now)
    for number in (1, 2, 3, 4):
        yield sign_as(number), OWNER
        yield Unsign(owner_id=f"owner-{number}"), OWNER
    yield Accept(conditions=MET), CLERK
    if facts.version < 2:
        yield PLAN, INSURER
    yield PublishNotice(units=UNITS), CLERK
    for unit in UNITS:
        yield PostLobby(unit_id=unit), MANAGER
        yield RefuseLobby(unit_id=unit, why="不清楚"), CLERK
    if len(facts.open_objections) < 2:
        name = "o2" if "o1" in facts.open_objections else "o1"
        yield objection(name, now), OWNER
        yield objection(name, min(now, facts.notice_ends_at or ENDS) - TICK), CLERK
        yield Reopen(objection_id=name), OWNER
    for name in facts.open_objections:
        yield withdrawn(name), OWNER
        yield dismissed(name), REVIEWER
        yield upheld(name, "new_plan"), REVIEWER
        yield upheld(name, "end"), REVIEWER
    yield HoldByHand(why="核查"), CLERK
    yield ReleaseByHand(why="查清"), CLERK
    yield CloseNotice(), CLOCK
    yield Recount(), CLOCK
    yield Register(number="BA-1", conditions=MET), CLERK
    last = anniversary(today, 1) - timedelta(days=1)
    yield SignContract(number="HT", from_on=today, to_on=last, amount_fen=PREMIUM_FEN), APPLICANT
    yield payout(), APPLICANT
    yield PreparePayout(amount_fen=PREMIUM_FEN), FINANCE
    yield ApprovePayout(conditions=MET), FINANCE_2
    yield ReturnPayout(why="缺发票"), CLERK
    yield IssuePolicy(number="BD-1"), INSURER
    yield WithdrawCase(why="不办了"), APPLICANT
    yield ReturnCase(why="缺材料"), CLERK
    yield CorrectCase(note="已补"), APPLICANT
    yield RejectCase(why="不符合"), CLERK
    yield Lapse(), CLOCK


def place(facts: Facts, now: datetime) -> tuple[object, ...]:
    """What the rules can tell apart."""
    early = facts.state in {State.SIGNING, State.FILED, State.RETURNED}
    due = facts.due_at()
    return (
        facts.state,
        facts.resume_to,
        facts.after_notice,
        facts.returned_from if facts.state is State.RETURNED else None,
        tuple(one.owner_id for one in facts.signers) if early else (),
        facts.version,
        tuple(one.posted_at is not None for one in facts.lobbies),
        len(facts.open_objections),
        facts.hand_hold,
        facts.paused_at is None,
        bool(facts.registration_number),
        facts.contract is not None,
        facts.payout is not None and bool(facts.payout.prepared_by),
        facts.correction_due_at is not None,
        facts.notice_ends_at is not None and now >= facts.notice_ends_at,
        due is not None and now >= due,
    )


@dataclass
class Walk:
    """Everything seen on the way."""

    places: dict[tuple[object, ...], Facts] = field(default_factory=dict)
    taken: set[tuple[str, State, State]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def go(self, flow: tuple[Step, ...] = POOLED) -> "Walk":
        """Walk until there is no new place."""
        waiting: deque[tuple[Facts, datetime]] = deque()

        def visit(facts: Facts, now: datetime) -> None:
            at = place(facts, now)
            if at not in self.places:
                assert len(self.places) < MOST_PLACES, "the walk does not end"
                self.places[at] = facts
                waiting.append((facts, now))

        for applicant in ("signers", "committee"):
            begun = new_case(applicant)
            visit(begun.facts, begun.now)
        while waiting:
            facts, now = waiting.popleft()
            for moment in {facts.notice_ends_at, facts.due_at()} - {None}:
                if moment > now:
                    visit(facts, moment)
            for act, who in candidates(facts, now + HOUR):
                self._try(facts, act, who, now + HOUR, flow, visit)
        return self

    def _try(self, facts, act, who, now, flow, visit) -> None:
        row = row_for(facts, type(act), flow)
        if row is None:
            return
        try:
            after, events = step(facts, act, who, now, CAL, flow)
        except Refusal:
            return
        if after.state not in row.targets():
            self.wrong.append(f"{row.act.__name__} leads from {facts.state} to {after.state}")
        if {event.subject_id for event in events} - {facts.case_id}:
            self.wrong.append(f"{row.act.__name__} tells of another case")
        self.taken.add((row.act.__name__, facts.state, after.state))
        visit(after, now)


@pytest.fixture(scope="module")
def walk() -> Walk:
    return Walk().go()


def test_every_state_is_reached(walk):
    assert {facts.state for facts in walk.places.values()} == set(State)


def test_every_row_is_taken_from_each_of_its_states(walk):
    taken = {(act, before) for act, before, _ in walk.taken}
    assert taken == {(row.act.__name__, state) for row in POOLED for state in row.states}


def test_every_row_leads_to_each_of_its_targets_and_nowhere_else(walk):
    """State by state: what a fork promises is kept, and nothing else happens."""
    assert walk.taken == {
        (row.act.__name__, before, after)
        for row in POOLED
        for before in row.states
        for after in row.targets_from(before)
    }
    assert {(act, after) for act, _, after in walk.taken} == {
        (row.act.__name__, state) for row in POOLED for state in row.targets()
    }
    assert not walk.wrong


def test_the_walk_is_the_same_every_time(walk):
    again = Walk().go()
    assert list(again.places) == list(walk.places)
    assert again.taken == walk.taken


def test_what_is_open_pauses_and_only_that(walk):
    """R7.6: whatever is open, the case is paused; paused it is only by something open."""
    for facts in walk.places.values():
        held = bool(facts.open_objections) or facts.hand_hold
        assert held == (facts.state is State.PAUSED), facts
        assert held == (facts.pause_began_at is not None)
        if held:
            assert facts.resume_to in BEFORE_PAYOUT - {State.PAUSED}
        else:
            assert facts.paused_at is None


def test_nobody_is_registered_before_the_notice_has_run(walk):
    """附件二(一)5: every lobby was posted, and the end is certain and past."""
    later = {State.CLEARED, State.REGISTERED, State.CONTRACTED, State.REQUESTED, State.PREPARED}
    for facts in walk.places.values():
        if facts.state in later | {State.PAID, State.INSURED}:
            assert facts.lobbies and all(one.posted_at for one in facts.lobbies)
            assert facts.notice_ends_at is not None
            assert facts.notice_ends_at <= facts.changed_at
            assert not facts.notice_provisional


def test_what_a_state_stands_on_is_there(walk):
    """附件二(一)5 to 7: no contract without registration, no payout without contract."""
    for facts in walk.places.values():
        if facts.contract is not None:
            assert facts.registration_number
        if facts.payout is not None:
            assert facts.contract is not None
            assert facts.payout.amount_fen == facts.contract.amount_fen <= facts.premium_fen
        if facts.state in {State.PAID, State.INSURED}:
            assert facts.payout is not None
            assert facts.payout.prepared_by != facts.payout.approved_by
        if facts.state in {State.ACCEPTED, State.SIGNING, State.FILED}:
            assert facts.premium_fen == 0
            assert facts.contract is None and not facts.registration_number
            assert facts.correction_due_at is None


def test_time_runs_out_only_where_the_centre_is_not_awaited(walk):
    """Section 6: no case lapses while it waits for the Centre, and every due moment is acted on."""
    for facts in walk.places.values():
        due = facts.due_at()
        act = CloseNotice() if facts.state is State.NOTICED else Lapse()
        if facts.state in CENTRE_ACTS | CLOSED | {State.PAID}:
            assert due is None, facts.state
            assert Lapse not in {row.act for row in POOLED if facts.state in row.states}
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
        if facts.state in CLOSED - {State.INSURED}:
            assert [row for row in POOLED if facts.state in row.states] == []


def test_options_can_be_asked_everywhere(walk):
    everybody = (OWNER, APPLICANT, MANAGER, INSURER, CLERK, REVIEWER, FINANCE, CLOCK)
    for facts in walk.places.values():
        for who in everybody:
            for option in options(facts, who, facts.changed_at + HOUR, CAL):
                assert option.title and option.clause
                assert option.allowed == (option.refusal is None)


def test_each_act_has_one_row():
    acts = [row.act for row in POOLED]
    assert len(acts) == len(set(acts))
