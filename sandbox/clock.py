"""The sandbox's clock: how far it stands from the host's, in a file that all processes share.

A process reads the file again when it has changed, so that `serve` and `work` move together. The
moment itself is read in `server.door` alone, which adds what `offset_of_requests` or
`offset_of_jobs` gives: a request may name the moment at which it arrives, and while a case is made
in the past, timed jobs live there too.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sanic import Request
from sanic.exceptions import BadRequest

from rules.days import BEIJING
from server import door

FILE = "sandbox-clock.json"
HELD = "sandbox-clock-held.json"
HEADER = "Sandbox-Now"
HELD_FOR = timedelta(minutes=2)
"""By the host's clock, in case that whoever holds the jobs is killed meanwhile."""


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


def offset_of_requests(var_dir: Path) -> Callable[[], timedelta]:
    """The clock of this folder, or of the request that is answered just now, if it names a moment
    (`Sandbox-Now: 2026-03-01T09:00:00+08:00`). Refuses a moment that is none."""
    shared = offset_in(var_dir)

    def offset() -> timedelta:
        request = Request._current.get(None)
        told = request.headers.get(HEADER, "") if request is not None else ""
        return _moment(told) - door.host_now() if told else shared()

    return offset


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(HEADER) from error
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


def offset_of_jobs(var_dir: Path) -> Callable[[], timedelta]:
    """The clock of this folder, or the moment at which the jobs are held."""
    shared, path = offset_in(var_dir), var_dir / HELD

    def offset() -> timedelta:
        try:
            told = json.loads(path.read_text())
        except FileNotFoundError:
            return shared()
        if door.host_now() > datetime.fromisoformat(told["until"]):
            return shared()
        return datetime.fromisoformat(told["at"]) - door.host_now()

    return offset


@contextmanager
def jobs_held(var_dir: Path, at: datetime) -> Iterator[None]:
    """Meanwhile timed jobs see that moment: what is made in the past is not overtaken by them."""
    until = door.host_now() + HELD_FOR
    _replace(var_dir / HELD, {"at": at.isoformat(), "until": until.isoformat()})
    try:
        yield
    finally:
        (var_dir / HELD).unlink(missing_ok=True)


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
    _replace(var_dir / FILE, {"offset_microseconds": offset // timedelta(microseconds=1)})


def _replace(path: Path, told: dict[str, object]) -> None:
    """Replaced as a whole: nobody reads half a file."""
    made = path.with_name(f"{path.name}.new")
    made.write_text(json.dumps(told))
    os.replace(made, path)


@contextmanager
def _locked(var_dir: Path) -> Iterator[None]:
    var_dir.mkdir(parents=True, exist_ok=True)
    with (var_dir / f"{FILE}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
