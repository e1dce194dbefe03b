"""An application as it is sent, and whether this person may send it. R5.1, R5.5, section 6."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.numbers import MaybeNumber, PaperNumber
from handlers.route import Body, Context
from models import special
from models.cases import Case, filing
from models.standing import Voice, appointments, same_body, voice
from rules.cases import State
from rules.cases.facts import Applicant, Emergency
from rules.days import beijing_date
from rules.flows import FLOWS, FlowName
from rules.people import Role
from rules.refusals.asking import CaseNotFound, NotYourScope
from rules.refusals.cases import (
    InsurerUnavailable,
    NoAuthorisation,
    SumsDiffer,
    WrongElevators,
    WrongPeriod,
)
from rules.refusals.votes import NotRenewable, WrongFlow
from rules.special import running_years

Fen = Annotated[int, Meta(ge=1, le=100_000_000_00)]


class DirectPolicyElevator(Body, frozen=True):
    """直接投保的保险单中的一台电梯及其保费，单位：分。"""

    elevator_id: UUID
    premium_fen: Fen


class DirectPolicy(Body, frozen=True):
    """业主直接向保险机构投保的保险单及其材料；`to_on` 为保险最后一日。"""

    number: Annotated[PaperNumber, Meta(title="保险单号")]
    from_on: Annotated[date, Meta(title="保险起始日")]
    to_on: Annotated[date, Meta(title="保险到期日", description="含当日")]
    amount_fen: Annotated[Fen, Meta(title="保费合计")]
    elevators: Annotated[list[DirectPolicyElevator], Meta(min_length=1, max_length=20)]
    file_ids: Annotated[list[UUID], Meta(min_length=1, max_length=10, title="保险单文件")]
    contract_number: Annotated[MaybeNumber, Meta(description="没有合同的为空")] = ""


class Application(Body, frozen=True):
    """为一幢楼或一个单元指定的电梯申请投保一个年度。

    `flow` 决定由什么钱支付；`renews` 是以其专户续付一年的原办件；`policy` 是业主已直接投保、只
    需登记备案的保险单。
    """

    scope_id: UUID
    elevator_ids: Annotated[list[UUID], Meta(min_length=1, max_length=20, title="电梯")]
    insurer_id: UUID
    flow: FlowName = next(iter(FLOWS))
    applicant: Applicant = "signers"
    renews: Annotated[
        UUID | None,
        Meta(description="续保时填上一年的办件，由其专户再付一年"),
    ] = None
    policy: Annotated[DirectPolicy | None, Meta(description="直接投保必填，其他方式不填")] = None
    authorisation_file_id: UUID | None = None
    urgent: bool = False
    urgent_kind: Emergency = "unsafe"
    urgent_reason: Annotated[str, Meta(max_length=300)] = ""
    urgent_file_ids: Annotated[list[UUID], Meta(max_length=10)] = []


async def standing(ctx: Context, body: Application, community_id: UUID) -> Voice | None:
    """The owner's voice, or None for a body whose papers hold today.

    Raises WrongFlow, NotYourScope, NoAuthorisation.
    """
    if body.applicant not in FLOWS[body.flow].applicants:
        raise WrongFlow("该申请人不能按此方式办理", flow=body.flow, applicant=body.applicant)
    today = beijing_date(ctx.now)
    if body.applicant == "signers":
        own = await voice(ctx.id, body.scope_id, today)
        if own is None:
            raise NotYourScope()
        return own
    if body.applicant not in await appointments(ctx.id, community_id, today):
        raise NoAuthorisation()
    # A sole owner's papers were judged with the appointment, a policy's lie with the policy.
    papers = Role(body.applicant) is Role.INDEPENDENT or FLOWS[body.flow].records_policy
    if body.authorisation_file_id is None and not papers:
        raise NoAuthorisation("请上传书面授权")
    return None


async def insurer_serves(ctx: Context, body: Application) -> None:
    """The insurer is admitted today; for a policy bought directly it need only be known. R10.1."""
    today = beijing_date(ctx.now)
    listed = await filing.admitted(body.insurer_id, today)
    if listed is None or not (listed or FLOWS[body.flow].records_policy):
        raise InsurerUnavailable()


async def elevators_serve(body: Application) -> None:
    """Every elevator serves the scope and is named once. Raises WrongElevators."""
    if await filing.serving(body.elevator_ids, body.scope_id) != set(body.elevator_ids):
        raise WrongElevators()
    if len(set(body.elevator_ids)) != len(body.elevator_ids):
        raise WrongElevators("同一电梯只能列一次")


def policy_in_order(flow: str, policy: DirectPolicy | None, elevators: set[UUID]) -> None:
    """A direct policy is there and says the same everywhere; in other flows there is none."""
    if (policy is None) is FLOWS[flow].records_policy:
        raise WrongFlow("直接投保须填写保险单，其他方式不填写")
    if policy is None:
        return
    parts = {part.elevator_id: part.premium_fen for part in policy.elevators}
    if parts.keys() != elevators or len(parts) != len(policy.elevators):
        raise WrongElevators("保险单须逐台列明所申报的电梯")
    if sum(parts.values()) != policy.amount_fen:
        raise SumsDiffer(policy_fen=policy.amount_fen, sum_fen=sum(parts.values()))
    if policy.to_on < policy.from_on:
        raise WrongPeriod(from_on=policy.from_on)


async def renewed(ctx: Context, body: Application, community_id: UUID) -> Case | None:
    """The case of the year before, locked, whose special account goes on. 二(三)3.

    Raises NotRenewable unless it is an insured case of the same sole owner and place, names all of
    these elevators, was not renewed yet, and years paid in at once are left.
    """
    if body.renews is None:
        return None
    if not FLOWS[body.flow].renewable:
        raise NotRenewable("只有独立产权人的办件可以在原专户续保")
    try:
        case = await Case.lock(body.renews)
    except CaseNotFound as error:
        raise NotRenewable() from error
    facts = case.facts()
    same = case.flow == body.flow and case.scope_id == body.scope_id
    holder = UUID(facts.applicant_id)
    if not same or not await same_body(ctx.id, holder, community_id, beijing_date(ctx.now)):
        raise NotRenewable()
    if facts.state is not State.INSURED or case.special_id is None:
        raise NotRenewable("上一年度尚未承保")
    if not {str(one) for one in body.elevator_ids} <= set(facts.elevators):
        raise NotRenewable("续保的电梯须为原办件所列电梯")
    years = running_years(await special.cases_of(case.special_id))
    _refuse_late(case, years, await special.years_at_once(years))
    return case


def _refuse_late(case: Case, years: Sequence[Mapping[str, Any]], most: int) -> None:
    if any(row["renews"] == str(case.id) for row in years):
        raise NotRenewable("该办件已经续保")
    if len(years) >= most or case.id not in {row["id"] for row in years}:
        raise NotRenewable(f"一次缴存的 {most} 年已满，请重新申请")
