"""Guessing at a staff log-in stops the guesser and keeps nobody out where they work. R12.8."""

import asyncio
from typing import Any

import pytest

from handlers.people import passwords
from handlers.people.forgetting import LOGS_KEPT
from models.base import sql
from models.people.login_guesses import KNOWN_DAYS, MOST_ELSEWHERE
from server.limits import Limits
from tests.handlers.people.test_staff import enter, opened, quick_argon2
from tests.server.test_security import logged, nothing_waits
from tests.untold import faults
from tests.world import City

assert quick_argon2 and nothing_waits, "fixtures of these tests too"

OFFICE, HOME = "203.0.113.7", "198.51.100.20"
WRONG = {"username": "zhang.clerk", "password": "wrong password 99", "totp": "000000"}


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where requests come from: the one network in the list."""
    at = [OFFICE]
    monkeypatch.setattr(Limits, "address", lambda *_: at[0])
    return at


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One for each password that was compared with the account's."""
    seen: list[bool] = []
    real = passwords.matches

    def counted(stored: str | None, password: str) -> bool:
        if stored is not None:
            seen.append(True)
        return real(stored, password)

    monkeypatch.setattr(passwords, "matches", counted)
    return seen


async def guess(city: City, times: int = 1) -> None:
    """Wrong passwords, one after the other."""
    for _ in range(times):
        assert (await city.call("POST", "/staff/login", "", WRONG))[0] == 401


async def test_a_stranger_locks_nobody_out(
    city: City, place: list[str], judged: list[bool]
) -> None:
    """A hundred wrong ones from one place: five are judged, and the clerk gets in from her office
    and from a place where she never was. Wherever she was invited to, she is known."""
    secret = await opened(city)
    place[0] = "192.0.2.1"
    await guess(city, 100)
    assert len(judged) == 5
    for here in (OFFICE, HOME):
        place[0] = here
        assert (await enter(city, secret))[0] == 201


async def test_guesses_from_everywhere_are_bounded(
    city: City, place: list[str], judged: list[bool]
) -> None:
    """From ever new places fifty in a day, for good; known places do not hear of it. R12.7."""
    secret = await opened(city)
    place[0] = HOME
    assert (await enter(city, secret))[0] == 201
    judged.clear()
    await guesses_from(city, place, range(120))
    assert len(judged) == MOST_ELSEWHERE
    place[0] = "192.0.2.200"
    assert (await enter(city, secret))[0] == 401
    accounts = await city.must("GET", "/staff/accounts", await city.staff("administrator"))
    (locked,) = [one for one in accounts["items"] if one["username"] == "zhang.clerk"]
    assert locked["locked_until"]
    for here in (OFFICE, HOME):
        place[0] = here
        assert (await enter(city, secret))[0] == 201
    judged.clear()
    city.clock.advance(hours=23)
    await guesses_from(city, place, range(130, 140))
    assert not judged
    city.clock.advance(hours=1)
    await guesses_from(city, place, range(130, 250))
    assert len(judged) == MOST_ELSEWHERE


async def guesses_from(city: City, place: list[str], hosts: range) -> None:
    """A wrong password from each of these places."""
    for host in hosts:
        place[0] = f"192.0.2.{host}"
        await guess(city)


async def test_one_place_alone_waits_longer_each_time(
    city: City, place: list[str], judged: list[bool]
) -> None:
    """Somebody in the next room, the whole day long: 35, and other places do not wait for it."""
    secret = await opened(city)
    place[0] = "192.0.2.1"
    for _ in range(24 * 6):
        await guess(city)
        await guess(city, 4)
        city.clock.advance(minutes=10)
    assert len(judged) == 35
    place[0] = "192.0.2.2"
    assert (await enter(city, secret))[0] == 201


async def test_a_place_is_known_for_a_month(
    city: City, place: list[str], judged: list[bool]
) -> None:
    """A burst is counted before it is judged; what is old is forgotten, with what was tried."""
    secret = await opened(city)
    city.clock.advance(days=KNOWN_DAYS)
    for host in range(10):
        place[0] = f"192.0.2.{host}"
        await asyncio.gather(*[guess(city) for _ in range(7)])
    assert len(judged) == MOST_ELSEWHERE
    place[0] = OFFICE
    assert (await enter(city, secret))[0] == 401
    city.clock.advance(hours=24)
    assert (await enter(city, secret))[0] == 201
    city.clock.advance(days=LOGS_KEPT.days, minutes=1)
    await city.due()
    assert not await sql("SELECT FROM login_guess")


async def test_lock_outs_have_their_own_kind(city: City, place: list[str]) -> None:
    """The last that failed and what is not judged: the answer is as ever, the security log knows
    it, and the log of cases has nothing to tell. R12.3, R12.7."""
    await opened(city)
    before = await faults()
    place[0] = "192.0.2.1"
    answers: list[Any] = []
    for _ in range(7):
        city.clock.advance(seconds=1)
        answers.append(await city.call("POST", "/staff/login", "", WRONG))
    assert {(status, body["code"], str(body.get("detail"))) for status, body in answers} == {
        (401, "WrongCredentials", "None")
    }
    found = await logged(city, "kind=lockout")
    assert [(one["operation"], one["username"]) for one in found] == [
        ("log_in_staff", "zhang.clerk")
    ] * 3
    assert len(await logged(city, "kind=login&refused=true")) == 4
    assert await faults() == before
