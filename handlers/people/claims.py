"""Binding a home by papers where the roll does not match, and a clerk's decision. R2.5, R12.2."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

import msgspec
from msgspec import Meta

from handlers.funds.passing import note_passing
from handlers.paging import cut, place
from handlers.people.bindings import Identity, bind
from handlers.people.evidence import Evidence, OwnerLine, current_owners, enter_ownership
from handlers.people.standing import HOME_FROM, HOME_LINE, HomeLine, home_line
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.base import jsonb, one, sql
from rules.days import beijing_date
from rules.events.people import ClaimDecided, ClaimMade, Unmasked
from rules.people import ROLL_READERS, Role, mask_id, mask_name, normalise_id, normalise_name
from rules.refusals.asking import Malformed, NotFound, TooManyAttempts
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import (
    AlreadyBound,
    AlreadyDecided,
    BadTerm,
    ClaimPending,
    NotInRoll,
    OtherIdentity,
    SharesExceed,
)

MOST_OPEN = 5
Reason = Annotated[str, Meta(max_length=500)]
State = Literal["open", "approved", "refused", "withdrawn"]


class Claim(Identity, frozen=True, kw_only=True):
    """Who claims to own which home, with the uploaded papers that show it."""

    files: Annotated[list[UUID], Meta(min_length=1, max_length=10)]


class ClaimView(Answer, frozen=True):
    """A claim; name and number are masked. `files` are ids of uploaded papers."""

    id: UUID
    home: HomeLine
    name: str
    id_number: str
    files: list[str]
    state: State
    reason: str
    created_at: datetime
    decided_at: datetime | None


class ClaimList(Answer, frozen=True):
    """Claims, the newest first."""

    items: list[ClaimView]
    next: str


class ClaimDetail(ClaimView, frozen=True, kw_only=True):
    """A claim as the clerk decides on it, with the home's owners in the roll (masked)."""

    owners: list[OwnerLine]


class ClaimQuery(Page, frozen=True):
    """Which claims: of a state, of a community; nothing to see all."""

    state: Literal["", "open", "approved", "refused", "withdrawn"] = ""
    community_id: UUID | None = None


class WithReason(Body, frozen=True):
    """Why."""

    reason: Reason


class FullIdentity(Answer, frozen=True):
    """Name and number in full, for the one who said why."""

    claim_id: UUID
    name: str
    id_number: str


class Decision(Body, frozen=True):
    """Yes or no, with a reason; `evidence` only where the roll lacks the ownership."""

    approve: bool
    reason: Reason
    evidence: Evidence | None = None


_CLAIM = f"""
SELECT c.id, c.person_id, c.name_cipher, c.id_cipher, c.id_index, c.files, c.state, c.reason,
       c.created_at, c.decided_at, {HOME_LINE}
  FROM binding_claim c JOIN {HOME_FROM} ON h.id = c.home_id
"""


@route(
    "POST",
    "/binding-claims",
    who=Role.PERSON,
    refuses=(NotFound, AlreadyBound, ClaimPending),
)
async def claim_home(ctx: Context, body: Claim) -> ClaimView:
    """提交材料申请绑定房屋，由工作人员审核；适用于名册不符、单位业主等情形。R2.5。"""
    name, number = normalise_name(body.name), normalise_id(body.id_number)
    if not name or not number:
        raise Malformed(errors=[{"pointer": "/name", "detail": "请填写姓名和证件号码"}])
    await _may_claim(ctx, body)
    row = await one(
        "INSERT INTO binding_claim (id, person_id, home_id, name_cipher, id_cipher, id_index,"
        " files, state, reason, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7::jsonb,'open','',$8)"
        " ON CONFLICT (person_id, home_id) WHERE state = 'open' DO NOTHING RETURNING id",
        uuid4(),
        ctx.id,
        body.home_id,
        ctx.world.secrets.encrypt(name),
        ctx.world.secrets.encrypt(number),
        ctx.world.secrets.blind_index(number),
        jsonb([str(file_id) for file_id in body.files]),
        ctx.now,
    )
    if row is None:
        raise ClaimPending()
    data = {"claim_id": str(row["id"]), "home_id": str(body.home_id)}
    ctx.record(ClaimMade(subject_id=str(ctx.id), at=ctx.now, data=data))
    return _shown(ctx, await _find(row["id"]))


