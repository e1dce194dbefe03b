"""Ownership that a clerk enters from papers, with the papers' claim as its source. R2.4, R2.5."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer, Body, Context
from models.people import claims
from models.people.claims import BindingClaim
from models.roll import Home, Owner, Ownership
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
    rows = await claims.owners_of(home_id, on)
    return [view_of(OwnerLine, row, name=mask_name(row["name"])) for row in rows]


async def enter_ownership(ctx: Context, claim: BindingClaim, evidence: Evidence) -> UUID:
    """The claimant is an owner of the home in the roll; the owner's id.

    Ownerships named in `ends` end on the first day of the new one (R2.4: that day is the
    buyer's). Raises BadTerm for a day to come, NotFound for an ownership that cannot end there,
    SharesExceed when the shares would be more than the whole.
    """
    if evidence.from_on > beijing_date(ctx.now):
        raise BadTerm("产权起始日期不能晚于今天")
    await claims.lock_home(claim.home_id)
    ended = await end_ownerships(evidence.ends, claim.home_id, evidence.from_on)
    if ended != len(set(evidence.ends)):
        raise NotFound("没有找到所列的产权记录，或其起止日期不符")
    taken_bps = await shares_from(claim.home_id, evidence.from_on)
    if taken_bps + evidence.share_bps > WHOLE_BPS:
        raise SharesExceed(taken_bps=taken_bps)
    owner_id = await _owner(ctx, claim)
    await Ownership.create(
        home_id=claim.home_id,
        owner_id=owner_id,
        share_bps=evidence.share_bps,
        from_on=evidence.from_on,
        claim_id=claim.id,
    )
    # A home that left the developer's hands altogether counts for its buyer (R2.2).
    if ended and not taken_bps:
        await Home.filter(id=claim.home_id).update(developer_held=False)
    return owner_id


async def _owner(ctx: Context, claim: BindingClaim) -> UUID:
    """The owner with the claimed number; entered if the roll has none. One number, one owner."""
    known = await Owner.filter(id_index=bytes(claim.id_index)).first()
    if known:
        return known.id
    name = ctx.world.secrets.decrypt(bytes(claim.name_cipher))
    kind = id_kind(ctx.world.secrets.decrypt(bytes(claim.id_cipher)))
    return await claims.owner_numbered(
        name, kind.value if kind else "other", bytes(claim.id_cipher), bytes(claim.id_index)
    )
