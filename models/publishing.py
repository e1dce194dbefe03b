"""The figures of a yearly report, added up from the ledger, and the reports as published. R12.1."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from models.base import jsonb, one, sql
from models.listing import Key, Listing, Sort, Whole
from rules.publishing import Figures

# Owners at the end of the year or today, whichever are fewer: both could be counted by somebody.
_SCOPES = """
WITH moved AS (
    SELECT p.account_id, coalesce(o.kind, j.kind) AS kind, j.effective_on < $1 AS before,
           -sum(p.amount_fen) AS fen
      FROM ledger_posting p
      JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'pooled'
      JOIN ledger_journal j ON j.id = p.journal_id AND j.effective_on <= $2
      LEFT JOIN ledger_journal o ON o.id = j.reverses_id
     GROUP BY 1, 2, 3
), summed AS (
    SELECT account_id, coalesce(sum(fen) FILTER (WHERE before), 0)::bigint AS start_fen,
           coalesce(sum(fen) FILTER (WHERE NOT before AND kind = 'income'), 0)::bigint
               AS income_fen,
           coalesce(-sum(fen) FILTER (WHERE NOT before AND kind = 'pooled_payout'), 0)::bigint
               AS payouts_fen,
           coalesce(sum(fen) FILTER (WHERE NOT before
               AND kind NOT IN ('income', 'pooled_payout')), 0)::bigint AS other_fen,
           sum(fen)::bigint AS end_fen
      FROM moved GROUP BY 1
), owned AS (
    SELECT u.scope_id, count(DISTINCT o.owner_id) FILTER (WHERE NOT o.today) AS then,
           count(DISTINCT o.owner_id) FILTER (WHERE o.today) AS now
      FROM (SELECT home_id, owner_id, false AS today FROM owned_on($2)
             UNION ALL SELECT home_id, owner_id, true FROM owned_on($3)) o
      JOIN home h ON h.id = o.home_id JOIN unit u ON u.id = h.unit_id
     GROUP BY 1
)
SELECT s.id, s.code, s.name, s.kind, coalesce(w.then, 0) AS owners_then,
       least(coalesce(w.then, 0), coalesce(w.now, 0)) AS owners,
       coalesce(m.start_fen, 0) AS start_fen, coalesce(m.income_fen, 0) AS income_fen,
       coalesce(m.payouts_fen, 0) AS payouts_fen, coalesce(m.other_fen, 0) AS other_fen,
       coalesce(m.end_fen, 0) AS end_fen
  FROM ledger_account a JOIN scope s ON s.id = a.owner_ref
  LEFT JOIN summed m ON m.account_id = a.id LEFT JOIN owned w ON w.scope_id = s.id
 WHERE a.kind = 'pooled' AND (m.account_id IS NOT NULL
    OR EXISTS (SELECT 1 FROM unit x WHERE x.scope_id = s.id)) ORDER BY s.code
"""


async def figures(year: int, today: date) -> Figures:
    """What the year's report is made of, as the ledger and the closing say. R12.1."""
    return Figures(
        banks=await banks(year),
        scopes=await scopes(year, today),
        distributed=await distributed(year),
        credited=await credited(year),
        earned=await earned(year),
        cases=await cases(year),
    )


async def scopes(year: int, today: date) -> list[dict[str, Any]]:
    """Each pooled account's year by the bank's day: start + income - payouts + other = end."""
    return await sql(_SCOPES, date(year, 1, 1), date(year, 12, 31), today)


async def banks(year: int) -> list[dict[str, Any]]:
    """What each bank's settlements gave that the year distributed, reversals taken off."""
    return await sql(
        "SELECT d.bank, count(DISTINCT d.id) AS deposits,"
        " count(*) FILTER (WHERE y.sign > 0) AS settlements,"
        " count(*) FILTER (WHERE y.sign < 0) AS reversals,"
        " sum(y.sign * s.interest_fen)::bigint AS interest_fen,"
        " sum(y.sign * s.benchmark_fen)::bigint AS benchmark_fen,"
        " sum(y.sign * s.value_added_fen)::bigint AS value_added_fen,"
        " sum(y.sign * s.shortfall_fen)::bigint AS shortfall_fen"
        " FROM year_deposit y JOIN settlement s ON s.id = y.settlement_id"
        " JOIN deposit d ON d.id = s.deposit_id WHERE y.year = $1 GROUP BY d.bank ORDER BY d.bank",
        year,
    )


async def distributed(year: int) -> dict[str, int]:
    """What the year's closing kept, and what its journals say; equal, or the books are wrong."""
    row = await one(
        "SELECT (SELECT coalesce(sum(posted_fen), 0)::bigint FROM year_scope WHERE year = $1)"
        " AS posted_fen, (SELECT coalesce(sum(carried_fen), 0)::bigint FROM year_scope"
        " WHERE year = $1) AS carried_fen, (SELECT coalesce(sum(brought_fen), 0)::bigint"
        " FROM year_scope WHERE year = $1) AS brought_fen,"
        " (SELECT coalesce(-sum(p.amount_fen), 0)::bigint FROM ledger_journal j"
        " JOIN ledger_posting p ON p.journal_id = j.id JOIN ledger_account a"
        " ON a.id = p.account_id AND a.kind = 'pooled' WHERE j.kind = 'income'"
        " AND j.effective_on = $2 AND j.reference LIKE 'year:%') AS journals_fen,"
        " (SELECT coalesce(-sum(p.amount_fen), 0)::bigint FROM ledger_journal j"
        " JOIN ledger_posting p ON p.journal_id = j.id JOIN ledger_account a"
        " ON a.id = p.account_id AND a.kind = 'household_interest' WHERE j.kind = 'interest'"
        " AND j.effective_on = $2 AND j.reference LIKE 'year:%') AS interest_fen",
        year,
        date(year, 12, 31),
    )
    assert row is not None
    return row


