"""Message push: the platform's published vectors, every form and mode over HTTP, and forgeries."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from socket import create_server
from typing import Any
from uuid import uuid4

import pytest
from sanic import HTTPResponse, Request, Sanic
from sanic.response import text

from notify.wechat import PushEvent, PushRefused, Wechat
from notify.wechat.push import Push, signature_of
from rules.days import BEIJING
from sandbox.wechat import Emulator, sandbox_template_id
from sandbox.wechat.sealing import seal, sign, unseal, write
from tests.wechat import PERSON, Control, HandClock, MakeWechat

LONG, NOTICE, ONCE = (sandbox_template_id(name) for name in ("progress", "notice", "task"))
FORMS = [(mode, form) for mode in ("plain", "compat", "secure") for form in ("json", "xml")]

# From the platform's page on message push.
APPID, TOKEN, AES_KEY = "wxba5fad812f8e6fb9", "AAAAA", "A" * 43
SEALED = (
    "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcv"
    "ZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3F"
    "n2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSe"
    "OBrebufAlr7F9mFUPAJGj04="
)
PLAIN = (
    '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY",'
    '"CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}'
)
SECURE_QUERY = {
    "signature": "6c5c811b55cc85e0e1b54100749188c20beb3f5d",
    "timestamp": "1714112445",
    "nonce": "415670741",
    "encrypt_type": "aes",
    "msg_signature": "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
}
REPLY = "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=="


# --- the published vectors


def at(seconds: int) -> HandClock:
    """A clock that shows this moment."""
    return HandClock(datetime.fromtimestamp(seconds, BEIJING))


VECTOR = at(1714112445)
"""When the platform's example was sent."""


def test_vector_address_check() -> None:
    query = {
        "signature": "f464b24fc39322e44b38aa78f5edd27bd1441696",
        "echostr": "4375120948345356249",
        "timestamp": "1714036504",
        "nonce": "1514711492",
    }
    push = Push(APPID, TOKEN, AES_KEY, at(1714036504))
    assert push.echo(query) == "4375120948345356249"
    with pytest.raises(PushRefused):
        push.echo(query | {"nonce": "1514711493"})
    # Without a token of ours anybody can sign.
    with pytest.raises(PushRefused):
        Push(APPID, "", AES_KEY, at(1714036504)).echo(
            query | {"signature": signature_of("1714036504", "1514711492")}
        )


def test_vector_plain() -> None:
    query = {
        "signature": "899cf89e464efb63f54ddac96b0a0a235f53aa78",
        "timestamp": "1714037059",
        "nonce": "486452656",
    }
    then = at(1714037059)
    (event,) = Push(APPID, TOKEN, "", then).open(query, PLAIN.encode())
    assert event.event == "debug_demo"
    with pytest.raises(PushRefused):
        Push(APPID, TOKEN, AES_KEY, then).open(query, PLAIN.encode())


def test_vector_secure() -> None:
    body = json.dumps({"ToUserName": "gh_97417a04a28d", "Encrypt": SEALED}).encode()
    push = Push(APPID, TOKEN, AES_KEY, VECTOR)
    (event,) = push.open(SECURE_QUERY, body)
    assert event.event == "debug_demo"
    assert event.openid == "o9AgO5Kd5ggOC-bXrbNODIiE3bGY"
    assert event.created_at == datetime(2024, 4, 26, 14, 20, 45, tzinfo=BEIJING)
    assert event.facts == {"debug_str": "hello world"}
    # Only msg_signature counts: the right `signature` alone opens nothing.
    with pytest.raises(PushRefused):
        push.open(SECURE_QUERY | {"msg_signature": SECURE_QUERY["signature"]}, body)
    for wrong in (
        Push("wxsomebodyelse", TOKEN, AES_KEY, VECTOR),
        Push(APPID, TOKEN, "B" * 43, VECTOR),
    ):
        with pytest.raises(PushRefused):
            wrong.open(SECURE_QUERY, body)


def test_vector_reply() -> None:
    sealed = Push(APPID, TOKEN, AES_KEY, VECTOR).seal(
        '{"demo_resp":"good luck"}', "415670741", 1713424427, random16="707722b803182950"
    )
    assert sealed["Encrypt"] == REPLY
    assert sealed["MsgSignature"] == "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1"


def test_vectors_in_the_emulator_s_own_words() -> None:
    """The emulator's sealing is not the client's, and agrees with the platform all the same."""
    assert unseal(SEALED, AES_KEY) == (PLAIN, APPID)
    assert seal(PLAIN, APPID, AES_KEY, b"a8eedb185eb2fecf") == SEALED
    assert sign(TOKEN, "1714112445", "415670741", SEALED) == SECURE_QUERY["msg_signature"]


# --- over HTTP, in every mode and form


