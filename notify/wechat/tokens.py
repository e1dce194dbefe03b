"""The access token: one for all processes, in Redis; a process of its own when Redis is away.

WeChat's `stable_token` hands every caller the same token until shortly before its end, so two
processes that ask at once do no harm, and Redis and its lock are a courtesy, never a condition.
"""

import asyncio
import contextlib
import json
import logging
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from redis.asyncio import Redis
from redis.exceptions import RedisError

from rules.days import BEIJING

log = logging.getLogger(__name__)
T = TypeVar("T")

REDIS_SECONDS = 0.3
REDIS_REST_SECONDS = 5.0
LOCK_SECONDS = 4.0
LOCK_WAIT_SECONDS = 1.0
LOCK_POLL_SECONDS = 0.05
# WeChat prepares the next token 300 s before the end of the old one, so asking a little later
# than that gets the next one, while the old one still works.
MARGIN = timedelta(seconds=240)
# WeChat allows 20 forced renewals a day, 30 s apart; the rest is left to people.
FORCE_GAP = timedelta(seconds=45)
FORCES_PER_DAY = 18

RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""


@dataclass(frozen=True)
class Token:
    """An access token and the span in which we use it."""

    value: str
    issued_at: datetime
    fresh_until: datetime

    @classmethod
    def issued(cls, value: str, expires_in: int, at: datetime) -> "Token":
        """A token that WeChat handed out at `at`, with `expires_in` seconds left."""
        life = timedelta(seconds=expires_in)
        return cls(value, at, at + max(life - MARGIN, life / 2))

    def good(self, now: datetime) -> bool:
        """True inside the span; a clock that was set back makes it false."""
        return self.issued_at - timedelta(seconds=5) <= now < self.fresh_until

    def dump(self) -> str:
        """As text for Redis."""
        return json.dumps([self.value, self.issued_at.timestamp(), self.fresh_until.timestamp()])

    @classmethod
    def load(cls, text: str | bytes) -> "Token | None":
        """Back from Redis; None when something else lies there."""
        try:
            value, issued, fresh = json.loads(text)
            if not isinstance(value, str):
                return None
            return cls(
                value,
                datetime.fromtimestamp(issued, BEIJING),
                datetime.fromtimestamp(fresh, BEIJING),
            )
        except (ValueError, TypeError, OverflowError, OSError):
            return None


Fetch = Callable[[bool, float], Awaitable[Token]]


class Tokens:
    """Gives the current token and replaces one that WeChat refused.

    For one intended call at most two token requests are made: `current` makes at most one, and
    `renewed` one less than two when `current` had just made one. `fetch(force, deadline)` does
    one `stable_token` request or raises Unavailable; `clock` gives the loop's seconds.
    """

    def __init__(
        self,
        appid: str,
        fetch: Fetch,
        redis: "Redis | None",
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        self._fetch = fetch
        self._redis = redis
        self._redis_rests_until = 0.0
        self._now = now
        self._clock = clock
        self._key = f"wechat:token:{appid}"
        self._lock_key = f"wechat:token-lock:{appid}"
        self._forced_key = f"wechat:token-forced:{appid}"
        self._held: Token | None = None
        self._lock = asyncio.Lock()
        self._forced: list[datetime] = []

    async def current(self, deadline: float) -> tuple[str, bool]:
        """A token, and whether WeChat was asked for it just now."""
        if self._held is not None and self._held.good(self._now()):
            return self._held.value, False
        async with self._lock:
            if self._held is not None and self._held.good(self._now()):
                return self._held.value, True
            found = await self._shared_other_than("")
            if found is not None:
                return found.value, False
            async with self._claim() as claimed:
                if not claimed:
                    found = await self._awaited_other_than("")
                    if found is not None:
                        return found.value, True
                token = await self._fetch(False, deadline)
                await self._keep(token)
                return token.value, True

    async def renewed(self, dead: str, asked: bool, deadline: float) -> str | None:
        """A token other than the refused one, or None when WeChat has no other to give now."""
        async with self._lock:
            held = self._held
            if held is not None and held.value != dead and held.good(self._now()):
                return held.value
            found = await self._shared_other_than(dead)
            if found is not None:
                return found.value
            async with self._claim() as claimed:
                if not claimed:
                    found = await self._awaited_other_than(dead)
                    if found is not None:
                        return found.value
                if not asked:
                    token = await self._fetch(False, deadline)
                    if token.value != dead:
                        await self._keep(token)
                        return token.value
                if not await self._may_force():
                    return None
                token = await self._fetch(True, deadline)
                await self._keep(token)
                return token.value if token.value != dead else None

    async def _may_force(self) -> bool:
        now = self._now()
        self._forced = [at for at in self._forced if timedelta(0) <= now - at < timedelta(days=1)]
        if len(self._forced) >= FORCES_PER_DAY:
            return False
        if self._forced and now - self._forced[-1] < FORCE_GAP:
            return False
        gap = int(FORCE_GAP.total_seconds())
        first = await self._ask(lambda r: _bool(r.set(self._forced_key, "1", nx=True, ex=gap)))
        if first is False:
            return False
        day_key = f"{self._forced_key}:{now.astimezone(BEIJING).date()}"
        count = await self._ask(lambda r: r.incr(day_key))
        await self._ask(lambda r: r.expire(day_key, 2 * 86400))
        if count is not None and count > FORCES_PER_DAY:
            return False
        self._forced.append(now)
        log.warning("wechat: forcing a new access token")
        return True

    async def _keep(self, token: Token) -> None:
        self._held = token
        seconds = int((token.fresh_until - self._now()).total_seconds())
        if seconds > 0:
            await self._ask(lambda r: _bool(r.set(self._key, token.dump(), ex=seconds)))

    async def _shared_other_than(self, dead: str) -> Token | None:
        text = await self._ask(lambda r: r.get(self._key))
        token = Token.load(text) if text else None
        if token is None or token.value == dead or not token.good(self._now()):
            return None
        self._held = token
        return token

    async def _awaited_other_than(self, dead: str) -> Token | None:
        """What the process that holds the lock stores, if it does so within a second."""
        until = self._clock() + LOCK_WAIT_SECONDS
        while self._clock() < until and self._clock() >= self._redis_rests_until:
            await asyncio.sleep(LOCK_POLL_SECONDS)
            found = await self._shared_other_than(dead)
            if found is not None:
                return found
        return None

    @contextlib.asynccontextmanager
    async def _claim(self) -> AsyncIterator[bool]:
        """True when no other process is fetching, or when Redis cannot say."""
        mine = uuid.uuid4().hex
        milliseconds = int(LOCK_SECONDS * 1000)
        answer = await self._ask(
            lambda r: _bool(r.set(self._lock_key, mine, nx=True, px=milliseconds))
        )
        try:
            yield answer is not False
        finally:
            if answer:
                await self._ask(lambda r: _bool(r.eval(RELEASE, 1, self._lock_key, mine)))

    async def _ask(self, question: "Callable[[Redis], Awaitable[T]]") -> T | None:
        """Redis' answer; None when there is no Redis, or none that answers in time."""
        if self._redis is None or self._clock() < self._redis_rests_until:
            return None
        try:
            async with asyncio.timeout(REDIS_SECONDS):
                return await question(self._redis)
        except (RedisError, OSError, TimeoutError):
            # Asked again only after a rest, so that a hung Redis costs 0.3 s once, not per call.
            self._redis_rests_until = self._clock() + REDIS_REST_SECONDS
            log.warning("wechat: Redis does not answer, the token is kept in this process")
            return None


async def _bool(answer: Awaitable[object]) -> bool:
    return bool(await answer)
