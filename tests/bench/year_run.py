"""`python -m tests.bench.year_run URL`: one year previewed and closed by the worker's own jobs.

Prints a line of JSON: seconds of each part, peak memory of this process, what was given to whom.
A process of its own, so that its memory is that of the closing alone.
"""

import asyncio
import json
import re
import sys
import time
from pathlib import Path
from typing import cast
from uuid import uuid4

from tortoise.context import TortoiseContext

from handlers.income.closing import post_year, preview_year
from handlers.route import World
from models.base import database
from models.income import closing, years
from server import door, worker
from server.operations import JOBS
from tests.bench.year_city import YEAR

POOL = 4


async def closed(url: str) -> dict[str, float]:
    """The year is previewed, confirmed by somebody else, and closed."""
    names = {preview_year.__name__, post_year.__name__}
    jobs = [job for job in JOBS if job.name in names]
    marks = [time.perf_counter()]
    async with TortoiseContext() as context:
        await context.init(config=database(url, POOL), _enable_global_fallback=True)
        async with door.transaction():
            await years.ask(YEAR, uuid4(), door.now())
        await worker.run_due(cast(World, None), jobs)
        marks.append(time.perf_counter())
        chunks = await closing.income_chunks(YEAR)
        async with door.transaction():
            await years.confirm(YEAR, uuid4(), door.now(), "income", chunks)
        await worker.run_due(cast(World, None), jobs)
        marks.append(time.perf_counter())
        row = await years.found(YEAR)
    assert row is not None and row["state"] == "closed", row
    figures = row["figures"]
    return {
        "preview_s": marks[1] - marks[0],
        "close_s": marks[2] - marks[1],
        "income_fen": figures["income_fen"],
        "interest_fen": figures["interest_posted_fen"],
        "homes": figures["homes_credited"],
        "memory_mib": _peak_mib(),
    }


def _peak_mib() -> float:
    """The most memory that this program ever held; `getrusage` would count what its parent had."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(asyncio.run(closed(sys.argv[1]))), flush=True)
