"""A year whose closing is confirmed takes no more entries. R4.7."""

from datetime import date, datetime

from models.base import sql
from rules.days import BEIJING
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
