"""Cases for tests of the flows, played step by step: nothing is put into a state by hand.

`reach(State.CLEARED)` plays the straight way there; `Play.do` takes one act more. The lobbies of
the pooled flow are posted on Monday 2025-09-08, so its notice runs to Monday 2025-09-15, 24:00.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from rules.cases import (
    Accept,
    Act,
    ApprovePayout,
    By,
    CloseNotice,
    CloseVote,
    Condition,
    ContractFact,
    DismissObjection,
    Facts,
    FilePlan,
    Gather,
    HoldByHand,
    IssuePolicy,
    Lapse,
    Object,
    ObjectionFact,
    OpenAccount,
    OpenVote,
    PostLobby,
    PreparePayout,
    PublishNotice,
    RecordPolicy,
    Recount,
    Register,
    RejectCase,
    ReleaseByHand,
    Reopen,
    RequestPayout,
    ReturnCase,
    Sign,
    SignContract,
    State,
    Uphold,
    WithdrawCase,
    WithdrawObjection,
)
from rules.conditions import anniversary
from rules.days import BEIJING, Calendar, beijing_date
from rules.events.base import Event
from rules.flows import FlowName, Step, step
from rules.parameters import Parameters
from rules.people import Role
from tests.rules.flows.ways import NOTICED_FLOWS, WAYS

CAL = Calendar.standard()
CREATED = datetime(2025, 9, 1, 10, tzinfo=BEIJING)
POSTED = datetime(2025, 9, 8, 15, tzinfo=BEIJING)
ENDS = datetime(2025, 9, 16, tzinfo=BEIJING)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TICK = timedelta(milliseconds=1)

PREMIUM_FEN = 120_000
OWED_FEN: dict[str, int | None] = {"household": 30_000, "added": PREMIUM_FEN}
"""What owners must pay in, flow by flow, before a contract."""

DEPOSIT_FEN = 3 * PREMIUM_FEN
VOTE_DAYS = timedelta(days=15)
ELEVATORS = ("lift-1", "lift-2")
UNITS = ("unit-1", "unit-2")
PAPERS = frozenset({"contract", "invoice", "notice_photo", "plan"})


def conditions(failing: str = "") -> tuple[Condition, ...]:
    """The four conditions as judged, all met but the named one."""
    return tuple(
        Condition(rule=rule, title=f"条件{rule}", passed=rule != failing, reason="因为")
        for rule in ("R5.1", "R5.2", "R5.3", "R5.4")
    )


MET = conditions()


def by(*roles: Role, id: str = "", **more: Any) -> By:
    """Somebody with these roles, called after the first of them."""
    return By(roles=frozenset(roles), id=id or roles[0].value, **more)


OWNER = by(Role.OWNER, id="person-9", owner_id="owner-9")
APPLICANT = by(Role.OWNER, id="person-1", applicant=True, owner_id="owner-1")
MANAGER = by(Role.MANAGER)
INSURER = by(Role.INSURER, insurer_id="insurer-1")
CLERK = by(Role.CLERK)
CLERK_2 = by(Role.CLERK, id="clerk-2")
REVIEWER = by(Role.REVIEWER)
FINANCE = by(Role.FINANCE)
FINANCE_2 = by(Role.FINANCE, id="finance-2")
CLOCK = by(Role.SYSTEM)
BODY = by(Role.INDEPENDENT, id="person-1", applicant=True)


def applicant_of(flow: str) -> By:
    """Who started a case of that flow."""
    return BODY if flow in {"independent", "direct"} else APPLICANT


def sign_as(number: int, homes: Sequence[str] = ()) -> Sign:
    """Owner so and so signs, for a home of the owner's own unless others are named."""
    own = tuple(homes) or (f"home-{number}",)
    return Sign(owner_id=f"owner-{number}", person_id=f"person-{number}", homes=own)


PLAN = FilePlan(
    premium_fen=PREMIUM_FEN,
    per_elevator={"lift-1": 70_000, "lift-2": 50_000},
    conditions=MET,
)


def plan_for(flow: str) -> FilePlan:
    """The plan, with what owners owe for it."""
    return msgspec.structs.replace(PLAN, owed_fen=OWED_FEN.get(flow))


def counted(passed: bool) -> CloseVote:
    """A vote of five heads was counted."""
    return CloseVote(
        passed=passed,
        participating_heads=4,
        agreeing_heads=3 if passed else 2,
        participating_cm2=400,
        agreeing_cm2=300 if passed else 200,
    )


def gathered(gathered_fen: int, needed_fen: int) -> Gather:
    """So much has come in."""
    return Gather(needed_fen=needed_fen, gathered_fen=gathered_fen)


