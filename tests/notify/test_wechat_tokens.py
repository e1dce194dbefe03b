"""The shared token: one request for all, bounded calls when WeChat refuses it, no harm from Redis.

Counted in the emulator's journal, that is by what WeChat really received.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from redis import asyncio as aioredis

from notify.wechat import Outcome, SendResult, Wechat
from notify.wechat.answers import Unavailable
from notify.wechat.breaker import Breaker
from notify.wechat.tokens import Token
from rules.days import BEIJING
from tests.notify.test_wechat import LONG, LONG_DATA, allow
from tests.wechat import PERSON, SEND, STABLE_TOKEN, Control, HandClock, MakeWechat


async def send(wechat: Wechat) -> SendResult:
    return await wechat.send_subscribe(PERSON, LONG, "", LONG_DATA)


async def counted(control: Control) -> tuple[int, int]:
    """Business calls and token calls since the last count."""
    entries = await control.calls()
    await control.http.delete("/journal")
    paths = [entry["path"] for entry in entries]
    return paths.count(SEND), paths.count(STABLE_TOKEN)


@pytest.fixture
async def hung_redis() -> AsyncIterator["aioredis.Redis"]:
    """A client of a server that takes connections and never says a word."""
    ended = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ended.wait()
        writer.close()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    client = aioredis.Redis(host="127.0.0.1", port=port)
    yield client
    ended.set()
    with contextlib.suppress(Exception):
        await client.aclose()
    server.close()


# --- how often WeChat is asked


async def test_one_token_for_many_calls(wechat: Wechat, control: Control) -> None:
    await allow(control, LONG)
    results = await asyncio.gather(*(send(wechat) for _ in range(50)))
    assert {result.outcome for result in results} == {Outcome.SENT}
    assert await counted(control) == (50, 1)


async def test_one_token_for_many_processes(
    make_wechat: MakeWechat, control: Control, redis: "aioredis.Redis"
) -> None:
    await allow(control, LONG)
    processes = [make_wechat(redis=redis) for _ in range(8)]
    results = await asyncio.gather(*(send(wechat) for wechat in processes))
    assert {result.outcome for result in results} == {Outcome.SENT}
    assert await counted(control) == (8, 1)


async def test_a_token_is_replaced_before_its_end(
    wechat: Wechat, control: Control, clock: HandClock
) -> None:
    await allow(control, LONG)
    for hours in (0, 1, 0.9, 0.5, 24):
        clock.advance(hours=hours)
        assert (await send(wechat)).outcome is Outcome.SENT
    answers = [e["answer"] for e in await control.calls(SEND)]
    assert [answer["errcode"] for answer in answers] == [0] * 5
    # At 0, in the last four minutes or later (2.4 h), and a day later.
    assert (await counted(control)) == (5, 3)


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
async def test_a_token_refused_for_ever_is_bounded(
    make_wechat: MakeWechat,
    control: Control,
    redis: "aioredis.Redis",
    clock: HandClock,
    errcode: int,
) -> None:
    wechat = make_wechat(redis=redis)
    await allow(control, LONG)
    await control.fault(SEND, f"{errcode} forever")
    totals = []
    for _ in range(12):
        result = await send(wechat)
        assert (result.outcome, result.errcode) == (Outcome.RETRY_LATER, errcode)
        totals.append(await counted(control))
        clock.advance(seconds=20)
    assert totals[0] == (2, 2)
    assert all(business <= 2 and tokens <= 2 for business, tokens in totals), totals
    # Forcing is rationed, so most calls end after one attempt and one look.
    assert totals.count((1, 1)) >= 8
    await control.http.delete("/faults")
    assert (await send(wechat)).outcome is Outcome.SENT


async def test_many_calls_with_a_refused_token_are_bounded_each(
    wechat: Wechat, control: Control
) -> None:
    await allow(control, LONG)
    await send(wechat)
    await counted(control)
    await control.fault(SEND, "40001 forever")
    await asyncio.gather(*(send(wechat) for _ in range(20)))
    business, tokens = await counted(control)
    assert business <= 40 and tokens <= 21


async def test_a_token_killed_by_another_is_replaced_once_for_all(
    make_wechat: MakeWechat, control: Control, redis: "aioredis.Redis"
) -> None:
    await allow(control, LONG)
    here, there = make_wechat(redis=redis), make_wechat(redis=redis)
    await send(here)
    await send(there)
    assert await counted(control) == (2, 1)
    await control.post("/tokens/kill")
    assert (await send(here)).outcome is Outcome.SENT
    assert await counted(control) == (2, 1)
    # The other process finds the new one in Redis.
    assert (await send(there)).outcome is Outcome.SENT
    assert await counted(control) == (2, 0)


async def test_forced_only_when_the_platform_repeats_the_dead_token(
    wechat: Wechat, control: Control
) -> None:
    await allow(control, LONG)
    await send(wechat)
    await control.fault(SEND, "errcode:40001")
    assert (await send(wechat)).outcome is Outcome.SENT
    forced = [e["body"]["force_refresh"] for e in await control.calls(STABLE_TOKEN)]
    assert forced == [False, False, True]


async def test_without_a_token_nothing_is_sent(make_wechat: MakeWechat, control: Control) -> None:
    wechat = make_wechat(timeout_seconds=1.5)
    for fault in ("stall", "garbage", "drop", "errcode:-1", "errcode:40164"):
        await control.fault(STABLE_TOKEN, fault)
        assert (await send(wechat)).outcome is Outcome.RETRY_LATER
    assert await control.calls(SEND) == []


async def test_a_slow_token_and_a_slow_answer_share_one_time_limit(
    make_wechat: MakeWechat, control: Control
) -> None:
    wechat = make_wechat(timeout_seconds=2.0)
    await allow(control, LONG)
    await control.fault(STABLE_TOKEN, "delay:1.1")
    await control.fault(SEND, "delay:1.1")
    # Each alone would be in time.
    assert (await send(wechat)).outcome is Outcome.UNKNOWN


# --- Redis


async def test_a_hung_redis_costs_little(
    make_wechat: MakeWechat, control: Control, hung_redis: "aioredis.Redis"
) -> None:
    wechat = make_wechat(redis=hung_redis)
    await allow(control, LONG)
    for _ in range(3):
        started = time.monotonic()
        assert (await send(wechat)).outcome is Outcome.SENT
        assert time.monotonic() - started < 5
    await control.fault(SEND, "errcode:40001")
    started = time.monotonic()
    assert (await send(wechat)).outcome is Outcome.SENT
    assert time.monotonic() - started < 5


async def test_a_redis_that_is_gone_or_holds_nonsense_does_no_harm(
    make_wechat: MakeWechat, control: Control, redis: "aioredis.Redis"
) -> None:
    await allow(control, LONG)
    gone = aioredis.Redis(host="127.0.0.1", port=9)
    assert (await send(make_wechat(redis=gone))).outcome is Outcome.SENT
    wechat = make_wechat(redis=redis)
    for nonsense in ("nonsense", "[1,2,3]", "[]", '["x",1e300,1e300]', '{"a":1}'):
        await redis.set(f"wechat:token:{wechat.appid}", nonsense)
        assert (await send(make_wechat(redis=redis))).outcome is Outcome.SENT
    await redis.flushall()
    assert (await send(wechat)).outcome is Outcome.SENT
    await gone.aclose()


async def test_a_lock_left_behind_is_waited_for_a_second_only(
    make_wechat: MakeWechat, control: Control, redis: "aioredis.Redis"
) -> None:
    wechat = make_wechat(redis=redis)
    await allow(control, LONG)
    await redis.set(f"wechat:token-lock:{wechat.appid}", "a process that died", px=60_000)
    started = time.monotonic()
    assert (await send(wechat)).outcome is Outcome.SENT
    assert time.monotonic() - started < 20
    # Nobody's lock is taken away.
    assert await redis.get(f"wechat:token-lock:{wechat.appid}")


# --- the parts


def test_a_token_is_good_until_shortly_before_its_end() -> None:
    at = datetime(2025, 9, 26, 10, tzinfo=BEIJING)
    token = Token.issued("x", 7200, at)
    for seconds, good in ((0, True), (6959, True), (6960, False), (-6, False)):
        assert token.good(at + timedelta(seconds=seconds)) is good
    assert Token.load(token.dump()) == token
    short = Token.issued("x", 100, at)
    assert short.good(at + timedelta(seconds=49)) and not short.good(at + timedelta(seconds=50))


def test_the_breaker_opens_rests_probes_and_closes() -> None:
    seconds = 0.0
    breaker = Breaker(2, 10, lambda: seconds)

    def attempt(error: BaseException | None = None) -> None:
        with breaker.guard():
            if error is not None:
                raise error

    silent, busy = Unavailable("timeout"), Unavailable("busy", -1)
    for error in (silent, busy, silent):
        with pytest.raises(Unavailable):
            attempt(error)
    assert not breaker.is_open  # the busy answer in between proved it alive
    with pytest.raises(Unavailable):
        attempt(silent)
    assert breaker.is_open
    seconds = 10
    assert not breaker.is_open
    with breaker.guard():
        assert breaker.is_open  # one probe at a time
    assert not breaker.is_open
    for _ in range(2):
        with pytest.raises(Unavailable):
            attempt(silent)
    seconds = 20
    with pytest.raises(asyncio.CancelledError):
        attempt(asyncio.CancelledError())
    assert not breaker.is_open  # a probe given up proves nothing and blocks nobody
    with pytest.raises(Unavailable):
        attempt(silent)
    assert breaker.is_open
