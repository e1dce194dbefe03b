"""What goes into the security log, how it gets there, and how it leaves this host. R12.7.

Each event is a line of JSON at once, on a logger of its own that may go to a file or to a syslog
server, and a row of the table within a second. Lines and rows name accounts and persons by their
ids, never by names; who tries a username that may be nobody's is told by its keyed hash.
"""

import asyncio
import logging
import logging.handlers
from collections import deque
from dataclasses import asdict
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from handlers.route import Operation, Principal, Secrets
from handlers.security import name_of
from models import security
from models.security import Seen
from rules.people import Role
from server import door, logs

LOGINS = frozenset(
    {
        *("log_in", "log_in_staff", "log_out", "end_session"),
        *("accept_invitation", "show_one_time_code"),
    }
)
ACCOUNTS = (
    *("/staff/", "/bindings", "/binding-claims", "/binding-endings", "/binding-contests"),
    *("/appointments", "/login-changes", "/face-checks", "/me/staff-invitations/", "/me/phone"),
)
PICTURE = "image/"
REFUSED = frozenset({401, 403, 429})

MOST_WAITING = 10_000
"""Beyond that the oldest are only in the lines: whoever knocks a million times fills no disk."""

AT_ONCE = 500
EVERY_SECONDS = 1.0

log = logs.get("server.security")
lines = logging.getLogger("security")
_waiting: deque[Seen] = deque(maxlen=MOST_WAITING)


def kind_of(op: Operation, who: Principal, status: int) -> str:
    """What kind of event this is; "" for what the security log does not keep."""
    if op.name in LOGINS:
        return "login"
    if status in REFUSED:
        return "refused"
    if "unmask" in op.name:
        return "unmask"
    if not op.reads and op.path.startswith(ACCOUNTS):
        return "account"
    if op.path.startswith("/files/") or op.path.endswith("/reading"):
        return "paper"
    return "export" if is_export(op) else ""


def is_export(op: Operation) -> bool:
    """Whether it takes away, as a file, what is not for everybody: tables, prints, archives."""
    a_file = bool(op.blob) and not op.blob[0].startswith(PICTURE)
    return a_file and op.reads and Role.PUBLIC not in op.who


def note(
    op: Operation,
    who: Principal,
    address: str,
    request_id: str,
    answer: tuple[int, bytes],
    username: str,
    secrets: Secrets,
    noted: str = "",
) -> None:
    """Keep what happened, if it is for this log; `noted` is its kind where the answer hides it."""
    status, body = answer
    kind = noted or kind_of(op, who, status)
    if not kind:
        return
    told = _told(body) if kind == "login" or status >= 400 else _Told()
    actor = who.id or told.staff_id or told.person_id
    seen = Seen(
        at=door.now(),
        kind=kind,
        operation=op.name[:60],
        status=status,
        refusal=told.code[:40],
        actor_kind="account" if told.staff_id else "person" if told.person_id else who.kind,
        actor_id=actor,
        username=username.strip().lower()[:40],
        about=secrets.blind_index(name_of(username)).hex() if username else "",
        address=address[:64],
        request_id=request_id,
    )
    line = {name: value for name, value in asdict(seen).items() if name != "username"}
    lines.info(msgspec.json.encode({"event": "security", **line}).decode())
    _waiting.append(seen)


class _Told(msgspec.Struct, frozen=True):
    """What an answer says about who came in, or why nobody did."""

    code: str = ""
    staff_id: UUID | None = None
    person_id: UUID | None = None


def _told(body: bytes) -> _Told:
    try:
        return msgspec.json.decode(body, type=_Told)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return _Told()


async def flush() -> None:
    """What waits is in the table. What the database does not take now waits on."""
    while _waiting:
        some = [_waiting.popleft() for _ in range(min(AT_ONCE, len(_waiting)))]
        try:
            await door.settled(lambda some=some: security.keep(some))  # type: ignore[misc]
        except Exception:
            _waiting.extendleft(reversed(some))
            raise


async def watch() -> None:
    """Puts what waits into the table every second, for ever."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            await flush()
        except Exception as error:
            log.warning("security log waits", count=len(_waiting), exc_info=error)


def configure(target: str) -> None:
    """Have the lines go there too: a file, `syslog://host:port`, or nowhere for an empty one.

    A file that is moved away is opened anew, as logrotate wants it.
    """
    lines.handlers.clear()
    lines.setLevel(logging.INFO)
    lines.propagate = False
    if not target:
        lines.addHandler(logging.NullHandler())
        return
    parts = urlsplit(target)
    handler: logging.Handler
    if parts.scheme == "syslog":
        handler = logging.handlers.SysLogHandler((parts.hostname or "127.0.0.1", parts.port or 514))
    else:
        handler = logging.handlers.WatchedFileHandler(target, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    lines.addHandler(handler)
