"""Real engines for every test: PostgreSQL and Valkey of one's own, a fresh database for each.

`database_url` is a migrated, empty database that only this test sees; `database` also opens it for
the models. `redis_url` and `redis` are an empty Valkey. Workers of xdist have engines of their own.
"""

import asyncio
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import hypothesis
import pytest
from redis import asyncio as aioredis
from tortoise.context import TortoiseContext

from models.base import database as tortoise_config
from server import engines as embedded
from server import migrate
from server.config import Settings
from server.engines import postgres
from tests.whole_run import pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown

assert pytest_sessionfinish and pytest_terminal_summary and pytest_testnodedown, "hooks of the run"

if TYPE_CHECKING:
    from tests.world import City

ROOT = Path(__file__).parents[1]
# On a busy machine an example takes longer than it should, and that is no fault of the code.
if not os.environ.get("CI"):
    hypothesis.settings.register_profile("here", deadline=None)
    hypothesis.settings.load_profile("here")

TEMPLATE = "jishou_template"
NUMBERS = count(1)
T = TypeVar("T")


def apart(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine run on a loop of its own, in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


def rounds(usual: int, full: int) -> int:
    """How often a drill repeats itself: `usual` in `make test`, `full` in `make drills`."""
    return full if float(os.environ.get("DRILL_SCALE", "0")) >= 1 else usual


def other_database(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


async def statements(url: str, *texts: str) -> None:
    """Run statements that may not stand in a transaction."""
    connection = await asyncpg.connect(url)
    try:
        for text in texts:
            await connection.execute(text)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def engines() -> Iterator[embedded.Engines]:
    """PostgreSQL and Valkey for this run, gone afterwards; nothing is flushed to the disk."""
    var_dir = Path(tempfile.mkdtemp(prefix="jishou-tests-"))
    settings = Settings.load({"VAR_DIR": str(var_dir)})
    with embedded.start(settings, durable=False) as running:
        yield running
    shutil.rmtree(var_dir)


@pytest.fixture(scope="session")
def template(engines: embedded.Engines, pytestconfig: pytest.Config) -> str:
    """The name of a migrated database that is copied for each test.

    Migrating takes seconds, so the result is kept as a dump for as long as models and migrations
    are the same to the byte.
    """
    apart(statements(engines.database_url, f"CREATE DATABASE {TEMPLATE}"))
    url = other_database(engines.database_url, TEMPLATE)
    cache = getattr(pytestconfig, "cache", None)
    folder = cache.mkdir("migrated") if cache else engines.var_dir
    dump = folder / f"{fingerprint()}.sql"
    if dump.exists():
        program("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", str(dump))
    else:
        apart(migrate.upgrade(url))
        draft = dump.with_suffix(f".{os.getpid()}")
        program("pg_dump", "--no-owner", "--no-privileges", "-d", url, "-f", str(draft))
        draft.replace(dump)
    return TEMPLATE


def fingerprint() -> str:
    """A name for exactly these models and migrations, under exactly this tortoise."""
    digest = hashlib.sha256(version("tortoise-orm").encode())
    for path in sorted([*(ROOT / "models").rglob("*.py"), ROOT / "server" / "migrate.py"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def program(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; its complaint is the test's."""
    command = [str(postgres.programs() / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def empty_database_url(engines: embedded.Engines) -> Iterator[str]:
    """The URL of a database without any table, for tests of the migrations themselves."""
    yield from _copied(engines, "template1")


@pytest.fixture
def database_url(engines: embedded.Engines, template: str) -> Iterator[str]:
    """The URL of a fresh, migrated, empty database."""
    yield from _copied(engines, template)


def _copied(engines: embedded.Engines, template: str) -> Iterator[str]:
    name = f"test_{next(NUMBERS)}"
    apart(statements(engines.database_url, f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield other_database(engines.database_url, name)
    apart(statements(engines.database_url, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The fresh database, opened for the models as the server opens it; its URL."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(database_url), _enable_global_fallback=True)
        yield database_url


@pytest.fixture
def redis_url(engines: embedded.Engines) -> str:
    """The URL of a Valkey with nothing in it."""
    apart(_flush(engines.redis_url))
    return engines.redis_url


async def _flush(url: str) -> None:
    client = aioredis.Redis.from_url(url)
    await client.flushall()
    await client.aclose()


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator["aioredis.Redis"]:
    """A client of the empty Valkey."""
    client = aioredis.Redis.from_url(redis_url, decode_responses=True)
    yield client
    await client.aclose()


@pytest.fixture
def settings(tmp_path: Path, database_url: str, redis_url: str) -> Settings:
    """Development settings with everything of this test's own."""
    return Settings.load(
        {
            "VAR_DIR": str(tmp_path / "var"),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
    )


@pytest.fixture
async def city(
    database: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> "AsyncIterator[City]":
    """The whole application over a small roll, with a clock to move; see `tests.world`."""
    # Imported here: a test of the rules needs none of it.
    from tests.world import opened

    async with opened(settings, monkeypatch) as running:
        yield running
