"""Policies bought directly from an insurer: filed with their papers, then put on record. R5.5."""

from uuid import UUID, uuid4

import msgspec
from tortoise.exceptions import IntegrityError

from handlers.cases.application import DirectPolicy
from handlers.cases.papers import attach
from handlers.cases.views import CaseView, view
from handlers.route import Context, route
from handlers.steps import locked, take
from models.base import jsonb, one, sql
from models.cases import Case
from rules.cases import ContractFact, RecordPolicy
from rules.people import Role
from rules.refusals.asking import CaseNotFound
from rules.refusals.cases import ElevatorCovered, NotAllowedNow, PolicyNumberUsed
from rules.refusals.votes import WrongFlow


async def keep_policy(ctx: Context, case_id: UUID, insurer_id: UUID, policy: DirectPolicy) -> None:
    """The policy as filed waits for a clerk; what was filed before it is void."""
    await sql("UPDATE policy SET state = 'void' WHERE case_id = $1 AND state = 'pending'", case_id)
    await sql(
        "INSERT INTO policy (id, case_id, insurer_id, contract_number, from_on, to_on,"
        " premium_fen, cover, state, created_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8::jsonb,'pending',$9)",
        uuid4(),
        case_id,
        insurer_id,
        policy.contract_number or policy.number,
        policy.from_on,
        policy.to_on,
        policy.amount_fen,
        jsonb(policy),
        ctx.now,
    )
    await attach(ctx, case_id, "policy", policy.file_ids, number=policy.number)


@route(
    "POST",
    "/cases/{case_id}/recording",
    who=Role.CLERK,
    refuses=(CaseNotFound, NotAllowedNow, WrongFlow, ElevatorCovered, PolicyNumberUsed),
    act=RecordPolicy,
)
async def record_policy(ctx: Context, case_id: UUID) -> CaseView:
    """核对并登记直接投保的保险单，所列电梯即为已投保；期间重叠的不予登记。四(四)，R5.5。"""
    case, by = await locked(ctx, case_id)
    if case.flow != "direct":
        raise WrongFlow("只有直接投保的保险单在此登记")
    row = await one(
        "SELECT id, cover::text AS filed FROM policy WHERE case_id = $1 AND state = 'pending'",
        case_id,
    )
    if row is None:
        raise NotAllowedNow(state=case.state)
    filed = msgspec.json.decode(row["filed"], type=DirectPolicy)
    contract = ContractFact(
        number=filed.contract_number or filed.number,
        from_on=filed.from_on,
        to_on=filed.to_on,
        amount_fen=filed.amount_fen,
    )
    await take(ctx, case, RecordPolicy(number=filed.number, contract=contract), by)
    await _cover(row["id"], filed)
    return await view(ctx, await Case.find(case_id))


async def _cover(policy_id: UUID, filed: DirectPolicy) -> None:
    """One cover per elevator; the database refuses an overlap."""
    try:
        await sql(
            "UPDATE policy SET number = $2, state = 'active' WHERE id = $1",
            policy_id,
            filed.number,
        )
    except IntegrityError as error:
        raise PolicyNumberUsed() from error
    try:
        await sql(
            "INSERT INTO cover (id, policy_id, elevator_id, from_on, to_on, premium_fen, live)"
            " SELECT gen_random_uuid(), $1, e, $2, $3, p, true"
            " FROM unnest($4::uuid[], $5::bigint[]) AS parts(e, p)",
            policy_id,
            filed.from_on,
            filed.to_on,
            [part.elevator_id for part in filed.elevators],
            [part.premium_fen for part in filed.elevators],
        )
    except IntegrityError as error:
        raise ElevatorCovered() from error
