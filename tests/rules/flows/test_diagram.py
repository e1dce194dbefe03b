"""The pictures of the flows say what the tables say, and the pages in docs/ are those pictures."""

import subprocess
import sys
from pathlib import Path

import pytest

from rules.cases import OVER, State
from rules.flows import FLOWS, state_title
from rules.flows.diagram import (
    ALL,
    FIRST,
    ROLE_TITLES,
    arrows,
    everything,
    main_line,
    mermaid,
    page,
    page_path,
)
from rules.flows.pooled import POOLED
from rules.flows.table import states_of
from rules.people import Role
from tests.rules.flows.ways import FLOW_NAMES, WAYS

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("flow", FLOW_NAMES)
def test_the_pages_are_up_to_date(flow):
    """`python -m rules.flows.diagram FLOW > docs/flow-FLOW.md` mends it (pooled: docs/flow.md)."""
    assert (ROOT / page_path(flow)).read_text(encoding="utf-8") == page(flow)


def test_no_other_page_is_left():
    found = {f"docs/{path.name}" for path in (ROOT / "docs").glob("flow*.md")}
    assert found == {ALL} | {page_path(flow) for flow in FLOWS}


def test_the_page_of_all_flows_is_up_to_date():
    """`python -m rules.flows.diagram all > docs/flows.md` mends it."""
    assert (ROOT / ALL).read_text(encoding="utf-8") == everything()


def test_the_readme_shows_the_first_flow():
    """Its picture is copied from docs/flows.md."""
    picture = f"```mermaid\n{main_line(FIRST)}```\n"
    assert picture in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [((), page()), (("household",), page("household")), (("all",), everything())],
)
def test_the_command_prints_the_page(asked, told):
    command = [sys.executable, "-m", "rules.flows.diagram", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env={})
    assert done.stdout.decode() == told


@pytest.mark.parametrize("flow", FLOW_NAMES)
def test_every_state_and_every_act_is_told(flow):
    text, here = page(flow), states_of(FLOWS[flow].steps)
    for state in State:
        told = f'state "{state_title(flow, state)}" as {state}\n' in text
        assert told == (state in here)
    for row in FLOWS[flow].steps:
        assert f"| {row.title} |" in text and row.clause in text
    assert set(ROLE_TITLES) == set(Role)


def test_arrows_go_where_the_rows_lead():
    found = arrows(POOLED.steps)
    assert found[State.NOTICED, State.PAUSED] == [
        "提出书面反对意见",
        "申请复核反对意见",
        "人工暂停",
    ]
    assert found[State.NOTICED, State.CLEARED] == ["公示期满"]
    assert found[State.PREPARED, State.PAID] == ["拨付复核"]
    assert (State.POSTING, State.CLEARED) not in found
    assert (State.INSURED, State.PAUSED) not in found
    assert all(start is not end for start, end in found)


@pytest.mark.parametrize("flow", FLOW_NAMES)
def test_the_main_line_is_the_straight_way(flow):
    """Every station of the way is joined to the next, by what the table calls it."""
    drawn, found = main_line(flow), arrows(FLOWS[flow].steps)
    for start, end in zip(WAYS[flow], WAYS[flow][1:], strict=False):
        assert f"    {start} -- {'、'.join(found[start, end])} --> {end}\n" in drawn
    for state in OVER:
        assert f" {state}" not in drawn
    assert ("paused" in drawn) == (State.PAUSED in states_of(FLOWS[flow].steps))


def test_a_short_cut_is_not_drawn():
    """公示期满 leads on from where a case was paused: the next station stands for all."""
    assert "noticed -- 公示期满 --> cleared" in main_line("pooled")
    assert "公示期满 --> registered" not in main_line("pooled")
    assert "not_carried -- 组织业主表决 --> voting" in main_line("household")


def test_another_table_is_another_picture():
    assert mermaid("pooled", POOLED.steps[1:]) != mermaid("pooled")
    assert mermaid("pooled", POOLED.steps) == mermaid("pooled")
