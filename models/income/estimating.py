"""What the deposits still running would give each scope by a day. R4.4."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.income.balances import present_changes
from models.income.weights import Changes, weigh
from rules.income import Negative, Terms, estimate
from rules.money import parted

_RUNNING = """
FROM deposit_term t JOIN deposit d ON d.id = t.deposit_id
WHERE d.state = 'running' AND t.closed_on IS NULL AND t.voided_at IS NULL
    AND t.opened_on < $1 AND t.withdrawn_fen < t.principal_fen
"""


@dataclass(frozen=True)
class Running:
    """A term's income up to a day, in fen, and the period whose balances it follows."""

    from_on: date
    to_on: date
    estimate_fen: int


async def outdated(today: date) -> bool:
    """Whether today's estimates are missing: there is something to estimate, or to take away."""
    row = await one(
        f"SELECT (SELECT max(as_of_on) FROM income_estimate) AS last,"
        f" EXISTS (SELECT 1 {_RUNNING}) AS runs, EXISTS (SELECT 1 FROM ledger_account"
        " WHERE kind = 'household_fund' AND balance_fen > 0) AS money",
        today,
    )
    assert row is not None
    if row["last"] is None:
        return bool(row["runs"] and row["money"])
    return bool(row["last"] < today)


async def running(today: date, negative: Negative) -> list[Running]:
    """Each term that earns something, up to the beginning of that day."""
    rows = await sql(
        "SELECT d.tenor, d.method, d.base, t.opened_on, t.matures_on, t.principal_fen,"
        f" t.withdrawn_fen, t.agreed_rate_e4, t.benchmark_rate_e4, t.settled_on {_RUNNING}",
        today,
    )
    found = [_running(row, today, negative) for row in rows]
    return [one_ for one_ in found if one_.estimate_fen and one_.from_on < one_.to_on]


def _running(row: Mapping[str, Any], today: date, negative: Negative) -> Running:
    terms = Terms(
        row["principal_fen"],
        row["tenor"],
        row["opened_on"],
        row["matures_on"],
        row["agreed_rate_e4"],
        row["benchmark_rate_e4"],
        row["method"],
        row["base"],
    )
    fen = estimate(
        terms,
        today,
        part_fen=row["principal_fen"] - row["withdrawn_fen"],
        from_on=row["settled_on"],
        negative=negative,
    )
    return Running(row["settled_on"] or row["opened_on"], today, fen)


async def changes_until(today: date, now: datetime, first_on: date) -> Changes:
    """The scopes' balances from a day until before today, as the books say now."""
    return Changes.of(await present_changes(today, now, first_on, today + timedelta(days=1)))


def estimated(changes: Changes, terms: list[Running], first_on: date) -> dict[UUID, int]:
    """What each scope would get of all of them, in fen; nobody gets what has no weight."""
    waiting: dict[tuple[int, int], int] = {}
    for each in terms:
        period = (each.from_on - first_on).days, (each.to_on - first_on).days
        waiting[period] = waiting.get(period, 0) + each.estimate_fen
    sums = [0] * len(changes.scopes)
    for period, weights in weigh(changes, waiting):
        fen = waiting[period]
        if fen and any(weights):
            parts, _ = parted(abs(fen), weights)
            sign = -1 if fen < 0 else 1
            sums = [total + sign * part for total, part in zip(sums, parts, strict=True)]
    return dict(zip(changes.scopes, sums, strict=True))


async def keep(found: Mapping[UUID, int], today: date, now: datetime) -> None:
    """These are the estimates, and there are no others."""
    await sql("DELETE FROM income_estimate")
    await sql(
        "INSERT INTO income_estimate (scope_id, as_of_on, estimate_fen, computed_at)"
        " SELECT l.scope, $1, l.fen, $2 FROM unnest($3::uuid[], $4::bigint[]) AS l(scope, fen)",
        today,
        now,
        list(found),
        list(found.values()),
    )
