"""The client against the emulated WeChat over HTTP: what each answer and each fault becomes."""

import io
import logging
import time
from collections.abc import Mapping
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from notify.templates import NOTICE, PROGRESS, TASK, TEMPLATES
from notify.wechat import (
    CallRefused,
    CodeRefused,
    Outcome,
    SendResult,
    Suggest,
    Unavailable,
    Wechat,
)
from sandbox.wechat import Emulator, sandbox_template_id
from tests.wechat import PERSON, SEND, STABLE_TOKEN, Control, HandClock, MakeWechat

SHORT_SECONDS = 1.5
"""How long the client waits in tests of a WeChat that does not answer."""

LONG = sandbox_template_id(PROGRESS.name)
ONCE = sandbox_template_id(TASK.name)
LOGIN = "/sns/jscode2session"
TEXT = "/wxa/msg_sec_check"

SAMPLES = {
    "thing": "长沙市雨花区某某街道某某社区某某花园三期北苑十二栋二单元",
    "phrase": "公示中",
    "time": "2025-09-26T15:01:00+08:00",
}
ONCE_DATA = {f.key: SAMPLES[f.key.rstrip("0123456789")] for f in TASK.fields}
LONG_DATA = {f.key: SAMPLES[f.key.rstrip("0123456789")] for f in PROGRESS.fields}


async def send(
    wechat: Wechat, template_id: str = ONCE, data: Mapping[str, str] | None = None
) -> SendResult:
    return await wechat.send_subscribe(PERSON, template_id, "pages/case/index", data or ONCE_DATA)


async def allow(control: Control, template_id: str = ONCE, times: int = 1) -> None:
    for _ in range(times):
        await control.post("/consents", openid=PERSON, template_ids=[template_id])


# --- people


async def test_login_gives_a_session_without_any_token(wechat: Wechat, control: Control) -> None:
    code = await control.code(unionid="union-1")
    session = await wechat.code_to_session(code["code"])
    assert session.openid == PERSON
    assert session.unionid == "union-1"
    assert session.session_key
    assert await control.calls(STABLE_TOKEN) == []


async def test_a_used_unknown_or_old_code_is_refused_as_such(
    wechat: Wechat, control: Control, clock: HandClock
) -> None:
    code = (await control.code())["code"]
    await wechat.code_to_session(code)
    old = (await control.code())["code"]
    clock.advance(minutes=5, seconds=1)
    for refused, errcode in ((code, 40163), ("nonsense", 40029), (old, 40029)):
        with pytest.raises(CodeRefused) as caught:
            await wechat.code_to_session(refused)
        assert caught.value.errcode == errcode
    await control.fault(LOGIN, "errcode:40226")
    with pytest.raises(CodeRefused):
        await wechat.code_to_session((await control.code())["code"])


async def test_a_wrong_secret_is_not_blamed_on_the_code(
    make_wechat: MakeWechat, control: Control
) -> None:
    wechat = make_wechat(secret="wrong")
    with pytest.raises(CallRefused) as caught:
        await wechat.code_to_session((await control.code())["code"])
    assert not isinstance(caught.value, CodeRefused)
    assert caught.value.errcode == 40125
    result = await send(wechat)
    assert (result.outcome, result.errcode) == (Outcome.RETRY_LATER, 40125)
    assert await control.calls(SEND) == []


async def test_phone_number_of_the_same_person_only(wechat: Wechat, control: Control) -> None:
    codes = await control.code(phone="13900000001")
    with pytest.raises(CodeRefused):
        await wechat.phone_number(codes["phone_code"], "oSomebodyElse")
    phone = await wechat.phone_number(codes["phone_code"], PERSON)
    assert (phone.number, phone.country_code) == ("13900000001", "86")
    with pytest.raises(CodeRefused):
        await wechat.phone_number(codes["phone_code"], PERSON)


async def test_a_number_for_another_mini_program_is_refused(
    make_wechat: MakeWechat, control: Control, emulator: Emulator
) -> None:
    wechat = make_wechat()
    codes = await control.code(phone="13900000001")
    await wechat.phone_number(codes["phone_code"], PERSON)
    again = (await control.code(phone="13900000001"))["phone_code"]
    emulator.world.account.appid = "wxsomebodyelse0001"
    with pytest.raises(CallRefused):
        await wechat.phone_number(again, PERSON)


# --- messages


async def test_every_template_takes_the_longest_texts(wechat: Wechat, control: Control) -> None:
    for template in TEMPLATES:
        template_id = sandbox_template_id(template.name)
        await allow(control, template_id)
        data = {f.key: SAMPLES[f.key.rstrip("0123456789")] for f in template.fields}
        result = await send(wechat, template_id, data)
        assert result.outcome is Outcome.SENT, result
        assert result.msgid
    received = (await control.get("/messages", openid=PERSON))["messages"]
    assert [m["title"] for m in received] == [t.title for t in TEMPLATES]
    assert received[1]["data"][NOTICE.fields[2].label] == "2025年9月26日 15:01"
    assert all(entry["unknown"] == [] for entry in await control.calls())


