"""The counter: pages for staff over the same operations, through the same door.

A page is found in `console.counter.book`; who may see it, what it takes and what it does are the
row's own. A form that was refused is shown again with what was typed, at the refusal's status.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import structlog
from sanic import HTTPResponse, Request, Sanic

from console.counter import screens
from console.counter.book import CONSOLE, DO, Page, book, item_of
from console.counter.screens import Fault
from console.counter.viewer import Looking, Viewer
from handlers.route import NOBODY, TABLE, Operation, Principal
from papers.blob import Blob
from rules.days import beijing_date
from rules.people import CENTRE_STAFF, STAFF
from rules.refusals.asking import (
    FreshCodeNeeded,
    NotAllowed,
    NotFound,
    NotLoggedIn,
    Unexpected,
)
from rules.refusals.base import Refusal
from server import app as application
from server import bodies, door, problems
from server import counter_sessions as sessions
from server.app import Deps
from server.counter_entrance import Entrance
from server.counter_writes import Writing

HTML = "text/html; charset=utf-8"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
FORM_LIMIT = 1024 * 1024

ME = next(op for op in TABLE if op.name == "get_staff_me")
"""What everybody may ask who is signed in."""

log = structlog.get_logger("server")

App = Sanic[Any, Any]


def install(app: App, deps: Deps) -> None:
    """Give the application the pages of the counter."""

    async def counter(request: Request, rest: str = "") -> HTTPResponse | None:
        answer = await Visit.of(request, deps, rest).answered()
        if isinstance(answer, application.Streamed):
            await answer.send_to(request, "counter")
            return None
        return answer

    for path, name in ((CONSOLE, "counter"), (f"{CONSOLE}/<rest:path>", "counter_page")):
        methods = ["GET", "HEAD", "POST"]
        app.add_route(counter, path, methods=methods, name=name, error_format="json", stream=True)


@dataclass
class Visit:
    """One request to the counter."""

    request: Request
    deps: Deps
    path: str
    at: datetime
    request_id: str
    looking: Looking | None = None
    who: Principal = NOBODY
    answers: dict[tuple[str, str], Any] = field(default_factory=dict)

    @classmethod
    def of(cls, request: Request, deps: Deps, rest: str) -> "Visit":
        """The visit as it arrives."""
        path = f"/{rest}".rstrip("/")
        return cls(request, deps, path, door.now(), uuid4().hex)

    @property
    def posts(self) -> bool:
        """Whether a form was sent."""
        return self.request.method == "POST"

    async def answered(self) -> HTTPResponse:
        """The page, whatever happens on the way to it."""
        try:
            response = await self._answered()
        except NotLoggedIn as refusal:
            response = self._to_sign_in(refusal)
        except Refusal as refusal:
            response = self.refused(refusal)
        except Exception as error:
            log.error("unexpected", request_id=self.request_id, operation="counter", exc_info=error)
            response = self.refused(Unexpected())
        response.headers["X-Request-Id"] = self.request_id
        return response

    async def _answered(self) -> HTTPResponse:
        entrance = Entrance(self)
        if self.path in entrance.doors:
            return await entrance.doors[self.path]()
        if self.posts:
            sessions.refuse_strange(self.request, self.deps.settings)
        found = self._found()
        if found is None:
            raise NotFound()
        page, named = found
        # A form is read before its write is asked for: it may bring the code that this needs.
        op = page.op if page.op is not None and not page.form else ME
        try:
            self.who = await self.let_in(op)
        except (NotAllowed, FreshCodeNeeded) as refusal:
            # Whoever is signed in is told so on a page of theirs.
            self.who = await self.let_in(ME)
            if isinstance(refusal, FreshCodeNeeded):
                self.looking = await self._looking(Page(""), {})
                raise
        if not self.path and not self.who.roles & CENTRE_STAFF:
            # Whom nothing waits for at the Centre begins with all there is.
            page = Page("")
        self.looking = await self._looking(Page(""), {})
        if page.path and (not book().may(page, self.who.roles) or (self.posts and not page.form)):
            raise NotAllowed()
        if page.form and page.op is not None and not page.op.who & self.who.roles:
            raise NotAllowed()
        args = application.path_args(named, types_of(page))
        self.looking = replace(self.looking, page=book().seen(page, self.who.roles), args=args)
        if page.form:
            writing = Writing(self)
            return await (writing.posted() if self.posts else writing.empty())
        if self.posts:
            raise NotFound()
        return await self._read()

    def _found(self) -> tuple[Page, dict[str, str]] | None:
        if self.path in ("", "/all"):
            desk = book().pages["/desk"]
            return (desk if not self.path else Page("", None)), {}
        below = self.path.removeprefix(DO.removeprefix(CONSOLE))
        form = below != self.path
        return book().find(below, form)

    async def let_in(self, op: Operation) -> Principal:
        """Who is signed in, if the row lets them in; the body of what they sent is here then.

        Raises NotLoggedIn, NotAllowed, and what the limits refuse.
        """
        token = sessions.token_of(self.request, self.deps.settings)
        if token is None:
            raise NotLoggedIn()
        who = await application.let_in(op, self.request, self.deps, token)
        if who.kind != "account":
            raise NotLoggedIn()
        usual = self.deps.settings.body_limit
        await bodies.receive(self.request, who, usual if self.posts else 0, usual)
        return who

    async def let_write(self, op: Operation) -> None:
        """Whoever sent the form is let in by the row of its write. Raises what that refuses."""
        token = sessions.token_of(self.request, self.deps.settings)
        self.who = await application.let_in(op, self.request, self.deps, token)

    async def _looking(self, page: Page, args: Mapping[str, Any]) -> Looking:
        me = await self.ask("get_staff_me", {})
        token = sessions.form_token(self.who.session_id, self.deps.world.secrets)
        viewer = Viewer(me.name, self.who.roles & STAFF, token)
        return Looking(viewer, page, args, beijing_date(self.at))

    async def ask(self, name: str, args: Mapping[str, Any]) -> Any:
        """The answer of a read by its name, asked once however often a page needs it."""
        op = book().by_name[name]
        if not op.op or not op.op.who & self.who.roles:
            raise NotAllowed()
        key = (name, repr(sorted(args.items(), key=str)))
        if key not in self.answers:
            self.answers[key] = await self.read(op.op, args)
        return self.answers[key]

    async def read(self, op: Operation, args: Mapping[str, Any]) -> Any:
        """The answer of a read."""
        world = self.deps.world
        return await door.read(op, self.who, self.at, world, self.request_id, args)

    @property
    def here(self) -> Looking:
        """Where the viewer is."""
        assert self.looking is not None
        return self.looking

    def _notice(self) -> str:
        return screens.done_words(self.request.cookies.get(sessions.NOTICE) or "")

    def fault(self, refusal: Refusal) -> Fault:
        """A refusal as a page shows it."""
        status, told = problems.problem(refusal, self.request_id, self.request.path)
        at: dict[str, list[str]] = {}
        for one in told.get("errors", ()):
            at.setdefault(str(one.get("pointer", "")), []).append(str(one.get("detail", "")))
        detail = str(told.get("detail", ""))
        return Fault(refusal.title(), detail, refusal.way_out(), status, at, self.request_id)

    def page(self, text: str, status: int = 200) -> HTTPResponse:
        """A page with the headers that pages have."""
        headers = application.SAFE_HEADERS | {
            "Content-Security-Policy": POLICY,
            # Forms say where they come from; nobody else hears of an address.
            "Referrer-Policy": "same-origin",
        }
        response = HTTPResponse(text, status, headers, HTML)
        if sessions.NOTICE in self.request.cookies:
            sessions.tell(response, self.deps.settings, "")
        return response

    def refused(self, refusal: Refusal) -> HTTPResponse:
        """A refusal as a page."""
        fault = self.fault(refusal)
        if self.looking is None:
            return application.refused(self.request, refusal, self.request_id)
        return self.page(screens.problem(self.looking, fault), fault.status)

    def _to_sign_in(self, refusal: Refusal) -> HTTPResponse:
        if self.posts:
            return Entrance(self).sign_in_page(self.fault(refusal), 401)
        # Where they wanted to go, but never further than the counter.
        path = self.request.path + (f"?{query}" if (query := self.request.query_string) else "")
        wanted = f"?next={quote(path)}" if self.path else ""
        return self.redirect(f"{CONSOLE}/sign-in{wanted}")

    def redirect(self, url: str) -> HTTPResponse:
        """On to another page of the counter."""
        headers = application.SAFE_HEADERS | {"Location": url}
        return HTTPResponse(None, 303, headers)

    # Reads

    async def _read(self) -> HTTPResponse:
        page, here = self.here.page, self.here
        given = self.given()
        if page.leads_on or page.op is None:
            if not page.path:
                return self.page(screens.index_page(here))
            return self.page(screens.hub_page(here, given, self._notice()))
        try:
            args = dict(here.args) | self.query(page.op, given)
            answer = await self.read(page.op, args)
        except NotFound:
            raise
        except Refusal as refusal:
            return await self._refused_read(given, self.fault(refusal))
        if isinstance(answer, Blob):
            return self._blob(page.op, answer)
        return self.page(await self._shown(answer, given))

    async def _refused_read(self, given: Mapping[str, str], fault: Fault) -> HTTPResponse:
        """The filters again, with what stands against them."""
        here = self.here
        assert here.page.op is not None
        if not screens.query_fields(here.page.op, given, fault) or fault.status not in (400, 422):
            return self.page(screens.problem(here, fault), fault.status)
        if item_of(here.page.op) is not None and here.page.path != "/desk":
            text = screens.list_page(here, None, given, fault=fault)
        elif here.page.path == "/desk":
            text = screens.problem(here, fault)
        else:
            text = screens.record_page(here, None, given, fault=fault)
        return self.page(text, fault.status)

    async def _shown(self, answer: Any, given: Mapping[str, str]) -> str:
        here, notice = self.here, self._notice()
        op = here.page.op
        assert op is not None
        if op.name == "list_desk":
            whose = "mine" if given.get("whose", "mine") == "mine" else "all"
            wanted = self.query(book().pages["/desk/counts"].op, {"whose": whose})
            counts = await self.ask("count_desk", wanted)
            return screens.desk_page(here, answer, counts, given, notice)
        if item_of(op) is not None:
            return screens.list_page(here, answer, given, notice)
        timeline = None
        if op.name == "get_case":
            steps = book().by_name["list_timeline"].op
            assert steps is not None
            if steps.who & self.who.roles:
                timeline = await self.read(steps, dict(here.args) | self.query(steps, {}))
        return screens.record_page(here, answer, given, timeline, notice)

    def given(self) -> dict[str, str]:
        """What the address asks for, without what was left open."""
        args = self.request.get_args(keep_blank_values=False)
        return {name: values[0] for name, values in args.items() if values and values[0].strip()}

    def query(self, op: Operation | None, given: Mapping[str, str]) -> dict[str, Any]:
        assert op is not None
        struct = bodies.query_type(op)
        if struct is None:
            return {}
        names = struct.__struct_fields__
        asked = dict(given)
        if "count" in names and item_of(op) is not None:
            asked.setdefault("count", "true")
        return {"query": bodies.query_of({name: [text] for name, text in asked.items()}, struct)}

    def _blob(self, op: Operation, answer: Blob) -> HTTPResponse:
        if not isinstance(answer.content, bytes):
            return application.Streamed(answer, answer.content)
        reply = door.reply_of(op, answer)
        return HTTPResponse(
            reply.body, reply.status, application.headers_of(reply), reply.media_type
        )

    # Writes

    async def write(
        self, op: Operation, who: Principal, args: Mapping[str, Any], key: str, raw: bytes
    ) -> door.Reply:
        """A write through the door."""
        told = ";".join(f"{name}={args[name]}" for name in op.parts)
        fingerprint = door.fingerprint_of(op, self.request.path, told, raw)
        reply = await door.write(
            op,
            who,
            self.at,
            self.deps.world,
            self.request_id,
            args,
            key if op.keyed else "",
            fingerprint,
        )
        await self.deps.cache.wake()
        return reply

    def note(self, op: Operation, status: int, body: bytes) -> None:
        """What the security log keeps of a write is on its way there. R12.7."""
        application.noted(op, self.request, (status, body), self.deps, self.request_id)


def types_of(page: Page) -> dict[str, Any]:
    """What the path of a page names, by the rows that it belongs to."""
    if page.op is not None:
        return bodies.path_types(page.op)
    below = [one for one in book().below[page.path] if one.op is not None]
    for one in below:
        assert one.op is not None
        types = bodies.path_types(one.op)
        if all(part in types for part in page.parts):
            return types
    deeper = [types_of(one) for one in book().below[page.path]]
    return next((types for types in deeper if types), {})
