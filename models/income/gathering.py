"""What a year distributes, and what its preview found, as kept. R4.5 to R4.8."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.base import jsonb, one, sql

# Distributed before: by a year whose closing was confirmed. A preview binds nobody.
_TAKEN = (
    "EXISTS (SELECT 1 FROM year_deposit y JOIN accounting_year a ON a.year = y.year"
    " WHERE y.settlement_id = s.id AND y.sign = {sign} AND a.state IN ('closing', 'closed'))"
)
_DUE = f"""
SELECT s.id, s.term_id, 1 AS sign, s.from_on, s.to_on, t.matures_on, s.interest_fen,
    s.value_added_fen AS income_fen, s.benchmark_fen, s.shortfall_fen, d.code
FROM settlement s JOIN deposit d ON d.id = s.deposit_id JOIN deposit_term t ON t.id = s.term_id
WHERE s.state IN ('posted', 'reversed') AND s.effective_on <= $1
    AND (s.reversed_on IS NULL OR s.reversed_on > $1) AND NOT {_TAKEN.format(sign=1)}
UNION ALL
SELECT s.id, s.term_id, -1, s.from_on, s.to_on, t.matures_on, s.interest_fen,
    s.value_added_fen, s.benchmark_fen, s.shortfall_fen, d.code
FROM settlement s JOIN deposit d ON d.id = s.deposit_id JOIN deposit_term t ON t.id = s.term_id
WHERE s.state = 'reversed' AND s.reversed_on <= $1 AND {_TAKEN.format(sign=1)}
    AND NOT {_TAKEN.format(sign=-1)}
"""


@dataclass(frozen=True)
class Due:
    """A settlement that the year distributes, or takes back where `sign` is -1; sums in fen.

    Income is at most what the bank credited; the sign is not in it.
    """

    id: UUID
    term_id: UUID
    sign: int
    from_on: date
    to_on: date
    matures_on: date | None
    interest_fen: int
    income_fen: int
    benchmark_fen: int
    shortfall_fen: int
    code: str

    @property
    def period(self) -> tuple[date, date]:
        """From its first day to the day after its last."""
        return self.from_on, self.to_on

    @property
    def earned_to(self) -> date:
        """The day after the last on which it was earned: what is left after the maturity earns
        the demand rate, as the benchmark does. R4.5."""
        return min(self.to_on, self.matures_on) if self.matures_on else self.to_on


async def dues(end_on: date) -> list[Due]:
    """What was credited or reversed by the end of the year and no closed year dealt with."""
    rows = await sql(_DUE + "ORDER BY to_on, code, from_on, sign DESC, id", end_on)
    return [Due(**row) for row in rows]


async def any_due(end_on: date) -> bool:
    """Whether there is something to distribute."""
    return await one(f"SELECT 1 FROM ({_DUE}) AS due LIMIT 1", end_on) is not None


async def any_balance(end_on: date) -> bool:
    """Whether any home had money by the end of the first settlement's period."""
    row = await one(
        f"SELECT 1 FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id"
        " AND a.kind IN ('household_fund', 'household_interest')"
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " WHERE j.kind LIKE 'opening%' OR j.effective_on <"
        f" (SELECT min(to_on) FROM ({_DUE}) AS due) LIMIT 1",
        end_on,
    )
    return row is not None


async def undistributed_years(after: int | None, before: int) -> list[int]:
    """The years between the two in which settlements or reversals took effect."""
    rows = await sql(
        "SELECT DISTINCT extract(year FROM day)::int AS year FROM settlement s"
        " CROSS JOIN LATERAL (VALUES (s.effective_on), (s.reversed_on)) AS e(day)"
        " WHERE s.state IN ('posted', 'reversed') AND day >= make_date($1::int + 1, 1, 1)"
        " AND day < make_date($2::int, 1, 1) ORDER BY 1",
        after,
        before,
    )
    return [row["year"] for row in rows]


async def clear(year: int) -> None:
    """Nothing is left of an earlier preview."""
    for table in ("year_deposit", "year_scope", "year_balance", "year_factor"):
        await sql(f"DELETE FROM {table} WHERE year = $1", year)


