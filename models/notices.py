"""Notices: the public paper, the lobbies where it hangs, the photos of it. R7.2, R7.3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Key, Listing, Moment, Sort


class Lobby(Row):
    """One lobby of one notice: its poster's tokens and the evidence of posting (R7.2)."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    unit: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Unit", on_delete=fields.RESTRICT
    )
    unit_id: UUID
    token = fields.CharField(40, unique=True)
    revoked_at = fields.DatetimeField(null=True)
    posted_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lobby"
        unique_together = (("case_id", "version", "unit_id"),)


class Evidence(Row):
    """A photo of a posted notice; a refused one stays, with the reason.

    It counts once `accepted_at`, by its code or by somebody's look. It is from a person, or from an
    account at the Centre or the street. `waits_for`: no_code, small or sent_before.
    `one_time_code` was shown to the sender who scanned the lobby's code then; `fresh`: it was read
    in the picture. `near_end`: it shows whether the notice still hung, and proves nothing else.
    """

    lobby: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Lobby", on_delete=fields.RESTRICT
    )
    lobby_id: UUID
    file: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.File", on_delete=fields.RESTRICT
    )
    file_id: UUID
    person: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Person", null=True, on_delete=fields.RESTRICT
    )
    person_id: UUID | None
    account_id = fields.UUIDField(null=True)
    taken_in_at = fields.DatetimeField()
    picture_sha256 = fields.BinaryField(null=True)
    waits_for = fields.CharField(12, db_default="")
    one_time_code = fields.CharField(8, db_default="")
    fresh = fields.BooleanField(db_default=False)
    near_end = fields.BooleanField(db_default=False)
    accepted_at = fields.DatetimeField(null=True)
    accepted_by = fields.UUIDField(null=True)
    code_seen = fields.CharField(8, default="none")
    refused_at = fields.DatetimeField(null=True)
    refused_by = fields.UUIDField(null=True)
    reason = fields.CharField(300, default="")

    class Meta:
        table = "evidence"


class PublicNotice(Row):
    """The public face of one notice: the token and the check code printed on the poster, and the
    frozen paper."""

    case: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Case", on_delete=fields.RESTRICT
    )
    case_id: UUID
    version = fields.IntField()
    token = fields.CharField(40, unique=True)
    check_code = fields.CharField(16, unique=True)
    paper: Any = fields.JSONField()
    published_at = fields.DatetimeField()
    published_by = fields.UUIDField()
    superseded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "public_notice"
        unique_together = (("case_id", "version"),)


_PLACE = """
SELECT c.name AS community, c.manager_name, b.name AS building, s.kind, s.name AS scope,
       (SELECT u.name FROM unit u WHERE u.scope_id = s.id ORDER BY u.code LIMIT 1) AS unit,
       i.name AS insurer, p.body::text AS plan,
       coalesce(a.balance_fen, 0)::bigint AS balance_fen,
       coalesce(a.held_fen, 0)::bigint AS held_fen
  FROM "case" k
  JOIN scope s ON s.id = k.scope_id
  JOIN building b ON b.id = s.building_id
  JOIN community c ON c.id = b.community_id
  JOIN insurer i ON i.id = k.insurer_id
  JOIN plan p ON p.case_id = k.id AND p.version = k.version
  LEFT JOIN ledger_account a ON $2 AND a.kind = 'pooled' AND a.owner_ref = s.id
 WHERE k.id = $1
"""
_ELEVATORS = """
SELECT e.id, e.code, e.name, array_agg(u.name ORDER BY u.code) AS units,
       array_agg(u.id ORDER BY u.code) AS unit_ids
  FROM case_elevator ce
  JOIN elevator e ON e.id = ce.elevator_id
  JOIN elevator_unit eu ON eu.elevator_id = e.id
  JOIN unit u ON u.id = eu.unit_id
 WHERE ce.case_id = $1 GROUP BY e.id ORDER BY e.code
"""
# How many homes, and how many owners of homes: several homes of one owner are one (R2.2).
_SHARES = """
SELECT count(DISTINCT s.home_id)::int AS homes,
       count(DISTINCT s.home_id) FILTER (WHERE s.owed_fen > 0)::int AS owing,
       count(DISTINCT s.home_id) FILTER (WHERE s.fund_fen > 0)::int AS bearing,
       count(DISTINCT coalesce(o.owner_id, s.home_id)) FILTER (WHERE s.owed_fen > 0)::int
         AS owing_owners,
       count(DISTINCT coalesce(o.owner_id, s.home_id)) FILTER (WHERE s.fund_fen > 0)::int
         AS bearing_owners,
       (SELECT coalesce(sum(t.owed_fen), 0)::bigint FROM case_share t
         WHERE t.case_id = $1 AND t.version = $2) AS owed_fen
  FROM case_share s
  LEFT JOIN owned_on($3) o ON o.home_id = s.home_id
 WHERE s.case_id = $1 AND s.version = $2
"""
_VOTE = """
SELECT round, threshold, parameters::text AS parameters, counted_at, result::text AS result, token
  FROM vote WHERE id = $1::uuid
"""


