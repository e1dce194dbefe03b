"""Redis for what may be lost: rate limits, short caches, wake-ups. Down, it slows nothing.

Every call is bounded by 0.3 s and never retried; after three failures the breaker leaves Redis
alone for some seconds and limits are kept in this process.
"""

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable
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
WAKE = "jishou:wake"


class Cache:
    """A Redis client that fails quickly and is never waited for."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = aioredis.Redis.from_url(
            url,
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
            retry=Retry(NoBackoff(), 0),
            max_connections=50,
        )
        self._failures = 0
        self._closed_until = 0.0
        self._local: OrderedDict[str, int] = OrderedDict()

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
            answer = await asyncio.wait_for(call, TIMEOUT_SECONDS)
        except (RedisError, OSError, TimeoutError):
            self._failures += 1
            if self._failures >= FAILURES:
                self._closed_until = time.monotonic() + OPEN_SECONDS
                self._failures = 0
            return None
        self._failures = 0
        return answer

    async def allowed(self, name: str, limit: int, window_seconds: int, at: float) -> bool:
        """Whether this is at most the `limit`-th call under the name in its window."""
        slot = f"jishou:limit:{name}:{int(at // window_seconds)}"
        count = await self.ask(self._hit(slot, window_seconds))
        if count is None:
            count = self._local[slot] = self._local.pop(slot, 0) + 1
            while len(self._local) > LOCAL_KEYS:
                self._local.popitem(last=False)
        return count <= limit

    async def _hit(self, slot: str, window_seconds: int) -> int:
        async with self._client.pipeline(transaction=False) as pipe:
            pipe.incr(slot)
            pipe.expire(slot, window_seconds + 5)
            count, _ = await pipe.execute()
        return int(count)

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
        with contextlib.suppress(RedisError, OSError):
            await self._client.aclose()
