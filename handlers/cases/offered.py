"""What a case offers the one who asks, each act by the operation that is open to them for it."""

import functools
from collections import defaultdict
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import TABLE, Answer, Context, Operation
from models import objections, own_objections
from models.cases import Case
from models.conditions import judge_for
from models.payee_accounts import in_force
from rules.cases import By, Facts, Object, ObjectionFact, OfObjection, PreparePayout
from rules.days import Calendar, beijing_date
from rules.flows import Me, options
from rules.flows.engine import ACT_TITLES
from rules.flows.options import acts_offered, judges_conditions
from rules.people import Role
from rules.words.word import OneOf


class CaseOption(Answer, frozen=True):
    """本人下一步可以做的一件事，或者不可以的原因；`why_not_code` 是现在去做会得到的错误码。

    `operation` 是办理它的接口；只能对某一份反对意见或某一个单元办理的，`targets` 列出其标识。
    """

    operation: str
    act: Annotated[str, OneOf(ACT_TITLES)]
    title: Annotated[str, Meta(title="事项", description="可直接显示")]
    clause: str
    allowed: bool
    why_not_code: str = ""
    why_not: str = ""
    targets: list[UUID] = []


async def offered(
    ctx: Context, case: Case, facts: Facts, by: By, cal: Calendar
) -> list[CaseOption]:
    """What the asker may do next, each by the operation that is open to them for it."""
    me = await _me(ctx, case, facts, by)
    return [
        CaseOption(
            operation=operation,
            act=one.act,
            title=one.title,
            clause=one.clause,
            allowed=one.allowed,
            why_not_code=one.refusal.code() if one.refusal else "",
            why_not=str(one.refusal) if one.refusal else "",
            targets=[UUID(target) for target in one.targets],
        )
        for one in options(facts, by, ctx.now, cal, me)
        if (operation := operation_for(one.act, by.roles))
    ]


async def _me(ctx: Context, case: Case, facts: Facts, by: By) -> Me:
    """What of the case concerns the asker, read only where it is asked for."""
    asked, today = acts_offered(facts, by), beijing_date(ctx.now)
    mine: tuple[ObjectionFact, ...] = ()
    others: tuple[ObjectionFact, ...] = ()
    if any(act is Object or issubclass(act, OfObjection) for act in asked):
        if ctx.who.kind == "person":
            owners = [UUID(by.owner_id)] if by.owner_id else []
            found = await own_objections.of_asker({case.id: facts.version}, ctx.id, owners)
            mine, others = found[case.id].own, found[case.id].others
        elif facts.open_objections:
            mine = await objections.waiting(case.id, facts.version)
    act = next((one for one in asked if judges_conditions(facts, one)), None)
    judged = await judge_for(act, case, facts, today) if act else None
    payee = await in_force(case.insurer_id) if PreparePayout in asked else None
    return Me(objections=mine, others=others, conditions=judged, payee_id=str(payee or ""))


def operation_for(act: str, roles: frozenset[Role]) -> str:
    """The operation by which these roles take that act, or nothing."""
    return next((one.name for one in _taking().get(act, ()) if one.who & roles), "")


@functools.cache
def _taking() -> dict[str, list[Operation]]:
    """By act the operations that take it; asked when the table is whole."""
    taking: dict[str, list[Operation]] = defaultdict(list)
    for operation in TABLE:
        if operation.act is not None:
            taking[operation.act.__name__].append(operation)
    return taking
