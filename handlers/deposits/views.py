"""What the deposits' operations share: who reads, how rates are written, how lists go on."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from rules.refusals.asking import Malformed

Tenor = Literal["demand", "3m", "6m", "1y", "2y", "3y"]
TermTenor = Literal["3m", "6m", "1y", "2y", "3y"]
RateE4 = Annotated[int, Meta(ge=0, le=100_000)]
"""A yearly rate in ten-thousandths of a percent: 19500 is 1.95 %."""
Fen = Annotated[int, Meta(ge=1, le=10**14)]
Text = Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
Code = Annotated[str, Meta(min_length=1, max_length=30, pattern=r"^[0-9A-Za-z一-鿿#/_.()（）-]+$")]
Number = Annotated[
    str, Meta(min_length=1, max_length=60, pattern=r"^[0-9A-Za-z一-鿿#/_.()（）-]+$")
]
Note = Annotated[str, Meta(max_length=300)]

TENOR_TITLES = {
    "demand": "活期",
    "3m": "3个月",
    "6m": "6个月",
    "1y": "1年",
    "2y": "2年",
    "3y": "3年",
}


LAST = (date.max, UUID(int=2**128 - 1))


def day_place(cursor: str) -> tuple[date, UUID]:
    """The place that a cursor names in a list by day, newest first; or its top. Malformed."""
    if not cursor:
        return LAST
    day, _, row = cursor.partition(".")
    try:
        return date.fromisoformat(day), UUID(hex=row)
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def day_cut(
    rows: Sequence[dict[str, Any]], limit: int, day: str
) -> tuple[Sequence[dict[str, Any]], str]:
    """At most `limit` rows, and the cursor to go on from; ask for one row more."""
    if len(rows) <= limit:
        return rows, ""
    last = rows[limit - 1]
    return rows[:limit], f"{last[day].isoformat()}.{last['id'].hex}"
