"""The table of all operations: what may be asked, by whom, and what may be refused.

A row names a plain async function; nothing in it knows HTTP. `server.app` turns rows into
routes, `server.spec` into the API document, the tests into the authorisation table.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Generic, Literal, Protocol, TypeVar
from uuid import UUID

import msgspec

from rules.cases import Act
from rules.entries import is_same_person
from rules.events.base import Event
from rules.people import Role
from rules.refusals.base import Refusal
from rules.scenes import Scene


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every answer. The contract takes name and docstring of a struct as they are: the
    name is no other struct's and says its subject, the docstring is Chinese."""


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every request body; a field it does not know is malformed."""


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the query of a read; values arrive as text and are converted."""


Year = Annotated[int, msgspec.Meta(ge=2000, le=2200)]


class Page(Query, frozen=True, kw_only=True):
    """Where to go on in a list, how many rows at most, and whether to count them all."""

    after: Annotated[str, msgspec.Meta(max_length=600)] = ""
    limit: Annotated[int, msgspec.Meta(ge=1, le=200)] = 50
    count: bool = False


class Upload(msgspec.Struct, frozen=True):
    """A file as it was sent."""

    content: bytes
    name: str
    media_type: str


T = TypeVar("T", bound=Answer)


@dataclass(frozen=True)
class Ready(Generic[T]):
    """An answer encoded once for the many who ask for it: its JSON and its ETag."""

    body: bytes
    tag: str

    @classmethod
    def of(cls, answer: T) -> "Ready[T]":
        """The answer as it will be sent."""
        body = msgspec.json.encode(answer)
        return cls(body, tag_of(body))


def tag_of(body: bytes) -> str:
    """The ETag of an answer: equal for equal bytes."""
    return f'"{sha256(body).hexdigest()[:32]}"'


@dataclass(frozen=True)
class Principal:
    """Who asks: a person through WeChat, a password account, the clock, or anybody.

    `logins` are all of the natural person behind an account; one that `waits` was opened, reset or
    given roles so lately that it cannot be the second person yet (R1.1). `fresh`: a one-time code
    was shown in this session a short while ago (R12.8). `network` is where the request comes from,
    an IPv4 address or a /64 of IPv6; empty at the terminal and for the clock.
    """

    kind: Literal["person", "account", "system", "public"]
    id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    session_id: UUID | None = None
    openid: str = ""
    insurer_id: UUID | None = None
    community_id: UUID | None = None
    logins: frozenset[UUID] = frozenset()
    waits: bool = False
    fresh: bool = False
    network: str = ""

    def is_same(self, other: UUID | None) -> bool:
        """Whether the other login is of the same natural person. R1.1."""
        return is_same_person(self.id, self.logins, other)

    @property
    def key(self) -> str:
        """A short name for the log and for idempotency."""
        return f"{self.kind}:{self.id}" if self.id else self.kind


NOBODY = Principal("public", roles=frozenset({Role.PUBLIC}))
CLOCK = Principal("system", roles=frozenset({Role.SYSTEM}))


class Wechat(Protocol):
    """What handlers ask of WeChat, before the transaction opens and never within it.

    Its faults come as refusals: a bad login code as LoginFailed, a bad phone code as PhoneRefused,
    a face check that WeChat does not know as FaceNotVerified, WeChat away or making no sense as
    WechatUnavailable, a push that is not its own as PushForged.
    """

    async def code_to_session(self, code: str) -> Any: ...

    async def phone_number(self, code: str, openid: str) -> Any: ...

    async def face_session(self, sequence: str, name: str, number: str, openid: str) -> Any: ...

    async def face_result(
        self, verify_id: str, sequence: str, name: str, number: str, openid: str
    ) -> Any: ...

    async def mini_code(self, scene: str, page: str) -> bytes: ...

    async def check_text(self, openid: str, text: str, scene: int) -> Any: ...

    def push_echo(self, query: Mapping[str, str]) -> str: ...

    def open_push(self, query: Mapping[str, str], body: bytes) -> Sequence[Any]: ...


class Secrets(Protocol):
    """Encryption at rest, blind indexes and token hashes (R12.4); keys never reach handlers.

    `about` is what is sealed: `models.sealed` has the columns. A text is looked up by any of its
    `blind_indexes` and stored with its `blind_index`.
    """

    def encrypt(self, text: str, about: str) -> bytes: ...

    def decrypt(self, cipher: bytes, about: str) -> str: ...

    def seal(self, content: bytes, about: str) -> bytes: ...

    def unseal(self, sealed: bytes, about: str) -> bytes: ...

    def seal_file(self, content: bytes, file_id: UUID, about: str) -> tuple[bytes, bytes]: ...

    def open_file(self, sealed: bytes, file_id: UUID, key: bytes, about: str) -> bytes: ...

    def blind_index(self, text: str) -> bytes: ...

    def blind_indexes(self, text: str) -> list[bytes]: ...

    def token_hash(self, token: str) -> tuple[str, bytes]: ...

    def new_token(self) -> str: ...


class Signer(Protocol):
    """Signs heads of the log (R12.3); the keys never reach handlers."""

    def sign(self, text: bytes) -> tuple[str, bytes]: ...

    def public_keys(self) -> Mapping[str, bytes]: ...


