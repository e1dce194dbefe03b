"""One exchange with WeChat over HTTP: bounded in time and size, and honest about what left us."""

import asyncio
import json
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

from notify.wechat.answers import CallRefused, Unavailable

# httpx writes every address at INFO, and WeChat wants secret, code and token in the address.
logging.getLogger("httpx").addFilter(lambda record: record.levelno >= logging.WARNING)

ANSWER_BYTES_MAX = 4 * 1024 * 1024
IMAGE_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")

BUSY = frozenset({-1, 45009, 45011})
TOKEN_REFUSED = frozenset({40001, 40014, 42001})
# A gateway says these when it did not pass the request on; other 5xx may have had their effect.
NOT_PASSED_ON = frozenset({502, 503})


class TokenRefused(CallRefused):
    """The access token is not (or no longer) the right one: 40001, 40014, 42001."""


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to believe on the other end; reading all authorities takes 30 ms, so once."""
    return httpx.create_ssl_context(trust_env=False)


@dataclass(frozen=True)
class Reply:
    """A raw answer."""

    status: int
    body: bytes


class Wire:
    """The connection to one WeChat server (the real one or the emulator)."""

    def __init__(self, base_url: str, timeout_seconds: float, proxy: str | None) -> None:
        self._base_url = base_url.rstrip("/")
        # The environment's proxy is not read: what the server talks to is in its settings only.
        self.http = httpx.AsyncClient(
            timeout=timeout_seconds,
            proxy=proxy,
            verify=_trusted(),
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=20, max_keepalive_connections=10),
        )

    async def exchange(
        self,
        method: str,
        path: str,
        params: Mapping[str, str],
        body: bytes | None,
        deadline: float,
    ) -> Reply:
        """The answer of one request, sent exactly once. `deadline` in the loop's seconds.

        Unavailable when there is none; its `written` says whether the request had begun to leave.
        """
        left = False

        async def trace(name: str, info: Mapping[str, Any]) -> None:
            nonlocal left
            if name.endswith("send_request_headers.started"):
                left = True

        try:
            async with asyncio.timeout_at(deadline):
                request = self.http.build_request(
                    method,
                    f"{self._base_url}/{path}",
                    params=dict(params),
                    content=body,
                    headers={"Content-Type": "application/json"} if body is not None else {},
                    extensions={"trace": trace},
                )
                response = await self.http.send(request, stream=True)
                try:
                    return Reply(response.status_code, await _bounded(response))
                finally:
                    await response.aclose()
        except TimeoutError:
            raise Unavailable("timeout", written=left) from None
        except httpx.HTTPError as error:
            # `from None`: httpx errors carry the address, and the address carries secrets.
            raise Unavailable(type(error).__name__, written=left) from None

    async def aclose(self) -> None:
        """Closes all connections."""
        await self.http.aclose()


async def _bounded(response: httpx.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > ANSWER_BYTES_MAX:
            raise Unavailable("the answer is too long", written=True)
    return bytes(body)


def read(reply: Reply) -> dict[str, Any] | bytes:
    """The image or the JSON object of an answer whose errcode is 0 or absent.

    Content types are not believed: WeChat labels JSON as text and errors as images. Raises
    Unavailable (busy, broken or unreadable), TokenRefused or CallRefused.
    """
    if reply.status >= 500:
        written = reply.status not in NOT_PASSED_ON
        raise Unavailable(f"HTTP {reply.status}", written=written)
    if reply.status != 200:
        # WeChat answers 200 to everything; this is some box on the way, which kept the request.
        raise Unavailable(f"HTTP {reply.status}", written=False)
    if reply.body.startswith(IMAGE_MARKS):
        return reply.body
    try:
        answer = json.loads(reply.body.decode("utf-8"), strict=False)
        if not isinstance(answer, dict):
            raise ValueError
        errcode = int(answer.get("errcode") or 0)
    except (ValueError, TypeError, RecursionError):
        raise Unavailable("garbage", written=True) from None
    if errcode:
        raise _error(errcode, str(answer.get("errmsg", ""))[:200])
    return answer


def _error(errcode: int, errmsg: str) -> Unavailable | CallRefused:
    if errcode in BUSY:
        return Unavailable(errmsg, errcode, written=False)
    if errcode in TOKEN_REFUSED:
        return TokenRefused(errmsg, errcode)
    return CallRefused(errmsg, errcode)