def contract(from_on: date, to_on: date, amount_fen: int = PREMIUM_FEN) -> SignContract:
    """A contract for these days."""
    return SignContract(number="HT-1", from_on=from_on, to_on=to_on, amount_fen=amount_fen)


CONTRACT = contract(date(2025, 10, 1), date(2026, 9, 30))
RECORD = RecordPolicy(
    number="BD-7",
    contract=ContractFact(
        number="BD-7", from_on=date(2025, 9, 5), to_on=date(2026, 9, 4), amount_fen=PREMIUM_FEN
    ),
)


def payout(amount_fen: int = PREMIUM_FEN, papers: frozenset[str] = PAPERS) -> RequestPayout:
    """The payout is asked for with these papers."""
    return RequestPayout(invoice_number="FP-1", invoice_fen=amount_fen, papers=papers)


def objection(name: str, arrived_at: datetime) -> Object:
    """An objection that arrived then."""
    return Object(objection_id=name, arrived_at=arrived_at)


def about(name: str, **known: Any) -> ObjectionFact:
    """What is known of that objection."""
    return ObjectionFact(id=name, **known)


def withdrawn(name: str) -> WithdrawObjection:
    """That objection is taken back."""
    return WithdrawObjection(objection=about(name))


def dismissed(name: str) -> DismissObjection:
    """That objection is not established."""
    return DismissObjection(objection=about(name), why="理由")


def upheld(name: str, then: Any = "new_plan") -> Uphold:
    """That objection is established."""
    return Uphold(objection=about(name), then=then, why="理由")


def reviewed(name: str) -> Reopen:
    """A review of that dismissal is asked for."""
    return Reopen(objection=about(name, state="dismissed", version=1))


@dataclass
class Play:
    """A case, the moment of its last act, and everything that happened to it."""

    facts: Facts
    now: datetime
    cal: Calendar = CAL
    events: list[Event] = field(default_factory=list)

    @property
    def state(self) -> State:
        return self.facts.state

    def do(
        self, act: Act, who: By, now: datetime | None = None, flow: Sequence[Step] | None = None
    ) -> "Play":
        """The act is done then, by default an hour later; refused, it changes nothing."""
        now = now or self.now + HOUR
        assert now >= self.now, "time does not run back"
        self.facts, happened = step(self.facts, act, who, now, self.cal, flow)
        self.now = now
        self.events.extend(happened)
        return self

    def told(self, *kinds: type[Event]) -> list[str]:
        """The kinds of all events so far, or how many there were of these."""
        names = [event.kind() for event in self.events]
        return [name for name in names if not kinds or name in {one.kind() for one in kinds}]

    def but(self, cal: Calendar) -> "Play":
        """The same case under another calendar."""
        return Play(self.facts, self.now, cal, list(self.events))


def new_case(
    applicant: Any = None,
    parameters: Parameters | None = None,
    created_at: datetime = CREATED,
    flow: FlowName = "pooled",
) -> Play:
    """A case as it is started: with the initiator's signature, or filed by a body."""
    rules = parameters or Parameters()
    applicant = applicant or ("signers" if flow in NOTICED_FLOWS else "independent")
    facts = Facts(
        case_id="case-1",
        number="JSDT-2025-000001",
        scope_id="scope-1",
        applicant=applicant,
        applicant_id="person-1",
        insurer_id="insurer-1",
        elevators=ELEVATORS,
        created_at=created_at,
        changed_at=created_at,
        parameters=rules,
        flow=flow,
        signing_ends_at=created_at + timedelta(days=rules.signing_days),
        state=State.SIGNING if applicant == "signers" else State.FILED,
    )
    play = Play(facts, created_at)
    return play.do(sign_as(1), APPLICANT, created_at) if applicant == "signers" else play


STRAIGHT = WAYS["pooled"]


def reach(
    state: State,
    parameters: Parameters | None = None,
    cal: Calendar = CAL,
    flow: FlowName = "pooled",
) -> Play:
    """A case in this state, by the shortest way; a pooled one's notice was posted at POSTED."""
    if parameters is None and cal is CAL:
        known = _reached(state, flow)
        return Play(known.facts, known.now, CAL, list(known.events))
    return _played(state, parameters, cal, flow)


@functools.cache
def _reached(state: State, flow: FlowName) -> Play:
    return _played(state, None, CAL, flow)


