"""Logging in through WeChat, over HTTP and against the emulator. R2.5, R12.2, R12.4."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from models.base import one, sql
from sandbox.wechat.faults import Fault
from sandbox.wechat.world import Code
from tests.world import City

JSCODE = "/sns/jscode2session"


def login_code(city: City, openid: str = "oNewPerson1") -> str:
    """What wx.login gives on the phone of this person."""
    wechat = city.emulator.world
    return wechat.new_code(wechat.login_codes, Code(openid, wechat.now()))


def phone_code(city: City, openid: str, phone: str) -> str:
    """What the phone number button gives."""
    wechat = city.emulator.world
    return wechat.new_code(wechat.phone_codes, Code(openid, wechat.now(), phone=phone))


async def logged_in(city: City, openid: str = "oNewPerson1") -> Any:
    return await city.must("POST", "/login", "", {"code": login_code(city, openid)})


async def test_new_person_logs_in_and_is_nobody_yet(city: City) -> None:
    """R2.5: a WeChat login proves nothing but itself."""
    answer = await logged_in(city)
    assert answer["homes"] == []
    me = await city.must("GET", "/me", answer["token"])
    assert me["person_id"] == answer["person_id"]
    assert (me["roles"], me["homes"], me["phone"], me["name"]) == (["person"], [], "", "")
    assert answer["expires_at"].endswith("+08:00")


async def test_same_openid_is_the_same_person_with_the_homes(city: City) -> None:
    """R2.5: one openid is one person."""
    owner = city.roll.people["owner1"]
    first = await logged_in(city, owner.openid)
    second = await logged_in(city, owner.openid)
    assert first["person_id"] == second["person_id"] == str(owner.person_id)
    assert first["token"] != second["token"]
    assert [home["home"]["room"] for home in first["homes"]] == ["101", "101"]
    me = await city.must("GET", "/me", first["token"])
    assert me["roles"] == ["owner", "person"]
    assert owner.name not in json.dumps(me, ensure_ascii=False)


async def test_session_key_stays_here(city: City) -> None:
    """Neither answered nor stored."""
    await logged_in(city)
    assert city.last is not None
    assert "session_key" not in city.last.text
    columns = await sql("SELECT column_name AS name FROM information_schema.columns")
    assert "session_key" not in {row["name"] for row in columns}


async def test_code_opens_one_session_however_often_it_is_sent(city: City) -> None:
    """Twenty times at once with keys of their own: one session, the others are refused."""
    code = login_code(city)
    answers = await asyncio.gather(
        *[city.call("POST", "/login", "", {"code": code}) for _ in range(20)]
    )
    codes = sorted(status for status, _ in answers)
    assert codes == [201] + [401] * 19
    assert {body["code"] for status, body in answers if status == 401} == {"LoginFailed"}
    row = await one("SELECT count(*) AS many FROM session")
    assert row is not None and row["many"] == 1


async def test_database_keeps_one_session_per_code(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if WeChat took a code twice."""

    async def generous(code: str) -> Any:
        await asyncio.sleep(0)
        return Code("oGenerous", city.clock(), unionid="u")

    monkeypatch.setattr(city.world.wechat, "code_to_session", generous)
    answers = await asyncio.gather(
        *[city.call("POST", "/login", "", {"code": "again"}) for _ in range(20)]
    )
    assert sorted(status for status, _ in answers) == [201] + [401] * 19


async def test_repeated_request_gets_the_same_token(city: City) -> None:
    """The phone lost the answer and asks again with the same key; another body is refused."""
    sent = {"code": login_code(city)}
    _, first = await city.call("POST", "/login", "", sent, key="k1")
    status, again = await city.call("POST", "/login", "", sent, key="k1")
    assert (status, again) == (201, first)
    status, body = await city.call("POST", "/login", "", {"code": "other"}, key="k1")
    assert (status, body["code"]) == (409, "KeyReused")


async def test_tokens_are_nowhere_in_the_database(city: City) -> None:
    """R12.4: not in the session, nor in the reply kept for a repeated request."""
    answer = await logged_in(city)
    rows = await sql("SELECT answer FROM answered UNION ALL SELECT token_hash FROM session")
    assert len(rows) == 2
    for row in rows:
        assert answer["token"].encode() not in bytes(row["answer"])
        assert answer["person_id"].encode() not in bytes(row["answer"])


async def test_bad_code_is_refused(city: City) -> None:
    status, body = await city.call("POST", "/login", "", {"code": "never-given"})
    assert (status, body["code"]) == (401, "LoginFailed")


@pytest.mark.parametrize("fault", ["errcode:-1", "errcode:45011", "garbage", "http500", "drop"])
async def test_wechat_away_is_said_so(city: City, fault: str) -> None:
    """503 with Retry-After, and the same code works once WeChat is back."""
    code = login_code(city)
    city.emulator.world.faults.add(Fault.parse(JSCODE, fault, 1))
    status, body = await city.call("POST", "/login", "", {"code": code})
    assert (status, body["code"]) == (503, "WechatUnavailable")
    assert city.last is not None and city.last.headers["Retry-After"]
    assert (await city.call("POST", "/login", "", {"code": code}))[0] == 201