@dataclass(frozen=True)
class Attributed:
    """A settlement with the facts by which any scope's share follows: the weight of all, who gets
    the fen left over, and the same for each slice of its income."""

    due: Due
    weight: int
    left_fen: int
    cut_remainder: int | None
    cut_scope_id: UUID | None
    slices: list[dict[str, Any]]


async def keep_deposits(year: int, found: Sequence[Attributed]) -> None:
    """These settlements are the year's."""
    await sql(
        "INSERT INTO year_deposit (id, year, settlement_id, sign, from_on, to_on, income_fen,"
        " benchmark_fen, weight, left_fen, cut_remainder, cut_scope_id, slices)"
        " SELECT gen_random_uuid(), $1, l.* FROM unnest($2::uuid[], $3::int[], $4::date[],"
        " $5::date[], $6::bigint[], $7::bigint[], $8::numeric[], $9::int[], $10::numeric[],"
        " $11::uuid[], $12::jsonb[]) AS l",
        year,
        [one_.due.id for one_ in found],
        [one_.due.sign for one_ in found],
        [one_.due.from_on for one_ in found],
        [one_.due.to_on for one_ in found],
        [one_.due.income_fen for one_ in found],
        [one_.due.benchmark_fen for one_ in found],
        [Decimal(one_.weight) for one_ in found],
        [one_.left_fen for one_ in found],
        [None if one_.cut_remainder is None else Decimal(one_.cut_remainder) for one_ in found],
        [one_.cut_scope_id for one_ in found],
        [jsonb(one_.slices) for one_ in found],
    )


@dataclass(frozen=True)
class ScopeSum:
    """What a scope gets of a year, in fen, and in which years it was earned."""

    scope_id: UUID
    shares_fen: int
    brought_fen: int
    earned: dict[str, int]

    @property
    def posted_fen(self) -> int:
        """What is credited: an account is never debited for an earlier mistake. R4.7."""
        return max(0, self.shares_fen + self.brought_fen)

    @property
    def carried_fen(self) -> int:
        """What is netted with later income."""
        return min(0, self.shares_fen + self.brought_fen)


async def keep_scopes(year: int, sums: Sequence[ScopeSum]) -> None:
    """These are the scopes' figures of the year."""
    await sql(
        "INSERT INTO year_scope (id, year, scope_id, shares_fen, brought_fen, posted_fen,"
        " carried_fen, earned) SELECT gen_random_uuid(), $1, l.* FROM unnest($2::uuid[],"
        " $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::jsonb[]) AS l",
        year,
        [each.scope_id for each in sums],
        [each.shares_fen for each in sums],
        [each.brought_fen for each in sums],
        [each.posted_fen for each in sums],
        [each.carried_fen for each in sums],
        [jsonb(each.earned) for each in sums],
    )


async def carried_from(year: int | None) -> dict[UUID, int]:
    """What each scope still owes from that year's distribution, in fen below zero."""
    rows = await sql(
        "SELECT scope_id, carried_fen FROM year_scope WHERE year = $1 AND carried_fen < 0", year
    )
    return {row["scope_id"]: row["carried_fen"] for row in rows}


async def keep_factors(year: int, factors: Iterable[tuple[date, int]]) -> None:
    """What one fen had earned by the start of each day, in 10^-24 fen. R4.8."""
    found = list(factors)
    await sql(
        'INSERT INTO year_factor (id, year, "on", factor) SELECT gen_random_uuid(), $1, l.*'
        " FROM unnest($2::date[], $3::numeric[]) AS l",
        year,
        [day for day, _ in found],
        [Decimal(factor) for _, factor in found],
    )


async def homes_with_money(frozen_at: datetime) -> int:
    """How many homes have a fund."""
    row = await one(
        "SELECT count(*) AS homes FROM ledger_account WHERE kind = 'household_fund'"
        " AND opened_at <= $1",
        frozen_at,
    )
    assert row is not None
    return int(row["homes"])
