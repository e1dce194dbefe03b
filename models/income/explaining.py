"""What a year kept, read back so that any figure of it can be computed again by hand. R4.7."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

import msgspec

from models.base import one, sql
from models.income.closing import actor_of
from rules.income import Change, Cut, Part, balance_days, part_by_cut

_DEPOSITS = """
SELECT y.id, y.settlement_id, y.sign, y.from_on, y.to_on, y.weight, y.left_fen, y.cut_remainder,
    y.cut_scope_id, y.slices::text AS slices, d.code AS deposit_code, d.bank, d.tenor, d.method,
    d.base, t.opened_on, t.matures_on, t.agreed_rate_e4, t.benchmark_rate_e4, s.kind,
    s.principal_fen, s.interest_fen, s.expected_fen, s.due_benchmark_fen, s.benchmark_fen,
    s.value_added_fen, s.shortfall_fen, s.credited_on, s.advice_number,
    s.effective_on, s.reversed_on, s.confirmed_at
FROM year_deposit y JOIN settlement s ON s.id = y.settlement_id
JOIN deposit d ON d.id = s.deposit_id JOIN deposit_term t ON t.id = s.term_id
WHERE y.year = $1
"""


async def deposits(year: int, after: UUID | None, limit: int) -> list[dict[str, Any]]:
    """The year's settlements by deposit and day, those after the one named."""
    rows = await sql(
        _DEPOSITS + " AND ($2::uuid IS NULL OR (d.code, y.from_on, y.sign, y.id) >"
        " (SELECT e.code, z.from_on, z.sign, z.id FROM year_deposit z"
        " JOIN settlement r ON r.id = z.settlement_id JOIN deposit e ON e.id = r.deposit_id"
        " WHERE z.id = $2)) ORDER BY d.code, y.from_on, y.sign, y.id LIMIT $3",
        year,
        after,
        limit,
    )
    return [{**row, "slices": msgspec.json.decode(row["slices"])} for row in rows]


async def scope_years(scope_id: UUID, below: int, limit: int) -> list[dict[str, Any]]:
    """What the years before that one gave a scope, the latest first; only closed ones."""
    rows = await sql(
        _SCOPE + " AND a.state = 'closed' AND y.year < $2 ORDER BY y.year DESC LIMIT $3",
        scope_id,
        below,
        limit,
    )
    return [_scope(row) for row in rows]


async def scope_year(scope_id: UUID, year: int) -> dict[str, Any] | None:
    """What a year gives a scope, or would by its preview, with the year's `state`."""
    row = await one(
        _SCOPE + " AND a.state IN ('previewed', 'closing', 'closed') AND y.year = $2",
        scope_id,
        year,
    )
    return _scope(row) if row else None


_SCOPE = """
SELECT y.year, y.scope_id, s.name, a.state, a.frozen_at, a.closed_at, y.shares_fen,
    y.brought_fen, y.posted_fen, y.carried_fen, y.earned::text AS earned, j.reference
FROM year_scope y JOIN accounting_year a ON a.year = y.year
JOIN scope s ON s.id = y.scope_id LEFT JOIN ledger_journal j ON j.id = y.journal_id
WHERE y.scope_id = $1
"""


def _scope(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "earned": msgspec.json.decode(row["earned"])}


async def changes_of(year: int, scope_id: UUID) -> list[Change]:
    """By how much the scope's household balances changed and on which days, as the year counts;
    what stands on the first day was there before it."""
    rows = await sql(
        'SELECT "on", change_fen FROM year_balance WHERE year = $1 AND scope_id = $2 ORDER BY "on"',
        year,
        scope_id,
    )
    return [(row["on"], row["change_fen"]) for row in rows]


@dataclass(frozen=True)
class Stretch:
    """Days [from_on, to_on) of one balance, in fen."""

    from_on: date
    to_on: date
    balance_fen: int

    @property
    def days(self) -> int:
        """How many."""
        return (self.to_on - self.from_on).days


def stretches(changes: Sequence[Change], from_on: date, to_on: date) -> list[Stretch]:
    """The balance in the period, a line for each time it is another one."""
    days = sorted({from_on, *(on for on, _ in changes if on and from_on < on < to_on), to_on})
    return [
        Stretch(begin, end, sum(fen for on, fen in changes if on is None or on <= begin))
        for begin, end in pairwise(days)
    ]


@dataclass(frozen=True)
class Share:
    """A scope's part of one settlement: its weight, how the part came to be (`part` is of the
    unsigned income), and the part by calendar year, signed, in fen."""

    weight: int
    part: Part
    share_fen: int
    years: list[tuple[int, int, int]]
    """Year, the settlement's slice and the scope's part of it, both signed."""


def share(deposit: Mapping[str, Any], changes: Sequence[Change], scope_id: UUID) -> Share:
    """The scope's share, from the kept cut and its own balances alone. R3.7, R4.5, R4.6."""
    weight = max(0, balance_days(changes, deposit["from_on"], deposit["to_on"]))
    income, sign, whole = deposit["value_added_fen"], deposit["sign"], int(deposit["weight"])
    if not whole:
        return Share(0, Part(0, 0, 0, 0), 0, [])
    kept = deposit["cut_remainder"]
    cut = Cut(whole, None if kept is None else int(kept), deposit["cut_scope_id"])
    part = part_by_cut(income, weight, cut, scope_id)
    return Share(weight, part, sign * part.fen, list(_by_year(deposit, part.fen, scope_id)))


def _by_year(
    deposit: Mapping[str, Any], fen: int, scope_id: UUID
) -> Sequence[tuple[int, int, int]]:
    negative, left, found = fen < 0, abs(fen), []
    sign = -deposit["sign"] if negative else deposit["sign"]
    for row in deposit["slices"]:
        taken = left
        if "whole" in row:
            key = row["cut_scope_id"]
            cut = Cut(row["whole"], row["cut_remainder"], None if key is None else UUID(key))
            taken = part_by_cut(abs(row["income_fen"]), left, cut, scope_id).fen
        left -= taken
        found.append((row["year"], deposit["sign"] * row["income_fen"], sign * taken))
    return found


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


def gains(
    changes: Sequence[Change], known: Sequence[tuple[date, int]]
) -> list[tuple[date | None, int, int]]:
    """Each change with what one fen earned from its day to the end of the factors."""
    if not known:
        return [(on, fen, 0) for on, fen in changes]
    by_day, end = dict(known), known[-1][1]
    first_on = known[0][0]
    return [
        (on, fen, end - (0 if on is None or on <= first_on else by_day.get(on, end)))
        for on, fen in changes
    ]


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
