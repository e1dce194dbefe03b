"""By how much each scope's household balances changed, and on which day. R4.6.

A scope's balance is that of its homes: fund and interest, by the bank's day. Opening entries, and
what corrects them, count from before everything, for nobody knows the days before the books began.
"""

from datetime import date, datetime
from typing import Any

from models.base import sql

# $1 the last day whose entries count, $2 the moment up to which they were recorded; $3 the first
# day that matters, to which all that is earlier is drawn together; $4 the day after the last.
# A unit was its scope's until its first change after that day, and on that day its balance moves.
_CHANGES = """
WITH entry AS MATERIALIZED (
    SELECT j.id, CASE WHEN coalesce(o.kind, j.kind) LIKE 'opening%' THEN $3::date
        ELSE greatest($3::date, j.effective_on) END AS day
    FROM ledger_journal j LEFT JOIN ledger_journal o ON o.id = j.reverses_id
    WHERE j.effective_on <= $1::date AND j.recorded_at <= $2::timestamptz
), unit_day AS MATERIALIZED (
    SELECT h.unit_id, e.day, -sum(p.amount_fen) AS change_fen
    FROM ledger_posting p
    JOIN ledger_account a ON a.id = p.account_id
        AND a.kind IN ('household_fund', 'household_interest')
    JOIN home h ON h.id = a.owner_ref
    JOIN entry e ON e.id = p.journal_id AND e.day < $4::date
    GROUP BY 1, 2
), later AS (
    SELECT c.unit_id, c."on" AS day, c.from_scope_id, c.to_scope_id,
        (SELECT sum(d.change_fen) FROM unit_day d WHERE d.unit_id = c.unit_id AND d.day < c."on")
            AS moved_fen
    FROM scope_change c WHERE c."on" > $3::date AND c."on" < $4::date
), placed AS (
    SELECT coalesce((SELECT c.from_scope_id FROM scope_change c
            WHERE c.unit_id = d.unit_id AND c."on" > d.day ORDER BY c."on" LIMIT 1), u.scope_id)
        AS scope_id, d.day, d.change_fen
    FROM unit_day d JOIN unit u ON u.id = d.unit_id
    UNION ALL SELECT from_scope_id, day, -moved_fen FROM later
    UNION ALL SELECT to_scope_id, day, moved_fen FROM later
), scope_day AS (
    SELECT scope_id, day, sum(change_fen)::bigint AS change_fen FROM placed
    GROUP BY 1, 2 HAVING sum(change_fen) <> 0
)
"""


async def keep_changes(
    year: int, end_on: date, frozen_at: datetime, first_on: date, last_on: date
) -> None:
    """The changes from `first_on` until before `last_on` are those that the year counts; what
    came before stands on `first_on`."""
    await sql(
        _CHANGES + 'INSERT INTO year_balance (id, year, scope_id, "on", change_fen)'
        " SELECT gen_random_uuid(), $5, scope_id, day, change_fen FROM scope_day",
        end_on,
        frozen_at,
        first_on,
        last_on,
        year,
    )


async def kept_changes(year: int, first_on: date) -> list[dict[str, Any]]:
    """Of each scope by id: `days` after `first_on` by day, and the `changes` on them in fen."""
    return await sql(
        'SELECT scope_id, array_agg("on" - $2::date ORDER BY "on") AS days,'
        ' array_agg(change_fen ORDER BY "on") AS changes'
        " FROM year_balance WHERE year = $1 GROUP BY scope_id ORDER BY scope_id",
        year,
        first_on,
    )


async def present_changes(
    end_on: date, frozen_at: datetime, first_on: date, last_on: date
) -> list[dict[str, Any]]:
    """As `kept_changes`, of the books as they stand, keeping nothing."""
    return await sql(
        _CHANGES + "SELECT scope_id, array_agg(day - $3::date ORDER BY day) AS days,"
        " array_agg(change_fen ORDER BY day) AS changes"
        " FROM scope_day GROUP BY scope_id ORDER BY scope_id",
        end_on,
        frozen_at,
        first_on,
        last_on,
    )
