"""What a case shows: state, parties, money, deadlines, and what *I* may do next and why not."""

import dataclasses
import functools
from collections import defaultdict
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.sums import (
    CollectionSums,
    ContractView,
    MoneyView,
    OwnCollectionPart,
    PayoutView,
    collection_of,
    contract_of,
    money_of,
    my_shares,
    payout_of,
)
from handlers.route import TABLE, Answer, Body, Context, Operation
from handlers.shown import at, maybe
from handlers.steps import capacity
from models import objections
from models.calendar import calendar
from models.cases import Case
from models.cases.reading import around
from models.conditions import judge_for
from rules.cases import By, Facts, Object, ObjectionFact, OfObjection, State
from rules.cases.facts import Applicant
from rules.days import Calendar, beijing_date
from rules.flows import FlowName, Me, deadlines, flow_of, options, state_title
from rules.flows.effects import heads_signed
from rules.flows.engine import ACT_TITLES, DUES
from rules.flows.options import acts_offered, judges_conditions
from rules.parameters import Pinned
from rules.people import Role, mask_name
from rules.words.word import OneOf


class CaseReasonBody(Body, frozen=True):
    """对办件作出这一处理的理由。"""

    reason: Annotated[str, Meta(min_length=1, max_length=1000)]


class ElevatorPlanView(Answer, frozen=True):
    """方案中的一台电梯；金额单位：分。"""

    elevator_id: UUID
    premium_fen: int
    limit_fen: int
    deductible_fen: int = 0
    loading_reason: str = ""


class PlanView(Answer, frozen=True):
    """保险机构提交的保险方案。"""

    survey: str
    cover: str
    elevators: list[ElevatorPlanView]
    service: str = ""
    file_ids: list[UUID] = []


class ElevatorView(Answer, frozen=True):
    """办件中的一台电梯。"""

    id: UUID
    code: Annotated[str, Meta(title="注册代码")]
    name: str


class NoticeView(Answer, frozen=True):
    """公示进行到哪一步；`last_on` 可能是暂定的（R9.2）。"""

    lobbies: int
    posted: int
    from_on: Annotated[date | None, Meta(title="公示首日", description="张贴次日")] = None
    last_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False
    public_token: str = ""


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


class CaseDue(Answer, frozen=True):
    """办件的一个期限及其依据的规定。"""

    kind: Annotated[str, OneOf(DUES)]
    title: Annotated[str, Meta(title="期限", description="可直接显示")]
    at: Annotated[datetime, Meta(title="届满时间")]
    provisional: bool
    rule: str
    parameter: str = ""


class DirectPolicyElevatorView(Answer, frozen=True):
    """直接投保的保险单中的一台电梯及其保费，单位：分。"""

    elevator_id: UUID
    premium_fen: int


class DirectPolicyView(Answer, frozen=True):
    """申请时填报的直接投保的保险单，供经办人与材料核对。"""

    number: Annotated[str, Meta(title="保险单号")]
    from_on: Annotated[date, Meta(title="保险起始日")]
    to_on: Annotated[date, Meta(title="保险到期日", description="含当日")]
    amount_fen: Annotated[int, Meta(title="保费合计")]
    elevators: list[DirectPolicyElevatorView]
    file_ids: list[UUID]
    contract_number: str = ""


class CaseView(Answer, frozen=True):
    """办件详情，内容因查看人而异；不显示任何反对人的姓名（R7.8）。

    `flow` 表示由什么钱支付，`renews` 是上一年的办件，`emergency` 是紧急的原因，
    `special_account_id` 是业主缴入的电梯保险专户。
    """

    id: UUID
    number: Annotated[str, Meta(title="办件编号")]
    flow: FlowName
    state: State
    state_title: str
    scope_id: Annotated[UUID, Meta(description="办件所属的楼栋或单元")]
    scope_name: str
    community_name: str
    insurer_id: UUID
    insurer_name: str
    applicant: Applicant
    urgent: bool
    version: Annotated[int, Meta(title="方案版本", description="还没有方案的为 0")]
    signatures: int
    heads: Annotated[int, Meta(description="签名折合的人数：一人几户合为一人，共有的一户合为一人")]
    heads_needed: int
    signed_by_me: bool
    signers: list[str]
    elevators: list[ElevatorView]
    money: MoneyView
    objections_open: int
    paused_seconds: int
    registration_number: str
    policy_number: str
    created_at: Annotated[datetime, Meta(title="申请时间")]
    changed_at: datetime
    options: list[CaseOption]
    deadlines: list[CaseDue]
    parameters: Pinned
    notice: NoticeView | None = None
    plan: PlanView | None = None
    contract: ContractView | None = None
    payout: PayoutView | None = None
    paused_at: datetime | None = None
    emergency: Annotated[str, OneOf({"trapped": "发生困人", "unsafe": "存在安全隐患"})] = ""
    renews: UUID | None = None
    special_account_id: UUID | None = None
    collection: CollectionSums | None = None
    my_shares: list[OwnCollectionPart] = []
    direct: DirectPolicyView | None = None


