"""What each home bears, owes and has paid of a case, as it is stored. R3.7, section 6."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from models.base import sql
from rules.cases import Facts
from rules.collecting import HomeShare, scaled
from rules.flows import flow_of


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
