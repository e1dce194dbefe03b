"""Whether this process is alive, whether it may be sent work, and its measures.

`/health` answers as long as the process runs. `/ready` is 200 when the database answers, is fully
migrated, lets money move, and its clock agrees with this host's; Redis away is slower, not wrong,
and stays ready.
The clocks are compared every minute: more than a second apart, the process refuses all work.
"""

import asyncio
import hmac
import ipaddress
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from asyncpg import PostgresError
from sanic import HTTPResponse, Request, Sanic
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError

from models import faults
from models.ledger import writing
from models.messages import deliveries
from server import busy, door, logs, metrics, migrate
from server.runtime import Runtime

SKEW_SECONDS = 1.0
EVERY_SECONDS = 60.0
PATIENCE_SECONDS = 2.0

log = logs.get("server.health")


class Health:
    """What one process knows about its own fitness."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self.migrated = False
        self.planned = False
        self.skew = 0.0

    async def compare_clocks(self) -> bool:
        """True when the host's clock is the database's; else the process takes no work."""
        self.skew = await asyncio.wait_for(door.database_skew(), PATIENCE_SECONDS)
        metrics.clock_skew_seconds.set(self.skew)
        agrees = abs(self.skew) <= SKEW_SECONDS
        if not agrees:
            log.error("clocks disagree, out of service", skew_seconds=round(self.skew, 3))
        door.suspend(not agrees)
        return agrees

    async def watch(self) -> None:
        """Compares the clocks every minute, for ever; a database away changes nothing."""
        while True:
            try:
                await self.compare_clocks()
            except Exception as error:
                log.warning("clocks not compared", exc_info=error)
            await asyncio.sleep(EVERY_SECONDS)

    async def checks(self) -> dict[str, str]:
        """Each part of the process by name: `ok`, `degraded`, or what is wrong."""
        found = dict.fromkeys(("database", "migrations", "books", "clock", "redis"), "ok")
        try:
            if not await self.compare_clocks():
                found["clock"] = "skewed"
            if not self.migrated:
                self.migrated = not await migrate.pending(self.runtime.database_url)
                found["migrations"] = "ok" if self.migrated else "pending"
            found["books"] = await self._books() if self.migrated else "pending"
            if busy.unwritable():
                found["database"] = "unwritable"
        except Exception as error:
            log.warning("database does not answer", exc_info=error)
            found["database"] = "away"
        answered = await self.runtime.cache.ask(self.runtime.cache.client.ping())
        metrics.redis_up.set(1 if answered else 0)
        if not answered:
            found["redis"] = "degraded"
        return found

    async def _books(self) -> str:
        """`ok` when money can move, `read-only` on a standby, `broken` when something is missing.

        What the statements need is looked for until it is there, and then no more.
        """
        if not self.planned:
            try:
                await writing.plan()
            except PostgresError as error:
                log.error("books cannot be written", reason=faults.title(error), exc_info=error)
                return "broken"
            self.planned = True
        return "ok" if await writing.may_write() else "read-only"

    async def measure(self, now: datetime) -> None:
        """Bring the gauges up to date that only the database and its pool know."""
        pool = getattr(get_connection("default"), "_pool", None)
        if pool is not None:
            metrics.pool_seen(pool.get_size(), pool.get_idle_size())
        row = await asyncio.wait_for(deliveries.outbox(now), PATIENCE_SECONDS)
        if row is not None:
            metrics.outbox_depth.set(row["waiting"])
            metrics.dead_letters.set(row["dead"])
            metrics.outbox_oldest_seconds.set(max(0.0, row["oldest"]))


def install(app: Sanic[Any, Any], health: Health) -> None:
    """Give the application its three routes and the watch over its clock."""

    async def alive(request: Request) -> HTTPResponse:
        return _json({"status": "alive"})

    async def ready(request: Request) -> HTTPResponse:
        found = await health.checks()
        fit = all(state in ("ok", "degraded") for state in found.values())
        status = {"status": "ready" if fit else "unready", "checks": found}
        return _json(status, 200 if fit else 503)

    async def measures(request: Request) -> HTTPResponse:
        token = health.runtime.settings.metrics_token
        if not may_measure(request.headers, request.ip, token):
            return _json({"status": "not found"}, 404)
        try:
            await health.measure(door.now())
        except (OperationalError, *busy.BUSY) as error:
            # The measures of the process itself matter most when the database is away.
            log.warning("gauges not brought up to date", exc_info=error)
        content, media_type = metrics.exposition()
        return HTTPResponse(content, 200, content_type=media_type)

    app.add_route(alive, "/health", methods=["GET", "HEAD"], name="alive", error_format="json")
    app.add_route(ready, "/ready", methods=["GET", "HEAD"], name="ready", error_format="json")
    app.add_route(
        measures, "/metrics", methods=["GET", "HEAD"], name="measures", error_format="json"
    )

    async def begin(app: Sanic[Any, Any]) -> None:
        app.add_task(health.watch(), name="clock watch")

    app.register_listener(begin, "after_server_start")


def may_measure(headers: Mapping[str, str], address: str, token: str | None) -> bool:
    """With a token: whoever has it. Without: this machine, not through a proxy."""
    if token is not None:
        given = headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    if "x-forwarded-for" in headers or "forwarded" in headers:
        return False
    return ipaddress.ip_address(address).is_loopback


def _json(document: dict[str, Any], status: int = 200) -> HTTPResponse:
    return HTTPResponse(
        msgspec.json.encode(document),
        status,
        {"Cache-Control": "no-store"},
        "application/json",
    )
