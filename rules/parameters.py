"""Where the plan is silent: named parameters with defaults, frozen onto a case. Section 14.

A value is changed by making other `Parameters`, never in the code that uses it. `PARAMETERS` says
of each what it is called, which rule it belongs to and what it may be; it is printed on notices.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta

from rules.days import Resume, Roll
from rules.refusals.cases import ParameterWrong
from rules.words.word import TITLES_KEY

Value = int | str


class Threshold(NamedTuple):
    """A part of a whole to be reached (以上 includes the number) or to be exceeded. R8.1."""

    numerator: int
    denominator: int
    exceed: bool = False

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """From "2/3", ">=3/4" (at least) or ">1/2" (more than). ValueError for anything else."""
        match = _THRESHOLD.fullmatch(text)
        if match is None or not cls.readable(text):
            raise ValueError("比例应如2/3、>=3/4或>1/2")
        return cls(int(match[2]), int(match[3]), match[1] == ">")

    @classmethod
    def readable(cls, text: str) -> bool:
        """True when `parse` accepts the text."""
        match = _THRESHOLD.fullmatch(text)
        return match is not None and int(match[2]) <= int(match[3])

    def met(self, part: int, whole: int) -> bool:
        """Compared exactly, by cross-multiplication; nothing of nothing meets no threshold. R8.1"""
        if whole <= 0:
            return False
        reached, needed = part * self.denominator, whole * self.numerator
        return reached > needed if self.exceed else reached >= needed


_THRESHOLD = re.compile(r"(>=|>)?([1-9]\d{0,3})/([1-9]\d{0,3})", re.ASCII)


@dataclass(frozen=True)
class Parameter:
    """One parameter: `name` dotted as on the notice, `label` Chinese, `rule` its rule's id.

    What it may be: one of `choices` (value and Chinese word), or a whole number from `least` to
    `most` counted in `unit`, or, with neither, a threshold. `filed`: only the filed rules of a
    community may say something else than the default.
    """

    name: str
    label: str
    rule: str
    unit: str = ""
    least: int = 1
    most: int = 0
    choices: tuple[tuple[Value, str], ...] = ()
    filed: bool = False

    @property
    def field(self) -> str:
        """The name of the attribute of `Parameters` that holds it."""
        return self.name.replace(".", "_")

    def check(self, value: object) -> None:
        """ValueError (Chinese) when the parameter cannot have this value."""
        if self.choices:
            if isinstance(value, bool) or value not in dict(self.choices):
                allowed = "、".join(str(choice) for choice, _ in self.choices)
                raise ValueError(f"{self.name}应为下列之一：{allowed}")
        elif self.most:
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole or not self.least <= value <= self.most:  # type: ignore[operator]
                raise ValueError(f"{self.name}应为{self.least}至{self.most}之间的整数")
        elif not (isinstance(value, str) and Threshold.readable(value)):
            raise ValueError(f"{self.name}应为比例，如2/3、>=3/4或>1/2")

    def show(self, value: Value) -> str:
        """The value as people read it: "7天", "剩余天数", "2/3"."""
        return dict(self.choices).get(value) or f"{value}{self.unit}"


def _days(name: str, label: str, rule: str, unit: str = "天") -> Parameter:
    return Parameter(name, label, rule, unit, most=366)


def _one_of(name: str, label: str, rule: str, *, filed: bool = False, **words: str) -> Parameter:
    return Parameter(name, label, rule, choices=tuple(words.items()), filed=filed)


PARAMETERS: tuple[Parameter, ...] = (
    _days("notice.days", "公示天数（自然日）", "R7.1"),
    _one_of(
        "notice.roll",
        "公示末日顺延",
        "R7.1",
        weekends_and_holidays="遇周末和法定节假日顺延",
        holidays="仅遇法定节假日顺延",
        none="不顺延",
    ),
    _one_of(
        "notice.resume",
        "暂缓后恢复公示",
        "R7.7",
        remaining="继续公示剩余天数",
        restart="重新公示",
    ),
    Parameter("objection.refile_max", "撤回后可再次提出反对意见的次数", "R7.10", "次", 0, 10),
    _days("objection.decision_working_days", "反对意见答复期限", "R7.6", "个工作日"),
    Parameter("signers.min", "申请业主最少人数", "R5.1", "人", 1, 100),
    _days("signing.days", "征集签名期限", "R5.1"),
    _days("correction.days", "补正期限", "第6节"),
    _days("lapse.days", "长期未办理失效期限", "第6节"),
    _days("payout.working_days", "拨付期限", "R9.1", "个工作日"),
    Parameter("policy.years", "保险期间", "R10.3", choices=((1, "1年"), (3, "3年"))),
    _one_of("vote.fund_flow", "分户账方式业主表决", "第6节", required="需要", waived="不需要"),
    _days("vote.days", "表决天数", "R8.3"),
    Parameter("vote.participation", "参与表决比例", "R8.1"),
    Parameter("vote.use", "使用维修资金同意比例", "R8.1"),
    Parameter("vote.raise", "筹集维修资金同意比例", "R8.1"),
    _one_of(
        "vote.silence",
        "未表态业主",
        "R8.2",
        filed=True,
        not_counted="不计入",
        follows_majority="按备案的议事规则随多数",
    ),
    _one_of(
        "vote.split_owner",
        "同一业主多户意见不一",
        "R8.4",
        neutral_head="人数计参与、不计任何一方",
        no_head="人数不计",
    ),
    _one_of(
        "vote.paper_conflict",
        "纸质与线上表决不一致",
        "R8.3",
        first_valid="以先到的有效票为准",
        paper="以纸质票为准",
    ),
    Parameter("vote.rounds_max", "同一方案最多表决轮次", "R8.1", "轮", 1, 5),
    Parameter("vote.reminders", "表决期间提醒未表决业主的次数", "R8.3", "次", 0, 5),
    Parameter("vote.paper_days", "表决结束后录入按时收到的纸质选票的天数", "R8.3", "天", 1, 10),
    Parameter("binding.wait_hours", "更换微信生效前的异议期", "R2.5", "小时", 1, 720),
    Parameter("identity.paper_days", "绑定材料在申请办结后保存的天数", "R12.7", "天", 30, 3650),
    Parameter("proxy.max_homes", "每名受托人最多代理户数", "R2.6", "户", 1, 100),
    _one_of("income.attribution", "增值收益归集方式", "R4.6", balance_days="按余额积数"),
    _one_of("income.negative", "增值收益为负时", "R4.3", zero="按零计入", negative="如实计入"),
    Parameter("fund.topup", "续筹线（占首期交存额）", "第6节", "%", 1, 100),
    _days("maintenance.days", "维保间隔上限", "R5.3"),
    _one_of(
        "maintenance.gaps",
        "近一年维保超期",
        "R5.3",
        shown="提示不拒绝",
        refused="不予受理",
    ),
    Parameter("independent.years", "独立产权人一次交存年数", "第6节", "年", 1, 10),
    Parameter("account.wait_hours", "账号启用或变更后可作复核的等待时间", "R1.1", "小时", 0, 240),
    Parameter("session.idle_minutes", "工作人员登录不操作即失效的时间", "R12.8", "分钟", 5, 720),
    Parameter("session.fresh_minutes", "输入动态口令后可办要紧事项的时间", "R12.8", "分钟", 1, 60),
    Parameter("publish.min_group", "公开统计的最少业主数", "R12.2", "人", 1, 1000),
)


def _schema(one: Parameter) -> dict[str, Any]:
    words = {"title": one.label, "description": f"依据{one.rule}"}
    if one.choices:
        titles = {str(value): title for value, title in one.choices}
        return words | {"enum": [value for value, _ in one.choices], TITLES_KEY: titles}
    return words | {"type": "integer" if one.most else "string"}


Pinned = Annotated[
    dict[str, Any],
    Meta(extra_json_schema={"properties": {one.name: _schema(one) for one in PARAMETERS}}),
]
"""The parameters that a case was accepted under, by their dotted names."""

BY_NAME: Mapping[str, Parameter] = MappingProxyType({one.name: one for one in PARAMETERS})


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """One version of all parameters. ValueError (Chinese) for a value one of them cannot have."""

    notice_days: int = 7
    notice_roll: Roll = "weekends_and_holidays"
    notice_resume: Resume = "remaining"
    objection_refile_max: int = 1
    objection_decision_working_days: int = 5
    signers_min: int = 3
    signing_days: int = 30
    correction_days: int = 15
    lapse_days: int = 90
    payout_working_days: int = 7
    policy_years: Literal[1, 3] = 1
    vote_fund_flow: Literal["required", "waived"] = "required"
    vote_days: int = 15
    vote_participation: str = "2/3"
    vote_use: str = ">1/2"
    vote_raise: str = ">=3/4"
    vote_silence: Literal["not_counted", "follows_majority"] = "not_counted"
    vote_split_owner: Literal["neutral_head", "no_head"] = "neutral_head"
    vote_paper_conflict: Literal["first_valid", "paper"] = "first_valid"
    vote_rounds_max: int = 2
    vote_reminders: int = 2
    vote_paper_days: int = 2
    binding_wait_hours: int = 24
    identity_paper_days: int = 365
    proxy_max_homes: int = 3
    income_attribution: Literal["balance_days"] = "balance_days"
    income_negative: Literal["zero", "negative"] = "zero"
    fund_topup: int = 30
    maintenance_days: int = 15
    maintenance_gaps: Literal["shown", "refused"] = "shown"
    independent_years: int = 3
    account_wait_hours: int = 24
    session_idle_minutes: int = 30
    session_fresh_minutes: int = 10
    publish_min_group: int = 5

    def __post_init__(self) -> None:
        for parameter in PARAMETERS:
            parameter.check(getattr(self, parameter.field))

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> "Parameters":
        """From dotted names; what is not named has its default, an unknown name is a ValueError."""
        unknown = [name for name in values if name not in BY_NAME]
        if unknown:
            raise ValueError(f"没有这样的参数：{'、'.join(sorted(unknown))}")
        return cls(**{BY_NAME[name].field: value for name, value in values.items()})

    def to_mapping(self) -> dict[str, Value]:
        """Every parameter by its dotted name, in the order of `PARAMETERS`."""
        return {one.name: getattr(self, one.field) for one in PARAMETERS}

    def changes(self) -> dict[str, tuple[Value, Value]]:
        """What differs from the defaults: dotted name -> (default, value)."""
        before, after = DEFAULT.to_mapping(), self.to_mapping()
        return {name: (before[name], after[name]) for name in after if before[name] != after[name]}


DEFAULT = Parameters()


def revised(before: Parameters, changes: Mapping[str, Value], *, filed: bool) -> Parameters:
    """The parameters with these values by dotted names; `filed`: a community's filed rules.

    R8.2, section 14. ParameterWrong for a name or a value that there is not, for what the filed
    rules of a community alone may say or may not say, and where nothing would change.
    """
    for name in changes:
        known = BY_NAME.get(name)
        if known is None:
            raise ParameterWrong(f"没有这样的参数：{name}", parameter=name)
        if known.filed is not filed:
            words = "须由小区备案的议事规则规定" if known.filed else "不由小区的议事规则规定"
            raise ParameterWrong(f"{known.label}{words}", parameter=name)
    try:
        after = Parameters.from_mapping(before.to_mapping() | dict(changes))
    except ValueError as error:
        raise ParameterWrong(str(error)) from error
    if any(before.to_mapping()[name] == value for name, value in changes.items()):
        raise ParameterWrong("所列参数中有与现行值相同的，没有改动")
    return after


def moved(now: Parameters, were: Mapping[str, Value]) -> bool:
    """Whether one of the parameters, by dotted names, has another value than it had. Section 14.

    Who proposed a change saw what it had; what came between is not undone unseen.
    """
    values = now.to_mapping()
    return any(values.get(name) != value for name, value in were.items())
