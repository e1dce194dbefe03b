"""Events commit to the rows they made, and every edit of any row is found and named. R12.3."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from random import Random

import pytest
from tortoise.context import TortoiseContext
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import files
from models.base import database as tortoise_config
from models.base import sql
from models.log import append, inspect, replay, watched
from models.log.replay import compare, units
from models.log.watched import UNCOMMITTED, UNWATCHED, uncommitted
from models.log.watching import Watched, in_utc
from server import engines as embedded
from tests.conftest import rounds
from tests.models.committed import administered, columns_of, event, fill, insertion, unguarded
from tests.signer import KEYS

LOG = (
    *("log_event", "log_leaf", "log_node", "log_seal", "log_signature", "log_chain"),
    *("log_content", "log_shape"),
)


@pytest.fixture
async def filled(database_url: str, engines: embedded.Engines) -> AsyncIterator[Random]:
    """A database with rows in every watched table, opened as a superuser opens it."""
    chance = Random(20250303)
    async with TortoiseContext() as context:
        url = administered(database_url, engines.var_dir)
        await context.init(config=tortoise_config(url, 4), _enable_global_fallback=True)
        await fill(chance)
        yield chance


async def found() -> list[str]:
    """What the comparison of content says, in words."""
    async with in_transaction():
        said = [f"{each.what}: {each.where}" for each in await replay(lambda _: None)]
        return said + [f"file altered: {key}" for key in await files.altered()]


async def test_every_table_is_watched_or_left_out_for_a_reason(database: str) -> None:
    async with in_transaction():
        tables = await watched()
    assert len(tables) > 60
    assert [table.relation for table in tables if not table.guarded or len(table.key) != 1] == []
    there = await sql(
        "SELECT relname AS name, ARRAY(SELECT attname::text FROM pg_attribute"
        " WHERE attrelid = c.oid AND attnum > 0) AS columns FROM pg_class c WHERE relkind = 'r'"
        " AND relnamespace = 'public'::regnamespace"
    )
    columns = {row["name"]: set(row["columns"]) for row in there}
    assert set(UNWATCHED) <= set(columns), "a table that is no more"
    assert all(UNWATCHED.values()) and all(why for _, why in UNCOMMITTED.values())
    for table, (names, _) in UNCOMMITTED.items():
        assert set(names.split(",")) <= columns[table] and table not in UNWATCHED


async def test_a_new_database_is_whole(database: str) -> None:
    """The rows that come with the program are under the event of the migrations."""
    assert await found() == []
    rows = await sql("SELECT kind FROM log_event WHERE unit IS NOT NULL")
    assert [row["kind"] for row in rows] == ["TablesMigrated"]


async def test_what_is_written_past_the_events_is_named(database: str) -> None:
    """With the triggers at work: by the program's own role, through `psql`."""
    async with in_transaction():
        await sql(await insertion("community", 1))
        await append([event(), event()])
    assert await found() == []
    key = (await sql("SELECT id FROM community"))[0]["id"]
    named = f"changed without an event: community {key}"
    await sql("UPDATE community SET name = name || '1'")
    assert await found() == [named]
    await sql("DELETE FROM community")
    assert await found() == [named, named]


async def test_what_follows_the_events_needs_events_of_its_own(database: str) -> None:
    async with in_transaction():
        await append([event()])
        await sql(await insertion("community", 1))
        await append([event()])
        await sql("UPDATE community SET name = 'after the last event'")
    key = (await sql("SELECT id FROM community"))[0]["id"]
    assert await found() == [f"changed without an event: community {key}"]


async def test_what_is_rolled_back_is_committed_to_by_nobody(database: str) -> None:
    async with in_transaction():
        with suppress(ZeroDivisionError):
            async with in_transaction():
                await sql(await insertion("community", 1))
                raise ZeroDivisionError
        await sql(await insertion("community", 5))
        await append([event()])
    assert await found() == []
    assert await sql("SELECT count(*) AS n FROM log_content WHERE relation = 'community'") == [
        {"n": 1}
    ]


