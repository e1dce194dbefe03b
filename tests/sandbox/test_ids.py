"""The same ids every time, in a sandbox; random ones everywhere else."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import asyncpg
import pytest

from models import ids as source
from models.base import sql
from sandbox import ids


@pytest.fixture
def given() -> Iterator[None]:
    """Whatever a test does, the process draws at random afterwards."""
    yield
    source.drawn_from(uuid4)


def test_ids_are_random_unless_a_sandbox_gives_them(given: None) -> None:
    assert source.new_id() != source.new_id()
    ids.give(7)
    first = [source.new_id() for _ in range(3)]
    ids.give(7)
    assert [source.new_id() for _ in range(3)] == first
    ids.give(8)
    assert source.new_id() not in first
    assert all(one.version == 4 for one in first) and len(set(first)) == 3


async def test_statements_find_the_same_ids_first(database_url: str) -> None:
    await ids._prepare(database_url)
    connection = await asyncpg.connect(database_url)
    found = [await connection.fetchval("SELECT gen_random_uuid()") for _ in range(2)]
    assert found == [
        UUID("3a2ba8c3-5b3f-40a7-8646-956b4e0af4e1"),
        UUID("430df5d1-1e24-41d4-8f35-08c09241c5f8"),
    ]
    tables = "SELECT current_schema(), to_regclass('home')::text"
    assert tuple(await connection.fetchrow(tables)) == ("public", "home")
    await connection.close()


async def test_without_it_they_are_postgresqls_own(database: str) -> None:
    found = await sql("SELECT gen_random_uuid() AS one, gen_random_uuid() AS other")
    assert found[0]["one"] != found[0]["other"]
