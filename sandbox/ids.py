"""The same ids every time: what is done in the same order in a new sandbox gets the same ids.

Two sources are exchanged, in a sandbox that asks for it and nowhere else: `models.ids` of the
process that answers requests, and `gen_random_uuid()` as the statements of its database find it.
Keys, tokens and codes stay random: nothing that opens a door can be known beforehand.
"""

import asyncio
from collections.abc import Callable
from random import Random
from uuid import UUID

import asyncpg

from models import ids

SAME = "SANDBOX_SAME_IDS"
"""Set for one process only: two that count from the same start would meet."""

# Found before PostgreSQL's own, because the path names its schema before `pg_catalog`.
_STATEMENTS = (
    "CREATE SCHEMA sandbox",
    "CREATE SEQUENCE sandbox.nth",
    "CREATE FUNCTION sandbox.gen_random_uuid() RETURNS uuid LANGUAGE sql VOLATILE AS $$"
    " SELECT overlay(overlay(md5('sandbox ' || nextval('sandbox.nth')) PLACING '4' FROM 13)"
    "   PLACING '8' FROM 17)::uuid $$",
    "GRANT USAGE ON SCHEMA sandbox TO PUBLIC",
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA sandbox TO PUBLIC",
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, sandbox, pg_catalog',"
    " current_database()); END $$",
)


def drawn(seed: int) -> Callable[[], UUID]:
    """Ids one after the other, the same ones for the same seed."""
    random = Random(seed)
    return lambda: UUID(int=random.getrandbits(128), version=4)


def give(seed: int) -> None:
    """This process gives these from now on."""
    ids.drawn_from(drawn(seed))


def prepare(database_url: str) -> None:
    """A new database whose statements give the same ids every time, for whoever connects now."""
    asyncio.run(_prepare(database_url))


async def _prepare(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    try:
        for statement in _STATEMENTS:
            await connection.execute(statement)
    finally:
        await connection.close()
