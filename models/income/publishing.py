"""A year's tables as they are taken away, page by page, in the form that `recompute_income` reads.

R4.7, R12.1, R12.2. What few owners share is drawn together as `withheld`, and nothing that is
published singles one of them out: a remainder alone would give its weight away.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import sql
from models.income.balances import kept_changes
from models.income.closing import actor_of
from models.income.explaining import DEPOSITS, read_slices
from models.income.weights import Changes, weigh
from models.income.years import end_of
from models.listing import every

AT_ONCE = 20_000
"""Rows of one page."""

Row = Sequence[object]
Cut = tuple[int | None, UUID | None]


async def few_owned(scopes: Iterable[UUID | None], on: date, least: int) -> frozenset[UUID]:
    """Those of the scopes that fewer than `least` owners shared on that day. R12.2."""
    rows = await sql(
        "SELECT s.id FROM scope s WHERE s.id = ANY($1::uuid[]) AND"
        " (SELECT count(DISTINCT o.owner_id) FROM unit u JOIN home h ON h.unit_id = u.id"
        " JOIN owned_on($2) o ON o.home_id = h.id WHERE u.scope_id = s.id) < $3",
        [key for key in scopes if key],
        on,
        least,
    )
    return frozenset(row["id"] for row in rows)


async def every_deposit(year: int) -> list[dict[str, Any]]:
    """All settlements of the year."""
    return [
        read_slices(row)
        async for rows in every(DEPOSITS, {"year": year}, batch=AT_ONCE)
        for row in rows
    ]


async def open_cuts(
    year: int, rows: Iterable[Mapping[str, Any]], hidden: frozenset[UUID]
) -> dict[UUID, Cut]:
    """For each settlement whose split cuts at a withheld scope: the last scope that is not
    withheld and got a fen by its remainder. It tells the same of everybody who is not withheld."""
    concerned = [row for row in rows if row["cut_scope_id"] in hidden]
    if not concerned:
        return {}
    first_on = min(row["from_on"] for row in concerned)
    changes = Changes.of(await kept_changes(year, first_on))
    return await asyncio.to_thread(_open_cuts, concerned, changes, first_on, hidden)


def _open_cuts(
    rows: Sequence[Mapping[str, Any]], changes: Changes, first_on: date, hidden: frozenset[UUID]
) -> dict[UUID, Cut]:
    periods: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for row in rows:
        period = (row["from_on"] - first_on).days, (row["to_on"] - first_on).days
        periods.setdefault(period, []).append(row)
    seen = [place for place, one in enumerate(changes.scopes) if one not in hidden]
    found: dict[UUID, Cut] = {}
    for period, weights in weigh(changes, periods):
        for row in periods[period]:
            total, whole = abs(row["value_added_fen"]), int(row["weight"])
            edge = (-int(row["cut_remainder"]), row["cut_scope_id"])
            ranks = ((-(total * weights[p] % whole), changes.scopes[p]) for p in seen)
            last = max((rank for rank in ranks if rank <= edge), default=None)
            found[row["id"]] = (None, None) if last is None else (-last[0], last[1])
    return found


async def balance_pages(year: int, hidden: frozenset[UUID]) -> AsyncIterator[list[Row]]:
    """Changes of each scope that is not withheld, then of the others as one."""
    none = sorted(hidden)
    place: tuple[UUID, date] | None = None
    while page := await sql(
        'SELECT scope_id, "on", change_fen FROM year_balance WHERE year = $1'
        ' AND scope_id <> ALL($2::uuid[]) AND ($3::uuid IS NULL OR (scope_id, "on") > ($3, $4))'
        ' ORDER BY scope_id, "on" LIMIT $5',
        year,
        none,
        place[0] if place else None,
        place[1] if place else None,
        AT_ONCE,
    ):
        yield [(row["scope_id"], row["on"], row["change_fen"]) for row in page]
        place = page[-1]["scope_id"], page[-1]["on"]
    yield [
        ("withheld", row["on"], row["change_fen"])
        for row in await sql(
            'SELECT "on", sum(change_fen)::bigint AS change_fen FROM year_balance WHERE year = $1'
            ' AND scope_id = ANY($2::uuid[]) GROUP BY "on" ORDER BY "on"',
            year,
            none,
        )
    ]


async def scope_rows(year: int, hidden: frozenset[UUID]) -> list[Row]:
    """Sums of each scope that is not withheld, and of the others as one."""
    rows = await sql(
        "SELECT CASE WHEN scope_id = ANY($2::uuid[]) THEN 'withheld' ELSE scope_id::text END AS id,"
        " count(*) AS scopes, sum(shares_fen)::bigint AS shares, sum(brought_fen)::bigint"
        " AS brought, sum(posted_fen)::bigint AS posted, sum(carried_fen)::bigint AS carried"
        " FROM year_scope WHERE year = $1 GROUP BY 1 ORDER BY 1",
        year,
        sorted(hidden),
    )
    return [tuple(row.values()) for row in rows]


async def count_changes(end_on: date, frozen_at: datetime) -> int:
    """How many lines `home_pages` has at most."""
    rows = await sql(
        "SELECT count(*) AS lines FROM ledger_posting p JOIN ledger_account a"
        " ON a.id = p.account_id AND a.kind IN ('household_fund', 'household_interest')"
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " WHERE j.effective_on <= $1 AND j.recorded_at <= $2",
        end_on,
        frozen_at,
    )
    return int(rows[0]["lines"])


# Homes by number instead of by name: whoever has the file cannot tell whose line it is, and the
# numbers stand in the order of the ids, by which ties are settled.
_SOME = "WITH portion AS (SELECT id FROM home WHERE id > $1 ORDER BY id LIMIT $2) "
_CHANGES = (
    _SOME
    + """
