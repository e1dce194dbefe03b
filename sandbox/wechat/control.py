"""The control port: what a tester may do to the emulated WeChat. JSON in, JSON out.

    POST   /codes         {"openid", "phone"?, "unionid"?}       -> {"code", "phone_code"?}
    POST   /phone_codes   {"openid", "phone"}                    -> {"code"}
    POST   /faces         {"verify_id", "openid", "verify_ret"?}  a face was shown; 10000: the right
    POST   /visits        {"openid"}                             opens the 2-hour window
    POST   /consents      {"openid", "template_ids", "status"?, "scene"?}  accept or reject; pushed
    DELETE /consents      {"openid", "template_ids"}             switched off in settings; pushed
    GET    /consents      ?openid=                               -> what is left per template
    GET    /messages      ?openid=                               -> messages that people received
    POST   /templates     {"templates": [{"template_id", "title", "fields", "long_term"}]}
    GET    /templates
    POST   /faults        {"path", "fault", "times"}             times null = until cleared
    GET    /faults        DELETE /faults ?path=
    POST   /tokens/kill                                          every token out there is dead
    POST   /clock         {"now"} or {"offset_seconds"} or {"advance_seconds"};  GET /clock
    POST   /push          {"url", "token", "aes_key", "mode", "form", "verify"?}
    POST   /push/plan     {"delay_seconds", "duplicates", "lose", "retries", "retry_seconds", ...}
    GET    /push          ?wait=1                                -> what became of each event
    POST   /events        {"event", "openid", "members"}         any event, pushed
    POST   /media_results {"trace_id", "suggest", "errcode"?}    verdict on a picture, pushed
    POST   /settings      {"keywords", "pages", "limits", "media_results", "gives_msgid"}
    GET    /journal       ?path=&since=                          -> {"entries", "last"}
    DELETE /journal       GET /health

Each is also there under /control. Wrong orders get a 400 with `error`.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import json

from sandbox.wechat import content, faces, messages
from sandbox.wechat.faults import Fault
from sandbox.wechat.push import Plan, Pusher, Target
from sandbox.wechat.world import Code, Template, World

Order = Callable[[dict[str, Any]], Awaitable[dict[str, Any] | None]]
MEDIA_RESULTS = ("pass", "review", "risky", "hold")


class Control:
    """One method per operation; `order` is the body, or the query of GET and DELETE."""

    def __init__(self, world: World, pusher: Pusher) -> None:
        self.world = world
        self.pusher = pusher

    async def make_code(self, order: dict[str, Any]) -> dict[str, Any]:
        openid, at = str(order["openid"]), self.world.now()
        code = Code(openid, at, unionid=str(order.get("unionid") or ""))
        answer = {"code": self.world.new_code(self.world.login_codes, code)}
        if order.get("phone"):
            phone = Code(openid, at, phone=str(order["phone"]))
            answer["phone_code"] = self.world.new_code(self.world.phone_codes, phone)
        return answer

    async def make_phone_code(self, order: dict[str, Any]) -> dict[str, Any]:
        code = Code(str(order["openid"]), self.world.now(), phone=str(order["phone"]))
        self.world.visit(code.openid)
        return {"code": self.world.new_code(self.world.phone_codes, code)}

    async def show_face(self, order: dict[str, Any]) -> dict[str, Any]:
        openid, ret = str(order["openid"]), int(order.get("verify_ret", faces.PASSED))
        return {"verify_ret": faces.shown(self.world, str(order["verify_id"]), openid, ret)}

    async def visit(self, order: dict[str, Any]) -> None:
        self.world.visit(str(order["openid"]))

    async def consent(self, order: dict[str, Any]) -> None:
        openid, scene = str(order["openid"]), str(order.get("scene", "0"))
        status = str(order.get("status", "accept"))
        ids = [str(i) for i in order["template_ids"]]
        messages.ask_consent(self.world, self.pusher, openid, ids, status, scene)

    async def withdraw(self, order: dict[str, Any]) -> None:
        ids = [str(i) for i in order["template_ids"]]
        messages.withdraw_consent(self.world, self.pusher, str(order["openid"]), ids)

    async def consents(self, order: dict[str, Any]) -> dict[str, Any]:
        wanted = order["openid"]
        return {
            template_id: asdict(consent)
            for (openid, template_id), consent in self.world.consents.items()
            if openid == wanted
        }

    async def messages(self, order: dict[str, Any]) -> dict[str, Any]:
        wanted = order.get("openid")
        found = [m for m in self.world.messages if wanted in (None, m["openid"])]
        return {"messages": found}

    async def add_templates(self, order: dict[str, Any]) -> None:
        for given in order["templates"]:
            template = Template(
                template_id=str(given["template_id"]),
                title=str(given.get("title", "")),
                fields={str(k): str(v) for k, v in given["fields"].items()},
                long_term=bool(given.get("long_term", False)),
            )
            self.world.templates[template.template_id] = template

    async def templates(self, order: dict[str, Any]) -> dict[str, Any]:
        return {"templates": [asdict(t) for t in self.world.templates.values()]}

    async def add_fault(self, order: dict[str, Any]) -> None:
        path = str(order["path"])
        fault = Fault.parse(path, str(order["fault"]), order.get("times", 1))
        self.world.faults.add(fault)

    async def faults(self, order: dict[str, Any]) -> dict[str, Any]:
        return {"faults": self.world.faults.shown()}

    async def clear_faults(self, order: dict[str, Any]) -> None:
        self.world.faults.clear(order.get("path"))

    async def kill_tokens(self, order: dict[str, Any]) -> None:
        self.world.tokens.kill_all()

    async def set_clock(self, order: dict[str, Any]) -> dict[str, Any]:
        clock = self.world.clock
        if "now" in order:
            now = datetime.fromisoformat(order["now"])
            if now.tzinfo is None:
                raise ValueError("now needs a zone")
            clock.set(now)
        elif "offset_seconds" in order:
            clock.offset = timedelta(seconds=float(order["offset_seconds"]))
        else:
            clock.offset += timedelta(seconds=float(order["advance_seconds"]))
        return await self.clock(order)

    async def clock(self, order: dict[str, Any]) -> dict[str, Any]:
        return {"now": self.world.now().isoformat()}

    async def set_push(self, order: dict[str, Any]) -> dict[str, Any]:
        verify = order.pop("verify", False)
        target = Target(**(asdict(self.pusher.target) | order))
        if target.mode not in ("plain", "compat", "secure") or target.form not in ("json", "xml"):
            raise ValueError("mode: plain, compat or secure; form: json or xml")
        self.pusher.target = target
        return {"verified": await self.pusher.check_address() if verify else None}

    async def plan_push(self, order: dict[str, Any]) -> None:
        unknown = set(order) - {f.name for f in fields(Plan)}
        if unknown:
            raise ValueError(f"unknown: {sorted(unknown)}")
        self.pusher.plan = Plan(**(asdict(self.pusher.plan) | order))

    async def deliveries(self, order: dict[str, Any]) -> dict[str, Any]:
        if order.get("wait"):
            await self.pusher.idle()
        return {"deliveries": list(self.pusher.deliveries)}

    async def emit(self, order: dict[str, Any]) -> None:
        members = dict(order.get("members") or {})
        self.pusher.emit(str(order["event"]), str(order["openid"]), members)

    async def media_result(self, order: dict[str, Any]) -> None:
        trace_id, suggest = str(order["trace_id"]), str(order.get("suggest", "pass"))
        errcode = int(order.get("errcode", 0))
        content.tell_media_result(self.world, self.pusher, trace_id, suggest, errcode)

    async def settings(self, order: dict[str, Any]) -> None:
        world = self.world
        if "keywords" in order:
            given = order["keywords"]
            world.keywords = {k: [str(w) for w in given.get(k, [])] for k in ("risky", "review")}
        if "pages" in order:
            world.pages = None if order["pages"] is None else {str(p) for p in order["pages"]}
        if "limits" in order:
            for path, limit in order["limits"].items():
                world.limits[path] = (limit.get("per_minute"), limit.get("per_day"))
        if "media_results" in order:
            if order["media_results"] not in MEDIA_RESULTS:
                raise ValueError(f"media_results: one of {MEDIA_RESULTS}")
            world.media_results = order["media_results"]
        world.gives_msgid = bool(order.get("gives_msgid", world.gives_msgid))

    async def journal(self, order: dict[str, Any]) -> dict[str, Any]:
        entries = self.world.journal.read(order.get("path"), int(order.get("since", 0)))
        return {"entries": entries, "last": self.world.journal.last}

    async def clear_journal(self, order: dict[str, Any]) -> None:
        self.world.journal.clear()

    async def health(self, order: dict[str, Any]) -> None:
        """Answers when the emulator is up."""

    def table(self) -> list[tuple[str, str, Order]]:
        """Method, path and operation."""
        return [
            ("POST", "/codes", self.make_code),
            ("POST", "/phone_codes", self.make_phone_code),
            ("POST", "/faces", self.show_face),
            ("POST", "/visits", self.visit),
            ("POST", "/consents", self.consent),
            ("DELETE", "/consents", self.withdraw),
            ("GET", "/consents", self.consents),
            ("GET", "/messages", self.messages),
            ("POST", "/templates", self.add_templates),
            ("GET", "/templates", self.templates),
            ("POST", "/faults", self.add_fault),
            ("GET", "/faults", self.faults),
            ("DELETE", "/faults", self.clear_faults),
            ("POST", "/tokens/kill", self.kill_tokens),
            ("POST", "/clock", self.set_clock),
            ("GET", "/clock", self.clock),
            ("POST", "/push", self.set_push),
            ("POST", "/push/plan", self.plan_push),
            ("GET", "/push", self.deliveries),
            ("POST", "/events", self.emit),
            ("POST", "/media_results", self.media_result),
            ("POST", "/settings", self.settings),
            ("GET", "/journal", self.journal),
            ("DELETE", "/journal", self.clear_journal),
            ("GET", "/health", self.health),
        ]


def build(name: str, world: World, pusher: Pusher) -> Sanic[Any, Any]:
    """The control app."""
    app: Sanic[Any, Any] = Sanic(name, configure_logging=False)
    app.config.ACCESS_LOG = False
    # Sanic rewrites its own methods per app at start, which a second app in the process breaks.
    app.config.TOUCHUP = False
    for method, path, operation in Control(world, pusher).table():
        handler = _handler(operation)
        for prefix in ("", "/control"):
            name_of_route = f"{method}{prefix}{path}".replace("/", "_")
            app.add_route(
                handler,
                prefix + path,
                methods=[method],
                name=name_of_route,
                error_format="json",
            )
    return app


def _handler(operation: Order) -> Callable[[Request], Coroutine[Any, Any, HTTPResponse]]:
    async def handle(request: Request) -> HTTPResponse:
        try:
            order = {key: request.args.get(key) for key in request.args}
            if request.body:
                order |= request.json
            return json(await operation(order) or {}, ensure_ascii=False)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            return json({"error": f"{type(error).__name__}: {error}"}, status=400)

    return handle
