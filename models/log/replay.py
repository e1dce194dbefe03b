"""Comparing every watched row with what the log committed to, both ways. R12.3."""

from collections.abc import Callable, Mapping
from typing import Any

from models.base import sql
from models.log.content import UNIT_HASH
from models.log.findings import FINDINGS_MAX, Finding
from models.log.watching import Watched, in_utc, watched

Told = Callable[[str], None]
"""Where progress is said: one line for each table."""

# What was noted last of each key, against what is there. The server sorts on its disk, and only
# what differs is sent.
_DIFFERENCES = """
WITH said AS (
    SELECT DISTINCT ON (u.key) u.key, c.act, u.hash FROM log_content c
    CROSS JOIN LATERAL unnest(c.keys, c.hashes) AS u(key, hash)
    WHERE c.relation = $1 ORDER BY u.key, c.id DESC
), live AS ({rows})
SELECT key, CASE WHEN said.key IS NULL THEN 'row without an event'
    WHEN said.act = 'D' THEN 'row back after it was deleted'
    WHEN live.key IS NULL THEN 'row gone without an event'
    ELSE 'row unlike its event' END AS what
FROM said FULL JOIN live USING (key)
WHERE CASE WHEN said.key IS NULL OR said.act = 'D' THEN live.key IS NOT NULL
    ELSE live.key IS NULL OR live.hash <> said.hash END
ORDER BY key LIMIT $2
"""

# Units and events, both ways. Every row that no event tells of is named; what an event wrote is
# named by the first of its rows.
_UNITS = f"""
WITH noted AS (
    SELECT c.unit, {UNIT_HASH} AS content, min(c.id) AS first FROM log_content c GROUP BY c.unit
), told AS (
    SELECT unit, min(seq) AS seq, count(DISTINCT content) = 1 AS one,
        min(encode(content, 'hex')) AS content
    FROM log_event WHERE unit IS NOT NULL GROUP BY unit
)
SELECT told.seq, c.relation, c.keys[1:3] AS keys, c.act::text AS act,
    CASE WHEN told.unit IS NULL THEN 'changed without an event'
    WHEN noted.unit IS NULL THEN 'event without what it wrote'
    ELSE 'what an event wrote was altered' END AS what
FROM noted FULL JOIN told USING (unit)
LEFT JOIN log_content c ON c.unit = noted.unit AND (told.unit IS NULL OR c.id = noted.first)
WHERE told.unit IS NULL OR noted.unit IS NULL OR NOT told.one
    OR told.content <> encode(noted.content, 'hex')
ORDER BY coalesce(told.seq, 0), c.id LIMIT $1
"""


async def replay(told: Told) -> list[Finding]:
    """What does not fit between events, their commitments and the rows of every watched table.

    Rows whose columns changed since the log committed to them (a migration without `watch`) are
    one finding for the table. Memory is bounded: only differences leave the server.
    """
    await in_utc()
    found = await units()
    for table in await watched():
        if not table.guarded:
            found.append(Finding("not watched", table.relation))
        found += await compare(table)
        told(f"{table.relation}: compared")
    return found


async def units() -> list[Finding]:
    """What was written without an event, and events that do not commit to what is noted."""
    return [Finding(row["what"], _where(row)) for row in await sql(_UNITS, FINDINGS_MAX)]


def _where(row: Mapping[str, Any]) -> str:
    said = [f"event {row['seq']}"] if row["seq"] is not None else []
    return " ".join(said + ([f"{row['relation']} {', '.join(row['keys'])}"] if row["keys"] else []))


async def compare(table: Watched) -> list[Finding]:
    """The rows of one table that are not what the log committed to, and those it has no word of;
    `in_utc` must have been called in this transaction."""
    rows = await sql(_DIFFERENCES.format(rows=table.rows), table.relation, FINDINGS_MAX)
    return [Finding(row["what"], f"{table.relation} {row['key']}") for row in rows]
