"""Words for tests of identity: a face that is shown, phones that WeChat verified."""

from typing import Any

from sandbox.wechat.control import Control
from tests.handlers.people.test_bindings import identity
from tests.small_roll import Somebody
from tests.world import City


async def control(city: City, order_path: str, **order: Any) -> Any:
    """What happens at WeChat."""
    orders = Control(city.emulator.world, city.emulator.pusher).table()
    [do] = [do for method, path, do in orders if (method, path) == ("POST", order_path)]
    return await do(order)


async def begun(city: City, who: str, owner: Somebody) -> dict[str, Any]:
    """A face check with the papers of that owner, on this login's phone."""
    papers = {"name": owner.name, "id_number": owner.id_number}
    made: dict[str, Any] = await city.must("POST", "/face-checks", await city.login(who), papers)
    return made


async def faced(city: City, who: str, owner: Somebody, **shown: Any) -> dict[str, Any]:
    """What one would send to bind after the face was shown: whose, and what came of it."""
    made = await begun(city, who, owner)
    openid = city.roll.people[who].openid
    shown = {"verify_id": made["verify_id"], "openid": openid} | shown
    await control(city, "/faces", **shown)
    return identity(owner) | {"face_check_id": made["face_check_id"]}
