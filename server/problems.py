"""Refusals as RFC 9457 problem documents; the only place that maps one to HTTP.

How long to wait is said once: the words in `detail`, `retry_after_seconds` and `Retry-After` are
made of the same number.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from rules.days import BEIJING
from rules.refusals.base import Refusal

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = {429: 60, 503: 2}
"""What is waited by status where the refusal does not say how long."""

UNITS = ((86_400, "天"), (3_600, "小时"), (60, "分钟"), (1, "秒"))


def retry_seconds(refusal: Refusal | type[Refusal]) -> int | None:
    """After how many seconds the same request has a chance; None where waiting does not help."""
    told = refusal.facts.get("retry_after_seconds") if isinstance(refusal, Refusal) else None
    return int(told) if told is not None else RETRY_AFTER_SECONDS.get(refusal.status)


def wait_words(seconds: int) -> str:
    """The wait as people say it, never shorter than it is: 86399 s is 24小时."""
    size, unit = next((size, unit) for size, unit in UNITS if seconds >= 2 * size or size == 1)
    return f"{-(-seconds // size)}{unit}"


def problem(refusal: Refusal, request_id: str, path: str) -> tuple[int, dict[str, Any]]:
    """The status and the document: type, title, status, detail, code, and the refusal's facts."""
    document: dict[str, Any] = {
        "type": f"/errors#{refusal.code()}",
        "title": refusal.title(),
        "status": refusal.status,
        "code": refusal.code(),
        "instance": path,
        "request_id": request_id,
    }
    detail, wait = refusal.detail, retry_seconds(refusal)
    if wait is not None:
        detail = f"{detail}{'，' if detail else ''}请{wait_words(wait)}后再试"
        document["retry_after_seconds"] = wait
    if detail:
        document["detail"] = detail
    for name, value in refusal.facts.items():
        if value is not None:
            document[name] = shown(value)
    return refusal.status, document


def shown(value: Any) -> Any:
    """A fact as JSON shows it: moments in Beijing time, ids and days as text."""
    if isinstance(value, datetime):
        return value.astimezone(BEIJING).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    return value


def encode(document: dict[str, Any]) -> bytes:
    """The document as JSON."""
    return msgspec.json.encode(document)