class Inbox:
    """An address that opens what is pushed to it, and may be told to fail first."""

    def __init__(self, wechat: Wechat) -> None:
        self.wechat = wechat
        self.events: list[PushEvent] = []
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.failures = 0
        self.url = ""

    async def handle(self, request: Request) -> HTTPResponse:
        query = {key: request.args.get(key, "") for key in request.args}
        if request.method == "GET":
            return text(self.wechat.push_echo(query))
        self.requests.append((query, request.body))
        if self.failures > 0:
            self.failures -= 1
            return text("not now", status=500)
        self.events += self.wechat.open_push(query, request.body)
        return text(self.wechat.push_reply())


@pytest.fixture
async def inbox(make_wechat: MakeWechat, control: Control) -> AsyncIterator[Inbox]:
    inbox = Inbox(make_wechat())
    app: Sanic[Any, Any] = Sanic(f"inbox-{uuid4().hex[:8]}", configure_logging=False)
    app.config.TOUCHUP = False
    app.add_route(inbox.handle, "/push", methods=["GET", "POST"])
    listener = create_server(("127.0.0.1", 0))
    server = await app.create_server(sock=listener, access_log=False)
    assert server is not None
    await server.startup()
    await server.start_serving()
    inbox.url = f"http://127.0.0.1:{listener.getsockname()[1]}/push"
    await control.post("/push", url=inbox.url)
    await control.post("/push/plan", retry_seconds=0.01, timeout_seconds=1)
    yield inbox
    server.close()
    Sanic.unregister_app(app)


async def consent(control: Control, *template_ids: str, status: str = "accept") -> None:
    await control.post("/consents", openid=PERSON, template_ids=list(template_ids), status=status)


@pytest.mark.parametrize(("mode", "form"), FORMS)
async def test_every_event_arrives_in_every_form(
    make_wechat: MakeWechat, control: Control, inbox: Inbox, mode: str, form: str
) -> None:
    if mode == "plain":
        inbox.wechat = make_wechat(aes_key="")
    answer = await control.post("/push", mode=mode, form=form, verify=True)
    assert answer == {"verified": True}
    await consent(control, LONG, NOTICE)
    await consent(control, ONCE, status="reject")
    await control.post("/visits", openid=PERSON)
    data = {"thing1": "事项", "phrase2": "公示中", "time3": "15:01", "thing4": "备注]]>"}
    await inbox.wechat.send_subscribe(PERSON, LONG, "", data)
    order = {"openid": PERSON, "template_ids": [NOTICE]}
    await control.http.request("DELETE", "/consents", json=order)
    trace_id = await inbox.wechat.check_media("https://example.cn/1.jpg", PERSON)
    assert all(d["delivered"] for d in await control.deliveries())

    found: dict[tuple[str, str], dict[str, str]] = {
        (e.event, e.facts.get("TemplateId", "")): dict(e.facts) for e in inbox.events
    }
    assert {e.openid for e in inbox.events} == {PERSON}
    popup = "subscribe_msg_popup_event"
    assert found[popup, LONG]["SubscribeStatusString"] == "accept"
    assert found[popup, NOTICE]["PopupScene"] == "0"
    assert found[popup, ONCE]["SubscribeStatusString"] == "reject"
    sent = found["subscribe_msg_sent_event", LONG]
    assert (sent["ErrorCode"], sent["ErrorStatus"]) == ("0", "success")
    changed = found["subscribe_msg_change_event", NOTICE]
    assert changed["SubscribeStatusString"] == "reject"
    assert found["wxa_media_check", ""] == {
        "trace_id": trace_id,
        "suggest": "pass",
        "label": "100",
        "errcode": "0",
    }
    assert len({e.dedupe_key for e in inbox.events}) == len(inbox.events) == 6
    assert not any(PERSON in e.dedupe_key or PERSON in repr(e) for e in inbox.events)
    if mode == "secure":
        assert not any(b"TemplateId" in body for _, body in inbox.requests)


async def test_repeated_until_success_and_recognised_as_the_same(
    control: Control, inbox: Inbox
) -> None:
    inbox.failures = 2
    await control.post("/push/plan", duplicates=1)
    await consent(control, LONG, NOTICE)
    first, second = await control.deliveries()
    assert sorted([*first["attempts"], *second["attempts"]]) == [200, 200, 500, 500]
    assert len(inbox.events) == 4
    assert len({event.dedupe_key for event in inbox.events}) == 2


async def test_given_up_after_three_repetitions_or_lost(control: Control, inbox: Inbox) -> None:
    inbox.failures = 4
    await consent(control, LONG)
    assert (await control.deliveries())[-1]["attempts"] == [500] * 4
    await control.post("/push/plan", lose=1)
    await consent(control, LONG)
    await consent(control, LONG)
    deliveries = [d["delivered"] for d in await control.deliveries()]
    assert deliveries == [False, False, True]
    assert len(inbox.events) == 1


