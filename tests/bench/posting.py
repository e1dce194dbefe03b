"""Writes over HTTP against the very statements they make, run by raw asyncpg without HTTP.

The statements of every write are recorded once, with their values, on a copy of the database.
Then rounds alternate: ours over HTTP on a fresh copy, and on another the recorded statements,
each write in its own transaction over a pool of the same size, equally many at a time. What it
costs that events commit to rows is measured in the same rounds, by the same program on a copy
where no trigger notes what is written.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
from sanic import Sanic
from tortoise.connection import get_connection

from server import app as application
from server import runtime
from server.config import Settings
from tests.bench.sizes import SIZES
from tests.bench.stage import copy, line, served
from tests.world import listening

AT_ONCE = 8
TURN = 24
"""So many writes to one of two servers, then as many to the other."""
POOL = 10

Statement = tuple[str, tuple[Any, ...]]


class Post(NamedTuple):
    """One write: where, by whose token, with which body."""

    path: str
    token: str
    body: bytes


def run(
    name: str,
    settings: Settings,
    env: dict[str, str],
    posts: Sequence[Post],
    folder: Path,
    url: str,
    source: str,
) -> list[str]:
    """Two lines; `source` is the database in which all of these writes can be done once."""

    def serving(fresh: str) -> AbstractContextManager[str]:
        serve_env = {**env, "DATABASE_URL": fresh}
        return served(["server", "serve"], serve_env, "/ready", folder / f"{name}.log")

    recorded = asyncio.run(_record(settings, posts, url, source))
    ours: list[float] = []
    base: list[float] = []
    noted: list[float] = []
    unnoted: list[float] = []
    for _ in range(SIZES.rounds):
        with serving(asyncio.run(copy(url, source, "bench_ours"))) as address:
            ours += asyncio.run(_over_http([address], posts))
        with (
            serving(asyncio.run(copy(url, source, "bench_ours"))) as address,
            serving(asyncio.run(_unnoted(url, source))) as other,
        ):
            both = asyncio.run(_over_http([address, other], posts))
        noted.append(both[0])
        unnoted.append(both[1])
        base.append(asyncio.run(_raw(asyncio.run(copy(url, source, "bench_base")), recorded)))
    each = sum(len(one) for one in recorded) / len(recorded)
    return [
        f"{line(name, ours, base, '>=0.5')} statements_each={each:.1f}",
        line(f"{name}_committed", noted, unnoted, ">=0.9"),
    ]


async def _unnoted(url: str, source: str) -> str:
    """A fresh copy in which nothing notes the rows that are written."""
    fresh = await copy(url, source, "bench_unnoted")
    connection = await asyncpg.connect(fresh)
    try:
        found = await connection.fetch(
            "SELECT DISTINCT tgrelid::regclass::text AS relation, tgname AS name FROM pg_trigger"
            " WHERE tgname IN ('log_inserted', 'log_updated', 'log_deleted')"
        )
        assert found, "rows are noted by triggers of these names"
        for row in found:
            await connection.execute(f"ALTER TABLE {row['relation']} DISABLE TRIGGER {row['name']}")
    finally:
        await connection.close()
    return fresh


async def _all(jobs: Iterable[int], work: Callable[[int], Awaitable[None]]) -> float:
    """The seconds these jobs take, so many at a time."""
    waiting = iter(jobs)

    async def hand() -> None:
        for number in waiting:
            await work(number)

    began = time.perf_counter()
    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))
    return time.perf_counter() - began


async def _over_http(addresses: Sequence[str], posts: Sequence[Post]) -> list[float]:
    """Writes per second to each of the servers, which take turns after a few writes, so that
    whatever else the machine does slows all of them."""
    sends = [await _client(address, posts) for address in addresses]
    for send in sends:
        for number in range(SIZES.warm):
            await send(number)
    spent = [0.0] * len(sends)
    turn = TURN if len(sends) > 1 else len(posts)
    for first in range(SIZES.warm, len(posts), turn):
        few = range(first, min(first + turn, len(posts)))
        for nth, send in enumerate(sends):
            spent[nth] += await _all(few, send)
    return [(len(posts) - SIZES.warm) / seconds for seconds in spent]


async def _client(address: str, posts: Sequence[Post]) -> Callable[[int], Awaitable[None]]:
    """What sends the post of a number, and costs next to nothing: raw sockets, ready bytes."""
    target = urlsplit(address)
    lines: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(AT_ONCE):
        lines.put_nowait(await asyncio.open_connection(target.hostname, target.port))

    async def send(number: int) -> None:
        reader, writer = await lines.get()
        post = posts[number]
        head = (
            f"POST {post.path} HTTP/1.1\r\nHost: bench\r\n"
            f"Authorization: Bearer {post.token}\r\nIdempotency-Key: {uuid4().hex}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(post.body)}\r\n\r\n"
        )
        writer.write(head.encode() + post.body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        told = await reader.readexactly(length)
        assert answer.startswith(b"HTTP/1.1 201"), told
        lines.put_nowait((reader, writer))

    return send


async def _raw(url: str, recorded: Sequence[Sequence[Statement]]) -> float:
    async with asyncpg.create_pool(url, min_size=AT_ONCE, max_size=POOL) as pool:

        async def replay(number: int) -> None:
            async with pool.acquire() as connection, connection.transaction():
                for text, values in recorded[number]:
                    await connection.fetch(text, *values)

        for number in range(SIZES.warm):
            await replay(number)
        rest = range(SIZES.warm, len(recorded))
        return len(rest) / await _all(rest, replay)


async def _record(
    settings: Settings, posts: Sequence[Post], url: str, source: str
) -> list[list[Statement]]:
    """What each write sends to the database, by serving them one after another in-process."""
    fresh = await copy(url, source, "bench_record")
    built = runtime.build(replace(settings, database_url=fresh, database_pool=1))
    got: list[list[Statement]] = []
    async with runtime.opened(built):
        pool = get_connection("default")
        await pool.execute_query("SELECT 1")
        seen: list[Statement] = []

        def note(query: Any) -> None:
            text = query.query.strip()
            if text.upper().rstrip(";") not in {"BEGIN", "COMMIT", "ROLLBACK"}:
                seen.append((text, tuple(query.args or ())))

        # The pool has one connection; what it is asked is written down.
        async with pool.acquire_connection() as connection:
            connection.add_query_logger(note)
        app = application.build(
            application.Deps(built.settings, built.world, built.cache), name=f"recorded-{source}"
        )
        async with (
            listening(app) as address,
            httpx.AsyncClient(base_url=address, trust_env=False) as http,
        ):
            for post in posts:
                seen.clear()
                headers = {
                    "Authorization": f"Bearer {post.token}",
                    "Idempotency-Key": uuid4().hex,
                    "Content-Type": "application/json",
                }
                answer = await http.post(post.path, content=post.body, headers=headers)
                assert answer.status_code in (200, 201), answer.text
                got.append(list(seen))
        Sanic.unregister_app(app)
    return got
