"""The port that plays api.weixin.qq.com."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from sanic import HTTPResponse, Request, Sanic

from sandbox.wechat import content, faces, login, messages
from sandbox.wechat.calls import JSON_TYPE, Answer, Call, Fail, refusal
from sandbox.wechat.faults import Fault
from sandbox.wechat.push import Pusher
from sandbox.wechat.world import World

Endpoint = Callable[[World, Call], Answer]
TOKENLESS = ("/sns/jscode2session", "/cgi-bin/token", "/cgi-bin/stable_token")
BODY_BYTES_MAX = 1_000_000


def build(name: str, world: World, pusher: Pusher) -> Sanic[Any, Any]:
    """The app; every address goes through the same faults, quotas and journal."""
    app: Sanic[Any, Any] = Sanic(name, configure_logging=False)
    app.config.ACCESS_LOG = False
    # Sanic rewrites its own methods per app at start, which a second app in the process breaks.
    app.config.TOUCHUP = False
    app.config.REQUEST_MAX_SIZE = BODY_BYTES_MAX
    endpoints: dict[str, Endpoint] = {
        "/sns/jscode2session": login.jscode2session,
        "/cgi-bin/token": login.token,
        "/cgi-bin/stable_token": login.stable_token,
        "/wxa/business/getuserphonenumber": login.getuserphonenumber,
        "/cityservice/face/identify/getverifyid": faces.getverifyid,
        "/cityservice/face/identify/queryverifyinfo": faces.queryverifyinfo,
        "/cgi-bin/message/subscribe/send": lambda w, c: messages.send(w, pusher, c),
        "/wxa/getwxacodeunlimit": content.getwxacodeunlimit,
        "/wxa/msg_sec_check": content.msg_sec_check,
        "/wxa/media_check_async": lambda w, c: content.media_check_async(w, pusher, c),
    }

    async def serve(request: Request, path: str) -> HTTPResponse:
        call = Call(
            method=request.method,
            path="/" + path,
            query={key: request.args.get(key, "") for key in request.args},
            raw=request.body,
            content_type=request.content_type or "",
            at=world.now(),
        )
        entry = world.journal.open(call)
        fault = world.faults.take(call.path)
        entry["fault"] = fault.kind if fault else None
        answer = None
        try:
            answer = await _answer(world, endpoints, call, fault)
        finally:
            world.journal.close(entry, answer)
        if answer is None:
            # The line is cut without a word.
            request.transport.abort()  # type: ignore[attr-defined]
            return HTTPResponse(status=500)
        return HTTPResponse(answer.body, answer.status, content_type=answer.content_type)

    app.add_route(serve, "/<path:path>", methods=["GET", "POST"], error_format="json")
    return app


async def _answer(
    world: World, endpoints: dict[str, Endpoint], call: Call, fault: Fault | None
) -> Answer | None:
    """The answer, spoilt as ordered; None to cut the line."""
    work = partial(_work, world, endpoints, call)
    if fault is None:
        return work()
    if fault.kind == "delay":
        await asyncio.sleep(fault.value)
        return work()
    if fault.kind == "content_type":
        answer = work()
        image = answer.content_type.startswith("image/")
        answer.content_type = JSON_TYPE if image else "text/html; charset=gbk"
        return answer
    if fault.after:
        work()
    if fault.kind == "errcode":
        return refusal(int(fault.value), call.at)
    if fault.kind == "http":
        return Answer(b"<html>error</html>", "text/html", int(fault.value))
    if fault.kind == "garbage":
        return Answer(world.faults.garbage())
    if fault.kind == "stall":
        await world.faults.stall()
    return None


def _work(world: World, endpoints: dict[str, Endpoint], call: Call) -> Answer:
    """What the address does when nothing goes wrong."""
    endpoint = endpoints.get(call.path)
    if endpoint is None:
        return Answer(b"404 page not found", "text/plain", 404)
    try:
        world.count(call.path)
        if call.path not in TOKENLESS:
            world.tokens.check(call.parameters("access_token").get("access_token"), world.now())
        return endpoint(world, call)
    except Fail as fail:
        return refusal(fail.errcode, call.at, fail.detail)