async def _may_claim(ctx: Context, body: Claim) -> None:
    """The home is there and not bound yet, the papers are one's own, and few claims wait."""
    await one("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", ctx.id)
    facts = await one(
        "SELECT EXISTS (SELECT 1 FROM home WHERE id = $2) AS home,"
        " EXISTS (SELECT 1 FROM live_bindings() WHERE person_id = $1"
        "   AND home_id = $2) AS bound,"
        " (SELECT count(*) FROM file WHERE id = ANY($3::uuid[]) AND owner_kind = 'person'"
        "   AND owner_id = $1) AS files,"
        " (SELECT count(*) FROM binding_claim WHERE person_id = $1 AND state = 'open') AS open",
        ctx.id,
        body.home_id,
        body.files,
    )
    assert facts is not None
    if not facts["home"]:
        raise NotFound("没有找到该房屋")
    if facts["files"] != len(set(body.files)):
        raise NotFound("没有找到所附的文件，请先上传")
    if facts["bound"]:
        raise AlreadyBound()
    if facts["open"] >= MOST_OPEN:
        raise TooManyAttempts("待审核的材料过多，请等待审核")


async def _find(claim_id: UUID) -> dict[str, Any]:
    row = await one(f"{_CLAIM} WHERE c.id = $1", claim_id)
    if row is None:
        raise NotFound()
    return row


