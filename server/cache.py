"""Redis for what may be lost: rate limits, short caches, wake-ups. Down, it slows nothing.

Every call is bounded by 0.3 s and never retried; after three failures the breaker leaves Redis
alone for some seconds and limits are kept in this process.
"""

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable
from dataclasses import dataclass
from typing import Any, TypeVar

from redis import asyncio as aioredis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

T = TypeVar("T")

TIMEOUT_SECONDS = 0.3
OPEN_SECONDS = 5.0
FAILURES = 3
LOCAL_KEYS = 10_000
SYNC_SECONDS = 0.5
WAKE = "jishou:wake"


@dataclass
class Count:
    """How often something was asked in one window: by this process, and by others so far."""

    window_seconds: int
    here: int = 0
    elsewhere: int = 0
    unsent: int = 0


class Cache:
    """A Redis client that fails quickly and is never waited for."""

    def __init__(self, url: str, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._url = url
        self._timeout_seconds = timeout_seconds
        self._client = aioredis.Redis.from_url(
            url,
            socket_timeout=timeout_seconds,
            socket_connect_timeout=timeout_seconds,
            retry=Retry(NoBackoff(), 0),
            max_connections=50,
        )
        self._failures = 0
        self._closed_until = 0.0
        self._counts: OrderedDict[str, Count] = OrderedDict()
        self._syncing: asyncio.Task[None] | None = None

    @property
    def client(self) -> "aioredis.Redis":
        """The plain client, with the same short timeouts."""
        return self._client

    @property
    def open(self) -> bool:
        """False while the breaker keeps calls away from Redis."""
        return time.monotonic() >= self._closed_until

    async def ask(self, call: Awaitable[T]) -> T | None:
        """The answer, or None when Redis did not give one in time."""
        if not self.open:
            if asyncio.iscoroutine(call):
                call.close()
            return None
        try:
            answer = await asyncio.wait_for(call, self._timeout_seconds)
        except (RedisError, OSError, TimeoutError):
            self._failures += 1
            if self._failures >= FAILURES:
                self._closed_until = time.monotonic() + OPEN_SECONDS
                self._failures = 0
            return None
        self._failures = 0
        return answer

    def allowed(self, name: str, limit: int, window_seconds: int) -> bool:
        """Whether this is at most the `limit`-th call under the name in its window.

        Counted here at once and put together with the other processes' counts every half
        second, so that no request waits for Redis; without Redis each process counts alone.
        """
        slot = f"{name}:{int(time.time() // window_seconds)}"
        count = self._counts.get(slot)
        if count is None:
            count = self._counts[slot] = Count(window_seconds)
            while len(self._counts) > LOCAL_KEYS:
                self._counts.popitem(last=False)
        count.here += 1
        count.unsent += 1
        self._sync_soon()
        return count.here + count.elsewhere <= limit

    def spent(self, name: str, limit: int, window_seconds: int) -> bool:
        """Whether as many as `limit` calls were counted under the name in its window."""
        count = self._counts.get(f"{name}:{int(time.time() // window_seconds)}")
        return count is not None and count.here + count.elsewhere >= limit

    @staticmethod
    def window_left(window_seconds: int) -> int:
        """In how many seconds the window of now is over, and counting begins anew."""
        return window_seconds - int(time.time()) % window_seconds

    def _sync_soon(self) -> None:
        if self._syncing is None or self._syncing.done():
            self._syncing = asyncio.get_running_loop().create_task(self._sync())

    async def _sync(self) -> None:
        """Send what was counted here and learn what was counted elsewhere."""
        await asyncio.sleep(SYNC_SECONDS)
        waiting = [(slot, count) for slot, count in self._counts.items() if count.unsent]
        sent = [count.unsent for _, count in waiting]
        totals = await self.ask(self._add(waiting, sent))
        if totals is None:
            return
        for (_, count), part, total in zip(waiting, sent, totals, strict=True):
            count.unsent -= part
            count.elsewhere = max(0, total - count.here + count.unsent)

    async def _add(self, waiting: "list[tuple[str, Count]]", sent: list[int]) -> list[int]:
        async with self._client.pipeline(transaction=False) as pipe:
            for (slot, count), part in zip(waiting, sent, strict=True):
                pipe.incrby(f"jishou:limit:{slot}", part)
                pipe.expire(f"jishou:limit:{slot}", count.window_seconds + 5)
            answers = await pipe.execute()
        return [int(total) for total in answers[::2]]

    async def wake(self) -> None:
        """Tell waiting workers that there is something to do; nobody depends on it."""
        await self.ask(self._client.publish(WAKE, b"1"))

    async def woken(self, every_seconds: float) -> AsyncIterator[None]:
        """Yields at each wake-up, and at the latest after the interval; for ever."""
        listener: Any = None
        try:
            while True:
                try:
                    if listener is None:
                        blocking = aioredis.Redis.from_url(self._url, socket_connect_timeout=1)
                        listener = blocking.pubsub()
                        await asyncio.wait_for(listener.subscribe(WAKE), 1)
                    await listener.get_message(
                        ignore_subscribe_messages=True, timeout=every_seconds
                    )
                except (RedisError, OSError, TimeoutError):
                    listener = None
                    await asyncio.sleep(every_seconds)
                yield
        finally:
            if listener is not None:
                with contextlib.suppress(RedisError, OSError):
                    await listener.aclose()

    async def close(self) -> None:
        """Let go of the connections."""
        if self._syncing is not None:
            self._syncing.cancel()
        with contextlib.suppress(RedisError, OSError):
            await self._client.aclose()
