"""WeChat's message push: is it WeChat's, is it for us, and what does it say.

Whoever knows an old address can repeat its `signature`, which covers no body. So as soon as an
AES key is configured only encrypted bodies count, and of a body that carries both forms
(compatibility mode) only the encrypted one is read.

Nothing is parsed before it is known to be WeChat's: first the query's own signature and its age,
then the signature over the sealed text, which is found by a scan; only what was sealed is parsed
(R13.3).
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import accumulate
from typing import Any, cast

import xmltodict  # type: ignore[import-untyped]
from wechatpy.crypto import PrpCrypto
from wechatpy.exceptions import WeChatException
from wechatpy.utils import WeChatSigner

from notify.wechat.answers import PushEvent, PushRefused, Suggest
from rules.days import BEIJING

BODY_BYTES_MAX = 16 * 1024
"""A push is under 4 KB; WeChat's longest, a list over every template, stays far below this."""

AGE_SECONDS_MAX = 600
"""How far the signed moment may be from ours: WeChat repeats itself for some fifteen seconds."""

EVENTS_MAX = 100
DEPTH_MAX = 8
FACT_LENGTH_MAX = 300

# Where XML hides the list that JSON keeps under `List`.
XML_LISTS = ("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent", "SubscribeMsgSentEvent")
ENVELOPE = frozenset({"ToUserName", "FromUserName", "CreateTime", "MsgType", "Event", "Encrypt"})

SEALED = re.compile(
    rb"<Encrypt>\s{0,8}(?:<!\[CDATA\[)?([A-Za-z0-9+/=]{1,16000})(?:\]\]>)?\s{0,8}</Encrypt>"
    rb'|"Encrypt"\s{0,8}:\s{0,8}"((?:[A-Za-z0-9+=]|\\?/){1,16000})"'
)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_MARK = re.compile(r"(<[A-Za-z_])|</|/>")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


class _Crypto(PrpCrypto):  # type: ignore[misc]
    """wechatpy's cipher with a random part that cannot be guessed."""

    random16 = ""

    def get_random_string(self) -> str:
        return self.random16 or secrets.token_hex(8)


def signature_of(*parts: str) -> str:
    """WeChat's signature: SHA-1 over the sorted parts."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return str(signer.signature)


class Push:
    """Opens pushes for one mini-program. `aes_key` is the EncodingAESKey; empty = plain mode.
    `now` gives the moment against which the age of a push is measured."""

    def __init__(self, appid: str, token: str, aes_key: str, now: Callable[[], datetime]) -> None:
        self._appid = appid
        self._token = token
        self._now = now
        self._key = base64.b64decode(aes_key + "=") if aes_key else b""
        if aes_key and len(self._key) != 32:
            raise ValueError("the EncodingAESKey has 43 characters")

    def echo(self, query: Mapping[str, str]) -> str:
        """The answer to WeChat's check of the address; PushRefused when it is not WeChat's."""
        self._signed_now(query)
        return query.get("echostr", "")

    def open(self, query: Mapping[str, str], body: bytes) -> list[PushEvent]:
        """The events of one push, none doubled; PushRefused when it is not to be believed."""
        self._signed_now(query)
        if len(body) > BODY_BYTES_MAX:
            raise PushRefused("the push is too long")
        if not self._key:
            return events_of(parse(body))
        sealed = sealed_part(body)
        self._verify(query.get("msg_signature", ""), query, sealed)
        return events_of(parse(self._decrypted(sealed).encode("utf-8")))

    def seal(self, message: str, nonce: str, timestamp: int, random16: str = "") -> dict[str, Any]:
        """An encrypted reply for pushes that want more than `success`."""
        crypto = _Crypto(self._key)
        crypto.random16 = random16
        sealed = crypto.encrypt(message, self._appid).decode("ascii")
        return {
            "Encrypt": sealed,
            "MsgSignature": signature_of(self._token, str(timestamp), nonce, sealed),
            "TimeStamp": timestamp,
            "Nonce": nonce,
        }

    def _signed_now(self, query: Mapping[str, str]) -> None:
        """The query is WeChat's and of this moment."""
        self._verify(query.get("signature", ""), query)
        stamp = query.get("timestamp", "")
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
            raise PushRefused("no readable timestamp")
        if abs(self._now().timestamp() - int(stamp)) > AGE_SECONDS_MAX:
            raise PushRefused("signed too long ago, or not yet")

    def _verify(self, given: str, query: Mapping[str, str], *more: str) -> None:
        # With an empty token everybody could sign.
        if not self._token:
            raise PushRefused("no push token is configured")
        parts = (self._token, query.get("timestamp", ""), query.get("nonce", ""), *more)
        ours = signature_of(*parts)
        if not hmac.compare_digest(ours.encode(), given.encode("utf-8", "replace")):
            raise PushRefused("wrong signature")

    def _decrypted(self, sealed: str) -> str:
        try:
            return str(_Crypto(self._key).decrypt(sealed, self._appid))
        except (ValueError, IndexError, TypeError, struct.error, WeChatException):
            raise PushRefused("cannot be decrypted, or is for another mini-program") from None


