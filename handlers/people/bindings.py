"""Binding a person to a home by name, ID number and home against the roll. R2.5.

A mismatch never says which part was wrong. Tries are counted before they are judged: per person,
because one of many is a guess, and per home, because a resident's number has few unknown digits
once the birthday is known and guesses may come from many logins.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from hmac import compare_digest
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, route
from models import standing
from models.listing import every
from models.people import appointments, bindings, persons
from models.people.bindings import BindingAttempt
from rules.days import beijing_date
from rules.events.people import HomeBound, HomeLeft
from rules.people import IdKind, Role, id_kind, mask_name, normalise_id, normalise_name
from rules.refusals.asking import NotFound, TooManyAttempts
from rules.refusals.cases import PapersMissing
from rules.refusals.people import AlreadyBound, IdentityMismatch, OtherIdentity
from rules.words.word import OneOf

MOST_OWN_FAILURES = 10
MOST_HOME_FAILURES = 20
WINDOW = timedelta(days=1)

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
IdNumber = Annotated[str, Meta(min_length=4, max_length=40, pattern=r"\S")]


class HomeLine(Answer, frozen=True):
    """一套房屋的位置，不显示业主。"""

    home_id: UUID
    community_id: UUID
    scope_id: UUID
    community: str
    building: str
    unit: str
    room: str


HOWS = {"match": "与名册一致", "papers": "凭材料认定"}


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
    return mask_name(ctx.world.secrets.decrypt(bytes(sealed))) if sealed else ""


def masked_name(profile: Mapping[str, Any], held: Sequence[RunningAppointment]) -> str:
    """What somebody is called here: by the roll, else by the papers they act on; "" for neither."""
    if profile["name"]:
        return mask_name(profile["name"])
    return next((one.name for one in held if one.name), "")


class OwnerIdentity(Body, frozen=True):
    """自称业主的人：房屋、证件上的姓名和号码，常见的写法都可以。"""

    home_id: UUID
    name: Annotated[Name, Meta(title="姓名")]
    id_number: Annotated[IdNumber, Meta(description="身份证等证件上的完整号码")]


async def count_try(ctx: Context, body: OwnerIdentity) -> UUID:
    """The id of this try, which stays although the request may be refused.

    Raises TooManyAttempts beyond ten failures of a person or twenty at a home in a day, and
    PapersMissing for the code of a body, which anybody can look up and so proves nothing.
    """
    if id_kind(body.id_number) is IdKind.BODY:
        raise PapersMissing("单位业主请提交授权材料，由工作人员审核")
    await _within_limits(ctx, body.home_id, 0)
    attempt = await BindingAttempt.create(person_id=ctx.id, home_id=body.home_id, at=ctx.now)
    # Once more with this one among them: of many at the same instant only so many may go on.
    await _within_limits(ctx, body.home_id, 1)
    return attempt.id


async def _within_limits(ctx: Context, home_id: UUID, added: int) -> None:
    own, home = await bindings.failures(ctx.id, home_id, ctx.now - WINDOW)
    if own >= MOST_OWN_FAILURES + added or home >= MOST_HOME_FAILURES + added:
        # A day from now the oldest failures that count are certainly forgotten.
        raise TooManyAttempts(
            "核对次数过多，可以提交材料由工作人员审核",
            retry_after_seconds=int(WINDOW.total_seconds()),
        )


@route(
    "POST",
    "/bindings",
    who=Role.PERSON,
    refuses=(IdentityMismatch, OtherIdentity, AlreadyBound, PapersMissing),
    prepare=count_try,
)
async def bind_home(ctx: Context, body: OwnerIdentity) -> BoundHome:
    """凭姓名、证件号码和房屋绑定；三者须与名册一致，不一致时不说明是哪一项。R2.5。"""
    owner_id = await _matched(ctx, body)
    if owner_id is None:
        raise IdentityMismatch()
    bound = await bind(ctx, ctx.id, body.home_id, owner_id, "match")
    await BindingAttempt.filter(id=ctx.prepared).update(matched=True)
    return bound


async def _matched(ctx: Context, body: OwnerIdentity) -> UUID | None:
    """The owner with this number who owns the home today, if the name is the same too."""
    row = await bindings.owner_with(
        ctx.world.secrets.blind_index(normalise_id(body.id_number)),
        body.home_id,
        beijing_date(ctx.now),
    )
    said = normalise_name(body.name).encode()
    known = str(row["name_key"]).encode() if row else b""
    same = compare_digest(said, known)
    return row["id"] if row and same and said else None


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