async def place_of(case_id: UUID, pooled: bool) -> dict[str, Any]:
    """Names and plan of a case that has a plan, with the pooled account (fen) if that is asked."""
    row = await one(_PLACE, case_id, pooled)
    assert row is not None, "a planned case has a plan"
    return row


async def elevators_of(case_id: UUID) -> list[dict[str, Any]]:
    """The elevators of the case by code, each with the units it serves."""
    return await sql(_ELEVATORS, case_id)


async def shares_of(case_id: UUID, version: int, on: date) -> dict[str, Any]:
    """How many homes and owners bear and owe that plan, and how much (fen) is owed."""
    row = await one(_SHARES, case_id, version, on)
    assert row is not None
    return row


async def vote_of(vote_id: UUID) -> dict[str, Any] | None:
    """A vote as its notice tells it."""
    return await one(_VOTE, vote_id)


async def units_of(scope_id: UUID) -> list[dict[str, Any]]:
    """Id and name of every unit of the scope, by code."""
    return await sql("SELECT id, name FROM unit WHERE scope_id = $1 ORDER BY code", scope_id)


async def hang(case_id: UUID, version: int, tokens: Mapping[UUID, str]) -> None:
    """Every unit has a lobby of this notice, with its own code."""
    await sql(
        "INSERT INTO lobby (id, case_id, version, unit_id, token)"
        " SELECT gen_random_uuid(), $1, $2, l.unit_id, l.token"
        " FROM unnest($3::uuid[], $4::text[]) AS l(unit_id, token)",
        case_id,
        version,
        list(tokens),
        list(tokens.values()),
    )


async def withdraw_earlier(case_id: UUID, version: int, now: datetime) -> None:
    """Papers and codes of earlier versions of the plan are no longer good. R7.6."""
    await PublicNotice.filter(
        case_id=case_id, version__lt=version, superseded_at__isnull=True
    ).update(superseded_at=now)
    await Lobby.filter(case_id=case_id, version__lt=version, revoked_at__isnull=True).update(
        revoked_at=now
    )


_BOARD = """
SELECT n.version, n.token, n.paper->>'check_code' AS check_code,
       n.paper->>'check_url' AS check_url, n.paper->>'public_url' AS public_url
  FROM public_notice n WHERE n.case_id = $1 AND n.version = $2
"""
_LOBBIES = """
SELECT l.unit_id, l.token, l.posted_at, b.name || u.name AS name,
       count(e.id) AS evidence, count(e.id) FILTER (WHERE e.refused_at IS NOT NULL) AS refused,
       coalesce(min(e.code_seen) FILTER (WHERE e.refused_at IS NULL AND NOT e.near_end), '')
         AS code_seen,
       coalesce(min(e.waits_for) FILTER (WHERE e.refused_at IS NULL AND e.accepted_at IS NULL), '')
         AS waits_for
  FROM lobby l
  JOIN unit u ON u.id = l.unit_id
  JOIN building b ON b.id = u.building_id
  LEFT JOIN evidence e ON e.lobby_id = l.id
 WHERE l.case_id = $1 AND l.version = $2
 GROUP BY l.id, u.id, b.id ORDER BY u.code
"""


async def board_of(case_id: UUID, version: int) -> dict[str, Any] | None:
    """The public codes of that version's notice, None before there is one."""
    return await one(_BOARD, case_id, version)


async def lobbies_of(case_id: UUID, version: int) -> list[dict[str, Any]]:
    """The lobbies of that notice by code of the unit, with how many photos came and what the one
    that counts shows."""
    return await sql(_LOBBIES, case_id, version)


