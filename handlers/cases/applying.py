"""Applying, signing, taking back, returning, correcting, rejecting. R5.1, section 6."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.cases.application import (
    Application,
    DirectPolicy,
    elevators_serve,
    insurer_serves,
    policy_in_order,
    renewed,
    standing,
)
from handlers.cases.direct import keep_policy
from handlers.cases.emergency import attach_evidence
from handlers.cases.papers import attach
from handlers.cases.views import CaseReasonBody, CaseView, view
from handlers.reasons import worded
from handlers.route import Body, Context, route
from handlers.steps import locked, take
from models import ledger, special
from models.cases import Case, filing
from models.conditions import judge, remember
from models.ids import new_id
from models.numbering import new_number
from models.parameters import current_parameters
from models.standing import Voice, voice
from rules.cases import (
    Accept,
    CorrectCase,
    Facts,
    RejectCase,
    ReturnCase,
    Sign,
    Signer,
    State,
    Unsign,
    WithdrawCase,
)
from rules.days import beijing_date
from rules.events.cases import Applied, Filed, Signed
from rules.flows import FLOWS
from rules.flows.money import Purse
from rules.flows.signatures import enough_signed, heads_signed
from rules.ledger import AccountKind
from rules.parameters import Parameters
from rules.people import CASE_PARTIES, CASEWORKERS, Role
from rules.refusals.asking import CaseNotFound, NotApplicant, NotFound, NotYourScope
from rules.refusals.cases import (
    AlreadySigned,
    ConditionsUnmet,
    CorrectionOver,
    ElevatorTaken,
    InsurerUnavailable,
    NoAuthorisation,
    NotAllowedNow,
    NotSigned,
    ReasonMissing,
    SigningOver,
    SumsDiffer,
    WrongElevators,
    WrongPeriod,
)
from rules.refusals.votes import EvidenceMissing, NotRenewable, WrongFlow


@route(
    "POST",
    "/cases",
    who=CASE_PARTIES,
    refuses=(
        NotFound,
        NotYourScope,
        NoAuthorisation,
        WrongElevators,
        ElevatorTaken,
        InsurerUnavailable,
        ReasonMissing,
        EvidenceMissing,
        WrongFlow,
        NotRenewable,
        WrongPeriod,
        SumsDiffer,
    ),
)
async def apply_for_insurance(ctx: Context, body: Application) -> CaseView:
    """发起申请（统筹、维修资金、加装、独立产权、直接投保）；业主本人即第一位签名人。附件二，R5.1、R5.5。"""
    community_id = await filing.hold_scope(body.scope_id)
    if community_id is None:
        raise NotFound("没有该楼栋或单元")
    if body.urgent and FLOWS[body.flow].records_policy:
        raise WrongFlow("直接投保只登记保险单，无须标记紧急")
    own = await standing(ctx, body, community_id)
    await insurer_serves(ctx, body)
    await elevators_serve(body)
    policy_in_order(body.flow, body.policy, set(body.elevator_ids))
    before = await renewed(ctx, body, community_id)
    parameters = await current_parameters(community_id)
    facts = await _filed(ctx, body, own, before, parameters)
    case_id = UUID(facts.case_id)
    await _insert(ctx, facts, body, community_id)
    if before is not None and before.special_id is not None:
        await special.belongs(await Case.find(case_id), before.special_id)
    if body.policy is not None:
        await keep_policy(ctx, case_id, body.insurer_id, body.policy)
    if own:
        await filing.sign(case_id, ctx.id, own.owner_id, ctx.now)
    await _papers(ctx, body, case_id)
    _tell_applied(ctx, facts)
    case = await Case.find(case_id)
    if body.urgent:
        kind, why = body.urgent_kind, body.urgent_reason
        await attach_evidence(ctx, case, kind, why, body.urgent_file_ids)
    return await view(ctx, case)


async def _filed(
    ctx: Context, body: Application, own: Voice | None, before: Case | None, parameters: Parameters
) -> Facts:
    """What is known of the application: signed by its first owner, or filed by a body."""
    signer = (
        Signer(owner_id=str(own.owner_id), person_id=str(ctx.id), homes=tuple(map(str, own.homes)))
        if own
        else None
    )
    facts = Facts(
        case_id=str(new_id()),
        number=await new_number("case", beijing_date(ctx.now).year),
        scope_id=str(body.scope_id),
        flow=body.flow,
        renews=str(before.id) if before else "",
        applicant=body.applicant,
        applicant_id=str(ctx.id),
        insurer_id=str(body.insurer_id),
        elevators=tuple(sorted(str(one_id) for one_id in body.elevator_ids)),
        created_at=ctx.now,
        changed_at=ctx.now,
        parameters=parameters,
        signers=(signer,) if signer else (),
        signing_ends_at=ctx.now + timedelta(days=parameters.signing_days),
        state=State.SIGNING if own else State.FILED,
    )
    if enough_signed(facts):
        facts = msgspec.structs.replace(facts, state=State.FILED)
    return facts


async def _insert(ctx: Context, facts: Facts, body: Application, community_id: UUID) -> None:
    if FLOWS[facts.flow].purse is Purse.POOL:
        title = "增值收益统筹账户"
        await ledger.ensure_account(AccountKind.POOLED, body.scope_id, title, ctx.now)
    await filing.insert(facts, community_id, ctx.id)


async def _papers(ctx: Context, body: Application, case_id: UUID) -> None:
    if body.authorisation_file_id is not None:
        await attach(ctx, case_id, "authorisation", [body.authorisation_file_id])


def _tell_applied(ctx: Context, facts: Facts) -> None:
    heads, needed = heads_signed(facts), facts.parameters.signers_min
    about: dict[str, object] = {"scope_id": facts.scope_id, "number": facts.number}
    if facts.state is State.SIGNING:
        about |= {"needed": needed, "signing_ends_at": facts.signing_ends_at}
    ctx.record(Applied(subject_id=facts.case_id, at=ctx.now, data=about))
    if facts.signers:
        ctx.record(
            Signed(subject_id=facts.case_id, at=ctx.now, data={"heads": heads, "needed": needed})
        )
    if facts.state is State.FILED:
        ctx.record(Filed(subject_id=facts.case_id, at=ctx.now, data={"heads": heads}))


@route(
    "POST",
    "/cases/{case_id}/signatures",
    who=Role.OWNER,
    refuses=(CaseNotFound, NotYourScope, NotAllowedNow, AlreadySigned, SigningOver),
    act=Sign,
    status=200,
)
async def sign_case(ctx: Context, case_id: UUID) -> CaseView:
    """签名；达到规定户数时申请即提出，且只发生一次。附件一1，R5.1。"""
    case, by = await locked(ctx, case_id)
    own = await voice(ctx.id, case.scope_id, beijing_date(ctx.now))
    if own is None:
        raise NotYourScope()
    act = Sign(owner_id=str(own.owner_id), person_id=str(ctx.id), homes=tuple(map(str, own.homes)))
    await take(ctx, case, act, by)
    await filing.sign(case_id, ctx.id, own.owner_id, ctx.now)
    return await view(ctx, case)


@route(
    "DELETE",
    "/cases/{case_id}/signatures/mine",
    who=Role.PERSON,
    status=204,
    refuses=(CaseNotFound, NotYourScope, NotAllowedNow, NotSigned),
    act=Unsign,
)
async def withdraw_signature(ctx: Context, case_id: UUID) -> None:
    """撤回本人签名（受理前）。R5.1。"""
    case, by = await locked(ctx, case_id)
    mine = next(
        (one.owner_id for one in case.facts().signers if one.person_id == str(ctx.id)), None
    )
    if mine is None:
        raise NotSigned()
    await take(ctx, case, Unsign(owner_id=mine), by)
    await filing.unsign(case_id, UUID(mine), ctx.now)


@route(
    "POST",
    "/cases/{case_id}/acceptance",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, ConditionsUnmet),
    act=Accept,
    status=200,
)
async def accept_case(ctx: Context, case_id: UUID) -> CaseView:
    """受理：四项条件逐项核对并留存，参数自此固定于本办件。附件一，R5。"""
    case, by = await locked(ctx, case_id)
    parameters = await current_parameters(case.community_id)
    facts = msgspec.structs.replace(case.facts(), parameters=parameters)
    judged = await judge(case, facts, 0, beijing_date(ctx.now))
    case.facts_json = msgspec.to_builtins(facts)
    await take(ctx, case, Accept(conditions=judged), by)
    await remember(case, "acceptance", 0, judged, ctx.now)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/withdrawal",
    who=CASE_PARTIES,
    refuses=(CaseNotFound, NotYourScope, NotAllowedNow, NotApplicant, ReasonMissing),
    act=WithdrawCase,
    status=200,
)
async def withdraw_case(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """撤回申请（登记备案前），预留的保费随即释放。第6节，R3.4。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, WithdrawCase(why=worded(body.reason)), by)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/return",
    who=CASEWORKERS,
    refuses=(CaseNotFound, NotAllowedNow, ReasonMissing),
    act=ReturnCase,
    status=200,
)
async def send_back_case(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """退回补正，写明缺少什么；逾期未补正则失效。第6节。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, ReturnCase(why=body.reason), by)
    return await view(ctx, case)


class CaseCorrection(Body, frozen=True):
    """申请人补正的内容和材料；直接投保的，可更正所填的保险单。"""

    note: Annotated[str, Meta(min_length=1, max_length=1000, pattern=r"\S", title="补正说明")]
    file_ids: Annotated[list[UUID], Meta(max_length=10)] = []
    policy: Annotated[DirectPolicy | None, Meta(description="直接投保的如实更正")] = None


@route(
    "POST",
    "/cases/{case_id}/correction",
    who=CASE_PARTIES,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotAllowedNow,
        NotApplicant,
        CorrectionOver,
        NotFound,
        WrongFlow,
        WrongElevators,
        WrongPeriod,
        SumsDiffer,
    ),
    act=CorrectCase,
    status=200,
)
async def correct_case(ctx: Context, case_id: UUID, body: CaseCorrection) -> CaseView:
    """提交补正材料。第6节。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, CorrectCase(note=body.note), by)
    await attach(ctx, case_id, "correction", body.file_ids)
    if body.policy is not None:
        named = {UUID(key) for key in case.facts().elevators}
        policy_in_order(case.flow, body.policy, named)
        await keep_policy(ctx, case_id, case.insurer_id, body.policy)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/rejection",
    who=CASEWORKERS,
    refuses=(CaseNotFound, NotAllowedNow, ReasonMissing),
    act=RejectCase,
    status=200,
)
async def reject_case(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """不予办理，写明理由；申请人可申请行政复议或提起行政诉讼。第6节。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, RejectCase(why=body.reason), by)
    return await view(ctx, case)