def _facts(ctx: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    open_ = ctx.world.secrets.decrypt
    return {
        "id": row["id"],
        "home": home_line(row),
        "name": mask_name(open_(bytes(row["name_cipher"]))),
        "id_number": mask_id(open_(bytes(row["id_cipher"]))),
        "files": msgspec.json.decode(row["files"], type=list[str]),
        "state": row["state"],
        "reason": row["reason"],
        "created_at": at(row["created_at"]),
        "decided_at": maybe(row["decided_at"]),
    }


def _shown(ctx: Context, row: Mapping[str, Any]) -> ClaimView:
    return ClaimView(**_facts(ctx, row))


@route("GET", "/binding-claims", who=ROLL_READERS | {Role.PERSON}, refuses=(Malformed,))
async def list_claims(ctx: Context, query: ClaimQuery) -> ClaimList:
    """绑定材料：本人只见自己的，工作人员见全部；姓名和证件号码脱敏。R12.2。"""
    before, row_id = place(query.after)
    rows = await sql(
        f"{_CLAIM} WHERE (c.created_at, c.id) < ($1, $2) AND ($3::uuid IS NULL OR c.person_id = $3)"
        " AND ($4 = '' OR c.state = $4) AND ($5::uuid IS NULL OR co.id = $5)"
        " ORDER BY c.created_at DESC, c.id DESC LIMIT $6",
        before,
        row_id,
        None if ctx.who.roles & ROLL_READERS else ctx.id,
        query.state,
        query.community_id,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "created_at")
    return ClaimList(items=[_shown(ctx, row) for row in page], next=following)


@route("GET", "/binding-claims/{claim_id}", who=ROLL_READERS, refuses=(NotFound,))
async def get_claim(ctx: Context, claim_id: UUID) -> ClaimDetail:
    """一份绑定材料及该房屋名册中的现有产权人（脱敏），供审核。R2.5。"""
    row = await _find(claim_id)
    owners = await current_owners(row["home_id"], beijing_date(ctx.now))
    return ClaimDetail(**_facts(ctx, row), owners=owners)


@route("DELETE", "/binding-claims/{claim_id}", who=Role.PERSON, status=204, refuses=(NotFound,))
async def withdraw_claim(ctx: Context, claim_id: UUID) -> None:
    """撤回本人尚未审核的材料。"""
    rows = await sql(
        "UPDATE binding_claim SET state = 'withdrawn', decided_at = $3"
        " WHERE id = $1 AND person_id = $2 AND state = 'open' RETURNING id",
        claim_id,
        ctx.id,
        ctx.now,
    )
    if not rows:
        raise NotFound()


@route(
    "POST",
    "/binding-claims/{claim_id}/unmasking",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, ReasonMissing),
)
async def unmask_claim(ctx: Context, claim_id: UUID, body: WithReason) -> FullIdentity:
    """查看申请人的姓名和证件号码，须写明理由，并留下记录。R12.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await _find(claim_id)
    data = {"claim_id": str(claim_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=body.reason.strip(), data=data))
    return FullIdentity(
        claim_id=claim_id,
        name=ctx.world.secrets.decrypt(bytes(row["name_cipher"])),
        id_number=ctx.world.secrets.decrypt(bytes(row["id_cipher"])),
    )


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
    ),
)
async def decide_claim(ctx: Context, claim_id: UUID, body: Decision) -> ClaimView:
    """审核绑定材料：通过即绑定；名册中没有该产权的，须同时录入产权依据。R2.5。"""
    # The person first, as when a claim is made: two orders would wait for each other.
    await one(
        "SELECT p.id FROM person p JOIN binding_claim c ON c.person_id = p.id"
        " WHERE c.id = $1 FOR NO KEY UPDATE OF p",
        claim_id,
    )
    locked = await one("SELECT state FROM binding_claim WHERE id = $1 FOR UPDATE", claim_id)
    if locked is None:
        raise NotFound()
    if locked["state"] != "open":
        raise AlreadyDecided()
    if not body.reason.strip():
        raise ReasonMissing()
    claim = await _find(claim_id)
    if body.approve:
        await _approve(ctx, claim, body.evidence)
    await sql(
        "UPDATE binding_claim SET state = $2, reason = $3, decided_by = $4, decided_at = $5"
        " WHERE id = $1",
        claim_id,
        "approved" if body.approve else "refused",
        body.reason.strip(),
        ctx.id,
        ctx.now,
    )
    data = {
        "claim_id": str(claim_id),
        "home_id": str(claim["home_id"]),
        "approved": body.approve,
        "roll_changed": bool(body.approve and body.evidence),
    }
    event = ClaimDecided(
        subject_id=str(claim["person_id"]), at=ctx.now, why=body.reason.strip(), data=data
    )
    ctx.record(event)
    return _shown(ctx, await _find(claim_id))


async def _approve(ctx: Context, claim: Mapping[str, Any], evidence: Evidence | None) -> None:
    """The claimant is bound as the owner with the claimed number, entered first if need be."""
    rows = await _owners_with(claim["id_index"], claim["home_id"], beijing_date(ctx.now))
    if rows and evidence is not None:
        raise Malformed("名册中已有该业主的产权记录，无须补充产权依据")
    if rows:
        owner_id = rows[0]["id"]
    elif evidence is None:
        raise NotInRoll()
    else:
        owner_id = await enter_ownership(ctx, claim, evidence)
        await note_passing(ctx, [claim["home_id"]])
    await bind(ctx, claim["person_id"], claim["home_id"], owner_id, "papers")


async def _owners_with(id_index: bytes, home_id: UUID, on: date) -> Sequence[dict[str, Any]]:
    return await sql(
        "SELECT w.id FROM owner w JOIN owned_on($3) o ON o.owner_id = w.id"
        " WHERE w.id_index = $1 AND o.home_id = $2 LIMIT 1",
        bytes(id_index),
        home_id,
        on,
    )
