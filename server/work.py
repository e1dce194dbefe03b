"""`python -m server work`: one process that does what fell due and sends messages.

Any number may run; each piece of work is done once, by whoever takes it first.
"""

import asyncio
import signal

from server import door, logs, runtime, worker
from server.config import Settings
from server.runtime import Runtime
from server.serve import UNMIGRATED, Sandbox, migrated

log = logs.get("server.work")


def work(settings: Settings, sandbox: Sandbox | None = None) -> int:
    """Work until told to stop; the exit code. What was begun is finished first."""
    logs.configure(settings.log_level, "work")
    with runtime.start_engines(settings) as running:
        settings = runtime.located(settings, running)
        if not migrated(settings):
            return UNMIGRATED
        if sandbox is not None:
            door.shift_clock(sandbox.offset)
        log.info("working", mode=settings.mode, sandbox=settings.sandbox)
        asyncio.run(_until_stopped(runtime.build(settings)))
    log.info("stopped")
    return 0


async def _until_stopped(built: Runtime) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with runtime.opened(built):
        await worker.run(built.world, built.cache, built.settings, stop)
