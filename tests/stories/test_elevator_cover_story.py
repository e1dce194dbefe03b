"""R5.5、R10.3：一台电梯同一时间只有一份保险，也只有一件在办的申请。

The second year is a new case with a new notice; its contract begins the day after the first
year's last, not a day sooner. A case that ends, well or badly, gives its elevators free.
"""

from datetime import date, datetime, timedelta
from typing import Any

from rules.conditions import anniversary
from tests.handlers.objecting import token
from tests.journey import PREMIUMS, SIGNERS, Journey
from tests.small_roll import POOLED_FEN
from tests.stories.telling import Money, money, nothing_amiss, refused
from tests.world import City

TAKEN = "409 ElevatorTaken"


async def test_the_second_year_begins_when_the_first_is_over(city: City) -> None:
    """A renewal is applied for while the first policy still runs, and may not overlap it."""
    first = await Journey.at(city, "insured")
    last = date.fromisoformat(first.body["contract"]["to_on"])
    await ten_months_later(city, last)
    second = await Journey.at(city, "registered")
    assert second.id != first.id
    for start in (last, last - timedelta(days=10)):
        assert await contract_from(second, start) == "409 ElevatorCovered"
    assert (await second.look())["state"] == "registered"
    await second.contract(start=last + timedelta(days=1), number="HT-2026-001")
    await second.payout("INV-0002")
    for step in ("prepare", "approve"):
        await second.way()[step]()
    body = {"number": "BD-2025-001", "file_id": await city.paper("insurer")}
    assert await refused(city, "insurer", f"/cases/{second.id}/policy", body) == (
        "409 PolicyNumberUsed"
    )
    await second.issue("BD-2026-001")
    assert second.body["state"] == "insured"
    left = POOLED_FEN - 2 * sum(PREMIUMS)
    assert await money(city) == Money(left, 0, left)
    await nothing_amiss()


async def ten_months_later(city: City, last: date) -> None:
    """Two months before the end of the cover; elevators were looked after as before."""
    there = datetime.combine(last - timedelta(days=60), city.clock().timetz())
    city.clock.advance(seconds=(there - city.clock()).total_seconds())
    await city.maintained()
    await inspected(city)


async def inspected(city: City) -> None:
    """The inspection of the year was passed."""
    from models.base import sql

    await sql(
        "UPDATE elevator SET inspected_on = $1, inspection_due_on = $2",
        city.clock().date(),
        city.clock().date() + timedelta(days=365),
    )


async def contract_from(trip: Journey, start: date) -> str:
    """What the system says to a contract that begins on this day."""
    body = {
        "number": "HT-2026-001",
        "from_on": start.isoformat(),
        "to_on": (anniversary(start, 1) - timedelta(days=1)).isoformat(),
        "amount_fen": sum(PREMIUMS),
        "file_id": await trip.city.paper("owner1"),
    }
    return await refused(trip.city, "owner1", f"/cases/{trip.id}/contract", body)


def for_elevator(city: City, number: int) -> dict[str, Any]:
    """An application for one of the two elevators."""
    return {"elevator_ids": [str(city.roll.here.elevators[number])]}


def asked(city: City, number: int) -> dict[str, Any]:
    """The whole of it, as it is sent."""
    return {
        "scope_id": str(city.roll.here.scope),
        "insurer_id": str(city.roll.insurer),
        **for_elevator(city, number),
    }


async def test_one_elevator_is_in_one_case_at_a_time(city: City) -> None:
    """Two neighbours apply for different elevators; a third for one of them has to wait."""
    one = await Journey.applied(city, who="owner1", **for_elevator(city, 0))
    other = await Journey.applied(city, who="owner5", **for_elevator(city, 1))
    assert await refused(city, "owner6", "/cases", asked(city, 0)) == TAKEN
    assert await refused(city, "owner6", "/cases", asked(city, 1)) == TAKEN
    await one.do("owner1", "/withdrawal", {"reason": "并入另一件"})
    assert await refused(city, "owner6", "/cases", asked(city, 1)) == TAKEN
    third = await Journey.applied(city, who="owner6", **for_elevator(city, 0))
    assert third.body["state"] == other.body["state"] == "signing"


async def test_a_lapse_and_a_policy_give_the_elevator_free(city: City) -> None:
    """However it ends: in thirty days of silence, or in a policy."""
    lapsed = await Journey.applied(city, who="owner5", **for_elevator(city, 0))
    city.clock.advance(days=30)
    await city.due()
    assert (await lapsed.look())["state"] == "lapsed"
    await city.maintained()
    insured = await Journey.at(city, "insured")
    assert {one["id"] for one in insured.body["elevators"]} == {
        str(one) for one in city.roll.here.elevators
    }
    token_of = await token(city, SIGNERS[1])
    again = await city.must("POST", "/cases", token_of, asked(city, 0))
    assert again["state"] == "signing"
