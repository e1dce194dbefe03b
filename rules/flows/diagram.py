"""A flow as a picture and a list, made from its table.

`python -m rules.flows.diagram [flow]` prints the flow's page in docs/ (default: pooled), and
`python -m rules.flows.diagram all` the page that shows the straight way of each. The README has
the first of these pictures. They are Mermaid diagrams with Chinese titles; nothing in them is
drawn by hand.
"""

import sys
from collections.abc import Sequence

from rules.cases import CLOSED, OVER, State
from rules.flows.engine import FLOWS, state_title
from rules.flows.money import MOVES
from rules.flows.table import Step, states_of
from rules.people import ROLE_TITLES, Role

S = State

BEGIN = (S.SIGNING, S.FILED)
"""A case begins with the first signature, or filed at once by a body that needs none. R5.1."""

FIRST = next(iter(FLOWS))
"""The flow that is shown open and has the page without a name."""

HEAD = """\
# 流程：{title}

本页由流程表（`rules/flows/{flow}.py`）生成，请勿手工修改；重新生成：

    python -m rules.flows.diagram {flow} > {path}

依据：{clause}。图中略去办理后状态不变的事项，全部事项见下表。

各种方式：{links}
"""


def page_path(flow: str) -> str:
    """Where the flow's page is kept."""
    return "docs/flow.md" if flow == FIRST else f"docs/flow-{flow}.md"


def mermaid(name: str, flow: Sequence[Step] | None = None) -> str:
    """The flow as a Mermaid `stateDiagram-v2`: states by title, arrows by what is done.

    Every arrow can be gone in some case; acts that leave the state as it is are not drawn.
    """
    flow = FLOWS[name].steps if flow is None else flow
    here = states_of(flow)
    lines = ["stateDiagram-v2", "    direction TB"]
    lines += [f'    state "{state_title(name, one)}" as {one}' for one in State if one in here]
    lines += [f"    [*] --> {state}" for state in BEGIN if state in here]
    for (start, end), titles in arrows(flow).items():
        lines.append(f"    {start} --> {end} : {'、'.join(titles)}")
    lines += [f"    {state} --> [*]" for state in State if state in CLOSED & here]
    return "\n".join(lines) + "\n"


def arrows(flow: Sequence[Step]) -> dict[tuple[State, State], list[str]]:
    """From where to where what leads, in the order of the states and of the table."""
    found: dict[tuple[State, State], list[str]] = {}
    for start in State:
        for end in State:
            titles = [
                row.title
                for row in flow
                if start in row.states and end in row.targets_from(start) and start is not end
            ]
            if titles:
                found[start, end] = titles
    return found


def listing(name: str) -> str:
    """The rows of the flow as a Markdown table: what, where, by whom, whereto, by which rule."""
    lines = ["| 事项 | 办理时的状态 | 由谁办理 | 之后的状态 | 依据 |", "|---|---|---|---|---|"]
    for row in FLOWS[name].steps:
        before, after = _titles(name, row.states), _titles(name, row.targets())
        after = "不变" if row.to is None else after
        who = "、".join(ROLE_TITLES[role] for role in Role if role in row.who)
        lines.append(f"| {row.title} | {before} | {who} | {after} | {row.clause} |")
    return "\n".join(lines) + "\n"


def money_listing(name: str) -> str:
    """The flow's money table as Markdown; empty where nothing of the Centre's is spent."""
    flow = FLOWS[name]
    if not flow.money:
        return ""
    lines = [
        "## 资金",
        "",
        "由状态改变引起，表在 `rules/flows/money.py`；只动用本方式的资金（R3.3）。",
        "",
    ]
    lines += ["| 办理前的状态 | 之后的状态 | 资金 | 条件 | 依据 |", "|---|---|---|---|---|"]
    here = states_of(flow.steps)
    for row in flow.money:
        before, after = (_some(name, states, here) for states in (row.before, row.after))
        lines.append(f"| {before} | {after} | {MOVES[row.move]} | {row.condition} | {row.clause} |")
    return "\n" + "\n".join(lines) + "\n"


def _some(name: str, states: frozenset[State], here: frozenset[State]) -> str:
    """The states' titles; where most are meant, which are not."""
    left = here - states
    if len(left) < len(states & here):
        return f"任何状态，除：{_titles(name, left)}" if left else "任何状态"
    return _titles(name, states & here)


