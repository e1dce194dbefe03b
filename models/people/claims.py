"""Claims of homes by papers, and the ownership that one shows. R2.4, R2.5."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, jsonb, one, sql
from models.entries import Table
from models.files import all_shown
from models.listing import Key, Listing, Moment, Sort, newest, rows_of
from models.people.bindings import HOME_FROM, HOME_LINE


class BindingClaim(Row):
    """Papers put before a clerk because the roll did not match (R2.5)."""

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.RESTRICT
    )
    person_id: UUID
    home: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Home", on_delete=fields.RESTRICT
    )
    home_id: UUID
    name_cipher = fields.BinaryField()
    id_cipher = fields.BinaryField()
    id_index = fields.BinaryField()
    files: Any = fields.JSONField(default=list)
    state = fields.CharField(16, default="open")
    reason = fields.TextField(default="")
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)
    evidence: Any = fields.JSONField(null=True)
    proposed_by = fields.UUIDField(null=True)
    proposed_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "binding_claim"


BINDING_CLAIM = Table(
    "binding_claim",
    line="h.code",
    joins="JOIN home h ON h.id = e.home_id JOIN unit u ON u.id = h.unit_id"
    " JOIN building g ON g.id = u.building_id",
    community_id="g.community_id",
    place="h.code",
    waits="proposed",
    confirmed="approved",
    dropped="open",
    entered_by="proposed_by",
    entered_at="proposed_at",
    confirmed_by="decided_by",
    confirmed_at="decided_at",
    dropped_by="",
    dropped_at="",
    drop_reason="",
)
"""What would end somebody's ownership; dropped, it is an open claim again. R2.10."""

CLAIMS = Listing(
    "c.id, c.person_id, c.name_cipher, c.id_cipher, c.id_index,"
    f" {all_shown('c.files')} AS files, c.state, c.evidence::text AS evidence,"
    f" c.reason, c.created_at, c.decided_at, {HOME_LINE}",
    f"binding_claim c JOIN {HOME_FROM} ON h.id = c.home_id",
    "c.id",
    {"newest": newest("c.created_at"), "oldest": Sort((Key("c.created_at", Moment),), down=False)},
    {
        "id": "c.id = {id}",
        "person_id": "c.person_id = {person_id}",
        "state": "c.state = {state}",
        "community_id": "co.id = {community_id}",
    },
)


async def claim(claim_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    rows = await rows_of(CLAIMS, {"id": claim_id}, limit=1)
    return rows[0] if rows else None


async def lock(claim_id: UUID) -> BindingClaim | None:
    """The claim, locked until the end of the transaction.

    The person first, as when a claim is made: two orders would wait for each other.
    """
    await one(
        "SELECT p.id FROM person p JOIN binding_claim c ON c.person_id = p.id"
        " WHERE c.id = $1 FOR NO KEY UPDATE OF p",
        claim_id,
    )
    return await BindingClaim.filter(id=claim_id).select_for_update().first()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a claim is judged by: whether the home is there, whether the person is bound to it, how
    many of the papers are the person's own, and how many of the person's claims wait."""

    home: bool
    bound: bool
    files: int
    open: int


async def asked(person_id: UUID, home_id: UUID, file_ids: Sequence[UUID]) -> Asked:
    """The facts for a person who claims this home with these papers."""
    row = await one(
        "SELECT EXISTS (SELECT 1 FROM home WHERE id = $2) AS home,"
        " EXISTS (SELECT 1 FROM live_bindings() WHERE person_id = $1 AND home_id = $2) AS bound,"
        " (SELECT count(*) FROM file WHERE id = ANY($3::uuid[]) AND owner_kind = 'person'"
        "   AND owner_id = $1) AS files,"
        " (SELECT count(*) FROM binding_claim WHERE person_id = $1 AND state = 'open') AS open",
        person_id,
        home_id,
        file_ids,
    )
    assert row is not None
    return Asked(**row)


async def insert(claim: BindingClaim) -> bool:
    """The claim waits; False when one of the person for the home waits already."""
    row = await one(
        "INSERT INTO binding_claim (id, person_id, home_id, name_cipher, id_cipher, id_index,"
        " files, state, reason, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7::jsonb,'open','',$8)"
        " ON CONFLICT (person_id, home_id) WHERE state IN ('open', 'proposed')"
        " DO NOTHING RETURNING id",
        claim.id,
        claim.person_id,
        claim.home_id,
        claim.name_cipher,
        claim.id_cipher,
        claim.id_index,
        jsonb(claim.files),
        claim.created_at,
    )
    return row is not None


async def owners_of(home_id: UUID, on: date) -> Sequence[dict[str, Any]]:
    """Who owns the home that day by the roll, the earliest first."""
    return await sql(
        "SELECT o.id AS ownership_id, w.name, o.share_bps, o.from_on FROM owned_on($2) o"
        " JOIN owner w ON w.id = o.owner_id WHERE o.home_id = $1 ORDER BY o.from_on, o.id",
        home_id,
        on,
    )


async def lock_home(home_id: UUID) -> None:
    """Nobody else changes who owns the home until this transaction ends."""
    await one("SELECT id FROM home WHERE id = $1 FOR NO KEY UPDATE", home_id)


async def owner_numbered(
    owner_id: UUID, name: str, kind: str, id_cipher: bytes, id_index: bytes
) -> UUID:
    """The owner with this number, entered with this name if the roll has none."""
    row = await one(
        "INSERT INTO owner (id, name, name_key, id_kind, id_cipher, id_index)"
        " VALUES ($1, $2, $2, $3, $4, $5) ON CONFLICT (id_index) WHERE id_index IS NOT NULL"
        " DO UPDATE SET id_index = excluded.id_index RETURNING id",
        owner_id,
        name,
        kind,
        id_cipher,
        id_index,
    )
    assert row is not None
    return UUID(str(row["id"]))
