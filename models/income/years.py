"""A year's own row: asked for, previewed, confirmed, closed. R4.7.

Whoever works on a year holds its lock until the transaction ends, however it ends, so that a
process that is killed leaves nothing behind but what it had committed. The row itself is written
last: nobody who posts into an open year waits for the work.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from models.base import jsonb, one, sql
from models.listing import Key, Listing, Sort, Whole

_LOCK = 0x59656172
"""Any number that nobody else uses, with the year as the second half of the key."""

SHUT = ("closing", "closed")


def subject_of(year: int) -> UUID:
    """The log's subject for what is said about a year of the books."""
    return uuid5(NAMESPACE_URL, f"accounting-year/{year}")


def end_of(year: int) -> date:
    """The last day of the year. R4.5."""
    return date(year, 12, 31)


async def alone(year: int) -> bool:
    """Whether the caller's transaction is now the only one that works on the year."""
    row = await one("SELECT pg_try_advisory_xact_lock($1, $2) AS mine", _LOCK, year)
    assert row is not None
    return bool(row["mine"])


async def found(year: int, lock: bool = False) -> dict[str, Any] | None:
    """The year's row, locked if wanted."""
    row = await one(
        "SELECT year, state, asked_by, asked_at, frozen_at, confirmed_by, confirmed_at, closed_at,"
        " step, done, total, failure, figures::text AS figures FROM accounting_year"
        " WHERE year = $1" + (" FOR NO KEY UPDATE" if lock else ""),
        year,
    )
    return _decoded(row) if row else None


def _decoded(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "figures": msgspec.json.decode(row["figures"])}


YEARS = Listing(
    "y.year, y.state, y.asked_by, y.asked_at, y.frozen_at, y.confirmed_by, y.confirmed_at,"
    " y.closed_at, y.step, y.done, y.total, y.failure, y.figures::text AS figures",
    "accounting_year y",
    "",
    {"newest": Sort((Key("y.year", Whole),))},
    {"state": "y.state = {state}"},
)
"""The years, the latest first; `figures` as JSON text."""


async def newest_shut() -> int | None:
    """The latest year that is closing or closed."""
    row = await one("SELECT max(year) AS year FROM accounting_year WHERE state = ANY($1)", SHUT)
    return row["year"] if row else None


async def in_state(*states: str) -> list[dict[str, Any]]:
    """The years in these states, the earliest first."""
    return await sql(
        "SELECT year, state, step, done, total FROM accounting_year WHERE state = ANY($1)"
        " ORDER BY year",
        list(states),
    )


async def ask(year: int, by: UUID, now: datetime) -> None:
    """The year is to be previewed, whatever an earlier preview said."""
    await sql(
        "INSERT INTO accounting_year (year, state, asked_by, asked_at, frozen_at, step, done,"
        " total, failure, figures) VALUES ($1, 'previewing', $2, $3, $3, 'gathering', 0, 0, '',"
        " '{}') ON CONFLICT (year) DO UPDATE SET state = 'previewing', asked_by = $2,"
        " asked_at = $3, frozen_at = $3, step = 'gathering', done = 0, total = 0, failure = '',"
        " figures = '{}'",
        year,
        by,
        now,
    )


async def previewed(year: int, frozen_at: datetime, figures: dict[str, Any]) -> None:
    """The preview stands."""
    await sql(
        "UPDATE accounting_year SET state = 'previewed', frozen_at = $2, step = '', done = total,"
        " figures = $3::jsonb WHERE year = $1",
        year,
        frozen_at,
        jsonb(figures),
    )


async def failed(year: int, why: str) -> None:
    """The preview came to nothing, and why."""
    await sql(
        "UPDATE accounting_year SET state = 'failed', step = '', failure = $2 WHERE year = $1",
        year,
        why[:300],
    )


async def confirm(year: int, by: UUID, now: datetime, step: str, total: int) -> None:
    """From now on the year takes no entries, and its own are written."""
    await sql(
        "UPDATE accounting_year SET state = 'closing', confirmed_by = $2, confirmed_at = $3,"
        " step = $4, done = 0, total = $5 WHERE year = $1",
        year,
        by,
        now,
        step,
        total,
    )


async def show(year: int, step: str, done: int, total: int) -> None:
    """Anybody sees how far a preview is; nothing is shown while somebody posts into the year, who
    holds its row and is not waited for."""
    await sql(
        "UPDATE accounting_year a SET step = $2, done = $3, total = $4 FROM (SELECT year"
        " FROM accounting_year WHERE year = $1 FOR NO KEY UPDATE SKIP LOCKED) l"
        " WHERE a.year = l.year",
        year,
        step,
        done,
        total,
    )


async def stuck(year: int, why: str) -> None:
    """The closing cannot go on, and why; somebody must look."""
    await sql("UPDATE accounting_year SET failure = $2 WHERE year = $1", year, why[:300])


async def advance(year: int, step: str, done: int, total: int) -> None:
    """The year is this far in its present step."""
    await sql(
        "UPDATE accounting_year SET step = $2, done = $3, total = $4, failure = '' WHERE year = $1",
        year,
        step,
        done,
        total,
    )


async def note(year: int, figures: dict[str, Any]) -> None:
    """These figures are known as well."""
    await sql(
        "UPDATE accounting_year SET figures = figures || $2::jsonb WHERE year = $1",
        year,
        jsonb(figures),
    )


async def closed(year: int, now: datetime) -> None:
    """The year is closed for good."""
    await sql(
        "UPDATE accounting_year SET state = 'closed', closed_at = $2, step = '', done = total,"
        " failure = ''"
        " WHERE year = $1",
        year,
        now,
    )


async def entries_until(on: date, recorded_by: datetime | None = None) -> dict[str, int]:
    """How many journals and changes of scope take effect by that day: whether a preview still
    holds shows by these numbers, for nothing of them is ever taken away."""
    row = await one(
        "SELECT (SELECT count(*) FROM ledger_journal WHERE effective_on <= $1"
        " AND ($2::timestamptz IS NULL OR recorded_at <= $2)) AS journals,"
        ' (SELECT count(*) FROM scope_change WHERE "on" <= $1) AS switches',
        on,
        recorded_by,
    )
    assert row is not None
    return dict(row)


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)
