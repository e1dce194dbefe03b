"""The emergency flag: somebody trapped, or an elevator unsafe. It jumps queues, never rules."""

from msgspec.structs import replace

from rules.cases import OVER, By, Facts, FlagUrgent, State, UnflagUrgent
from rules.events.votes import MarkedUrgent, UrgencyLifted
from rules.flows.actors import FLAGGERS
from rules.flows.effects import Outcome, happened
from rules.flows.table import Moment, Step, of_body
from rules.people import CASEWORKERS
from rules.refusals.cases import ReasonMissing
from rules.refusals.votes import AlreadyUrgent, EvidenceMissing, NotUrgent

OPEN = frozenset(State) - OVER - {State.INSURED, State.PAID}


def not_flagged(facts: Facts, act: object, by: By, at: Moment) -> None:
    """A flag is set once."""
    if facts.urgent:
        raise AlreadyUrgent()


def flagged(facts: Facts, act: object, by: By, at: Moment) -> None:
    """There must be a flag to take off."""
    if not facts.urgent:
        raise NotUrgent()


@of_body
def shows_it(facts: Facts, act: FlagUrgent, by: By, at: Moment) -> None:
    """An emergency is told in words and shown by a photo or report. Section 6."""
    if not act.why.strip():
        raise ReasonMissing("紧急办件须写明紧急情况")
    if act.evidence < 1:
        raise EvidenceMissing("紧急办件须上传现场照片或报告")


@of_body
def says_why_not(facts: Facts, act: UnflagUrgent, by: By, at: Moment) -> None:
    """Who is moved back in the queue reads why."""
    if not act.why.strip():
        raise ReasonMissing()


def flag(facts: Facts, act: FlagUrgent, by: By, at: Moment) -> Outcome:
    """The case is first in every queue from now on."""
    facts = replace(facts, urgent=True, emergency=act.kind)
    return facts, (happened(MarkedUrgent, facts, at, act.why, emergency=act.kind),)


def unflag(facts: Facts, act: UnflagUrgent, by: By, at: Moment) -> Outcome:
    """The case waits in its turn again."""
    facts = replace(facts, urgent=False, emergency="")
    return facts, (happened(UrgencyLifted, facts, at, act.why),)


def emergency_steps(states: frozenset[State]) -> tuple[Step, ...]:
    """The flag's rows, for the states a flow has while something is still to be done."""
    when = states & OPEN
    return (
        Step(
            when,
            FlagUrgent,
            None,
            FLAGGERS,
            "第6节",
            "标记为紧急",
            (not_flagged, shows_it),
            flag,
        ),
        Step(
            when,
            UnflagUrgent,
            None,
            CASEWORKERS,
            "第6节",
            "取消紧急标记",
            (flagged, says_why_not),
            unflag,
        ),
    )
