"""The calls to WeChat that this product makes. See the package for a summary. R13.2, R13.3.

wechatpy gives the shape of the API; its transport is replaced, because it blocks, has no time
limit, and repeats a call without end while WeChat says 40001.
"""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Literal

from redis.asyncio import Redis
from wechatpy.client import WeChatClient

from notify.wechat.answers import (
    CallRefused,
    CodeRefused,
    Outcome,
    Phone,
    PushEvent,
    SendResult,
    Session,
    Suggest,
    Unavailable,
    Verdict,
    WechatError,
)
from notify.wechat.breaker import Breaker
from notify.wechat.faces import Faces
from notify.wechat.fields import Unfit, fit
from notify.wechat.push import Push
from notify.wechat.tokens import Token, Tokens
from notify.wechat.transport import TokenRefused, Wire, read

log = logging.getLogger(__name__)

Observe = Callable[[str, str], None]
MiniState = Literal["formal", "trial", "developer"]
CODE_VERSION = {"formal": "release", "trial": "trial", "developer": "develop"}

STABLE_TOKEN = "cgi-bin/stable_token"
TOKENLESS = frozenset({"sns/jscode2session", STABLE_TOKEN})

# Bad, used, blocked or missing: each is about the code, and a new wx.login() gets a new code.
CODE_ERRORS = frozenset({40029, 40163, 40226, 41008})
# Refusals that concern the moment, not the message: another send already runs.
SEND_AGAIN = frozenset({43108})
UNFIT = 47003

TEXT_MAX = 2500
# Parts overlap, so that a word on the border is whole in one of them.
TEXT_STEP = TEXT_MAX - 50
TEXT_PARTS_MAX = 4
SCENE = re.compile(r"[0-9A-Za-z]{1,32}")
PHONE = re.compile(r"\+?[0-9]{5,15}")


