"""One live login of a natural person: face checks, and a login that is to replace another. R2.5."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Listing, newest
from models.people.bindings import HOME_FROM, HOME_LINE


class FaceCheck(Row):
    """A face check that WeChat opened for a person with the papers that `papers_index` stands for;
    its id is the sequence number that WeChat knows it by. It serves once."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.CASCADE
    )
    person_id: UUID
    papers_index = fields.BinaryField()
    verify_id = fields.CharField(256)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "face_check"
        indexes = (("person_id", "made_at"), ("made_at",))


class LoginChange(Row):
    """A login that is to be an owner's only one, once the waiting time is over.

    State: waiting, done, contested (a clerk decides), refused, withdrawn.
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
    how = fields.CharField(16)
    state = fields.CharField(12)
    made_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    contested_by = fields.UUIDField(null=True)
    contested_at = fields.DatetimeField(null=True)
    contest = fields.TextField(default="")
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    answer = fields.TextField(default="")

    class Meta:
        table = "login_change"


CHANGES = Listing(
    "c.id, c.how, c.state, c.made_at, c.due_at, c.contest, c.contested_at, c.answer, c.decided_at,"
    " c.person_id IS NOT DISTINCT FROM {person_id}::uuid AS mine, w.name AS owner_name,"
    f" {HOME_LINE}",
    f"login_change c JOIN owner w ON w.id = c.owner_id JOIN {HOME_FROM} ON h.id = c.home_id",
    "c.id",
    {"newest": newest("c.made_at")},
    {
        "id": "c.id = {id}",
        "state": "c.state = {state}",
        # One's own, and those by which one's own login would be replaced.
        "own": "(c.person_id = {person_id}::uuid OR EXISTS (SELECT 1 FROM live_bindings() l"
        " WHERE l.person_id = {person_id}::uuid AND l.owner_id = c.owner_id)"
        " OR c.contested_by = {person_id}::uuid)",
    },
    needs=("person_id",),
)
"""Changes of a login, the newest first."""


async def lock_owner(owner_id: UUID) -> bool:
    """Whoever is bound as the owner is found out one after the other; whether the owner is a
    natural person."""
    row = await one(
        "SELECT id_kind <> 'body' AS natural FROM owner WHERE id = $1 FOR NO KEY UPDATE", owner_id
    )
    assert row is not None, "an ownership has its owner"
    return bool(row["natural"])


async def logins_as(owner_id: UUID, but: UUID) -> list[UUID]:
    """The logins that are bound as the owner now, except that one."""
    rows = await sql(
        "SELECT DISTINCT person_id FROM live_bindings() WHERE owner_id = $1 AND person_id <> $2"
        " ORDER BY person_id",
        owner_id,
        but,
    )
    return [row["person_id"] for row in rows]


async def homes_as(owner_id: UUID) -> list[UUID]:
    """The homes to which some login is bound as the owner now."""
    rows = await sql(
        "SELECT DISTINCT home_id FROM live_bindings() WHERE owner_id = $1 ORDER BY home_id",
        owner_id,
    )
    return [row["home_id"] for row in rows]


async def insert_change(change: LoginChange) -> bool:
    """The change waits; False while another of the same owner waits or is contested."""
    row = await one(
        "INSERT INTO login_change (id, person_id, owner_id, home_id, how, state, made_at, due_at,"
        " contest, answer) VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, '', '')"
        " ON CONFLICT (owner_id) WHERE state IN ('waiting', 'contested') DO NOTHING RETURNING id",
        change.id,
        change.person_id,
        change.owner_id,
        change.home_id,
        change.how,
        change.made_at,
        change.due_at,
    )
    return row is not None


async def lock_change(change_id: UUID) -> LoginChange | None:
    """The change, locked until the end of the transaction."""
    return await LoginChange.filter(id=change_id).select_for_update(no_key=True).first()


async def due(now: datetime, limit: int) -> list[UUID]:
    """Changes whose waiting time is over without a contest."""
    rows = await sql(
        "SELECT id FROM login_change WHERE state = 'waiting' AND due_at <= $1"
        " ORDER BY due_at LIMIT $2",
        now,
        limit,
    )
    return [row["id"] for row in rows]


async def is_bound_as(person_id: UUID, owner_id: UUID) -> bool:
    """Whether the login is bound as the owner now."""
    row = await one(
        "SELECT 1 AS yes FROM live_bindings() WHERE person_id = $1 AND owner_id = $2 LIMIT 1",
        person_id,
        owner_id,
    )
    return row is not None


async def checks_since(person_id: UUID, since: datetime) -> int:
    """How many face checks the person began after that moment."""
    return await FaceCheck.filter(person_id=person_id, made_at__gt=since).count()


async def use_check(check_id: UUID, now: datetime) -> bool:
    """The face check is used up; False when it was."""
    return bool(await FaceCheck.filter(id=check_id, used_at=None).update(used_at=now))
