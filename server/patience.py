"""Cuts off whoever sends a request too slowly.

Sanic starts its clock anew with every byte that comes, so one byte a second holds a connection for
ever. Here the time of a whole header and of a whole body is bounded, whatever trickles in. One
look a second at all connections costs the requests themselves nothing.
"""

import asyncio
from asyncio import BaseTransport
from typing import Any, ClassVar

from sanic.exceptions import RequestTimeout
from sanic.http.constants import Stage
from sanic.server.protocols.http_protocol import HttpProtocol

HEAD_SECONDS = 10
BODY_SECONDS = 18
"""Together under the thirty seconds that nobody may take."""

EVERY_SECONDS = 1.0
FAREWELL_SECONDS = 1.0


class Watched(HttpProtocol):
    """A connection that is looked at while it lives."""

    live: ClassVar[set["Watched"]] = set()

    def connection_made(self, transport: BaseTransport) -> None:
        """Sanic's, and under watch."""
        super().connection_made(transport)  # type: ignore[no-untyped-call]
        self.live.add(self)

    def connection_lost(self, error: Exception | None) -> None:
        """Sanic's, and no longer under watch."""
        self.live.discard(self)
        super().connection_lost(error)  # type: ignore[no-untyped-call]


def receiving(connection: Any) -> tuple[str, int] | None:
    """Which part of which request is still coming in; None when none is."""
    http = connection.http
    if http is None:
        return None
    if http.stage is Stage.REQUEST:
        return ("head", 0)
    if http.stage is Stage.HANDLER and http.request_body:
        return ("body", id(http.request))
    return None


async def watch(
    head_seconds: float = HEAD_SECONDS,
    body_seconds: float = BODY_SECONDS,
    every_seconds: float = EVERY_SECONDS,
) -> None:
    """Looks at all connections, for ever."""
    limits = {"head": head_seconds, "body": body_seconds}
    seen: dict[Watched, tuple[tuple[str, int], float]] = {}
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(every_seconds)
        now = loop.time()
        before, seen = seen, {}
        for connection in list(Watched.live):
            part = receiving(connection)
            if part is None:
                continue
            known, since = before.get(connection, (part, now))
            since = since if known == part else now
            if now - since >= limits[part[0]]:
                cut(connection)
            else:
                seen[connection] = (part, since)


def cut(connection: Any) -> None:
    """Say 408, and hang up a moment later even on somebody who goes on sending."""
    connection.http.exception = RequestTimeout("Request Timeout")
    connection._task.cancel()
    connection.loop.call_later(FAREWELL_SECONDS, connection.abort)
