"""Bindings that the Centre ends, and those that owners contest. R1.2, R2.5."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.entries import Table, TwoPersonRow
from models.listing import Key, Listing, Moment, Sort, newest
from models.people.bindings import HOME_FROM, HOME_LINE


class BindingEnding(TwoPersonRow):
    """A login that shall be bound as an owner no more; with a contested change, the login that
    shall take its place.

    State: draft, confirmed, dropped.
    """

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    owner: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Owner", on_delete=fields.RESTRICT
    )
    owner_id: UUID
    change: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.LoginChange", null=True, on_delete=fields.RESTRICT
    )
    change_id: UUID | None
    reason = fields.CharField(300)

    class Meta:
        table = "binding_ending"


class BindingContest(Row):
    """An owner says that somebody else is bound wrongly to their home. State: open, ended (the
    binding is over), dismissed."""

    binding: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Binding", on_delete=fields.RESTRICT
    )
    binding_id: UUID
    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    reason = fields.CharField(500)
    state = fields.CharField(12)
    made_at = fields.DatetimeField()
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    answer = fields.CharField(300, default="")

    class Meta:
        table = "binding_contest"


OF_HOME = Listing(
    f"b.id AS binding_id, b.how, b.from_at, w.name AS owner_name, b.person_id, p.phone_cipher,"
    f" {HOME_LINE},"
    " b.person_id IS NOT DISTINCT FROM {person_id}::uuid AS mine,"
    " EXISTS (SELECT 1 FROM binding_contest k WHERE k.binding_id = b.id AND k.state = 'open')"
    " AS contested",
    f"live_bindings() b JOIN owner w ON w.id = b.owner_id JOIN person p ON p.id = b.person_id"
    f" JOIN {HOME_FROM} ON h.id = b.home_id",
    "b.id",
    {"oldest": Sort((Key("b.from_at", Moment),), down=False)},
    {"id": "b.id = {id}"},
    always="b.home_id = {home_id}",
    needs=("home_id", "person_id"),
)
"""The logins bound to a home now, the first one first."""

CONTESTS = Listing(
    "k.id, k.binding_id, k.reason, k.state, k.made_at, k.answer, k.decided_at,"
    f" w.name AS owner_name, {HOME_LINE}",
    "binding_contest k JOIN binding b ON b.id = k.binding_id JOIN owner w ON w.id = b.owner_id"
    f" JOIN {HOME_FROM} ON h.id = b.home_id",
    "k.id",
    {"newest": newest("k.made_at")},
    {"id": "k.id = {id}", "state": "k.state = {state}", "person_id": "k.person_id = {person_id}"},
)
"""What owners said of bindings to their homes, the newest first."""

BINDING_ENDING = Table(
    "binding_ending",
    line="'终止一位业主的微信绑定'",
    place="coalesce((SELECT h.code FROM binding b JOIN home h ON h.id = b.home_id"
    " WHERE b.person_id = e.person_id AND b.owner_id = e.owner_id ORDER BY b.from_at LIMIT 1), '')",
    community_id="(SELECT g.community_id FROM binding b JOIN home h ON h.id = b.home_id"
    " JOIN unit u ON u.id = h.unit_id JOIN building g ON g.id = u.building_id"
    " WHERE b.person_id = e.person_id AND b.owner_id = e.owner_id ORDER BY b.from_at LIMIT 1)",
)

ENDINGS = Listing(
    "e.id, e.state, e.reason, e.entered_by, e.entered_at, e.confirmed_at, e.drop_reason,"
    " e.change_id, w.name AS owner_name,"
    f" {BINDING_ENDING.place} AS home",
    "binding_ending e JOIN owner w ON w.id = e.owner_id",
    "e.id",
    {"newest": newest("e.entered_at")},
    {"id": "e.id = {id}", "state": "e.state = {state}"},
)
"""Bindings that the Centre ends or has ended, the newest first."""


async def insert_ending(ending: BindingEnding) -> bool:
    """The ending waits for its second person; False while one of the same login waits."""
    row = await one(
        "INSERT INTO binding_ending (id, person_id, owner_id, change_id, reason, state, entered_by,"
        " entered_at) VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7)"
        " ON CONFLICT (person_id, owner_id) WHERE state = 'draft' DO NOTHING RETURNING id",
        ending.id,
        ending.person_id,
        ending.owner_id,
        ending.change_id,
        ending.reason,
        ending.entered_by,
        ending.entered_at,
    )
    return row is not None


async def insert_contest(contest: BindingContest) -> bool:
    """The contest waits; False while the binding is contested already."""
    row = await one(
        "INSERT INTO binding_contest (id, binding_id, person_id, reason, state, made_at, answer)"
        " VALUES ($1, $2, $3, $4, 'open', $5, '')"
        " ON CONFLICT (binding_id) WHERE state = 'open' DO NOTHING RETURNING id",
        contest.id,
        contest.binding_id,
        contest.person_id,
        contest.reason,
        contest.made_at,
    )
    return row is not None


async def lock_contest(contest_id: UUID) -> BindingContest | None:
    """The contest, locked until the end of the transaction."""
    return await BindingContest.filter(id=contest_id).select_for_update(no_key=True).first()


async def contests_over(
    person_id: UUID, owner_id: UUID, by: UUID, now: datetime
) -> list[dict[str, Any]]:
    """What was contested of this login's bindings as the owner has ended; who had said so."""
    return await sql(
        "UPDATE binding_contest k SET state = 'ended', decided_by = $3, decided_at = $4"
        "  FROM binding b WHERE b.id = k.binding_id AND k.state = 'open' AND b.person_id = $1"
        "   AND b.owner_id = $2 RETURNING k.person_id, b.home_id",
        person_id,
        owner_id,
        by,
        now,
    )


