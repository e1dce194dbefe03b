"""PostgreSQL itself: its version, its clock, its order of texts, what was migrated."""

import asyncpg

from models.base import APP, one

TURN = 0x4A534D49
"""Who migrates holds this lock; any number will do as long as it is ours alone: "JSMI"."""


async def version(connection: asyncpg.Connection) -> int:
    """The server's version as it numbers it, such as 150018."""
    return int(await connection.fetchval("SHOW server_version_num"))


async def orders_by_code_points(connection: asyncpg.Connection) -> bool:
    """Whether texts are UTF-8 and stand in the order of their code points: where languages order
    words, a small letter stands before the next capital one."""
    asked = "SELECT 'B' < 'a' AND current_setting('server_encoding') = 'UTF8'"
    return bool(await connection.fetchval(asked))


async def migrated(connection: asyncpg.Connection) -> set[str]:
    """The names of the migrations that were applied to the database."""
    kept = await connection.fetchval("SELECT to_regclass('tortoise_migrations') IS NOT NULL")
    if not kept:
        return set()
    rows = await connection.fetch("SELECT name FROM tortoise_migrations WHERE app = $1", APP)
    return {row["name"] for row in rows}


async def take_turn() -> None:
    """Whoever else migrates this database has finished, and nobody begins before the transaction
    ends."""
    await one("SELECT pg_advisory_xact_lock($1)", TURN)


async def clock() -> float:
    """The database's clock, in seconds of the epoch."""
    row = await one("SELECT extract(epoch FROM clock_timestamp())::float8 AS at")
    assert row is not None, "a clock always answers"
    return float(row["at"])
