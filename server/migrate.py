"""Bringing a database to the tables this program needs, by tortoise's own migrations.

One run is one transaction: schema and record of what was applied change together or not at all.
(Tortoise by itself records a migration after committing it, and a kill in between leaves a
database that can go neither up nor down.) Several processes may ask at once; they take turns.
"""

import argparse
import asyncio
import os
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationTarget
from tortoise.transactions import in_transaction

from models import log, migrations, roles, two_people
from models.base import APP, database, role_of, unhurried
from models.ids import new_id
from models.postgres import migrated, take_turn
from rules.events.log import TablesMigrated
from rules.log import Event
from rules.people import Role
from server import door, engines, supported
from server.config import Settings
from server.migrating import Autodetector, Executor

NEWEST = "__latest__"
NOTHING = "__first__"


async def upgrade(url: str, target: str = NEWEST, program: str = "") -> list[str]:
    """Apply what is missing up to `target`; the names of what was applied, oldest first.

    `program` is the role as which the program works: it may do then what it has to, no more. R12.5.
    """
    return await _move(url, target, "forward", program)


async def downgrade(url: str, target: str = NOTHING, program: str = "") -> list[str]:
    """Undo what was applied after `target`, newest first; without a target undo everything."""
    return await _move(url, target, "backward", program)


async def pending(url: str) -> list[str]:
    """The names of migrations this program has and the database has not; changes nothing.

    Asked at every start and by every readiness check, so it looks at names only.
    """
    connection = await asyncpg.connect(url, timeout=5)
    try:
        applied = await migrated(connection)
    finally:
        await connection.close()
    known = (module.name for module in pkgutil.iter_modules(migrations.__path__))
    return [name for name in sorted(known) if name not in applied]


async def undescribed() -> list[str]:
    """What the models say and no migration does yet; empty when the two agree."""
    async with TortoiseContext() as context:
        config = database("postgresql://nobody@127.0.0.1/nothing")
        await context.init(config=config, init_connections=False)
        assert context.apps is not None
        writers = await Autodetector(context.apps, config["apps"]).changes()
        return [step.describe() for writer in writers for step in writer.operations]


async def draft(name: str) -> Path | None:
    """Write the migration that brings the tables to what the models say; None if they agree."""
    async with TortoiseContext() as context:
        config = database("postgresql://nobody@127.0.0.1/nothing")
        await context.init(config=config, init_connections=False)
        assert context.apps is not None
        writers = await Autodetector(context.apps, config["apps"]).changes()
    folder = Path(migrations.__file__).parent
    number = 1 + max(int(path.name[:4]) for path in folder.glob("[0-9]*.py"))
    path = folder / f"{number:04d}_{name}.py"
    for writer in writers:
        path.write_text(f'"""{name.replace("_", " ").capitalize()}."""\n\n{writer.as_string()}')
    return path if writers else None


def main(argv: list[str]) -> int:
    """`python -m server migrate [--to NAME | --down [NAME] | --list | --check | --draft NAME]`."""
    parser = argparse.ArgumentParser(prog="python -m server migrate", description="数据库结构升级")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--to", metavar="NAME", default=NEWEST, help="升级到该版本（默认最新）")
    one.add_argument(
        "--down", metavar="NAME", nargs="?", const=NOTHING, help="退回到该版本；不写则全部撤销"
    )
    one.add_argument("--list", action="store_true", help="只列出尚未执行的")
    one.add_argument("--check", action="store_true", help="模型与迁移一致则为 0，不需要数据库")
    one.add_argument("--draft", metavar="NAME", help="按模型写出缺少的迁移，供修改后提交")
    asked = parser.parse_args(argv)
    if asked.draft:
        print(asyncio.run(draft(asked.draft)) or "迁移与模型一致")
        return 0
    if asked.check:
        missing = asyncio.run(undescribed())
        print("\n".join(["模型有改动，尚无迁移：", *missing]) if missing else "迁移与模型一致")
        return 1 if missing else 0
    settings = Settings.load(os.environ)
    if settings.production and (why := _forbidden(settings, asked)):
        print(why)
        return 2
    with engines.start(settings) as running:
        url, program = running.owner_url, role_of(running.database_url)
        asyncio.run(supported.check(url))
        if asked.list:
            names = asyncio.run(pending(url))
        elif asked.down:
            names = asyncio.run(downgrade(url, asked.down, program))
        else:
            names = asyncio.run(upgrade(url, asked.to, program))
    print("\n".join(names) if names else "没有需要执行的迁移")
    return 0


def _forbidden(settings: Settings, asked: argparse.Namespace) -> str:
    """Why nothing is done in production; empty when it may be."""
    if asked.down == NOTHING:
        return "生产环境不得撤销全部迁移：--down 须写明退回到哪一个版本"
    if not asked.list and settings.migrate_database_url is None:
        return "生产环境须设置 MIGRATE_DATABASE_URL：数据库所有者的地址，只供升级结构使用"
    return ""


async def _move(url: str, target: str, direction: str, program: str) -> list[str]:
    moved: list[str] = []

    def progress(event: str, _app: str, name: str) -> None:
        if event.endswith("_done"):
            moved.append(name)

    async with _context(url) as config, in_transaction("default") as connection:
        await take_turn()
        executor = Executor(connection, config["apps"])
        # The graph reads the record of what was applied, and a failed read spoils a transaction.
        await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
        targets = [MigrationTarget(APP, target)]
        await executor.migrate(targets, direction=direction, progress=progress)
        await two_people.guard()
        await _committed(moved)
        if program:
            await roles.grant(program)
    return moved


async def _committed(moved: list[str]) -> None:
    """What the migrations wrote, and every row whose columns they changed, is under an event."""
    renewed = await log.watch()
    if renewed is None or not await log.wrote():
        return
    event = Event(
        id=new_id(),
        subject_kind=TablesMigrated.subject_kind,
        subject_id=new_id(),
        kind=TablesMigrated.kind(),
        body={"migrations": moved, "tables": renewed},
        actor_kind="system",
        actor_id=None,
        role=Role.SYSTEM,
        why="",
        request_id="",
        at=door.host_now(),
    )
    await log.append([event])


@asynccontextmanager
async def _context(url: str) -> AsyncIterator[dict[str, Any]]:
    """A connection of our own, without the limits that keep a request short."""
    config = unhurried(url)
    async with TortoiseContext() as context:
        await context.init(config=config)
        yield config