SELECT s.id, c."on", c.fen FROM portion s LEFT JOIN LATERAL (
    SELECT CASE WHEN coalesce(o.kind, j.kind) LIKE 'opening%' THEN NULL ELSE j.effective_on END
        AS "on", -sum(p.amount_fen)::bigint AS fen
    FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id
    JOIN ledger_journal j ON j.id = p.journal_id
    LEFT JOIN ledger_journal o ON o.id = j.reverses_id
    WHERE a.owner_ref = s.id AND a.kind IN ('household_fund', 'household_interest')
        AND j.effective_on <= $3 AND j.recorded_at <= $4 AND j.actor <> $5 GROUP BY 1
) c ON true ORDER BY s.id, c."on" NULLS FIRST
"""
)
_INTEREST = (
    _SOME
    + """
SELECT s.id, c.fen FROM portion s LEFT JOIN LATERAL (
    SELECT -p.amount_fen AS fen FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id
    JOIN ledger_journal j ON j.id = p.journal_id AND j.kind = 'interest'
        AND j.reference LIKE 'year:' || $3::int || ':interest:%'
    WHERE a.owner_ref = s.id AND a.kind = 'household_interest'
) c ON true ORDER BY s.id
"""
)


async def _of_homes(statement: str, *params: Any) -> AsyncIterator[list[tuple[str, Any]]]:
    """Rows of the statement, home after home, each with the home's number."""
    after, number = UUID(int=0), 0
    while page := await sql(statement, after, AT_ONCE // 4, *params):
        found = []
        for row in page:
            if row["id"] != after:
                after, number = row["id"], number + 1
            if row["fen"]:
                found.append((f"H{number:08d}", row))
        yield found


async def home_pages(year: int, frozen_at: datetime) -> AsyncIterator[list[Row]]:
    """Changes of each home's fund and interest by day; no day is before everything."""
    async for page in _of_homes(_CHANGES, end_of(year), frozen_at, actor_of(year)):
        yield [(code, row["on"], row["fen"]) for code, row in page]


async def home_interest_pages(year: int) -> AsyncIterator[list[Row]]:
    """What each home got of the year's interest, under the same numbers."""
    async for page in _of_homes(_INTEREST, year):
        yield [(code, row["fen"]) for code, row in page]
