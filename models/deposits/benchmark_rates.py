"""Benchmark rates as entered, which terms one concerns, and their change with it. R4.1."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Key, Listing, Sort

_COLUMNS = (
    "b.id, b.tenor, b.since_on, b.rate_e4, b.source, b.state, b.entered_by, b.entered_at,"
    " b.confirmed_at, b.dropped_at, b.drop_reason,"
    " CASE WHEN b.entered_by IS NULL THEN 'program' ELSE 'clerk' END AS proposed_by"
)
RATES = Listing(
    _COLUMNS,
    "benchmark_rate b",
    "b.id",
    {"newest": Sort((Key("b.since_on", date),))},
    {"state": "b.state = {state}", "tenor": "b.tenor = {tenor}"},
)


async def find(rate_id: UUID) -> dict[str, Any] | None:
    """One rate as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM benchmark_rate b WHERE b.id = $1", rate_id)


_TOUCHED = """
SELECT d.id AS deposit_id, d.code, t.id AS term_id, t.number AS term_number, t.opened_on,
       t.benchmark_rate_e4 AS was_e4,
       EXISTS (SELECT 1 FROM settlement s WHERE s.term_id = t.id AND s.state = 'posted') AS settled
  FROM deposit_term t JOIN deposit d ON d.id = t.deposit_id
 WHERE d.tenor = $1 AND t.opened_on >= $2 AND t.benchmark_rate_e4 <> $3 AND t.voided_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM benchmark_rate b WHERE b.tenor = $1 AND b.state = 'confirmed'
                      AND b.since_on > $2 AND b.since_on <= t.opened_on)
 ORDER BY d.code, t.number LIMIT $4
"""


async def touched(
    tenor: str, since_on: date, rate_e4: int, limit: int | None
) -> list[dict[str, Any]]:
    """The terms whose benchmark a rate from that day on is, and that carry another one."""
    return await sql(_TOUCHED, tenor, since_on, rate_e4, limit)


async def recompute(term_ids: Sequence[UUID], rate: Mapping[str, Any]) -> None:
    """These terms, and deposits entered and not yet confirmed, have the rate as benchmark."""
    await sql(
        "UPDATE deposit_term SET benchmark_rate_e4 = $2 WHERE id = ANY($1::uuid[])",
        list(term_ids),
        rate["rate_e4"],
    )
    await sql(
        "UPDATE deposit d SET benchmark_rate_e4 = $2 FROM deposit_term t"
        " WHERE t.deposit_id = d.id AND t.number = 1 AND t.id = ANY($1::uuid[])",
        list(term_ids),
        rate["rate_e4"],
    )
    await sql(
        "UPDATE deposit d SET benchmark_rate_e4 = $3 WHERE d.state = 'draft' AND d.tenor = $1"
        " AND d.opened_on >= $2 AND NOT EXISTS (SELECT 1 FROM benchmark_rate b"
        " WHERE b.tenor = $1 AND b.state = 'confirmed' AND b.since_on > $2"
        " AND b.since_on <= d.opened_on)",
        rate["tenor"],
        rate["since_on"],
        rate["rate_e4"],
    )
