"""What strangers send to the push address, and what nobody can keep: refused, or made harmless."""

import json
from typing import Any

import pytest

from notify.wechat import PushRefused
from notify.wechat.push import AGE_SECONDS_MAX, BODY_BYTES_MAX, Push, sealed_part, signature_of
from tests.notify.test_wechat_push import (
    AES_KEY,
    APPID,
    SEALED,
    SECURE_QUERY,
    TOKEN,
    VECTOR,
    at,
    signed,
)


def test_nothing_is_parsed_before_it_is_known_to_be_from_the_platform(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither a body with a wrong signature, an old one, or a wrong one over the sealed text."""

    def never(body: bytes) -> dict[str, Any]:
        raise AssertionError("a stranger's text was parsed")

    monkeypatch.setattr("notify.wechat.push.parse", never)
    sealed = json.dumps({"Encrypt": SEALED}).encode()
    nested = b"<xml>" + b"<a>" * 4000 + b"</xml>"
    forged = SECURE_QUERY | {"signature": "0" * 40}
    old = at(1714112445 + AGE_SECONDS_MAX + 1)
    early = at(1714112445 - AGE_SECONDS_MAX - 1)
    for query, clock, body in (
        (forged, VECTOR, sealed),
        (forged, VECTOR, nested),
        (SECURE_QUERY, VECTOR, nested),
        (SECURE_QUERY, old, sealed),
        (SECURE_QUERY, early, sealed),
        (SECURE_QUERY | {"msg_signature": "0" * 40}, VECTOR, sealed),
        (SECURE_QUERY, VECTOR, sealed + b" " * BODY_BYTES_MAX),
        (SECURE_QUERY, VECTOR, sealed + sealed),
    ):
        with pytest.raises(PushRefused):
            Push(APPID, TOKEN, AES_KEY, clock).open(query, body)


@pytest.mark.parametrize("stamp", ["", "x", "１２３", "-1", "1e9", "9" * 400])
def test_a_timestamp_that_is_none_is_refused(stamp: str) -> None:
    query = {"timestamp": stamp, "nonce": "2", "signature": signature_of(TOKEN, stamp, "2")}
    with pytest.raises(PushRefused):
        Push(APPID, TOKEN, AES_KEY, VECTOR).echo(query)


def test_the_sealed_text_is_found_in_either_form() -> None:
    """As the platform writes it: XML with and without CDATA, JSON with and without escapes."""
    wanted = "ab/c+d=="
    for body in (
        b"<xml><Encrypt><![CDATA[ab/c+d==]]></Encrypt></xml>",
        b"<xml>\n <Encrypt>ab/c+d==</Encrypt>\n</xml>",
        b'{"Encrypt": "ab/c+d=="}',
        b'{"ToUserName":"gh_1","Encrypt":"ab\\/c+d=="}',
    ):
        assert sealed_part(body) == wanted


def test_what_is_nested_deeply_is_refused_though_it_is_signed() -> None:
    for body in (
        b"<xml>" + b"<a>" * 20 + b"</a>" * 20 + b"<CreateTime>1</CreateTime></xml>",
        b'{"CreateTime":1,"a":' + b"[" * 20 + b"]" * 20 + b"}",
    ):
        with pytest.raises(PushRefused, match="cannot be read"):
            Push(APPID, TOKEN, "", at(1)).open(signed(at(1)), body)


def test_text_that_no_database_keeps_is_replaced() -> None:
    """A NUL and half a character in what the platform itself sent."""
    message = {"FromUserName": "o\u0000x", "CreateTime": 1, "Event": "e\ud800", "a": "\u0000" * 900}
    query, sent = signed(at(1)), json.dumps(message).encode()
    (event,) = Push(APPID, TOKEN, "", at(1)).open(query, sent)
    assert (event.openid, event.event) == ("o\ufffdx", "e\ufffd")
    assert event.facts["a"] == "\ufffd" * 300
