"""Timed work: what fell due is done, what was stored is sent, what was committed is sealed.

Nothing asks "what is due this minute", only "what fell due by now", so a worker that was away,
runs twice or beside another gives the same result. R12.3, R13.3.
"""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from handlers.route import CLOCK, Context, Job, World
from models import faults
from models import log as sealed_log
from models.messages import deliveries
from notify import channels
from notify.templates import Approved
from rules.refusals.base import Refusal
from server import door, logs, metrics
from server.cache import Cache
from server.config import Settings
from server.operations import JOBS

log = logs.get("worker")

TIMES = 5
"""How often one item is done within one call: doing it may make it due anew."""

SEALED_AT_ONCE = 1000
COPIES_AT_ONCE = 50
EVERY_SECONDS = 1.0
MEASURED_SECONDS = 10.0
PAUSE_SECONDS = 0.1


async def run_due(
    world: World, jobs: Sequence[Job] = JOBS, patience: "Patience | None" = None
) -> int:
    """Everything due by now is done, and what became due by that; how many items were done.

    An item that fails is logged and left for a later call; the others are done all the same.
    """
    patience = patience or Patience()
    tried: Counter[Hashable] = Counter()
    total = 0
    while True:
        done = 0
        for job in jobs:
            done += await run_job(world, job, tried, patience)
        if not done:
            return total
        total += done


async def run_job(world: World, job: Job, tried: Counter[Hashable], patience: "Patience") -> int:
    """What is due of one job is done, but for items tried up or to be left; how many were done."""
    if patience.waits(job.name):
        return 0
    try:
        items = await door.shielded(door.settled(lambda: job.due(door.now())))
    except Exception as error:
        log.error("job failed", job=job.name, exc_info=error)
        metrics.job_done(job.name, "failed", 0)
        patience.failed(job.name)
        return 0
    patience.succeeded(job.name)
    done = 0
    for item in items:
        name = (job.name, item)
        if tried[name] >= TIMES or patience.waits(name):
            continue
        if await run_item(world, job, item):
            tried[name] += 1
            patience.succeeded(name)
            done += 1
        else:
            tried[name] = TIMES
            patience.failed(name)
    return done


async def run_item(world: World, job: Job, item: Any) -> bool:
    """One item is done in a transaction of its own, or the failure is logged; whether it was."""
    started = time.perf_counter()

    async def work(ctx: Context) -> None:
        await job.run(ctx, item)

    async def prepare(ctx: Context) -> Any:
        return await job.prepare(ctx, item) if job.prepare else None

    outcome = "done"
    try:
        await door.enter(CLOCK, door.now(), world, work, prepare, job.name)
    except Exception as error:
        outcome = error.code() if isinstance(error, Refusal) else "failed"
        await told(world, job, item, outcome, error)
    metrics.job_done(job.name, outcome, time.perf_counter() - started)
    return outcome == "done"


async def told(world: World, job: Job, item: Any, outcome: str, error: Exception) -> None:
    """The log says in one line that an item came to nothing, and the job keeps why."""
    attempt = 0
    if job.failed is not None:
        attempt = await _keep_failure(world, job, item, error)
    if isinstance(error, Refusal) and not attempt:
        # Somebody was quicker, or what it needs is away: no fault, and it stays due if it is.
        log.info("job refused", job=job.name, outcome=outcome)
        return
    facts = {"item": str(item), "attempt": attempt, "reason": faults.title(error)}
    log.error("job failed", job=job.name, outcome=outcome, exc_info=error, **facts)


async def _keep_failure(world: World, job: Job, item: Any, error: Exception) -> int:
    attempts = [0]

    async def work(ctx: Context) -> None:
        if job.failed is not None:
            attempts[0] = await job.failed(ctx.now, item, error)

    try:
        await door.enter(CLOCK, door.now(), world, work, doing=job.name)
        return attempts[0]
    except Exception as again:
        log.error("failure not kept", item=str(item), exc_info=again)
        return 0


async def seal(world: World) -> int:
    """Every committed event is a leaf under a signed head; how many heads were made. R12.3."""
    heads = 0
    sign = world.signer.sign
    async with door.transaction():
        await sealed_log.sign_earlier(sign)
    while True:
        async with door.transaction():
            if await sealed_log.seal(door.now(), sign, SEALED_AT_ONCE) is None:
                return heads
        heads += 1


async def deliver(world: World) -> int:
    """Every WeChat copy that is due now was tried; how many attempts that took. R13.3."""
    total = 0
    while ended := await channels.drain(sender(world), program(world), door.now, COPIES_AT_ONCE):
        for state, count in ended.items():
            for _ in range(count):
                metrics.message_settled("wechat", state)
        total += ended.total()
    return total


