"""WeChat's pushes: believed when signed, acted on once, consents kept in step. R13.2, R13.3."""

import asyncio
from typing import Any

import httpx
import pytest

from models.base import sql
from sandbox.wechat import sandbox_template_id
from sandbox.wechat.faults import Fault
from sandbox.wechat.messages import ask_consent, withdraw_consent
from tests.builders import State, case_in
from tests.wechat import SEND
from tests.world import City

MESSAGE = {"ToUserName": "gh_1", "CreateTime": 1, "Event": "e"}
TASK, PROGRESS = sandbox_template_id("task"), sandbox_template_id("progress")


@pytest.fixture
async def pushed(city: City) -> City:
    """The city, with WeChat pushing to it."""
    city.emulator.pusher.target.url = f"{city.url}/wechat/push"
    return city


async def consents(city: City, who: str) -> dict[str, tuple[int, bool]]:
    listed = await city.must("GET", "/consents", await city.login(who))
    return {one["template"]: (one["remaining"], one["standing"]) for one in listed["items"]}


async def tap(city: City, who: str, *templates: str, status: str = "accept") -> None:
    """The person answers the pop-up; WeChat tells us of it."""
    openid = city.roll.people[who].openid
    world, pusher = city.emulator.world, city.emulator.pusher
    ask_consent(world, pusher, openid, list(templates), status, "0")
    await pusher.idle()


async def test_the_address_is_checked(pushed: City) -> None:
    """The console's GET check: the text comes back as it is."""
    assert await pushed.emulator.pusher.check_address()
    query = {"signature": "0" * 40, "timestamp": "1", "nonce": "2", "echostr": "hello"}
    answer = await pushed.http.get("/wechat/push", params=query)
    assert (answer.status_code, answer.json()["code"]) == (403, "PushForged")


@pytest.mark.parametrize("mode", ["secure", "compat"])
@pytest.mark.parametrize("form", ["json", "xml"])
async def test_consents_told_by_wechat(pushed: City, mode: str, form: str) -> None:
    """R13.2: single and several, in every shape; the phone's own telling does not double them."""
    pushed.emulator.pusher.target.mode = mode
    pushed.emulator.pusher.target.form = form
    await tap(pushed, "owner1", TASK)
    pushed.clock.advance(seconds=1)
    await tap(pushed, "owner1", PROGRESS, sandbox_template_id("notice"))
    results = {"results": {TASK: "accept"}}
    await pushed.must("POST", "/consents", await pushed.login("owner1"), results)
    wanted = {"task": (1, False), "progress": (0, True), "notice": (0, True)}
    assert await consents(pushed, "owner1") == wanted
    assert all(one["delivered"] for one in pushed.emulator.pusher.deliveries)


async def test_repeats_count_once(pushed: City) -> None:
    """WeChat repeats itself, also at the same moment."""
    pushed.emulator.pusher.plan.duplicates = 4
    await tap(pushed, "owner1", TASK)
    assert (await consents(pushed, "owner1"))["task"] == (1, False)
    assert [one["attempts"] for one in pushed.emulator.pusher.deliveries] == [[200]] * 5
    rows = await sql("SELECT count(*) AS n FROM pushed")
    assert rows[0]["n"] == 1


async def test_switched_off_in_the_settings(pushed: City) -> None:
    """The change event takes everything back; a refused pop-up only a standing consent."""
    await tap(pushed, "owner1", TASK)
    pushed.clock.advance(seconds=1)
    await tap(pushed, "owner1", PROGRESS)
    pushed.clock.advance(seconds=1)
    await tap(pushed, "owner1", TASK, status="reject")
    assert (await consents(pushed, "owner1"))["task"] == (1, False)
    openid = pushed.roll.people["owner1"].openid
    pushed.clock.advance(seconds=1)
    world, pusher = pushed.emulator.world, pushed.emulator.pusher
    withdraw_consent(world, pusher, openid, [TASK, PROGRESS])
    await pusher.idle()
    held = await consents(pushed, "owner1")
    assert (held["task"], held["progress"]) == ((0, False), (0, False))


