"""What a case shows: state, parties, money, deadlines, and what *I* may do next and why not."""

import dataclasses
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from handlers.cases.offered import CaseOption, offered
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
from handlers.roll_changes import RollChangeSince, changed_since
from handlers.route import Answer, Body, Context
from handlers.shown import StoredFile, at, maybe
from handlers.steps import capacity
from models.calendar import calendar
from models.cases import Case
from models.cases.reading import around
from rules.cases import By, Facts, State
from rules.cases.facts import Applicant
from rules.days import Calendar
from rules.events.cases import CaseReturned, PayoutReturned
from rules.flows import FlowName, deadlines, flow_of, state_title
from rules.flows.engine import DUES
from rules.flows.signatures import adds_nothing, heads_signed, signed_by
from rules.parameters import Pinned
from rules.people import mask_name
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
    files: list[StoredFile] = []


class ElevatorView(Answer, frozen=True):
    """办件中的一台电梯。"""

    id: UUID
    code: Annotated[str, Meta(title="注册代码")]
    name: str


class NoticeView(Answer, frozen=True):
    """公示进行到哪一步；`last_on` 可能是暂定的（R9.2）。"""

    lobbies: int
    posted: int
    unshown: Annotated[
        int, Meta(title="缺期末照片", description="没有期末张贴照片的门厅数；登记备案前请核实")
    ]
    from_on: Annotated[date | None, Meta(title="公示首日", description="张贴次日")] = None
    last_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False
    public_token: str = ""
    roll_changes: list[RollChangeSince] = []


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
    files: list[StoredFile] = []
    contract_number: str = ""


ALONE_AS_GOOD = "您与已签名的业主共有房屋，按一户计，您的签名不增加户数"
"""What a co-owner is told whose signature makes no further head. R2.2, R2.3."""


class CaseView(Answer, frozen=True):
    """办件详情，内容因查看人而异；不显示任何反对人的姓名（R7.8）。

    已签名 `heads` 户，须 `heads_needed` 户，共有人按一户计：本人的签名没有增加户数的，
    `signature_note` 予以说明。退回补正期间，`return_reason` 是所缺的内容。
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
    community: str
    insurer_id: UUID
    insurer: str
    applicant: Applicant
    urgent: bool
    version: Annotated[int, Meta(title="方案版本", description="还没有方案的为 0")]
    signatures: int
    heads: Annotated[int, Meta(description="签名折合的人数：一人几户合为一人，共有的一户合为一人")]
    heads_needed: int
    signed_by_me: bool
    signature_note: str
    signers: list[str]
    elevators: list[ElevatorView]
    money: MoneyView
    objections_open: int
    paused_seconds: int
    registration_number: str
    policy_number: str
    created_at: Annotated[datetime, Meta(title="申请时间")]
    changed_at: datetime
    return_reason: str
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
        community=row["community"],
        insurer_id=case.insurer_id,
        insurer=row["insurer"],
        applicant=facts.applicant,
        urgent=facts.urgent,
        version=facts.version,
        signatures=len(facts.signers),
        heads=heads_signed(facts),
        heads_needed=facts.parameters.signers_min,
        signed_by_me=signed_by(facts, by.id),
        signature_note=ALONE_AS_GOOD if adds_nothing(facts, by.id) else "",
        signers=[mask_name(name) for name in row["signers"] or []],
        elevators=msgspec.json.decode(row["elevators"] or "[]", type=list[ElevatorView]),
        money=money_of(facts, row),
        objections_open=len(facts.open_objections),
        paused_seconds=facts.paused_seconds,
        registration_number=facts.registration_number,
        policy_number=facts.policy_number,
        created_at=at(facts.created_at),
        changed_at=at(facts.changed_at),
        return_reason=_return_reason(ctx, facts, row),
        options=await offered(ctx, case, facts, by, cal),
        deadlines=deadlines_shown(facts, cal),
        parameters=facts.parameters.to_mapping(),
        notice=await _notice(case.scope_id, facts, row, ctx.now),
        plan=replace(plan_of(row["plan"]), files=_files(row, "plan")) if row["plan"] else None,
        contract=contract_of(facts),
        payout=payout_of(ctx, facts, row),
        paused_at=maybe(facts.paused_at),
        emergency=facts.emergency,
        renews=UUID(facts.renews) if facts.renews else None,
        special_account_id=case.special_id,
        collection=collection_of(facts),
        my_shares=await my_shares(ctx, case, facts),
        direct=_direct(row) if row["direct"] else None,
    )


def _files(row: dict[str, Any], of: str) -> list[StoredFile]:
    return msgspec.json.decode(row[f"{of}_files"], type=list[StoredFile])


def _direct(row: dict[str, Any]) -> DirectPolicyView:
    told = msgspec.json.decode(row["direct"], type=DirectPolicyView)
    return replace(told, files=_files(row, "direct"))


def _return_reason(ctx: Context, facts: Facts, row: dict[str, Any]) -> str:
    """What has to be put right, while it has; the log does not yet know of this very request."""
    if facts.correction_due_at is None:
        return ""
    now = [one.why for one in ctx.events if isinstance(one, CaseReturned | PayoutReturned)]
    return now[-1] if now else row["return_reason"] or ""


async def _notice(
    scope_id: UUID, facts: Facts, row: dict[str, Any], now: datetime
) -> NoticeView | None:
    if not facts.lobbies:
        return None
    until = min(now, facts.notice_ends_at or now)
    return NoticeView(
        lobbies=len(facts.lobbies),
        posted=facts.posted,
        unshown=facts.unshown,
        from_on=facts.notice_from_on,
        last_on=facts.notice_last_on,
        ends_at=maybe(facts.notice_ends_at),
        provisional=facts.notice_provisional,
        public_token=row["public_token"] or "",
        roll_changes=await changed_since(scope_id, row["published_at"], until),
    )


def deadlines_shown(facts: Facts, cal: Calendar) -> list[CaseDue]:
    """The deadlines now running, soonest first."""
    return [
        CaseDue(**{**dataclasses.asdict(one), "at": at(one.at)}) for one in deadlines(facts, cal)
    ]
