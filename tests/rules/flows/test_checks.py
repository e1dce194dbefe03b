"""Every check of the flows stands for itself: each is met by a case that no other check refuses.

`probes` has such a case for every check of every row. A check without one fails here, and so does
a check taken out of a table or put into it.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from msgspec.structs import replace as but

from rules.cases import Accept, State
from rules.flows import FLOWS, FlowName, Step, row_for
from rules.flows.checks import FOUR_CONDITIONS
from rules.refusals.asking import NotApplicant
from rules.refusals.base import Refusal
from rules.refusals.cases import ConditionsUnmet
from tests.rules.flows.play import CLERK, CONTRACT, MET, reach
from tests.rules.flows.probe import OTHER, Probe
from tests.rules.flows.probes import COMMON
from tests.rules.flows.probes_asking import ASKING, COLLECTING, FLAGGING, RECORDING
from tests.rules.flows.probes_objecting import OBJECTING
from tests.rules.flows.ways import WAYS

PROBES = (*COMMON, *OBJECTING, *ASKING, *COLLECTING, *RECORDING, *FLAGGING)
Tried = tuple[FlowName, Probe]


def row_of(flow: FlowName, probe: Probe) -> Step | None:
    """The row this probe is tried at, where that flow has one with this check."""
    if flow not in probe.flows or not any(row.act is type(probe.act) for row in FLOWS[flow].steps):
        return None
    try:
        facts = probe.setting(flow).facts
    except (ValueError, Refusal):
        return None  # the flow has no such state, or nothing that leads there
    row = row_for(facts, type(probe.act))
    return row if row and probe.check in {check.__name__ for check in row.checks} else None


TRIED: list[Tried] = [(flow, one) for flow in WAYS for one in PROBES if row_of(flow, one)]
CHECKS: list[tuple[FlowName, int, str]] = [
    (flow, nth, check.__name__)
    for flow in WAYS
    for nth, row in enumerate(FLOWS[flow].steps)
    for check in row.checks
]


def without(flow: Sequence[Step], nth: int, check: str) -> tuple[Step, ...]:
    """The flow with this one check taken out of this one row."""
    row = flow[nth]
    left = tuple(one for one in row.checks if one.__name__ != check)
    return (*flow[:nth], replace(row, checks=left), *flow[nth + 1 :])


def spelt(part: object) -> str:
    if isinstance(part, Probe):
        return f"{type(part.act).__name__}-{part.check}"
    return str(part)


def test_every_probe_is_tried_somewhere():
    assert {id(probe) for _, probe in TRIED} == {id(probe) for probe in PROBES}


@pytest.mark.parametrize(("flow", "probe"), TRIED, ids=spelt)
def test_each_probe_is_refused_for_its_own_reason(flow, probe):
    with pytest.raises(Refusal) as refused:
        probe.take(flow, FLOWS[flow].steps)
    assert refused.type is probe.refusal


@pytest.mark.parametrize(("flow", "nth", "check"), CHECKS, ids=spelt)
def test_taking_out_one_check_lets_its_probe_pass(flow, nth, check):
    """So this file fails when any single check is deleted from a row of a table."""
    table = FLOWS[flow].steps
    probes = [
        one
        for where, one in TRIED
        if where == flow and one.check == check and row_of(flow, one) is table[nth]
    ]
    assert probes, f"no probe of {table[nth].act.__name__} in {flow}"
    for probe in probes:
        probe.take(flow, without(table, nth, check))


def test_a_check_is_in_a_row_once():
    assert len(CHECKS) == len(set(CHECKS))


def test_a_refusal_changes_nothing():
    play = reach(State.REGISTERED)
    before = play.facts
    with pytest.raises(NotApplicant):
        play.do(CONTRACT, OTHER)
    assert play.facts is before


def test_the_failed_conditions_are_named():
    """R5: pass or fail with the reason, never just no."""
    failed = tuple(but(one, passed=False) for one in MET[1:3]) + MET[:1] + MET[3:]
    with pytest.raises(ConditionsUnmet) as refused:
        reach(State.FILED).do(Accept(conditions=failed), CLERK)
    assert [one["rule"] for one in refused.value.facts["conditions"]] == ["R5.2", "R5.3"]
    assert "条件R5.2：因为" in refused.value.detail
    assert {one.rule for one in MET} == FOUR_CONDITIONS
