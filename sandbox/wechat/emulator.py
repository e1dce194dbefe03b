"""Starts and stops the two ports, in a test's own event loop or in a process of its own."""

import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sanic import Sanic
from sanic.server.async_server import AsyncioServer

from sandbox.wechat import api, control
from sandbox.wechat.journal import Journal
from sandbox.wechat.push import Pusher
from sandbox.wechat.world import Account, Clock, World

HOST = "127.0.0.1"
App = Sanic[Any, Any]


class Emulator:
    """One emulated WeChat. `now` is its clock, which the control port can move.

    After `start`, `url` is its address, and `world` and `pusher` may be looked at and changed
    directly by tests in the same process; others `steer` it. Only the loopback address is served.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        account: Account | None = None,
        journal: Path | None = None,
    ) -> None:
        self.world = World(Clock(now), Journal(journal), account or Account())
        self.pusher: Pusher
        self.url = ""
        self.control_url = ""
        self._servers: list[tuple[App, AsyncioServer]] = []

    async def start(self, port: int = 0) -> None:
        """WeChat answers at `url`. 0 means any free port."""
        self.pusher = Pusher(self.world)
        service = api.build(f"wechat-{uuid4().hex[:8]}", self.world, self.pusher)
        self.url = await self._serve(service, port)

    async def steer(self, port: int = 0) -> None:
        """The control port answers at `control_url`, once WeChat was started."""
        steering = control.build(f"wechat-control-{uuid4().hex[:8]}", self.world, self.pusher)
        self.control_url = await self._serve(steering, port)

    async def stop(self) -> None:
        """The ports are free again; stalled requests are dropped."""
        self.world.faults.clear()
        await self.pusher.stop()
        for app, server in self._servers:
            await server.before_stop()  # type: ignore[no-untyped-call]
            server.close()  # type: ignore[no-untyped-call]
            for connection in list(server.connections):
                connection.abort()
            await server.after_stop()  # type: ignore[no-untyped-call]
            Sanic.unregister_app(app)
        self._servers.clear()
        self.world.journal.shut()

    async def _serve(self, app: App, port: int) -> str:
        listener = socket.create_server((HOST, port), backlog=512)
        server = await app.create_server(sock=listener, return_asyncio_server=True)
        assert server is not None
        await server.startup()  # type: ignore[no-untyped-call]
        await server.start_serving()  # type: ignore[no-untyped-call]
        self._servers.append((app, server))
        return f"http://{HOST}:{listener.getsockname()[1]}"
