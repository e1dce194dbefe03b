"""Writes over HTTP against the very statements they make, run by raw asyncpg without HTTP.

The statements of every write are recorded once, with their values, on a copy of the database.
Then rounds alternate: ours over HTTP on a fresh copy, and on another the recorded statements,
each write in its own transaction over a pool of the same size, equally many at a time.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
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
    """One line; `source` is the database in which all of these writes can be done once."""
    recorded = asyncio.run(_record(settings, posts, url, source))
    ours: list[float] = []
    base: list[float] = []
    for _ in range(SIZES.rounds):
        fresh = asyncio.run(copy(url, source, "bench_ours"))
        serve_env = {**env, "DATABASE_URL": fresh}
        with served(["server", "serve"], serve_env, "/ready", folder / f"{name}.log") as address:
            ours.append(asyncio.run(_over_http(address, posts)))
        fresh = asyncio.run(copy(url, source, "bench_base"))
        base.append(asyncio.run(_raw(fresh, recorded)))
    each = sum(len(one) for one in recorded) / len(recorded)
    return [f"{line(name, ours, base, '>=0.5')} statements_each={each:.1f}"]


async def _all(jobs: int, work: Callable[[int], Awaitable[None]]) -> float:
    """Jobs per second, so many at a time."""
    waiting = iter(range(jobs))

    async def hand() -> None:
        for number in waiting:
            await work(number)

    began = time.perf_counter()
    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))
    return jobs / (time.perf_counter() - began)


async def _over_http(address: str, posts: Sequence[Post]) -> float:
    """Writes per second by a client that costs next to nothing: raw sockets, ready bytes."""
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

    for number in range(SIZES.warm):
        await send(number)
    return await _all(len(posts) - SIZES.warm, lambda number: send(number + SIZES.warm))


async def _raw(url: str, recorded: Sequence[Sequence[Statement]]) -> float:
    async with asyncpg.create_pool(url, min_size=AT_ONCE, max_size=POOL) as pool:

        async def replay(number: int) -> None:
            async with pool.acquire() as connection, connection.transaction():
                for text, values in recorded[number]:
                    await connection.fetch(text, *values)

        for number in range(SIZES.warm):
            await replay(number)
        return await _all(len(recorded) - SIZES.warm, lambda number: replay(number + SIZES.warm))


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