def sender(world: World) -> channels.Sender:
    """WeChat as messages are sent by it; handlers are not offered that."""
    return cast(channels.Sender, world.wechat)


def program(world: World) -> channels.Program:
    """The mini-program's own ids, keys and pages."""
    templates = {one.name: Approved(one.id, one.keys) for one in world.templates}
    return channels.Program(templates, world.pages)


async def settle(world: World) -> int:
    """All that is due now is done, sent and sealed; how many timed items were done.

    For whoever moves the clock: the sandbox and tests.
    """
    total = await run_due(world)
    await deliver(world)
    await seal(world)
    return total


@dataclass
class Patience:
    """Failing work is tried again later and later, at most five minutes apart, so that one bad
    item neither fills the log nor keeps the others waiting. Monotonic seconds."""

    seconds_max: float = 300.0
    names_max: int = 10_000
    _failures: Counter[Hashable] = field(default_factory=Counter)
    _not_before: dict[Hashable, float] = field(default_factory=dict)

    def waits(self, name: Hashable) -> bool:
        """Whether it is to be left alone for now."""
        return self._not_before.get(name, 0.0) > time.monotonic()

    def failed(self, name: Hashable) -> None:
        """It has failed once more."""
        if len(self._failures) >= self.names_max:
            # What failed long ago and is not due any more is never heard of again.
            self._failures.clear()
            self._not_before.clear()
        self._failures[name] += 1
        pause = min(2.0 ** (self._failures[name] - 1), self.seconds_max)
        self._not_before[name] = time.monotonic() + pause

    def succeeded(self, name: Hashable) -> None:
        """It has worked; what it did before is forgotten."""
        self._failures.pop(name, None)
        self._not_before.pop(name, None)


async def run(world: World, cache: Cache, settings: Settings, stop: asyncio.Event) -> None:
    """Works until `stop` is set: at every wake-up and at least once a second.

    Jobs, messages and sealing run beside each other: a WeChat that does not answer keeps no
    notice open, and a failing job leaves the others running. What is under way at the stop is
    finished; a worker that is killed leaves nothing that another does not take up.
    """
    bell = Bell()
    patience = Patience()
    ringing = asyncio.create_task(ring(cache, bell, stop))
    try:
        await asyncio.gather(
            repeat("jobs", lambda: run_due(world, patience=patience), bell, stop),
            repeat("messages", lambda: deliver(world), bell, stop),
            repeat("seal", lambda: seal(world), bell, stop),
            repeat("measures", measure, None, stop, MEASURED_SECONDS),
        )
    finally:
        ringing.cancel()
        await asyncio.gather(ringing, return_exceptions=True)


class Bell:
    """Wakes everybody who waits for it."""

    def __init__(self) -> None:
        self._waiting: asyncio.Event = asyncio.Event()

    def ring(self) -> None:
        """Those who wait go on; those who come later wait for the next time."""
        self._waiting.set()
        self._waiting = asyncio.Event()

    async def heard(self, seconds: float) -> None:
        """The bell rang, or so many seconds passed."""
        await heard(self._waiting, seconds)


async def heard(event: asyncio.Event, seconds: float) -> None:
    """The event is set, or so many seconds have passed."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


async def ring(cache: Cache, bell: Bell, stop: asyncio.Event) -> None:
    """The bell rings whenever a write was committed somewhere, and when it is time to stop."""

    async def at_stop() -> None:
        await stop.wait()
        bell.ring()

    ending = asyncio.create_task(at_stop())
    try:
        async for _ in cache.woken(EVERY_SECONDS):
            bell.ring()
    finally:
        ending.cancel()


async def repeat(
    name: str,
    work: Callable[[], Awaitable[object]],
    bell: Bell | None,
    stop: asyncio.Event,
    seconds: float = EVERY_SECONDS,
) -> None:
    """The work is done again and again until the stop, whatever it raises: after so many seconds,
    or sooner when the bell rings."""
    patience = Patience(seconds_max=30.0)
    while not stop.is_set():
        if not patience.waits(name):
            try:
                await work()
                patience.succeeded(name)
            except Exception as error:
                log.error("loop failed", job=name, exc_info=error)
                patience.failed(name)
        # Under a storm of wake-ups, ten rounds a second are quick enough.
        await heard(stop, PAUSE_SECONDS)
        if bell is not None and not stop.is_set():
            await bell.heard(seconds)
        elif bell is None:
            await heard(stop, seconds)


async def measure() -> None:
    """The gauges of the outbox show how it stands."""
    stands = await deliveries.depth()
    metrics.outbox_depth.set(stands.waiting)
    metrics.dead_letters.set(stands.dead)
    late = door.now() - stands.oldest_due_at if stands.oldest_due_at else timedelta()
    metrics.outbox_oldest_seconds.set(max(0.0, late.total_seconds()))
