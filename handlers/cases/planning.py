"""The insurer's plan, which holds the premium, and registration after the notice. R3.4, R5."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.papers import attach
from handlers.cases.views import CaseView, view
from handlers.route import Body, Context, route
from handlers.steps import locked, take
from models.cases import filing
from models.conditions import judge, remember
from models.numbering import new_number
from models.premiums import bill_of
from rules.cases import FilePlan, Register
from rules.days import beijing_date
from rules.people import Role
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.cases import ConditionsUnmet, NotAllowedNow, WrongElevators
from rules.refusals.ledger import InsufficientFunds

Fen = Annotated[int, Meta(ge=1, le=100_000_000_00)]
Text = Annotated[str, Meta(max_length=2000)]


class ElevatorPlan(Body, frozen=True):
    """一台电梯一年的保费、责任限额和免赔额，单位：分。"""

    elevator_id: UUID
    premium_fen: Fen
    limit_fen: Fen
    deductible_fen: Annotated[int, Meta(ge=0, le=100_000_000_00)] = 0
    loading_reason: Annotated[str, Meta(max_length=200)] = ""


class PlanBody(Body, frozen=True):
    """风险查勘结果和保险方案。"""

    survey: Annotated[str, Meta(min_length=1, max_length=2000, pattern=r"\S")]
    cover: Annotated[str, Meta(min_length=1, max_length=2000, pattern=r"\S")]
    elevators: Annotated[list[ElevatorPlan], Meta(min_length=1, max_length=20)]
    service: Text = ""
    file_ids: Annotated[list[UUID], Meta(max_length=20)] = []


@route(
    "POST",
    "/cases/{case_id}/plan",
    who=Role.INSURER,
    refuses=(
        CaseNotFound,
        NotAllowedNow,
        WrongElevators,
        ConditionsUnmet,
        InsufficientFunds,
        NotFound,
    ),
    act=FilePlan,
    status=200,
)
async def file_plan(ctx: Context, case_id: UUID, body: PlanBody) -> CaseView:
    """提交查勘结果和保险方案；一年保费随即按办理方式预留，分户账不足的列入归集清单。附件二(一)3、二(二)3，R3.4、R5.2。"""
    case, by = await locked(ctx, case_id)
    per_elevator = {str(one.elevator_id): one.premium_fen for one in body.elevators}
    if len(per_elevator) != len(body.elevators):
        raise WrongElevators("同一电梯只能列一次")
    premium = sum(per_elevator.values())
    bill = await bill_of(case, case.facts(), premium)
    judged = await judge(case, case.facts(), premium, beijing_date(ctx.now))
    act = FilePlan(
        premium_fen=premium,
        per_elevator=per_elevator,
        conditions=judged,
        held_fen=bill.held_fen,
        owed_fen=bill.owed_fen,
        gathered_fen=bill.gathered_fen,
    )
    after = await take(ctx, case, act, by, bill)
    plan = msgspec.to_builtins(body)
    await filing.keep_plan(case_id, after.version, plan, premium, ctx.id, ctx.now)
    await attach(ctx, case_id, "plan", body.file_ids, after.version)
    await remember(case, "plan", after.version, judged, ctx.now)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/registration",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, ConditionsUnmet),
    act=Register,
    status=200,
)
async def register_case(ctx: Context, case_id: UUID) -> CaseView:
    """登记备案，取得备案编号；四项条件再次核对。附件二(一)5，R5。"""
    case, by = await locked(ctx, case_id)
    facts = case.facts()
    today = beijing_date(ctx.now)
    judged = await judge(case, facts, facts.premium_fen, today)
    number = await new_number("registration", today.year)
    await take(ctx, case, Register(number=number, conditions=judged), by)
    await remember(case, "registration", facts.version, judged, ctx.now)
    return await view(ctx, case)
