"""What each home bears, owes and has paid of a case, as it is stored. R3.7, section 6."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec.json import decode

from models.base import jsonb, one, sql
from models.cases import Case
from rules.cases import CollectionFact, Facts
from rules.collecting import HomeShare, scaled
from rules.flows import flow_of
from rules.special import Method, shared, to_share_fen


async def planned_shares(case_id: UUID, version: int) -> list[HomeShare]:
    """The shares of this version of the plan, by ascending home."""
    rows = await sql(
        "SELECT home_id, fund_fen, owed_fen FROM case_share WHERE case_id = $1 AND version = $2"
        " ORDER BY home_id",
        case_id,
        version,
    )
    return [HomeShare(**row) for row in rows]


async def shares_now(case_id: UUID, facts: Facts) -> list[HomeShare]:
    """The shares as they count now: those of the plan, of homes' own funds less in proportion once
    a contract costs less (R9.3). What it leaves of a special account stays there (四(四))."""
    shares = await planned_shares(case_id, facts.version)
    if facts.contract is None or not shares or flow_of(facts.flow).special:
        return shares
    return scaled(shares, min(facts.contract.amount_fen, sum(one.part_fen for one in shares)))


async def keep_shares(
    case_id: UUID, version: int, shares: Sequence[HomeShare], areas: Mapping[UUID, int]
) -> None:
    """These are the homes' parts of that version of the plan, for good; `areas` in cm2."""
    await sql(
        "INSERT INTO case_share (id, case_id, version, home_id, area_cm2, part_fen, fund_fen,"
        " owed_fen) SELECT gen_random_uuid(), $1, $2, l.*"
        " FROM unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[]) AS l",
        case_id,
        version,
        [one.home_id for one in shares],
        [areas[one.home_id] for one in shares],
        [one.part_fen for one in shares],
        [one.fund_fen for one in shares],
        [one.owed_fen for one in shares],
    )


# Receipts that count and refunds that were paid; drafts of both only where they are asked for.
_PAID = """
SELECT m.home_id, sum(m.fen)::bigint AS fen FROM (
    SELECT home_id, amount_fen AS fen FROM case_receipt
     WHERE case_id = $1 AND (state = 'posted' OR (state = 'draft' AND $2))
     UNION ALL
    SELECT home_id, -amount_fen FROM case_refund
     WHERE case_id = $1 AND (state = 'posted' OR (state = 'draft' AND $3))) m
 GROUP BY m.home_id
"""


async def paid_by_home(
    case_id: UUID, receipts_entered: bool = False, refunds_entered: bool = False
) -> dict[UUID, int]:
    """What each home paid in less what it got back, in fen; what was entered and not yet
    confirmed counts as told."""
    rows = await sql(_PAID, case_id, receipts_entered, refunds_entered)
    return {row["home_id"]: row["fen"] for row in rows if row["home_id"] is not None}


async def paid_of(
    case_id: UUID,
    home_id: UUID | None,
    receipts_entered: bool = False,
    refunds_entered: bool = False,
) -> int:
    """The same of one home, or of an independent owner, whose deposit is of none."""
    rows = await sql(_PAID, case_id, receipts_entered, refunds_entered)
    return sum(row["fen"] for row in rows if row["home_id"] == home_id)


_LACKING = """
SELECT s.case_id, sum(greatest(0, s.owed_fen - coalesce(p.fen, 0)))::bigint AS fen
  FROM case_share s JOIN "case" k ON k.id = s.case_id AND k.version = s.version
  JOIN (SELECT DISTINCT home_id FROM own_homes($1, $2) WHERE counts) o ON o.home_id = s.home_id
  CROSS JOIN LATERAL (SELECT sum(m.fen) AS fen FROM (
       SELECT r.amount_fen AS fen FROM case_receipt r
        WHERE r.case_id = s.case_id AND r.home_id = s.home_id AND r.state = 'posted'
        UNION ALL
       SELECT -x.amount_fen FROM case_refund x
        WHERE x.case_id = s.case_id AND x.home_id = s.home_id AND x.state = 'posted') m) p
 WHERE s.case_id = ANY($3::uuid[]) GROUP BY s.case_id
"""


async def lacking_of(person_id: UUID, on: date, case_ids: Sequence[UUID]) -> dict[UUID, int]:
    """What the person's own homes still owe in each of these cases before its contract, in fen."""
    if not case_ids:
        return {}
    rows = await sql(_LACKING, person_id, on, list(case_ids))
    return {row["case_id"]: row["fen"] for row in rows if row["fen"]}


