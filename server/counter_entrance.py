"""The counter's entrance: signing in with a one-time code, signing out, taking up an account."""

import io
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import msgspec
import qrcode
import qrcode.image.svg
from markupsafe import Markup
from sanic import HTTPResponse

from console.counter.book import CONSOLE
from console.counter.fields import Field, Filled, body_of, fields_of
from console.counter.landing import inside
from console.counter.screens import Fault
from console.counter.viewer import Way
from console.templates import page as rendered
from handlers.people.entrance import InvitationAcceptance, StaffLogin
from handlers.route import TABLE, Operation
from rules.refusals.asking import NotLoggedIn
from rules.refusals.base import Refusal
from server import app as application
from server import bodies, door
from server import counter_sessions as sessions
from server.counter_forms import Sent, read_form

if TYPE_CHECKING:
    from server.counter import Visit

SIGN_IN = f"{CONSOLE}/sign-in"
ACCEPT = f"{CONSOLE}/accept"
AUTOCOMPLETE = {
    "username": "username",
    "password": "current-password",
    "totp": "one-time-code",
    "token": "off",
}


def row(name: str) -> Operation:
    """The row of that name."""
    return next(op for op in TABLE if op.name == name)


class Entrance:
    """What may be asked for without being signed in, and going out."""

    def __init__(self, visit: "Visit") -> None:
        self.visit = visit

    @property
    def doors(self) -> dict[str, Callable[[], Awaitable[HTTPResponse]]]:
        """The addresses below the console's."""
        return {"/sign-in": self.sign_in, "/sign-out": self.sign_out, "/accept": self.accept}

    async def sign_in(self) -> HTTPResponse:
        """The form, or what came of it: a session of its own, whatever the browser had before."""
        visit = self.visit
        if not visit.posts:
            return self.sign_in_page(next_url=visit.request.args.get("next") or "")
        op = row("log_in_staff")
        sent = await self._received(op)
        try:
            reply = await self._write(op, StaffLogin, sent)
        except Refusal as refusal:
            fault = self._noted(op, refusal)
            return self.sign_in_page(fault, fault.status, sent)
        visit.note(op, reply.status, reply.body)
        await self._end_session()
        response = visit.redirect(inside(sent.text("_next")))
        sessions.give(response, visit.deps.settings, msgspec.json.decode(reply.body)["token"])
        return response

    def sign_in_page(
        self,
        fault: Fault | None = None,
        status: int = 200,
        sent: Sent | None = None,
        next_url: str = "",
    ) -> HTTPResponse:
        """The form to sign in, without what must not be shown again."""
        body = {"username": sent.text("username")} if sent else {}
        fields = [
            one
            for one in fields_of(StaffLogin, Filled(body, fault.at if fault else {}))
            if one.name != "device"
        ]
        other = Way("用邀请码启用账号", ACCEPT)
        wanted = sent.text("_next") if sent else next_url
        return self._page("登录工作台", SIGN_IN, fields, "登录", fault, status, wanted, other)

    async def accept(self) -> HTTPResponse:
        """The form for an invitation, or the secret of its account as a QR code, once."""
        visit = self.visit
        if not visit.posts:
            return self._accept_page(None, 200)
        op = row("accept_invitation")
        sent = await self._received(op)
        try:
            reply = await self._write(op, InvitationAcceptance, sent)
        except Refusal as refusal:
            fault = self._noted(op, refusal)
            return self._accept_page(fault, fault.status)
        told = msgspec.json.decode(reply.body)
        visit.note(op, reply.status, reply.body)
        text = rendered(
            "counter/enrolled.html",
            viewer=None,
            ways=[],
            crumbs=(),
            notice="",
            fault=None,
            heading="设置动态口令",
            username=told["username"],
            secret=told["totp_secret"],
            qr=qr(told["totp_uri"]),
        )
        return visit.page(text)

    def _accept_page(self, fault: Fault | None, status: int) -> HTTPResponse:
        filled = Filled({}, fault.at if fault else {})
        fields = list(fields_of(InvitationAcceptance, filled))
        other = Way("已有账号，去登录", SIGN_IN)
        return self._page("启用工作账号", ACCEPT, fields, "启用", fault, status, "", other)

    async def sign_out(self) -> HTTPResponse:
        """The session is over and the cookie gone, if a form of that session asked for it."""
        visit = self.visit
        if not visit.posts:
            return visit.redirect(CONSOLE)
        sessions.refuse_strange(visit.request, visit.deps.settings)
        op = row("log_out")
        try:
            who = await visit.let_in(op)
            sent = await read_form(visit.request, who)
            secrets = visit.deps.world.secrets
            sessions.refuse_forged(sent.text("_token"), who.session_id, secrets)
            await door.shielded(visit.write(op, who, {}, uuid4().hex, b""))
        except NotLoggedIn:
            pass
        response = visit.redirect(SIGN_IN)
        sessions.take_away(response, visit.deps.settings)
        return response

    async def _received(self, op: Operation) -> Sent:
        """The form of somebody who is nobody yet, within the limits of the row."""
        visit = self.visit
        sessions.refuse_strange(visit.request, visit.deps.settings)
        visit.who = await application.let_in(op, visit.request, visit.deps, None)
        limit = bodies.STRANGERS_LIMIT
        await bodies.receive(visit.request, visit.who, limit, limit)
        return await read_form(visit.request, visit.who)

    async def _write(self, op: Operation, struct: Any, sent: Sent) -> door.Reply:
        raw = msgspec.json.encode(body_of(struct, sent.typed))
        body = self.visit.request.ctx.body = bodies.read_json(raw, struct)
        key = uuid4().hex
        doing = self.visit.write(op, self.visit.who, {"body": body}, key, raw)
        return await door.shielded(doing)

    async def _end_session(self) -> None:
        """The session that the browser had before is over."""
        visit = self.visit
        try:
            who = await visit.let_in(row("log_out"))
            await door.shielded(visit.write(row("log_out"), who, {}, uuid4().hex, b""))
        except Refusal:
            return

    def _noted(self, op: Operation, refusal: Refusal) -> Fault:
        visit = self.visit
        fault = visit.fault(refusal)
        visit.request.ctx.noted = refusal.noted
        visit.note(op, fault.status, msgspec.json.encode({"code": refusal.code()}))
        return fault

    def _page(
        self,
        heading: str,
        action: str,
        fields: Sequence[Field],
        press: str,
        fault: Fault | None,
        status: int,
        wanted: str,
        other: Way,
    ) -> HTTPResponse:
        secret = ("token", "password", "totp")
        shown = [replace(one, value="") if one.name in secret else one for one in fields]
        text = rendered(
            "counter/sign_in.html",
            viewer=None,
            ways=[],
            crumbs=(),
            notice="",
            heading=heading,
            action=action,
            fields=shown,
            press=press,
            fault=fault,
            faulty=[one for one in shown if one.faults],
            others=fault.at_no_field(shown) if fault else [],
            key="",
            next=wanted,
            other=other,
            auto=AUTOCOMPLETE,
        )
        return self.visit.page(text, status)


def qr(text: str) -> Markup:
    """A text as the picture of a QR code, which needs no address of its own."""
    drawn = io.BytesIO()
    qrcode.make(text, image_factory=qrcode.image.svg.SvgPathImage, border=2).save(drawn)
    svg = drawn.getvalue().decode()
    return Markup(svg[svg.index("<svg") :])