async def test_one_consent_is_one_message_and_a_long_term_one_lasts(
    wechat: Wechat, control: Control
) -> None:
    await allow(control, ONCE, times=2)
    outcomes = [(await send(wechat)).outcome for _ in range(3)]
    assert outcomes == [Outcome.SENT, Outcome.SENT, Outcome.DEFINITE_NO]
    await allow(control, LONG)
    for _ in range(3):
        assert (await send(wechat, LONG, LONG_DATA)).outcome is Outcome.SENT
    await control.http.request(
        "DELETE", "/consents", json={"openid": PERSON, "template_ids": [LONG]}
    )
    result = await send(wechat, LONG, LONG_DATA)
    assert (result.outcome, result.errcode) == (Outcome.DEFINITE_NO, 43101)


async def test_a_message_may_be_sent_without_an_id(wechat: Wechat, control: Control) -> None:
    await control.post("/settings", gives_msgid=False)
    await allow(control)
    assert await send(wechat) == SendResult(Outcome.SENT, detail="ok")


@pytest.mark.parametrize("errcode", [40003, 40037, 47003, 41030, 43101, 43107, 45168])
async def test_a_no_is_final(wechat: Wechat, control: Control, errcode: int) -> None:
    await control.fault(SEND, f"errcode:{errcode}")
    result = await send(wechat)
    assert (result.outcome, result.errcode) == (Outcome.DEFINITE_NO, errcode)
    assert len(await control.calls(SEND)) == 1


@pytest.mark.parametrize("fault", ["errcode:-1", "errcode:45009", "errcode:45011", "http503"])
async def test_busy_means_later(wechat: Wechat, control: Control, fault: str) -> None:
    await allow(control)
    await control.fault(SEND, fault)
    assert (await send(wechat)).outcome is Outcome.RETRY_LATER
    assert len(await control.calls(SEND)) == 1
    assert (await send(wechat)).outcome is Outcome.SENT


@pytest.mark.parametrize("fault", ["stall", "drop", "garbage", "http500"])
@pytest.mark.parametrize("after", ["", " after"])
async def test_no_answer_means_unknown_and_is_not_repeated(
    make_wechat: MakeWechat, control: Control, fault: str, after: str
) -> None:
    wechat = make_wechat(timeout_seconds=SHORT_SECONDS)
    await allow(control)
    await control.fault(SEND, fault + after)
    started = time.monotonic()
    assert (await send(wechat)).outcome is Outcome.UNKNOWN
    assert time.monotonic() - started < 30
    assert len(await control.calls(SEND)) == 1
    # The one more try tells by 43101 that the first one had arrived.
    again = await send(wechat)
    assert again.outcome is (Outcome.DEFINITE_NO if after else Outcome.SENT)
    assert len((await control.get("/messages"))["messages"]) == 1


async def test_garbage_of_every_sort_is_survived(make_wechat: MakeWechat, control: Control) -> None:
    wechat = make_wechat(breaker_failures=100)
    await control.fault("*", "garbage", None)
    for _ in range(10):
        with pytest.raises(Unavailable):
            await wechat.code_to_session("0123")
        assert (await send(wechat)).outcome is Outcome.RETRY_LATER
        assert (await wechat.check_text(PERSON, "好", 2)).suggest is Suggest.UNKNOWN
    assert await control.calls(SEND) == []


async def test_a_server_that_is_not_there_means_later(make_wechat: MakeWechat) -> None:
    wechat = make_wechat(api_base_url="http://127.0.0.1:9")
    assert (await send(wechat)).outcome is Outcome.RETRY_LATER
    with pytest.raises(Unavailable) as caught:
        await wechat.code_to_session("0123")
    assert caught.value.written is False


async def test_wrong_content_types_are_not_believed(wechat: Wechat, control: Control) -> None:
    await allow(control)
    await control.fault("*", "wrong content type", None)
    assert (await send(wechat)).outcome is Outcome.SENT
    assert (await wechat.mini_code("n1", "pages/notice/index")).startswith(b"\xff\xd8")


async def test_a_text_that_cannot_fit_never_leaves(wechat: Wechat, control: Control) -> None:
    result = await send(wechat, ONCE, ONCE_DATA | {"time3": "昨天"})
    assert (result.outcome, result.errcode) == (Outcome.DEFINITE_NO, 47003)
    assert await control.calls() == []


async def test_a_dead_wechat_costs_no_more_time_after_a_while(
    make_wechat: MakeWechat, control: Control
) -> None:
    wechat = make_wechat(timeout_seconds=SHORT_SECONDS, breaker_failures=3, breaker_seconds=60)
    await allow(control)
    await control.fault(SEND, "stall", None)
    outcomes = [(await send(wechat)).outcome for _ in range(3)]
    assert outcomes == [Outcome.UNKNOWN] * 3
    started = time.monotonic()
    assert {(await send(wechat)).outcome for _ in range(50)} == {Outcome.RETRY_LATER}
    assert time.monotonic() - started < 30
    assert len(await control.calls(SEND)) == 3
    # Another address is another fuse: people can still log in.
    assert (await wechat.code_to_session((await control.code())["code"])).openid == PERSON


# --- codes and content


