"""The counter's forms: shown, sent, shown again with what was typed, done once."""

from collections.abc import Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_type_hints
from uuid import uuid4

import msgspec
import structlog
from sanic import HTTPResponse

from console.counter import screens
from console.counter.book import CONSOLE, answer_of, book, item_of
from console.counter.fields import CODE, MORE, Choice, body_of
from console.counter.landing import shown_at
from console.counter.picking import HOMES, asks_for_home, building_of, picks_for, readings_for
from console.counter.screens import Form
from console.counter.shown import Facts
from handlers.people.fresh_codes import ShownCode
from handlers.route import Operation, Upload
from rules.refusals.asking import Malformed, NotLoggedIn, WrongCredentials
from rules.refusals.base import Refusal
from server import app as application
from server import bodies, door
from server import counter_sessions as sessions
from server.counter_entrance import row
from server.counter_forms import Sent, read_form
from server.limits import UPLOADS

if TYPE_CHECKING:
    from server.counter import Visit

ALL = {"limit": "200", "count": "false"}
"""As many as a list gives at once, uncounted."""

MOST_HOMES = 2_000
"""Homes that one field offers; a building has fewer."""

log = structlog.get_logger("server")


@dataclass
class Writing:
    """The form of one visit."""

    visit: "Visit"

    async def empty(self) -> HTTPResponse:
        """The form before anything was typed but what the address says."""
        given = self.visit.given()
        return await self._form(Form(uuid4().hex, given, given))

    async def _form(self, form: Form) -> HTTPResponse:
        status = form.fault.status if form.fault else 200
        picks = {}
        for name, reading in readings_for(self.visit.here).items():
            try:
                answer = await self.visit.ask(reading.operation, self._reading(reading.operation))
            except Refusal:
                continue
            picks[name] = picks_for(answer, reading, self.visit.here)
        if asks_for_home(self.visit.here):
            with suppress(Refusal):
                picks[HOMES] = await self._homes()
        about = await self._about()
        shown = replace(form, picks=picks, stale=not self.visit.who.fresh, about=about)
        return self.visit.page(screens.form_page(self.visit.here, shown), status)

    async def _about(self) -> Facts | None:
        """What is written about, beside the form: the record that led here, for who may read it."""
        here = self.visit.here
        page = book().pages.get(book().parent(here.page))
        if page is None or page.op is None or not page.parts or item_of(page.op) is not None:
            return None
        args = {part: here.args[part] for part in page.parts if part in here.args}
        if len(args) < len(page.parts) or not page.op.who & here.viewer.roles:
            return None
        try:
            answer = await self.visit.ask(page.op.name, args | self.visit.query(page.op, {}))
        except Refusal:
            return None
        at = replace(here, page=page, args=args)
        return replace(screens.told_of(answer, at), title=screens.heading_of(page, answer))

    async def _homes(self) -> list[Choice]:
        """The homes to pick from: those of the building that the case is about."""
        ask, query, args = self.visit.ask, self.visit.query, self.visit.here.args
        case_id = args.get("case_id")
        if case_id is None:
            case_id = (await ask("get_vote", {"vote_id": args["vote_id"]})).case_id
        case = await ask("get_case", {"case_id": case_id})
        wanted = query(row("list_communities"), {"q": case.community, **ALL})
        found: list[Choice] = []
        for community in (await ask("list_communities", wanted)).items:
            if community.name != case.community:
                continue
            within = query(row("list_buildings"), ALL)
            listed = await ask("list_buildings", {"community_id": community.id, **within})
            building, after = building_of(case.scope_name, listed.items), ""
            while building is not None:
                rooms = query(row("list_homes"), {**ALL, "after": after})
                listed = await ask("list_homes", {"building_id": building.id, **rooms})
                found += [Choice(str(one.id), f"{one.unit} {one.room}") for one in listed.items]
                after = listed.next
                if not after or len(found) >= MOST_HOMES:
                    break
        return found

    def _reading(self, name: str) -> dict[str, Any]:
        op = book().by_name[name].op
        assert op is not None
        args = {part: self.visit.here.args[part] for part in op.parts}
        limit = ALL if item_of(op) is not None else {}
        return args | self.visit.query(op, limit)

    async def posted(self) -> HTTPResponse:
        """What the form did; the form again when that was refused."""
        sent = await read_form(self.visit.request, self.visit.who)
        sessions.refuse_forged(
            sent.text("_token"), self.visit.who.session_id, self.visit.deps.world.secrets
        )
        async with UPLOADS.turn(self.visit.who.key) if sent.files else nullcontext():
            return await door.shielded(self._done(sent))

    async def _done(self, sent: Sent) -> HTTPResponse:
        op = self.visit.here.page.op
        assert op is not None
        struct = bodies.body_type(op)
        key = sent.text("_key")[:100] or uuid4().hex
        body: dict[str, Any] = {}
        query = {name: texts[0] for name, texts in sent.typed.items() if texts and texts[0]}
        if struct is not None and struct is not Upload:
            body = body_of(struct, sent.typed)
        if sent.text(MORE):
            return await self._form(Form(key, body, query, sent.text(MORE)))
        try:
            if op.fresh:
                await self._show_code(sent.text(CODE))
            await self.visit.let_write(op)
            if struct is not None and struct is not Upload:
                await self._store(op, struct, body, sent, key)
            reply = await self._write(op, struct, body, query, sent, key)
        except NotLoggedIn:
            raise
        except Refusal as refusal:
            fault = self.visit.fault(refusal)
            self.visit.note(op, fault.status, msgspec.json.encode({"code": refusal.code()}))
            # The same key with other words in it would be another request.
            return await self._form(Form(uuid4().hex, body, query, fault=fault))
        self.visit.note(op, reply.status, reply.body)
        log.info(
            "request", request_id=self.visit.request_id, operation=op.name, status=reply.status
        )
        return self._after(op, reply)

    async def _show_code(self, code: str) -> None:
        """The one-time code typed into the form counts for this session. Raises what refuses it."""
        if not code:
            return
        show = row("show_one_time_code")
        await self.visit.let_write(show)
        raw = msgspec.json.encode({"totp": code.strip()})
        try:
            args = {"body": bodies.read_json(raw, ShownCode)}
            await self.visit.write(show, self.visit.who, args, uuid4().hex, raw)
        except (WrongCredentials, Malformed) as refusal:
            self.visit.note(show, refusal.status, msgspec.json.encode({"code": refusal.code()}))
            told = [{"pointer": f"/{CODE}", "detail": "不正确、已用过或已过期，请输入下一个"}]
            raise WrongCredentials(errors=told) from refusal

    async def _write(
        self,
        op: Operation,
        struct: Any,
        body: dict[str, Any],
        query: Mapping[str, str],
        sent: Sent,
        key: str,
    ) -> door.Reply:
        """The operation, done once for this form however often it is sent."""
        args, raw = dict(self.visit.here.args), b""
        asked = bodies.query_type(op)
        if asked is not None:
            mine = {name: query[name] for name in asked.__struct_fields__ if name in query}
            args |= self.visit.query(op, mine)
        if struct is Upload:
            files = sent.files.get("file", ())
            if not files:
                raise Malformed(errors=[{"pointer": "/file", "detail": "请选择文件"}])
            args["body"], raw = files[0], files[0].content
        elif struct is not None:
            raw = msgspec.json.encode(body)
            self.visit.request.ctx.body = args["body"] = bodies.read_json(raw, struct)
        return await self.visit.write(op, self.visit.who, args, key, raw)

    async def _store(
        self, op: Operation, struct: Any, body: dict[str, Any], sent: Sent, key: str
    ) -> None:
        """The files that came with the form are kept, and their ids stand in the body."""
        keep = book().by_name["upload_file"].op
        assert keep is not None
        hints = get_type_hints(struct)
        for name, files in sent.files.items():
            if name not in hints:
                continue
            for number, file in enumerate(files):
                try:
                    args = {"body": file}
                    stored = await self.visit.write(
                        keep, self.visit.who, args, f"{key}-{name}-{number}", file.content
                    )
                except Refusal as refusal:
                    told = refusal.detail or refusal.title()
                    raise Malformed(errors=[{"pointer": f"/{name}", "detail": told}]) from refusal
                found = msgspec.json.decode(stored.body)["id"]
                if name.endswith("ids"):
                    body[name] = [*body.get(name, []), found]
                else:
                    body[name] = found

    def _after(self, op: Operation, reply: door.Reply) -> HTTPResponse:
        """On to the page of what was written; a page of its own for what no other page shows."""
        if reply.media_type != "application/json" and reply.body:
            headers = application.headers_of(reply)
            return HTTPResponse(reply.body, reply.status, headers, reply.media_type)
        url, here = "", self.visit.here
        if reply.body:
            answer = msgspec.json.decode(reply.body, type=answer_of(op))
            url = shown_at(here, answer)
            if not url:
                return self.visit.page(screens.result_page(here, answer))
        response = self.visit.redirect(url or shown_at(here, None) or f"{CONSOLE}/all")
        sessions.tell(response, self.visit.deps.settings, op.name)
        return response