def _played(state: State, parameters: Parameters | None, cal: Calendar, flow: FlowName) -> Play:
    mine = applicant_of(flow)
    first = WAYS[flow][0] if flow in NOTICED_FLOWS else State.RETURNED
    aside = {
        State.NOT_CARRIED: (State.VOTING, lambda p: _count(p, False)),
        State.PAUSED: (State.NOTICED, lambda p: p.do(objection("o1", p.now + HOUR), OWNER)),
        State.RETURNED: (State.FILED, lambda p: p.do(ReturnCase(why="缺材料"), CLERK)),
        State.WITHDRAWN: (State.FILED, lambda p: p.do(WithdrawCase(why="不办了"), mine)),
        State.REJECTED: (State.FILED, lambda p: p.do(RejectCase(why="不符合"), CLERK)),
        State.LAPSED: (first, lambda p: p.do(Lapse(), CLOCK, p.facts.due_at())),
        State.ENDED: (State.PAUSED, lambda p: p.do(upheld("o1", "end"), REVIEWER)),
    }
    if state in aside:
        before, then = aside[state]
        return then(reach(before, parameters, cal, flow))
    play = new_case(parameters=parameters, flow=flow)
    play.cal = cal
    way = WAYS[flow]
    for goal in way[1 : way.index(state) + 1]:
        _advance(play, goal)
        assert play.state is goal
    return play


def _count(play: Play, passed: bool) -> Play:
    assert play.facts.vote is not None
    return play.do(counted(passed), CLOCK, play.facts.vote.ends_at)


def _gather(play: Play) -> None:
    """Everything that is still owed comes in."""
    needed = play.facts.collection.needed_fen
    play.do(gathered(needed, needed), FINANCE)


def _advance(play: Play, goal: State) -> None:
    """One state further on the straight way."""
    flow = play.facts.flow
    mine = applicant_of(flow)
    match goal:
        case State.FILED:
            play.do(sign_as(2), OWNER).do(sign_as(3), OWNER)
        case State.ACCEPTED:
            play.do(Accept(conditions=MET), CLERK)
        case State.PLANNED:
            play.do(plan_for(flow), INSURER)
        case State.VOTING:
            play.do(OpenVote(vote_id="vote-1", ends_at=play.now + VOTE_DAYS), CLERK)
        case State.VOTED:
            _count(play, True)
        case State.POSTING:
            play.do(PublishNotice(units=UNITS), CLERK)
        case State.NOTICED:
            play.do(PostLobby(unit_id="unit-1"), MANAGER, max(play.now, POSTED - HOUR))
            play.do(PostLobby(unit_id="unit-2"), MANAGER, max(play.now, POSTED))
        case State.CLEARED:
            play.do(Recount(), CLOCK)
            play.do(CloseNotice(), CLOCK, play.facts.notice_ends_at)
        case State.COLLECTING if flow == "independent":
            play.do(OpenAccount(needed_fen=DEPOSIT_FEN, gathered_fen=0), CLERK)
        case State.FUNDED:
            _gather(play)
        case State.REGISTERED if play.state is State.COLLECTING:
            _gather(play)
        case State.COLLECTING | State.REGISTERED:
            play.do(Register(number="BA-1", conditions=MET), CLERK)
        case State.CONTRACTED:
            first = max(CONTRACT.from_on, beijing_date(play.now + HOUR))
            play.do(contract(first, anniversary(first, 1) - DAY), mine)
        case State.REQUESTED:
            play.do(payout(), mine)
        case State.PREPARED:
            play.do(PreparePayout(amount_fen=PREMIUM_FEN, payee_id="payee"), FINANCE)
        case State.PAID:
            play.do(ApprovePayout(conditions=MET), FINANCE_2)
        case State.INSURED if flow == "direct":
            play.do(RECORD, CLERK)
        case State.INSURED:
            play.do(IssuePolicy(number="BD-1"), INSURER)


def on_with(play: Play, goal: State) -> Play:
    """The straight way from where the case is to a later state."""
    way = WAYS[play.facts.flow]
    for state in way[way.index(play.state) + 1 : way.index(goal) + 1]:
        if play.state is not goal:  # a collection that is whole already is left out
            _advance(play, state)
    return play


def day(text: str) -> date:
    """A day of 2025: "09-16"."""
    return date.fromisoformat(f"2025-{text}")


def at(text: str) -> datetime:
    """A moment of 2025 in Beijing: "09-16 14:30"."""
    return datetime.fromisoformat(f"2025-{text}").replace(tzinfo=BEIJING)


def closed(play: Play) -> Play:
    """The clock closes the notice in the very moment it may."""
    return play.do(CloseNotice(), CLOCK, play.facts.notice_ends_at)


def paper(play: Play, received: datetime, entered: datetime, name: str = "o1") -> Play:
    """A clerk enters a paper that was received before."""
    return play.do(objection(name, received), CLERK, entered)


def held(play: Play) -> Play:
    """The Centre holds it by hand."""
    return play.do(HoldByHand(why="核查"), CLERK)


def released(play: Play) -> Play:
    """The Centre lets it go on."""
    return play.do(ReleaseByHand(why="查清"), REVIEWER)
