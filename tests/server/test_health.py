"""A process says by itself whether it is fit, and keeps its hands off when its clock is wrong."""

from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError, TransactionManagementError

from models.base import sql
from rules.refusals.asking import TemporarilyUnavailable
from server import busy, door, health, migrate
from server import engines as embedded
from tests.databases import statements
from tests.world import City


@pytest.fixture(autouse=True)
def in_service() -> Iterator[None]:
    """Whatever a test does, the next one finds the door open."""
    yield
    door.suspend(False)


async def test_alive_and_ready(city: City) -> None:
    assert await city.call("GET", "/health") == (200, {"status": "alive"})
    status, body = await city.call("GET", "/ready")
    assert status == 200 and body["status"] == "ready"
    assert body["checks"] == {
        "database": "ok",
        "migrations": "ok",
        "books": "ok",
        "clock": "ok",
        "redis": "ok",
    }


@pytest.mark.parametrize("skew", [1.5, -1.5])
async def test_a_clock_apart_from_the_databases_takes_the_process_out_of_service(
    city: City, monkeypatch: pytest.MonkeyPatch, skew: float
) -> None:
    apart = skew

    async def measured() -> float:
        return apart

    monkeypatch.setattr(door, "database_skew", measured)
    token = await city.login("owner1")
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["clock"]) == (503, "skewed")
    for method, path in (("GET", "/me"), ("POST", "/logout")):
        status, body = await city.call(method, path, token)
        assert (status, body["code"]) == (503, "TemporarilyUnavailable")
        assert city.last is not None and city.last.headers["Retry-After"]
    apart = 0.9
    assert (await city.call("GET", "/ready"))[0] == 200
    assert (await city.call("GET", "/me", token))[0] == 200


async def test_an_unmigrated_database_is_not_ready(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def missing(url: str) -> list[str]:
        return ["0003_later"]

    monkeypatch.setattr(migrate, "pending", missing)
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["migrations"]) == (503, "pending")


async def test_a_database_in_which_no_money_can_move_is_not_ready(city: City) -> None:
    """Everything is migrated, and one function that the books need is not there."""
    await sql("ALTER FUNCTION time_ordered_uuid() RENAME TO elsewhere")
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["migrations"], body["checks"]["books"]) == (503, "ok", "broken")
    await sql("ALTER FUNCTION elsewhere() RENAME TO time_ordered_uuid")
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["books"]) == (200, "ok")


async def test_a_standby_is_not_ready(
    city: City, database_url: str, engines: embedded.Engines
) -> None:
    name = database_url.rpartition("/")[2]
    for setting, status, books in (("on", 503, "read-only"), ("off", 200, "ok")):
        alter = f"ALTER DATABASE {name} SET default_transaction_read_only = {setting}"
        await statements(engines.owner_url, alter)
        # What a session is told at its start holds until it ends.
        await get_connection("default")._expire_connections()
        got, body = await city.call("GET", "/ready")
        assert (got, body["checks"]["books"]) == (status, books)


async def test_a_database_away_is_not_ready_but_alive(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> float:
        raise ConnectionRefusedError

    monkeypatch.setattr(door, "database_skew", away)
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["database"]) == (503, "away")
    assert (await city.call("GET", "/health"))[0] == 200


async def test_redis_away_is_ready_all_the_same(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.cache.close()
    monkeypatch.setattr(city.cache, "_closed_until", float("inf"))
    status, body = await city.call("GET", "/ready")
    assert (status, body["checks"]["redis"]) == (200, "degraded")


async def test_measures_are_for_this_machine_only(city: City) -> None:
    await city.call("GET", "/health")
    status, body = await city.call("GET", "/metrics")
    assert status == 200
    for name in (b"outbox_depth 0.0", b"db_pool_connections", b"http_requests_total", b"process_"):
        assert name in body
    for header in ("X-Forwarded-For", "Forwarded"):
        assert (await city.call("GET", "/metrics", headers={header: "203.0.113.9"}))[0] == 404


def test_measures_with_a_token_are_for_whoever_has_it() -> None:
    token = "m" * 40
    for headers, let_in in (
        ({}, False),
        ({"authorization": "Bearer wrong"}, False),
        ({"authorization": f"Bearer {token}"}, True),
        ({"authorization": f"Bearer {token}", "x-forwarded-for": "203.0.113.9"}, True),
    ):
        assert health.may_measure(headers, "203.0.113.9", token) is let_in
    assert not health.may_measure({}, "127.0.0.1", token)
    assert health.may_measure({}, "127.0.0.1", None)
    assert not health.may_measure({}, "203.0.113.9", None)


@pytest.mark.parametrize(
    "fault",
    [
        asyncpg.DiskFullError("could not extend file"),
        OperationalError(asyncpg.DiskFullError("could not extend file")),
        TransactionManagementError(asyncpg.ReadOnlySQLTransactionError("read-only")),
        asyncpg.InvalidPasswordError("password authentication failed"),
        asyncpg.OutOfMemoryError("out of memory"),
    ],
)
async def test_what_the_database_cannot_do_now_is_not_our_fault(fault: Exception) -> None:
    """No room, no writes, another password: 503 with a time to come again, never 500."""

    async def unit() -> None:
        raise fault

    with pytest.raises(TemporarilyUnavailable):
        await door.settled(unit)


async def test_a_database_that_takes_no_writes_is_no_fault_and_is_not_ready(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a standby after a failover: reads go on, writes wait, the balancer hears of it."""
    monkeypatch.setattr(busy, "_unwritten_at", -busy.UNWRITABLE_SECONDS)
    token, (row,) = await city.login("owner1"), await sql("SELECT current_database() AS name")
    pool: Any = get_connection("default")
    await sql(f'ALTER DATABASE "{row["name"]}" SET default_transaction_read_only = on')
    await pool._expire_connections()
    assert (await city.call("GET", "/me", token))[0] == 200
    status, body = await city.call("POST", "/inbox/read-all", token)
    assert (status, body["code"]) == (503, "TemporarilyUnavailable")
    assert city.last and city.last.headers["Retry-After"]
    ready = await city.http.get("/ready")
    assert ready.status_code == 503 and ready.json()["checks"]["database"] == "unwritable"
