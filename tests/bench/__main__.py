"""`python -m tests.bench [filing] [casting] [reads] [ledger] [year] [tally]`: comparisons.

One line each: `bench NAME ours=… base=… ratio=… goal>=…`; medians of at least three rounds that
alternate, but for the year, which is closed once. Without names all are run. `BENCH=tiny` runs
everything at a size that says nothing but that it runs; `BENCH_DUMPS` is where a dump of the
migrated database may be found or left.
"""

import asyncio
import dataclasses
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from server import engines, logs
from server.config import Settings
from tests.bench import casting, filing, ledger, reads, tally, year_end
from tests.bench.sizes import SIZES
from tests.bench.stage import MIGRATED, copy, prepare
from tests.databases import migrated

PARTS = ("filing", "casting", "reads", "ledger", "year", "tally")


def main(wanted: list[str]) -> int:
    """Run them; exit code 0 when all could be measured."""
    if unknown := set(wanted) - set(PARTS):
        sys.stderr.write(f"不认识：{'、'.join(sorted(unknown))}；可选：{'、'.join(PARTS)}\n")
        return 2
    names = wanted or list(PARTS)
    if {"filing", "reads"} & set(names) and shutil.which("wrk") is None:
        sys.stderr.write("需要 wrk：apt-get install wrk\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="jishou-bench-"))
    env = {"VAR_DIR": str(folder), "RATE_LIMIT_SCALE": "1000000", "LOG_LEVEL": "WARNING"}
    settings = Settings.load({**os.environ, **env})
    logs.configure("WARNING", "bench")
    with engines.start(settings) as running:
        url, redis_url = running.owner_url, running.redis_url
        env["REDIS_URL"] = redis_url
        settings = dataclasses.replace(settings, redis_url=redis_url)
        empty = asyncio.run(copy(url, "template1", MIGRATED))
        migrated(empty, Path(os.environ.get("BENCH_DUMPS", folder)))
        if {"filing", "reads"} & set(names):
            told(requests(settings, env, folder, url, names))
        if "casting" in names:
            told(casting.run(settings, env, folder, url))
        if "ledger" in names:
            told(ledger.run(url))
        if "year" in names:
            told(year_end.run(url, folder))
        if "tally" in names:
            told(tally.run())
    shutil.rmtree(folder, ignore_errors=True)
    return 0


def requests(
    settings: Settings, env: dict[str, str], folder: Path, url: str, names: list[str]
) -> Iterable[str]:
    """The lines of what is asked over HTTP."""
    ours = asyncio.run(copy(url, MIGRATED, "bench"))
    prepared = asyncio.run(prepare(settings, ours, SIZES.cases))
    if "filing" in names:
        yield from filing.run(settings, env, prepared, folder, url)
    if "reads" in names:
        yield from reads.run(settings, env, prepared, folder)


def told(lines: Iterable[str]) -> None:
    """Each line as soon as it is there."""
    for text in lines:
        print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
