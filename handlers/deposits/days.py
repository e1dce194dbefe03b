"""On which day of the books an entry stands. R4.7."""

from datetime import date, datetime

from models.base import one
from models.ledger.years import SHUT, refuse_shut
from rules.days import beijing_date
from rules.refusals.books import YearShut


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
