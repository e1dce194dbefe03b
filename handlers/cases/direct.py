"""Policies bought directly from an insurer: filed with their papers, then put on record. R5.5."""

from uuid import UUID

import msgspec

from handlers.cases.application import DirectPolicy
from handlers.cases.papers import attach
from handlers.cases.views import CaseView, view
from handlers.route import Context, route
from handlers.steps import locked, take
from models import payouts
from models.base import jsonb
from models.cases import Case
from rules.cases import ContractFact, RecordPolicy
from rules.flows import flow_of
from rules.people import Role
from rules.refusals.asking import CaseNotFound
from rules.refusals.cases import ElevatorCovered, NotAllowedNow, PolicyNumberUsed
from rules.refusals.votes import WrongFlow


async def keep_policy(ctx: Context, case_id: UUID, insurer_id: UUID, policy: DirectPolicy) -> None:
    """The policy as filed waits for a clerk; what was filed before it is void."""
    filed = ContractFact(
        number=policy.contract_number or policy.number,
        from_on=policy.from_on,
        to_on=policy.to_on,
        amount_fen=policy.amount_fen,
    )
    await payouts.file_policy(case_id, insurer_id, filed, jsonb(policy), ctx.now)
    await attach(ctx, case_id, "policy", policy.file_ids, number=policy.number)


@route(
    "POST",
    "/cases/{case_id}/recording",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, WrongFlow, ElevatorCovered, PolicyNumberUsed),
    act=RecordPolicy,
    status=200,
)
async def record_policy(ctx: Context, case_id: UUID) -> CaseView:
    """核对并登记直接投保的保险单，所列电梯即为已投保；期间重叠的不予登记。四(四)，R5.5。"""
    case, by = await locked(ctx, case_id)
    if not flow_of(case.flow).records_policy:
        raise WrongFlow("只有直接投保的保险单在此登记")
    covered = await payouts.pending_policy(case_id)
    if covered is None:
        raise NotAllowedNow(state=case.state)
    filed = msgspec.json.decode(covered, type=DirectPolicy)
    contract = ContractFact(
        number=filed.contract_number or filed.number,
        from_on=filed.from_on,
        to_on=filed.to_on,
        amount_fen=filed.amount_fen,
    )
    await take(ctx, case, RecordPolicy(number=filed.number, contract=contract), by)
    return await view(ctx, await Case.find(case_id))
