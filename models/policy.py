"""Versions of the policy parameters; the newest in force is frozen onto a case. Section 14."""

from typing import Any

import msgspec
from tortoise import fields

from models.base import Row, one
from rules.policy import DEFAULT, Policy


class PolicyVersion(Row):
    """One version of all parameters by their dotted names, with its source."""

    values: Any = fields.JSONField()
    source = fields.CharField(200)
    entered_by = fields.UUIDField()
    entered_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "policy_version"


async def current_policy() -> Policy:
    """The newest version, or the defaults while none was entered."""
    row = await one(
        'SELECT "values"::text AS it FROM policy_version ORDER BY entered_at DESC LIMIT 1'
    )
    if row is None:
        return DEFAULT
    return Policy.from_mapping(msgspec.json.decode(row["it"]))
