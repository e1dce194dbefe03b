"""`python -m sandbox.wechat --port N --control-port M [--journal FILE]`: until SIGINT or SIGTERM.

Prints one line of JSON with both addresses once it serves. The clock is the machine's, because
this plays a machine of somebody else's; the sandbox moves it through the control port.
"""

import argparse
import asyncio
import json
import signal
from datetime import UTC, datetime
from pathlib import Path

from sandbox.wechat.emulator import Emulator
from sandbox.wechat.world import Account


def _wall_clock() -> datetime:
    return datetime.now(UTC)


async def main() -> None:
    """Serves until told to stop."""
    ours = Account()
    parser = argparse.ArgumentParser(prog="python -m sandbox.wechat", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--appid", default=ours.appid)
    parser.add_argument("--secret", default=ours.secret)
    given = parser.parse_args()
    account = Account(given.appid, given.secret)
    emulator = Emulator(_wall_clock, account, given.journal)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    await emulator.start(given.port)
    await emulator.steer(given.control_port)
    print(json.dumps({"url": emulator.url, "control_url": emulator.control_url}), flush=True)
    await stopped.wait()
    await emulator.stop()


if __name__ == "__main__":
    asyncio.run(main())
