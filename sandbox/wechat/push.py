"""Message push: events go to the configured address, signed and sealed, until it says success."""

import asyncio
import contextlib
import secrets
from collections import deque
from dataclasses import dataclass
from typing import Any

import httpx

from sandbox.wechat.sealing import seal, sign, write
from sandbox.wechat.world import World

DELIVERIES_MAX = 1000
IN_FLIGHT_MAX = 2000
LIST_NAMES = {
    "subscribe_msg_popup_event": "SubscribeMsgPopupEvent",
    "subscribe_msg_change_event": "SubscribeMsgChangeEvent",
    "subscribe_msg_sent_event": "SubscribeMsgSentEvent",
}


@dataclass
class Target:
    """Where and how to push, as one configures it in WeChat's console. No url: nowhere."""

    url: str = ""
    token: str = "sandbox-push-token"
    aes_key: str = "c2FuZGJveC1rZXktc2FuZGJveC1rZXktc2FuZGJveC0"
    mode: str = "secure"
    form: str = "json"


@dataclass
class Plan:
    """How well the network behaves. WeChat waits 5 s and tries three times more."""

    timeout_seconds: float = 5.0
    retry_seconds: float = 5.0
    retries: int = 3
    delay_seconds: float = 0.0
    duplicates: int = 0
    lose: int = 0


class Pusher:
    """Delivers events in the background; `deliveries` tells what became of each."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.target = Target()
        self.plan = Plan()
        self.deliveries: deque[dict[str, Any]] = deque(maxlen=DELIVERIES_MAX)
        self._tasks: set[asyncio.Task[None]] = set()
        self._http = httpx.AsyncClient(trust_env=False, verify=False)

    def emit_list(self, event: str, openid: str, entries: list[dict[str, str]]) -> None:
        """A subscribe event: JSON puts one entry as an object and several as an array."""
        if self.target.form == "json":
            self.emit(event, openid, {"List": entries[0] if len(entries) == 1 else entries})
        else:
            self.emit(event, openid, {LIST_NAMES[event]: {"List": entries}})

    def emit(self, event: str, openid: str, members: dict[str, Any]) -> None:
        """One event on its way, or more or none if the plan says so."""
        if not self.target.url or len(self._tasks) >= IN_FLIGHT_MAX:
            return
        message = {
            "ToUserName": self._world.account.original_id,
            "FromUserName": openid,
            "CreateTime": int(self._world.now().timestamp()),
            "MsgType": "event",
            "Event": event,
            **members,
        }
        if self.plan.lose > 0:
            self.plan.lose -= 1
            self.deliveries.append({"event": event, "attempts": [], "delivered": False})
            return
        for _ in range(1 + self.plan.duplicates):
            task = asyncio.get_running_loop().create_task(self._deliver(event, openid, message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def check_address(self) -> bool:
        """WeChat's GET check: the address must echo a random text."""
        echo = secrets.token_hex(10)
        query = self._signed_query() | {"echostr": echo}
        try:
            answer = await self._http.get(self.target.url, params=query, timeout=5)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200 and answer.text == echo

    async def idle(self) -> None:
        """Returns when nothing is on its way any more."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self) -> None:
        """Drops what is still on its way."""
        for task in list(self._tasks):
            task.cancel()
        await self.idle()
        await self._http.aclose()

    def _signed_query(self) -> dict[str, str]:
        timestamp = str(int(self._world.now().timestamp()))
        nonce = str(secrets.randbelow(10**10))
        signature = sign(self.target.token, timestamp, nonce)
        return {"signature": signature, "timestamp": timestamp, "nonce": nonce}

    def request_for(self, openid: str, message: dict[str, Any]) -> tuple[dict[str, str], str]:
        """Query and body of one push in the configured mode."""
        target = self.target
        query = self._signed_query() | {"openid": openid}
        text = write(message, target.form)
        if target.mode == "plain":
            return query, text
        sealed = seal(text, self._world.account.appid, target.aes_key)
        query["encrypt_type"] = "aes"
        query["msg_signature"] = sign(target.token, query["timestamp"], query["nonce"], sealed)
        shell = message if target.mode == "compat" else {"ToUserName": message["ToUserName"]}
        return query, write({**shell, "Encrypt": sealed}, target.form)

    async def _deliver(self, event: str, openid: str, message: dict[str, Any]) -> None:
        attempts: list[Any] = []
        delivery = {"event": event, "attempts": attempts, "delivered": False}
        self.deliveries.append(delivery)
        plan, url = self.plan, self.target.url
        await asyncio.sleep(plan.delay_seconds)
        query, body = self.request_for(openid, message)
        kind = "application/json" if self.target.form == "json" else "text/xml"
        for attempt in range(1 + plan.retries):
            if attempt:
                await asyncio.sleep(plan.retry_seconds)
            with contextlib.suppress(httpx.HTTPError):
                answer = await self._http.post(
                    url,
                    params=query,
                    content=body.encode("utf-8"),
                    headers={"Content-Type": kind},
                    timeout=plan.timeout_seconds,
                )
                attempts.append(answer.status_code)
                if answer.status_code == 200 and answer.text.strip() in ("", "success"):
                    delivery["delivered"] = True
                    return
                continue
            attempts.append("no answer")