async def homes_of(scope_id: UUID) -> dict[UUID, int]:
    """The counting homes of the scope with their areas in cm2. R2.2."""
    rows = await sql(
        "SELECT h.id, h.area_cm2 FROM home h JOIN unit u ON u.id = h.unit_id"
        " WHERE u.scope_id = $1 AND h.counts ORDER BY h.id",
        scope_id,
    )
    return {row["id"]: row["area_cm2"] for row in rows}


async def holds_by_home(case_id: UUID, version: int) -> dict[UUID, list[tuple[UUID, int]]]:
    """What this version of the plan holds of each home: account and fen, principal first."""
    rows = await sql(
        "SELECT a.owner_ref AS home_id, h.account_id, h.amount_fen FROM ledger_hold h"
        " JOIN ledger_account a ON a.id = h.account_id"
        " WHERE h.case_id = $1 AND h.plan_version = $2"
        " ORDER BY a.owner_ref, a.kind = 'household_interest'",
        case_id,
        version,
    )
    holds: dict[UUID, list[tuple[UUID, int]]] = {}
    for row in rows:
        holds.setdefault(row["home_id"], []).append((row["account_id"], row["amount_fen"]))
    return holds


# --- what was paid in for a case, and how homes propose to share what is lacking

PAID_IN = """
((SELECT coalesce(sum(r.amount_fen), 0) FROM case_receipt r
   WHERE r.case_id = k.id AND r.state = 'posted')
 - (SELECT coalesce(sum(x.amount_fen), 0) FROM case_refund x
     WHERE x.case_id = k.id AND x.state = 'posted'))::bigint AS paid_in_fen
"""
"""Receipts less refunds of a case `k`, in fen."""


async def paid_in_fen(case_id: UUID) -> int:
    """What was paid in for the case and is not given back, in fen."""
    row = await one(f'SELECT {PAID_IN} FROM "case" k WHERE k.id = $1', case_id)
    return int(row["paid_in_fen"]) if row else 0


async def propose_by_area(case: Case, after: Facts, now: datetime) -> None:
    """What must come in is divided by area, where anything must and any home counts. R3.7."""
    total = await shared_fen(case, after.collection)
    areas = await homes_of(case.scope_id)
    if total and any(areas.values()):
        await propose(case, after, "area", total, shared(total, areas, "area"), None, now)


async def shared_fen(case: Case, collection: CollectionFact | None) -> int:
    """What the homes of the scope share for this plan, in fen."""
    if collection is None:
        return 0
    paid = await paid_in_fen(case.id)
    return to_share_fen(collection.needed_fen, collection.gathered_fen, paid)


async def propose(
    case: Case,
    facts: Facts,
    method: Method,
    total_fen: int,
    parts: Mapping[UUID, int],
    actor: UUID | None,
    now: datetime,
) -> None:
    """This is what the owners are to vote on from now on."""
    await sql(
        "INSERT INTO share_proposal (id, case_id, version, nth, method, total_fen, parts,"
        " proposed_by, proposed_at) SELECT gen_random_uuid(), $1, $2,"
        " 1 + count(*), $3, $4, $5::jsonb, $6, $7 FROM share_proposal"
        " WHERE case_id = $1 AND version = $2",
        case.id,
        facts.version,
        method,
        total_fen,
        jsonb({str(home): fen for home, fen in parts.items()}),
        actor,
        now,
    )


async def proposal_of(case_id: UUID, version: int) -> dict[str, Any] | None:
    """The latest proposal: method, total_fen, parts (home id -> fen), proposed_at; or None."""
    row = await one(
        "SELECT method, total_fen, proposed_at, (SELECT jsonb_agg(jsonb_build_array(key, value)"
        " ORDER BY key)::text FROM jsonb_each_text(parts)) AS parts FROM share_proposal"
        " WHERE case_id = $1 AND version = $2 ORDER BY nth DESC LIMIT 1",
        case_id,
        version,
    )
    if row is None:
        return None
    pairs = decode(row["parts"] or "[]")
    return {**row, "parts": {UUID(home): int(fen) for home, fen in pairs}}


async def shares_stand(case: Case, version: int) -> None:
    """What the owners agreed to is what each home owes. 四(四)."""
    found = await proposal_of(case.id, version)
    if found is None:
        return
    homes = [home for home, fen in found["parts"].items() if fen]
    await sql(
        "INSERT INTO case_share (id, case_id, version, home_id, area_cm2, part_fen, fund_fen,"
        " owed_fen) SELECT gen_random_uuid(), $1, $2, l.home_id, h.area_cm2, l.fen, 0, l.fen"
        " FROM unnest($3::uuid[], $4::bigint[]) AS l(home_id, fen) JOIN home h ON h.id = l.home_id",
        case.id,
        version,
        homes,
        [found["parts"][home] for home in homes],
    )
