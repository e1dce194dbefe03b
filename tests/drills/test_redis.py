"""Redis stopped, hung and flushed: nothing is wrong, and nobody waits for it."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from redis import asyncio as aioredis

from server.engines import Engines, valkey
from tests.conftest import rounds
from tests.drills.stand import Stand
from tests.drills.test_cut_off import signing, whole_or_not_at_all

BLOCKED_SECONDS = rounds(20, 1)
"""Without a limit of its own a request would wait for a hung Redis for ever."""
AT_ONCE = 6


async def test_redis_stopped_hung_and_flushed(
    stand: Stand, engines: Engines, figure: Callable[[str], None]
) -> None:
    await stand.serve()
    case = await signing(stand)
    usual, _ = await asked(stand, case, rounds(10, 200))
    for name in ("here", "stopped", "hung", "flushed", "here again"):
        async with redis(name, engines):
            slowest, count = await asked(stand, case, rounds(10, 200))
        assert slowest < usual + BLOCKED_SECONDS, (name, slowest, usual)
        figure(f"Redis {name}: {count} requests, the slowest {slowest * 1000:.0f} ms")
    status, ready = await stand.ask("GET", "/ready")
    assert status == 200 and ready["status"] == "ready"
    await whole_or_not_at_all(stand, case)


@asynccontextmanager
async def redis(state: str, engines: Engines) -> AsyncIterator[None]:
    """Redis is like this inside, and well again afterwards."""
    pid = valkey.pid(engines.var_dir)
    assert pid is not None
    if state == "stopped":
        await asyncio.to_thread(valkey.stop, engines.var_dir)
        yield
        await asyncio.to_thread(valkey.start, engines.var_dir)
    elif state == "hung":
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)
    else:
        if state == "flushed":
            client = aioredis.Redis.from_url(engines.redis_url)
            await client.flushall()
            await client.aclose()
        yield


async def asked(stand: Stand, case: str, each: int) -> tuple[float, int]:
    """The slowest answer of reads and writes by several at once, and how many there were."""
    slowest, count = 0.0, 0

    async def one(number: int) -> None:
        nonlocal slowest, count
        token = stand.tokens[f"owner{number + 2}"]
        for _ in range(each):
            for method, path in (
                ("GET", f"/scopes/{stand.roll.here.scope}/balance"),
                ("POST", f"/cases/{case}/signatures"),
                ("DELETE", f"/cases/{case}/signatures/mine"),
            ):
                began = time.perf_counter()
                status, body = await stand.ask(method, path, token)
                slowest = max(slowest, time.perf_counter() - began)
                count += 1
                assert status in (200, 201, 204), (status, body)

    await asyncio.gather(*(one(number) for number in range(AT_ONCE)))
    return slowest, count
