"""What the operations of reconciliation share: who reads, kinds of fields, places in a list by day.

Names of payers and payees go to finance and audit alone (R12.2).
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Body
from rules.money import MAX_FEN
from rules.refusals.asking import Malformed

Reason = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


Fen = Annotated[int, Meta(ge=-MAX_FEN, le=MAX_FEN)]


Ids = Annotated[list[UUID], Meta(max_length=500)]


class ReasonBody(Body, frozen=True):
    """Why."""

    reason: Reason


def by_day(cursor: str) -> tuple[date, UUID]:
    """The place in a list ordered by day and id. Raises Malformed."""
    if not cursor:
        return date.min, UUID(int=0)
    day, _, row = cursor.partition(".")
    try:
        return date.fromisoformat(day), UUID(hex=row)
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def day_cursor(on: date, row: UUID) -> str:
    """The cursor of that place."""
    return f"{on.isoformat()}.{row.hex}"
