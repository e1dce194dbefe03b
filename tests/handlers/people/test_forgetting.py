"""What is past its time is forgotten, and nothing else. R12.4."""

from uuid import uuid4

from handlers.people import forgetting
from models.base import one, sql
from server.worker import run_due
from tests.handlers.people.test_bindings import bind, identity, unbound
from tests.handlers.people.test_login import logged_in
from tests.world import City


async def left(table: str) -> int:
    row = await one(f"SELECT count(*)::int AS many FROM {table}")
    assert row is not None
    return int(row["many"])


async def test_old_logins_tries_and_replies_go(city: City) -> None:
    owner = await unbound(city)
    token = (await logged_in(city, city.roll.people["stranger"].openid))["token"]
    await bind(city, token, identity(owner, name="某人"))
    await run_due(city.world)
    assert [await left(table) for table in ("session", "answered", "binding_attempt")] == [1, 1, 1]
    city.clock.advance(days=8)
    await run_due(city.world)
    assert [await left(table) for table in ("session", "answered", "binding_attempt")] == [1, 0, 1]
    city.clock.advance(days=183)
    await run_due(city.world)
    assert [await left(table) for table in ("session", "answered", "binding_attempt")] == [1, 0, 0]
    city.clock.advance(days=30)
    await run_due(city.world)
    assert await left("session") == 0


async def test_many_go_in_several_rounds(city: City) -> None:
    """One transaction stays short however much there is."""
    await sql(
        "INSERT INTO binding_attempt (id, person_id, home_id, at, matched)"
        " SELECT gen_random_uuid(), $1, $2, $3, false FROM generate_series(1, $4)",
        uuid4(),
        uuid4(),
        city.clock() - forgetting.LOGS_KEPT * 2,
        forgetting.MOST + 5,
    )
    await run_due(city.world)
    assert await left("binding_attempt") == 0
