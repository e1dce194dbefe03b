"""Whatever happens in whatever order, owners keep their days and an objection is never overtaken.

Random stories of one notice are played, and beside them a ledger of the clock is kept that knows
nothing of the code: the stretches in which it stood still, and how long it ran. R7.5 to R7.7.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.cases import Act, CloseNotice, HoldByHand, ReleaseByHand, State
from rules.flows import FlowName
from rules.parameters import Parameters
from rules.refusals.base import Refusal
from tests.rules.flows.play import (
    CLERK,
    CLOCK,
    DAY,
    FINANCE,
    OWNER,
    POSTED,
    REVIEWER,
    Play,
    dismissed,
    gathered,
    objection,
    on_with,
    reach,
    reviewed,
    withdrawn,
)
from tests.rules.flows.walk import before_payout
from tests.rules.flows.ways import NOTICED_FLOWS, WAYS

S = State
NO_ROLL = Parameters(notice_roll="none")
ROLLS = ("weekends_and_holidays", "holidays", "none")
MODES = ("remaining", "restart")

waits = st.timedeltas(timedelta(0), timedelta(days=9))
deeds = st.one_of(
    st.tuples(st.just("object"), waits),
    st.tuples(st.just("paper"), st.timedeltas(timedelta(0), timedelta(days=25))),
    st.tuples(st.sampled_from(["close", "dismiss", "hold", "release", "review", "on"]), waits),
    st.tuples(st.sampled_from(["pay", "give_back"]), waits),
)
flows = st.sampled_from(NOTICED_FLOWS)
stories = st.lists(deeds, min_size=1, max_size=14)


@dataclass
class Clock:
    """The notice's clock by hand: it runs from `began` and stands still in `stretches`."""

    began: datetime
    stretches: list[tuple[datetime, datetime]] = field(default_factory=list)
    stopped: datetime | None = None

    def stop(self, moment: datetime) -> None:
        moment = max(moment, self.began)
        self.stopped = moment if self.stopped is None else min(self.stopped, moment)

    def go_on(self, moment: datetime) -> None:
        if self.stopped is not None:
            self.stretches.append((self.stopped, moment))
        self.stopped = None

    def ran(self, until: datetime) -> timedelta:
        """How long it has run until then."""
        still, reached = timedelta(0), self.began
        for start, end in sorted(self.stretches):
            start, end = max(start, reached), min(end, until)
            if end > start:
                still, reached = still + (end - start), end
        return until - self.began - still


@dataclass
class Story:
    """A case in which random things happen, with its clock kept beside it."""

    play: Play
    clock: Clock
    names: int = 0

    @classmethod
    def begun(cls, parameters: Parameters, flow: FlowName = "pooled") -> "Story":
        play = reach(S.NOTICED, parameters, flow=flow)
        posted = play.facts.notice_started_at
        assert posted == POSTED or flow != "pooled"
        return cls(play, Clock(posted))

    @property
    def before_payout(self) -> frozenset[State]:
        return before_payout(self.play.facts.flow)

    def tell(self, deed: str, span: timedelta) -> None:
        """One thing more happens, if it is allowed; what must always hold is looked at."""
        play, before = self.play, self.play.facts
        now = play.now if deed == "paper" else play.now + span
        runs = before.state in self.before_payout and now < before.notice_ends_at
        match deed:
            case "object":
                self._object(now, now)
            case "paper":
                self._object(now - span, now)
            case "close" | "dismiss" if before.open_objections:
                act = withdrawn if deed == "close" else dismissed
                who = OWNER if deed == "close" else REVIEWER
                self._try(act(before.open_objections[0]), who, now)
            case "hold":
                self._try(HoldByHand(why="核查"), CLERK, now, stops=runs)
            case "review":
                self._try(reviewed("review"), OWNER, now, stops=runs)
            case "release":
                self._try(ReleaseByHand(why="查清"), REVIEWER, now)
            case "pay" | "give_back" if before.collection is not None:
                needed = before.collection.needed_fen
                sum_fen = needed if deed == "pay" else needed - 1
                self._try(gathered(sum_fen, needed), FINANCE, now)
            case "on":
                self._on(now)
        self._look(before)

    def _object(self, arrived: datetime, now: datetime) -> None:
        """Filed now, or on paper before: in time it must pause, late it must not."""
        self.names += 1
        before, name = self.play.facts, f"o{self.names}"
        stands = self.clock.stopped is not None
        in_time = before.state in self.before_payout and (stands or arrived < before.notice_ends_at)
        self._try(objection(name, arrived), CLERK, now, stops=in_time, at=arrived)
        after = self.play.facts
        assert (name in after.open_objections) == in_time
        assert after.state is (S.PAUSED if in_time else before.state)

    def _on(self, now: datetime) -> None:
        """The straight way, one state further; a notice is closed when its end has come."""
        state = self.play.state
        if state is S.NOTICED:
            self._try(CloseNotice(), CLOCK, now)
        elif state is not S.PREPARED and state in self.before_payout - {S.PAUSED}:
            self.play.now = now
            on_with(self.play, after(self.play))

    def _try(
        self,
        act: Act,
        who: object,
        now: datetime,
        stops: bool = False,
        at: datetime | None = None,
    ) -> None:
        was_paused = self.play.state is S.PAUSED
        try:
            self.play.do(act, who, now)
        except Refusal:
            return
        paused = self.play.state is S.PAUSED
        if stops and paused and (not was_paused or at is not None):
            self.clock.stop(at or now)
        if was_paused and not paused:
            self.clock.go_on(now)

    def _look(self, before: object) -> None:
        facts = self.play.facts
        held = bool(facts.open_objections) or facts.hand_hold
        assert held == (facts.state is S.PAUSED)
        assert (facts.paused_at is None) == (self.clock.stopped is None)
        if not held:
            assert facts.notice_ends_at >= before.notice_ends_at, "an end never comes nearer"

    def finished(self) -> "Story":
        """Everything open is closed, and the notice runs to its end."""
        while self.play.state is S.PAUSED:
            deed = "close" if self.play.facts.open_objections else "release"
            self.tell(deed, DAY)
        if self.play.state is S.NOTICED:
            end = max(self.play.now, self.play.facts.notice_ends_at)
            self.play.do(CloseNotice(), CLOCK, end)
        return self


