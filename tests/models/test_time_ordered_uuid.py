"""Ids that the database makes: unique, and standing in the order in which they were made."""

from itertools import pairwise
from uuid import RFC_4122, UUID

from models.base import sql

MADE = """
WITH made AS MATERIALIZED (
    SELECT n, clock_timestamp() AS before, time_ordered_uuid() AS id, clock_timestamp() AS after
      FROM generate_series(1, 5000) AS n
)
SELECT id, (extract(epoch FROM before) * 1000000)::bigint AS before,
       (extract(epoch FROM after) * 1000000)::bigint AS after FROM made ORDER BY n
"""


async def test_later_ids_are_greater_and_tell_their_moment(database: str) -> None:
    rows = await sql(MADE)
    ids: list[UUID] = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    assert {(one.version, one.variant) for one in ids} == {(7, RFC_4122)}
    for row in rows:
        assert row["before"] // 1000 <= row["id"].int >> 80 <= row["after"] // 1000
    # Two of the same microsecond may stand either way; whatever is apart stands in order.
    for one, other in pairwise(rows):
        assert one["id"] < other["id"] or other["before"] <= one["after"]


async def test_random_parts_differ(database: str) -> None:
    rows = await sql("SELECT time_ordered_uuid() AS id FROM generate_series(1, 1000)")
    low = (1 << 62) - 1
    assert len({row["id"].int & low for row in rows}) == len(rows)
