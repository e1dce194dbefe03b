"""Every check of the flow stands for itself: each is met by a case that no other check refuses.

`probes.PROBES` has such a case for every check of every row. A check without one fails here, and
so does a check taken out of the table or put into it.
"""

from dataclasses import replace

import pytest
from msgspec.structs import replace as but

from rules.cases import Accept, State
from rules.flows import Step
from rules.flows.checks import FOUR_CONDITIONS
from rules.flows.pooled import POOLED
from rules.refusals import (
    ConditionsUnmet,
    NotApplicant,
    Refusal,
)
from tests.rules.flows.play import (
    CLERK,
    CONTRACT,
    MET,
    reach,
)
from tests.rules.flows.probes import OTHER_OWNER, PROBES


def named(row: Step) -> list[tuple[str, str]]:
    return [(row.act.__name__, check.__name__) for check in row.checks]


CHECKS = [key for row in POOLED for key in named(row)]


def without(act: str, check: str) -> tuple[Step, ...]:
    """The flow with this one check taken out of this one row."""
    return tuple(
        replace(row, checks=tuple(one for one in row.checks if one.__name__ != check))
        if row.act.__name__ == act
        else row
        for row in POOLED
    )


def test_every_check_has_a_probe_and_every_probe_a_check():
    assert sorted(set(CHECKS)) == sorted({probe.key for probe in PROBES})
    assert len(CHECKS) == len(set(CHECKS))


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: "-".join(probe.key))
def test_each_probe_is_refused_for_its_own_reason(probe):
    with pytest.raises(Refusal) as refused:
        probe.take(POOLED)
    assert refused.type is probe.refusal


@pytest.mark.parametrize(("act", "check"), CHECKS, ids=lambda part: part)
def test_taking_out_one_check_lets_its_probe_pass(act, check):
    """So this file fails when any single check is deleted from the flow's table."""
    probes = [probe for probe in PROBES if probe.key == (act, check)]
    assert probes
    for probe in probes:
        probe.take(without(act, check))


def test_a_refusal_changes_nothing():
    play = reach(State.REGISTERED)
    before = play.facts
    with pytest.raises(NotApplicant):
        play.do(CONTRACT, OTHER_OWNER)
    assert play.facts is before


def test_the_failed_conditions_are_named():
    """R5: pass or fail with the reason, never just no."""
    failed = tuple(but(one, passed=False) for one in MET[1:3]) + MET[:1] + MET[3:]
    with pytest.raises(ConditionsUnmet) as refused:
        reach(State.FILED).do(Accept(conditions=failed), CLERK)
    assert [one["rule"] for one in refused.value.facts["conditions"]] == ["R5.2", "R5.3"]
    assert "条件R5.2：因为" in refused.value.detail
    assert {one.rule for one in MET} == FOUR_CONDITIONS
