"""Real engines for every test: PostgreSQL and Valkey of one's own, a fresh database for each.

`database_url` is a migrated, empty database that only this test sees; `database` also opens it for
the models. `redis_url` and `redis` are an empty Valkey. Workers of xdist have engines of their own.
"""

import gc
import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from copy import deepcopy
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from redis import Redis
from redis import asyncio as aioredis
from tortoise.apps import Apps
from tortoise.context import TortoiseContext
from tortoise.models import Model

from models import base
from models.base import database as tortoise_config
from server import engines as embedded
from server.config import Settings
from tests.databases import (
    OWNER,
    PLANTED,
    TEMPLATE,
    Copies,
    apart,
    as_owner,
    engine_folder,
    migrated,
    statements,
)
from tests.whole_run import pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown

assert pytest_sessionfinish and pytest_terminal_summary and pytest_testnodedown, "hooks of the run"

if TYPE_CHECKING:
    from tests.small_roll import SmallRoll
    from tests.world import City

# On a busy machine an example takes longer than it should, and that is no fault of the code.
if not os.environ.get("CI"):
    hypothesis.settings.register_profile("here", deadline=None)
    hypothesis.settings.load_profile("here")


# Half a minute and more each on two cores, the longest first.
LONG = (
    "test_living.py",
    "test_access.py",
    "test_fuzz.py",
    "test_demo.py",
    "test_kill_closing.py",
    "test_bench.py",
    "test_kill_worker.py",
    "test_options.py",
    "test_migrate.py",
    "test_processes.py",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every worker begins with some of what takes long, so that none is left with it at the end.

    xdist cuts the list into as many pieces as there are workers, and a piece is begun at its head;
    what a worker has begun it cannot give away.
    """
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    long = sorted(
        (item for item in items if item.path.name in LONG),
        key=lambda item: LONG.index(item.path.name),
    )
    others = iter([item for item in items if item.path.name not in LONG])
    piece = -(-len(items) // workers)
    ordered: list[pytest.Item] = []
    for worker in range(workers):
        own = long[worker::workers]
        ordered += own + list(islice(others, piece - len(own)))
    items[:] = ordered


def pytest_collection_finish() -> None:
    """What was imported stays for the whole run, so the collector need not look at it again."""
    gc.collect()
    gc.freeze()


def _prepared_once() -> None:
    """The models are made ready for queries once in a process, not for each database opened.

    What tortoise works out there, every filter of every field, is the same for every database.
    """
    prepare, done = Apps._build_initial_querysets, set[frozenset[type[Model]]]()

    def prepare_once(apps: Apps) -> None:
        models = frozenset(model for app in apps.apps.values() for model in app.values())
        if models not in done:
            prepare(apps)
            done.add(models)

    Apps._build_initial_querysets = prepare_once  # type: ignore[method-assign]


_prepared_once()
# httpcore looks for it at every lock it takes, and where it is not installed that is a look
# through all folders, a tenth of what a request costs here.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]
# A busy machine is no fault of the code: only tests about time limits have short ones.
base.CONNECT_SECONDS = base.COMMAND_SECONDS = 60


def rounds(usual: int, full: int) -> int:
    """How often a drill repeats itself: `usual` in `make test`, `full` in `make drills`."""
    return full if float(os.environ.get("DRILL_SCALE", "0")) >= 1 else usual


@pytest.fixture(scope="session")
def engines() -> Iterator[embedded.Engines]:
    """PostgreSQL and Valkey for this run, gone afterwards; nothing is flushed to the disk."""
    var_dir = engine_folder()
    settings = Settings.load({"VAR_DIR": str(var_dir)})
    with embedded.start(settings, durable=False) as running:
        OWNER.append(running.owner_url)
        yield running
    shutil.rmtree(var_dir)


@pytest.fixture(scope="session")
def copies(engines: embedded.Engines) -> Iterator[Copies]:
    """What makes and drops the databases of the tests."""
    making = Copies(engines.owner_url, engines.var_dir)
    yield making
    making.close()


@pytest.fixture(scope="session")
def dumps(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a migrated database's dump, the same for all workers."""
    cache = getattr(pytestconfig, "cache", None)
    base = tmp_path_factory.getbasetemp()
    # Without a cache the workers of one run still share the folder above their own.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return cache.mkdir("migrated") if cache else shared


@pytest.fixture(scope="session")
def template(copies: Copies, dumps: Path) -> str:
    """The name of a migrated database that is copied for each test."""
    migrated(copies.make("template1", TEMPLATE), dumps)
    return TEMPLATE


@pytest.fixture(scope="session")
def planted(engines: embedded.Engines, copies: Copies, template: str) -> "tuple[str, SmallRoll]":
    """The name of a database with the small roll, and what stands in it; sealed with our keys."""
    # Imported here: a test of the rules needs none of it.
    from tests.world import planting

    settings = Settings.load({"VAR_DIR": str(engines.var_dir)})
    return PLANTED, apart(planting(copies.make(template, PLANTED), settings))


@pytest.fixture
def empty_database_url(copies: Copies) -> Iterator[str]:
    """The URL of a database without any table, for tests of the migrations themselves."""
    url = copies.make("template1")
    yield url
    copies.drop(url)


@pytest.fixture
def database_url(copies: Copies, template: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a fresh, migrated database: empty, or planted for a test with a city."""
    source = template
    if "planted" in request.fixturenames:
        source, _ = request.getfixturevalue("planted")
    url = copies.make(source)
    yield url
    copies.drop(url)


_LOG = (
    "log_leaf",
    "log_node",
    "log_seal",
    "log_signature",
    "log_unsealed",
    "log_event",
    "log_chain",
)


@pytest.fixture
def empty_log(database_url: str) -> None:
    """The log without the events that made the database and its roll: leaves count from 0."""
    apart(
        statements(
            as_owner(database_url),
            *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in _LOG),
            *(f"DELETE FROM {table}" for table in _LOG),
            *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in _LOG),
            "ALTER SEQUENCE log_event_seq_seq RESTART",
        )
    )


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The fresh database, opened for the models as the server opens it; its URL."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(database_url), _enable_global_fallback=True)
        yield database_url


@pytest.fixture
def redis_url(engines: embedded.Engines) -> str:
    """The URL of a Valkey with nothing in it."""
    with Redis.from_url(engines.redis_url) as client:
        client.flushall()
    return engines.redis_url


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator["aioredis.Redis"]:
    """A client of the empty Valkey."""
    client = aioredis.Redis.from_url(redis_url, decode_responses=True)
    yield client
    await client.aclose()


@pytest.fixture
def settings(
    tmp_path: Path, engines: embedded.Engines, database_url: str, redis_url: str
) -> Settings:
    """Development settings with everything of this test's own but the secrets."""
    var_dir = tmp_path / "var"
    var_dir.mkdir()
    shutil.copy2(engines.var_dir / "secrets.json", var_dir)
    return Settings.load(
        {
            "VAR_DIR": str(var_dir),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
    )


@pytest.fixture
async def city(
    database: str,
    planted: "tuple[str, SmallRoll]",
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> "AsyncIterator[City]":
    """The whole application over a small roll, with a clock to move; see `tests.world`."""
    from tests.world import opened

    async with opened(settings, monkeypatch, deepcopy(planted[1])) as running:
        yield running