def plan_of(text: str) -> PlanView:
    """A stored plan."""
    return msgspec.json.decode(text, type=PlanView)


async def view(ctx: Context, case: Case, by: By | None = None) -> CaseView:
    """The case for the one who asks, with what they may do next."""
    facts = case.facts()
    by = by or await capacity(ctx, case)
    row = await around(case.id, flow_of(facts.flow).records_policy)
    cal = await calendar()
    return CaseView(
        id=case.id,
        number=facts.number,
        flow=facts.flow,
        state=facts.state,
        state_title=state_title(facts.flow, facts.state),
        scope_id=case.scope_id,
        scope_name=row["scope_name"],
        community_name=row["community_name"],
        insurer_id=case.insurer_id,
        insurer_name=row["insurer_name"],
        applicant=facts.applicant,
        urgent=facts.urgent,
        version=facts.version,
        signatures=len(facts.signers),
        heads=heads_signed(facts),
        heads_needed=facts.parameters.signers_min,
        signed_by_me=any(one.person_id == by.id for one in facts.signers),
        signers=[mask_name(name) for name in row["signers"] or []],
        elevators=msgspec.json.decode(row["elevators"] or "[]", type=list[ElevatorView]),
        money=money_of(facts, row),
        objections_open=len(facts.open_objections),
        paused_seconds=facts.paused_seconds,
        registration_number=facts.registration_number,
        policy_number=facts.policy_number,
        created_at=at(facts.created_at),
        changed_at=at(facts.changed_at),
        options=await _options(ctx, case, facts, by, cal),
        deadlines=_deadlines(facts, cal),
        parameters=facts.parameters.to_mapping(),
        notice=_notice(facts, row),
        plan=plan_of(row["plan"]) if row["plan"] else None,
        contract=contract_of(facts),
        payout=payout_of(facts, row),
        paused_at=maybe(facts.paused_at),
        emergency=facts.emergency,
        renews=UUID(facts.renews) if facts.renews else None,
        special_account_id=case.special_id,
        collection=collection_of(facts),
        my_shares=await my_shares(ctx, case, facts),
        direct=msgspec.json.decode(row["direct"], type=DirectPolicyView) if row["direct"] else None,
    )


def _notice(facts: Facts, row: dict[str, Any]) -> NoticeView | None:
    if not facts.lobbies:
        return None
    return NoticeView(
        lobbies=len(facts.lobbies),
        posted=sum(one.posted_at is not None for one in facts.lobbies),
        from_on=facts.notice_from_on,
        last_on=facts.notice_last_on,
        ends_at=maybe(facts.notice_ends_at),
        provisional=facts.notice_provisional,
        public_token=row["public_token"] or "",
    )


async def _options(
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
        if (operation := _operation(one.act, by.roles))
    ]


async def _me(ctx: Context, case: Case, facts: Facts, by: By) -> Me:
    """What of the case concerns the asker, read only where it is asked for."""
    asked, today = acts_offered(facts, by), beijing_date(ctx.now)
    mine: tuple[ObjectionFact, ...] = ()
    if any(act is Object or issubclass(act, OfObjection) for act in asked):
        if ctx.who.kind == "person":
            owners = [UUID(by.owner_id)] if by.owner_id else []
            owners += [ctx.who.owner_id] if ctx.who.owner_id else []
            mine = await objections.of_asker(case.id, facts.version, ctx.id, owners)
        elif facts.open_objections:
            mine = await objections.waiting(case.id, facts.version)
    act = next((one for one in asked if judges_conditions(facts, one)), None)
    judged = await judge_for(act, case, facts, today) if act else None
    return Me(objections=mine, conditions=judged)


def _operation(act: str, roles: frozenset[Role]) -> str:
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


def _deadlines(facts: Facts, cal: Calendar) -> list[CaseDue]:
    return [
        CaseDue(**{**dataclasses.asdict(one), "at": at(one.at)}) for one in deadlines(facts, cal)
    ]
