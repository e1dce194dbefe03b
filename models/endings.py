"""Objections ended by a signed paper: entered by one, confirmed by another. R7.6, R1.2."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import sql
from models.entries import Table, TwoPersonRow


class ObjectionEnding(TwoPersonRow):
    """A paper on which an objector agrees (settled) or takes the objection back (withdrawn).

    State: draft, confirmed, dropped (also when the objection ended otherwise meanwhile).
    """

    objection: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Objection", on_delete=fields.RESTRICT
    )
    objection_id: UUID
    outcome = fields.CharField(12)
    record: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT, related_name="objection_endings"
    )
    record_id: UUID
    note = fields.TextField(default="")

    class Meta:
        table = "objection_ending"


OBJECTION_ENDING = Table(
    "objection_ending",
    line="k.number || CASE e.outcome WHEN 'settled' THEN ' 书面协商一致' ELSE ' 书面撤回' END",
    community_id="k.community_id",
    place="s.name",
    joins='JOIN objection o ON o.id = e.objection_id JOIN "case" k ON k.id = o.case_id'
    " JOIN scope s ON s.id = k.scope_id",
)


async def give_up(objection_id: UUID, at: datetime, reason: str) -> None:
    """What waits of this objection is no longer needed: it has ended."""
    await sql(
        "UPDATE objection_ending SET state = 'dropped', dropped_at = $2, drop_reason = $3"
        " WHERE objection_id = $1 AND state = 'draft'",
        objection_id,
        at,
        reason,
    )


async def waits(objection_id: UUID) -> bool:
    """Whether a paper that would end this objection waits for its second person."""
    return await ObjectionEnding.exists(objection_id=objection_id, state="draft")
