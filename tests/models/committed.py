"""A database in which every watched table has rows that the log committed to."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from tortoise.transactions import in_transaction

from models.base import sql
from models.log import append, seal, watch, watched
from rules.log import Event
from server.engines import postgres
from tests.databases import other_database
from tests.signer import SIGNER

NOW = datetime(2025, 3, 3, tzinfo=UTC)

_COLUMNS = """
SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, a.atttypmod - 4 AS room,
    a.attnotnull AS needed FROM pg_attribute a
WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped
"""
_CHECKS = """
SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
"""

VALUES = {
    "uuid": "gen_random_uuid()",
    "bigint": "{n}::bigint",
    "integer": "{n}::int",
    "smallint": "({n} % 30000)::smallint",
    "numeric": "{n}::numeric",
    "boolean": "{n} % 2 = 0",
    "text": "'t{n}'",
    "character varying": "right('{n}', {room})",
    "bytea": "sha256('t{n}'::bytea)",
    "jsonb": "jsonb_build_object('n', {n})",
    "date": "DATE '2025-01-01' + {n} % 9000",
    "timestamp with time zone": "TIMESTAMPTZ '2025-01-01Z' + {n} * interval '1 microsecond'",
    '"char"': 'chr(65 + {n} % 3)::"char"',
    "text[]": "ARRAY['t{n}']",
    "bytea[]": "ARRAY[sha256('t{n}'::bytea)]",
}
"""A value of each type that a column may have, another for each number."""


@dataclass(frozen=True)
class Column:
    """A column as the catalogue has it."""

    name: str
    type: str
    room: int
    needed: bool

    def value(self, number: int) -> str:
        """The expression for one value of it."""
        return VALUES[self.type].format(n=number, room=max(self.room, 1))

    def other(self, number: int) -> str:
        """The expression for a value that hardly is the one that stands there."""
        return f'NOT "{self.name}"' if self.type == "boolean" else self.value(number)


def administered(url: str, var_dir: Path) -> str:
    """The superuser's URL of the same database."""
    return other_database(postgres.admin_url(var_dir), url.rpartition("/")[2])


async def unguarded() -> None:
    """No trigger and no foreign key holds this transaction back, as none holds a superuser."""
    await sql("SET LOCAL session_replication_role = replica")


async def columns_of(table: str) -> list[Column]:
    """The table's columns."""
    return [Column(**row) for row in await sql(_COLUMNS, f'"{table}"')]


async def insertion(table: str, number: int) -> str:
    """The statement that puts one more row into a table."""
    columns = await columns_of(table)
    names = ", ".join(f'"{column.name}"' for column in columns)
    values = ", ".join(column.value(number + n) for n, column in enumerate(columns))
    return f'INSERT INTO "{table}" AS r ({names}) VALUES ({values})'


async def fill(chance: Random, rows: int = 3) -> None:
    """Every watched table has so many rows more, which an event commits to.

    They are of no sense: what is looked for is whether a change of any is seen.
    """
    for row in await sql(_CHECKS):
        if not row["table"].startswith("log_"):
            await sql(f'ALTER TABLE {row["table"]} DROP CONSTRAINT "{row["name"]}"')
    async with in_transaction():
        await unguarded()
        for table in await watched():
            for _ in range(rows):
                statement = await insertion(table.relation, chance.randrange(1, 10**9))
                await sql(f"{statement} ON CONFLICT DO NOTHING")
        await sql("UPDATE file SET stored_sha256 = sha256(content)")
        await sql("DELETE FROM log_shape")
        await watch()
        await append([event()])
        await seal(NOW, SIGNER.sign)


def event(**facts: Any) -> Event:
    """Some event about something of its own."""
    body = {"n": 1, **facts}
    return Event(uuid4(), "case", uuid4(), "Signed", body, "system", None, "", "", "", NOW)
