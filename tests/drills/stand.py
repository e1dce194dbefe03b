"""Real processes on real engines, to be killed and flooded: `serve` and `work` over a small roll.

    async with standing(database_url, redis_url, folder) as stand:
        server = await stand.serve()
        status, body = await stand.ask("GET", "/cases", stand.tokens["clerk"])
        server.kill()

Nothing in the program knows of drills: chosen points are reached by locks in the database, by
stalls of the emulated WeChat and by signals.
"""

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models.base import database
from models.people.sessions import Session
from notify.templates import TEMPLATES
from rules.days import BEIJING
from sandbox import clock
from sandbox.wechat import Account, Emulator, sandbox_template_id
from server.config import Settings
from server.vault import Vault
from tests.small_roll import Planter, SmallRoll, paper_of

START = datetime(2025, 9, 15, 10, 0, tzinfo=BEIJING)
READY_SECONDS = 180.0
STEP_SECONDS = 0.02


async def until(true: Callable[[], Awaitable[Any]], seconds: float, what: str) -> Any:
    """The first true answer; AssertionError when there is none in time."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not (answer := await true()):
        assert loop.time() < deadline, f"not within {seconds} s: {what}"
        await asyncio.sleep(STEP_SECONDS)
    return answer


@dataclass
class Stand:
    """Where the processes are, who may ask them what, and a look into the database."""

    url: str
    env: dict[str, str]
    folder: Path
    roll: SmallRoll
    emulator: Emulator
    db: asyncpg.Connection
    http: httpx.AsyncClient
    tokens: dict[str, str] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    running: list[Process] = field(default_factory=list)

    async def serve(self) -> Process:
        """A server that is ready to be asked."""
        process = await self.start("serve")
        await until(lambda: self._ready(process), READY_SECONDS, "the server is ready")
        return process

    async def start(self, command: str) -> Process:
        """One of the program's processes, its output in a file of the folder."""
        with (self.folder / f"{command}.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "server", command, env=self.env, stdout=log, stderr=log
            )
        self.running.append(process)
        return process

    async def _ready(self, process: Process) -> bool:
        assert process.returncode is None, (self.folder / "serve.log").read_text()[-3000:]
        try:
            return (await self.http.get("/ready", timeout=10)).status_code == 200
        except httpx.TransportError:
            return False

    async def ask(
        self, method: str, path: str, token: str = "", body: Any = None, key: str = ""
    ) -> tuple[int, Any]:
        """One request, sent once; raises httpx.TransportError when there is no answer."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if method != "GET":
            headers["Idempotency-Key"] = key or uuid4().hex
        answer = await self.http.request(method, path, json=body, headers=headers)
        return answer.status_code, answer.json() if answer.content else None

    async def insist(
        self, method: str, path: str, token: str, body: Any = None, key: str = ""
    ) -> tuple[int, Any, str]:
        """Status, answer and key of a request that is repeated as a phone would until answered.

        A lost connection and a 503 are no answers.
        """
        key = key or uuid4().hex
        while True:
            try:
                status, answer = await self.ask(method, path, token, body, key)
            except httpx.TransportError:
                await asyncio.sleep(STEP_SECONDS)
                continue
            if status != 503:
                return status, answer, key
            await asyncio.sleep(STEP_SECONDS)

    async def sql(self, statement: str, *values: Any) -> list[asyncpg.Record]:
        """Rows of a look into the database, outside of the program."""
        rows: list[asyncpg.Record] = await self.db.fetch(statement, *values)
        return rows

    async def backends(self, state: str) -> int:
        """How many of the program's connections are in a state such as `idle in transaction`."""
        rows = await self.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND state = $1 AND pid <> pg_backend_pid()",
            state,
        )
        return int(rows[0][0])

    async def pool(self) -> tuple[int, int]:
        """Busy and idle connections of the server's pool, as it measures them itself."""
        text = (await self.http.get("/metrics")).text
        found = {
            line.split('state="')[1].split('"')[0]: float(line.rsplit(" ", 1)[1])
            for line in text.splitlines()
            if line.startswith("db_pool_connections{")
        }
        return int(found["busy"]), int(found["idle"])


@asynccontextmanager
async def standing(database_url: str, redis_url: str, folder: Path) -> AsyncIterator[Stand]:
    """A planted database and an emulated WeChat; processes are started by the drill."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    env = {
        **os.environ,
        "VAR_DIR": str(folder / "var"),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PORT": str(port),
        "SANDBOX": "1",
        "RATE_LIMIT_SCALE": "1000000",
    }
    settings = Settings.load(env)
    clock.begin(settings.var_dir, START)
    emulator = Emulator(lambda: START, Account(settings.wechat.appid, settings.wechat.secret))
    await emulator.start()
    env["WECHAT_API_BASE_URL"] = emulator.url
    ids = {one.name: sandbox_template_id(one.name) for one in TEMPLATES}
    env["WECHAT_TEMPLATES"] = json.dumps(ids)
    vault = Vault(settings.id_keys, settings.index_keys, settings.token_keys)
    db = await asyncpg.connect(database_url)
    url = f"http://127.0.0.1:{port}"
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
    async with httpx.AsyncClient(
        base_url=url, trust_env=False, verify=False, timeout=60, limits=limits
    ) as http:
        roll, tokens, papers = await planted(database_url, vault)
        stand = Stand(url, env, folder, roll, emulator, db, http, tokens, papers)
        try:
            yield stand
        finally:
            for process in stand.running:
                await end(process)
            await db.close()
            await emulator.stop()


async def planted(url: str, vault: Vault) -> tuple[SmallRoll, dict[str, str], dict[str, str]]:
    """The small roll, a session's token for everybody in it, and a paper of each manager's."""
    async with TortoiseContext() as context:
        await context.init(config=database(url, pool=2))
        async with in_transaction():
            roll = await Planter(vault, START).plant()
            tokens = {}
            for key, person in roll.people.items():
                tokens[key] = await _session(vault, person_id=person.person_id)
            for key, account in roll.accounts.items():
                tokens[key] = await _session(vault, account_id=account)
            papers = {}
            for key in ("manager", "other_manager"):
                found = await paper_of("person", roll.people[key].person_id, START)
                papers[key] = str(found)
    return roll, tokens, papers


async def _session(vault: Vault, **bearer: UUID) -> str:
    token = vault.new_token()
    kid, hashed = vault.token_hash(token)
    await Session.create(
        token_hash=hashed,
        kid=kid,
        created_at=START,
        expires_at=START + timedelta(days=3650),
        fresh_until=START + timedelta(days=3650),
        **bearer,
    )
    return token


async def end(process: Process) -> None:
    """The process is gone: asked first, killed if it does not go."""
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), 60)
    except TimeoutError:
        process.kill()
        await process.wait()