def _titles(name: str, states: frozenset[State]) -> str:
    return "；".join(state_title(name, state) for state in State if state in states)


def page(name: str = FIRST) -> str:
    """The whole of a flow's page in docs/."""
    title, clause = FLOWS[name].title, FLOWS[name].clause
    links = "、".join(
        f"[{other.title}]({page_path(other.name).removeprefix('docs/')})"
        for other in FLOWS.values()
        if other.name != name
    )
    head = HEAD.format(title=title, flow=name, path=page_path(name), clause=clause, links=links)
    return f"{head}\n```mermaid\n{mermaid(name)}```\n\n{listing(name)}{money_listing(name)}"


def main_line(name: str) -> str:
    """The way of a case that comes to its end, as a Mermaid flowchart: what leads on, and the
    pause. Left out are returns, ends that came to nothing, and short cuts: an act that leads to
    several stations one behind the other is drawn to the first."""
    drawn = _onward(FLOWS[name].steps)
    here = {state for pair in drawn for state in pair}
    lines = ["flowchart LR"]
    lines += [f'    {one}["{state_title(name, one)}"]' for one in State if one in here]
    for (start, end), titles in drawn.items():
        lines.append(f"    {start} -- {'、'.join(titles)} --> {end}")
    found = arrows(FLOWS[name].steps)
    if S.PAUSED in states_of(FLOWS[name].steps):
        lines.append(f'    paused["{state_title(name, S.PAUSED)}"]')
        for start, end in ((S.NOTICED, S.PAUSED), (S.PAUSED, S.NOTICED), (S.PAUSED, S.ACCEPTED)):
            lines.append(f"    {start} -. {found[start, end][0]} .-> {end}")
    return "\n".join(lines) + "\n"


def _onward(flow: Sequence[Step]) -> dict[tuple[State, State], list[str]]:
    order = list(State)
    found = {
        (start, end): titles
        for (start, end), titles in arrows(flow).items()
        if not {start, end} & (OVER | {S.RETURNED, S.PAUSED})
    }
    onward = {pair for pair in found if order.index(pair[0]) < order.index(pair[1])}
    leads = {start for start, _ in onward}
    # A station that leads nowhere else is drawn with its way back: a second round of a vote.
    onward |= {pair for pair in found if pair[0] not in leads | {S.INSURED}}
    drawn: dict[tuple[State, State], list[str]] = {}
    for start, end in found:
        if (start, end) not in onward:
            continue
        titles = [
            title
            for title in found[start, end]
            if not any(
                pair[0] is start
                and title in found[pair]
                and order.index(pair[1]) < order.index(end)
                and _reaches(onward, pair[1], end)
                for pair in onward
            )
        ]
        if titles:
            drawn[start, end] = titles
    return drawn


def _reaches(onward: set[tuple[State, State]], start: State, end: State) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        following = {after for before, after in onward if before is state} - seen
        seen |= following
        waiting += following
    return end in seen


ALL = "docs/flows.md"
"""Where the straight ways of all flows are kept."""

ALL_HEAD = """\
# 一个办件怎样走

五种方式各是一张表（`rules/flows/`），引擎只有一个：接口里的“我现在可以办什么、为什么不可以”、权限、期限和下面的图都由表得出。
图中只画办成的路，退回、撤回、驳回、失效见各页。规则逐条说明见 [rules.md](rules.md)。

本页由流程表生成，请勿手工修改；重新生成：

    python -m rules.flows.diagram all > docs/flows.md
"""


def everything() -> str:
    """The whole of `docs/flows.md`: the straight way of each flow, and where all of it is told."""
    parts = [ALL_HEAD]
    for name, flow in FLOWS.items():
        path = page_path(name).removeprefix("docs/")
        told = f"{flow.clause}；全部状态和事项见 [{path}]({path})"
        parts.append(f"## {flow.title}\n\n{told}\n\n```mermaid\n{main_line(name)}```\n")
    return "\n".join(parts)


def main() -> None:
    """Print the page asked for."""
    name = sys.argv[1] if len(sys.argv) > 1 else FIRST
    print(everything() if name == "all" else page(name), end="")


if __name__ == "__main__":
    main()
