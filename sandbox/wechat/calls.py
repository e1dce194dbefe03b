"""A request to the emulator and its answer, as plain data; WeChat's way of saying no."""

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

JSON_TYPE = "application/json; encoding=utf-8"

ERRMSGS = {
    -1: "system error",
    40001: (
        "invalid credential, access_token is invalid or not latest, could get access_token by "
        "getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"
    ),
    40002: "invalid grant_type",
    40003: "invalid openid",
    40013: "invalid appid",
    40014: "invalid access_token",
    40029: "invalid code",
    40037: "invalid template_id",
    40097: "invalid args",
    40125: "invalid appsecret",
    40129: "invalid scene",
    40163: "code been used",
    40169: "invalid length for scene, or the data is not json string",
    40226: "code blocked",
    41001: "access_token missing",
    41002: "appid missing",
    41004: "appsecret missing",
    41008: "missing code",
    41030: "invalid page",
    42001: "access_token expired",
    43002: "require POST method",
    43101: "user refuse to accept the msg",
    44002: "empty post data",
    45002: "content size out of limit",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, must slower, retry next minute",
    47001: "data format error",
    47003: "argument invalid!",
    61010: "code is expired",
    84001: "invalid identify id",
    87014: "risky content",
}


class Fail(Exception):
    """WeChat refuses with an errcode. `detail` is put behind the usual text."""

    def __init__(self, errcode: int, detail: str = "") -> None:
        super().__init__(errcode)
        self.errcode = errcode
        self.detail = detail


@dataclass
class Answer:
    """What goes back over the wire."""

    body: bytes
    content_type: str = JSON_TYPE
    status: int = 200


@dataclass
class Call:
    """One request. `unknown` collects keys that the endpoint does not know, for the journal."""

    method: str
    path: str
    query: dict[str, str]
    raw: bytes
    content_type: str
    at: datetime
    unknown: list[str] = field(default_factory=list)

    def object(self, *known: str) -> dict[str, Any]:
        """The JSON object in the body; Fail 43002, 44002 or 47001 (forms too)."""
        if self.method != "POST":
            raise Fail(43002)
        if not self.raw:
            raise Fail(44002)
        if "form" in self.content_type:
            raise Fail(47001)
        try:
            body = json.loads(self.raw.decode("utf-8"))
        except (ValueError, RecursionError):
            raise Fail(47001) from None
        if not isinstance(body, dict) or "access_token" in body:
            raise Fail(47001)
        self.unknown += [key for key in body if key not in known]
        return body

    def parameters(self, *known: str) -> dict[str, str]:
        """The query, with unknown keys noted."""
        self.unknown += [f"?{key}" for key in self.query if key not in known]
        return self.query


def ok(**members: Any) -> Answer:
    """A JSON answer with real UTF-8 in it."""
    return Answer(json.dumps(members, ensure_ascii=False).encode("utf-8"))


def refusal(errcode: int, at: datetime, detail: str = "") -> Answer:
    """An error answer: HTTP 200, and a request id whose first group is the moment in hex."""
    rid = f"{int(at.timestamp()):08x}-{secrets.token_hex(4)}-{secrets.token_hex(4)}"
    text = f"{ERRMSGS.get(errcode, 'error')}{' ' + detail if detail else ''} rid: {rid}"
    return ok(errcode=errcode, errmsg=text)
