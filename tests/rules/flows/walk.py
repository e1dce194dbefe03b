"""Breadth first through everything a flow allows.

Facts that differ only in what no rule reads (ids, sums, moments) count as one place. Whatever is
allowed anywhere is done there, so what must always hold can be looked at in every place.
"""

import functools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rules.cases import (
    Accept,
    AcceptLobby,
    Act,
    ApprovePayout,
    By,
    CloseNotice,
    CorrectCase,
    DropPaper,
    EnterEnding,
    Facts,
    FlagUrgent,
    HoldByHand,
    IssuePolicy,
    Lapse,
    OpenAccount,
    OpenVote,
    PostLobby,
    PreparePayout,
    ProposeSettlement,
    PublishNotice,
    Recount,
    RefuseLobby,
    Register,
    RejectCase,
    ReleaseByHand,
    ReturnCase,
    ReturnPayout,
    SettleObjection,
    SettleOnPaper,
    ShowHanging,
    SignContract,
    State,
    UnflagUrgent,
    Unsign,
    WithdrawCase,
    WithdrawOnPaper,
)
from rules.conditions import anniversary
from rules.days import beijing_date
from rules.flows import FLOWS, FlowName, row_for, step
from rules.parameters import Parameters
from rules.refusals.base import Refusal
from tests.rules.flows.play import (
    CAL,
    CLERK,
    CLERK_2,
    CLOCK,
    DEPOSIT_FEN,
    ENDS,
    FINANCE,
    FINANCE_2,
    HOUR,
    INSURER,
    MANAGER,
    MET,
    OWNER,
    PREMIUM_FEN,
    RECORD,
    REVIEWER,
    TICK,
    UNITS,
    VOTE_DAYS,
    about,
    applicant_of,
    counted,
    dismissed,
    gathered,
    new_case,
    objection,
    payout,
    plan_for,
    reviewed,
    sign_as,
    upheld,
    withdrawn,
)
from tests.rules.flows.ways import NOTICED_FLOWS

MOST_PLACES = 40_000
FLAG = FlagUrgent(kind="trapped", why="有人被困", evidence=1)
UNFLAG = UnflagUrgent(why="已排除")
WAIVED = Parameters(vote_fund_flow="waived")

BEGUN: dict[str, tuple[tuple[str, Parameters | None], ...]] = {
    "pooled": (("signers", None), ("committee", None)),
    "household": (("signers", None), ("committee", None), ("committee", WAIVED)),
    "added": (("signers", None), ("committee", None)),
    "independent": (("independent", None),),
    "direct": (("independent", None), ("committee", None)),
}
"""Who starts a case of each flow, under which parameters."""


def candidates(facts: Facts, now: datetime) -> Iterator[tuple[Act, By]]:
    """A few of every act, whether allowed here or not."""
    today, mine = beijing_date(now), applicant_of(facts.flow)
    for number in (1, 2, 3, 4):
        yield sign_as(number), OWNER
        yield Unsign(owner_id=f"owner-{number}"), OWNER
    yield Accept(conditions=MET), CLERK
    if facts.version < 2:
        yield plan_for(facts.flow), INSURER
    yield PublishNotice(units=UNITS), CLERK
    for unit in UNITS:
        yield PostLobby(unit_id=unit), MANAGER
        yield PostLobby(unit_id=unit, proven=False), MANAGER
        yield AcceptLobby(unit_id=unit), REVIEWER
        yield ShowHanging(unit_id=unit), MANAGER
    yield RefuseLobby(unit_id=unit, why="不清楚"), CLERK
    yield from _objecting(facts, now)
    yield from _asking(facts, now)
    yield HoldByHand(why="核查"), CLERK
    yield ReleaseByHand(why="查清"), REVIEWER
    yield CloseNotice(), CLOCK
    yield Recount(), CLOCK
    yield Register(number="BA-1", conditions=MET), CLERK
    last = anniversary(today, 1) - timedelta(days=1)
    yield SignContract(number="HT", from_on=today, to_on=last, amount_fen=PREMIUM_FEN), mine
    yield payout(), mine
    yield PreparePayout(amount_fen=PREMIUM_FEN, payee_id="payee"), FINANCE
    yield ApprovePayout(conditions=MET), FINANCE_2
    yield ReturnPayout(why="缺发票"), CLERK
    yield IssuePolicy(number="BD-1"), INSURER
    yield RECORD, CLERK
    yield WithdrawCase(why="不办了"), mine
    yield ReturnCase(why="缺材料"), CLERK
    yield CorrectCase(note="已补"), mine
    yield RejectCase(why="不符合"), CLERK
    yield Lapse(), CLOCK
    yield FLAG, CLERK
    yield UNFLAG, CLERK


def _objecting(facts: Facts, now: datetime) -> Iterator[tuple[Act, By]]:
    if len(facts.open_objections) < 2:
        name = "o2" if "o1" in facts.open_objections else "o1"
        yield objection(name, now), OWNER
        yield objection(name, min(now, facts.notice_ends_at or ENDS) - TICK), CLERK
        yield reviewed(name), OWNER
    for name in facts.open_objections:
        yield withdrawn(name), OWNER
        yield dismissed(name), REVIEWER
        paper = about(name, channel="paper")
        yield ProposeSettlement(objection=paper), CLERK
        yield SettleObjection(objection=about(name, proposed=True)), OWNER
        yield EnterEnding(objection=paper), CLERK_2
        yield WithdrawOnPaper(objection=paper, entered_by=CLERK_2.id), REVIEWER
        yield SettleOnPaper(objection=paper, entered_by=CLERK_2.id), REVIEWER
        yield DropPaper(objection=about(name, channel="paper", state="draft"), why="误录"), REVIEWER
        yield upheld(name, "new_plan"), REVIEWER
        yield upheld(name, "end"), REVIEWER


