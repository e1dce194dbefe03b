"""The door: every request and every timed job enters here, and only here the clock is read.

One unit of work is one transaction: returning commits, raising rolls back. Whoever lets somebody
in runs the whole unit `shielded`, in a task of its own, so that a phone that hangs up cannot tear
it in two: the write completes, and the repeated request finds its stored answer.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
import msgspec
from tortoise.connection import get_connections
from tortoise.exceptions import (
    IntegrityError,
    OperationalError,
    TransactionManagementError,
)
from tortoise.transactions import in_transaction

from handlers.route import Context, Operation, Principal, Ready, Secrets, World
from models import log, postgres, requests
from models.ids import new_id
from models.sealed import ANSWER
from notify import outbox
from papers.blob import Blob
from rules.events.base import Event
from rules.events.log import ContentWritten
from rules.log import Event as Entry
from rules.refusals.asking import KeyReused, TemporarilyUnavailable
from rules.refusals.base import Refusal
from server import busy

T = TypeVar("T")

SECRETS_KEPT = timedelta(minutes=10)
"""A phone repeats a request for minutes; longer, what an answer with a secret says is not kept.
R12.4."""

TRIES = 4
"""How often a unit is tried that the database asked to repeat."""

_offset: Callable[[], timedelta] = timedelta


def host_now() -> datetime:
    """The moment by the host's clock, whatever the sandbox adds."""
    return datetime.fromtimestamp(time.time(), UTC)


def now() -> datetime:
    """The moment, by the host's clock; the sandbox adds its offset here and nowhere else."""
    return host_now() + _offset()


def shift_clock(offset: Callable[[], timedelta]) -> None:
    """Have `now` add what this gives; called once at the start of a sandbox process."""
    global _offset
    _offset = offset


_suspended = False


def suspend(out_of_service: bool) -> None:
    """Have this process refuse all work, or take it again: its clock cannot be trusted."""
    global _suspended
    _suspended = out_of_service


class Repeat(Exception):
    """The unit met itself: another request with the same key committed first."""


@dataclass(frozen=True)
class Reply:
    """What goes back: an answer as bytes, its status, and whether it was stored before."""

    status: int
    body: bytes
    media_type: str = "application/json"
    name: str = ""
    again: bool = False
    tag: str = ""


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """A transaction whose connection comes back whatever happens while it begins or ends."""
    unit = in_transaction("default")
    try:
        await unit.__aenter__()
    except BaseException:
        await _give_back(unit)
        raise
    try:
        yield
    except BaseException as error:
        await unit.__aexit__(type(error), error, error.__traceback__)
        raise
    else:
        await unit.__aexit__(None, None, None)


async def _give_back(unit: Any) -> None:
    """Release a connection that was acquired for a transaction that never began."""
    held = getattr(unit.client, "_connection", None)
    pool = getattr(unit.client._parent, "_pool", None)
    if pool is not None and isinstance(held, asyncpg.pool.PoolConnectionProxy):
        await pool.release(held)
    token = getattr(unit, "token", None)
    if token is not None:
        get_connections().reset(token)