async def paper_of(case_id: UUID, version: int) -> str | None:
    """The frozen paper of that version as JSON."""
    row = await one(
        "SELECT paper::text AS paper FROM public_notice WHERE case_id = $1 AND version = $2",
        case_id,
        version,
    )
    return row["paper"] if row else None


_LOBBY = """
SELECT l.id, l.case_id, l.version, l.unit_id, l.posted_at, l.token,
       c.name || b.name || u.name AS place
  FROM lobby l
  JOIN unit u ON u.id = l.unit_id
  JOIN building b ON b.id = u.building_id
  JOIN community c ON c.id = b.community_id
 WHERE l.token = $1 AND l.revoked_at IS NULL
"""


async def lobby_of(token: str) -> dict[str, Any] | None:
    """The lobby with this code, while the code is good."""
    return await one(_LOBBY, token)


async def sent_before(picture: bytes) -> bool:
    """Whether the same picture was sent before, for whatever lobby of whatever notice."""
    row = await one("SELECT 1 AS yes FROM evidence WHERE picture_sha256 = $1 LIMIT 1", picture)
    return row is not None


async def replace_photo(lobby_id: UUID, sender: UUID, reason: str, now: datetime) -> None:
    """What was sent before for the lobby no longer counts, and says why."""
    await Evidence.filter(lobby_id=lobby_id, refused_at__isnull=True, near_end=False).update(
        refused_at=now, refused_by=sender, reason=reason
    )


async def accept_photo(evidence_id: UUID, by: UUID, now: datetime) -> None:
    """The photo counts from when it came, and so does its lobby."""
    await sql(
        "WITH good AS (UPDATE evidence SET accepted_at = $3, accepted_by = $2 WHERE id = $1"
        " RETURNING lobby_id, taken_in_at)"
        " UPDATE lobby l SET posted_at = good.taken_in_at FROM good WHERE l.id = good.lobby_id",
        evidence_id,
        by,
        now,
    )


async def waiting_photo(case_id: UUID, version: int, unit_id: UUID) -> UUID | None:
    """The photo of that lobby that somebody has to look at."""
    row = await one(
        "SELECT e.id FROM evidence e JOIN lobby l ON l.id = e.lobby_id WHERE l.case_id = $1"
        " AND l.version = $2 AND l.unit_id = $3 AND e.accepted_at IS NULL"
        " AND e.refused_at IS NULL",
        case_id,
        version,
        unit_id,
    )
    return row["id"] if row else None


async def refuse_photos(
    case_id: UUID, version: int, unit_id: UUID, by: UUID, reason: str, now: datetime
) -> None:
    """The unit's photos of that notice do not count, and the lobby waits for one again."""
    lobby = await Lobby.get(case_id=case_id, version=version, unit_id=unit_id)
    await Evidence.filter(lobby_id=lobby.id, refused_at__isnull=True).update(
        refused_at=now, refused_by=by, reason=reason
    )
    await Lobby.filter(id=lobby.id).update(posted_at=None)


EVIDENCE = Listing(
    "e.id, e.taken_in_at, e.code_seen, e.refused_at, e.reason, e.accepted_at, e.waits_for,"
    " e.one_time_code, e.fresh, e.near_end, l.unit_id, b.name || u.name AS place",
    "evidence e JOIN lobby l ON l.id = e.lobby_id JOIN unit u ON u.id = l.unit_id"
    " JOIN building b ON b.id = u.building_id",
    "e.id",
    {"oldest": Sort((Key("e.taken_in_at", Moment),), down=False)},
    {"waiting": "e.refused_at IS NULL AND e.accepted_at IS NULL"},
    always="l.case_id = {case_id}::uuid AND l.version = {version}::int",
    needs=("case_id", "version"),
)
"""The photos of one notice, oldest first."""


async def photo_of(evidence_id: UUID) -> dict[str, Any] | None:
    """The picture of a piece of evidence and the case it belongs to."""
    return await one(
        "SELECT l.case_id, f.id, f.class AS file_class, f.sealed_key, f.content, f.owner_kind,"
        " f.original_sha256"
        " FROM evidence e JOIN lobby l ON l.id = e.lobby_id"
        " JOIN file f ON f.id = e.file_id WHERE e.id = $1",
        evidence_id,
    )