async def test_of_two_writers_of_a_row_the_later_counts(database: str) -> None:
    """Whose unit began first does not matter: the one that had the row last wrote what stands."""
    async with in_transaction():
        await sql(await insertion("community", 1))
        await append([event()])
    began, go = asyncio.Event(), asyncio.Event()

    async def early() -> None:
        async with in_transaction():
            await sql(await insertion("community", 9))
            began.set()
            await go.wait()
            await sql("UPDATE community SET name = 'early' WHERE name = 'late'")
            await append([event()])

    running = asyncio.create_task(early())
    await began.wait()
    async with in_transaction():
        await sql("UPDATE community SET name = 'late'")
        await append([event()])
    go.set()
    await running
    assert await sql("SELECT count(*) AS n FROM community WHERE name = 'early'") == [{"n": 1}]
    assert await found() == []


async def test_many_rows_of_one_statement_are_noted_in_pieces(database: str) -> None:
    many = "SELECT date '2000-01-01' + n, true, '', gen_random_uuid(), now()"
    async with in_transaction():
        await sql(
            "INSERT INTO local_day (day, working, source, entered_by, entered_at, name)"
            f" {many}, '' FROM generate_series(1, 2500) AS n"
        )
        await append([event()])
    pieces = await sql(
        "SELECT cardinality(keys) AS n FROM log_content WHERE relation = 'local_day'"
    )
    assert sorted(row["n"] for row in pieces) == [500, 1000, 1000]
    assert await found() == []


async def test_every_edit_of_any_row_is_found_and_no_other(filled: Random) -> None:
    """By somebody whom no trigger stops: one column, a row gone, a row more, of any table."""
    assert await found() == []
    async with in_transaction():
        tables = {table.relation: table for table in await watched()}
    wanted, done = rounds(1500, 10_000), 0
    while done < wanted:
        name = filled.choice([*tables, *LOG])
        async with in_transaction() as connection:
            await in_utc()
            await unguarded()
            if touched := await edited(name, tables.get(name), filled):
                seen = await _seen(tables.get(name))
                assert seen, f"not found: {touched}"
                if name in tables:
                    assert touched.row in seen and len(seen) == touched.rows, (seen, touched)
                done += 1
            await connection.rollback()
    assert await found() == []


async def _seen(table: Watched | None) -> set[str]:
    """Where an edit shows: of a watched table its own rows are looked at."""
    if table is None:
        open_tables = [each for each in await watched() if not each.guarded]
        return {each.where for each in (*await inspect(KEYS), *await units())} | {
            each.relation for each in open_tables
        }
    return {each.where for each in await compare(table)} | {
        f"file {key}" for key in (await files.altered() if table.relation == "file" else [])
    }


@dataclass(frozen=True)
class Edit:
    """What was done to which row; whoever gives a row another key has made two of it."""

    statement: str
    row: str
    rows: int


async def edited(name: str, table: Watched | None, chance: Random) -> Edit | None:
    """A row was changed by any statement; None when it changed nothing."""
    key = table.key[0] if table else None
    row = f"to_jsonb(r) ->> '{key}'" if key else "''"
    number, kind = chance.randrange(10**9, 2 * 10**9), chance.random()
    if table and kind < 0.1:
        statement = await insertion(name, number)
    else:
        places = await sql(f'SELECT ctid::text AS place FROM "{name}" ORDER BY 1')
        if not places:
            return None
        where = f"WHERE r.ctid = '{chance.choice(places)['place']}'::tid"
        statement = f'DELETE FROM "{name}" r {where}'
        if kind > 0.2:
            columns = [one for one in await columns_of(name) if one.name not in _left_out(name)]
            column = chance.choice(columns)
            value = "NULL" if kind < 0.3 and not column.needed else column.other(number)
            statement = f'UPDATE "{name}" r SET "{column.name}" = {value} {where}'
            statement += f' AND "{column.name}" IS DISTINCT FROM {value}'
    try:
        done = await sql(f"{statement} RETURNING {row} AS key")
    except IntegrityError:
        return None
    rows = 2 if key and f'SET "{key}" =' in statement else 1
    return Edit(statement, f"{name} {done[0]['key']}", rows) if done else None


def _left_out(name: str) -> set[str]:
    if name == "file":
        return set()
    return set(uncommitted(name))
