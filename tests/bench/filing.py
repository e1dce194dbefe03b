"""Filing an objection against the very statements it makes, run by raw asyncpg without HTTP.

The statements of every filing are recorded once, with their values, on a copy of the database.
Then rounds alternate: ours over HTTP on a fresh copy, and on another the recorded statements,
each filing in its own transaction over a pool of the same size, equally many at a time.
"""

import asyncio
import json
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
from sanic import Sanic
from tortoise.connection import get_connection

from server import app as application
from server import runtime
from server.config import Settings
from tests.bench.stage import ROUNDS, Prepared, copy, line, served

AT_ONCE = 8
POOL = 10
TEXT = "对方案中的免赔额有不同意见，请先说明理由。"

Statement = tuple[str, tuple[Any, ...]]


def run(
    settings: Settings, env: dict[str, str], prepared: Prepared, folder: Path, url: str
) -> list[str]:
    """One line."""
    recorded = asyncio.run(_record(settings, prepared, url))
    ours: list[float] = []
    base: list[float] = []
    for _ in range(ROUNDS):
        fresh = asyncio.run(copy(url, "bench", "bench_ours"))
        serve_env = {**env, "DATABASE_URL": fresh}
        with served(["server", "serve"], serve_env, "/ready", folder / "filing.log") as address:
            ours.append(asyncio.run(_over_http(address, prepared)))
        fresh = asyncio.run(copy(url, "bench", "bench_base"))
        base.append(asyncio.run(_raw(fresh, recorded)))
    per_filing = sum(len(one) for one in recorded) / len(recorded)
    text = line("file_objection", ours, base, ">=0.5")
    return [f"{text} statements_each={per_filing:.1f}"]


async def _all(jobs: int, work: Callable[[int], Awaitable[None]]) -> float:
    """Jobs per second, so many at a time."""
    waiting = iter(range(jobs))

    async def hand() -> None:
        for number in waiting:
            await work(number)

    began = time.perf_counter()
    await asyncio.gather(*(hand() for _ in range(AT_ONCE)))
    return jobs / (time.perf_counter() - began)


async def _over_http(address: str, prepared: Prepared) -> float:
    """Filings per second by a client that costs next to nothing: raw sockets, ready bytes."""
    target = urlsplit(address)
    token = prepared.owner_tokens["owner5"]
    body = json.dumps({"text": TEXT}, ensure_ascii=False).encode()
    lines: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(AT_ONCE):
        lines.put_nowait(await asyncio.open_connection(target.hostname, target.port))

    async def file(number: int) -> None:
        reader, writer = await lines.get()
        head = (
            f"POST /cases/{prepared.cases[number]}/objections HTTP/1.1\r\nHost: bench\r\n"
            f"Authorization: Bearer {token}\r\nIdempotency-Key: {uuid4().hex}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        told = await reader.readexactly(length)
        assert answer.startswith(b"HTTP/1.1 201"), told
        lines.put_nowait((reader, writer))

    for number in range(20):
        await file(number)
    return await _all(len(prepared.cases) - 20, lambda number: file(number + 20))


async def _raw(url: str, recorded: list[list[Statement]]) -> float:
    async with asyncpg.create_pool(url, min_size=AT_ONCE, max_size=POOL) as pool:

        async def replay(number: int) -> None:
            async with pool.acquire() as connection, connection.transaction():
                for text, values in recorded[number]:
                    await connection.fetch(text, *values)

        for number in range(20):
            await replay(number)
        return await _all(len(recorded) - 20, lambda number: replay(number + 20))


async def _record(settings: Settings, prepared: Prepared, url: str) -> list[list[Statement]]:
    """What each filing sends to the database, by serving them one after another in-process."""
    from dataclasses import replace

    fresh = await copy(url, "bench", "bench_record")
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
            application.Deps(built.settings, built.world, built.cache), name="recorded"
        )
        listener = socket.create_server(("127.0.0.1", 0))
        server = await app.create_server(sock=listener, return_asyncio_server=True)
        assert server is not None
        await server.startup()
        await server.start_serving()
        port = listener.getsockname()[1]
        token = prepared.owner_tokens["owner5"]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            for case_id in prepared.cases:
                seen.clear()
                answer = await http.post(
                    f"/cases/{case_id}/objections",
                    json={"text": TEXT},
                    headers={"Authorization": f"Bearer {token}", "Idempotency-Key": uuid4().hex},
                )
                assert answer.status_code == 201, answer.text
                got.append(list(seen))
        server.close()
        Sanic.unregister_app(app)
    return got
