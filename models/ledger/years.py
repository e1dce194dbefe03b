"""A year whose closing is confirmed takes no more entries. R4.7."""

from datetime import date, datetime

from models.base import one, sql
from rules.days import BEIJING, beijing_date
from rules.refusals.books import YearShut

SHUT = frozenset({"closing", "closed"})


def surely_open(effective_on: date, now: datetime) -> bool:
    """Whether the day is of a year that cannot be shut yet, for it is not over."""
    return effective_on.year >= now.astimezone(BEIJING).year


async def refuse_shut(effective_on: date, now: datetime) -> None:
    """Returns if an entry effective on that day may still be posted at `now`; YearShut otherwise,
    with the `year` that is shut.

    A later year's closing shuts the earlier ones with it: it distributed what they left. Entries
    of the current year and later ask the database nothing. Until the caller's transaction ends no
    closing of these years can be confirmed, so what was let through is seen by the closing.
    """
    if surely_open(effective_on, now):
        return
    # Waits for a closing being confirmed and then reads what it wrote; the state is judged here
    # and not in the WHERE, for a row that did not match when it was looked at is not locked.
    rows = await sql(
        "SELECT year, state FROM accounting_year WHERE year >= $1 ORDER BY year FOR SHARE",
        effective_on.year,
    )
    if shut := [row["year"] for row in rows if row["state"] in SHUT]:
        raise YearShut(year=shut[0])


async def books_day(bank_day: date, now: datetime) -> date:
    """The bank's day; today when that year is closed, whose late entries are this one's. R4.7.

    Until the transaction ends that year is not closed.
    """
    try:
        await refuse_shut(bank_day, now)
    except YearShut:
        return beijing_date(now)
    return bank_day


async def likely_day(bank_day: date, now: datetime) -> date:
    """The same as it stands now, for a read that locks nothing."""
    shut = await one(
        "SELECT 1 AS yes FROM accounting_year WHERE year >= $1 AND state = ANY($2::text[])",
        bank_day.year,
        sorted(SHUT),
    )
    past = bank_day.year < beijing_date(now).year
    return beijing_date(now) if shut and past else bank_day
