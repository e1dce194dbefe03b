"""Our subscribe-message templates, as data: what WeChat must approve and what we may fill. R13.2.

The ids differ per mini-program and come from the settings, under `Template.name`; so do the keys
of the fields where WeChat numbered them otherwise when the template was chosen. A key begins with
WeChat's type for it, which limits its text (`notify.wechat.fit` knows the limits).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rules.scenes import Scene
from rules.words.word import known_as

KEY = re.compile(r"([a-z_]+?)[0-9]+")
HOLDS = {"thing": {"thing"}, "phrase": {"phrase", "thing"}, "time": {"time", "date"}}
"""Of WeChat's types those that hold what is said in one of ours."""


@dataclass(frozen=True)
class Field:
    """One line of a message: WeChat's key and the label people see before the text."""

    key: str
    label: str


@dataclass(frozen=True)
class Template:
    """One approved template, asked for in its `scenes`. `long_term`: one consent serves many
    messages (政务民生)."""

    name: str
    title: str
    fields: tuple[Field, ...]
    scenes: tuple[Scene, ...]
    long_term: bool = True


PROGRESS = Template(
    name="progress",
    title="业务办理进度提醒",
    fields=(
        Field("thing1", "办理事项"),
        Field("phrase2", "办理进度"),
        Field("time3", "时间"),
        Field("thing4", "备注"),
    ),
    scenes=("bind", "apply", "sign", "object", "claim", "appoint"),
)

NOTICE = Template(
    name="notice",
    title="公示通知",
    fields=(
        Field("thing1", "公示事项"),
        Field("thing2", "公示范围"),
        Field("time3", "截止时间"),
        Field("thing4", "备注"),
    ),
    scenes=("bind", "apply", "sign"),
)

TASK = Template(
    name="task",
    title="待办提醒",
    fields=(
        Field("thing1", "待办事项"),
        Field("thing2", "所在小区"),
        Field("time3", "截止时间"),
        Field("thing4", "备注"),
    ),
    scenes=("apply", "sign", "vote", "post"),
    long_term=False,
)

TEMPLATES: tuple[Template, ...] = (PROGRESS, NOTICE, TASK)

known_as("template", lambda: {one.name: one.title for one in TEMPLATES})


@dataclass(frozen=True)
class Approved:
    """A template as this mini-program has it: WeChat's id, and its keys for those of our fields
    that it calls otherwise."""

    id: str
    keys: Mapping[str, str] = field(default_factory=dict)

    def key(self, ours: str) -> str:
        """WeChat's key for a field of ours."""
        return self.keys.get(ours, ours)


def faults_of(template: Template, keys: Mapping[str, str]) -> list[str]:
    """What is wrong with these keys for the template's fields, in Chinese; nothing when right."""
    ours = {one.key: one.label for one in template.fields}
    faults = [f"没有 {key} 这一项，应为 {'、'.join(ours)}" for key in keys if key not in ours]
    for key in ours:
        theirs, kind = keys.get(key, key), re.sub(r"\d+$", "", key)
        found = KEY.fullmatch(theirs)
        if found is None or found[1] not in HOLDS[kind]:
            kinds = "、".join(f"{one}N" for one in sorted(HOLDS[kind]))
            faults.append(f"{key}（{ours[key]}）不能对应 {theirs}，应为 {kinds}")
    given = [keys.get(key, key) for key in ours]
    faults += [f"{key} 对应了两项" for key in sorted(set(given)) if given.count(key) > 1]
    return faults
