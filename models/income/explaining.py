"""What a year kept, read back so that any figure of it can be computed again by hand. R4.7."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from models.base import one, sql
from models.income.closing import actor_of
from models.listing import Code, Key, Listing, Sort, Whole, contains
from rules.income import Change

_COLUMNS = """
y.id, y.settlement_id, y.sign, y.from_on, y.to_on, y.to_on - y.from_on AS days, y.weight,
    y.left_fen, y.cut_remainder, y.cut_scope_id, y.slices::text AS slices, d.code AS deposit_code,
    d.bank, d.tenor, d.method, d.base, t.opened_on, t.matures_on, t.agreed_rate_e4,
    t.benchmark_rate_e4, s.kind, s.principal_fen, s.interest_fen, s.expected_fen,
    s.due_benchmark_fen, s.benchmark_fen, s.value_added_fen, s.shortfall_fen, s.credited_on,
    s.advice_number, s.effective_on, s.reversed_on, s.confirmed_at
"""
DEPOSITS = Listing(
    _COLUMNS,
    "year_deposit y JOIN settlement s ON s.id = y.settlement_id"
    " JOIN deposit d ON d.id = s.deposit_id JOIN deposit_term t ON t.id = s.term_id",
    "y.id",
    {
        "deposit": Sort(
            (Key("d.code", Code), Key("y.from_on", date), Key("y.sign", Whole)), down=False
        )
    },
    {"q": contains("q", "d.code", "d.bank", "s.advice_number")},
    always="y.year = {year}",
    needs=("year",),
)
"""A year's settlements by deposit and day; `slices` as JSON text."""


def read_slices(row: Mapping[str, Any]) -> dict[str, Any]:
    """A settlement of a year with its slices read."""
    return {**row, "slices": msgspec.json.decode(row["slices"])}


_SCOPE_COLUMNS = (
    "y.year, y.scope_id, s.name, a.state, a.frozen_at, a.closed_at, y.shares_fen, y.brought_fen,"
    " y.posted_fen, y.carried_fen, y.earned::text AS earned, j.reference"
)
_SCOPE_SOURCE = (
    "year_scope y JOIN accounting_year a ON a.year = y.year JOIN scope s ON s.id = y.scope_id"
    " LEFT JOIN ledger_journal j ON j.id = y.journal_id"
)
SCOPE_YEARS = Listing(
    _SCOPE_COLUMNS,
    _SCOPE_SOURCE,
    "",
    {"newest": Sort((Key("y.year", Whole),))},
    always="y.scope_id = {scope_id} AND a.state = 'closed'",
    needs=("scope_id",),
)
"""What closed years gave a scope, the latest first; `earned` as JSON text."""


async def scope_year(scope_id: UUID, year: int) -> dict[str, Any] | None:
    """What a year gives a scope, or would by its preview, with the year's `state`."""
    return await one(
        f"SELECT {_SCOPE_COLUMNS} FROM {_SCOPE_SOURCE} WHERE y.scope_id = $1"
        " AND a.state IN ('previewed', 'closing', 'closed') AND y.year = $2",
        scope_id,
        year,
    )


async def changes_of(year: int, scope_id: UUID) -> list[Change]:
    """By how much the scope's household balances changed and on which days, as the year counts;
    what stands on the first day was there before it."""
    rows = await sql(
        'SELECT "on", change_fen FROM year_balance WHERE year = $1 AND scope_id = $2 ORDER BY "on"',
        year,
        scope_id,
    )
    return [(row["on"], row["change_fen"]) for row in rows]


async def home_changes(year: int, home_id: UUID, end_on: date, frozen_at: datetime) -> list[Change]:
    """By how much the home's fund and interest changed by the end of the year, by day; None is
    before everything. What the year's own closing credited is not in it."""
    rows = await sql(
        "SELECT CASE WHEN coalesce(o.kind, j.kind) LIKE 'opening%' THEN NULL"
        ' ELSE j.effective_on END AS "on", -sum(p.amount_fen)::bigint AS change_fen'
        " FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id"
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " LEFT JOIN ledger_journal o ON o.id = j.reverses_id WHERE a.owner_ref = $1"
        " AND a.kind IN ('household_fund', 'household_interest')"
        " AND j.effective_on <= $2 AND j.recorded_at <= $3 AND j.actor <> $4"
        " GROUP BY 1 ORDER BY 1 NULLS FIRST",
        home_id,
        end_on,
        frozen_at,
        actor_of(year),
    )
    return [(row["on"], row["change_fen"]) for row in rows]


async def factors(year: int) -> list[tuple[date, int]]:
    """What one fen had earned by each day of the year's periods, in 10^-24 fen."""
    rows = await sql('SELECT "on", factor FROM year_factor WHERE year = $1 ORDER BY "on"', year)
    return [(row["on"], int(row["factor"])) for row in rows]


async def home_interest(year: int, home_id: UUID, end_on: date) -> dict[str, Any] | None:
    """What the year's journals credited to the home, and under which reference."""
    return await one(
        "SELECT -p.amount_fen AS interest_fen, j.reference FROM ledger_account a"
        " JOIN ledger_posting p ON p.account_id = a.id"
        " JOIN ledger_journal j ON j.id = p.journal_id AND j.kind = 'interest'"
        " AND j.effective_on = $3 AND j.reference LIKE 'year:' || $2::int || ':interest:%'"
        " WHERE a.owner_ref = $1 AND a.kind = 'household_interest'",
        home_id,
        year,
        end_on,
    )


async def estimate_of(scope_id: UUID) -> dict[str, Any] | None:
    """What the deposits still running would give the scope. R4.4."""
    return await one(
        "SELECT as_of_on, estimate_fen, computed_at FROM income_estimate WHERE scope_id = $1",
        scope_id,
    )
