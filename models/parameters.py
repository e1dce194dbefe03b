"""Versions of the policy parameters; the newest in force is frozen onto a case. Section 14."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec
from tortoise import fields

from models.base import Row, jsonb, one, sql
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


class ParameterChange(Row):
    """A change of parameters that a second person confirms.

    `changes` by dotted names, and what they `were` then. `filed_on`, `file_id`: a community's
    rules, as they were filed.
    """

    community_id = fields.UUIDField(null=True)
    changes: Any = fields.JSONField()
    were: Any = fields.JSONField()
    source = fields.CharField(200)
    filed_on = fields.DateField(null=True)
    file_id = fields.UUIDField(null=True)
    state = fields.CharField(12)  # proposed, confirmed, refused
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField(db_index=True)
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    reason = fields.CharField(300, default="")
    version_id = fields.UUIDField(null=True)

    class Meta:
        table = "parameter_change"


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
        uuid4(),
        community_id,
        jsonb(values),
        source,
        actor,
        now,
    )
    assert row is not None
    return row["id"], row["number"]
