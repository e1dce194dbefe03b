"""Bringing a database to the tables this program needs, by tortoise's own migrations.

One run is one transaction: schema and record of what was applied change together or not at all.
(Tortoise by itself records a migration after committing it, and a kill in between leaves a
database that can go neither up nor down.) Several processes may ask at once; they take turns.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.transactions import in_transaction

from models.base import APP, database

# Any number will do as long as it is ours alone: "JSMI" in ASCII.
TURN = 0x4A534D49

NEWEST = "__latest__"
NOTHING = "__first__"


async def upgrade(url: str, target: str = NEWEST) -> list[str]:
    """Apply what is missing up to `target`; the names of what was applied, oldest first."""
    return await _move(url, target, "forward")


async def downgrade(url: str, target: str = NOTHING) -> list[str]:
    """Undo what was applied after `target`, newest first; without a target undo everything."""
    return await _move(url, target, "backward")


async def pending(url: str) -> list[str]:
    """The names of migrations this program has and the database has not; changes nothing."""
    async with _context(url) as config:
        async with in_transaction("default") as connection:
            executor = MigrationExecutor(connection, config["apps"])
            steps = await executor.plan([MigrationTarget(APP, NEWEST)])
        return [step.migration.name for step in steps]


async def undescribed(url: str) -> list[str]:
    """What the models say and no migration does yet; empty when the two agree."""
    async with TortoiseContext() as context:
        config = database(url, pool=2)
        await context.init(config=config, init_connections=False)
        assert context.apps is not None
        writers = await MigrationAutodetector(context.apps, config["apps"]).changes()
        return [step.describe() for writer in writers for step in writer.operations]


async def _move(url: str, target: str, direction: str) -> list[str]:
    moved: list[str] = []

    def progress(event: str, _app: str, name: str) -> None:
        if event.endswith("_done"):
            moved.append(name)

    async with _context(url) as config, in_transaction("default") as connection:
        await connection.execute_query("SELECT pg_advisory_xact_lock($1)", [TURN])
        executor = MigrationExecutor(connection, config["apps"])
        # The graph reads the record of what was applied, and a failed read spoils a transaction.
        await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
        targets = [MigrationTarget(APP, target)]
        await executor.migrate(targets, direction=direction, progress=progress)
    return moved


@asynccontextmanager
async def _context(url: str) -> AsyncIterator[dict[str, Any]]:
    """A connection of our own, without the limits that keep a request short."""
    config = database(url, pool=2)
    credentials = config["connections"]["default"]["credentials"]
    credentials["command_timeout"] = None
    credentials["server_settings"] |= {"statement_timeout": "0", "lock_timeout": "0"}
    async with TortoiseContext() as context:
        await context.init(config=config)
        yield config
