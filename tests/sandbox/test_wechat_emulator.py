"""The emulated WeChat by itself, over raw HTTP: what its documents promise, and its faults."""

import io
import json
from typing import Any

import zxingcpp
from PIL import Image

from notify.templates import PROGRESS, TASK
from sandbox.wechat import sandbox_template_id
from tests.wechat import DATA, PERSON, Control, HandClock, Service

PHONE = "/wxa/business/getuserphonenumber"
CODE = "/wxa/getwxacodeunlimit"
TEXT = "/wxa/msg_sec_check"
MEDIA = "/wxa/media_check_async"
LONG, ONCE = sandbox_template_id(PROGRESS.name), sandbox_template_id(TASK.name)


# --- logins and phone numbers


async def test_a_login_code_works_once_for_five_minutes(
    service: Service, control: Control, clock: HandClock
) -> None:
    code = (await control.code())["code"]
    assert (await service.login(code))["openid"] == PERSON
    assert (await service.login(code))["errcode"] == 40163
    late = (await control.code())["code"]
    clock.advance(minutes=5, seconds=1)
    refusal = await service.login(late)
    assert refusal["errcode"] == 40029
    # The request id begins with the moment in hex.
    assert refusal["errmsg"].split("rid: ")[1].split("-")[0] == f"{int(clock().timestamp()):08x}"


async def test_what_is_missing_or_wrong_at_login(service: Service, control: Control) -> None:
    for more, errcode in (
        ({"appid": ""}, 41002),
        ({"appid": "wxother"}, 40013),
        ({"secret": ""}, 41004),
        ({"secret": "wrong"}, 40125),
        ({"js_code": ""}, 41008),
        ({"grant_type": "x"}, 40002),
    ):
        assert (await service.login("0", **more))["errcode"] == errcode
    assert (await service.http.post("/sns/jscode2session", params={"appid": "x"})).json()[
        "errcode"
    ] == 41002
    for _ in range(100):
        assert "openid" in await service.login((await control.code())["code"])
    assert (await service.login((await control.code())["code"]))["errcode"] == 45011


async def test_a_phone_code_wants_json_and_the_right_person(
    service: Service, control: Control
) -> None:
    code = (await control.post("/phone_codes", openid=PERSON, phone="13900000001"))["code"]
    query = {"access_token": service.token}
    form = await service.http.post(PHONE, params=query, data={"code": code})
    assert form.json()["errcode"] == 47001
    token_inside = {"code": code, "access_token": service.token}
    assert (await service.post(PHONE, token_inside))["errcode"] == 47001
    assert (await service.http.post(PHONE, params=query)).json()["errcode"] == 44002
    assert (await service.http.get(PHONE, params=query)).json()["errcode"] == 43002
    assert (await service.post(PHONE, {"code": code, "openid": "oOther"}))["errcode"] == 40029
    info = (await service.post(PHONE, {"code": code, "openId": "x"}))["phone_info"]
    assert info["purePhoneNumber"] == "13900000001"
    assert (await control.calls(PHONE))[-1]["unknown"] == ["openId"]


# --- tokens


async def test_the_stable_token_stays_until_five_minutes_before_its_end(
    service: Service, clock: HandClock
) -> None:
    first = await service.stable()
    assert first["expires_in"] == 7200
    clock.advance(seconds=6000)
    assert await service.stable() == {"access_token": first["access_token"], "expires_in": 1200}
    clock.advance(seconds=901)
    second = await service.stable()
    assert second["access_token"] != first["access_token"]
    # Both work during the overlap, then only the second.
    assert (await service.send())["errcode"] == 43101
    clock.advance(seconds=299)
    assert (await service.send())["errcode"] == 42001
    service.token = second["access_token"]
    assert (await service.send())["errcode"] == 43101


async def test_forcing_kills_the_old_token_and_is_rationed(
    service: Service, clock: HandClock
) -> None:
    forced = await service.stable(force=True)
    assert forced["access_token"] != service.token
    assert (await service.send())["errcode"] == 40001
    assert (await service.stable(force=True))["errcode"] == 45011
    for _ in range(19):
        clock.advance(seconds=30)
        assert "access_token" in await service.stable(force=True)
    clock.advance(seconds=30)
    assert (await service.stable(force=True))["errcode"] == 45009


async def test_the_old_kind_of_token_is_apart_and_overlaps(
    service: Service, clock: HandClock
) -> None:
    query = {
        "grant_type": "client_credential",
        "appid": service.account.appid,
        "secret": service.account.secret,
    }
    old = (await service.http.get("/cgi-bin/token", params=query)).json()["access_token"]
    assert "access_token" in (await service.http.get("/cgi-bin/token", params=query)).json()
    assert (await service.send())["errcode"] == 43101  # the stable one is untouched
    service.token = old
    clock.advance(minutes=4, seconds=59)
    assert (await service.send())["errcode"] == 43101
    clock.advance(seconds=1)
    assert (await service.send())["errcode"] == 42001
    for token, errcode in (("", 41001), ("made-up", 40001)):
        service.token = token
        assert (await service.send())["errcode"] == errcode


# --- messages