def sealed_part(body: bytes) -> str:
    """The one sealed text in a JSON or XML body, found without parsing it; else PushRefused."""
    found = SEALED.findall(body)
    if len(found) != 1:
        raise PushRefused("the push is not encrypted")
    in_xml, in_json = found[0]
    return bytes(in_xml or in_json.replace(b"\\/", b"/")).decode("ascii")


def parse(body: bytes) -> dict[str, Any]:
    """The object in a JSON or XML body; PushRefused when there is none or it is nested deeply."""
    try:
        text = body.decode("utf-8").strip()
        if text.startswith("<"):
            _shallow(_nesting(text))
            # xmltodict refuses entities.
            found = (xmltodict.parse(text) or {}).get("xml")
        else:
            _shallow((letter in "[{") - (letter in "]}") for letter in text)
            found = json.loads(text)
    except Exception:
        # expat and json raise half a dozen unrelated classes; all mean the same here.
        raise PushRefused("cannot be read") from None
    if not isinstance(found, dict):
        raise PushRefused("cannot be read")
    return cast(dict[str, Any], found)


def _nesting(text: str) -> Iterator[int]:
    """Of each mark of an XML text, whether it goes one deeper (1) or back (-1)."""
    for mark in _MARK.finditer(_CDATA.sub("", text)):
        yield 1 if mark[1] else -1


def _shallow(steps: Iterable[int]) -> None:
    """Raises PushRefused where these steps lead deeper than anything WeChat sends."""
    if any(depth > DEPTH_MAX for depth in accumulate(steps)):
        raise PushRefused("nested too deeply")


def _said(value: Any) -> str:
    """A value as text that the database can keep, of bounded length."""
    return _UNSTORABLE.sub("\ufffd", str(value))[:FACT_LENGTH_MAX]


def events_of(message: Mapping[str, Any]) -> list[PushEvent]:
    """The events in an opened push, in their order, each once."""
    try:
        created = int(message.get("CreateTime") or 0)
        created_at = datetime.fromtimestamp(created, BEIJING)
    except (ValueError, TypeError, OverflowError, OSError):
        raise PushRefused("no readable CreateTime") from None
    name = _said(message.get("Event") or message.get("MsgType") or "")
    openid = _said(message.get("FromUserName") or "")
    events: dict[str, PushEvent] = {}
    for item in _items(message):
        facts = _media_facts(item) if name == "wxa_media_check" else _flat(item)
        key = _dedupe_key(name, openid, created, message, facts)
        events.setdefault(key, PushEvent(name, openid, created_at, key, facts))
    return list(events.values())[:EVENTS_MAX]


def _items(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The entries of a list push (object for one, array for several), or the message itself."""
    holder: Mapping[str, Any] = message
    for name in XML_LISTS:
        if isinstance(message.get(name), dict):
            holder = message[name]
    if "List" not in holder:
        return [{k: v for k, v in message.items() if k not in ENVELOPE}]
    found = holder["List"]
    entries = found if isinstance(found, list) else [found]
    return [entry for entry in entries if isinstance(entry, dict)]


def _flat(item: Mapping[str, Any]) -> dict[str, str]:
    plain = (str, int, float)
    return {_said(k): _said(v) for k, v in item.items() if isinstance(v, plain) and v != ""}


def _media_facts(item: Mapping[str, Any]) -> dict[str, str]:
    """One shape for both versions of the verdict on a picture."""
    result = item.get("result")
    if isinstance(result, dict):
        suggest = _said(result.get("suggest", Suggest.UNKNOWN))
        label = _said(result.get("label", "0"))
    else:
        suggest = "risky" if str(item.get("isrisky", "")) == "1" else "pass"
        label = "0"
        if str(item.get("status_code", "0")) != "0" or "isrisky" not in item:
            suggest = "unknown"
    errcode = _said(item.get("errcode") or item.get("status_code") or "0")
    if errcode != "0" or suggest not in set(Suggest):
        suggest = "unknown"
    trace_id = _said(item.get("trace_id", ""))
    return {"trace_id": trace_id, "suggest": suggest, "label": label, "errcode": errcode}


def _dedupe_key(
    name: str, openid: str, created: int, message: Mapping[str, Any], facts: Mapping[str, str]
) -> str:
    """Equal for the same thing told twice. Hashed: it is stored, and openids are personal.

    Messages of people have a MsgId. Events are told apart by person, second, name and template;
    the status is part of it because one can accept and refuse within a second.
    """
    parts = [name, openid, str(created)]
    if message.get("MsgId"):
        parts = ["message", str(message["MsgId"])]
    elif facts.get("trace_id"):
        parts = [name, facts["trace_id"]]
    else:
        parts += [
            facts.get(field, "")
            for field in ("TemplateId", "SubscribeStatusString", "PopupScene", "MsgID", "ErrorCode")
        ]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
