"""`python -m server serve`: one process that answers requests, until SIGTERM or SIGINT.

Scale by running more of it, one process per unit: a worker manager would not bring back a child
that was killed.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sanic import Sanic

from handlers.route import Operation
from models.base import role_of
from server import app as application
from server import counter, door, health, logs, migrate, patience, runtime, security, supported
from server.config import Settings
from server.operations import TABLE
from server.runtime import Runtime

log = logs.get("server.serve")

UNMIGRATED = 3


@dataclass(frozen=True)
class Sandbox:
    """What only a sandbox has: rows of its own, and a clock that can be moved."""

    rows: Callable[[Runtime], list[Operation]]
    offset: Callable[[], timedelta]


def serve(settings: Settings, sandbox: Sandbox | None = None) -> int:
    """Answer requests until told to stop; the exit code. Engines are up before and left after."""
    logs.configure(settings.log_level, "serve")
    security.configure(settings.security_log)
    with runtime.start_engines(settings) as running:
        settings = runtime.located(settings, running)
        if not migrated(settings):
            return UNMIGRATED
        built = runtime.build(settings)
        if sandbox is not None:
            door.shift_clock(sandbox.offset)
        app = assemble(built, sandbox)
        log.info("serving", port=settings.port, mode=settings.mode, sandbox=settings.sandbox)
        print(
            f"服务地址 {settings.public_url}（本机 http://{settings.host}:{settings.port}）",
            flush=True,
        )
        app.run(
            settings.host,
            settings.port,
            protocol=patience.Watched,
            single_process=True,
            access_log=False,
            motd=False,
        )
    log.info("stopped")
    return 0


def assemble(built: Runtime, sandbox: Sandbox | None = None, name: str = "jishou") -> "App":
    """The application of one process, which opens and closes the database itself."""
    rows = [*TABLE, *(sandbox.rows(built) if sandbox else [])]
    deps = application.Deps(built.settings, built.world, built.cache)
    app = application.build(deps, rows, name)
    health.install(app, health.Health(built))
    counter.install(app, deps)
    open_now = runtime.opened(built)

    async def begin(app: App) -> None:
        await open_now.__aenter__()
        app.add_task(patience.watch(), name="patience")
        app.add_task(security.watch(), name="security log")

    async def finish(app: App) -> None:
        with suppress(Exception):
            await security.flush()
        await open_now.__aexit__(None, None, None)

    app.register_listener(begin, "before_server_start")
    app.register_listener(finish, "after_server_stop")
    return app


def migrated(settings: Settings) -> bool:
    """True when the database has every table; in development it is given what it lacks.

    Raises Unsupported when the server is too old.
    """
    assert settings.database_url is not None
    asyncio.run(supported.check(settings.database_url))
    missing = asyncio.run(migrate.pending(settings.database_url))
    if not missing:
        return True
    if settings.production:
        print(f"数据库缺少迁移 {missing}，请先运行 python -m server migrate", flush=True)
        return False
    owner_url = settings.migrate_database_url or settings.database_url
    asyncio.run(migrate.upgrade(owner_url, program=role_of(settings.database_url)))
    return True


App = Sanic[Any, Any]