@pytest.mark.parametrize("code", ["", "x" * 129, "with space", "中文", "nul\x00", None, 5])
async def test_impossible_codes_are_malformed(city: City, code: Any) -> None:
    status, body = await city.call("POST", "/login", "", {"code": code})
    assert (status, body["code"]) == (400, "Malformed")


async def test_session_ends_after_thirty_days(city: City) -> None:
    token = (await logged_in(city))["token"]
    city.clock.advance(days=30, seconds=-1)
    assert (await city.call("GET", "/me", token))[0] == 200
    city.clock.advance(seconds=1)
    status, body = await city.call("GET", "/me", token)
    assert (status, body["code"]) == (401, "NotLoggedIn")


async def test_refresh_rotates_the_token(city: City) -> None:
    """The old token ends at once, the new one lasts thirty days from now."""
    old = await logged_in(city)
    city.clock.advance(days=20)
    new = await city.must("POST", "/login/refresh", old["token"])
    assert (await city.call("GET", "/me", old["token"]))[0] == 401
    city.clock.advance(days=20)
    assert (await city.call("GET", "/me", new["token"]))[0] == 200


async def test_refresh_sent_twice_at_once_gives_one_session(city: City) -> None:
    old = (await logged_in(city))["token"]
    answers = await asyncio.gather(*[city.call("POST", "/login/refresh", old) for _ in range(8)])
    assert sorted(status for status, _ in answers) == [200] + [401] * 7


async def test_logout_ends_the_token(city: City) -> None:
    token = (await logged_in(city))["token"]
    assert (await city.call("POST", "/logout", token))[0] == 204
    assert (await city.call("GET", "/me", token))[0] == 401


async def test_own_sessions_are_shown_and_ended(city: City) -> None:
    """A lost phone is logged out from the other one; nobody ends somebody else's login."""
    lost = await logged_in(city)
    city.clock.advance(seconds=1)
    here = await logged_in(city)
    shown = (await city.must("GET", "/sessions", here["token"]))["items"]
    assert [one["current"] for one in shown] == [True, False]
    other = await logged_in(city, "oSomebodyElse")
    path = f"/sessions/{shown[1]['id']}"
    assert (await city.call("DELETE", path, other["token"]))[0] == 404
    assert (await city.call("DELETE", path, here["token"]))[0] == 204
    assert (await city.call("GET", "/me", lost["token"]))[0] == 401
    assert (await city.call("DELETE", path, here["token"]))[0] == 404


async def test_twenty_first_login_ends_the_first(city: City) -> None:
    """A limit on everything."""
    tokens = []
    for _ in range(21):
        tokens.append((await logged_in(city))["token"])
        city.clock.advance(seconds=1)
    alive = [(await city.call("GET", "/me", token))[0] == 200 for token in tokens]
    assert alive == [False] + [True] * 20


async def test_logins_are_limited_by_address(city: City) -> None:
    """What a password opens, 20 a minute from an address."""
    city.cache.limited = True
    sent = {"username": "nobody", "password": "x" * 12, "code": "123456"}
    answers = await asyncio.gather(
        *[city.call("POST", "/staff/login", "", sent) for _ in range(45)]
    )
    assert [body["code"] for _, body in answers].count("TooManyAttempts") >= 5


async def test_phone_is_kept_encrypted_and_shown_masked(city: City) -> None:
    """R12.2, R12.4."""
    who = await logged_in(city, "oNewPerson1")
    code = phone_code(city, "oNewPerson1", "13900001234")
    answer = await city.must("POST", "/me/phone", who["token"], {"code": code})
    assert answer == {"phone": "139****1234"}
    assert (await city.must("GET", "/me", who["token"]))["phone"] == "139****1234"
    row = await one("SELECT phone_cipher, phone_index FROM person WHERE id = $1", who["person_id"])
    assert row is not None
    assert b"13900001234" not in bytes(row["phone_cipher"])
    event = await one("SELECT body::text AS body FROM log_event WHERE kind = 'PhoneChanged'")
    assert event == {"body": "{}"}


async def test_phone_code_of_somebody_else_is_refused(city: City) -> None:
    who = await logged_in(city, "oNewPerson1")
    code = phone_code(city, "oSomebodyElse", "13900001234")
    status, body = await city.call("POST", "/me/phone", who["token"], {"code": code})
    assert (status, body["code"]) == (422, "PhoneRefused")


async def test_staff_have_no_person_s_page(city: City) -> None:
    assert (await city.call("GET", "/me", await city.staff("clerk")))[0] == 403
    assert (await city.call("GET", "/me"))[0] == 401


async def test_session_life_is_written_down(city: City) -> None:
    answer = await logged_in(city)
    row = await one("SELECT expires_at - created_at AS life FROM session")
    assert row is not None and row["life"] == timedelta(days=30)
    assert answer["token"].count(".") == 1
