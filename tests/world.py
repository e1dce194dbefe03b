"""The real application for tests: real HTTP, real engines, an emulated WeChat, a clock by hand.

    async def test_something(city: City) -> None:
        status, body = await city.call("GET", "/me", await city.login("owner1"))

`login` and `staff` give tokens of sessions made directly, `call` sends one request (writes get an
Idempotency-Key of their own unless one is given), `clock.advance(days=8)` moves the time.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
import pytest
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from handlers.route import CLOCK, NOBODY, Context, World
from models import log
from models.base import database
from models.ids import new_id
from models.people.sessions import Session
from notify.templates import TEMPLATES, Approved
from rules.days import BEIJING
from rules.events.log import ContentWritten
from sandbox.wechat import Emulator, sandbox_template_id
from server import app as application
from server import counter, door, health, worker
from server.cache import Cache
from server.config import Settings
from server.runtime import Runtime
from server.signing import LogSigner
from server.vault import Vault
from server.wechat import Wechat, templates
from tests import promised
from tests.small_roll import Planter, SmallRoll, maintained, paper_of
from tests.wechat import PATIENT_SECONDS, HandClock

START = datetime(2025, 9, 15, 10, 0, tzinfo=BEIJING)


class Unlimited(Cache):
    """A cache that lets a test log in as often as it likes; set `limited` to count as usual."""

    limited = False

    def allowed(self, name: str, limit: int, window_seconds: int) -> bool:
        return not self.limited or super().allowed(name, limit, window_seconds)

    def spent(self, name: str, limit: int, window_seconds: int) -> bool:
        return self.limited and super().spent(name, limit, window_seconds)


@dataclass
class City:
    """The running application and all that is around it."""

    url: str
    http: httpx.AsyncClient
    clock: HandClock
    world: World
    vault: Vault
    cache: Unlimited
    settings: Settings
    emulator: Emulator
    roll: SmallRoll
    last: httpx.Response | None = None
    _tokens: dict[str, str] = field(default_factory=dict)

    async def login(self, key: str) -> str:
        """The token of a person, such as `owner1`, `co_owner3`, `manager`, `stranger`."""
        return await self._session(key, person_id=self.roll.people[key].person_id)

    async def staff(self, key: str) -> str:
        """The token of an account, such as `clerk`, `clerk2`, `finance`, `other_insurer`."""
        return await self._session(key, account_id=self.roll.accounts[key])

    async def _session(self, key: str, **bearer: UUID) -> str:
        if key not in self._tokens:
            self._tokens[key] = await self.session(**bearer)
        return self._tokens[key]

    async def session(self, **bearer: UUID) -> str:
        """The token of a new session of a person (`person_id`) or an account (`account_id`), whose
        one-time code counts as shown just now for as long."""
        token = self.vault.new_token()
        kid, hashed = self.vault.token_hash(token)
        await Session.create(
            token_hash=hashed,
            kid=kid,
            created_at=self.clock(),
            expires_at=self.clock() + timedelta(days=3650),
            fresh_until=self.clock() + timedelta(days=3650) if "account_id" in bearer else None,
            **bearer,
        )
        return token

    async def stale(self, key: str) -> str:
        """The token of an account's other login, in which no one-time code was shown of late."""
        token = await self.session(account_id=self.roll.accounts[key])
        _, hashed = self.vault.token_hash(token)
        await Session.filter(token_hash=hashed).update(fresh_until=self.clock())
        return token

    async def call(
        self,
        method: str,
        path: str,
        token: str = "",
        json: Any = None,
        *,
        key: str = "",
        files: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, Any]:
        """The status and the decoded answer of one request; `last` keeps the whole response.

        The answer must be one that the API document promises; so must all that come by `http`.
        """
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if method != "GET":
            sent["Idempotency-Key"] = key or uuid4().hex
        self.last = await self.http.request(method, path, json=json, files=files, headers=sent)
        kind = self.last.headers.get("content-type", "")
        body = self.last.json() if "json" in kind else self.last.content
        return self.last.status_code, body

    async def must(self, method: str, path: str, token: str = "", json: Any = None) -> Any:
        """The answer of a request that has to succeed."""
        status, body = await self.call(method, path, token, json)
        assert status < 400, (method, path, status, body)
        return body

    async def paper(self, key: str) -> str:
        """The id of a stored paper that belongs to this person or account."""
        if key in self.roll.accounts:
            return str(await paper_of("account", self.roll.accounts[key], self.clock()))
        return str(await paper_of("person", self.roll.people[key].person_id, self.clock()))

    async def maintained(self) -> None:
        """Every elevator was visited up to today, as in real life when time passes."""
        today = self.clock().date()
        for elevator in (*self.roll.here.elevators, *self.roll.there.elevators):
            await maintained(elevator, today - timedelta(days=60), today)

    async def due(self) -> int:
        """All that is due by the clock is done and sealed; how many timed items were done."""
        return await worker.settle(self.world)

    def context(self) -> Context:
        """A context as the clock's, for calling handlers' inner functions directly."""
        return Context(who=NOBODY, now=self.clock(), world=self.world)


