"""A database with a small roll, a running notice and logins, and servers over it."""

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from handlers.notices.freezing import without_lobbies
from models.base import database, jsonb, one, sql
from models.people.sessions import Session
from rules.cases import State
from server import door
from server.config import Settings
from server.vault import Vault
from tests.bench.sizes import SIZES
from tests.builders import case_in
from tests.databases import other_database
from tests.papers.samples import sample_paper
from tests.small_roll import Planter, SmallRoll

CONNECTIONS = 16
LONGEST_SECONDS = 120
"""How long a measurement may go on that a busy machine let do nothing."""
MIGRATED = "bench_migrated"
"""The database with all tables and nothing in them that every part copies."""


@dataclass(frozen=True)
class Prepared:
    """What the measured requests need to name."""

    url: str
    scope_id: str
    notice_token: str
    owner_tokens: dict[str, str]
    cases: list[str]


async def prepare(settings: Settings, url: str, cases: int) -> Prepared:
    """The migrated database gets the roll, one public notice, `cases` running notices, logins."""
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    async with TortoiseContext() as context:
        await context.init(config=database(url, 4), _enable_global_fallback=True)
        at = door.now()
        async with in_transaction():
            roll = await Planter(vault, at).plant()
        made = [await case_in(State.NOTICED, roll, at, premium_fen=100) for _ in range(cases)]
        await sql(
            "UPDATE public_notice SET paper = $1::jsonb", jsonb(without_lobbies(sample_paper()))
        )
        notice = await one("SELECT token FROM public_notice ORDER BY token LIMIT 1")
        assert notice is not None
        tokens = {key: await _login(vault, roll, key) for key in ("owner1", "owner5")}
    return Prepared(
        url, str(roll.here.scope), notice["token"], tokens, [str(case.id) for case in made]
    )


async def _login(vault: Vault, roll: SmallRoll, key: str) -> str:
    token = vault.new_token()
    kid, hashed = vault.token_hash(token)
    at = door.now()
    await Session.create(
        id=uuid4(),
        token_hash=hashed,
        kid=kid,
        created_at=at,
        expires_at=at + timedelta(days=30),
        person_id=roll.people[key].person_id,
    )
    return token


async def copy(url: str, source: str, target: str) -> str:
    """A fresh copy of a database that nobody is connected to."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
    finally:
        await connection.close()
    return other_database(url, target)


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def served(command: Sequence[str], env: dict[str, str], path: str, log: Path) -> Iterator[str]:
    """A server process that answers at `path`; its address."""
    port = free_port()
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            env={**os.environ, **env, "PORT": str(port)},
            stdout=out,
            stderr=out,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url + path, process, log)
        yield url
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(url, timeout=2, trust_env=False).status_code < 500:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise RuntimeError(f"not ready: {url}\n{log.read_text()[-2000:]}")


def rate(url: str, token: str = "") -> float:
    """Requests per second that succeed under wrk: one thread, 16 connections.

    On a machine so busy that none was answered they are asked for longer.
    """
    headers = ["-H", f"Authorization: Bearer {token}"] if token else []
    done, seconds = "", SIZES.wrk_seconds
    while seconds <= LONGEST_SECONDS:
        times = [f"-d{seconds}s", f"--timeout={LONGEST_SECONDS}s"]
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", *times, *headers, url]
        done = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in done or "Socket errors" in done:
            raise RuntimeError(f"some requests failed:\n{done}")
        found = re.search(r"Requests/sec:\s+([\d.]+)", done)
        assert found is not None, done
        if float(found[1]):
            return float(found[1])
        seconds *= 2
    raise AssertionError(done)


def line(name: str, ours: Sequence[float], base: Sequence[float], goal: str) -> str:
    """One result: medians and the median of the ratios of neighbouring runs."""
    ratio = statistics.median(a / b for a, b in zip(ours, base, strict=True))
    return (
        f"bench {name} ours={statistics.median(ours):.0f}/s base={statistics.median(base):.0f}/s"
        f" ratio={ratio:.2f} goal{goal}"
    )