@dataclass(frozen=True)
class MessageTemplate:
    """A subscribe message as WeChat approved it: the phone asks for consent by `id`, in its
    `scenes`. One consent to a long-term one serves many messages, else one (R13.2). `keys` are
    WeChat's for those of our fields that it calls otherwise."""

    name: str
    id: str
    title: str
    long_term: bool
    scenes: tuple[Scene, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class World:
    """What the process offers every handler besides the database.

    `pages` are those of the mini-program that are not where they usually are. `link_files` are the
    texts by file name that WeChat asks for before it opens the mini-program from our plain links.
    """

    secrets: Secrets
    wechat: Wechat
    signer: Signer
    public_url: str
    bootstrap_token: str = ""
    templates: tuple[MessageTemplate, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    link_files: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Context:
    """One request: who, when it arrived, and what it will have caused.

    `now` is the arrival, read once before any lock; `prepared` what the row's `prepare` brought
    from outside before the transaction.
    """

    who: Principal
    now: datetime
    world: World
    request_id: str = ""
    prepared: Any = None
    events: list[Event] = field(default_factory=list)

    def record(self, *events: Event) -> None:
        """Have these stored, chained and told with this transaction."""
        self.events.extend(events)

    def has(self, *roles: Role) -> bool:
        """Whether the asker holds any of these roles."""
        return bool(self.who.roles & frozenset(roles))

    @property
    def id(self) -> UUID:
        """The asker's id; a row open to the public must not ask for it."""
        assert self.who.id is not None
        return self.who.id


Handler = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Operation:
    """One row of the table.

    `who` are the roles let in; the handler itself looks at the object. `act` is the step of a
    flow that it takes: a case offers that step by this operation. `prepare` runs before
    the transaction with the same arguments and may call the outside world. `keyed` writes need
    an Idempotency-Key. `etag` reads answer 304 to an unchanged ETag. `takes` are the media types
    of an Upload that no form carries. `most` are the bytes of a body, 0 for what is usual. `fresh`
    rows are for staff who showed a one-time code a short while ago: whatever pays, shows what is
    masked, or changes an account (R12.8). `secret` answers hold what opens something, or what is
    masked elsewhere: they are kept for a repeat for minutes only (R12.4).
    """

    method: str
    path: str
    handler: Handler
    who: frozenset[Role]
    refuses: tuple[type[Refusal], ...]
    status: int
    keyed: bool
    etag: bool
    prepare: Handler | None
    blob: tuple[str, ...]
    limit: str
    act: type[Act] | None = None
    takes: tuple[str, ...] = ()
    most: int = 0
    fresh: bool = False
    secret: bool = False

    @property
    def name(self) -> str:
        """The operation id: the function's name, a verb and what it is done to."""
        return self.handler.__name__

    @property
    def parts(self) -> list[str]:
        """The names of what stands in the path."""
        return re.findall(r"{(\w+)}", self.path)

    @property
    def reads(self) -> bool:
        """A read takes no lock and records nothing."""
        return self.method == "GET"


TABLE: list[Operation] = []


def route(
    method: Literal["GET", "POST", "PUT", "DELETE"],
    path: str,
    *,
    who: Role | frozenset[Role] | set[Role],
    refuses: tuple[type[Refusal], ...] = (),
    status: int = 0,
    keyed: bool | None = None,
    etag: bool = False,
    prepare: Handler | None = None,
    blob: tuple[str, ...] = (),
    limit: str = "",
    act: type[Act] | None = None,
    takes: tuple[str, ...] = (),
    most: int = 0,
    fresh: bool = False,
    secret: bool = False,
) -> Callable[[Handler], Handler]:
    """Enter a function into the table; the function itself is returned unchanged.

    `status` is 200 for reads and 201 for POST unless given: 201 where the answer is something new,
    200 where what was there goes one step on, 204 where nothing is answered. `blob` lists media
    types of an answer that is not JSON, `takes` those of an Upload without a form. `limit` names
    another rate limit ("login", "upload"). `most` bounds the bytes of the body; a row with an
    Upload that is open to everybody must say it.
    """

    def enter(handler: Handler) -> Handler:
        row = Operation(
            method=method,
            path=path,
            handler=handler,
            who=frozenset({who}) if isinstance(who, Role) else frozenset(who),
            refuses=refuses,
            status=status or (201 if method == "POST" else 200),
            keyed=method != "GET" if keyed is None else keyed,
            etag=etag,
            prepare=prepare,
            blob=blob,
            limit=limit,
            act=act,
            takes=takes,
            most=most,
            fresh=fresh,
            secret=secret,
        )
        TABLE.append(row)
        return handler

    return enter


@dataclass(frozen=True)
class Job:
    """Timed work: `due` lists what fell due by a moment, `run` does one of them as the clock.

    `prepare` asks the outside world before the transaction opens; what it gives is in
    `ctx.prepared`. Running late, twice or on two machines gives the same result. `failed` hears
    of an item that came to nothing, after all it did was undone, in a transaction of its own, and
    keeps why where people look; it gives how often that was, 0 when nothing is amiss.
    """

    name: str
    due: Callable[[datetime], Awaitable[list[Any]]]
    run: Callable[[Context, Any], Awaitable[None]]
    prepare: Callable[[Context, Any], Awaitable[Any]] | None = None
    failed: Callable[[datetime, Any, Exception], Awaitable[int]] | None = None


JOBS: list[Job] = []


def job(
    due: Callable[[datetime], Awaitable[list[Any]]],
    *,
    prepare: Callable[[Context, Any], Awaitable[Any]] | None = None,
    failed: Callable[[datetime, Any, Exception], Awaitable[int]] | None = None,
) -> Callable[[Handler], Handler]:
    """Enter timed work into the table of jobs."""

    def enter(run: Handler) -> Handler:
        JOBS.append(Job(run.__name__, due, run, prepare, failed))
        return run

    return enter