async def homes_of(person_id: UUID, owner_id: UUID) -> list[UUID]:
    """The homes to which the login is bound as the owner now."""
    rows = await sql(
        "SELECT home_id FROM live_bindings() WHERE person_id = $1 AND owner_id = $2"
        " ORDER BY home_id",
        person_id,
        owner_id,
    )
    return [row["home_id"] for row in rows]


_DONE = """
SELECT 'signature' AS kind, g.case_id, NULL::uuid AS vote_id, g.signed_at AS at,
       g.withdrawn_at IS NULL AS stands, g.id
  FROM signature g WHERE g.person_id = {person} AND g.owner_id = {owner}
 UNION ALL
SELECT 'objection', o.case_id, NULL, o.arrived_at,
       o.state IN ('draft', 'open', 'recorded'), o.id
  FROM objection o WHERE o.person_id = {person} AND o.owner_id = {owner}
 UNION ALL
SELECT 'ballot', v.case_id, v.id, b.cast_at,
       b.state IN ('valid', 'concurring', 'contested'), b.id
  FROM ballot b JOIN vote v ON v.id = b.vote_id
 WHERE b.person_id = {person} AND b.owner_id = {owner}
 UNION ALL
SELECT 'report', y.case_id, NULL, r.reported_at, r.answered_at IS NULL, r.id
  FROM lobby_report r JOIN lobby y ON y.id = r.lobby_id WHERE r.person_id = {person}
"""
DONE = Listing(
    "d.id, d.kind, d.case_id, d.vote_id, d.at, d.stands, k.number AS case_number,"
    " s.name AS scope_name",
    f"({_DONE.format(person='{person_id}::uuid', owner='{owner_id}::uuid')}) d"
    ' JOIN "case" k ON k.id = d.case_id JOIN scope s ON s.id = k.scope_id',
    "d.id",
    {"newest": newest("d.at")},
    needs=("person_id", "owner_id"),
)
"""What a login did as an owner: signatures, objections, ballots (never what they said), and its
reports of bare lobbies."""
