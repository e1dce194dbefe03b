"""What an owner says is wrong about them in the roll, and what two people made of it. R12.7."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, jsonb, one, sql
from models.entries import Table
from models.files import all_shown
from models.listing import Key, Listing, Moment, Sort, newest
from models.people.bindings import HOME_FROM, HOME_LINE


class RollCorrection(Row):
    """An owner's name or phone as the papers have it. State: open, proposed (a clerk found it so,
    and a second person looks), done, refused, withdrawn.

    `said_cipher` is what it shall be, `was_cipher` what it was before it was done.
    """

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    field = fields.CharField(8)
    said_cipher = fields.BinaryField()
    was_cipher = fields.BinaryField(null=True)
    why = fields.CharField(300)
    files: Any = fields.JSONField(default=list)
    state = fields.CharField(12)
    reason = fields.CharField(300, default="")
    proposed_by = fields.UUIDField(null=True)
    proposed_at = fields.DatetimeField(null=True)
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    made_at = fields.DatetimeField()

    class Meta:
        table = "roll_correction"


ROLL_CORRECTION = Table(
    "roll_correction",
    line="h.code || ' ' || CASE e.field WHEN 'name' THEN '姓名' ELSE '手机号' END",
    joins="JOIN home h ON h.id = e.home_id JOIN unit u ON u.id = h.unit_id"
    " JOIN building g ON g.id = u.building_id",
    community_id="g.community_id",
    place="h.code",
    waits="proposed",
    confirmed="done",
    dropped="open",
    entered_by="proposed_by",
    entered_at="proposed_at",
    confirmed_by="decided_by",
    confirmed_at="decided_at",
    dropped_by="",
    dropped_at="",
    drop_reason="",
)
"""What a clerk found right; dropped, it is an open request again."""

CORRECTIONS = Listing(
    f"c.id, c.field, c.said_cipher, c.why, {all_shown('c.files')} AS files, c.state, c.reason,"
    f" c.made_at, c.decided_at, {HOME_LINE}",
    f"roll_correction c JOIN {HOME_FROM} ON h.id = c.home_id",
    "c.id",
    {"newest": newest("c.made_at"), "oldest": Sort((Key("c.made_at", Moment),), down=False)},
    {"id": "c.id = {id}", "person_id": "c.person_id = {person_id}", "state": "c.state = {state}"},
)
"""Requests to correct the roll, the newest first."""


async def insert(asked: RollCorrection) -> bool:
    """The request waits; False while one of the same owner about the same waits."""
    row = await one(
        "INSERT INTO roll_correction (id, person_id, owner_id, home_id, field, said_cipher, why,"
        " files, state, reason, made_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8::jsonb,'open','',$9)"
        " ON CONFLICT (owner_id, field) WHERE state IN ('open', 'proposed') DO NOTHING"
        " RETURNING id",
        asked.id,
        asked.person_id,
        asked.owner_id,
        asked.home_id,
        asked.field,
        asked.said_cipher,
        asked.why,
        jsonb(asked.files),
        asked.made_at,
    )
    return row is not None


async def lock(correction_id: UUID) -> RollCorrection | None:
    """The request, locked until the end of the transaction."""
    return await RollCorrection.filter(id=correction_id).select_for_update(no_key=True).first()


async def rename(owner_id: UUID, name: str, key: str) -> None:
    """The owner is called so in the roll; `key` is the name as it is matched."""
    await sql("UPDATE owner SET name = $2, name_key = $3 WHERE id = $1", owner_id, name, key)


async def set_phone(owner_id: UUID, sealed: bytes) -> None:
    """The owner's number in the roll is this one."""
    await sql("UPDATE owner SET phone_cipher = $2 WHERE id = $1", owner_id, sealed)
