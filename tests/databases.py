"""Databases for tests: migrated once in a run, planted once in a process, copied for each test."""

import asyncio
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from models.base import sql
from server import migrate
from server.engines import postgres

ROOT = Path(__file__).parents[1]
TEMPLATE = "jishou_template"
PLANTED = "jishou_planted"
# What a connection says that a restarted server has cut.
CUT = (OSError, asyncpg.InterfaceError, asyncpg.PostgresConnectionError)

MEMORY = Path("/dev/shm")
MEMORY_LEAST = 3 * 1024**3
"""Bytes that must be free there: the databases and logs of one worker's engine, with room."""

T = TypeVar("T")


def engine_folder() -> Path:
    """A new folder for the engines of this process, in memory when there is enough of it.

    A database is 700 small files, made and removed for every test: on a disk that is most of
    what a test costs. What a killed run left there is removed.
    """
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    if not roomy or shutil.disk_usage(MEMORY).free < MEMORY_LEAST:
        return Path(tempfile.mkdtemp(prefix="jishou-tests-"))
    for left in MEMORY.glob("jishou-tests-*"):
        if not Path("/proc", left.name.split("-")[2]).exists():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"jishou-tests-{os.getpid()}-", dir=MEMORY))


def apart(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine run on a loop of its own, in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


def other_database(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def as_program(url: str, var_dir: Path) -> str:
    """The URL of the same database for the role as which the program works."""
    return other_database(postgres.program_url(var_dir), urlsplit(url).path.lstrip("/"))


OWNER: list[str] = []
"""The URL of the owner of all databases of this process; none before the engines are started."""


def as_owner(url: str) -> str:
    """The URL of the same database for its owner, who may do everything."""
    return other_database(OWNER[-1], urlsplit(url).path.lstrip("/"))


async def tamper(statement: str, *values: Any) -> None:
    """What the program may not do, done by the owner of the database that is open. R12.5."""
    (row,) = await sql("SELECT current_database() AS name")
    connection = await asyncpg.connect(other_database(OWNER[-1], row["name"]))
    try:
        await connection.execute(statement, *values)
    finally:
        await connection.close()


async def statements(url: str, *texts: str) -> None:
    """Run statements that may not stand in a transaction."""
    connection = await asyncpg.connect(url)
    try:
        for text in texts:
            await connection.execute(text)
    finally:
        await connection.close()


class Copies:
    """Copies of databases nobody is connected to, over one connection in a thread of its own.

    A drop is not waited for: it is done while the next test prepares itself.
    """

    def __init__(self, url: str, var_dir: Path) -> None:
        self.url = url
        self.var_dir = var_dir
        self._numbers = count(1)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._runner = asyncio.Runner()
        self._connection: asyncpg.Connection | None = None
        self._drops: list[Future[None]] = []

    def make(self, source: str, name: str = "") -> str:
        """The URL of a new copy of `source`; without a name it gets the next number."""
        name = name or f"test_{next(self._numbers)}"
        # By files, not through the log: half the work for a dozen megabytes in many small tables.
        self._submit(f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy").result()
        return other_database(self.url, name)

    def drop(self, url: str) -> None:
        """The database of this URL will be gone, whoever is still connected to it."""
        name = urlsplit(url).path.lstrip("/")
        self._drops.append(self._submit(f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        """All drops are done. Raises what one of them raised."""
        for one in self._drops:
            one.result()
        self._thread.submit(self._runner.run, self._leave()).result()
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    def _submit(self, statement: str) -> "Future[None]":
        return self._thread.submit(lambda: self._runner.run(self._execute(statement)))

    async def _execute(self, statement: str) -> None:
        try:
            await self._once(statement)
        except CUT:
            # A drill restarted the server.
            self._connection = None
            await self._once(statement)

    async def _once(self, statement: str) -> None:
        if self._connection is None:
            self._connection = await asyncpg.connect(self.url)
        await self._connection.execute(statement)

    async def _leave(self) -> None:
        if self._connection is not None:
            await self._connection.close()


def migrated(url: str, folder: Path) -> None:
    """The empty database gets all tables.

    Migrating takes seconds, so the result is kept in the folder as a dump for as long as models
    and migrations are the same to the byte. Of several processes one migrates, the others wait.
    """
    dump = folder / f"{fingerprint()}.sql"
    with dump.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not dump.exists():
            apart(migrate.upgrade(url, program=postgres.PROGRAM))
            draft = dump.with_suffix(f".{os.getpid()}")
            program("pg_dump", "--no-owner", "-d", url, "-f", str(draft))
            draft.replace(dump)
            return
    program("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", str(dump))


_MIGRATED_BY = (
    "models/migrations/*.py",
    "models/**/*constraints.py",
    "models/payee_accounts.py",
    "models/people/appointments.py",
    "models/two_people.py",
    "models/log/*.py",
    "models/roles.py",
    "models/benchmarks.py",
    "rules/income/*.csv",
    "server/migrate.py",
    "server/migrating.py",
)


def fingerprint() -> str:
    """A name for exactly these migrations and what they import, under exactly this tortoise."""
    digest = hashlib.sha256(version("tortoise-orm").encode())
    made_of = (path for pattern in _MIGRATED_BY for path in ROOT.glob(pattern))
    for path in sorted(made_of):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def program(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; its complaint is the test's."""
    command = [str(postgres.programs() / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
