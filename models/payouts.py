"""The rows of a payout, a policy and its cover, kept in step with what the rules decided. R9, R5.5.

`follow` is called where a case changes state, after the money has moved; nothing else writes
these rows but a filing of a policy bought elsewhere (`file_policy`) and the daily reminder.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.json import decode
from tortoise.exceptions import IntegrityError

from models.base import one, sql
from models.cases import Case
from models.ids import new_id
from rules.cases import OVER, ContractFact, Facts, PayoutFact
from rules.money import split
from rules.refusals.cases import ElevatorCovered, InvoiceUsed, PolicyNumberUsed


class _Part(Struct, frozen=True):
    elevator_id: UUID
    premium_fen: int


class _Covered(Struct, frozen=True):
    """Of a plan, or of a policy bought elsewhere, what each elevator costs, in fen."""

    elevators: list[_Part]


async def follow(
    case: Case, before: Facts, after: Facts, journal_id: UUID | None, now: datetime
) -> None:
    """Payout, policy and cover are what the case's facts say; `journal_id` is what paid it.

    Refuses InvoiceUsed, PolicyNumberUsed, and ElevatorCovered where a cover would overlap.
    """
    if after.payout != before.payout:
        await _payout(case, before.payout, after.payout, journal_id, now)
    if after.policy_number != before.policy_number:
        await _issue(case.id, after.policy_number)
    if after.contract is not None and after.contract != before.contract:
        await _cover(case, after.version, after.contract, now)
    given_up = after.contract is None and before.contract is not None
    if given_up or (after.state in OVER and before.state not in OVER):
        await _void(case.id)


async def _payout(
    case: Case,
    before: PayoutFact | None,
    after: PayoutFact | None,
    journal_id: UUID | None,
    now: datetime,
) -> None:
    if after is None:
        await sql("UPDATE payout SET state = 'returned' WHERE case_id = $1", case.id)
    elif before is None:
        await _request(case, after)
    else:
        paid = bool(after.approved_by)
        await sql(
            "UPDATE payout SET state = $2, due_on = $3, provisional = $4, prepared_by = $5,"
            " approved_by = $6, paid_at = coalesce(paid_at, $7), journal_id = coalesce($8,"
            " journal_id), payee_id = coalesce($9, payee_id) WHERE case_id = $1",
            case.id,
            "paid" if paid else "prepared" if after.prepared_by else "requested",
            after.due_on,
            after.provisional,
            UUID(after.prepared_by) if after.prepared_by else None,
            UUID(after.approved_by) if paid else None,
            now if paid else None,
            journal_id,
            UUID(after.payee_id) if after.payee_id else None,
        )


async def _request(case: Case, payout: PayoutFact) -> None:
    """It is asked for; which account of the insurer's is paid, its preparation says. R3.5."""
    try:
        await sql(
            "INSERT INTO payout (id, case_id, invoice_number, invoice_fen, amount_fen, state,"
            " complete_on, due_on, provisional)"
            " VALUES (gen_random_uuid(), $1, $2, $3, $3, 'requested', $4, $5, $6)"
            " ON CONFLICT (case_id) DO UPDATE SET invoice_number = excluded.invoice_number,"
            " invoice_fen = excluded.invoice_fen, amount_fen = excluded.amount_fen,"
            " payee_id = NULL, state = 'requested', prepared_by = NULL,"
            " complete_on = excluded.complete_on, due_on = excluded.due_on,"
            " provisional = excluded.provisional, reminded_on = NULL",
            case.id,
            payout.invoice_number,
            payout.amount_fen,
            payout.complete_on,
            payout.due_on,
            payout.provisional,
        )
    except IntegrityError as error:
        raise InvoiceUsed() from error


async def _issue(case_id: UUID, number: str) -> None:
    try:
        await sql(
            "UPDATE policy SET number = $2, state = 'active'"
            " WHERE case_id = $1 AND state = 'pending'",
            case_id,
            number,
        )
    except IntegrityError as error:
        raise PolicyNumberUsed() from error