async def test_a_stranger_to_us_is_left_aside(pushed: City) -> None:
    world, pusher = pushed.emulator.world, pushed.emulator.pusher
    ask_consent(world, pusher, "oNobodyWeKnow0001", [TASK], "accept", "0")
    await pusher.idle()
    assert pusher.deliveries[-1]["delivered"]
    assert await sql("SELECT 1 FROM consent") == []


async def test_other_events_are_answered_and_remembered(pushed: City) -> None:
    """A verdict on a picture changes nothing: none is public."""
    world, pusher = pushed.emulator.world, pushed.emulator.pusher
    openid = pushed.roll.people["owner1"].openid
    pusher.emit("user_enter_tempsession", openid, {})
    pusher.emit("wxa_media_check", openid, {"trace_id": "t-1", "version": 2, "result": {}})
    await pusher.idle()
    assert [one["delivered"] for one in pusher.deliveries] == [True, True]
    kinds = {row["kind"] for row in await sql("SELECT kind FROM pushed")}
    assert kinds == {"user_enter_tempsession", "wxa_media_check"}
    assert world.messages == type(world.messages)(maxlen=world.messages.maxlen)


async def test_forged_pushes_change_nothing(pushed: City) -> None:
    """R13.3: a wrong signature, a plain body where an encrypted one is due, rubbish."""
    openid = pushed.roll.people["owner1"].openid
    message = {
        "ToUserName": "gh_sandbox00001",
        "FromUserName": openid,
        "CreateTime": 1,
        "Event": "subscribe_msg_popup_event",
        "List": {"TemplateId": TASK, "SubscribeStatusString": "accept", "PopupScene": "0"},
    }
    pusher = pushed.emulator.pusher
    query, body = pusher.request_for(openid, message)
    wrong: list[tuple[dict[str, str], Any]] = [
        (query | {"msg_signature": "0" * 40}, body),
        ({}, body),
        (query, body.replace("Encrypt", "Encrypted")),
        (query, "{}"),
        (query, b"\xff\xfe"),
        (query, "<xml>"),
    ]
    for given, content in wrong:
        answer = await post(pushed, given, content)
        assert answer.status_code == 403, content
    pusher.target.mode = "plain"
    query, body = pusher.request_for(openid, message)
    assert (await post(pushed, query, body)).status_code == 403
    assert (await post(pushed, query, b"")).status_code == 400
    assert await sql("SELECT 1 FROM consent") == []
    assert await sql("SELECT 1 FROM pushed") == []


async def post(city: City, query: dict[str, str], body: Any) -> httpx.Response:
    headers = {"Content-Type": "application/json"}
    return await city.http.post("/wechat/push", params=query, content=body, headers=headers)


async def test_an_authentic_push_that_no_database_can_keep_is_no_fault(pushed: City) -> None:
    """R13.3: WeChat would send it again and again."""
    pusher = pushed.emulator.pusher
    message = {
        "ToUserName": "gh_1",
        "FromUserName": "o\x00x",
        "CreateTime": 1,
        "Event": "e\x00",
        "a": "\x00",
    }
    query, body = pusher.request_for("o1", message)
    for _ in range(2):
        assert (await post(pushed, query, body)).status_code == 200
    assert await sql("SELECT kind FROM pushed") == [{"kind": "e\ufffd"}]


async def test_an_old_push_is_refused(pushed: City) -> None:
    """What was signed more than ten minutes ago is a recording."""
    query, body = pushed.emulator.pusher.request_for("o1", MESSAGE)
    pushed.clock.advance(minutes=9)
    assert (await post(pushed, query, body)).status_code == 200
    pushed.clock.advance(minutes=2)
    assert (await post(pushed, query, body)).status_code == 403


