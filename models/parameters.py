"""Versions of the policy parameters; the newest in force is frozen onto a case. Section 14."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from tortoise import fields

from models.base import Row, jsonb, one, sql
from models.entries import Table, TwoPersonRow
from models.files import shown
from models.ids import new_id
from models.listing import Listing, newest, rows_of
from rules.city import CITY
from rules.parameters import Parameters

# Any number that nobody else uses.
_VERSIONS = 0x506F6C69


class ParameterVersion(Row):
    """A version of the parameters, with its source.

    By their dotted names: all of the city's, or what the filed rules of one community say instead
    (R8.2). `number` counts from 1 in each; 0 is from before there were numbers.
    """

    community_id = fields.UUIDField(null=True)
    number = fields.IntField(db_default=0)
    values: Any = fields.JSONField()
    source = fields.CharField(200)
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "parameter_version"


class ParameterChange(TwoPersonRow):
    """A change of parameters that a second person confirms.

    `changes` by dotted names, and what they `were` then. `filed_on`, `file_id`: a community's
    rules, as they were filed. State: draft, confirmed, dropped.
    """

    community_id = fields.UUIDField(null=True)
    changes: Any = fields.JSONField()
    were: Any = fields.JSONField()
    source = fields.CharField(200)
    filed_on = fields.DateField(null=True)
    file_id = fields.UUIDField(null=True)
    entered_at = fields.DatetimeField(db_index=True)
    version_id = fields.UUIDField(null=True)

    class Meta:
        table = "parameter_change"


PARAMETER_CHANGE = Table("parameter_change", line="e.source", community_id="e.community_id")

CHANGES = Listing(
    "c.id, c.community_id, coalesce(m.name, '') AS community, c.changes::text AS changes,"
    " c.were::text AS were, c.source, c.filed_on,"
    f" {shown('c.file_id')} AS file, c.state, v.number AS version,"
    " c.entered_by, c.entered_at, c.confirmed_at, c.dropped_at, c.drop_reason",
    "parameter_change c LEFT JOIN community m ON m.id = c.community_id"
    " LEFT JOIN parameter_version v ON v.id = c.version_id",
    "c.id",
    {"newest": newest("c.entered_at")},
    {
        "id": "c.id = {id}",
        "state": "c.state = {state}",
        "community_id": "c.community_id = {community_id}",
        "name": "c.changes ? {name}",
    },
)
VERSIONS = Listing(
    "v.id, v.number AS version, v.entered_at AS in_force_at, v.source, c.filed_on,"
    " coalesce(c.changes, '{{}}')::text AS changes, coalesce(c.were, '{{}}')::text AS were",
    "parameter_version v LEFT JOIN parameter_change c ON c.version_id = v.id",
    "v.id",
    {"newest": newest("v.entered_at")},
    always="v.community_id IS NOT DISTINCT FROM {of}::uuid",
    needs=("of",),
)


async def change(change_id: UUID) -> dict[str, Any] | None:
    """One change as the list has it."""
    rows = await rows_of(CHANGES, {"id": change_id}, limit=1)
    return rows[0] if rows else None


_CURRENT = """
SELECT DISTINCT ON (community_id) "values"::text AS it
  FROM parameter_version WHERE community_id IS NULL OR community_id = $1
 ORDER BY community_id NULLS FIRST, number DESC, entered_at DESC
"""


async def current_parameters(community_id: UUID | None = None) -> Parameters:
    """The newest version, or the defaults while none was entered; in a community, what its filed
    rules say goes before it. R8.2."""
    rows = await sql(_CURRENT, community_id)
    if not rows:
        return CITY.parameters
    values: dict[str, Any] = {}
    for row in rows:
        values |= msgspec.json.decode(row["it"])
    return Parameters.from_mapping(values)


async def versions_change() -> None:
    """No other version comes into force until this transaction ends."""
    await sql("SELECT pg_advisory_xact_lock($1)", _VERSIONS)


async def new_version(
    community_id: UUID | None, values: dict[str, Any], source: str, actor: UUID, now: datetime
) -> tuple[UUID, int]:
    """The id and the number of a version that is in force from now on; `versions_change` first."""
    row = await one(
        "INSERT INTO parameter_version (id, community_id, number, values, source, entered_by,"
        " entered_at) SELECT $1, $2, coalesce(max(number), 0) + 1, $3::jsonb, $4, $5, $6"
        " FROM parameter_version WHERE community_id IS NOT DISTINCT FROM $2 RETURNING id, number",
        new_id(),
        community_id,
        jsonb(values),
        source,
        actor,
        now,
    )
    assert row is not None
    return row["id"], row["number"]
