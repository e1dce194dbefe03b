"""Fixtures for tests that talk to the emulated WeChat over HTTP: take what you need into conftest.

`clock` is the time for both sides, moved by hand; `emulator` is a fresh WeChat on free ports;
`control` steers it over HTTP; `wechat` is our client, pointed at it; `service` is a client that
sends whatever it is told.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from notify.templates import TASK
from notify.wechat import Wechat
from rules.days import BEIJING
from sandbox.wechat import Emulator, sandbox_template_id

SEND = "/cgi-bin/message/subscribe/send"
STABLE_TOKEN = "/cgi-bin/stable_token"
PERSON = "oSampleOwner0001"
DATA = {key: {"value": "事项"} for key in ("thing1", "thing2", "thing4")}
DATA["time3"] = {"value": "15:01"}


class HandClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **span: float) -> None:
        """Later by so many hours, minutes or seconds."""
        self.at += timedelta(**span)


class Control:
    """The emulator's control port."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def post(self, path: str, /, **order: Any) -> Any:
        """An order that must be accepted."""
        answer = await self.http.post(path, json=order)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def get(self, path: str, /, **query: Any) -> Any:
        """A question."""
        answer = await self.http.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def fault(self, path: str, fault: str, times: int | None = 1) -> None:
        """Something goes wrong from now on."""
        await self.post("/faults", path=path, fault=fault, times=times)

    async def calls(self, path: str | None = None) -> list[dict[str, Any]]:
        """The journal's entries."""
        query = {"path": path} if path else {}
        entries: list[dict[str, Any]] = (await self.get("/journal", **query))["entries"]
        return entries

    async def code(self, openid: str = PERSON, **more: Any) -> dict[str, str]:
        """A login code, and a phone code if `phone` is given."""
        codes: dict[str, str] = await self.post("/codes", openid=openid, **more)
        return codes

    async def deliveries(self) -> list[dict[str, Any]]:
        """What became of every push, once none is under way."""
        found: list[dict[str, Any]] = (await self.get("/push", wait=1))["deliveries"]
        return found


PATIENT_SECONDS = 60.0
"""How long the emulator is waited for by tests that are not about waiting."""

MakeWechat = Callable[..., Wechat]


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2025, 9, 26, 10, 0, tzinfo=BEIJING))


@pytest.fixture
async def emulator(clock: HandClock) -> AsyncIterator[Emulator]:
    emulator = Emulator(now=clock)
    await emulator.start()
    await emulator.steer()
    yield emulator
    await emulator.stop()


@pytest.fixture
async def control(emulator: Emulator) -> AsyncIterator[Control]:
    url = emulator.control_url
    async with httpx.AsyncClient(
        base_url=url, trust_env=False, verify=False, timeout=PATIENT_SECONDS
    ) as http:
        yield Control(http)


@pytest.fixture
async def make_wechat(emulator: Emulator, clock: HandClock) -> AsyncIterator[MakeWechat]:
    """Makes clients of the emulator; they are closed after the test."""
    made: list[Wechat] = []

    def make(**settings: Any) -> Wechat:
        account, target = emulator.world.account, emulator.pusher.target
        usual: dict[str, Any] = {
            "appid": account.appid,
            "secret": account.secret,
            "api_base_url": emulator.url,
            "push_token": target.token,
            "aes_key": target.aes_key,
            "now": clock,
            "timeout_seconds": PATIENT_SECONDS,
        }
        made.append(Wechat(**usual | settings))
        return made[-1]

    yield make
    closing: list[Awaitable[None]] = [wechat.aclose() for wechat in made]
    for closed in closing:
        await closed


@pytest.fixture
def wechat(make_wechat: MakeWechat) -> Wechat:
    return make_wechat()


class Service:
    """A careless client: it sends what it is told."""

    def __init__(self, http: httpx.AsyncClient, emulator: Emulator) -> None:
        self.http = http
        self.account = emulator.world.account
        self.token = ""

    async def login(self, code: str, **more: str) -> Any:
        query = {
            "appid": self.account.appid,
            "secret": self.account.secret,
            "js_code": code,
            "grant_type": "authorization_code",
        }
        return (await self.http.get("/sns/jscode2session", params=query | more)).json()

    async def stable(self, force: bool = False, **more: Any) -> Any:
        body = {
            "grant_type": "client_credential",
            "appid": self.account.appid,
            "secret": self.account.secret,
            "force_refresh": force,
        }
        return (await self.http.post(STABLE_TOKEN, json=body | more)).json()

    async def post(self, path: str, body: Any) -> Any:
        answer = await self.http.post(path, params={"access_token": self.token}, json=body)
        return answer.json()

    async def send(self, **more: Any) -> Any:
        return await self.post(
            SEND,
            {
                "touser": PERSON,
                "template_id": sandbox_template_id(TASK.name),
                "page": "",
                "data": DATA,
            }
            | more,
        )


@pytest.fixture
async def service(emulator: Emulator) -> AsyncIterator[Service]:
    async with httpx.AsyncClient(
        base_url=emulator.url, trust_env=False, verify=False, timeout=PATIENT_SECONDS
    ) as http:
        service = Service(http, emulator)
        service.token = (await service.stable())["access_token"]
        yield service
