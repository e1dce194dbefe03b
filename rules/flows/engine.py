"""How a table of steps is read: first the row, then who, then the checks, then the effect."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from rules.cases import Act, By, Facts, State
from rules.days import Calendar, end_of_day
from rules.events.base import Event
from rules.flows.added import ADDED
from rules.flows.direct import DIRECT
from rules.flows.flow import Flow
from rules.flows.household import HOUSEHOLD
from rules.flows.independent import INDEPENDENT
from rules.flows.pooled import POOLED
from rules.flows.table import Fork, Moment, Step
from rules.people import Role
from rules.refusals.asking import NotAllowed
from rules.refusals.cases import NotAllowedNow
from rules.words.word import choice

FLOWS: dict[str, Flow] = {
    flow.name: flow for flow in (POOLED, HOUSEHOLD, INDEPENDENT, ADDED, DIRECT)
}
"""Every flow by its name, in the order people read of them."""

ACT_TITLES: dict[str, str] = {
    row.act.__name__: row.title
    for flow in reversed(FLOWS.values())
    for row in flow.steps
    if row.who != {Role.SYSTEM}
}
"""What people do to cases; where two flows word it differently, the first one's words."""

if TYPE_CHECKING:
    FlowName = str
    AnyFlow = str
else:
    FlowName = choice({flow.name: flow.title for flow in FLOWS.values()})
    AnyFlow = choice({flow.name: flow.title for flow in FLOWS.values()}, empty=True)
"""What a request may name: a flow, or in a filter also every flow."""


def flow_of(name: str) -> Flow:
    """The flow of that name; the first where there is none, as for messages about no case."""
    return FLOWS.get(name, POOLED)


def state_title(flow: str, state: State) -> str:
    """The state as people of that flow read it."""
    return flow_of(flow).state_title(state)


def row_for(facts: Facts, act: type[Act], flow: Sequence[Step] | None = None) -> Step | None:
    """The step that the flow has for this act in the present state."""
    for row in flow if flow is not None else FLOWS[facts.flow].steps:
        if row.act is act and facts.state in row.states:
            return row
    return None


def step(
    facts: Facts, act: Act, by: By, now: datetime, cal: Calendar, flow: Sequence[Step] | None = None
) -> tuple[Facts, tuple[Event, ...]]:
    """The facts after the act and what happened, or a refusal and nothing.

    Raises NotAllowedNow where the state has no such step, NotAllowed where the roles do not
    fit, else the first failing check's refusal.
    """
    row = row_for(facts, type(act), flow)
    if row is None:
        raise NotAllowedNow(state=facts.state.value, act=type(act).__name__)
    if not (row.who & by.roles):
        raise NotAllowed()
    at = Moment(now=now, cal=cal)
    for check in row.checks:
        check(facts, act, by, at)
    changed, events = row.effect(facts, act, by, at)
    if row.to is None:
        # What leaves the case where it stands neither restarts a lapse nor costs its turn.
        return changed, events
    target = row.to.choose(changed) if isinstance(row.to, Fork) else row.to
    return msgspec.structs.replace(changed, state=target, changed_at=now), events


DUES = {
    "signing": "征集签名截止",
    "notice": "公示期届满",
    "vote": "表决截止",
    "correction": "补正截止",
    "payout": "拨付期限",
    "lapse": "长期未办理将失效",
}
"""What falls due of a case."""


@dataclass(frozen=True)
class Due:
    """A moment by which something happens or must be done, and the rule that sets it."""

    kind: str
    title: str
    at: datetime
    provisional: bool
    rule: str
    parameter: str


def deadlines(facts: Facts, cal: Calendar) -> list[Due]:
    """The deadlines now running on a case, soonest first."""
    due: list[Due] = []

    def add(kind: str, at: datetime | None, rule: str, parameter: str) -> None:
        if at is not None:
            due.append(Due(kind, DUES[kind], at, False, rule, parameter))

    if facts.state is State.SIGNING:
        add("signing", facts.signing_ends_at, "R5.1", "signing.days")
    if facts.state is State.NOTICED and facts.notice_ends_at:
        due.append(
            Due(
                "notice",
                DUES["notice"],
                facts.notice_ends_at,
                facts.notice_provisional,
                "R7.1",
                "notice.days",
            )
        )
    if facts.state is State.VOTING and facts.vote:
        add("vote", facts.vote.ends_at, "R8.3", "vote.days")
    if facts.correction_due_at and facts.due_at() == facts.correction_due_at:
        add("correction", facts.correction_due_at, "第6节", "correction.days")
    if facts.payout and facts.state in {State.REQUESTED, State.PREPARED}:
        due.append(_payout_due(facts))
    if facts.due_at() and not due:
        add("lapse", facts.due_at(), "第6节", "lapse.days")
    return sorted(due, key=lambda one: one.at)


def _payout_due(facts: Facts) -> Due:
    assert facts.payout is not None
    at = end_of_day(facts.payout.due_on)
    return Due(
        "payout", DUES["payout"], at, facts.payout.provisional, "R9.1", "payout.working_days"
    )