async def test_a_later_change_of_mind_is_another_event(
    control: Control, inbox: Inbox, clock: HandClock
) -> None:
    await consent(control, LONG)
    await consent(control, LONG, status="reject")
    clock.advance(seconds=1)
    await consent(control, LONG)
    await control.deliveries()
    assert len({event.dedupe_key for event in inbox.events}) == 3


async def test_the_verdict_on_a_picture_can_be_held_back(control: Control, inbox: Inbox) -> None:
    await control.post("/settings", media_results="hold")
    await control.post("/visits", openid=PERSON)
    ids = [await inbox.wechat.check_media("https://example.cn/1.jpg", PERSON) for _ in range(2)]
    assert await control.deliveries() == []
    await control.post("/control/media_results", trace_id=ids[0], suggest="risky")
    await control.post("/control/media_results", trace_id=ids[1], errcode=-1008)
    await control.deliveries()
    found = {e.facts["trace_id"]: (e.facts["suggest"], e.facts["label"]) for e in inbox.events}
    assert found[ids[0]] == ("risky", "20001")
    assert found[ids[1]][0] == "unknown"
    assert len({event.dedupe_key for event in inbox.events}) == 2


# --- forgeries and odd shapes


def signed(clock: HandClock) -> dict[str, str]:
    """A query that WeChat signed at this moment."""
    stamp = str(int(clock().timestamp()))
    return {"signature": signature_of(TOKEN, stamp, "2"), "timestamp": stamp, "nonce": "2"}


def opened(message: dict[str, Any], form: str = "json") -> list[PushEvent]:
    query = {"timestamp": "1", "nonce": "2", "signature": signature_of(TOKEN, "1", "2")}
    return Push(APPID, TOKEN, "", at(1)).open(query, write(message, form).encode())


def test_the_old_verdict_on_a_picture_is_understood() -> None:
    base = {"FromUserName": PERSON, "CreateTime": 1, "Event": "wxa_media_check", "trace_id": "t"}
    for more, suggest in (
        ({"isrisky": 0, "status_code": 0}, "pass"),
        ({"isrisky": 1, "status_code": 0}, "risky"),
        ({"isrisky": 0, "status_code": 4294966288}, "unknown"),
        ({}, "unknown"),
        ({"result": {"suggest": "new word", "label": 1}}, "unknown"),
    ):
        for form in ("json", "xml"):
            (event,) = opened(base | more, form)
            assert event.facts["suggest"] == suggest, (more, form)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"<xml>",
        b"<a><b/></a>",
        b"[" * 100_000,
        b'{"CreateTime": "yesterday"}',
        b'{"CreateTime": 1e300}',
        b'<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event><CreateTime>1</CreateTime></xml>',
        b"{" + b" " * 300_000 + b"}",
    ],
)
def test_what_cannot_be_read_is_refused(body: bytes) -> None:
    query = {"timestamp": "1", "nonce": "2", "signature": signature_of(TOKEN, "1", "2")}
    with pytest.raises(PushRefused):
        Push(APPID, TOKEN, "", at(1)).open(query, body)


def test_a_sealed_push_cannot_be_bent() -> None:
    push = Push(APPID, TOKEN, AES_KEY, VECTOR)
    for sealed in ("", "x", "AAAA", "é", SEALED[:-8], seal("nonsense", APPID, AES_KEY)):
        query = signed(VECTOR)
        query["msg_signature"] = signature_of(TOKEN, query["timestamp"], query["nonce"], sealed)
        with pytest.raises(PushRefused):
            push.open(query, json.dumps({"Encrypt": sealed}).encode())
    for odd in (None, 5, [SEALED], {"a": SEALED}):
        with pytest.raises(PushRefused):
            push.open(SECURE_QUERY, json.dumps({"Encrypt": odd}).encode())


def test_in_compatibility_mode_the_open_half_is_not_believed() -> None:
    body = {"Encrypt": SEALED, "Event": "subscribe_msg_popup_event", "CreateTime": 1}
    (event,) = Push(APPID, TOKEN, AES_KEY, VECTOR).open(SECURE_QUERY, json.dumps(body).encode())
    assert event.event == "debug_demo"


async def test_a_sealed_reply(wechat: Wechat, emulator: Emulator, clock: HandClock) -> None:
    reply = json.loads(wechat.push_reply('{"a":"好"}', nonce="7"))
    target = emulator.pusher.target
    assert unseal(reply["Encrypt"], target.aes_key) == ('{"a":"好"}', wechat.appid)
    stamp = str(int(clock().timestamp()))
    assert reply["MsgSignature"] == sign(target.token, stamp, "7", reply["Encrypt"])
