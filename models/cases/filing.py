"""What an application puts into the tables, and what stands against it there. R5.1, R5.5."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from models.base import jsonb, one, sql
from models.cases import Plan, Signature
from models.ids import new_id
from models.standing import Viewer, sees_case
from rules.cases import Facts
from rules.refusals.cases import AlreadySigned, ElevatorTaken


async def hold_scope(scope_id: UUID) -> UUID | None:
    """The community of the scope, or None; a switch of the scope that is being confirmed is waited
    for, and none is confirmed until the transaction ends."""
    row = await one(
        "SELECT b.community_id FROM scope s JOIN building b ON b.id = s.building_id"
        " WHERE s.id = $1 FOR KEY SHARE OF s",
        scope_id,
    )
    return row["community_id"] if row else None


async def community_of(scope_id: UUID) -> UUID | None:
    """The community of the scope, or None where there is no such scope."""
    row = await one(
        "SELECT b.community_id FROM scope s JOIN building b ON b.id = s.building_id"
        " WHERE s.id = $1",
        scope_id,
    )
    return row["community_id"] if row else None


async def admitted(insurer_id: UUID, on: date) -> bool | None:
    """Whether the insurer is on the panel that day; None where there is no such insurer."""
    row = await one(
        "SELECT suspended_at IS NULL AND admitted_from_on <= $2 AND admitted_to_on >= $2 AS yes"
        " FROM insurer WHERE id = $1",
        insurer_id,
        on,
    )
    return bool(row["yes"]) if row else None


async def serving(elevator_ids: Sequence[UUID], scope_id: UUID) -> set[UUID]:
    """Those of the elevators that serve a unit of the scope."""
    rows = await sql(
        "SELECT DISTINCT eu.elevator_id FROM elevator_unit eu JOIN unit u ON u.id = eu.unit_id"
        " WHERE eu.elevator_id = ANY($1::uuid[]) AND u.scope_id = $2",
        list(elevator_ids),
        scope_id,
    )
    return {row["elevator_id"] for row in rows}


# The elevators that serve the scope ($6), and the open case that names each, if the viewer ($1 to
# $5) sees it.
_ELEVATORS = f"""
SELECT e.id, e.code, e.name, e.installed_on, held.id IS NULL AS free,
       CASE WHEN held.sees THEN held.id END AS case_id,
       CASE WHEN held.sees THEN held.number END AS case_number,
       CASE WHEN held.sees THEN held.flow END AS case_flow,
       CASE WHEN held.sees THEN held.state END AS case_state,
       ARRAY(SELECT u.name FROM elevator_unit eu JOIN unit u ON u.id = eu.unit_id
              WHERE eu.elevator_id = e.id ORDER BY u.name) AS serves,
       (SELECT max(c.to_on) FROM cover c
         WHERE c.elevator_id = e.id AND c.live) AS covered_until_on
  FROM elevator e
  LEFT JOIN LATERAL (
       SELECT k.id, k.number, k.flow, k.state, {sees_case("k")} AS sees
         FROM case_elevator ce JOIN "case" k ON k.id = ce.case_id
        WHERE ce.elevator_id = e.id AND ce.open) held ON true
 WHERE e.id IN (SELECT eu2.elevator_id FROM elevator_unit eu2
                  JOIN unit u2 ON u2.id = eu2.unit_id WHERE u2.scope_id = $6)
 ORDER BY e.code
"""


async def elevators_of_scope(scope_id: UUID, viewer: Viewer) -> list[dict[str, Any]]:
    """The elevators that serve the scope, by code: whom each serves, the open case that names it,
    until when it is covered."""
    return await sql(_ELEVATORS, *viewer.params(), scope_id)


async def insert(facts: Facts, community_id: UUID, by: UUID) -> None:
    """The case and its elevators, as they were applied for. Raises ElevatorTaken where one of them
    is named by another open case: the database says so, whoever came first."""
    case_id = UUID(facts.case_id)
    await sql(
        'INSERT INTO "case" (id, number, flow, scope_id, community_id, insurer_id, state, version,'
        " urgent, due_at, facts, created_by, created_at, changed_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,0,$8,$9,$10::jsonb,$11,$12,$12)",
        case_id,
        facts.number,
        facts.flow,
        UUID(facts.scope_id),
        community_id,
        UUID(facts.insurer_id),
        facts.state,
        facts.urgent,
        facts.due_at(),
        jsonb(facts),
        by,
        facts.created_at,
    )
    try:
        await sql(
            "INSERT INTO case_elevator (id, case_id, elevator_id, open)"
            " SELECT gen_random_uuid(), $1, unnest($2::uuid[]), true",
            case_id,
            sorted(UUID(one_) for one_ in facts.elevators),
        )
    except IntegrityError as error:
        raise ElevatorTaken() from error


async def sign(case_id: UUID, person_id: UUID, owner_id: UUID, now: datetime) -> None:
    """The owner's signature stands. Raises AlreadySigned: one owner, one signature in force."""
    try:
        await sql(
            "INSERT INTO signature (id, case_id, person_id, owner_id, signed_at)"
            " VALUES (gen_random_uuid(), $1, $2, $3, $4)",
            case_id,
            person_id,
            owner_id,
            now,
        )
    except IntegrityError as error:
        raise AlreadySigned() from error


async def unsign(case_id: UUID, owner_id: UUID, now: datetime) -> None:
    """The owner's signature is withdrawn and stays as history."""
    await Signature.filter(case_id=case_id, owner_id=owner_id, withdrawn_at__isnull=True).update(
        withdrawn_at=now
    )


async def keep_plan(
    case_id: UUID, version: int, body: Any, premium_fen: int, by: UUID, now: datetime
) -> None:
    """The plan of that version as it was filed."""
    await Plan.create(
        id=new_id(),
        case_id=case_id,
        version=version,
        body=body,
        premium_fen=premium_fen,
        filed_by=by,
        filed_at=now,
    )
