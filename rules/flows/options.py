"""What a case offers somebody and why not, judged with who they are. Section 6.

A button drawn from an option never meets a refusal that could be foreseen: the same checks that
`step` makes are made here with what is known before the request's body is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.cases import (
    AcceptLobby,
    Act,
    ApprovePayout,
    By,
    Condition,
    Facts,
    Object,
    ObjectionFact,
    OfObjection,
    PostLobby,
    RefuseLobby,
    Register,
    ShowHanging,
    Sign,
    Unsign,
)
from rules.cases.facts import Value
from rules.days import Calendar
from rules.flows.checks import conditions_met
from rules.flows.engine import FLOWS, row_for
from rules.flows.table import Moment, Step
from rules.people import Role
from rules.refusals.asking import NotFound
from rules.refusals.base import Refusal


class Me(Value, frozen=True):
    """What in a case concerns the asker besides `By`.

    `objections`: a person's own to the version in force, for the Centre those that wait for it.
    `others`: what another login or a paper of the same owner has filed to it.
    `conditions`: the four as judged now where the next act needs them, else None.
    `payee_id`: the account that the case's insurer has confirmed, for who may prepare a payout.
    """

    objections: tuple[ObjectionFact, ...] = ()
    others: tuple[ObjectionFact, ...] = ()
    conditions: tuple[Condition, ...] | None = None
    payee_id: str = ""


class Intent(Value, frozen=True):
    """As much of an act as is known before its body, under the names that the acts use."""

    owner_id: str = ""
    unit_id: str = ""
    objection: ObjectionFact | None = None
    others: tuple[ObjectionFact, ...] = ()
    arrived_at: datetime | None = None
    conditions: tuple[Condition, ...] = ()
    payee_id: str = ""


@dataclass(frozen=True)
class Option:
    """An act that the present state offers this person: allowed, or the refusal that stops it.

    `targets` are the objections or lobbies that it may be done to, where it is done to one.
    """

    act: str
    title: str
    clause: str
    refusal: Refusal | None
    targets: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether nothing known now stands against it."""
        return self.refusal is None


def options(
    facts: Facts, by: By, now: datetime, cal: Calendar, me: Me | None = None
) -> list[Option]:
    """What `by` may do next and why not.

    Checks of what only the body says are left for when it comes.
    """
    at, me = Moment(now=now, cal=cal), me or Me()
    return [_option(row, facts, by, at, me) for row in _rows(facts, by)]


def _rows(facts: Facts, by: By) -> list[Step]:
    """The rows of the present state that are for these roles and not the clock's."""
    return [
        row
        for row in FLOWS[facts.flow].steps
        if facts.state in row.states and row.who & by.roles and row.who != {Role.SYSTEM}
    ]


def acts_offered(facts: Facts, by: By) -> list[type[Act]]:
    """The acts that the present state has for these roles, allowed or not."""
    return [row.act for row in _rows(facts, by)]


def judges_conditions(facts: Facts, act: type[Act]) -> bool:
    """Whether that act is refused now unless the four conditions are met."""
    row = row_for(facts, act)
    return row is not None and conditions_met in row.checks


def premium_judged(act: type[Act], facts: Facts) -> int:
    """The premium, in fen, by which that act judges the conditions; 0 while none is known."""
    if act is ApprovePayout and facts.payout is not None:
        return facts.payout.amount_fen
    return facts.premium_fen if act in {Register, ApprovePayout} else 0


def _option(row: Step, facts: Facts, by: By, at: Moment, me: Me) -> Option:
    """Allowed if it may be done to anything that it can be done to; else the first reason."""
    refusals: list[Refusal] = []
    targets: list[str] = []
    tried = _intents(row.act, facts, by, at, me)
    for target, intent in tried:
        refusal = _first_refusal(row, facts, intent, by, at, me)
        if refusal is None:
            targets.append(target)
        else:
            refusals.append(refusal)
    first = refusals[0] if refusals else NotFound("没有可以办理的对象")
    return Option(
        row.act.__name__,
        row.title,
        row.clause,
        None if targets else first,
        tuple(target for target in targets if target),
    )


def _intents(
    act: type[Act], facts: Facts, by: By, at: Moment, me: Me
) -> Sequence[tuple[str, Intent]]:
    """The act as far as it is known, once for each thing that it can be done to."""
    if issubclass(act, OfObjection):
        return [(one.id, Intent(objection=one, others=_others(me, one))) for one in me.objections]
    if act in {PostLobby, AcceptLobby, ShowHanging, RefuseLobby}:
        return [(one.unit_id, Intent(unit_id=one.unit_id)) for one in facts.lobbies]
    if act is Object:
        own = (*me.objections, *me.others) if Role.OWNER in by.roles else ()
        others = tuple(one for one in own if one.owner_id == by.owner_id)
        return [("", Intent(arrived_at=at.now, others=others))]
    if act is Sign:
        return [("", Intent(owner_id=by.owner_id))]
    if act is Unsign:
        signed = (one.owner_id for one in facts.signers if one.person_id == by.id)
        return [("", Intent(owner_id=next(signed, "")))]
    return [("", Intent(conditions=me.conditions or (), payee_id=me.payee_id))]


def _others(me: Me, but: ObjectionFact) -> tuple[ObjectionFact, ...]:
    known = (*me.objections, *me.others)
    return tuple(one for one in known if one.owner_id == but.owner_id and one != but)


def _first_refusal(
    row: Step, facts: Facts, intent: Intent, by: By, at: Moment, me: Me
) -> Refusal | None:
    for check in row.checks:
        if getattr(check, "needs_body", False) or (
            check is conditions_met and me.conditions is None
        ):
            continue
        try:
            check(facts, intent, by, at)
        except Refusal as refusal:
            return refusal
    return None
