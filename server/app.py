"""From the table of operations to a Sanic application."""

import time
from asyncio import WriteTransport
from collections.abc import AsyncIterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import quote, unquote
from uuid import uuid4

import msgspec
import structlog
from sanic import HTTPResponse, Request, Sanic
from sanic.exceptions import PayloadTooLarge, RequestTimeout, SanicException, ServiceUnavailable

from console import links
from console.problems import problem_page
from handlers.pools import FORMS
from handlers.route import NOBODY, Operation, Principal, Upload, World, tag_of
from handlers.security import wanted
from papers.blob import Blob
from rules.people import VISITORS, Role
from rules.refusals.asking import (
    FreshCodeNeeded,
    HomeNotBound,
    KeyMissing,
    Malformed,
    MethodNotAllowed,
    NotAllowed,
    NotFound,
    NotLoggedIn,
    TemporarilyUnavailable,
    TooManyAttempts,
    TooSlow,
    Unexpected,
)
from rules.refusals.base import Refusal
from server import auth, bodies, door, metrics, problems, security
from server.cache import Cache
from server.config import Settings
from server.limits import LATENESS, UPLOADS, Limits, address_of, origin
from server.operations import TABLE

READS = ("GET", "HEAD")
"""How a read is asked for: what HEAD answers is what GET would, without the body."""

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
SCRIPTED = (links.LOG,)
SCRIPTED_POLICY = f"{CONTENT_POLICY}; script-src 'self'; connect-src 'self'"
"""Of the pages at these paths, which compute in the reader's browser by a script of ours."""
SLOW_SECONDS = 1.0
"""Reads that succeed are counted, not logged, unless they took longer than this."""

log = structlog.get_logger("server")


App = Sanic[Any, Any]


@dataclass(frozen=True)
class Deps:
    """What the application is built from."""

    settings: Settings
    world: World
    cache: Cache


def build(deps: Deps, table: list[Operation] | None = None, name: str = "jishou") -> App:
    """An application serving every row of the table; the database is opened by the caller."""
    app: App = Sanic(name, configure_logging=False)
    app.config.REQUEST_MAX_SIZE = deps.settings.body_limit
    app.config.REQUEST_TIMEOUT = 20
    app.config.RESPONSE_TIMEOUT = 30
    app.config.KEEP_ALIVE_TIMEOUT = 75
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = 10
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.ACCESS_LOG = False
    for op in table if table is not None else TABLE:
        pattern = op.path.replace("{", "<").replace("}", ">")
        methods = READS if op.reads else (op.method,)
        app.add_route(
            _endpoint(op, deps),
            pattern,
            methods=methods,
            name=op.name,
            error_format="json",
            stream=True,
        )
    app.exception(Exception)(_unexpected)
    return app


def _endpoint(op: Operation, deps: Deps) -> Any:
    """The function Sanic calls for this row."""
    parts = bodies.path_types(op)
    body, query = bodies.body_type(op), bodies.query_type(op)

    async def work(
        request: Request, path: dict[str, str], request_id: str, who: Principal
    ) -> HTTPResponse:
        at = door.now()
        try:
            args = path_args(path, parts)
            if query is not None:
                args["query"] = bodies.read_query(request, query)
            async with UPLOADS.turn(who.key) if body is Upload else nullcontext():
                if body is not None:
                    args["body"] = await _sent(op, request, who, body)
                return await _answer(op, request, who, at, deps, request_id, args)
        except Exception as error:
            return _failed(op, request, error, deps, request_id)

    async def endpoint(request: Request, **path: str) -> HTTPResponse | None:
        started = time.perf_counter()
        request_id, late = uuid4().hex, False
        try:
            who = await _admitted(op, request, deps)
        except SanicException:
            raise
        except Exception as error:
            response = _failed(op, request, error, deps, request_id)
            late = isinstance(error, TooManyAttempts)
        else:
            # A read holds no transaction, so nothing is torn when the phone hangs up.
            doing = work(request, path, request_id, who)
            response = await (doing if op.reads else door.shielded(doing))
        response.headers["X-Request-Id"] = request_id
        noted(op, request, (response.status, response.body or b""), deps, request_id)
        if isinstance(response, Streamed):
            await response.send_to(request, op.name)
        seconds = time.perf_counter() - started
        metrics.request_answered(op.path, op.method, response.status, seconds)
        if not op.reads or response.status >= 400 or seconds > SLOW_SECONDS:
            asked = _told(request, deps) | _figures(response, seconds)
            log.info("request", request_id=request_id, operation=op.name, **asked)
        if late:
            await LATENESS.hold()
        return None if isinstance(response, Streamed) else response

    endpoint.__name__ = op.name
    return endpoint


