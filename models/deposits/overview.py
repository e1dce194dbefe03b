"""Deposits as they stand: the term that runs, what is left of it, what lies in the account."""

from datetime import date
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Code, Filter, Key, Listing, Moment, Sort, contains

# The term that runs, or the last one that ran; what was withdrawn early is gone from it.
_SELECT = """
SELECT d.id, d.code, d.bank, d.bank_account, d.principal_fen, d.tenor, d.opened_on AS first_on,
       d.agreed_rate_e4 AS first_rate_e4, d.method, d.base, d.renews, d.state, d.custody_id,
       d.account_id, d.offer_id, d.note, d.entered_by, d.entered_at, d.confirmed_at,
       d.dropped_at, d.drop_reason,
       coalesce(t.opened_on, d.opened_on) AS opened_on,
       coalesce(t.matures_on, d.matures_on) AS matures_on,
       coalesce(t.matures_on, d.matures_on, date '9999-12-31') AS by_on,
       coalesce(t.agreed_rate_e4, d.agreed_rate_e4) AS agreed_rate_e4,
       coalesce(t.benchmark_rate_e4, d.benchmark_rate_e4) AS benchmark_rate_e4,
       t.id AS term_id, coalesce(t.number, 0) AS term_number, t.settled_on, t.closed_on,
       t.principal_fen AS term_fen,
       CASE WHEN d.tenor = 'demand' THEN b.balance_fen
            ELSE CASE WHEN t.closed_on IS NULL THEN t.principal_fen - t.withdrawn_fen ELSE 0 END
       END AS remaining_fen
  FROM deposit d
  LEFT JOIN bank_account c ON c.id = d.custody_id LEFT JOIN ledger_account b ON b.id = c.account_id
  LEFT JOIN LATERAL (SELECT * FROM deposit_term x WHERE x.deposit_id = d.id
                        AND x.voided_at IS NULL ORDER BY x.number DESC LIMIT 1) t ON true
"""


DEPOSITS = Listing(
    "f.*",
    f"({_SELECT}) f",
    "",
    {
        "maturity": Sort((Key("f.by_on", date), Key("f.code", Code)), down=False),
        "newest": Sort(
            (Key("coalesce(f.entered_at, TIMESTAMPTZ '1970-01-01')", Moment), Key("f.code", Code))
        ),
    },
    {
        "state": Filter("f.state = ANY({state}::text[])", lambda text: text.split(",")),
        "bank": contains("bank", "f.bank"),
        "q": contains("q", "f.code", "f.bank_account", "f.note"),
        "tenor": "f.tenor = {tenor}",
        "matures_before": "f.matures_on < {matures_before} AND f.closed_on IS NULL",
        "overdue": "f.matures_on < {today}::date AND f.closed_on IS NULL AND f.state = 'running'",
    },
    needs=("today",),
)
"""Deposits by maturity, then by code; those on demand come last."""


async def find(deposit_id: UUID) -> dict[str, Any] | None:
    """One deposit."""
    return await one(f"{_SELECT} WHERE d.id = $1", deposit_id)


async def terms_of(deposit_id: UUID, limit: int) -> list[dict[str, Any]]:
    """Its terms, the newest first."""
    return await sql(
        "SELECT number AS term_number, opened_on, matures_on, principal_fen, withdrawn_fen,"
        " agreed_rate_e4, benchmark_rate_e4, settled_on, closed_on, voided_at IS NOT NULL AS voided"
        " FROM deposit_term WHERE deposit_id = $1 ORDER BY number DESC LIMIT $2",
        deposit_id,
        limit,
    )


async def maturing(until_on: date, today: date, limit: int) -> list[dict[str, Any]]:
    """Terms that mature by that day, or have, of which nobody was told: once when a term is about
    to, once when it has and no advice came. The log itself says what was told."""
    return await sql(
        "SELECT d.id, d.code, t.number, t.matures_on, t.matures_on < $2 AS overdue"
        " FROM deposit_term t JOIN deposit d ON d.id = t.deposit_id AND d.state = 'running'"
        " WHERE t.closed_on IS NULL AND t.matures_on <= $1 AND NOT EXISTS ("
        "   SELECT 1 FROM settlement s WHERE s.term_id = t.id AND s.state = 'draft')"
        " AND NOT EXISTS (SELECT 1 FROM log_event e WHERE e.subject_id = d.id"
        "   AND e.kind = 'DepositMaturing' AND (e.body->>'term')::int = t.number"
        "   AND (e.body->>'overdue')::bool = (t.matures_on < $2))"
        " ORDER BY t.matures_on, d.id LIMIT $3",
        until_on,
        today,
        limit,
    )
