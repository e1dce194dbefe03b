"""What each home bears, owes and has paid of a case, as it is stored. R3.7, section 6."""

from uuid import UUID

from models.base import sql
from rules.cases import Facts
from rules.collecting import HomeShare, scaled


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
    if facts.contract is None or not shares or facts.flow != "household":
        return shares
    return scaled(shares, min(facts.contract.amount_fen, sum(one.part_fen for one in shares)))


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