def noted(
    op: Operation, request: Request, answer: tuple[int, bytes], deps: Deps, request_id: str
) -> None:
    """What the security log keeps of an answer is on its way there. R12.7."""
    who = getattr(request.ctx, "who", NOBODY)
    username = wanted(getattr(request.ctx, "body", None)) if op.name in security.LOGINS else ""
    address = address_of(request, deps.settings.trusted_proxies)
    told = getattr(request.ctx, "noted", "")
    security.note(op, who, address, request_id, answer, username, deps.world.secrets, told)


def _told(request: Request, deps: Deps) -> dict[str, Any]:
    """Who asked, and from what kind of place. R12.7."""
    place = origin(address_of(request, deps.settings.trusted_proxies))
    return {"actor": getattr(request.ctx, "who", NOBODY).key, "origin": place}


def _figures(response: HTTPResponse, seconds: float) -> dict[str, int]:
    return {"status": response.status, "ms": round(seconds * 1000)}


async def _admitted(op: Operation, request: Request, deps: Deps) -> Principal:
    """Who asks, before a byte of the body is read; then the body is here."""
    who = await let_in(op, request, deps, request.headers.get("authorization"))
    usual = deps.settings.body_limit
    await bodies.receive(request, who, bodies.limit_of(op, usual), usual)
    return who


async def _sent(op: Operation, request: Request, who: Principal, body: type[Any]) -> Any:
    """What was sent, as the handler takes it. A file that comes without a form costs nothing to
    read, and does not wait for forms."""
    if body is not Upload:
        request.ctx.body = bodies.read_json(request.body, body)
        return request.ctx.body
    if op.takes:
        return bodies.read_upload(request, op)
    return await FORMS.run(who.key, bodies.read_upload, request, op)


def _failed(
    op: Operation, request: Request, error: Exception, deps: Deps, request_id: str
) -> HTTPResponse:
    """What is answered to a request that was refused, or that met a fault of ours."""
    if isinstance(error, Refusal):
        request.ctx.noted = error.noted
        Limits(deps.settings, deps.cache).was_refused(op, request)
        return refused(request, error, request_id)
    log.error("unexpected", request_id=request_id, operation=op.name, exc_info=error)
    return refused(request, Unexpected(), request_id)


async def let_in(op: Operation, request: Request, deps: Deps, token: str | None) -> Principal:
    """The asker by the token they brought, let in by role, within the limits of the row, who
    showed a code lately where the row asks for one (R12.8)."""
    limits = Limits(deps.settings, deps.cache)
    address = limits.arrived(op, request)
    open_to_all = Role.PUBLIC in op.who
    at = door.now()
    if open_to_all and not token:
        limits.called(op, address)
        return replace(NOBODY, network=address)

    async def ask() -> Principal:
        return await auth.principal(token, at, deps.world.secrets)

    try:
        who = await door.settled(ask)
    except NotLoggedIn:
        limits.called(op, address)
        if not open_to_all:
            raise
        # A phone that still sends an old token may log in, and read what anybody may read.
        return replace(NOBODY, network=address)
    who = request.ctx.who = replace(who, network=address)
    limits.called(op, who.key if who.id else address)
    limits.sent(op, address)
    if not (who.roles & op.who):
        if who.kind == "public":
            raise NotLoggedIn()
        raise _turned_away(op, who)
    if op.fresh and not who.fresh:
        raise FreshCodeNeeded(operations=["show_one_time_code"])
    return who


def _turned_away(op: Operation, who: Principal) -> Refusal:
    """Why somebody who is logged in is not let in: who speaks for no home yet is told the way in
    to what owners may do. R2.5."""
    if Role.OWNER in op.who and who.roles <= VISITORS:
        return HomeNotBound(
            "请先授权手机号，用姓名、证件号码和房号绑定房屋；与名册不一致的，用人脸核身，或者提交材料由工作人员审核",
            operations=["bind_home", "claim_home"],
        )
    return NotAllowed()


def path_args(path: dict[str, str], parts: Mapping[str, Any]) -> dict[str, Any]:
    """Each part of the path as its handler takes it. Raises NotFound for what can name nothing."""
    args: dict[str, Any] = {}
    for name, text in path.items():
        if parts[name] is str:
            args[name] = _plain(text)
            continue
        try:
            args[name] = msgspec.convert(text, parts[name], strict=False)
        except msgspec.ValidationError as error:
            raise NotFound() from error
        if str(args[name]) != text.lower():
            raise NotFound()
    return args


def _plain(text: str) -> str:
    """A part of the path as it was meant. Raises NotFound for what no name or token holds."""
    try:
        plain = unquote(text, errors="strict")
    except UnicodeDecodeError as error:
        raise NotFound() from error
    if len(plain) > 200 or not plain.isprintable():
        raise NotFound()
    return plain