async def test_fields_templates_and_people_are_checked(service: Service, control: Control) -> None:
    await control.post("/settings", pages=["pages/case/index"])
    for more, errcode in (
        ({"touser": "nobody"}, 40003),
        ({"touser": None, "toUser": PERSON}, 40003),
        ({"template_id": "x"}, 40037),
        ({"page": "/pages/case/index"}, 41030),
        ({"page": "pages/unpublished"}, 41030),
        ({"miniprogram_state": "old"}, 47001),
        ({"data": "x"}, 47003),
        ({"data": DATA | {"thing1": {"value": "字" * 21}}}, 47003),
        ({"data": DATA | {"thing1": {"value": "a\nb"}}}, 47003),
        ({"data": DATA | {"thing1": {}}}, 47003),
        ({"data": {"thing1": {"value": "只有一项"}}}, 47003),
        ({"data": DATA | {"time3": {"value": "下周"}}}, 47003),
        ({"page": "pages/case/index?id=1"}, 43101),
    ):
        assert (await service.send(**more))["errcode"] == errcode, more
    answer = await service.send(data=DATA | {"thing1": {"value": "字" * 21}})
    assert answer["errmsg"].startswith("argument invalid! data.thing1.value invalid rid: ")
    long_phrase = {key: {"value": "公示中"} for key in ("thing1", "thing4")}
    long_phrase |= {"phrase2": {"value": "第2次公示"}, "time3": {"value": "15:01"}}
    assert (await service.send(template_id=LONG, data=long_phrase))["errcode"] == 47003


async def test_consents_are_counted(service: Service, control: Control) -> None:
    ask = {"openid": PERSON, "template_ids": [ONCE]}
    await control.post("/consents", **ask)
    await control.post("/consents", **ask, status="reject")
    await control.post("/consents", **ask)
    assert (await control.get("/consents", openid=PERSON))[ONCE]["left"] == 2
    codes = [(await service.send())["errcode"] for _ in range(3)]
    assert codes == [0, 0, 43101]
    messages = (await control.get("/messages", openid=PERSON))["messages"]
    assert [m["data"]["待办事项"] for m in messages] == ["事项", "事项"]


async def test_the_pop_up_has_rules(control: Control) -> None:
    for ids, number in (
        ([], "10001"),
        (["x"], "20001"),
        ([LONG, ONCE], "20002"),
        ([ONCE] * 6, "20003"),
    ):
        order = {"openid": PERSON, "template_ids": ids}
        answer = await control.http.post("/consents", json=order)
        assert answer.status_code == 400
        assert number in answer.json()["error"]


async def test_other_templates_can_be_defined(service: Service, control: Control) -> None:
    template = {"template_id": "t1", "title": "缴费通知", "fields": {"amount1": "金额"}}
    await control.post("/templates", templates=[template])
    await control.post("/consents", openid=PERSON, template_ids=["t1"])
    for value, errcode in (("一百元", 47003), ("¥100.00元", 0)):
        data = {"amount1": {"value": value}}
        assert (await service.send(template_id="t1", data=data))["errcode"] == errcode


# --- codes and content


async def test_a_code_is_a_picture_and_a_refusal_is_json(service: Service) -> None:
    query = {"access_token": service.token}
    body = {"scene": "abc", "page": "pages/notice/index", "width": 300}
    answer = await service.http.post(CODE, params=query, json=body)
    assert answer.headers["content-type"] == "image/jpeg"
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (300, 300)
    assert zxingcpp.read_barcodes(picture)[0].text == "pages/notice/index?scene=abc"
    for more, errcode in (
        ({"scene": ""}, 40169),
        ({"scene": "a" * 33}, 40169),
        ({"scene": 5}, 40169),
        ({"scene": "a&b"}, 40129),
        ({"scene": "a%b"}, 40129),
        ({"page": "/pages/notice/index"}, 41030),
        ({"width": 100}, 40097),
    ):
        assert (await service.post(CODE, body | more))["errcode"] == errcode, more


async def test_texts_are_judged_by_words_and_escapes_pass(
    service: Service, control: Control
) -> None:
    await control.post("/settings", keywords={"risky": ["违禁词"], "review": ["可疑词"]})
    body = {"content": "有违禁词", "version": 2, "scene": 2, "openid": PERSON}
    query = {"access_token": service.token}

    async def check(text: str) -> Any:
        return (await service.http.post(TEXT, params=query, content=text.encode())).json()

    real, escaped = json.dumps(body, ensure_ascii=False), json.dumps(body)
    assert (await check(real))["errcode"] == 61010
    await control.post("/visits", openid=PERSON)
    verdict = await check(real)
    assert verdict["result"] == {"suggest": "risky", "label": 20001}
    assert verdict["detail"][0]["keyword"] == "违禁词"
    assert (await check(escaped))["result"]["suggest"] == "pass"
    review = json.dumps(body | {"content": "有可疑词"}, ensure_ascii=False)
    assert (await check(review))["result"]["suggest"] == "review"
    assert (await service.post(TEXT, body | {"content": "长" * 2501}))["errcode"] == 45002
    assert (await service.post(TEXT, body | {"scene": 9}))["errcode"] == 40129
    old = json.dumps({"content": "有违禁词"}, ensure_ascii=False)
    assert (await check(old))["errcode"] == 87014


async def test_the_visit_window_opens_with_a_login(
    service: Service, control: Control, clock: HandClock
) -> None:
    await service.login((await control.code())["code"])
    body = {"media_url": "https://example.cn/1.jpg", "media_type": 2, "version": 2, "scene": 2}
    body["openid"] = PERSON
    assert (await service.post(MEDIA, body))["trace_id"]
    clock.advance(hours=2)
    service.token = (await service.stable())["access_token"]
    assert (await service.post(MEDIA, body))["errcode"] == 0
    clock.advance(seconds=1)
    assert (await service.post(MEDIA, body))["errcode"] == 61010
    assert (await service.post(MEDIA, body | {"media_url": "1.jpg"}))["errcode"] == 40097
    unknown = await control.http.post("/media_results", json={"trace_id": "x"})
    assert unknown.status_code == 400
