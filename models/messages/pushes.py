"""What WeChat pushed to us, so that a repeat does nothing. R13.3."""

from collections.abc import Mapping
from datetime import datetime

from tortoise import fields

from models.base import Row, sql


class Pushed(Row):
    """A push from WeChat already handled: its key, so that a repeat does nothing."""

    key = fields.CharField(200, unique=True)
    kind = fields.CharField(60)
    at = fields.DatetimeField()

    class Meta:
        table = "pushed"


async def remember(kinds: Mapping[str, str], at: datetime) -> set[str]:
    """The keys of pushes that were not known, now remembered; a repeat waits for the first."""
    known = sorted(kinds.items())
    rows = await sql(
        "INSERT INTO pushed (id, key, kind, at)"
        " SELECT gen_random_uuid(), p.key, left(p.kind, 60), $3"
        " FROM unnest($1::text[], $2::text[]) AS p(key, kind)"
        " ON CONFLICT (key) DO NOTHING RETURNING key",
        [key for key, _ in known],
        [kind for _, kind in known],
        at,
    )
    return {row["key"] for row in rows}
