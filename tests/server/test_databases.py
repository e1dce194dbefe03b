"""What the databases of the tests promise: one migration in a run, and nothing left in memory."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import pytest

from server import migrate
from tests import databases
from tests.databases import Copies, apart, engine_folder, migrated, statements


async def number_in(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval("SELECT number FROM made"))
    finally:
        await connection.close()


def test_of_many_workers_one_migrates_and_all_have_the_tables(
    copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgraded: list[str] = []

    async def upgrade(url: str, program: str) -> None:
        upgraded.append(url)
        await statements(url, "CREATE TABLE made AS SELECT 7 AS number")

    monkeypatch.setattr(migrate, "upgrade", upgrade)
    urls = [copies.make("template1") for _ in range(3)]
    try:
        with ThreadPoolExecutor(len(urls)) as workers:
            list(workers.map(lambda url: migrated(url, tmp_path), urls))
        assert len(upgraded) == 1
        assert [apart(number_in(url)) for url in urls] == [7, 7, 7]
    finally:
        for url in urls:
            copies.drop(url)


def test_what_a_killed_run_left_in_memory_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "MEMORY", tmp_path)
    monkeypatch.setattr(databases, "MEMORY_LEAST", 0)
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = tmp_path / f"jishou-tests-{gone.pid}-left"
    left.mkdir()
    mine = engine_folder()
    assert mine.parent == tmp_path
    assert not left.exists()
    other = engine_folder()
    assert mine.exists() and other != mine, "a run that lives keeps what is its own"


def test_little_memory_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "MEMORY", tmp_path)
    monkeypatch.setattr(databases, "MEMORY_LEAST", 1 << 62)
    folder = engine_folder()
    folder.rmdir()
    assert folder.parent != tmp_path
