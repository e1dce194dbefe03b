"""The test world itself: everybody is there, money is there, the clock stands still."""

from datetime import timedelta

from models import ledger
from models.base import sql
from rules.ledger import AccountKind
from server import door
from tests.small_roll import POOLED_FEN, STAFF
from tests.world import START, City


async def test_the_city_is_inhabited(city: City) -> None:
    assert len(city.roll.here.homes) == 12 and len(city.roll.here.elevators) == 2
    assert set(city.roll.accounts) == set(STAFF)
    account = await ledger.account_for(AccountKind.POOLED, city.roll.here.scope)
    assert account.available_fen == POOLED_FEN
    shares = await sql(
        "SELECT home_id, sum(share_bps) AS share FROM ownership GROUP BY home_id"
        " HAVING sum(share_bps) <> 10000"
    )
    assert shares == [], "every home is wholly owned"


async def test_sessions_are_let_in_and_others_are_not(city: City) -> None:
    for token in (await city.login("owner1"), await city.staff("clerk")):
        status, body = await city.call("GET", "/nothing/here", token)
        assert (status, body["code"]) == (404, "NotFound")
    assert city.last is not None and city.last.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_clock_is_moved_by_hand(city: City) -> None:
    assert door.now() == START == door.now()
    city.clock.advance(days=8)
    assert door.now() == START + timedelta(days=8)