async def _cover(case: Case, version: int, contract: ContractFact, now: datetime) -> None:
    """One cover per elevator, of the policy that was filed or, by the plan, of a pending one; the
    contract's sum is divided as the plan's (R3.7). The database refuses an overlap."""
    row = await one(
        "SELECT id, cover::text AS covered FROM policy WHERE case_id = $1 AND state <> 'void'",
        case.id,
    )
    if row is None:
        row = await _pending(case, version, contract, now)
    parts = {one_.elevator_id: one_.premium_fen for one_ in _covered(row["covered"])}
    costs = split(contract.amount_fen, parts)
    try:
        await sql(
            "INSERT INTO cover (id, policy_id, elevator_id, from_on, to_on, premium_fen, live)"
            " SELECT gen_random_uuid(), $1, e, $2, $3, p, true"
            " FROM unnest($4::uuid[], $5::bigint[]) AS parts(e, p)",
            row["id"],
            contract.from_on,
            contract.to_on,
            list(costs),
            list(costs.values()),
        )
    except IntegrityError as error:
        raise ElevatorCovered() from error


def _covered(text: str) -> list[_Part]:
    return decode(text, type=_Covered).elevators


async def _pending(
    case: Case, version: int, contract: ContractFact, now: datetime
) -> dict[str, Any]:
    rows = await sql(
        "INSERT INTO policy (id, case_id, insurer_id, contract_number, from_on, to_on,"
        " premium_fen, cover, state, created_at)"
        " SELECT $1, $2, $3, $4, $5, $6, $7, p.body, 'pending', $8 FROM plan p"
        "  WHERE p.case_id = $2 AND p.version = $9 RETURNING id, cover::text AS covered",
        new_id(),
        case.id,
        case.insurer_id,
        contract.number,
        contract.from_on,
        contract.to_on,
        contract.amount_fen,
        now,
        version,
    )
    return rows[0]


async def _void(case_id: UUID) -> None:
    """What was not issued covers nothing any more."""
    await sql(
        "UPDATE cover SET live = false FROM policy p"
        " WHERE cover.policy_id = p.id AND p.case_id = $1 AND p.state = 'pending'",
        case_id,
    )
    await sql("UPDATE policy SET state = 'void' WHERE case_id = $1 AND state = 'pending'", case_id)


async def file_policy(
    case_id: UUID, insurer_id: UUID, contract: ContractFact, covered: str, now: datetime
) -> None:
    """A policy bought elsewhere waits to be recorded, with its elevators (`covered`, JSON) as they
    were filed; what was filed for the case before is void."""
    await sql("UPDATE policy SET state = 'void' WHERE case_id = $1 AND state = 'pending'", case_id)
    await sql(
        "INSERT INTO policy (id, case_id, insurer_id, contract_number, from_on, to_on,"
        " premium_fen, cover, state, created_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8::jsonb,'pending',$9)",
        new_id(),
        case_id,
        insurer_id,
        contract.number,
        contract.from_on,
        contract.to_on,
        contract.amount_fen,
        covered,
        now,
    )


async def pending_policy(case_id: UUID) -> str | None:
    """What a policy that waits says of its elevators and papers, as JSON; None without one."""
    row = await one(
        "SELECT cover::text AS covered FROM policy WHERE case_id = $1 AND state = 'pending'",
        case_id,
    )
    return row["covered"] if row else None


async def due_for_reminder(today: date, until: date) -> list[UUID]:
    """Cases whose payout is due by `until` and was not reminded of `today`, the first due first;
    at most 200."""
    rows = await sql(
        'SELECT p.case_id FROM payout p JOIN "case" k ON k.id = p.case_id'
        " WHERE p.state IN ('requested', 'prepared') AND k.state IN ('requested', 'prepared')"
        " AND p.due_on <= $1 AND (p.reminded_on IS NULL OR p.reminded_on < $2)"
        " ORDER BY p.due_on LIMIT 200",
        until,
        today,
    )
    return [row["case_id"] for row in rows]


async def remind(case_id: UUID, today: date) -> date | None:
    """The payout was reminded of today: by when it is due, None where it already was."""
    row = await one(
        "UPDATE payout SET reminded_on = $2 WHERE case_id = $1"
        " AND state IN ('requested', 'prepared')"
        " AND (reminded_on IS NULL OR reminded_on < $2) RETURNING due_on",
        case_id,
        today,
    )
    return row["due_on"] if row else None
