"""A year closed for a whole city: how long, how much memory, against a program on files. R4.7.

The city is written by the database's superuser (`year_city`), the year is previewed and closed by
the worker's own jobs in a process of their own (`year_run`), and DuckDB computes the same shares
from files written before (`year_rival`); then every scope's and every home's sum is compared.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from server.engines import postgres
from tests.bench import year_city, year_files
from tests.bench.sizes import SIZES
from tests.bench.stage import MIGRATED, copy
from tests.databases import other_database

HOMES_OF_A_SCOPE = 50


@dataclass(frozen=True)
class Closed:
    """Seconds of ours and of the rival, our peak memory, and how many sums differ."""

    preview_s: float
    close_s: float
    rival_s: float
    memory_mib: float
    differences: int

    @property
    def ours_s(self) -> float:
        """Preview and closing."""
        return self.preview_s + self.close_s


def run(url: str, folder: Path) -> Iterator[str]:
    """The lines of the year, the small city first; each is closed once."""
    admin = postgres.admin_url(folder)
    small = _closed(url, admin, folder, SIZES.year_tenth)
    whole = _closed(url, admin, folder, SIZES.year_homes)
    yield (
        f"bench year_end ours={whole.ours_s:.0f}s goal<120s preview={whole.preview_s:.0f}s"
        f" close={whole.close_s:.0f}s homes={SIZES.year_homes}"
        f" scopes={SIZES.year_homes // HOMES_OF_A_SCOPE}"
        f" settlements={SIZES.year_settlements}"
    )
    yield f"bench year_end_memory ours={whole.memory_mib:.0f}MiB goal<1024MiB"
    yield (
        f"bench year_end_growth ours={whole.ours_s:.0f}s base={small.ours_s:.0f}s"
        f" ratio={whole.ours_s / small.ours_s:.1f} goal<=12"
        f" homes={SIZES.year_homes}/{SIZES.year_tenth}"
    )
    yield (
        f"bench year_end_against_duckdb ours={whole.ours_s:.0f}s base={whole.rival_s:.0f}s"
        f" ratio={whole.ours_s / whole.rival_s:.1f} goal<=5"
        f" differences={whole.differences + small.differences}"
    )


def _closed(url: str, admin: str, folder: Path, homes: int) -> Closed:
    name = f"year_{homes}"
    ours = asyncio.run(copy(url, MIGRATED, name))
    files = folder / name
    files.mkdir()
    scopes, settlements = homes // HOMES_OF_A_SCOPE, SIZES.year_settlements
    asyncio.run(year_city.found(other_database(admin, name), homes, scopes, settlements))
    asyncio.run(year_files.written(ours, files))
    done = json.loads(_child("tests.bench.year_run", ours))
    started = time.perf_counter()
    _child("tests.bench.year_rival", str(files))
    rival_s = time.perf_counter() - started
    differences = asyncio.run(year_files.differences(ours, files))
    return Closed(done["preview_s"], done["close_s"], rival_s, done["memory_mib"], differences)


def _child(module: str, argument: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", module, argument], stdout=subprocess.PIPE, text=True, check=True
    ).stdout
