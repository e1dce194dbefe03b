"""From a case with a plan to the paper that hangs on the wall, and back from the stored one.

What a notice says of plan, money and people is frozen when it is published; what moves (when it
began, until when, whether it is paused) is filled in when it is shown. R7.3, R5.6, R12.2.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from handlers.cases.views import PlanView, plan_of
from handlers.notices.asking import money_rules, payment_of, vote_of
from models import notices
from models.cases import Case
from models.roll import Owner
from papers.notices import Lobby, Paper, PaperElevator, PaperRule
from rules.cases import Facts, State
from rules.days import beijing_date
from rules.flows import flow_of
from rules.flows.money import Purse
from rules.money import yuan
from rules.parameters import PARAMETERS, Parameters
from rules.people import mask_name


class Links(msgspec.Struct, frozen=True):
    """Where the codes of a notice lead; `base` is where the public pages are."""

    base: str
    public: str
    check_code: str
    check: str


async def frozen(
    case: Case, facts: Facts, units: Sequence[dict[str, Any]], links: Links, published_at: datetime
) -> Paper:
    """The paper of the case's present plan, with names masked, as it will stay."""
    pooled = flow_of(facts.flow).purse is Purse.POOL
    row, lifts = await notices.place_of(case.id, pooled), await notices.elevators_of(case.id)
    plan = plan_of(row["plan"])
    premiums = {one.elevator_id: one.premium_fen for one in plan.elevators}
    today = beijing_date(published_at)
    payment = await payment_of(case, facts, row["scope"], today)
    return Paper(
        case_number=facts.number,
        version=facts.version,
        community=row["community"],
        building=row["building"],
        unit=row["unit"] if row["kind"] == "unit" else "",
        elevators=tuple(
            PaperElevator(lift["code"], _location(lift), premiums[lift["id"]]) for lift in lifts
        ),
        insurer=row["insurer"],
        cover=plan.cover + (f"\n服务：{plan.service}" if plan.service else ""),
        limits=_limits(plan, lifts),
        deductible=_deductible(plan, lifts),
        total_fen=facts.premium_fen,
        account_scope=payment.account if payment else _account(row),
        scope_note=_scope_note(facts.flow, row, lifts, units),
        pooled_fen=row["balance_fen"],
        held_fen=row["held_fen"],
        balance_on=today,
        applicants=await _applicants(facts, row),
        issued_on=today,
        public_url=links.public,
        check_code=links.check_code,
        check_url=links.check,
        lobbies=(),
        rules=rules_of(facts.flow, facts.parameters),
        flow=facts.flow,
        payment=payment,
        vote=await vote_of(facts, links.base),
        policy_years=facts.parameters.policy_years,
        notice_days=facts.parameters.notice_days,
    )


def _location(lift: dict[str, Any]) -> str:
    return "、".join(lift["units"]) + (f" {lift['name']}" if lift["name"] else "")


def _limits(plan: PlanView, lifts: Sequence[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
    """One limit for all elevators, or each with its own."""
    by_lift = {one.elevator_id: one.limit_fen for one in plan.elevators}
    if len(set(by_lift.values())) == 1:
        return (("每台每年累计赔偿限额", next(iter(by_lift.values()))),)
    return tuple((f"{lift['code']}每年", by_lift[lift["id"]]) for lift in lifts)


def _deductible(plan: PlanView, lifts: Sequence[dict[str, Any]]) -> str:
    by_lift = {one.elevator_id: one.deductible_fen for one in plan.elevators}
    if set(by_lift.values()) == {0}:
        return "无免赔"
    if len(set(by_lift.values())) == 1:
        return f"每次事故免赔{yuan(next(iter(by_lift.values())))}元"
    parts = (f"{lift['code']}每次{yuan(by_lift[lift['id']])}元" for lift in lifts)
    return "；".join(parts)


def _account(row: dict[str, Any]) -> str:
    kept = "按单元设立" if row["kind"] == "unit" else "按栋设立"
    return f"{row['scope']}增值收益统筹账户（{kept}）"


def _scope_note(
    flow: str,
    row: dict[str, Any],
    lifts: Sequence[dict[str, Any]],
    units: Sequence[dict[str, Any]],
) -> str:
    """Said when those who benefit and those whose money it is are not the same. R5.6."""
    words = flow_of(flow).notice
    assert words is not None
    served = {unit for lift in lifts for unit in lift["unit_ids"]}
    own = {unit["id"]: unit["name"] for unit in units}
    notes: list[str] = []
    if row["kind"] != "unit" and not served >= set(own):
        names = "、".join(name for unit, name in own.items() if unit in served)
        notes.append(f"本方案电梯仅服务{names}，{words.whose}。")
    if served - set(own):
        notes.append(f"本方案电梯同时服务其他单元，{words.others}。")
    return "".join(notes)


async def _applicants(facts: Facts, row: dict[str, Any]) -> tuple[str, ...]:
    """Signers masked, in the order of signing; a body by its name. R12.2."""
    if facts.applicant == "committee":
        return (f"{row['community']}业主委员会",)
    if facts.applicant == "manager":
        return (row["manager_name"] or "受业主委员会委托的物业服务企业",)
    owners = [UUID(signer.owner_id) for signer in facts.signers]
    names = dict(await Owner.filter(id__in=owners).values_list("id", "name"))
    return tuple(mask_name(names[owner]) for owner in owners)


def rules_of(flow: str, parameters: Parameters) -> tuple[PaperRule, ...]:
    """The rules applied to this notice, with the values frozen onto the case. Section 14."""
    shown = {one.name: one.show(getattr(parameters, one.field)) for one in PARAMETERS}
    return (
        PaperRule("R5.1", "附件一1", f"{shown['signers.min']}以上相关业主或业主委员会等申请"),
        *money_rules(flow, parameters),
        PaperRule(
            "R7.1",
            "附件二(一)4",
            f"公示{shown['notice.days']}，张贴当日不计，末日{shown['notice.roll']}",
        ),
        PaperRule("R7.2", "附件二(一)4、7", "全部单元均有张贴影像方可起算"),
        PaperRule("R7.5", "附件二(一)4", "公示期内收到书面反对意见即暂缓实施"),
        PaperRule("R7.7", "附件二(一)4", f"反对意见全部办结后{shown['notice.resume']}"),
    )


def without_lobbies(paper: Paper) -> Paper:
    """The paper as it is stored: without what only the manager may have."""
    return replace(paper, lobbies=())


def thawed(text: str, facts: Facts, version: int, lobbies: tuple[Lobby, ...] = ()) -> Paper:
    """A stored paper with the dates of this moment; only the case's present version has any."""
    paper = msgspec.json.decode(text, type=Paper)
    if version != facts.version:
        return replace(paper, lobbies=lobbies)
    paused = facts.state is State.PAUSED
    return replace(
        paper,
        lobbies=lobbies,
        # Once the clock has stood still, seven days from the posting is no longer true. R7.7.
        started_on=None if facts.standstills else facts.notice_from_on,
        ends_at=None if paused else facts.notice_ends_at,
        provisional=facts.notice_provisional,
        paused=paused,
    )
