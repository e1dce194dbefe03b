"""Migrations go up and down, twice and at once, whole or not at all."""

import asyncio
import sys
from itertools import pairwise
from pathlib import Path

import asyncpg
import pytest
from tortoise.migrations.recorder import MigrationRecorder

from models import migrations
from server import migrate

ALL = sorted(path.stem for path in Path(migrations.__path__[0]).glob("0*.py"))


async def tables(url: str) -> set[str]:
    connection = await asyncpg.connect(url)
    try:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        return {row["tablename"] for row in await connection.fetch(query)}
    finally:
        await connection.close()


async def shape(url: str) -> list[str]:
    """Every column, constraint, index and trigger, in words."""
    query = """
        SELECT format('%s.%s %s %s', table_name, column_name, data_type, column_default)
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        ORDER BY 1"""
    connection = await asyncpg.connect(url)
    try:
        return [row[0] for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def functions(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        query = "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        return int(await connection.fetchval(query))
    finally:
        await connection.close()


UPGRADE = """
import asyncio, sys
from server import migrate
print(*asyncio.run(migrate.upgrade(sys.argv[1])))
"""


async def upgraded(url: str) -> list[str]:
    """What a process of its own applied."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", UPGRADE, url, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return out.decode().split()


async def test_up_at_once_down_by_steps_and_up_again(empty_database_url: str) -> None:
    url = empty_database_url
    assert await migrate.pending(url) == ALL
    assert await tables(url) == set(), "looking changes nothing"
    # Three processes take turns, the first does all.
    assert sorted(await asyncio.gather(*(upgraded(url) for _ in range(3)))) == [[], [], ALL]
    assert await migrate.pending(url) == []

    full = await shape(url)
    shapes = {ALL[-1]: full}
    for kept, undone in reversed(list(pairwise(ALL))):
        assert await migrate.downgrade(url, kept) == [undone]
        shapes[kept] = await shape(url)
    assert await migrate.downgrade(url) == ALL[:1]
    assert await tables(url) == {"tortoise_migrations"}
    assert await functions(url) == 0
    for name in ALL:
        assert await migrate.upgrade(url, name) == [name]
        assert await shape(url) == shapes[name], f"what follows {name} was not undone"
    assert await migrate.downgrade(url) == ALL[::-1]
    assert await migrate.upgrade(url) == ALL
    assert await shape(url) == full


_FILE = (
    "INSERT INTO file (id, sha256, original_sha256, media_type, name, size, content, owner_kind,"
    " owner_id, created_at, class, kind, sealed_key) VALUES (gen_random_uuid(), '', '', '', '', 0,"
    " '', 'person', gen_random_uuid(), now(), 'identity', 'claim', $1)"
)


async def test_what_would_leave_files_unreadable_is_refused(empty_database_url: str) -> None:
    """Down past the classes of files, or past what says that one was erased: nothing is undone,
    and the refusal says the way out."""
    url = empty_database_url
    await migrate.upgrade(url, "0029_file_classes")
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_FILE, b"sealed")
        full = await shape(url)
        with pytest.raises(Exception, match=r"files are sealed: .* restore the backup"):
            await migrate.downgrade(url, "0028_security_log")
        assert await shape(url) == full
        await migrate.upgrade(url, "0041_erasing")
        await connection.execute("UPDATE file SET sealed_key = NULL, erased_at = now()")
        with pytest.raises(Exception, match=r"files are erased: .* restore the backup"):
            await migrate.downgrade(url, "0040_openings_door")
        assert await connection.fetchval("SELECT count(*) FROM file WHERE erased_at IS NOT NULL")
    finally:
        await connection.close()


async def test_versions_entered_before_they_had_numbers_stay(empty_database_url: str) -> None:
    """A city in service that changed a parameter by hand upgrades; its next version is the first
    that has a number."""
    url = empty_database_url
    await migrate.upgrade(url, "0008_ledger_lighter")
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(
            "INSERT INTO policy_version (id, values, source, entered_by, entered_at)"
            """ VALUES (gen_random_uuid(), '{"notice.days": 9}', '', gen_random_uuid(), now())"""
        )
        await migrate.upgrade(url)
        rows = await connection.fetch("SELECT number, community_id FROM parameter_version")
    finally:
        await connection.close()
    assert [tuple(row) for row in rows] == [(0, None)]


async def test_a_run_cut_off_leaves_nothing_behind(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cut_off(*_: object) -> None:
        raise ConnectionError("the plug was pulled")

    monkeypatch.setattr(MigrationRecorder, "record_applied", cut_off)
    with pytest.raises(ConnectionError):
        await migrate.upgrade(empty_database_url)
    assert await tables(empty_database_url) == set()


async def test_every_model_is_described_by_the_migrations() -> None:
    assert await migrate.undescribed() == []


async def test_each_test_has_a_migrated_database_of_its_own(database: str) -> None:
    assert await migrate.pending(database) == []
