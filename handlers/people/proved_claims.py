"""A claim's papers show an ownership that the roll has not; whose ownership ends by it is told.

Where somebody else's ends, a second natural person looks at the papers first. R1.3, R2.5, R2.10.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.entries import Kind, entry
from handlers.funds.passing import note_passing
from handlers.lists import view_of
from handlers.people.bindings import bind
from handlers.people.logins import ask_change, gives_way
from handlers.route import Answer, Body, Context
from models.ids import new_id
from models.people import bindings, claims
from models.people.claims import BINDING_CLAIM, BindingClaim
from models.people.employees import logins_of
from models.roll import Home, Owner, Ownership
from models.sealed import CLAIM_ID, CLAIM_NAME, OWNER_ID
from models.standing import end_ownerships, shares_from, shares_of
from rules.days import beijing_date
from rules.events.people import ClaimDecided, ClaimProposed, OwnershipEnded
from rules.people import CASEWORKERS, Role, id_kind
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.people import (
    AlreadyBound,
    BadTerm,
    ClaimPending,
    NotInRoll,
    OtherIdentity,
    SharesExceed,
)
from rules.words.word import titled

WHOLE_BPS = 10_000
State = Annotated[
    Literal["open", "proposed", "approved", "refused", "withdrawn"],
    titled({"open": "待中心决定", "proposed": "终止他人产权，待复核"}),
]


class OwnershipEvidence(Body, frozen=True):
    """产权证明所载：自何日起拥有多少份额，以及谁的产权随之终止。

    `share_bps` 以万分之一为单位；`ends` 是在 `from_on` 之日终止的产权记录的标识。
    """

    from_on: Annotated[date, Meta(title="权属起始日")]
    share_bps: Annotated[int, Meta(ge=1, le=WHOLE_BPS)]
    ends: Annotated[list[UUID], Meta(max_length=20)]


class ProposedOwnership(Answer, frozen=True):
    """待复核的产权依据：自何日起拥有多少份额，以及谁的产权随之终止。"""

    from_on: Annotated[date, Meta(title="权属起始日")]
    share_bps: int
    ends: list[UUID]


class ClaimState(Answer, frozen=True):
    """一份绑定材料复核后的状态。"""

    id: UUID
    state: State


def proposed(row: Mapping[str, Any]) -> ProposedOwnership | None:
    """What a claim that waits for its second person says of the ownership."""
    if row["state"] != "proposed":
        return None
    return msgspec.json.decode(row["evidence"], type=ProposedOwnership)


async def propose(ctx: Context, claim: BindingClaim, evidence: OwnershipEvidence) -> None:
    """The decision waits for a second person, for somebody's ownership would end by it. R2.10."""
    await _must_fit(ctx, claim, evidence)
    claim.state, claim.evidence = "proposed", msgspec.to_builtins(evidence)
    claim.proposed_by, claim.proposed_at = ctx.id, ctx.now
    await claim.save(update_fields=["state", "reason", "evidence", "proposed_by", "proposed_at"])
    data = {"home_id": str(claim.home_id), "claim_id": str(claim.id)}
    subject_id = str(claim.person_id)
    ctx.record(ClaimProposed(subject_id=subject_id, at=ctx.now, why=claim.reason, data=data))


def tell_decided(
    ctx: Context, claim: BindingClaim, *, approved: bool, bound: bool, roll_changed: bool
) -> None:
    """The claimant hears what became of the claim."""
    data = {
        "claim_id": str(claim.id),
        "home_id": str(claim.home_id),
        "approved": approved,
        "bound": bound,
        "roll_changed": approved and roll_changed,
    }
    subject_id = str(claim.person_id)
    ctx.record(ClaimDecided(subject_id=subject_id, at=ctx.now, why=claim.reason, data=data))


async def approve(ctx: Context, claim: BindingClaim, evidence: OwnershipEvidence | None) -> bool:
    """The claimant is bound as the owner with the claimed number, entered first if need be; False
    where another login has to give way first."""
    today = beijing_date(ctx.now)
    secrets = ctx.world.secrets
    number = secrets.decrypt(bytes(claim.id_cipher), CLAIM_ID.of(claim.id))
    owner = await bindings.owner_with(secrets.blind_indexes(number), claim.home_id, today)
    if owner and evidence is not None:
        raise Malformed("名册中已有该业主的产权记录，无须补充产权依据")
    if owner:
        owner_id = owner["id"]
    elif evidence is None:
        raise NotInRoll()
    else:
        owner_id = await enter_ownership(ctx, claim, evidence)
        await note_passing(ctx, [claim.home_id])
    if await gives_way(claim.person_id, owner_id):
        # R2.5: the login that is bound now hears of it, and may contest it first.
        await ask_change(ctx, claim.person_id, claim.home_id, owner_id, "papers")
        return False
    await bind(ctx, claim.person_id, claim.home_id, owner_id, "papers")
    await not_own(ctx, claim.person_id)
    return True