async def shielded(work: Awaitable[T]) -> T:
    """The result of work that goes on even if the one who waits for it is cancelled."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            task.add_done_callback(_swallow)
        raise


def _swallow(task: "asyncio.Future[Any]") -> None:
    if not task.cancelled():
        task.exception()


async def settled(unit: Callable[[], Awaitable[T]]) -> T:
    """The unit's result; repeated where the database asks for it, refused where it is away.

    Raises TemporarilyUnavailable (503) when there is no connection, a lock did not come in time,
    the repeats are used up, or the process is out of service.
    """
    if _suspended:
        raise TemporarilyUnavailable()
    for attempt in range(TRIES):
        try:
            return await unit()
        except busy.REPEATABLE:
            await asyncio.sleep(0.01 * (attempt + 1))
        except busy.BUSY as error:
            raise busy.refusal(error) from error
        except (OperationalError, TransactionManagementError) as error:
            cause = busy.cause(error)
            if isinstance(cause, busy.BUSY):
                raise busy.refusal(cause) from error
            raise
    raise TemporarilyUnavailable()


async def read(
    op: Operation,
    who: Principal,
    at: datetime,
    world: World,
    request_id: str,
    args: Mapping[str, Any],
) -> Any:
    """The answer of a read: no transaction, no lock, nothing recorded.

    What is made while it is sent is begun here, so that whatever refuses it does so in time; each
    later part reads for itself, and may see what was written since.
    """
    ctx = Context(who=who, now=at, world=world, request_id=request_id)

    async def unit() -> Any:
        answer = await op.handler(ctx, **args)
        if isinstance(answer, Blob) and not isinstance(answer.content, bytes):
            first = await anext(answer.content, b"")
            return replace(answer, content=_from(first, answer.content))
        return answer

    return await settled(unit)


async def _from(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for part in rest:
        yield part


async def write(
    op: Operation,
    who: Principal,
    at: datetime,
    world: World,
    request_id: str,
    args: Mapping[str, Any],
    key: str,
    fingerprint: bytes,
) -> Reply:
    """The reply to a write, done once per actor and key however often it is sent.

    What the outside world must say is asked first, once, however often the database wants a
    repeat; then one transaction holds the change, its events, its messages and the reply itself.
    """
    # Keyed: a ballot's body is one of three, and a bare hash of it would tell which (R8.5).
    fingerprints = world.secrets.blind_indexes(fingerprint.hex()) if key else []

    async def before() -> Reply | None:
        return await answered(op, who, key, fingerprints, at, world.secrets) if key else None

    async def ask() -> Any:
        asked = Context(who=who, now=at, world=world, request_id=request_id)
        return await op.prepare(asked, **args) if op.prepare is not None else None

    async def unit(prepared: Any) -> Reply:
        ctx = Context(who=who, now=at, world=world, request_id=request_id, prepared=prepared)
        async with transaction():
            answer = await op.handler(ctx, **args)
            await tell(ctx, op.name)
            reply = reply_of(op, answer)
            if key:
                await store(op, who, key, fingerprints[0], reply, at, world.secrets)
        return reply

    known = await settled(before)
    if known is not None:
        return known
    prepared = await settled(ask)
    try:
        return await settled(lambda: unit(prepared))
    except (Repeat, Refusal) as error:
        # The same request sent twice at once: whoever was quicker has the answer of both.
        known = await settled(before)
        if known is not None:
            return known
        if isinstance(error, Repeat):
            raise TemporarilyUnavailable() from None
        raise


async def enter(
    who: Principal,
    at: datetime,
    world: World,
    work: Callable[[Context], Awaitable[None]],
    prepare: Callable[[Context], Awaitable[Any]] | None = None,
    doing: str = "",
) -> None:
    """Do timed work as one transaction; `work` gets the context, `doing` is its name.

    `prepare` asks the outside world before, once, however often the database wants a repeat.
    """

    async def unit(prepared: Any) -> None:
        ctx = Context(who=who, now=at, world=world, prepared=prepared)
        async with transaction():
            await work(ctx)
            await tell(ctx, doing)

    async def whole() -> None:
        asked = Context(who=who, now=at, world=world)
        prepared = await prepare(asked) if prepare is not None else None
        await settled(lambda: unit(prepared))

    await shielded(whole())


async def tell(ctx: Context, doing: str) -> None:
    """Store what happened and whom it concerns, in the transaction that made it happen.

    What was written without an event of its own is committed to all the same, in the name of the
    operation or job. Messages come first: the events commit to them, too. R12.3.
    """
    if not ctx.events:
        if not await log.wrote():
            return
        data = {"operation": doing}
        ctx.record(ContentWritten(subject_id=str(new_id()), at=ctx.now, data=data))
    entries = [entry(ctx, event) for event in ctx.events]
    told = [(item.id, event) for item, event in zip(entries, ctx.events, strict=True)]
    await outbox.fill(told, ctx.who.id)
    await log.append(entries)


def entry(ctx: Context, event: Event) -> Entry:
    """An event as a line of the log: who, as what, when, what, why (R12.3)."""
    return Entry(
        id=new_id(),
        subject_kind=event.subject_kind,
        subject_id=UUID(event.subject_id),
        kind=event.kind(),
        body=event.data,
        actor_kind=ctx.who.kind,
        actor_id=ctx.who.id,
        role=",".join(sorted(ctx.who.roles)),
        why=event.why,
        request_id=ctx.request_id,
        at=event.at,
    )


def reply_of(op: Operation, answer: Any) -> Reply:
    """An answer as bytes."""
    if isinstance(answer, Ready):
        return Reply(op.status, answer.body, tag=answer.tag)
    if isinstance(answer, Blob):
        assert isinstance(answer.content, bytes), "only a read is made while it is sent"
        return Reply(answer.status, answer.content, answer.media_type, answer.name)
    if answer is None:
        return Reply(204, b"")
    return Reply(op.status, msgspec.json.encode(answer))


async def answered(
    op: Operation,
    who: Principal,
    key: str,
    fingerprints: Sequence[bytes],
    at: datetime,
    secrets: Secrets,
) -> Reply | None:
    """The reply this actor already got for this key; raises KeyReused for another request.

    A reply that held a secret and is no longer kept, or was sealed under a key that was retired
    since, cannot be repeated: KeyReused as well.
    """
    kept = await requests.find(who.key, key)
    if kept is None:
        return None
    if kept.operation != op.name or bytes(kept.fingerprint) not in fingerprints:
        raise KeyReused()
    if kept.answer is None or (kept.secret_until and kept.secret_until <= at):
        raise KeyReused("含有令牌、口令或完整个人信息的答复只保留十分钟，请用新的幂等键重新办理")
    try:
        answer = secrets.unseal(bytes(kept.answer), ANSWER.of(f"{who.key}/{key}"))
        return Reply(kept.status, answer, again=True)
    except LookupError as error:
        raise KeyReused() from error


async def store(
    op: Operation,
    who: Principal,
    key: str,
    fingerprint: bytes,
    reply: Reply,
    at: datetime,
    secrets: Secrets,
) -> None:
    """Keep the reply with the write; meeting oneself undoes this copy of the work.

    It is sealed: tokens and what staff unmask are in replies, and nowhere else in the clear.
    """
    kept = requests.Answered(
        actor=who.key,
        key=key,
        operation=op.name,
        fingerprint=fingerprint,
        status=reply.status,
        answer=secrets.seal(reply.body, ANSWER.of(f"{who.key}/{key}")),
        at=at,
        secret_until=at + SECRETS_KEPT if op.secret else None,
    )
    try:
        await requests.store(kept)
    except IntegrityError as error:
        raise Repeat from error


def fingerprint_of(op: Operation, path: str, query: str, body: bytes) -> bytes:
    """What makes two requests the same one."""
    parts = [op.name.encode(), path.encode(), query.encode(), body]
    return hashlib.sha256(b"\0".join(parts)).digest()


async def database_skew() -> float:
    """How many seconds the database's clock is ahead of the host's."""
    before = time.time()
    at = await postgres.clock()
    return at - (before + time.time()) / 2