def vault_of(settings: Settings) -> Vault:
    """The vault with the settings' keys."""
    return Vault(settings.id_keys, settings.index_keys, settings.token_keys)


async def planting(url: str, settings: Settings) -> SmallRoll:
    """The small roll, entered at START into the database of this URL; nobody stays connected."""
    async with TortoiseContext() as context:
        await context.init(config=database(url, 2))
        async with in_transaction():
            roll = await Planter(vault_of(settings), START).plant()
            await committed(START)
        async with in_transaction():
            await log.seal(START, LogSigner(settings.log_keys).sign)
        return roll


async def committed(at: datetime) -> None:
    """What this transaction wrote past the door is under an event, as all that it lets in."""
    event = ContentWritten(subject_id=str(new_id()), at=at, data={"operation": "test"})
    await log.append([door.entry(Context(who=CLOCK, now=at, world=cast(World, None)), event)])


@asynccontextmanager
async def opened(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, roll: SmallRoll
) -> AsyncIterator[City]:
    """The application over the roll, in the database that is open; see the fixture `city`."""
    clock = HandClock(START)
    monkeypatch.setattr(door, "now", clock)
    emulator = Emulator(now=clock)
    await emulator.start()
    cache = Unlimited(settings.redis_url or "", PATIENT_SECONDS)
    built = _runtime(settings, clock, emulator, cache)
    served = _served(application.Deps(settings, built.world, cache), health.Health(built))
    async with (
        listening(served) as url,
        httpx.AsyncClient(
            base_url=url,
            trust_env=False,
            verify=False,
            timeout=PATIENT_SECONDS,
            event_hooks={"response": [promised.check_response]},
        ) as http,
    ):
        yield City(url, http, clock, built.world, built.vault, cache, settings, emulator, roll)
    await asyncio.gather(built.wechat.aclose(), cache.close())
    await emulator.stop()


@dataclass
class Standing:
    """The application of this process: to build it takes longer than most tests do."""

    app: application.App
    deps: application.Deps
    fitness: health.Health


_standing: list[Standing] = []


def _served(deps: application.Deps, fitness: health.Health) -> application.App:
    """The application over these; only what it stands on is exchanged from test to test."""
    if not _standing:
        app = application.build(deps, name="city")
        health.install(app, fitness)
        counter.install(app, deps)
        _standing.append(Standing(app, deps, fitness))
    one = _standing[0]
    vars(one.deps).update(vars(deps))
    vars(one.fitness).update(vars(fitness))
    one.app.config.REQUEST_MAX_SIZE = deps.settings.body_limit
    return one.app


def _runtime(settings: Settings, clock: HandClock, emulator: Emulator, cache: Unlimited) -> Runtime:
    """What a process is made of, with the emulated WeChat and a clock moved by hand."""
    target = emulator.pusher.target
    wechat = Wechat(
        appid=emulator.world.account.appid,
        secret=emulator.world.account.secret,
        api_base_url=emulator.url,
        push_token=target.token,
        aes_key=target.aes_key,
        now=clock,
        timeout_seconds=PATIENT_SECONDS,
    )
    vault = vault_of(settings)
    world = World(
        signer=LogSigner(settings.log_keys),
        secrets=vault,
        wechat=wechat,
        public_url=settings.public_url,
        bootstrap_token=settings.bootstrap_token or "",
        templates=templates(
            {one.name: Approved(sandbox_template_id(one.name)) for one in TEMPLATES}
        ),
    )
    return Runtime(settings, vault, cache, wechat, world)


@asynccontextmanager
async def listening(served: application.App) -> AsyncIterator[str]:
    """The application answers at this address, in this very loop; it may have done so before."""
    # Sanic rewrites its own code once per process to be quicker; a second application cannot.
    served.config.TOUCHUP = False
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    server = await served.create_server(sock=listener, return_asyncio_server=True)
    assert server is not None
    if not served.state.is_started:
        # Once: what it makes ready there, every route, is the same for every server.
        await server.startup()
    await server.start_serving()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    await server.before_stop()
    server.close()
    for connection in list(server.connections):
        connection.abort()
    await server.after_stop()
