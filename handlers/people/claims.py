"""Binding a home by papers where the roll does not match, and a clerk's decision. R2.5, R12.2."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.lists import Listed, listing, page, view_of
from handlers.people.bindings import HomeLine
from handlers.people.consents import agreed
from handlers.people.identity import OwnerIdentity
from handlers.people.proved_claims import (
    OwnershipEvidence,
    ProposedOwnership,
    State,
    approve,
    not_own,
    propose,
    proposed,
    tell_decided,
)
from handlers.reasons import Reason, worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from models.ids import new_id
from models.people import claims, persons
from models.people.claims import BindingClaim
from models.sealed import CLAIM_ID, CLAIM_NAME
from rules.days import beijing_date
from rules.events.people import ClaimMade, Unmasked
from rules.people import (
    ROLL_READERS,
    Role,
    mask_id,
    mask_name,
    normalise_id,
    normalise_name,
)
from rules.privacy import TO_BIND
from rules.refusals.asking import Malformed, NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import (
    AlreadyBound,
    AlreadyDecided,
    BadTerm,
    ClaimPending,
    ConsentMissing,
    NotInRoll,
    OtherIdentity,
    SharesExceed,
)

MOST_OPEN = 5


class RollOwner(Answer, frozen=True):
    """名册中该房屋的一名产权人及其份额，姓名已脱敏（R12.2）。"""

    ownership_id: UUID
    name: Annotated[str, Meta(title="姓名", description="隐去部分")]
    share_bps: int
    from_on: Annotated[date, Meta(title="权属起始日")]


class BindingClaimBody(OwnerIdentity, frozen=True, kw_only=True):
    """谁自称拥有哪套房屋，以及事先上传的产权证明。"""

    file_ids: Annotated[
        list[UUID],
        Meta(min_length=1, max_length=10, title="权属证明", description="先行上传所得的文件标识"),
    ]


class BindingClaimView(Answer, frozen=True):
    """一份绑定材料；姓名和证件号码已脱敏，`files` 为所上传的证明。"""

    id: UUID
    home: Annotated[HomeLine, Meta(title="房屋")]
    name: Annotated[str, Meta(title="姓名", description="隐去部分")]
    id_number: str
    files: list[StoredFile]
    state: State
    reason: str
    created_at: datetime
    decided_at: datetime | None


class BindingClaimDetail(BindingClaimView, frozen=True, kw_only=True):
    """供经办人审核的绑定材料，以及名册中该房屋的产权人（已脱敏）。"""

    owners: list[RollOwner]
    evidence: Annotated[
        ProposedOwnership | None, Meta(title="材料所证", description="待复核的才有")
    ]


class ClaimQuery(Page, frozen=True):
    """Which claims: of a state, of a community; nothing to see all."""

    state: State | Literal[""] = ""
    community_id: UUID | None = None
    sort: Literal["", "newest", "oldest"] = ""


class UnmaskedClaimant(Answer, frozen=True):
    """姓名和证件号码的全文，向写明理由的工作人员显示。"""

    claim_id: UUID
    name: Annotated[str, Meta(title="姓名", description="完整姓名")]
    id_number: Annotated[str, Meta(description="完整号码")]


class BindingClaimDecision(Body, frozen=True):
    """是否通过绑定材料，以及理由；名册中没有产权记录的，另填 `evidence`。"""

    approve: bool
    reason: Annotated[str, Meta(max_length=500)]
    evidence: Annotated[
        OwnershipEvidence | None,
        Meta(title="材料所证", description="名册没有该权属时填写"),
    ] = None


@route(
    "POST",
    "/binding-claims",
    who=Role.PERSON,
    refuses=(NotFound, AlreadyBound, ClaimPending, ConsentMissing),
)
async def claim_home(ctx: Context, body: BindingClaimBody) -> BindingClaimView:
    """提交材料申请绑定房屋，由工作人员审核；适用于名册不符、单位业主等情形。R2.5。"""
    name, number = normalise_name(body.name), normalise_id(body.id_number)
    if not name or not number:
        raise Malformed(errors=[{"pointer": "/name", "detail": "请填写姓名和证件号码"}])
    await _may_claim(ctx, body)
    await attach_files(ctx, "claim", body.file_ids)
    secrets, claim_id = ctx.world.secrets, new_id()
    claim = BindingClaim(
        id=claim_id,
        person_id=ctx.id,
        home_id=body.home_id,
        name_cipher=secrets.encrypt(name, CLAIM_NAME.of(claim_id)),
        id_cipher=secrets.encrypt(number, CLAIM_ID.of(claim_id)),
        id_index=secrets.blind_index(number),
        files=[str(file_id) for file_id in body.file_ids],
        created_at=ctx.now,
    )
    if not await claims.insert(claim):
        raise ClaimPending()
    data = {"claim_id": str(claim.id), "home_id": str(body.home_id)}
    ctx.record(ClaimMade(subject_id=str(ctx.id), at=ctx.now, data=data))
    return _view(ctx, await _find(claim.id))


async def _may_claim(ctx: Context, body: BindingClaimBody) -> None:
    """Validates that the asker agrees to the use of papers and owns these, that the home exists
    and is not bound yet, and that few of the asker's claims wait."""
    await persons.lock(ctx.id)
    await agreed(ctx, TO_BIND)
    asked = await claims.asked(ctx.id, body.home_id, body.file_ids)
    if not asked.home:
        raise NotFound("没有找到该房屋")
    if asked.files != len(set(body.file_ids)):
        raise NotFound("没有找到所附的文件，请先上传")
    if asked.bound:
        raise AlreadyBound()
    if asked.open >= MOST_OPEN:
        raise ClaimPending("待审核的材料过多，请等待审核")