def after(play: Play) -> State:
    """The next state of the straight way; what is whole already need not be collected."""
    way = WAYS[play.facts.flow]
    following = way[way.index(play.state) + 1]
    whole = play.facts.collection is not None and play.facts.collection.complete
    return S.REGISTERED if following is S.COLLECTING and whole else following


def lived(
    parameters: Parameters, story: list[tuple[str, timedelta]], flow: FlowName = "pooled"
) -> Story:
    played = Story.begun(parameters, flow)
    for deed, span in story:
        played.tell(deed, span)
    return played.finished()


@given(stories, st.sampled_from(ROLLS), st.sampled_from(MODES), flows)
@settings(max_examples=250, deadline=None)
def test_no_story_shortens_the_time_owners_had(story, roll, mode, flow):
    """R7.7: when all is over the notice has run for at least as long as was first promised."""
    parameters = Parameters(notice_roll=roll, notice_resume=mode)
    begun = reach(S.NOTICED, parameters, flow=flow).facts
    played = lived(parameters, story, flow)
    promised = begun.notice_ends_at - begun.notice_started_at
    assert played.clock.ran(played.play.facts.notice_ends_at) >= promised


@given(stories, flows)
@settings(max_examples=250, deadline=None)
def test_nor_does_it_give_time_twice(story, flow):
    """Each resumption adds less than a day: the end is again the end of a day, and no more."""
    begun = reach(S.NOTICED, NO_ROLL, flow=flow).facts
    played = lived(NO_ROLL, story, flow)
    promised = begun.notice_ends_at - begun.notice_started_at
    ran = played.clock.ran(played.play.facts.notice_ends_at)
    assert ran - promised <= len(played.clock.stretches) * DAY


@given(stories)
@settings(max_examples=100, deadline=None)
def test_the_time_paused_is_counted_to_the_second(story):
    """Every pause counts once, from the moment the case was paused to the moment it was not."""
    played = Story.begun(Parameters())
    expected, began = timedelta(0), None
    for deed, span in story:
        played.tell(deed, span)
        if played.play.state is S.PAUSED and began is None:
            began = played.play.now
        if played.play.state is not S.PAUSED and began is not None:
            expected += timedelta(seconds=int((played.play.now - began).total_seconds()))
            began = None
    assert played.play.facts.paused_seconds == int(expected.total_seconds())


@given(stories, flows)
@settings(max_examples=150, deadline=None)
def test_a_case_is_never_less_far_for_having_been_paused(story, flow):
    """`after_notice`: what was registered or contracted is there again when the notice has run.

    Where owners pay in, registered means: collecting, as long as something is missing.
    """
    way = [state for state in WAYS[flow] if state is not S.COLLECTING]
    played = Story.begun(Parameters(), flow)
    furthest = 0
    for deed, span in story:
        played.tell(deed, span)
        furthest = max(furthest, _how_far(way, played.play.state))
    facts = played.finished().play.facts
    assert _how_far(way, facts.state) >= furthest
    if facts.state in {S.REGISTERED, S.COLLECTING} and facts.collection is not None:
        assert (facts.state is S.REGISTERED) == facts.collection.complete


def _how_far(way: list[State], state: State) -> int:
    state = S.REGISTERED if state is S.COLLECTING else state
    return way.index(state) if state in way else 0
