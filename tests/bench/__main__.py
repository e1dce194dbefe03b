"""`python -m tests.bench`: every comparison, one line each.

`bench NAME ours=… base=… ratio=… goal>=…`; medians of at least three rounds that alternate.
"""

import asyncio
import dataclasses
import os
import shutil
import sys
import tempfile
from pathlib import Path

from server import engines, logs
from server.config import Settings
from tests.bench import filing, reads
from tests.bench.stage import copy, other_database, prepare

CASES = 240


def main() -> int:
    """Run them all; exit code 0 when all could be measured."""
    if shutil.which("wrk") is None:
        sys.stderr.write("需要 wrk：apt-get install wrk\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="jishou-bench-"))
    env = {"VAR_DIR": str(folder), "RATE_LIMIT_SCALE": "1000000", "LOG_LEVEL": "WARNING"}
    settings = Settings.load({**os.environ, **env})
    logs.configure("WARNING", "bench")
    with engines.start(settings) as running:
        url, redis_url = running.database_url, running.redis_url
        env["REDIS_URL"] = redis_url
        asyncio.run(copy(url, "template1", "bench"))
        source = other_database(url, "bench")
        prepared = asyncio.run(prepare(settings, source, CASES))
        for text in filing.run(
            dataclasses.replace(settings, redis_url=redis_url), env, prepared, folder, url
        ):
            print(text, flush=True)
        for text in reads.run(settings, env, prepared, folder):
            print(text, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
