"""Reminders that the clock brings about. R13.1."""

from rules.cases import State
from tests.builders import case_in
from tests.handlers.objecting import events
from tests.journey import Journey
from tests.world import City


async def kinds(city: City) -> list[str]:
    items = (await city.must("GET", "/inbox", await city.login("manager")))["items"]
    return [item["kind"] for item in items]


async def test_the_manager_is_reminded_of_missing_lobbies(city: City) -> None:
    """R13.1: every three days while evidence is missing, never more often, and how many lack it."""
    trip = await Journey.at(city, "posting")
    await city.due()
    assert await kinds(city) == ["posting_wanted"]
    city.clock.advance(days=3)
    for _ in range(2):
        await city.due()
        assert await kinds(city) == ["posting_missing", "posting_wanted"]
    items = (await city.must("GET", "/inbox", await city.login("manager")))["items"]
    assert "仍有2个单元" in items[0]["text"]
    city.clock.advance(days=2, hours=23)
    await city.due()
    assert (await kinds(city)).count("posting_missing") == 1
    city.clock.advance(hours=1)
    await city.due()
    assert (await kinds(city)).count("posting_missing") == 2
    await city.maintained()
    await trip.post()
    city.clock.advance(days=3)
    await city.due()
    assert (await kinds(city)).count("posting_missing") == 2


async def test_a_long_absence_is_one_reminder(city: City) -> None:
    """What would have been reminded ten times while the worker was away is told once."""
    case = await case_in(State.POSTING, city.roll, city.clock())
    city.clock.advance(days=30)
    await city.due()
    assert (await events(case)).count("LobbyEvidenceMissing") == 1
