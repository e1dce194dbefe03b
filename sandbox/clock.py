"""The sandbox's clock: how far it stands from the host's, in a file that all processes share.

A process reads the file again when it has changed, so that `serve` and `work` move together. The
moment itself is read in `server.door` alone, which adds `offset_in(var_dir)()`.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from server import door

FILE = "sandbox-clock.json"


def offset_in(var_dir: Path) -> Callable[[], timedelta]:
    """A function that says how far the clock of this folder is ahead, zero without a file."""
    path = var_dir / FILE
    known: tuple[tuple[int, int], timedelta] = ((0, 0), timedelta())

    def offset() -> timedelta:
        nonlocal known
        try:
            found = path.stat()
        except FileNotFoundError:
            return timedelta()
        stamp = (found.st_mtime_ns, found.st_ino)
        if stamp != known[0]:
            known = stamp, _read(path)
        return known[1]

    return offset


def begin(var_dir: Path, start: datetime) -> None:
    """The clock of this folder stands at `start` unless it has been set before."""
    with _locked(var_dir):
        if not (var_dir / FILE).exists():
            _write(var_dir, start - door.host_now())


def advance(var_dir: Path, by: timedelta) -> None:
    """Everybody's clock goes on by that much."""
    with _locked(var_dir):
        _write(var_dir, _read(var_dir / FILE) + by)


def move(var_dir: Path, to: datetime) -> None:
    """Everybody's clock stands at that moment now, and goes on from there."""
    with _locked(var_dir):
        _write(var_dir, to - door.host_now())


def _read(path: Path) -> timedelta:
    try:
        return timedelta(microseconds=json.loads(path.read_text())["offset_microseconds"])
    except FileNotFoundError:
        return timedelta()


def _write(var_dir: Path, offset: timedelta) -> None:
    """Replaced as a whole: nobody reads half a file."""
    micros = offset // timedelta(microseconds=1)
    made = var_dir / f"{FILE}.new"
    made.write_text(json.dumps({"offset_microseconds": micros}))
    os.replace(made, var_dir / FILE)


@contextmanager
def _locked(var_dir: Path) -> Iterator[None]:
    var_dir.mkdir(parents=True, exist_ok=True)
    with (var_dir / f"{FILE}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
