"""The other homes of one owner: offered after the first, and to nobody else. R2.5."""

from typing import Any

from models.base import sql
from tests.handlers.objecting import see
from tests.handlers.people.test_bindings import bind, identity, unbound
from tests.world import City

OFFERED = "/me/homes/offered"


async def offered(city: City, who: str) -> list[str]:
    """The ids of the homes that this one is offered."""
    status, body = await see(city, who, OFFERED)
    assert status == 200, body
    return [one["home_id"] for one in body["items"]]


async def take(city: City, who: str, home: object) -> tuple[int, Any]:
    return await city.call("POST", f"{OFFERED}/{home}", await city.login(who))


async def test_the_others_are_offered_after_the_first(city: City) -> None:
    """R2.5: without name and number again, and once."""
    owner, token = await unbound(city, "owner1"), await city.login("owner1")
    first, second = (str(one) for one in owner.homes)
    assert await offered(city, "owner1") == []
    assert (await take(city, "owner1", second))[0] == 404
    assert (await bind(city, token, identity(owner)))[0] == 201
    assert await offered(city, "owner1") == [second]
    status, body = await take(city, "owner1", second)
    assert (status, body["home"]["home_id"], body["owned"]) == (201, second, True)
    assert await offered(city, "owner1") == []
    status, body = await take(city, "owner1", second)
    assert (status, body["code"]) == (409, "AlreadyBound")
    assert len((await city.must("GET", "/me", token))["homes"]) == 2
    assert first != second


async def test_only_homes_of_the_very_owner(city: City) -> None:
    """R2.5: a neighbour's home, one that was sold, and one that is not there are one answer."""
    owner, token = await unbound(city, "owner1"), await city.login("owner1")
    assert (await bind(city, token, identity(owner)))[0] == 201
    other = city.roll.people["owner4"].homes[0]
    await sql(
        "UPDATE ownership SET to_on = $2 WHERE home_id = $1", owner.homes[1], city.clock().date()
    )
    assert await offered(city, "owner1") == []
    for home in (other, owner.homes[1], city.roll.here.scope):
        status, body = await take(city, "owner1", home)
        assert (status, body["code"]) == (404, "NotFound")


async def test_who_proved_nothing_is_offered_nothing(city: City) -> None:
    """R2.5: papers show one home; a binding that has ended proves nothing any more."""
    owner, token = await unbound(city, "owner1"), await city.login("owner1")
    assert (await bind(city, token, identity(owner)))[0] == 201
    for change in ("how = 'claim'", "how = 'match', to_at = now()"):
        await sql(f"UPDATE binding SET {change} WHERE person_id = $1", owner.person_id)
        assert await offered(city, "owner1") == []
        assert (await take(city, "owner1", owner.homes[1]))[0] == 404
