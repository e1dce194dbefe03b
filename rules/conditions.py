"""The four conditions of an application, and when an elevator is fit to be insured. R5, 附件一.

Facts go in, four judgements come out, each with its reason in words and the facts behind it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from rules.cases import Condition
from rules.flows import flow_of
from rules.money import yuan
from rules.parameters import Parameters

INSPECTION_YEARS = (1, 4, 7, 9, 11, 13, 15)
"""TSG T7001-2023: inspected in these years after installation, then every year. R5.4."""

EARLY = timedelta(days=92)
"""An inspection up to three months before its anniversary counts for that anniversary."""

NO_ELEVATORS = "没有列明电梯"
"""Nothing to insure is not fit to be insured."""


class ApplicantFacts(msgspec.Struct, frozen=True):
    """Who applies: heads that still own and signed, or a body with valid papers."""

    kind: str
    heads: int
    authorised: bool
    lost: int = 0


class MoneyFacts(msgspec.Struct, frozen=True):
    """What can be spent, in fen; `premium_fen` is 0 until a plan names it.

    `flow` says whose money it is; what is `awaited` may still be paid in before the contract.
    """

    available_fen: int
    premium_fen: int = 0
    flow: str = ""
    awaited: bool = False


class ElevatorFacts(msgspec.Struct, frozen=True):
    """One elevator as the roll knows it on a day."""

    code: str
    installed_on: date
    inspected_on: date | None
    inspection_due_on: date | None
    certificate: str
    licence_until_on: date | None
    last_visit_on: date | None
    gaps: int
    managed: bool
    condemned: bool = False
    open_defect: str = ""


def anniversary(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def inspection_due(installed_on: date, inspected_on: date | None) -> date:
    """By when the next inspection is due. R5.4, TSG T7001-2023."""
    years = 0
    while True:
        years = next((mark for mark in INSPECTION_YEARS if mark > years), years + 1)
        mark = anniversary(installed_on, years)
        if inspected_on is None or mark > inspected_on + EARLY:
            return mark


def inspected_until(elevator: ElevatorFacts) -> date:
    """The last day of the inspection: by the cycle, or sooner as the mark in the lift says."""
    by_cycle = inspection_due(elevator.installed_on, elevator.inspected_on)
    return min(by_cycle, elevator.inspection_due_on or by_cycle)


def gaps(visits: Sequence[date], since: date, until: date, days: int) -> int:
    """How many stretches longer than `days` lie between visits from `since` to `until`. R5.3."""
    marks = [since, *sorted(day for day in visits if since < day <= until), until]
    return sum((later - earlier).days > days for earlier, later in pairwise(marks))


def conditions(
    applicant: ApplicantFacts,
    money: MoneyFacts,
    elevators: Sequence[ElevatorFacts],
    today: date,
    parameters: Parameters,
) -> tuple[Condition, ...]:
    """The four conditions, all judged, none left out. R5.1 to R5.4."""
    return (
        applied(applicant, parameters),
        affordable(money),
        maintained(elevators, today, parameters),
        insurable(elevators, today),
    )


class Readiness(msgspec.Struct, frozen=True):
    """An elevator before anybody signs for it: the conditions but for who applies, and the days
    they turn on."""

    conditions: tuple[Condition, ...]
    inspection_until_on: date
    last_visit_on: date | None
    visit_by_on: date | None
    licence_until_on: date | None


def ready(
    elevator: ElevatorFacts, money: MoneyFacts, taken: bool, today: date, parameters: Parameters
) -> Readiness:
    """What of an elevator can be judged before anybody signs. R5.2 to R5.5."""
    visited, longest = elevator.last_visit_on, timedelta(days=parameters.maintenance_days)
    return Readiness(
        conditions=(
            affordable(money),
            maintained([elevator], today, parameters),
            insurable([elevator], today),
            untaken(taken),
        ),
        inspection_until_on=inspected_until(elevator),
        last_visit_on=visited,
        visit_by_on=visited + longest if visited else None,
        licence_until_on=elevator.licence_until_on,
    )


_BODIES = {
    "committee": ("业主委员会", "书面授权"),
    "manager": ("受委托的物业服务企业", "书面授权"),
    "independent": ("独立产权人", "产权证明"),
}


def applied(applicant: ApplicantFacts, parameters: Parameters) -> Condition:
    """Three different owners, the committee, the manager it authorised, or a sole owner. R5.1."""
    if applicant.kind == "signers":
        passed = applicant.heads >= parameters.signers_min
        reason = f"有效签名 {applicant.heads} 户（须 {parameters.signers_min} 户以上）"
        if applicant.lost:
            reason += f"，其中 {applicant.lost} 名签名人已不再是相关业主"
    else:
        passed = applicant.authorised
        who, papers = _BODIES[applicant.kind]
        reason = f"{who}{papers}有效" if passed else f"{who}没有有效的{papers}"
    facts = {"heads": applicant.heads, "kind": applicant.kind, "lost": applicant.lost}
    return Condition(rule="R5.1", title="申请人", passed=passed, reason=reason, facts=facts)


def untaken(taken: bool) -> Condition:
    """One open case for an elevator at a time. R5.5."""
    reason = "已列入在办的申请" if taken else "没有在办的申请"
    return Condition(rule="R5.5", title="未在办理", passed=not taken, reason=reason)


def affordable(money: MoneyFacts) -> Condition:
    """The account covers one year's premium of every elevator. R5.2.

    What homes' own funds or a special account lack may be paid in until the contract; it is named.
    """
    title, purse = flow_of(money.flow).condition
    available = f"{purse}可用 {yuan(money.available_fen)} 元"
    if money.premium_fen:
        lacking = max(0, money.premium_fen - money.available_fen)
        passed = not lacking or money.awaited
        reason = f"{available}，一年保费 {yuan(money.premium_fen)} 元"
        if lacking and money.awaited:
            reason += f"，尚缺 {yuan(lacking)} 元，须在签订合同前缴齐"
    else:
        passed = money.available_fen > 0 or money.awaited
        reason = f"{available}，保费待方案确定"
    facts = {"available_fen": money.available_fen, "premium_fen": money.premium_fen}
    return Condition(rule="R5.2", title=title, passed=passed, reason=reason, facts=facts)


def maintained(
    elevators: Sequence[ElevatorFacts], today: date, parameters: Parameters
) -> Condition:
    """Managed, visited within the days, contractor licensed; gaps are shown. R5.3."""
    faults: list[str] = [] if elevators else [NO_ELEVATORS]
    for one in elevators:
        if not one.managed:
            faults.append(f"{one.code} 没有物业服务企业或产权人管理")
        if one.last_visit_on is None:
            faults.append(f"{one.code} 没有维保记录")
        elif (today - one.last_visit_on).days > parameters.maintenance_days:
            faults.append(f"{one.code} 最近一次维保为 {one.last_visit_on}")
        if one.licence_until_on is None or one.licence_until_on < today:
            faults.append(f"{one.code} 维保单位许可无效或已过期")
        if one.gaps and parameters.maintenance_gaps == "refused":
            faults.append(f"{one.code} 一年内维保间隔超期 {one.gaps} 次")
    shown = sum(one.gaps for one in elevators)
    reason = "；".join(faults) or "维保正常"
    if shown and not faults:
        reason += f"（一年内间隔超过 {parameters.maintenance_days} 日 {shown} 次，供查勘参考）"
    return Condition(
        rule="R5.3",
        title="管理和维保",
        passed=not faults,
        reason=reason,
        facts={"gaps": {one.code: one.gaps for one in elevators}},
    )


def insurable(elevators: Sequence[ElevatorFacts], today: date) -> Condition:
    """Certificate, valid inspection, not condemned, no open serious defect. R5.4."""
    faults: list[str] = [] if elevators else [NO_ELEVATORS]
    due: dict[str, str] = {}
    for one in elevators:
        last = inspected_until(one)
        due[one.code] = last.isoformat()
        if not one.certificate:
            faults.append(f"{one.code} 没有使用登记证")
        if last < today:
            faults.append(f"{one.code} 检验有效期至 {last}")
        if one.condemned:
            faults.append(f"{one.code} 已报废")
        if one.open_defect:
            faults.append(f"{one.code} 有未消除的严重事故隐患")
    return Condition(
        rule="R5.4",
        title="投保条件",
        passed=not faults,
        reason="；".join(faults) or "符合投保基本条件",
        facts={"inspection_due_on": due},
    )
