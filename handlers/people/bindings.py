"""Binding a person to a home: name, ID number and home, proved by phone or by face. R2.5."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.guessing import it_matched
from handlers.people.identity import ProvedIdentity, Tried, claim_against_roll, try_identity
from handlers.route import Answer, Context, Page, route
from models import standing
from models.listing import every
from models.people import appointments, bindings, persons
from models.sealed import APPOINTMENT_NAME
from rules.days import beijing_date
from rules.events.people import HomeBound, HomeLeft
from rules.identity import HOWS, may_bind
from rules.people import Role, mask_name
from rules.refusals.asking import NotFound, TooManyAttempts, WechatUnavailable
from rules.refusals.cases import PapersMissing
from rules.refusals.people import (
    AlreadyBound,
    ConsentMissing,
    FaceNotVerified,
    IdentityMismatch,
    LoginElsewhere,
    OtherIdentity,
)
from rules.words.word import OneOf

PROOF_REFUSES = (ConsentMissing, TooManyAttempts, FaceNotVerified, WechatUnavailable)
"""What stops somebody who proves who they are, whatever the proof is for."""


class HomeLine(Answer, frozen=True):
    """一套房屋的位置，不显示业主。"""

    home_id: UUID
    community_id: UUID
    scope_id: UUID
    community: str
    building: str
    unit: str
    room: str


class BoundHome(Answer, frozen=True):
    """本人绑定的一套房屋；名册显示已经转让的，`owned` 为假（R2.4）。"""

    binding_id: UUID
    home: Annotated[HomeLine, Meta(title="房屋")]
    how: Annotated[str, OneOf(HOWS)]
    owned: bool
    from_at: Annotated[datetime, Meta(title="绑定时间")]


class RunningAppointment(Answer, frozen=True):
    """今天有效的、已通过审核的授权（R5.1）。"""

    appointment_id: UUID
    community_id: UUID
    community: str
    role: Annotated[Literal["committee", "manager", "independent"], Meta(title="任职身份")]
    name: str
    body_name: str
    to_on: date


def bound_home(row: dict[str, Any]) -> BoundHome:
    """A row of `BINDINGS` as it is shown."""
    return view_of(BoundHome, row, home=view_of(HomeLine, row))


async def bound_homes(
    person_id: UUID, now: datetime, binding_id: UUID | None = None
) -> list[BoundHome]:
    """The person's live bindings, or one of them; oldest first. R2.5."""
    given = {"person_id": person_id, "today": beijing_date(now), "id": binding_id}
    return [bound_home(row) async for rows in every(bindings.BINDINGS, given) for row in rows]


async def standings(ctx: Context) -> list[RunningAppointment]:
    """The asker's appointments that hold today. R5.1."""
    rows = await appointments.in_force(ctx.id, beijing_date(ctx.now))
    return [view_of(RunningAppointment, row, name=_masked(ctx, row)) for row in rows]


def _masked(ctx: Context, row: Mapping[str, Any]) -> str:
    sealed = row["name_cipher"]
    if not sealed:
        return ""
    return mask_name(ctx.world.secrets.decrypt(bytes(sealed), APPOINTMENT_NAME.of(row["id"])))


def masked_name(profile: Mapping[str, Any], held: Sequence[RunningAppointment]) -> str:
    """What somebody is called here: by the roll, else by the papers they act on; "" for neither."""
    if profile["name"]:
        return mask_name(profile["name"])
    return next((one.name for one in held if one.name), "")


@route(
    "POST",
    "/bindings",
    who=Role.PERSON,
    refuses=(IdentityMismatch, LoginElsewhere, AlreadyBound, PapersMissing, *PROOF_REFUSES),
    prepare=try_identity,
)
async def bind_home(ctx: Context, body: ProvedIdentity) -> BoundHome:
    """凭姓名、证件号码、房屋，以及微信核验的名册手机号或者人脸核身绑定；不符时不说明是哪一项。R2.5。"""
    tried: Tried = ctx.prepared
    owner_id, claim = await claim_against_roll(ctx, body, tried.check_id)
    how = may_bind(claim)
    assert owner_id is not None, "it matches"
    bound = await bind(ctx, ctx.id, body.home_id, owner_id, how)
    await it_matched(ctx, tried.id, body.home_id)
    return bound


async def bind(ctx: Context, person_id: UUID, home_id: UUID, owner_id: UUID, how: str) -> BoundHome:
    """The person speaks for this owner's home from now on.

    Raises OtherIdentity while the person is bound as another natural person, AlreadyBound when
    bound to the home already. The event is the person's.
    """
    if await persons.lock(person_id) is None:
        raise NotFound()
    if await bindings.is_another(person_id, owner_id):
        raise OtherIdentity()
    binding_id = await standing.bind(person_id, home_id, owner_id, how, ctx.now)
    if binding_id is None:
        raise AlreadyBound()
    data: dict[str, Any] = {"home_id": str(home_id), "how": how}
    ctx.record(HomeBound(subject_id=str(person_id), at=ctx.now, data=data))
    homes = await bound_homes(person_id, ctx.now, binding_id)
    return homes[0]


@listing("/bindings", who=Role.PERSON, etag=True)
async def list_bindings(ctx: Context, query: Page) -> Listed[BoundHome]:
    """本人已绑定的房屋，最早绑定的在前。"""
    today = beijing_date(ctx.now)
    return await page(bindings.BINDINGS, query, bound_home, person_id=ctx.id, today=today)


@route("DELETE", "/bindings/{binding_id}", who=Role.PERSON, status=204, refuses=(NotFound,))
async def leave_home(ctx: Context, binding_id: UUID) -> None:
    """解除绑定；已经作出的签名和反对意见不受影响。R2.5。"""
    home_id = await standing.unbind(binding_id, ctx.id, ctx.now)
    if home_id is None:
        raise NotFound()
    data = {"home_id": str(home_id)}
    ctx.record(HomeLeft(subject_id=str(ctx.id), at=ctx.now, data=data))