async def _find(claim_id: UUID) -> dict[str, Any]:
    row = await claims.claim(claim_id)
    if row is None:
        raise NotFound()
    return row


def _clear(ctx: Context, row: Mapping[str, Any]) -> dict[str, str]:
    decrypt = ctx.world.secrets.decrypt
    return {
        "name": decrypt(bytes(row["name_cipher"]), CLAIM_NAME.of(row["id"])),
        "id_number": decrypt(bytes(row["id_cipher"]), CLAIM_ID.of(row["id"])),
    }


def _masked(ctx: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    clear = _clear(ctx, row)
    return {
        "home": view_of(HomeLine, row),
        "name": mask_name(clear["name"]),
        "id_number": mask_id(clear["id_number"]),
    }


def _view(ctx: Context, row: Mapping[str, Any]) -> BindingClaimView:
    return view_of(BindingClaimView, row, **_masked(ctx, row))


@listing("/binding-claims", who=ROLL_READERS | {Role.PERSON}, export="绑定材料")
async def list_binding_claims(ctx: Context, query: ClaimQuery) -> Listed[BindingClaimView]:
    """绑定材料：本人只见自己的，工作人员见全部；姓名和证件号码脱敏。R12.2。"""
    own = None if ctx.who.roles & ROLL_READERS else ctx.id
    return await page(claims.CLAIMS, query, partial(_view, ctx), person_id=own)


@route("GET", "/binding-claims/{claim_id}", who=ROLL_READERS, refuses=(NotFound,))
async def get_binding_claim(ctx: Context, claim_id: UUID) -> BindingClaimDetail:
    """一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核。R2.5。"""
    row = await _find(claim_id)
    owners = await current_owners(row["home_id"], beijing_date(ctx.now))
    return view_of(
        BindingClaimDetail, row, **_masked(ctx, row), owners=owners, evidence=proposed(row)
    )


@route("DELETE", "/binding-claims/{claim_id}", who=Role.PERSON, status=204, refuses=(NotFound,))
async def withdraw_binding_claim(ctx: Context, claim_id: UUID) -> None:
    """撤回本人尚未审核的材料。"""
    own = BindingClaim.filter(id=claim_id, person_id=ctx.id, state="open")
    if not await own.update(state="withdrawn", decided_at=ctx.now):
        raise NotFound()


@route(
    "POST",
    "/binding-claims/{claim_id}/unmasking",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, ReasonMissing),
    fresh=True,
    secret=True,
)
async def unmask_binding_claim(ctx: Context, claim_id: UUID, body: Reason) -> UnmaskedClaimant:
    """查看申请人的姓名和证件号码，须写明理由，并留下记录。R12.2。"""
    reason = worded(body.reason)
    row = await _find(claim_id)
    data = {"claim_id": str(claim_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=reason, data=data))
    return UnmaskedClaimant(claim_id=claim_id, **_clear(ctx, row))


@route(
    "POST",
    "/binding-claims/{claim_id}/decision",
    who=Role.CLERK,
    status=200,
    refuses=(
        NotFound,
        AlreadyDecided,
        ReasonMissing,
        NotInRoll,
        SharesExceed,
        BadTerm,
        OtherIdentity,
        AlreadyBound,
        ClaimPending,
        SamePerson,
    ),
)
async def decide_binding_claim(
    ctx: Context, claim_id: UUID, body: BindingClaimDecision
) -> BindingClaimView:
    """审核绑定材料：通过即绑定；名册没有该产权的录入产权依据，终止他人产权的另须第二人复核。R2.5、R2.10。"""
    claim = await claims.lock(claim_id)
    if claim is None:
        raise NotFound()
    if claim.state != "open":
        raise AlreadyDecided()
    await not_own(ctx, claim.person_id)
    claim.reason = worded(body.reason)
    if body.approve and body.evidence is not None and body.evidence.ends:
        await propose(ctx, claim, body.evidence)
        return _view(ctx, await _find(claim_id))
    bound = body.approve and await approve(ctx, claim, body.evidence)
    claim.state = "approved" if body.approve else "refused"
    claim.decided_by, claim.decided_at = ctx.id, ctx.now
    await claim.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    tell_decided(ctx, claim, approved=body.approve, bound=bound, roll_changed=bool(body.evidence))
    return _view(ctx, await _find(claim_id))


async def current_owners(home_id: UUID, on: date) -> list[RollOwner]:
    """Who owns the home that day, by the roll. R2.4."""
    rows = await claims.owners_of(home_id, on)
    return [view_of(RollOwner, row, name=mask_name(row["name"])) for row in rows]
