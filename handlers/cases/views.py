"""What a case shows: state, parties, money, deadlines, and what *I* may do next and why not."""

import dataclasses
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from handlers.cases.offered import CaseOption, offered
from handlers.cases.own_shares import OwnCollectionPart, own_shares
from handlers.route import Answer, Body, Context
from handlers.shown import StoredFile, at, maybe
from handlers.steps import capacity
from models.calendar import calendar
from models.cases import Case
from models.cases.reading import around
from rules.cases import By, Facts
from rules.days import Calendar
from rules.events.cases import CaseReturned, PayoutReturned
from rules.flows import deadlines, flow_of, state_title
from rules.flows.signatures import adds_nothing, heads_signed, signed_by
from rules.people import mask_name


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
    code: str
    name: str


class NoticeView(Answer, frozen=True):
    """公示进行到哪一步；`last_on` 可能是暂定的（R9.2）。"""

    lobbies: int
    posted: int
    from_on: date | None = None
    last_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False
    public_token: str = ""


class MoneyView(Answer, frozen=True):
    """办件的资金：保费、已冻结和已拨付的金额，单位：分。"""

    premium_fen: int
    held_fen: int
    paid_fen: int


class ContractView(Answer, frozen=True):
    """办件的保险合同；金额单位：分。"""

    number: str
    from_on: date
    to_on: date
    amount_fen: int


class PayoutView(Answer, frozen=True):
    """保费的拨付及其期限；金额单位：分。"""

    state: str
    amount_fen: int
    invoice_number: str
    complete_on: date
    due_on: date
    provisional: bool
    paid_at: datetime | None = None


class CaseDue(Answer, frozen=True):
    """办件的一个期限及其依据的规定。"""

    kind: str
    title: str
    at: datetime
    provisional: bool
    rule: str
    parameter: str = ""


class CollectionSums(Answer, frozen=True):
    """签订合同之前须归集到账的金额和已到账的金额，单位：分。附件二(二)6、二(三)3。"""

    needed_fen: int
    gathered_fen: int
    complete: bool


class DirectPolicyElevatorView(Answer, frozen=True):
    """直接投保的保险单中的一台电梯及其保费，单位：分。"""

    elevator_id: UUID
    premium_fen: int


class DirectPolicyView(Answer, frozen=True):
    """申请时填报的直接投保的保险单，供经办人与材料核对。"""

    number: str
    from_on: date
    to_on: date
    amount_fen: int
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
    number: str
    flow: str
    state: str
    state_title: str
    scope_id: UUID
    scope_name: str
    community_name: str
    insurer_id: UUID
    insurer_name: str
    applicant: str
    urgent: bool
    version: int
    signatures: int
    heads: int
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
    created_at: datetime
    changed_at: datetime
    return_reason: str
    options: list[CaseOption]
    deadlines: list[CaseDue]
    parameters: dict[str, Any]
    notice: NoticeView | None = None
    plan: PlanView | None = None
    contract: ContractView | None = None
    payout: PayoutView | None = None
    paused_at: datetime | None = None
    emergency: str = ""
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
        signed_by_me=signed_by(facts, by.id),
        signature_note=ALONE_AS_GOOD if adds_nothing(facts, by.id) else "",
        signers=[mask_name(name) for name in row["signers"] or []],
        elevators=msgspec.json.decode(row["elevators"] or "[]", type=list[ElevatorView]),
        money=_money(facts, row),
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
        notice=_notice(facts, row),
        plan=replace(plan_of(row["plan"]), files=_files(row, "plan")) if row["plan"] else None,
        contract=_contract(facts),
        payout=_payout(facts, row),
        paused_at=maybe(facts.paused_at),
        emergency=facts.emergency,
        renews=UUID(facts.renews) if facts.renews else None,
        special_account_id=case.special_id,
        collection=_collection(facts),
        my_shares=await own_shares(ctx, case, facts),
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


def _money(facts: Facts, row: dict[str, Any]) -> MoneyView:
    return MoneyView(
        premium_fen=facts.premium_fen, held_fen=row["held_fen"], paid_fen=row["paid_fen"]
    )


def _collection(facts: Facts) -> CollectionSums | None:
    found = facts.collection
    if found is None:
        return None
    return CollectionSums(
        needed_fen=found.needed_fen, gathered_fen=found.gathered_fen, complete=found.complete
    )


def _notice(facts: Facts, row: dict[str, Any]) -> NoticeView | None:
    if not facts.lobbies:
        return None
    return NoticeView(
        lobbies=len(facts.lobbies),
        posted=facts.posted,
        from_on=facts.notice_from_on,
        last_on=facts.notice_last_on,
        ends_at=maybe(facts.notice_ends_at),
        provisional=facts.notice_provisional,
        public_token=row["public_token"] or "",
    )


def _contract(facts: Facts) -> ContractView | None:
    if facts.contract is None:
        return None
    return ContractView(**msgspec.structs.asdict(facts.contract))


def _payout(facts: Facts, row: dict[str, Any]) -> PayoutView | None:
    if facts.payout is None:
        return None
    return PayoutView(
        state=row["pay_state"] or "requested",
        amount_fen=facts.payout.amount_fen,
        invoice_number=facts.payout.invoice_number,
        complete_on=facts.payout.complete_on,
        due_on=facts.payout.due_on,
        provisional=facts.payout.provisional,
        paid_at=maybe(row["paid_at"]),
    )


def deadlines_shown(facts: Facts, cal: Calendar) -> list[CaseDue]:
    """The deadlines now running, soonest first."""
    return [
        CaseDue(**{**dataclasses.asdict(one), "at": at(one.at)}) for one in deadlines(facts, cal)
    ]
