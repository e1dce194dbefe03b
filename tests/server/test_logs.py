"""Logs are JSON, carry the request's id, and hold nothing personal whatever is thrown at them."""

import io
import json
import logging
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from server import logs

NAME = "欧阳无名"
PHONE = "13912345678"
ID_NUMBER = "43310119900101123X"
OPENID = "oQ4Xy5AbCdEfGhIjKlMnOpQrStUv"
TOKEN = "k1.Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3A"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """A place for logs; the process's own logging comes back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    logs.configure("DEBUG", "serve", written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_says_what_when_and_for_which_request(stream: io.StringIO) -> None:
    with logs.request("r-1", route="/cases/{case_id}"):
        logs.get("server.door").info("answered", status=200, ms=3.5)
        logging.getLogger("library").warning("slow %s", "disk")
    ours, theirs = lines(stream)
    assert ours["event"] == "answered" and ours["status"] == 200 and ours["ms"] == 3.5
    assert ours["level"] == "info" and ours["logger"] == "server.door"
    assert ours["process"] == "serve" and ours["timestamp"].endswith("Z")
    assert theirs["event"] == "slow disk"
    assert {line["request_id"] for line in (ours, theirs)} == {"r-1"}
    assert {line["route"] for line in (ours, theirs)} == {"/cases/{case_id}"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", NAME),
        ("phone", PHONE),
        ("id_number", ID_NUMBER),
        ("openid", OPENID),
        ("token", TOKEN),
        ("code", "081xYz"),
        ("session_key", "aGVsbG8="),
        ("body", {"text": NAME}),
        ("text", NAME),
        ("address", "203.0.113.9"),
        ("a_key_nobody_thought_of", NAME),
    ],
)
def test_unlisted_keys_are_withheld(stream: io.StringIO, key: str, value: object) -> None:
    logs.get("x").info("seen", **{key: value})
    (line,) = lines(stream)
    assert line[key] == logs.WITHHELD
    assert str(value) not in stream.getvalue() and NAME not in stream.getvalue()


@pytest.mark.parametrize(
    "secret",
    [PHONE, f"+86 {PHONE[:3]} {PHONE[3:7]} {PHONE[7:]}", ID_NUMBER, OPENID, TOKEN.split(".")[1]],
)
def test_texts_lose_what_looks_personal(stream: io.StringIO, secret: str) -> None:
    logs.get("x").info(f"told {secret}.", outcome=[{"kind": secret}], count=7)
    logging.getLogger("library").error("told (%s)", secret)
    assert secret not in stream.getvalue()
    assert lines(stream)[0]["event"].startswith("told […]")


def test_numbers_that_are_phone_numbers_are_withheld(stream: io.StringIO) -> None:
    logs.get("x").info("told", count=int(PHONE), depth=12, ms=0.25)
    (line,) = lines(stream)
    assert (line["count"], line["depth"], line["ms"]) == (logs.WITHHELD, 12, 0.25)


def test_addresses_lose_their_secrets(stream: io.StringIO) -> None:
    logs.get("x").warning("POST https://api.weixin.qq.com/cgi-bin/token?secret=abc&appid=wx1 sent")
    logs.get("x").warning("cannot reach postgresql://jishou:hunter@127.0.0.1:5432/jishou")
    first, second = lines(stream)
    assert first["event"] == "POST https://api.weixin.qq.com/cgi-bin/token[…] sent"
    assert "hunter" not in second["event"] and "127.0.0.1:5432" in second["event"]


def test_an_exception_is_told_by_kind_and_place_not_by_its_words(stream: io.StringIO) -> None:
    class Violation(Exception):
        sqlstate = "23505"
        constraint_name = "person_phone_key"
        table_name = "person"

    def store(phone: str) -> None:
        raise Violation(f"Key (phone)=({phone}) already exists for {NAME}")

    try:
        try:
            store(PHONE)
        except Violation as violation:
            raise ValueError(NAME) from violation
    except ValueError:
        logs.get("x").exception("failed")
        logging.getLogger("library").exception("failed too")
    for line in lines(stream):
        assert line["exception"] == "builtins.ValueError" and line["cause"].endswith("Violation")
        assert line["sqlstate"] == "23505" and line["constraint"] == "person_phone_key"
        assert line["frames"][-1].startswith("tests/server/test_logs.py:")
    assert NAME not in stream.getvalue() and PHONE not in stream.getvalue()


def test_libraries_that_write_secret_addresses_are_quiet(stream: io.StringIO) -> None:
    for name in ("httpx", "tortoise.db_client", "tortoise"):
        logging.getLogger(name).info("SELECT * FROM person WHERE name = %s", NAME)
        logging.getLogger(name).debug("…")
    assert stream.getvalue() == ""


def test_ids_survive_even_where_they_look_like_a_phone_number(stream: io.StringIO) -> None:
    case = "00000139-1234-5678-9abc-13912345678f"
    logs.get("x").info(f"moved {case}", case_id=uuid.UUID(case), request_id=case)
    (line,) = lines(stream)
    assert line["case_id"] == line["request_id"] == case and line["event"] == f"moved {case}"