class Wechat(Faces, WeChatClient):  # type: ignore[misc]
    """WeChat for one mini-program and one event loop.

    `now` gives aware datetimes; `redis` shares the token with other processes and may be None.
    `timeout_seconds` bounds a whole call with its token and its one retry; after
    `breaker_failures` in a row an address rests for `breaker_seconds`. `mini_state` is the
    version of the mini-program that messages and codes open. With an `aes_key` plain pushes are
    refused. `proxy` is the address of an outgoing HTTP proxy. `observe(path, outcome)` is told of
    every request, tokens too: `ok`, an errcode, `timeout`, `garbage`, `resting`, or another word.
    """

    def __init__(
        self,
        *,
        appid: str,
        secret: str,
        now: Callable[[], datetime],
        api_base_url: str = "https://api.weixin.qq.com",
        push_token: str = "",
        aes_key: str = "",
        redis: "Redis | None" = None,
        timeout_seconds: float = 3.0,
        breaker_failures: int = 3,
        breaker_seconds: float = 10.0,
        mini_state: MiniState = "formal",
        proxy: str | None = None,
        observe: Observe | None = None,
    ) -> None:
        super().__init__(appid, secret, timeout=timeout_seconds, auto_retry=False)
        self._wire = Wire(api_base_url, timeout_seconds, proxy)
        self._http = self._wire.http
        self._now = now
        self._timeout_seconds = timeout_seconds
        self._mini_state = mini_state
        self._observe = observe or (lambda path, outcome: None)
        self._breaker = partial(Breaker, breaker_failures, breaker_seconds, _seconds)
        self._breakers: dict[str, Breaker] = {}
        self._push = Push(appid, push_token, aes_key, now)
        self._tokens = Tokens(appid, self._fetch_token, redis, now, _seconds)

    # --- people

    async def code_to_session(self, code: str) -> Session:
        """Who holds this login code. CodeRefused: the phone must call wx.login again. R2.5."""
        answer = await self._coded(self.wxa.code_to_session(code))
        openid, key = answer.get("openid"), answer.get("session_key")
        if not isinstance(openid, str) or not isinstance(key, str) or not openid:
            raise Unavailable("an answer without openid", written=True)
        unionid = answer.get("unionid")
        return Session(openid, key, unionid if isinstance(unionid, str) else None)

    async def phone_number(self, code: str, openid: str) -> Phone:
        """The number that this person chose to show. CodeRefused: ask the person again. R2.5."""
        answer = await self._coded(
            self.post("wxa/business/getuserphonenumber", data={"code": code, "openid": openid})
        )
        info = answer.get("phone_info")
        if not isinstance(info, dict) or not isinstance(info.get("watermark"), dict):
            raise Unavailable("an answer without phone_info", written=True)
        if info["watermark"].get("appid") != self.appid:
            raise CallRefused("the number was given to another mini-program")
        number = str(info.get("purePhoneNumber", ""))
        if PHONE.fullmatch(number) is None:
            raise Unavailable("an answer without a number", written=True)
        return Phone(number, str(info.get("countryCode") or "86"))

    async def _coded(self, call: Any) -> dict[str, Any]:
        try:
            return _object(await call)
        except CallRefused as error:
            if error.errcode in CODE_ERRORS:
                raise CodeRefused(error.detail, error.errcode) from None
            raise

    # --- messages

    async def send_subscribe(
        self, openid: str, template_id: str, page: str, data: Mapping[str, str]
    ) -> SendResult:
        """One attempt at one message; never raises for WeChat's faults. R13.2, R13.3.

        `data` maps the template's keys to raw texts, which are made to fit. The result says
        whether it was sent, will never be, may be tried later, or may or may not have arrived.
        """
        try:
            values = {key: {"value": fit(key, text)} for key, text in data.items()}
        except Unfit as error:
            return SendResult(Outcome.DEFINITE_NO, UNFIT, detail=str(error))
        message = {
            "touser": openid,
            "template_id": template_id,
            "page": page,
            "data": values,
            "miniprogram_state": self._mini_state,
            "lang": "zh_CN",
        }
        try:
            answer = _object(await self.post("cgi-bin/message/subscribe/send", data=message))
        except WechatError as error:
            return _failed(error)
        return SendResult(Outcome.SENT, msgid=str(answer.get("msgid", "")), detail="ok")

    # --- codes

    async def mini_code(self, scene: str, page: str, *, width: int = 430) -> bytes:
        """The image (JPEG or PNG) of a code that opens `page` with `scene`, for ever.

        `scene` is 1 to 32 digits and letters: WeChat documents more, but refuses some of it.
        """
        if SCENE.fullmatch(scene) is None:
            raise ValueError("scene: 1 to 32 digits and letters")
        if page.startswith("/") or "?" in page:
            raise ValueError("page: no leading slash, no query")
        image = await self.post(
            "wxa/getwxacodeunlimit",
            data={
                "scene": scene,
                "page": page,
                # Unpublished pages have no code in the published version yet.
                "check_path": self._mini_state == "formal",
                "env_version": CODE_VERSION[self._mini_state],
                "width": width,
            },
        )
        if not isinstance(image, bytes):
            raise Unavailable("an answer without an image", written=True)
        return image

    # --- content

    async def check_text(self, openid: str, text: str, scene: int) -> Verdict:
        """WeChat's opinion of a text; UNKNOWN whenever it has none. Never raises for its faults.

        `scene`: 1 profile, 2 comment, 3 forum, 4 log. The person must have used the mini-program
        in the last two hours. Long texts are asked about in up to four parts, and the worst part
        counts; a text of more than 9,850 characters is for people to judge.
        """
        if not text.strip():
            return Verdict(Suggest.PASS, 100)
        starts = range(0, max(1, len(text) - TEXT_MAX + TEXT_STEP), TEXT_STEP)
        parts = [text[i : i + TEXT_MAX] for i in starts]
        if len(parts) > TEXT_PARTS_MAX:
            return Verdict(Suggest.REVIEW)
        verdicts = []
        for part in parts:
            verdicts.append(await self._check_part(openid, part, scene))
            if verdicts[-1].suggest in (Suggest.UNKNOWN, Suggest.RISKY):
                break
        return max(verdicts, key=lambda verdict: _SEVERITY[verdict.suggest])

    async def _check_part(self, openid: str, text: str, scene: int) -> Verdict:
        question = {"content": text, "version": 2, "scene": scene, "openid": openid}
        try:
            answer = _object(await self.post("wxa/msg_sec_check", data=question))
            result = answer["result"]
            trace_id = str(answer.get("trace_id", ""))
            return Verdict(Suggest(result["suggest"]), int(result["label"]), trace_id)
        except WechatError as error:
            return Verdict(Suggest.UNKNOWN, errcode=error.errcode)
        except (KeyError, TypeError, ValueError):
            return Verdict(Suggest.UNKNOWN)

    async def check_media(self, url: str, openid: str, *, scene: int = 2) -> str:
        """The trace id of a check of the picture at this public address.

        The verdict comes within 30 minutes as the push event `wxa_media_check` with the same
        trace id, or never: the caller keeps a deadline.
        """
        question = {
            "media_url": url,
            "media_type": 2,
            "version": 2,
            "scene": scene,
            "openid": openid,
        }
        answer = _object(await self.post("wxa/media_check_async", data=question))
        trace_id = answer.get("trace_id")
        if not isinstance(trace_id, str) or not trace_id:
            raise Unavailable("an answer without trace_id", written=True)
        return trace_id

    # --- push

    def push_echo(self, query: Mapping[str, str]) -> str:
        """The text to answer WeChat's GET check of our address with; PushRefused if forged."""
        return self._push.echo(query)

    def open_push(self, query: Mapping[str, str], body: bytes) -> list[PushEvent]:
        """The events in a POST from WeChat; PushRefused (answer 403) if it cannot be trusted."""
        return self._push.open(query, body)

    def push_reply(self, message: str = "", nonce: str = "") -> str:
        """What to answer a push with, within 5 s: `success`, or a message sealed for WeChat."""
        if not message:
            return "success"
        return json.dumps(self._push.seal(message, nonce, int(self._now().timestamp())))

    # --- transport

    async def aclose(self) -> None:
        """Closes the connections to WeChat; the Redis client belongs to the caller."""
        await self._wire.aclose()

    def fetch_access_token(self) -> Any:
        """Not here: wechatpy's way blocks, and has no lock and no limit."""
        raise NotImplementedError("tokens are fetched by notify.wechat.tokens")

    async def _request(self, method: str, url_or_endpoint: str, **kwargs: Any) -> Any:
        """Every call of wechatpy's API classes ends here: dict, or bytes for images.

        The call is made once, and once more with another token if WeChat refused the first one.
        """
        path = re.sub(r"^https?://[^/]+/", "", url_or_endpoint).lstrip("/")
        params = {str(k): str(v) for k, v in (kwargs.get("params") or {}).items()}
        data = kwargs.get("data")
        # Real UTF-8: the text check cannot read \uXXXX and lets everything pass.
        text = json.dumps(data, ensure_ascii=False) if data is not None else None
        body = text.encode("utf-8", "replace") if text is not None else None
        deadline = _seconds() + self._timeout_seconds
        try:
            return await self._with_token(method.upper(), path, params, body, deadline)
        except WechatError as error:
            log.warning("wechat %s: %s (%s)", path, type(error).__name__, error.errcode or "-")
            raise

    async def _with_token(
        self, method: str, path: str, params: dict[str, str], body: bytes | None, deadline: float
    ) -> dict[str, Any] | bytes:
        if path in TOKENLESS:
            return await self._once(method, path, params, body, deadline)
        try:
            async with asyncio.timeout_at(deadline):
                token, asked = await self._tokens.current(deadline)
        except TimeoutError:
            raise Unavailable("no access token in time", written=False) from None
        params["access_token"] = token
        try:
            return await self._once(method, path, params, body, deadline)
        except TokenRefused as refused:
            errcode = refused.errcode
        try:
            async with asyncio.timeout_at(deadline):
                other = await self._tokens.renewed(token, asked, deadline)
        except TimeoutError:
            raise Unavailable("no other token in time", errcode, written=False) from None
        if other is None:
            raise Unavailable("the access token is refused", errcode, written=False)
        params["access_token"] = other
        try:
            return await self._once(method, path, params, body, deadline)
        except TokenRefused as refused:
            raise Unavailable(refused.detail, refused.errcode, written=False) from None

    async def _once(
        self, method: str, path: str, params: dict[str, str], body: bytes | None, deadline: float
    ) -> dict[str, Any] | bytes:
        breaker = self._breakers.setdefault(path, self._breaker())
        try:
            with breaker.guard():
                answer = read(await self._wire.exchange(method, path, params, body, deadline))
        except WechatError as error:
            self._observe(path, str(error.errcode or error.detail))
            raise
        self._observe(path, "ok")
        return answer

    async def _fetch_token(self, force: bool, deadline: float) -> Token:
        asked_at = self._now()
        question = {
            "grant_type": "client_credential",
            "appid": self.appid,
            "secret": self.secret,
            "force_refresh": force,
        }
        body = json.dumps(question).encode("ascii")
        try:
            answer = _object(await self._once("POST", STABLE_TOKEN, {}, body, deadline))
        except CallRefused as error:
            # Wrong secret or an address that is not on the list: for people to mend, and until
            # then nothing was sent.
            log.error("wechat: no access token, WeChat says %s", error.errcode)
            raise Unavailable("no access token", error.errcode, written=False) from None
        except Unavailable as error:
            raise Unavailable(error.detail, error.errcode, written=False) from None
        value, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(value, str) or not value or not isinstance(seconds, int):
            raise Unavailable("a token answer without token", written=False)
        return Token.issued(value, max(0, min(seconds, 7200)), asked_at)


_SEVERITY = {Suggest.PASS: 0, Suggest.REVIEW: 1, Suggest.UNKNOWN: 2, Suggest.RISKY: 3}


def _seconds() -> float:
    """The event loop's monotonic seconds: for patience, not for moments."""
    return asyncio.get_running_loop().time()


def _object(answer: Any) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise Unavailable("an image instead of an answer", written=True)
    return answer


def _failed(error: WechatError) -> SendResult:
    """What a failure means for the message."""
    if isinstance(error, Unavailable):
        outcome = Outcome.UNKNOWN if error.written else Outcome.RETRY_LATER
    elif error.errcode in SEND_AGAIN:
        outcome = Outcome.RETRY_LATER
    else:
        outcome = Outcome.DEFINITE_NO
    return SendResult(outcome, error.errcode, detail=error.detail)
