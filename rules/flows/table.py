"""What a row of a flow is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rules.cases import Act, By, Facts, State
from rules.days import Calendar, beijing_date
from rules.events.base import Event
from rules.people import Role


@dataclass(frozen=True)
class Moment:
    """When an act arrived, and the calendar its deadlines are counted by."""

    now: datetime
    cal: Calendar

    @property
    def today(self) -> date:
        """The day in Beijing."""
        return beijing_date(self.now)


Check = Callable[[Facts, Any, By, Moment], None]
Effect = Callable[[Facts, Any, By, Moment], tuple[Facts, tuple[Event, ...]]]


@dataclass(frozen=True)
class Fork:
    """A target that depends on what the act left: every state it can lead to, and the choice.

    `each` says it state by state where not all of them can be reached from everywhere.
    """

    targets: frozenset[State]
    choose: Callable[[Facts], State]
    each: Mapping[State, frozenset[State]] | None = None

    @classmethod
    def by_state(
        cls, each: Mapping[State, frozenset[State]], choose: Callable[[Facts], State]
    ) -> "Fork":
        """A fork of which the targets are told for each state it starts from."""
        return cls(frozenset().union(*each.values()), choose, each)


@dataclass(frozen=True)
class Step:
    """One row: in these states these roles may do this act, if the checks let it pass.

    `to` is where it leads; None keeps the state. `clause` cites the plan or the rulebook.
    """

    states: frozenset[State]
    act: type[Act]
    to: State | Fork | None
    who: frozenset[Role]
    clause: str
    title: str
    checks: tuple[Check, ...]
    effect: Effect

    def targets(self) -> frozenset[State]:
        """Every state this row can lead to."""
        if self.to is None:
            return self.states
        return self.to.targets if isinstance(self.to, Fork) else frozenset({self.to})

    def targets_from(self, state: State) -> frozenset[State]:
        """Every state this row can lead to from this one."""
        if self.to is None:
            return frozenset({state})
        if isinstance(self.to, Fork) and self.to.each is not None:
            return self.to.each[state]
        return self.targets()


def of_body(check: Check) -> Check:
    """Mark a check that reads what only the request's body says: `options` leaves it for then."""
    check.needs_body = True  # type: ignore[attr-defined]
    return check


def states_of(flow: Sequence[Step]) -> frozenset[State]:
    """Every state that some row starts from or leads to."""
    return frozenset().union(*(row.states | row.targets() for row in flow))