async def test_a_mini_code_can_be_read(wechat: Wechat) -> None:
    picture = await wechat.mini_code("aZ09", "pages/notice/index")
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert found.text == "pages/notice/index?scene=aZ09"


async def test_a_mini_code_that_cannot_be_made(wechat: Wechat, control: Control) -> None:
    for scene, page in (("", "p"), ("a" * 33, "p"), ("a&b", "p"), ("a", "/p"), ("a", "p?x=1")):
        with pytest.raises(ValueError, match=r"scene|page"):
            await wechat.mini_code(scene, page)
    await control.post("/settings", pages=["pages/index/index"])
    with pytest.raises(CallRefused) as caught:
        await wechat.mini_code("a", "pages/not/published")
    assert caught.value.errcode == 41030


async def test_unpublished_pages_have_codes_in_the_trial_version(
    make_wechat: MakeWechat, control: Control
) -> None:
    await control.post("/settings", pages=["pages/index/index"])
    assert await make_wechat(mini_state="trial").mini_code("a", "pages/not/published")
    (call,) = await control.calls("/wxa/getwxacodeunlimit")
    assert call["body"]["env_version"] == "trial"


async def test_texts_are_sent_readable_and_judged(wechat: Wechat, control: Control) -> None:
    await control.post("/settings", keywords={"risky": ["违禁词"], "review": ["可疑词"]})
    await control.post("/visits", openid=PERSON)
    for text, suggest in (
        ("电梯很旧", Suggest.PASS),
        ("有违禁词", Suggest.RISKY),
        ("有可疑词", Suggest.REVIEW),
        ("长" * 2500, Suggest.PASS),
        ("长" * 2499 + "违禁词", Suggest.RISKY),  # across the limit of one question
        ("长" * 9847 + "违禁词", Suggest.RISKY),
        ("长" * 9851, Suggest.REVIEW),
        ("", Suggest.PASS),
    ):
        assert (await wechat.check_text(PERSON, text, 2)).suggest is suggest, text[-5:]
    assert len(await control.calls(TEXT)) == 3 + 1 + 2 + 4


async def test_a_text_check_without_answer_is_unknown(
    make_wechat: MakeWechat, control: Control, clock: HandClock
) -> None:
    wechat = make_wechat(timeout_seconds=SHORT_SECONDS)
    await control.post("/visits", openid=PERSON)
    clock.advance(hours=2, seconds=1)
    verdict = await wechat.check_text(PERSON, "好", 2)
    assert (verdict.suggest, verdict.errcode) == (Suggest.UNKNOWN, 61010)
    for fault in ("stall", "errcode:-1", "drop"):
        await control.fault(TEXT, fault)
        assert (await wechat.check_text(PERSON, "好", 2)).suggest is Suggest.UNKNOWN


async def test_a_picture_check_gives_a_trace_id(wechat: Wechat, control: Control) -> None:
    await control.post("/visits", openid=PERSON)
    assert await wechat.check_media("https://example.cn/f/1.jpg", PERSON)
    await control.fault("/wxa/media_check_async", "errcode:45009")
    with pytest.raises(Unavailable):
        await wechat.check_media("https://example.cn/f/1.jpg", PERSON)


# --- figures, and nothing personal


async def test_every_request_is_counted(make_wechat: MakeWechat, control: Control) -> None:
    seen: list[tuple[str, str]] = []
    wechat = make_wechat(
        timeout_seconds=SHORT_SECONDS,
        observe=lambda path, outcome: seen.append((path[-12:], outcome)),
    )
    await allow(control)
    for fault in ("errcode:-1", "errcode:40001", "stall", "garbage", "http500"):
        await control.fault(SEND, fault)
        await send(wechat)
    await send(wechat)
    token, message = STABLE_TOKEN[-12:], SEND[-12:]
    outcomes = ["-1", "40001", "ok", "timeout", "garbage", "HTTP 500", "resting"]
    assert [outcome for path, outcome in seen if path == message] == outcomes
    assert [outcome for path, outcome in seen if path == token] == ["ok"] * 3


async def test_logs_and_reprs_hold_nothing_personal(
    make_wechat: MakeWechat, control: Control, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wechat = make_wechat(timeout_seconds=SHORT_SECONDS)
    codes = await control.code(phone="13900000001", unionid="union-1")
    session = await wechat.code_to_session(codes["code"])
    phone = await wechat.phone_number(codes["phone_code"], PERSON)
    seen: list[Any] = [session, phone, await send(wechat)]
    for fault in ("stall", "garbage", "errcode:40001", "errcode:-1", "http500"):
        await control.fault("*", fault, None)
        seen.append(await send(wechat))
        try:
            await wechat.code_to_session(codes["code"])
        except (Unavailable, CallRefused) as error:
            seen.append((str(error), repr(error)))
        await control.http.delete("/faults")
    text = caplog.text + repr(seen)
    token = (await control.calls(STABLE_TOKEN))[0]["answer"]["access_token"]
    for secret in (
        session.session_key,
        PERSON,
        "13900000001",
        "union-1",
        wechat.secret,
        token,
        codes["code"],
    ):
        assert secret not in text