async def test_no_form_and_no_long_body_is_taken_from_strangers(
    pushed: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R12: a form of many parts would hold up everybody; it is not read at all."""

    def never(*_: Any) -> Any:
        raise AssertionError("a stranger's form was parsed")

    monkeypatch.setattr("sanic.request.types.parse_multipart_form", never)
    part = b'--X\r\nContent-Disposition: form-data; name="p"\r\n\r\n1\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=X"}
    for content, status in ((part * 20, 400), (part * 2000, 413)):
        answer = await pushed.http.post("/wechat/push", content=content, headers=headers)
        assert answer.status_code == status
    answer = await pushed.http.post("/files", content=part * 20, headers=headers)
    assert answer.status_code == 401
    token = await pushed.login("owner1")
    keyed = headers | {"Authorization": f"Bearer {token}", "Idempotency-Key": "many-parts"}
    long_head = b"--X\r\n" + b"a: b\r\n" * 2000 + b"\r\n\r\n--X--"
    for content in (part * 20 + b"--X--", long_head, b"--X", b""):
        answer = await pushed.http.post("/files", content=content, headers=keyed)
        assert answer.status_code == 400, content[:20]


async def test_who_forges_again_and_again_is_not_listened_to(pushed: City) -> None:
    """The true ones come from other addresses."""
    pushed.cache.limited = True
    query, body = pushed.emulator.pusher.request_for("o1", MESSAGE)
    forged = query | {"signature": "0" * 40}
    answers = [(await post(pushed, forged, body)).status_code for _ in range(31)]
    assert answers == [403] * 30 + [429]
    assert (await post(pushed, query, body)).status_code == 429


async def allowed_and_told(city: City) -> None:
    """A message to the manager waits, and WeChat knows of the consent."""
    await tap(city, "manager", TASK)
    case = await case_in(State.PLANNED, city.roll, city.clock())
    await city.must("POST", f"/cases/{case.id}/notice", await city.staff("clerk"))


async def test_the_sent_event_settles_a_doubt(pushed: City) -> None:
    """R13.3: the call's answer was lost, but WeChat says that the message went out."""
    await allowed_and_told(pushed)
    pushed.emulator.world.faults.add(Fault.parse(SEND, "drop after", 1))
    await pushed.due()
    await pushed.emulator.pusher.idle()
    rows = await sql("SELECT state, msgid FROM delivery")
    (message,) = pushed.emulator.world.messages
    assert rows == [{"state": "sent", "msgid": message["msgid"]}]
    pushed.clock.advance(minutes=10)
    await pushed.due()
    assert len(pushed.emulator.world.messages) == 1


async def test_the_sent_event_of_a_message_that_failed_after_all(pushed: City) -> None:
    await allowed_and_told(pushed)
    await pushed.due()
    await pushed.emulator.pusher.idle()
    (message,) = pushed.emulator.world.messages
    told = {
        "TemplateId": TASK,
        "MsgID": message["msgid"],
        "ErrorCode": "43101",
        "ErrorStatus": "user refuse to accept the msg",
    }
    pusher = pushed.emulator.pusher
    pusher.emit_list("subscribe_msg_sent_event", message["openid"], [told])
    await pusher.idle()
    assert await sql("SELECT state FROM delivery") == [{"state": "refused"}]


async def test_many_at_once(pushed: City) -> None:
    """The same and different pushes side by side: nothing fails, nothing counts twice."""
    people = ["owner1", "owner2", "owner4", "owner5"]
    plan = pushed.emulator.pusher.plan
    plan.duplicates, plan.retry_seconds = 2, 0.1
    for number in range(3):
        pushed.clock.advance(seconds=1)
        for who in people:
            openid = pushed.roll.people[who].openid
            ask_consent(
                pushed.emulator.world, pushed.emulator.pusher, openid, [TASK], "accept", str(number)
            )
    await asyncio.wait_for(pushed.emulator.pusher.idle(), 60)
    assert all(one["delivered"] for one in pushed.emulator.pusher.deliveries)
    for who in people:
        assert (await consents(pushed, who))["task"] == (3, False)
