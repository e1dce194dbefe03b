"""Payouts that are due soon or overdue remind the people in charge, once a day. R9.4."""

from datetime import timedelta

from models.base import sql
from rules.cases import State
from tests.builders import case_in
from tests.world import City


async def reminders(city: City) -> list[bool]:
    """Whether each reminder so far said overdue, oldest first."""
    rows = await sql(
        "SELECT (body->>'overdue')::bool AS overdue FROM log_event"
        " WHERE kind = 'PayoutDue' ORDER BY seq"
    )
    return [row["overdue"] for row in rows]


async def test_a_payout_is_reminded_of_once_a_day_from_two_days_before(city: City) -> None:
    case = await case_in(State.REQUESTED, city.roll, city.clock())
    payout = case.facts().payout
    assert payout is not None
    await city.due()
    assert await reminders(city) == []
    city.clock.advance(days=(payout.due_on - city.clock().date()).days - 2)
    await city.due()
    await city.due()
    assert await reminders(city) == [False]
    city.clock.advance(days=3)
    await city.due()
    assert await reminders(city) == [False, True]
    told = await sql("SELECT DISTINCT to_id FROM message WHERE kind LIKE '%ayout%'")
    assert city.roll.accounts["finance"] in {row["to_id"] for row in told}


async def test_a_paid_one_is_left_alone(city: City) -> None:
    await case_in(State.PAID, city.roll, city.clock())
    city.clock.advance(seconds=timedelta(days=30).total_seconds())
    await city.due()
    assert await reminders(city) == []
