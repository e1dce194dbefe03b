"""What one enters and another confirms, as stored: locked, decided once, shown while it waits.

The tables share their columns: state, entered_by, entered_at, confirmed_by, confirmed_at,
dropped_by, dropped_at, drop_reason. Where a table has other names, its `Table` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.desk import Waiting
from rules.entries import Entry


class TwoPersonRow(Row):
    """A row that counts once another than its author confirmed it."""

    state = fields.CharField(12)
    entered_by: Any = fields.UUIDField()
    entered_at: Any = fields.DatetimeField()
    confirmed_by = fields.UUIDField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    dropped_by = fields.UUIDField(null=True)
    dropped_at = fields.DatetimeField(null=True)
    drop_reason = fields.CharField(500, db_default="")

    class Meta:
        abstract = True


REOPENED = "open"
"""The state of what a second person sent back: it waits for a decision as it did at first."""


@dataclass(frozen=True)
class Table:
    """Where entries of one kind are stored, and what the desk says of one that waits.

    `line`, `amount_fen`, `community_id`, `place` and `due_on` are expressions over the row `e` and
    the `joins`. `confirmed` and `dropped` are the states after a decision; an empty column name
    means that the table does not keep it.
    """

    name: str
    line: str
    amount_fen: str = "NULL::bigint"
    community_id: str = "NULL::uuid"
    place: str = "''"
    due_on: str = "NULL::date"
    joins: str = ""
    waits: str = "draft"
    confirmed: str = "confirmed"
    dropped: str = "dropped"
    entered_by: str = "entered_by"
    entered_at: str = "entered_at"
    confirmed_by: str = "confirmed_by"
    confirmed_at: str = "confirmed_at"
    dropped_by: str = "dropped_by"
    dropped_at: str = "dropped_at"
    drop_reason: str = "drop_reason"
    also: str = "true"
    """A further condition on the row, where the table holds several kinds."""

    def waiting(self) -> Waiting:
        """Those that wait for the second person; a partial index on the state finds them."""
        return Waiting(
            source=f'"{self.name}" e {self.joins}',
            where=f"e.state = '{self.waits}' AND {self.also}",
            id="e.id",
            title=self.line,
            state="e.state",
            since_at=f"e.{self.entered_at}",
            due_on=self.due_on,
            amount_fen=self.amount_fen,
            community_id=self.community_id,
            place=self.place,
            entered_by=f"e.{self.entered_by}",
        )

    def entry(self, row: Mapping[str, Any]) -> Entry:
        """What the rules ask of a row."""
        return Entry(row["state"] == self.waits, row[self.entered_by])


async def lock(table: Table, entry_id: UUID) -> dict[str, Any] | None:
    """The whole row, locked until the end of the transaction; None if there is none.

    JSON columns are text, as PostgreSQL gives them.
    """
    return await one(
        f'SELECT e.* FROM "{table.name}" e WHERE e.id = $1 AND {table.also} FOR NO KEY UPDATE OF e',
        entry_id,
    )


async def confirmed(
    table: Table, entry_id: UUID, by: UUID, at: datetime, kept: Mapping[str, Any]
) -> None:
    """The entry counts; `kept` are further columns that its confirmation fills."""
    known = {table.confirmed_by: by, table.confirmed_at: at}
    await _decide(table, entry_id, {"state": table.confirmed, **known, **kept})


async def dropped(table: Table, entry_id: UUID, by: UUID, at: datetime, reason: str) -> None:
    """The entry never counts; who said so and why stays with it. Where that leaves it open again,
    nobody's finding stands any more: whoever entered it may decide otherwise now."""
    known: dict[str, Any] = {table.dropped_by: by, table.dropped_at: at, table.drop_reason: reason}
    if table.dropped == REOPENED:
        known |= {table.entered_by: None, table.entered_at: None}
    await _decide(table, entry_id, {"state": table.dropped, **known})


async def _decide(table: Table, entry_id: UUID, values: Mapping[str, Any]) -> None:
    columns = {name: value for name, value in values.items() if name}
    assert all(name.isidentifier() for name in columns)
    sets = ", ".join(f'"{name}" = ${number}' for number, name in enumerate(columns, 2))
    await sql(f'UPDATE "{table.name}" SET {sets} WHERE id = $1', entry_id, *columns.values())
