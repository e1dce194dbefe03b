"""Logs: one JSON line per thing that happened, with the request's id and nothing personal. R12.2.

Only the keys listed here are shown; the value of any other is withheld, so a new key is looked at
before it is seen. Texts lose what looks like a phone number, an ID number, an openid, a query
string or a long secret. An exception is told by its kind and place, never by its message, which
may quote what somebody typed.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

WITHHELD = "[withheld]"

SHOWN = frozenset(
    {
        *("event", "level", "timestamp", "logger", "process", "pid", "version", "mode"),
        *("request_id", "method", "route", "status", "role", "operation", "refusal", "ms"),
        *("actor", "origin"),
        *("case_id", "case_version", "scope_id", "community_id", "kind", "channel", "template"),
        *("job", "item", "attempt", "outcome", "reason"),
        *("count", "depth", "seconds", "bytes", "size", "lag"),
        *("api", "errcode", "rid", "migration", "sheet", "row", "column", "port", "sandbox"),
        *("exception", "frames", "cause", "sqlstate", "constraint", "table", "skew_seconds"),
    }
)

# Narrow on purpose: each names one thing that must not be in a log. A random id may look like a
# phone number in places and is kept whole.
PERSONAL = re.compile(
    r"(?P<id>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # ID number
    r"|(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"  # mobile phone
    r"|(?<![\w-])o[A-Za-z0-9_-]{27}(?![\w-])"  # openid
    r"|(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{43,}(?![\w-])"  # token or key
    r"|\?[^\s\"'<>]+"  # query string: WeChat's carry the secret and the access token
    r"|(?<=://)[^/\s@]+@"  # user and password of an address
)

# Libraries that write addresses with secrets in them, or statements with people in them.
QUIET = ("httpx", "httpcore", "tortoise", "asyncpg", "wechatpy", "PIL", "fontTools", "urllib3")

MOST_FRAMES = 12


def configure(level: str, process: str, stream: TextIO | None = None) -> None:
    """Have every log of this process, also those of libraries, written as JSON lines."""
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                lambda logger, method, event: {**event, "process": process},
                tell_exception,
                withhold,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        # A library's own handler would write past the rules of this file.
        if (found := logging.getLogger(name)).handlers:
            found.handlers.clear()
            found.propagate = True


def get(name: str) -> structlog.stdlib.BoundLogger:
    """A logger: `log.info("outbox drained", count=3)`."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


@contextmanager
def request(request_id: str, **facts: Any) -> Iterator[None]:
    """Everything logged inside, also by libraries, carries the request's id and these facts."""
    with structlog.contextvars.bound_contextvars(request_id=request_id, **facts):
        yield


def withhold(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Replace the values of unlisted keys, and clean the texts of the listed ones."""
    return {key: clean(value) if key in SHOWN else WITHHELD for key, value in event.items()}


def clean(value: Any) -> Any:
    """A value without anything that looks personal or secret, in any depth."""
    if isinstance(value, bool | int | float | None):
        return value if not PERSONAL.fullmatch(str(value)) else WITHHELD
    if isinstance(value, MutableMapping):
        return {key: clean(item) if key in SHOWN else WITHHELD for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [clean(item) for item in value]
    return PERSONAL.sub(lambda found: found["id"] or "[…]", str(value))


def tell_exception(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Turn `exc_info` into the exception's kind, places, causes and harmless database facts."""
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if info is True:
        info = sys.exc_info()
    error = info if isinstance(info, BaseException) else info[1] if info else None
    if error is None:
        return event
    event["exception"] = _kind(error)
    event["frames"] = _frames(error.__traceback__)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        event["cause"] = _kind(cause)
    for key, attribute in (
        ("sqlstate", "sqlstate"),
        ("constraint", "constraint_name"),
        ("table", "table_name"),
    ):
        found = getattr(error, attribute, None) or getattr(cause, attribute, None)
        if isinstance(found, str):
            event[key] = found
    return event


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _frames(trace: TracebackType | None) -> list[str]:
    """The innermost frames as `file:line function`, without source lines and values."""
    frames = traceback.extract_tb(trace)[-MOST_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    return "/".join(filename.split("/")[-3:])