async def credited(year: int) -> frozenset[UUID]:
    """The scopes among which the year's income was distributed."""
    rows = await sql("SELECT scope_id FROM year_scope WHERE year = $1", year)
    return frozenset(row["scope_id"] for row in rows)


async def withheld_in(year: int) -> frozenset[UUID] | None:
    """The scopes that the year's newest report withholds, with those among which its income was
    distributed and that the report does not show; None while none is published."""
    rows = await sql(
        "SELECT (line->>'scope_id')::uuid AS id, (line->>'withheld')::boolean AS withheld"
        " FROM year_report r LEFT JOIN LATERAL jsonb_array_elements(r.body->'scopes') AS line"
        " ON true WHERE r.year = $1 AND NOT EXISTS (SELECT 1 FROM year_report n"
        " WHERE n.year = r.year AND n.version > r.version)",
        year,
    )
    if not rows:
        return None
    shown = {row["id"] for row in rows if not row["withheld"]}
    return (await credited(year) | {row["id"] for row in rows if row["id"]}) - shown


async def years_shown(scope_id: UUID) -> list[int]:
    """The years with a published report that gave the scope income, the latest first."""
    rows = await sql(
        "SELECT y.year FROM year_scope y WHERE y.scope_id = $1"
        " AND EXISTS (SELECT 1 FROM year_report r WHERE r.year = y.year) ORDER BY 1 DESC LIMIT 50",
        scope_id,
    )
    return [row["year"] for row in rows]


async def earned(year: int) -> dict[str, int]:
    """In which calendar years the distributed income was earned, in fen. R4.5."""
    rows = await sql(
        "SELECT e.key AS year, sum(e.value::bigint)::bigint AS fen FROM year_scope y,"
        " jsonb_each_text(y.earned) AS e WHERE y.year = $1 GROUP BY 1 ORDER BY 1",
        year,
    )
    return {row["year"]: row["fen"] for row in rows}


async def cases(year: int) -> dict[str, int]:
    """How many cases were paid from pooled accounts in the year, and how much. R12.1."""
    row = await one(
        "SELECT count(DISTINCT j.case_id) AS paid, coalesce(sum(p.amount_fen), 0)::bigint"
        " AS paid_fen FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id"
        " JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'pooled'"
        " LEFT JOIN ledger_journal o ON o.id = j.reverses_id"
        " WHERE coalesce(o.kind, j.kind) = 'pooled_payout' AND j.effective_on BETWEEN $1 AND $2",
        date(year, 1, 1),
        date(year, 12, 31),
    )
    assert row is not None
    return row


_COLUMNS = "r.id, r.year, r.version, r.sha256, r.why AS reason, r.published_at"


async def versions(year: int) -> list[dict[str, Any]]:
    """The published versions of a year's report, the newest first, without their bodies."""
    return await sql(
        f"SELECT {_COLUMNS} FROM year_report r WHERE r.year = $1 ORDER BY r.version DESC", year
    )


LATEST = Listing(
    _COLUMNS,
    "year_report r",
    "",
    {"newest": Sort((Key("r.year", Whole),))},
    always="NOT EXISTS (SELECT 1 FROM year_report n"
    " WHERE n.year = r.year AND n.version > r.version)",
)
"""The newest version of each year's report, the latest year first."""


async def body_of(report_id: UUID) -> dict[str, Any]:
    """A version's body as it was frozen."""
    row = await one("SELECT body::text AS body FROM year_report WHERE id = $1", report_id)
    assert row is not None
    found: dict[str, Any] = msgspec.json.decode(row["body"])
    return found


async def heads_of(year: int) -> list[dict[str, Any]]:
    """Every version of a year's report without its lines of scopes, the newest first."""
    rows = await sql(
        f"SELECT {_COLUMNS}, (r.body - 'scopes')::text AS head"
        " FROM year_report r WHERE r.year = $1 ORDER BY r.version DESC",
        year,
    )
    return [{**row, "head": msgspec.json.decode(row["head"])} for row in rows]


async def keep(
    report_id: UUID,
    year: int,
    version: int,
    body: dict[str, Any],
    sha256: bytes,
    reason: str,
    **by: Any,
) -> None:
    """The version is published, for good."""
    await sql(
        "INSERT INTO year_report (id, year, version, body, sha256, why, published_by, published_at)"
        " VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8)",
        report_id,
        year,
        version,
        jsonb(body),
        sha256,
        reason,
        by["published_by"],
        by["published_at"],
    )
