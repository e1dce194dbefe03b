"""Nobody at the Centre ends a pause alone: every row that leads out of one. R7.6, R1.2."""

import pytest
from msgspec.structs import replace

from rules.cases import (
    Act,
    DismissObjection,
    DropPaper,
    ReleaseByHand,
    SettleObjection,
    SettleOnPaper,
    State,
    Uphold,
    WithdrawCase,
    WithdrawObjection,
    WithdrawOnPaper,
)
from rules.flows import FLOWS, step
from rules.people import CASEWORKERS, Role
from rules.refusals.asking import SamePerson
from tests.rules.flows.play import CAL, CLERK, CLERK_2, REVIEWER, about, by, held, reach
from tests.rules.flows.ways import NOTICED_FLOWS

CONCERNED = {WithdrawObjection, SettleObjection, WithdrawCase}
"""By whoever objected, or whoever applied and gives the case up."""

ALONE = {
    "the second is who objected": Uphold(objection=about("o1"), then="end", why="成立"),
    "the second is the handler": DismissObjection(objection=about("o1"), why="不成立"),
    "the second entered it": DropPaper(
        objection=about("o1", channel="paper", state="draft", entered_by=CLERK_2.id), why="误录"
    ),
    "the second entered the letter": WithdrawOnPaper(
        objection=about("o1", channel="paper"), entered_by=CLERK_2.id
    ),
    "the second entered the record": SettleOnPaper(objection=about("o1"), entered_by=CLERK_2.id),
    "the second held it": ReleaseByHand(why="查清"),
}
"""By the Centre: what it takes two for, or the objector's own side."""

ENTERED = {DropPaper, WithdrawOnPaper, SettleOnPaper}
EVERYTHING = frozenset({Role.CLERK, Role.REVIEWER, Role.FINANCE, Role.ADMINISTRATOR})


def leads_out() -> set[type[Act]]:
    """The acts by which a paused case may be somewhere else afterwards."""
    return {
        row.act
        for flow in FLOWS.values()
        for row in flow.steps
        if State.PAUSED in row.states and row.targets_from(State.PAUSED) - {State.PAUSED}
    }


def test_the_table_names_every_act_that_ends_a_pause():
    assert leads_out() == CONCERNED | {type(act) for act in ALONE.values()}


@pytest.mark.parametrize("flow", NOTICED_FLOWS)
@pytest.mark.parametrize("act", ALONE.values(), ids=ALONE)
def test_the_handler_ends_nothing_whatever_roles_are_held(flow, act):
    play = _paused(flow, act)
    assert play.facts.handler_id == CLERK.id
    with pytest.raises(SamePerson):
        step(play.facts, act, by(*EVERYTHING, id=CLERK.id), play.now, CAL)


@pytest.mark.parametrize("act", ALONE.values(), ids=ALONE)
def test_nor_does_who_made_the_first_step(act):
    play = _paused("pooled", act)
    first = CLERK_2 if type(act) in ENTERED else None
    if isinstance(act, ReleaseByHand):
        play.facts, first = replace(play.facts, held_by=REVIEWER.id), REVIEWER
    if first is None:
        return
    with pytest.raises(SamePerson):
        step(play.facts, act, by(*EVERYTHING, id=first.id), play.now, CAL)
    second = by(*CASEWORKERS, id="second")
    assert step(play.facts, act, second, play.now, CAL)[0].state is State.NOTICED


def _paused(flow, act):
    if isinstance(act, ReleaseByHand):
        return held(reach(State.NOTICED, flow=flow))
    return reach(State.PAUSED, flow=flow)
