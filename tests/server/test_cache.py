"""Limits are shared where Redis answers and kept alone where it does not; nobody waits for it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest

from server.cache import Cache


@pytest.fixture
async def cache(redis_url: str) -> AsyncIterator[Callable[[], Cache]]:
    """Makes caches of one Valkey, as several processes would have them."""
    made: list[Cache] = []

    def another() -> Cache:
        made.append(Cache(redis_url))
        return made[-1]

    yield another
    for one in made:
        await one.close()


@pytest.fixture
async def silent_url() -> AsyncIterator[str]:
    """A server that accepts and never answers."""
    stop = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await stop.wait()
        writer.close()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    yield f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}/0"
    stop.set()
    server.close()


async def synced(cache: Cache) -> None:
    """The counts made so far have been put together."""
    assert cache._syncing is not None
    await cache._syncing


async def test_limit_is_exact_in_one_process(cache: Callable[[], Cache]) -> None:
    one = cache()
    assert [one.allowed("login:a", 3, 3600) for _ in range(5)] == [True] * 3 + [False] * 2
    assert one.allowed("login:b", 3, 3600)


async def test_processes_count_together(cache: Callable[[], Cache]) -> None:
    one, two = cache(), cache()
    assert all(one.allowed("login:a", 10, 3600) for _ in range(8))
    await synced(one)
    assert two.allowed("login:a", 10, 3600)
    await synced(two)
    assert two.allowed("login:a", 10, 3600)
    assert not two.allowed("login:a", 10, 3600)


async def test_silent_redis_holds_nobody_up(silent_url: str) -> None:
    one = Cache(silent_url)
    began = time.monotonic()
    answers = [one.allowed("login:a", 3, 3600) for _ in range(4)]
    assert answers == [True, True, True, False]
    assert time.monotonic() - began < 5
    await one.wake()
    assert time.monotonic() - began < 5
    await one.close()


async def test_breaker_stops_asking(silent_url: str) -> None:
    one = Cache(silent_url)
    for _ in range(3):
        assert await one.ask(one.client.get("x")) is None
    assert not one.open
    began = time.monotonic()
    for _ in range(100):
        assert await one.ask(one.client.get("x")) is None
    assert time.monotonic() - began < 5
    await one.close()
