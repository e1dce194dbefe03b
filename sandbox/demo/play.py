"""A hand that makes requests, and says what it does in words."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from rules.days import BEIJING
from sandbox.clock import HEADER

WAIT_SECONDS = 120


class Unexpected(Exception):
    """The system did not do what the story needs; the message quotes its answer."""


class Play:
    """Requests to the running sandbox as whoever's token is given.

    Of one who is `alone` no worker does what falls due, so that the hand has it done itself;
    `quiet`: nothing is said. Requests arrive at the moment `at`, one after the other, when it is
    set, else when they come.
    """

    def __init__(
        self, url: str, control_url: str, *, alone: bool = False, quiet: bool = False
    ) -> None:
        self.http = httpx.Client(base_url=url, timeout=60, trust_env=False)
        self.control = httpx.Client(base_url=control_url, timeout=60, trust_env=False)
        self.alone, self.quiet = alone, quiet
        self.at: datetime | None = None

    def close(self) -> None:
        """Let go of the connections."""
        self.http.close()
        self.control.close()

    def say(self, text: str) -> None:
        """One line of the story, with the sandbox's own time."""
        if self.quiet:
            return
        now = self.now().astimezone(BEIJING)
        sys.stdout.write(f"[{now:%Y-%m-%d %H:%M}] {text}\n")
        sys.stdout.flush()

    def ask(self, method: str, path: str, token: str = "", **sent: Any) -> httpx.Response:
        """The response to one request, whatever it is."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if method != "GET":
            headers["Idempotency-Key"] = uuid4().hex
        if self.at is not None:
            self.at += timedelta(seconds=1)
            headers[HEADER] = self.at.isoformat()
        response = self.http.request(method, path, headers=headers, **sent)
        if response.status_code == 403 and response.json()["code"] == "FreshCodeNeeded":
            self.show_code(token)
            return self.http.request(method, path, headers=headers, **sent)
        return response

    def show_code(self, token: str) -> None:
        """The staff member whose token this is enters what the authenticator shows. R12.8."""
        staff = self.must("GET", "/sandbox/staff?limit=200")["items"]
        code = next(one["totp"] for one in staff if one["token"] == token)
        self.must("POST", "/staff/session/code", token, json={"totp": code})

    def must(self, method: str, path: str, token: str = "", **sent: Any) -> Any:
        """The decoded answer of a request that the story needs to succeed."""
        response = self.ask(method, path, token, **sent)
        if response.status_code >= 400:
            raise Unexpected(f"{method} {path}: {response.status_code} {response.text[:600]}")
        kind = response.headers.get("content-type", "")
        return response.json() if "json" in kind else response.content

    def upload(self, path: str, token: str, name: str, content: bytes, media: str) -> Any:
        """The answer to a file sent as wx.uploadFile sends it."""
        return self.must("POST", path, token, files={"file": (name, content, media)})

    def until(self, what: str, found: Callable[[], Any]) -> Any:
        """What `found` gives once it gives something; for work that goes on in the worker."""
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            if self.alone:
                # It goes on when the answer takes too long; then it is asked for once more.
                self.ask("POST", "/sandbox/due")
            answer = found()
            if answer:
                return answer
            if not self.alone:
                time.sleep(0.2)
        raise Unexpected(f"等待超时：{what}")

    def now(self) -> datetime:
        """The sandbox's time."""
        return datetime.fromisoformat(self.must("GET", "/sandbox/clock")["now"])

    def advance(self, **how_long: float) -> None:
        """Move the sandbox's time; what fell due is done before this returns."""
        seconds = timedelta(**how_long).total_seconds()
        self.must("POST", "/sandbox/clock", json={"advance_seconds": int(seconds)})

    def move_to(self, moment: datetime) -> None:
        """Have the sandbox's time be this moment."""
        self.must("POST", "/sandbox/clock", json={"now": moment.isoformat()})

    def login(self, openid: str) -> str:
        """A person's token, by the way a phone gets one; WeChat verified the number, if any.

        The person agrees to what is done with their information: without it no home is bound.
        """
        made = self.must("POST", "/sandbox/wechat/code", json={"openid": openid})
        token = str(self.must("POST", "/login", json={"code": made["code"]})["token"])
        if made["phone_code"]:
            self.must("POST", "/me/phone", token, json={"code": made["phone_code"]})
        self.agree(token)
        return token

    def agree(self, token: str) -> None:
        """As on the phone's first page: the notice is read, and agreed to in each thing."""
        notice = self.must("GET", "/public/privacy-notice")
        for one in notice["subjects"]:
            said = {"version": notice["version"], "consent": one["kind"], "agreed": True}
            self.must("POST", "/me/privacy-consents", token, json=said)
