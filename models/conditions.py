"""Gathering what the four conditions are judged by, as of one day. R5; who signed and sold since
counts no more, R2.4."""

from collections import defaultdict
from collections.abc import Container, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from models import ledger, special
from models.base import jsonb, one, sql
from models.cases import Case
from models.parameters import current_parameters
from models.standing import still_owned
from rules.cases import Accept, Act, Condition, Facts, State
from rules.conditions import (
    ApplicantFacts,
    ElevatorFacts,
    MoneyFacts,
    Readiness,
    conditions,
    gaps,
    ready,
)
from rules.flows import flow_of
from rules.flows.money import Purse
from rules.flows.options import premium_judged
from rules.flows.pooled import POOLED
from rules.flows.signatures import heads_signed
from rules.funds import share_use
from rules.ledger import AccountKind


async def judge(case: Case, facts: Facts, premium_fen: int, today: date) -> tuple[Condition, ...]:
    """The four conditions of the case today, for this premium (0: not yet known)."""
    applicant = await _applicant(case, facts, today)
    if flow_of(facts.flow).records_policy:
        # Nothing of the Centre's is asked for: the policy is only put on record (四(四)).
        return ()
    money = await money_facts(case, facts, premium_fen)
    elevators = await elevators_on(
        [UUID(one_id) for one_id in facts.elevators], today, facts.parameters.maintenance_days
    )
    return conditions(applicant, money, elevators, today, facts.parameters)


async def judge_for(act: type[Act], case: Case, facts: Facts, today: date) -> tuple[Condition, ...]:
    """The four conditions as that act would judge them today: acceptance by the parameters of
    today, which it freezes."""
    if act is Accept:
        parameters = await current_parameters(case.community_id)
        facts = msgspec.structs.replace(facts, parameters=parameters)
    return await judge(case, facts, premium_judged(act, facts), today)


MANAGED = frozenset({"company", "independent"})
"""Who manages a community whose elevators may be insured: a firm, or its sole owner. R5.3."""

SETTLED = frozenset({State.CONTRACTED, State.REQUESTED, State.PREPARED})
"""From the contract on nothing is waited for: all of the premium must be there."""


async def money_facts(case: Case, facts: Facts, premium_fen: int) -> MoneyFacts:
    """What pays this case, by its flow, and whether what is missing may still come in. R5.2."""
    flow = flow_of(facts.flow)
    if flow.purse is Purse.POOL:
        found = await spendable(case.scope_id, case.id, facts.version)
    elif flow.purse is Purse.HOMES:
        found = await _of_homes(case, facts, premium_fen)
    else:
        found = await _of_special(case, facts)
    awaited = flow.gathers and facts.state not in SETTLED
    return MoneyFacts(found, premium_fen, flow.name, awaited)


async def _of_special(case: Case, facts: Facts) -> int:
    special_id = case.special_id
    if special_id is None and flow_of(facts.flow).purse is Purse.SCOPE:
        special_id = await special.of_scope(case.scope_id)
    return await special.free_fen(special_id, case.id, facts.version) if special_id else 0


async def _of_homes(case: Case, facts: Facts, premium_fen: int) -> int:
    """What the homes' own funds bear of the premium, and what their owners paid in beside.

    Held by the plan, that is what it holds; before, each home's part as far as its fund goes, or
    all that is free while no premium is known.
    """
    row = await one(
        "SELECT (SELECT coalesce(sum(amount_fen), 0) FROM ledger_hold WHERE case_id = $1"
        "   AND plan_version = $2 AND state = 'open')::bigint AS held_fen,"
        " coalesce((SELECT balance_fen FROM ledger_account WHERE code = 'collected:' || $3::text),"
        "   0)::bigint AS collected_fen",
        case.id,
        facts.version,
        str(case.id),
    )
    assert row is not None
    collected = int(row["collected_fen"])
    if facts.version and facts.premium_fen and facts.state is not State.ACCEPTED:
        return int(row["held_fen"]) + collected
    homes = await sql(
        "SELECT h.id, h.area_cm2, greatest(0, coalesce(f.balance_fen - f.held_fen, 0))"
        "   + greatest(0, coalesce(i.balance_fen - i.held_fen, 0)) AS free_fen"
        "  FROM home h JOIN unit u ON u.id = h.unit_id"
        "  LEFT JOIN ledger_account f ON f.code = 'household_fund:' || h.id::text"
        "  LEFT JOIN ledger_account i ON i.code = 'household_interest:' || h.id::text"
        " WHERE u.scope_id = $1 AND h.counts",
        case.scope_id,
    )
    areas = {home["id"]: home["area_cm2"] for home in homes}
    free = {home["id"]: int(home["free_fen"]) for home in homes}
    if not premium_fen or not any(areas.values()):
        return sum(free.values()) + collected
    return sum(one_.paid_fen for one_ in share_use(premium_fen, areas, free)) + collected


