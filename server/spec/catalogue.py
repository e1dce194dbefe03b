"""The error catalogue: every code a program may meet, with its status, title and the way out."""

from collections.abc import Sequence
from typing import Any

from handlers.route import Operation
from rules.refusals import every, subject_of
from server.problems import retry_seconds
from server.spec.document import refusals


def catalogue(table: Sequence[Operation]) -> list[dict[str, Any]]:
    """One entry for each code, with the operations that say that they may give it; by code.

    Those that no operation names come from the way to all of them.
    """
    by_code: dict[str, list[str]] = {}
    for op in table:
        for one in refusals(op):
            by_code.setdefault(one.code(), []).append(op.name)
    return [
        {
            "code": one.code(),
            "status": one.status,
            "subject": subject_of(one),
            "title": one.title(),
            "way_out": one.way_out(),
            "retry": retry_seconds(one) is not None,
            "operations": sorted(by_code.get(one.code(), [])),
        }
        for one in every()
    ]
