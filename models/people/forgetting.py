"""What need not be remembered for ever, found and deleted some of it at a time. R12.4."""

from collections.abc import Mapping
from datetime import datetime

from models.base import sql

_MOMENTS = {
    "session": "expires_at",
    "binding_attempt": "at",
    "answered": "at",
    "login_guess": "last_at",
    "security_event": "at",
    "file_ticket": "until_at",
}
"""Tables that forget, each by the moment that tells a row's age."""


async def tables_with_rows_before(moments: Mapping[str, datetime]) -> list[str]:
    """Of these tables those that hold something older than their moment."""
    tests = [
        f"(SELECT '{table}' AS name WHERE EXISTS"
        f" (SELECT 1 FROM {table} WHERE {_MOMENTS[table]} < ${number}))"
        for number, table in enumerate(moments, start=1)
    ]
    rows = await sql(" UNION ALL ".join(tests), *moments.values())
    return [row["name"] for row in rows]


async def delete_before(table: str, moment: datetime, most: int) -> None:
    """At most so many of the table's rows older than the moment are gone, the oldest first."""
    column = _MOMENTS[table]
    await sql(
        f"DELETE FROM {table} WHERE id IN"
        f" (SELECT id FROM {table} WHERE {column} < $1 ORDER BY {column} LIMIT $2)",
        moment,
        most,
    )
