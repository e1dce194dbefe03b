"""Places in a list ordered by (moment, id), newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from rules.refusals.asking import Malformed

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
END = (datetime(9999, 1, 1, tzinfo=UTC), UUID(int=2**128 - 1))


def place(cursor: str) -> tuple[datetime, UUID]:
    """The place that a cursor names, or the top of the list. Raises Malformed."""
    if not cursor:
        return END
    micros, _, row = cursor.partition(".")
    try:
        return EPOCH + timedelta(microseconds=int(micros)), UUID(hex=row)
    except (ValueError, OverflowError) as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def cut(
    rows: Sequence[dict[str, Any]], limit: int, moment: str
) -> tuple[Sequence[dict[str, Any]], str]:
    """At most `limit` rows, and the cursor to go on from ("" at the end); ask for one row more."""
    if len(rows) <= limit:
        return rows, ""
    last = rows[limit - 1]
    micros = (last[moment] - EPOCH) // timedelta(microseconds=1)
    return rows[:limit], f"{micros}.{last['id'].hex}"
