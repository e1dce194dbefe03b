"""Embedded engines: shared by processes, stopped by the last one, found again after any crash."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from redis import asyncio as aioredis

from server import engines
from server.config import Settings
from server.engines import machine, postgres, valkey
from tests.databases import apart, statements

# A process that uses the engines, says so, and leaves when its input closes.
USER = """\
import sys
from pathlib import Path
from server import engines
from server.config import Settings
running = engines.start(Settings.load({"VAR_DIR": sys.argv[1]}), durable=False)
print(running.owner_url, flush=True)
sys.stdin.read()
running.stop()
"""


@pytest.fixture(scope="module")
def var_dir() -> Iterator[Path]:
    """A folder whose engines are nobody else's."""
    folder = Path(tempfile.mkdtemp(prefix="jishou-engines-"))
    yield folder
    machine.wait_until(lambda: not running(folder), 60)
    # The keeper may still put its own things away.
    assert machine.wait_until(lambda: _gone(folder), 60)


def _gone(folder: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def settings(var_dir: Path) -> Settings:
    return Settings.load({"VAR_DIR": str(var_dir)})


def running(var_dir: Path) -> bool:
    return postgres.pid(var_dir) is not None or valkey.pid(var_dir) is not None


def user(var_dir: Path) -> subprocess.Popen[str]:
    """Another process that uses the engines; they are up on return."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(var_dir)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return process


def up(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def leave(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=120)
    assert process.returncode == 0


def test_second_start_finds_the_data_quickly(var_dir: Path) -> None:
    with engines.start(settings(var_dir), durable=False) as first:
        apart(statements(first.owner_url, "CREATE TABLE kept AS SELECT 42 AS answer"))
    assert not running(var_dir)

    began = time.monotonic()
    with engines.start(settings(var_dir), durable=False) as second:
        assert time.monotonic() - began < 15
        assert second.owner_url == first.owner_url
        assert apart(value(second.owner_url, "SELECT answer FROM kept")) == 42
    assert not running(var_dir)


def test_an_engine_from_before_gets_the_role_of_the_program(var_dir: Path) -> None:
    """R12.5: it had only the role that owns everything."""
    with engines.start(settings(var_dir), durable=False):
        apart(statements(postgres.admin_url(var_dir), "DROP ROLE jishou_program"))
        known = json.loads((var_dir / "postgres/postgres.json").read_text())
        del known["program"]
        (var_dir / "postgres/postgres.json").write_text(json.dumps(known | {"ready": True}))
    with engines.start(settings(var_dir), durable=False) as again:
        asked = "SELECT current_user = 'jishou_program'"
        assert apart(value(again.database_url, asked)) is True


async def value(url: str, query: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def pong(url: str) -> bool:
    client = aioredis.Redis.from_url(url)
    try:
        return bool(await client.ping())
    finally:
        await client.aclose()


def test_many_starts_at_once_share_one_engine_and_the_last_to_leave_stops_it(
    var_dir: Path,
) -> None:
    users = [user(var_dir) for _ in range(4)]
    urls = {up(process) for process in users}
    assert len(urls) == 1
    postmaster = postgres.pid(var_dir)
    for process in users[:-1]:
        leave(process)
        assert postgres.pid(var_dir) == postmaster
        assert valkey.pid(var_dir)
    leave(users[-1])
    assert not running(var_dir)


def test_a_killed_user_neither_keeps_the_engines_nor_stops_them_for_others(var_dir: Path) -> None:
    killed, other = user(var_dir), user(var_dir)
    url = up(killed)
    up(other)
    killed.kill()
    killed.wait()
    assert apart(value(url, "SELECT 1")) == 1
    other.kill()
    other.wait()
    # Both were killed, nobody said goodbye: the keeper notices by itself.
    assert machine.wait_until(lambda: not running(var_dir), 60)
    leave_streams(killed, other)


def leave_streams(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        process.communicate()


def test_crashed_engines_are_recovered_by_the_next_start(var_dir: Path) -> None:
    with engines.start(settings(var_dir), durable=False) as first:
        apart(statements(first.owner_url, "CREATE TABLE crashed AS SELECT 7 AS answer"))
        for pid in (postgres.pid(var_dir), valkey.pid(var_dir)):
            assert pid
            os.kill(pid, signal.SIGKILL)
        assert machine.wait_until(lambda: not running(var_dir), 60)
        with engines.start(settings(var_dir), durable=False) as again:
            assert again.owner_url == first.owner_url
            assert apart(value(again.owner_url, "SELECT answer FROM crashed")) == 7
            assert apart(pong(again.redis_url))


def test_a_stale_pid_that_now_belongs_to_another_program_is_left_alone(var_dir: Path) -> None:
    with engines.start(settings(var_dir), durable=False):
        lines = (var_dir / "postgres/data/postmaster.pid").read_text()
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    stale = lines.replace(lines.split("\n", 1)[0], str(stranger.pid), 1)
    (var_dir / "postgres/data/postmaster.pid").write_text(stale)
    (var_dir / "valkey/valkey.pid").write_text(str(stranger.pid))
    with engines.start(settings(var_dir), durable=False) as recovered:
        assert apart(value(recovered.owner_url, "SELECT 1")) == 1
    assert stranger.poll() is None
    stranger.communicate(b"\n")


def test_a_taken_port_is_given_up_for_another(var_dir: Path) -> None:
    with engines.start(settings(var_dir), durable=False) as first:
        pass
    port = int(first.owner_url.rsplit(":", 1)[1].split("/")[0])

    async def occupied() -> str:
        squatter = await asyncio.start_server(lambda r, w: None, "127.0.0.1", port)
        async with squatter:
            started = await asyncio.to_thread(engines.start, settings(var_dir), False)
            assert await value(started.owner_url, "SELECT 1") == 1
            await asyncio.to_thread(started.stop)
            return started.owner_url

    assert apart(occupied()) != first.owner_url


def test_nobody_gets_in_without_the_password(var_dir: Path) -> None:
    with engines.start(settings(var_dir), durable=False) as started:
        user_and_password, rest = started.owner_url.rsplit("@", 1)
        wrong = f"postgresql://jishou:wrong@{rest}"
        with pytest.raises(asyncpg.InvalidPasswordError):
            apart(value(wrong, "SELECT 1"))
        assert apart(value(started.owner_url, "SELECT current_setting('is_superuser')")) == "off"
        with pytest.raises(aioredis.AuthenticationError):
            apart(pong("redis://" + started.redis_url.rsplit("@", 1)[1]))
        for name in ("postgres/postgres.json", "valkey/valkey.json", "valkey/valkey.conf"):
            assert (var_dir / name).stat().st_mode & 0o077 == 0
        assert user_and_password.count(":") == 2
        assert "password" not in repr(started) and user_and_password not in repr(started)


def test_given_urls_start_nothing(tmp_path: Path) -> None:
    given = Settings.load(
        {
            "VAR_DIR": str(tmp_path),
            "DATABASE_URL": "postgresql://a@db.example/b",
            "REDIS_URL": "redis://cache.example/0",
        }
    )
    with engines.start(given) as started:
        assert started.owner_url == "postgresql://a@db.example/b"
        assert started.redis_url == "redis://cache.example/0"
    assert not (tmp_path / "postgres").exists() and not (tmp_path / "valkey").exists()
