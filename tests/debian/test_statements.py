"""Every statement of the program is planned by Debian's server: all names in it exist there."""

import asyncpg
import pytest

from tests.debian import declared, statements
from tests.debian.conftest import Debian

PLANNED = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
TEMPORARY = "CREATE TEMP TABLE"


def first_words(text: str) -> str:
    return " ".join(text.lstrip(" (\n").split()[:3]).upper()


async def faults(connection: asyncpg.Connection, texts: list[str]) -> list[str]:
    """What the server says against them; tables for the time of a transaction come first."""
    found: list[str] = []
    await _make_temporary(connection, texts)
    for text in texts:
        if not first_words(text).startswith(PLANNED):
            continue
        try:
            async with connection.transaction():
                await _plan(connection, text)
        except asyncpg.PostgresError as error:
            found.append(f"{error.args[0]}: {' '.join(text.split())[:200]}")
    return found


async def _make_temporary(connection: asyncpg.Connection, texts: list[str]) -> None:
    """All temporary tables are there, those that others are made from before them."""
    left = [text for text in texts if first_words(text) == TEMPORARY]
    while left:
        again: list[str] = []
        for text in left:
            try:
                async with connection.transaction():
                    await connection.execute(text)
            except asyncpg.UndefinedTableError:
                again.append(text)
        assert len(again) < len(left), again
        left = again


async def _plan(connection: asyncpg.Connection, text: str) -> None:
    """The plan that a prepared statement is given for all values; nothing is executed."""
    count = len((await connection.prepare(text)).get_parameters())
    values = f"({', '.join(['NULL'] * count)})" if count else ""
    await connection.execute(f"PREPARE planned AS {text}")
    await connection.execute(f"EXPLAIN EXECUTE planned{values}")
    await connection.execute("DEALLOCATE planned")


@pytest.fixture(scope="module")
def read() -> statements.Reading:
    return statements.Reading()


async def test_all_of_them_are_planned(
    debian: Debian, migrated: str, read: statements.Reading
) -> None:
    texts = sorted({*read.statements(), *await declared.statements()})
    assert read.unfollowed == set(), "what cannot be followed is not looked at"
    connection = await asyncpg.connect(debian.url(migrated))
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
            assert await faults(connection, texts) == []
    finally:
        await connection.close()
