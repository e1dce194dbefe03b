"""Homes and their funds: where they are, what they have, what moved. R2.4, R3.2."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Key, Listing, Sort, Whole, by_code

PLACE = "m.name || d.name || u.name || h.room"
PLACE_FROM = (
    "home h JOIN unit u ON u.id = h.unit_id JOIN building d ON d.id = u.building_id"
    " JOIN community m ON m.id = d.community_id"
)
"""Where a home is, as one text, and the tables it is read from."""

FUNDS = (
    " LEFT JOIN ledger_account f ON f.code = 'household_fund:' || h.id::text"
    " LEFT JOIN ledger_account i ON i.code = 'household_interest:' || h.id::text"
)
"""The two accounts of a home's fund: principal and statutory interest."""
BALANCE = "coalesce(f.balance_fen, 0) + coalesce(i.balance_fen, 0)"

_HOME = f"""
SELECT h.id, h.code, {PLACE} AS place, h.area_cm2, h.first_deposit_fen,
       coalesce(f.balance_fen, 0) AS fund_fen, coalesce(i.balance_fen, 0) AS interest_fen,
       coalesce(f.held_fen, 0) + coalesce(i.held_fen, 0) AS held_fen
  FROM {PLACE_FROM} {FUNDS} WHERE h.id = $1
"""
_OWN = """
SELECT o.from_on, o.to_on FROM live_bindings() b
  JOIN ownership o ON o.home_id = b.home_id AND o.owner_id = b.owner_id
 WHERE b.person_id = $1 AND b.home_id = $2 AND o.from_on <= $3
 ORDER BY o.from_on DESC
"""
_STANDINGS = f"""
SELECT h.id, h.code, coalesce(h.first_deposit_fen, 0) AS first_fen, f.id AS fund,
       coalesce(f.posted, 0) > 0 AS moved, coalesce(f.balance_fen - f.held_fen, 0) AS fund_fen,
       i.id AS interest, coalesce(i.balance_fen - i.held_fen, 0) AS interest_fen
  FROM home h {FUNDS} WHERE h.id = ANY($1::uuid[])
"""
_IN = {
    "community_id": "m.id = {community_id}",
    "scope_id": "u.scope_id = {scope_id}",
}
LOW = Listing(
    f"h.id AS home_id, h.code AS home, {PLACE} AS place,"
    " w.first_fen AS first_deposit_fen, w.line_percent, w.since_at,"
    f" {BALANCE} AS balance_fen",
    f"fund_warning w JOIN {PLACE_FROM} ON h.id = w.home_id {FUNDS}",
    "h.id",
    {"code": by_code("h.code")},
    _IN,
    always="w.ended_at IS NULL",
)
UNPAID = Listing(
    f"h.id AS home_id, h.code AS home, {PLACE} AS place, h.area_cm2",
    PLACE_FROM,
    "h.id",
    {"code": by_code("h.code")},
    _IN,
    always="coalesce(h.first_deposit_fen, 0) = 0",
)
# Both accounts by the bank's day, each movement with what was left after it.
MOVEMENTS = Listing(
    'l.id AS line_id, l.effective_on AS "on", l.recorded_at, l.kind, l.memo, l.account,'
    " l.amount_fen, l.batch_kind, l.fund_fen, l.balance_fen,"
    " l.balance_fen - l.fund_fen AS interest_fen",
    "(SELECT *, row_number() OVER so_far AS nth,"
    " (sum(CASE account WHEN 'household_fund' THEN amount_fen ELSE 0 END) OVER so_far)::bigint"
    " AS fund_fen, (sum(amount_fen) OVER so_far)::bigint AS balance_fen FROM ("
    "SELECT p.id, j.effective_on, j.recorded_at, j.kind, j.memo, a.kind AS account,"
    " -p.amount_fen AS amount_fen, b.kind AS batch_kind"
    " FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id"
    " JOIN ledger_journal j ON j.id = p.journal_id LEFT JOIN fund_batch b ON b.journal_id = j.id"
    " WHERE a.code IN ('household_fund:' || {home_id}::uuid::text,"
    " 'household_interest:' || {home_id}::uuid::text)) m"
    " WINDOW so_far AS (ORDER BY effective_on, recorded_at, id)) l",
    "",
    {
        "newest": Sort((Key("l.nth", Whole),)),
        "oldest": Sort((Key("l.nth", Whole),), down=False),
    },
    {"from_on": "l.effective_on >= {from_on}"},
    needs=("home_id",),
)


async def home_fund(home_id: UUID) -> dict[str, Any] | None:
    """A home, where it is, and what its two accounts have."""
    return await one(_HOME, home_id)


async def spans(home_id: UUID, today: date) -> list[dict[str, Any]]:
    """Who owned the home from when to when, up to today; the first first."""
    return await sql(
        "SELECT o.from_on, o.to_on, w.name FROM ownership o JOIN owner w ON w.id = o.owner_id"
        " WHERE o.home_id = $1 AND o.from_on <= $2 ORDER BY o.from_on, o.id",
        home_id,
        today,
    )


async def own_spans(person_id: UUID, home_id: UUID, today: date) -> list[dict[str, Any]]:
    """From when to when the owners owned the home to whom the person is bound; the last first."""
    return await sql(_OWN, person_id, home_id, today)


async def balances_before(home_id: UUID, days: Sequence[date]) -> dict[date, int]:
    """What the home had at the start of each day, in fen."""
    rows = await sql(
        "SELECT d.day, coalesce(-sum(p.amount_fen) FILTER (WHERE j.effective_on < d.day), 0)"
        "::bigint AS balance_fen FROM unnest($2::date[]) AS d(day)"
        " LEFT JOIN ledger_account a ON a.code IN ('household_fund:' || $1::uuid::text,"
        " 'household_interest:' || $1::uuid::text)"
        " LEFT JOIN ledger_posting p ON p.account_id = a.id"
        " LEFT JOIN ledger_journal j ON j.id = p.journal_id GROUP BY d.day",
        home_id,
        list(days),
    )
    return {row["day"]: row["balance_fen"] for row in rows}


async def standings(home_ids: Iterable[UUID]) -> list[dict[str, Any]]:
    """The homes that exist, each with its accounts and what is free on them."""
    return await sql(_STANDINGS, list(home_ids))


async def lock_homes(home_ids: Iterable[UUID]) -> None:
    """Nobody else judges or changes these homes until the transaction ends; before any account,
    in ascending order, so that two batches never wait for each other in a circle."""
    await sql(
        "SELECT id FROM home WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
        list(home_ids),
    )


async def account_titles(home_ids: Iterable[UUID]) -> list[tuple[UUID, str]]:
    """What the account of each home's principal is called."""
    rows = await sql(
        "SELECT h.id, s.name || ' ' || h.room AS title FROM home h JOIN unit u ON u.id = h.unit_id"
        " JOIN scope s ON s.id = u.scope_id WHERE h.id = ANY($1::uuid[])",
        list(home_ids),
    )
    return [(row["id"], row["title"][:200]) for row in rows]


async def by_codes(codes: Iterable[str]) -> dict[str, UUID]:
    """The homes of these codes that exist."""
    rows = await sql("SELECT code, id FROM home WHERE code = ANY($1)", sorted(codes))
    return {row["code"]: row["id"] for row in rows}
