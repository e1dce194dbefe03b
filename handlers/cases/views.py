"""What a case shows: state, parties, money, deadlines, and what *I* may do next and why not."""

import dataclasses
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.offered import OptionView, offered
from handlers.cases.own_shares import OwnShare, own_shares
from handlers.route import Answer, Body, Context
from handlers.shown import at, maybe
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


class CaseReason(Body, frozen=True):
    """Why something is done to the case, in words."""

    reason: Annotated[str, Meta(min_length=1, max_length=1000)]


class ElevatorPlanView(Answer, frozen=True):
    """One elevator in the plan; sums in fen."""

    elevator_id: UUID
    premium_fen: int
    limit_fen: int
    deductible_fen: int = 0
    loading_reason: str = ""


class PlanView(Answer, frozen=True):
    """The plan as filed."""

    survey: str
    cover: str
    elevators: list[ElevatorPlanView]
    service: str = ""
    file_ids: list[UUID] = []


class ElevatorView(Answer, frozen=True):
    """An elevator of the case."""

    id: UUID
    code: str
    name: str


class NoticeView(Answer, frozen=True):
    """Where the notice stands; `last_on` may be provisional (R9.2)."""

    lobbies: int
    posted: int
    from_on: date | None = None
    last_on: date | None = None
    ends_at: datetime | None = None
    provisional: bool = False
    public_token: str = ""


class MoneyView(Answer, frozen=True):
    """The case's money in fen."""

    premium_fen: int
    held_fen: int
    paid_fen: int


class ContractView(Answer, frozen=True):
    """The contract."""

    number: str
    from_on: date
    to_on: date
    amount_fen: int


class PayoutView(Answer, frozen=True):
    """The payout and its due day."""

    state: str
    amount_fen: int
    invoice_number: str
    complete_on: date
    due_on: date
    provisional: bool
    paid_at: datetime | None = None


class DueView(Answer, frozen=True):
    """A deadline with the rule that sets it."""

    kind: str
    title: str
    at: datetime
    provisional: bool
    rule: str
    parameter: str = ""


class CollectionView(Answer, frozen=True):
    """What must come in before the contract, and what has; whole fen. 附件二(二)6、二(三)3."""

    needed_fen: int
    gathered_fen: int
    complete: bool


class DirectElevator(Answer, frozen=True):
    """One elevator in a policy bought directly, in fen."""

    elevator_id: UUID
    premium_fen: int


class DirectView(Answer, frozen=True):
    """A policy bought directly as it was filed, for the clerk to compare with its papers."""

    number: str
    from_on: date
    to_on: date
    amount_fen: int
    elevators: list[DirectElevator]
    file_ids: list[UUID]
    contract_number: str = ""


ALONE_AS_GOOD = "您与已签名的业主共有房屋，按一户计，您的签名不增加户数"
"""What a co-owner is told whose signature makes no further head. R2.2, R2.3."""


class CaseView(Answer, frozen=True):
    """A case as its reader may see it; nobody who objected is named (R7.8).

    `heads` have signed of `heads_needed`, co-owners of a home as one; `signature_note` says so to
    one whose signature adds none. `return_reason` is what is to be put right while it is.
    `flow` says whose money pays, `renews` the case of the year before, `emergency` why it is
    urgent, `special_account_id` the account that owners paid into.
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
    options: list[OptionView]
    deadlines: list[DueView]
    parameters: dict[str, Any]
    notice: NoticeView | None = None
    plan: PlanView | None = None
    contract: ContractView | None = None
    payout: PayoutView | None = None
    paused_at: datetime | None = None
    emergency: str = ""
    renews: UUID | None = None
    special_account_id: UUID | None = None
    collection: CollectionView | None = None
    my_shares: list[OwnShare] = []
    direct: DirectView | None = None


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
        plan=plan_of(row["plan"]) if row["plan"] else None,
        contract=_contract(facts),
        payout=_payout(facts, row),
        paused_at=maybe(facts.paused_at),
        emergency=facts.emergency,
        renews=UUID(facts.renews) if facts.renews else None,
        special_account_id=case.special_id,
        collection=_collection(facts),
        my_shares=await own_shares(ctx, case, facts),
        direct=msgspec.json.decode(row["direct"], type=DirectView) if row["direct"] else None,
    )


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


def _collection(facts: Facts) -> CollectionView | None:
    found = facts.collection
    if found is None:
        return None
    return CollectionView(
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


def deadlines_shown(facts: Facts, cal: Calendar) -> list[DueView]:
    """The deadlines now running, soonest first."""
    return [
        DueView(**{**dataclasses.asdict(one), "at": at(one.at)}) for one in deadlines(facts, cal)
    ]
