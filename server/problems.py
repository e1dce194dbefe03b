"""Refusals as RFC 9457 problem documents; the only place that maps one to HTTP."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from rules.days import BEIJING
from rules.refusals.base import Refusal

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = {429: 30, 503: 2}


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
    if refusal.detail:
        document["detail"] = refusal.detail
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