async def before_applying(
    elevators: Sequence[UUID],
    taken: Container[str],
    scope_id: UUID,
    community_id: UUID,
    today: date,
) -> dict[str, Readiness]:
    """By code these elevators of a scope as they would be judged today, with what the pooled
    account has free; `taken` are the codes of those that an open case names. R5.2 to R5.5."""
    parameters = await current_parameters(community_id)
    accounts = await ledger.accounts_for(AccountKind.POOLED, [scope_id])
    free = accounts[scope_id].available_fen if scope_id in accounts else 0
    money = MoneyFacts(free, flow=POOLED.name)
    known = await elevators_on(list(elevators), today, parameters.maintenance_days)
    return {one.code: ready(one, money, one.code in taken, today, parameters) for one in known}


async def spendable(scope_id: UUID, case_id: UUID, version: int) -> int:
    """Fen that this case can spend: what is available and what it holds itself."""
    account = await ledger.account_for(AccountKind.POOLED, scope_id)
    own = await ledger.holds_of(case_id, version)
    return account.available_fen + sum(one.amount_fen for one in own if one.state == "open")


async def _applicant(case: Case, facts: Facts, today: date) -> ApplicantFacts:
    if facts.applicant == "signers":
        homes = {UUID(one.owner_id): [UUID(home) for home in one.homes] for one in facts.signers}
        owning = await still_owned(homes, today)
        left = tuple(one for one in facts.signers if UUID(one.owner_id) in owning)
        kept = heads_signed(msgspec.structs.replace(facts, signers=left))
        return ApplicantFacts("signers", kept, True, len(facts.signers) - len(left))
    row = await one(
        "SELECT 1 AS yes FROM acts_for($1, $4) WHERE community_id = $2 AND role = $3 LIMIT 1",
        UUID(facts.applicant_id),
        case.community_id,
        facts.applicant,
        today,
    )
    return ApplicantFacts(facts.applicant, 0, row is not None)


async def elevators_on(
    ids: Sequence[UUID], today: date, maintenance_days: int
) -> list[ElevatorFacts]:
    """The elevators as the roll knows them that day, by code."""
    since = today - timedelta(days=365)
    rows = await sql(
        "SELECT e.*, c.managed FROM elevator e JOIN building b ON b.id = e.building_id"
        " JOIN community c ON c.id = b.community_id WHERE e.id = ANY($1::uuid[]) ORDER BY e.code",
        list(ids),
    )
    visits = await sql(
        "SELECT elevator_id, visited_on FROM maintenance_visit"
        " WHERE elevator_id = ANY($1::uuid[]) AND visited_on BETWEEN $2 AND $3",
        list(ids),
        since,
        today,
    )
    by_elevator: dict[UUID, list[date]] = defaultdict(list)
    for visit in visits:
        by_elevator[visit["elevator_id"]].append(visit["visited_on"])
    found: list[ElevatorFacts] = []
    for row in rows:
        days = by_elevator[row["id"]]
        start = max(since, row["installed_on"])
        found.append(
            ElevatorFacts(
                code=row["code"],
                installed_on=row["installed_on"],
                inspected_on=row["inspected_on"],
                inspection_due_on=row["inspection_due_on"],
                certificate=row["certificate"],
                licence_until_on=row["licence_until_on"],
                last_visit_on=max(days, default=None),
                gaps=gaps(days, start, today, maintenance_days),
                managed=row["managed"] in MANAGED,
                condemned=row["condemned"],
                open_defect=row["open_defect"],
            )
        )
    return found


async def remember(
    case: Case, occasion: str, version: int, judged: Sequence[Condition], now: datetime
) -> None:
    """Keep the judgement with its facts, also one that failed. R5."""
    await sql(
        "INSERT INTO condition_check (id, case_id, occasion, version, result, passed, checked_at)"
        " VALUES (gen_random_uuid(), $1, $2, $3, $4::jsonb, $5, $6)",
        case.id,
        occasion,
        version,
        jsonb(judged),
        all(one.passed for one in judged),
        now,
    )