async def not_own(ctx: Context, person_id: UUID) -> None:
    """Refuses SamePerson to who decides for the own WeChat login, also where only the number that
    was just bound shows that it is. R1.1."""
    if person_id in await logins_of(ctx.id):
        raise SamePerson("不能审核自己提交的绑定材料")


async def enter_ownership(ctx: Context, claim: BindingClaim, evidence: OwnershipEvidence) -> UUID:
    """The claimant is an owner of the home in the roll; the owner's id.

    Ownerships named in `ends` end on the first day of the new one (R2.4: that day is the
    buyer's). Raises BadTerm for a day to come, NotFound for an ownership that cannot end there,
    SharesExceed when the shares would be more than the whole.
    """
    taken_bps = await _must_fit(ctx, claim, evidence)
    ended = await end_ownerships(evidence.ends, claim.home_id, evidence.from_on)
    for one in evidence.ends:
        data = {"home_id": str(claim.home_id), "on": evidence.from_on, "by": "papers"}
        ctx.record(OwnershipEnded(subject_id=str(one), at=ctx.now, data=data))
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
    secrets, owner_id = ctx.world.secrets, new_id()
    number = secrets.decrypt(bytes(claim.id_cipher), CLAIM_ID.of(claim.id))
    known = await Owner.filter(id_index__in=secrets.blind_indexes(number)).first()
    if known:
        return known.id
    name, kind = secrets.decrypt(bytes(claim.name_cipher), CLAIM_NAME.of(claim.id)), id_kind(number)
    sealed, index = secrets.encrypt(number, OWNER_ID.of(owner_id)), secrets.blind_index(number)
    return await claims.owner_numbered(
        owner_id, name, kind.value if kind else "other", sealed, index
    )


async def _must_fit(ctx: Context, claim: BindingClaim, evidence: OwnershipEvidence) -> int:
    """The shares that others keep from that day on. Raises BadTerm, NotFound, SharesExceed."""
    if evidence.from_on > beijing_date(ctx.now):
        raise BadTerm("产权起始日期不能晚于今天")
    await claims.lock_home(claim.home_id)
    ended = await shares_of(evidence.ends, claim.home_id, evidence.from_on)
    if len(ended) != len(set(evidence.ends)):
        raise NotFound("没有找到所列的产权记录，或其起止日期不符")
    taken_bps = await shares_from(claim.home_id, evidence.from_on) - sum(ended)
    if taken_bps + evidence.share_bps > WHOLE_BPS:
        raise SharesExceed(taken_bps=taken_bps)
    return taken_bps


async def _confirm(ctx: Context, row: dict[str, Any]) -> None:
    """复核终止他人产权的绑定材料：名册随即更改，被终止的业主即时得知。R1.3、R2.10。"""
    await not_own(ctx, row["person_id"])
    claim = await BindingClaim.get(id=row["id"])
    evidence = msgspec.json.decode(row["evidence"], type=OwnershipEvidence)
    bound = await approve(ctx, claim, evidence)
    tell_decided(ctx, claim, approved=True, bound=bound, roll_changed=True)


async def _drop(ctx: Context, row: dict[str, Any], reason: str) -> None:
    """不予复核：名册不变，材料退回重新审核。R2.10。"""
    data = {"claim_id": str(row["id"]), "home_id": str(row["home_id"]), "dropped": True}
    subject_id = str(row["person_id"])
    ctx.record(ClaimProposed(subject_id=subject_id, at=ctx.now, why=reason, data=data))


async def _see(ctx: Context, claim_id: UUID) -> ClaimState:
    claim = await BindingClaim.get(id=claim_id)
    return view_of(ClaimState, {"id": claim.id, "state": claim.state})


async def _first(ctx: Context, claim_id: UUID) -> None:
    """The person is locked first, as when a claim is made."""
    await claims.lock(claim_id)


entry(
    Kind(
        name="binding_claim",
        title="终止他人产权的认证",
        path="/binding-claims/{claim_id}",
        table=BINDING_CLAIM,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_see,
        first=_first,
        refuses=(SharesExceed, OtherIdentity, AlreadyBound, ClaimPending),
    )
)
