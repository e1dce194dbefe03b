"""Heavy work has threads and queues of its own: full is refused, and askers take turns."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from handlers import pools
from handlers.pools import Pool
from rules.refusals.asking import TemporarilyUnavailable
from tests.journey import photo
from tests.world import City


@pytest.fixture
async def gate() -> AsyncIterator[threading.Event]:
    """What the work of a test waits for; opened at the end whatever happened."""
    event = threading.Event()
    yield event
    event.set()


async def settle() -> None:
    """Everything that can begin has begun."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_full_queue_refuses_at_once_and_says_when_to_come_again(
    gate: threading.Event,
) -> None:
    pool = Pool("照片", threads=1, waiting=2, each=2)
    held = [asyncio.ensure_future(pool.run("a", gate.wait)) for _ in range(3)]
    await settle()
    with pytest.raises(TemporarilyUnavailable) as refused:
        await pool.run("b", gate.wait)
    assert refused.value.facts["retry_after_seconds"] == pools.RETRY_SECONDS
    assert "照片" in refused.value.detail
    gate.set()
    assert await asyncio.gather(*held) == [True, True, True]
    assert await pool.run("b", gate.wait)


async def test_nobody_fills_the_queue_alone(gate: threading.Event) -> None:
    pool = Pool("照片", threads=1, waiting=10, each=2)
    held = [asyncio.ensure_future(pool.run("a", gate.wait)) for _ in range(3)]
    await settle()
    with pytest.raises(TemporarilyUnavailable):
        await pool.run("a", gate.wait)
    held.append(asyncio.ensure_future(pool.run("b", gate.wait)))
    gate.set()
    assert await asyncio.gather(*held) == [True] * 4


async def test_askers_take_turns_however_many_one_of_them_sent(gate: threading.Event) -> None:
    pool, done = Pool("照片", threads=1, waiting=20, each=10), list[str]()
    first = asyncio.ensure_future(pool.run("a", gate.wait))
    held = [asyncio.ensure_future(pool.run("a", done.append, f"a{n}")) for n in range(4)]
    await settle()
    held.append(asyncio.ensure_future(pool.run("b", done.append, "b0")))
    await settle()
    gate.set()
    await asyncio.gather(first, *held)
    assert done == ["b0", "a0", "a1", "a2", "a3"]


async def test_a_file_on_its_way_goes_on_though_the_queue_is_full(gate: threading.Event) -> None:
    """Exports are made in the pool of workbooks, and a full one tears none of them."""
    pool = Pool("导出表格", threads=1, waiting=0, each=0)
    first = asyncio.ensure_future(pool.run("a", gate.wait))
    await settle()
    second = asyncio.ensure_future(pool.go_on("a", gate.wait))
    await settle()
    with pytest.raises(TemporarilyUnavailable):
        await pool.run("b", gate.wait)
    gate.set()
    assert await asyncio.gather(first, second) == [True, True]


async def test_who_goes_away_gives_the_turn_to_the_next(gate: threading.Event) -> None:
    pool = Pool("照片", threads=1, waiting=3, each=3)
    held = [asyncio.ensure_future(pool.run("a", gate.wait)) for _ in range(4)]
    await settle()
    for one in held[:3]:
        one.cancel()
    await settle()
    assert not held[3].done(), "the thread is kept until the work that began has ended"
    gate.set()
    assert await held[3] is True
    assert await pool.run("b", gate.wait)


async def test_work_that_fails_gives_its_thread_back() -> None:
    pool = Pool("照片", threads=1, waiting=0, each=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            await pool.run("a", divmod, 1, 0)


async def test_full_pools_answer_503_and_stop_nobody_else(
    city: City, monkeypatch: pytest.MonkeyPatch, gate: threading.Event
) -> None:
    """Photos, and what is not one, with every picture thread taken and nowhere to wait."""
    owner, clerk = await city.login("owner1"), await city.staff("clerk")
    full = Pool("照片", threads=1, waiting=0, each=0)
    held = asyncio.ensure_future(full.run("a", gate.wait))
    await settle()
    monkeypatch.setattr("handlers.files.PICTURES", full)
    monkeypatch.setattr("handlers.files.LARGE_PICTURES", full)
    files = {"file": ("a.jpg", photo(), "image/jpeg")}
    status, body = await city.call("POST", "/files", owner, files=files)
    assert (status, body["code"]) == (503, "TemporarilyUnavailable")
    assert city.last is not None and city.last.headers["retry-after"] == "5"
    assert body["detail"] == "正在处理的照片较多，请5秒后再试"
    assert (await city.call("GET", "/staff/me", clerk))[0] == 200
    gate.set()
    await held
    assert (await city.call("POST", "/files", owner, files=files))[0] == 201
