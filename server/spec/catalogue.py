"""The error catalogue: every code a program may meet, with its status and Chinese title."""

from collections.abc import Sequence
from typing import Any

from handlers.route import Operation
from rules.refusals import every
from server.problems import RETRY_AFTER_SECONDS
from server.spec.document import refusals

# Answers of the web server itself, before any operation is reached.
UNREACHED = [
    {"code": "MethodNotAllowed", "status": 405, "title": "不支持该方法"},
    {"code": "TooSlow", "status": 408, "title": "请求接收超时"},
    {"code": "Unexpected", "status": 500, "title": "系统内部错误"},
]


def catalogue(table: Sequence[Operation]) -> list[dict[str, Any]]:
    """One entry for each code, with the operations that may give it; sorted by code."""
    by_code: dict[str, list[str]] = {}
    for op in table:
        for one in refusals(op):
            by_code.setdefault(one.code(), []).append(op.name)
    entries = [
        {
            "code": one.code(),
            "status": one.status,
            "title": one.title(),
            "retry": one.status in RETRY_AFTER_SECONDS,
            "operations": sorted(by_code[one.code()]),
        }
        for one in every()
        if one.code() in by_code
    ]
    unreached = [{**entry, "retry": False, "operations": []} for entry in UNREACHED]
    return sorted([*entries, *unreached], key=lambda entry: str(entry["code"]))