async def _answer(
    op: Operation,
    request: Request,
    who: Principal,
    at: Any,
    deps: Deps,
    request_id: str,
    args: dict[str, Any],
) -> HTTPResponse:
    if op.reads:
        answer = await door.read(op, who, at, deps.world, request_id, args)
        if isinstance(answer, Blob) and not isinstance(answer.content, bytes):
            return Streamed(answer, answer.content)
        reply = door.reply_of(op, answer)
        return _etagged(request, reply) if op.etag else _response(reply)
    key = request.headers.get("idempotency-key", "")
    if op.keyed and not key:
        raise KeyMissing()
    if len(key) > 128 or not all("!" <= letter <= "~" for letter in key):
        raise Malformed("幂等键不能超过 128 个 ASCII 字符")
    sent = args.get("body")
    # A phone that repeats an upload draws another boundary around the same file.
    same = sent.content if isinstance(sent, Upload) else request.body
    fingerprint = door.fingerprint_of(op, request.path, request.query_string, same)
    reply = await door.write(
        op, who, at, deps.world, request_id, args, key if op.keyed else "", fingerprint
    )
    await deps.cache.wake()
    return _response(reply)


class Streamed(HTTPResponse):
    """An answer that is made while it is sent, with all its headers but not its length."""

    def __init__(self, blob: Blob, parts: AsyncIterator[bytes]) -> None:
        reply = door.Reply(blob.status, b"", blob.media_type, blob.name)
        super().__init__(None, blob.status, headers_of(reply), blob.media_type)
        self.parts = parts

    async def send_to(self, request: Request, operation: str) -> None:
        """Send part after part. A fault in the middle tears the connection, so that nobody takes
        half a file for a whole one."""
        sent = await request.respond(self)
        if request.method == "HEAD":
            await sent.eof()
            return
        try:
            async for part in self.parts:
                if part:
                    await sent.send(part)
            await sent.eof()
        except Exception as error:
            log.error("torn", operation=operation, exc_info=error)
            cast(WriteTransport, request.transport).abort()


def headers_of(reply: door.Reply) -> dict[str, str]:
    headers = dict(SAFE_HEADERS)
    if reply.name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(reply.name)}"
    if reply.media_type.startswith("text/html"):
        headers["Content-Security-Policy"] = CONTENT_POLICY
    if reply.again:
        headers["Idempotent-Replay"] = "true"
    return headers


def _response(reply: door.Reply) -> HTTPResponse:
    media_type = reply.media_type if reply.body else None
    return HTTPResponse(reply.body or None, reply.status, headers_of(reply), media_type)


def _etagged(request: Request, reply: door.Reply) -> HTTPResponse:
    tag = reply.tag or tag_of(reply.body)
    known = request.headers.get("if-none-match", "")
    same = bool(known) and tag in [part.strip() for part in known.split(",")]
    response = HTTPResponse(None, 304, dict(SAFE_HEADERS)) if same else _response(reply)
    if request.path in SCRIPTED and not same:
        response.headers["Content-Security-Policy"] = SCRIPTED_POLICY
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def refused(request: Request, refusal: Refusal, request_id: str) -> HTTPResponse:
    """A refusal as its problem document; as a page for a browser, which asks for one."""
    status, document = problems.problem(refusal, request_id, request.path)
    if request.method in READS and "text/html" in request.headers.get("accept", ""):
        page = problem_page(status, refusal.title(), document.get("detail", ""), request_id)
        headers = SAFE_HEADERS | {"Content-Security-Policy": CONTENT_POLICY}
        response = HTTPResponse(page, status, headers, "text/html; charset=utf-8")
    else:
        body = problems.encode(document)
        response = HTTPResponse(body, status, dict(SAFE_HEADERS), problems.MEDIA_TYPE)
    wait = problems.retry_seconds(refusal)
    if wait is not None:
        response.headers["Retry-After"] = str(wait)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


async def _unexpected(request: Request, error: Exception) -> HTTPResponse:
    """What Sanic itself refuses: unknown paths and methods, bodies too large or too slow."""
    request_id = uuid4().hex
    if isinstance(error, PayloadTooLarge):
        return refused(request, bodies.too_large(request.app.config.REQUEST_MAX_SIZE), request_id)
    if isinstance(error, RequestTimeout):
        return refused(request, TooSlow(), request_id)
    if isinstance(error, ServiceUnavailable):
        return refused(request, TemporarilyUnavailable(), request_id)
    if isinstance(error, SanicException):
        status = error.status_code or 500
        if status == 404:
            return refused(request, NotFound(), request_id)
        if status == 405:
            return refused(request, MethodNotAllowed(), request_id)
        if status < 500:
            return refused(request, Malformed(), request_id)
    log.error("unexpected", request_id=request_id, exc_info=error)
    return refused(request, Unexpected(), request_id)