def _asking(facts: Facts, now: datetime) -> Iterator[tuple[Act, By]]:
    """The vote, and money owed: nothing or all of it."""
    yield OpenVote(vote_id="vote", ends_at=now + VOTE_DAYS), CLERK
    yield counted(True), CLOCK
    yield counted(False), CLOCK
    yield OpenAccount(needed_fen=DEPOSIT_FEN, gathered_fen=0), CLERK
    yield OpenAccount(needed_fen=DEPOSIT_FEN, gathered_fen=DEPOSIT_FEN), CLERK
    if facts.collection is not None:
        needed = facts.collection.needed_fen
        yield gathered(needed, needed), FINANCE
        yield gathered(needed - 1, needed), FINANCE


def place(facts: Facts, now: datetime) -> tuple[object, ...]:
    """What the rules can tell apart; the flag is not among it, nothing but it reads it."""
    early = facts.state in {State.SIGNING, State.FILED, State.RETURNED}
    due, ends = facts.due_at(), facts.vote.ends_at if facts.vote else None
    return (
        facts.state,
        facts.parameters.vote_fund_flow,
        facts.resume_to,
        facts.after_notice,
        facts.returned_from if facts.state is State.RETURNED else None,
        tuple(one.owner_id for one in facts.signers) if early else (),
        facts.version,
        tuple((one.posted_at is not None, one.waiting_at is not None) for one in facts.lobbies),
        len(facts.open_objections),
        facts.hand_hold,
        facts.paused_at is None,
        bool(facts.registration_number),
        facts.contract is not None,
        facts.payout is not None and bool(facts.payout.prepared_by),
        facts.correction_due_at is not None,
        facts.vote.round if facts.vote else 0,
        facts.collection is not None and facts.collection.complete,
        facts.notice_ends_at is not None and now >= facts.notice_ends_at,
        due is not None and now >= due,
        facts.state is State.VOTING and ends is not None and now >= ends,
    )


@dataclass
class Walk:
    """Everything seen on the way through one flow."""

    flow: FlowName
    places: dict[tuple[object, ...], Facts] = field(default_factory=dict)
    taken: set[tuple[str, State, State]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    waiting: deque[tuple[Facts, datetime]] = field(default_factory=deque)

    def go(self) -> "Walk":
        """Walk until there is no new place."""
        for applicant, parameters in BEGUN[self.flow]:
            begun = new_case(applicant, parameters, flow=self.flow)
            self._visit(begun.facts, begun.now)
        while self.waiting:
            facts, now = self.waiting.popleft()
            moments = {facts.notice_ends_at, facts.due_at()}
            moments.add(facts.vote.ends_at if facts.state is State.VOTING else None)
            for moment in moments - {None}:
                if moment > now:
                    self._visit(facts, moment)
            for act, who in candidates(facts, now + HOUR):
                self._try(facts, act, who, now + HOUR)
        return self

    def _visit(self, facts: Facts, now: datetime) -> None:
        at = place(facts, now)
        if at not in self.places:
            assert len(self.places) < MOST_PLACES, "the walk does not end"
            self.places[at] = facts
            self.waiting.append((facts, now))

    def _try(self, facts: Facts, act: Act, who: By, now: datetime) -> None:
        row = row_for(facts, type(act))
        if row is None:
            return
        try:
            after, events = step(facts, act, who, now, CAL)
        except Refusal:
            return
        if after.state not in row.targets():
            self.wrong.append(f"{row.act.__name__} leads from {facts.state} to {after.state}")
        if {event.subject_id for event in events} - {facts.case_id}:
            self.wrong.append(f"{row.act.__name__} tells of another case")
        self.taken.add((row.act.__name__, facts.state, after.state))
        if act is FLAG:
            self._try(after, UNFLAG, CLERK, now)
        else:
            self._visit(after, now)


@functools.cache
def walked(flow: FlowName) -> Walk:
    """The walk through that flow, made once."""
    return Walk(flow).go()


def rows_taken(flow: str) -> set[tuple[str, State, State]]:
    """What the table of that flow promises: every row, from each state, to each target."""
    return {
        (row.act.__name__, before, after)
        for row in FLOWS[flow].steps
        for before in row.states
        for after in row.targets_from(before)
    }


def before_payout(flow: str) -> frozenset[State]:
    """Where an objection in time can still pause a case of that flow, said once more. R7.5."""
    names = "posting noticed paused cleared registered contracted requested prepared"
    more = " collecting" if flow != "pooled" else ""
    return frozenset(State(name) for name in (names + more).split())


__all__ = [
    "BEGUN",
    "FLAG",
    "NOTICED_FLOWS",
    "UNFLAG",
    "WAIVED",
    "Walk",
    "before_payout",
    "candidates",
    "rows_taken",
    "walked",
]
