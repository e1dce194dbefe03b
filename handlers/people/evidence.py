"""Ownership that a clerk enters from papers, with the papers' claim as its source. R2.4, R2.5."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.route import Answer, Body, Context
from models.base import one, sql
from models.standing import end_ownerships, shares_from
from rules.days import beijing_date
from rules.people import id_kind, mask_name
from rules.refusals.asking import NotFound
from rules.refusals.people import BadTerm, SharesExceed

WHOLE_BPS = 10_000


class Evidence(Body, frozen=True):
    """What the papers show: a share from a day on, and whose ownership ended with it.

    `share_bps` in hundredths of a percent; `ends` are ids of ownerships that end on `from_on`.
    """

    from_on: date
    share_bps: Annotated[int, Meta(ge=1, le=WHOLE_BPS)]
    ends: Annotated[list[UUID], Meta(max_length=20)]


class OwnerLine(Answer, frozen=True):
    """Somebody's share of the home in the roll; the name is masked (R12.2)."""

    ownership_id: UUID
    name: str
    share_bps: int
    from_on: date


async def current_owners(home_id: UUID, on: date) -> list[OwnerLine]:
    """Who owns the home that day, by the roll. R2.4."""
    rows = await sql(
        "SELECT o.id, w.name, o.share_bps, o.from_on FROM owned_on($2) o"
        " JOIN owner w ON w.id = o.owner_id WHERE o.home_id = $1"
        " ORDER BY o.from_on, o.id LIMIT 100",
        home_id,
        on,
    )
    return [
        OwnerLine(
            ownership_id=row["id"],
            name=mask_name(row["name"]),
            share_bps=row["share_bps"],
            from_on=row["from_on"],
        )
        for row in rows
    ]


async def enter_ownership(ctx: Context, claim: Mapping[str, Any], evidence: Evidence) -> UUID:
    """The claimant is an owner of the home in the roll; the owner's id.

    Ownerships named in `ends` end on the first day of the new one (R2.4: that day is the
    buyer's). Raises BadTerm for a day to come, NotFound for an ownership that cannot end there,
    SharesExceed when the shares would be more than the whole.
    """
    if evidence.from_on > beijing_date(ctx.now):
        raise BadTerm("产权起始日期不能晚于今天")
    home_id = claim["home_id"]
    await one("SELECT id FROM home WHERE id = $1 FOR NO KEY UPDATE", home_id)
    ended = await end_ownerships(evidence.ends, home_id, evidence.from_on)
    if ended != len(set(evidence.ends)):
        raise NotFound("没有找到所列的产权记录，或其起止日期不符")
    taken_bps = await shares_from(home_id, evidence.from_on)
    if taken_bps + evidence.share_bps > WHOLE_BPS:
        raise SharesExceed(taken_bps=taken_bps)
    owner_id = await _owner(ctx, claim)
    await sql(
        "INSERT INTO ownership (id, home_id, owner_id, share_bps, from_on, representative,"
        " claim_id) VALUES ($1,$2,$3,$4,$5,false,$6)",
        uuid4(),
        home_id,
        owner_id,
        evidence.share_bps,
        evidence.from_on,
        claim["id"],
    )
    # A home that left the developer's hands altogether counts for its buyer (R2.2).
    if ended and not taken_bps:
        await sql("UPDATE home SET developer_held = false WHERE id = $1", home_id)
    return owner_id


async def _owner(ctx: Context, claim: Mapping[str, Any]) -> UUID:
    """The owner with the claimed number; entered if the roll has none. One number, one owner."""
    known = await one("SELECT id FROM owner WHERE id_index = $1", bytes(claim["id_index"]))
    if known:
        return UUID(str(known["id"]))
    name = ctx.world.secrets.decrypt(bytes(claim["name_cipher"]))
    number = ctx.world.secrets.decrypt(bytes(claim["id_cipher"]))
    kind = id_kind(number)
    row = await one(
        "INSERT INTO owner (id, name, name_key, id_kind, id_cipher, id_index)"
        " VALUES ($1,$2,$2,$3,$4,$5) ON CONFLICT (id_index) WHERE id_index IS NOT NULL"
        " DO UPDATE SET id_index = excluded.id_index RETURNING id",
        uuid4(),
        name,
        kind.value if kind else "other",
        bytes(claim["id_cipher"]),
        bytes(claim["id_index"]),
    )
    assert row is not None
    return UUID(str(row["id"]))
