"""The picture of the flow says what the table says, and the page in docs/ is that picture."""

import subprocess
import sys
from pathlib import Path

from rules.cases import STATE_TITLES, State
from rules.flows.diagram import ROLE_TITLES, arrows, mermaid, page
from rules.flows.pooled import POOLED
from rules.people import Role

ROOT = Path(__file__).parents[3]


def test_the_page_is_up_to_date():
    """`python -m rules.flows.diagram > docs/flow.md` mends it."""
    assert (ROOT / "docs" / "flow.md").read_text(encoding="utf-8") == page()


def test_the_command_prints_the_page():
    command = [sys.executable, "-m", "rules.flows.diagram"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env={})
    assert done.stdout.decode() == page()


def test_every_state_and_every_act_is_told():
    text = page()
    for state in State:
        assert f'state "{STATE_TITLES[state]}" as {state}' in text
    for row in POOLED:
        assert f"| {row.title} |" in text and row.clause in text
    assert set(ROLE_TITLES) == set(Role)


def test_arrows_go_where_the_rows_lead():
    found = arrows(POOLED)
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


def test_another_table_is_another_picture():
    assert mermaid(POOLED[1:]) != mermaid(POOLED)
    assert mermaid(POOLED) == mermaid(POOLED)
