"""A flow as a picture and a list, made from its table: `python -m rules.flows.diagram`.

The picture is a Mermaid state diagram with Chinese titles; nothing in it is drawn by hand.
"""

from collections.abc import Sequence

from rules.cases import CLOSED, STATE_TITLES, State
from rules.flows.pooled import POOLED
from rules.flows.table import Step
from rules.people import Role

BEGIN = (State.SIGNING, State.FILED)
"""A case begins with the first signature, or filed at once by a committee or manager. R5.1."""

ROLE_TITLES: dict[Role, str] = {
    Role.PUBLIC: "公众",
    Role.PERSON: "微信用户",
    Role.OWNER: "业主",
    Role.COMMITTEE: "业主委员会",
    Role.MANAGER: "物业服务企业",
    Role.INSURER: "保险机构",
    Role.INDEPENDENT: "独立产权人",
    Role.CLERK: "中心经办人",
    Role.REVIEWER: "中心复核人",
    Role.FINANCE: "中心资金管理",
    Role.AUDITOR: "审计监督",
    Role.ADMINISTRATOR: "系统管理员",
    Role.STREET: "街道社区",
    Role.BUREAU: "市场监管局",
    Role.SYSTEM: "系统（到期自动）",
}

HEAD = """\
# 统筹账户流程

本页由流程表（`rules/flows/pooled.py`）生成，请勿手工修改；重新生成：

    python -m rules.flows.diagram > docs/flow.md

依据：附件《操作流程》二(一)。图中略去办理后状态不变的事项，全部事项见下表。
"""


def mermaid(flow: Sequence[Step]) -> str:
    """The flow as a Mermaid `stateDiagram-v2`: states by title, arrows by what is done.

    Every arrow can be gone in some case; acts that leave the state as it is are not drawn.
    """
    lines = ["stateDiagram-v2", "    direction TB"]
    lines += [f'    state "{STATE_TITLES[state]}" as {state}' for state in State]
    lines += [f"    [*] --> {state}" for state in BEGIN]
    for (start, end), titles in arrows(flow).items():
        lines.append(f"    {start} --> {end} : {'、'.join(titles)}")
    lines += [f"    {state} --> [*]" for state in State if state in CLOSED]
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


def listing(flow: Sequence[Step]) -> str:
    """The rows of the flow as a Markdown table: what, where, by whom, whereto, by which rule."""
    lines = ["| 事项 | 办理时的状态 | 由谁办理 | 之后的状态 | 依据 |", "|---|---|---|---|---|"]
    for row in flow:
        after = "不变" if row.to is None else _titles(row.targets())
        who = "、".join(ROLE_TITLES[role] for role in Role if role in row.who)
        lines.append(f"| {row.title} | {_titles(row.states)} | {who} | {after} | {row.clause} |")
    return "\n".join(lines) + "\n"


def _titles(states: frozenset[State]) -> str:
    return "；".join(STATE_TITLES[state] for state in State if state in states)


def page(flow: Sequence[Step] = POOLED) -> str:
    """The whole of `docs/flow.md`."""
    return f"{HEAD}\n```mermaid\n{mermaid(flow)}```\n\n{listing(flow)}"


def main() -> None:
    """Print the page."""
    print(page(), end="")


if __name__ == "__main__":
    main()
