"""Our subscribe-message templates, as data: what WeChat must approve and what we may fill. R13.2.

The ids differ per mini-program and come from the settings, under `Template.name`. A field's key
begins with WeChat's type for it, which limits its text (`notify.wechat.fit` knows the limits).
"""

from dataclasses import dataclass

from rules.words.word import known_as


@dataclass(frozen=True)
class Field:
    """One line of a message: WeChat's key and the label people see before the text."""

    key: str
    label: str


@dataclass(frozen=True)
class Template:
    """One approved template. `long_term`: one consent serves many messages (政务民生)."""

    name: str
    title: str
    fields: tuple[Field, ...]
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
    long_term=False,
)

TEMPLATES: tuple[Template, ...] = (PROGRESS, NOTICE, TASK)

known_as("template", lambda: {one.name: one.title for one in TEMPLATES})
