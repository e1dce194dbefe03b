"""Timed work: what fell due is done, what was committed is sealed. R12.3, R13.3.

Nothing asks "what is due this minute", only "what fell due by now", so a worker that was away,
runs twice or beside another gives the same result.
"""

import time
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

from handlers.route import CLOCK, JOBS, Context, Job, World
from models import log as sealed_log
from rules.refusals import Refusal
from server import door, logs, metrics

log = logs.get("worker")

TIMES = 5
"""How often one item is done within one call: doing it may make it due anew."""

SEALED_AT_ONCE = 1000


async def run_due(world: World, jobs: Sequence[Job] = JOBS) -> int:
    """Everything due by now is done, and what became due by that; how many items were done.

    An item that fails is logged and left for a later call; the others are done all the same.
    """
    tried: Counter[Hashable] = Counter()
    total = 0
    while True:
        done = 0
        for job in jobs:
            done += await run_job(world, job, tried)
        if not done:
            return total
        total += done


async def run_job(world: World, job: Job, tried: Counter[Hashable]) -> int:
    """What is due of one job is done, but for items tried up; how many were done."""
    try:
        items = await door.shielded(door.settled(lambda: job.due(door.now())))
    except Exception as error:
        log.error("job failed", job=job.name, exc_info=error)
        metrics.job_done(job.name, "failed", 0)
        return 0
    done = 0
    for item in items:
        name = (job.name, item)
        if tried[name] >= TIMES:
            continue
        if await run_item(world, job, item):
            tried[name] += 1
            done += 1
        else:
            tried[name] = TIMES
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
        await door.enter(CLOCK, door.now(), world, work, prepare)
    except Refusal as refusal:
        # Somebody was quicker, or what it needs is away: no fault, and it stays due if it is.
        outcome = refusal.code()
        log.info("job refused", job=job.name, outcome=outcome)
    except Exception as error:
        outcome = "failed"
        log.error("job failed", job=job.name, outcome=outcome, exc_info=error)
    metrics.job_done(job.name, outcome, time.perf_counter() - started)
    return outcome == "done"


async def seal() -> int:
    """Every committed event is a leaf under a published head; how many heads were made. R12.3."""
    heads = 0
    while True:
        async with door.transaction():
            if await sealed_log.seal(door.now(), SEALED_AT_ONCE) is None:
                return heads
        heads += 1


async def settle(world: World) -> int:
    """All that is due now is done and sealed; how many items were done.

    For whoever moves the clock: the sandbox and tests.
    """
    total = await run_due(world)
    await seal()
    return total
