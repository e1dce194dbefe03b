"""Proof of who somebody is: a face check that WeChat judges, and claims held against the roll.

What fails never says which part was wrong. Tries are counted before they are judged. R2.5, R2.8.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.people.consents import agreed
from handlers.people.guessing import begin_try
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from models.ids import new_id
from models.people import bindings, logins, persons
from models.people.logins import FaceCheck
from models.people.persons import Person
from models.sealed import OWNER_PHONE, PERSON_PHONE
from rules.days import beijing_date
from rules.identity import Claim
from rules.people import IdKind, Role, id_kind, normalise_id, normalise_name, normalise_phone
from rules.privacy import TO_BIND, TO_SHOW_FACE
from rules.refusals.asking import TooManyAttempts, WechatUnavailable
from rules.refusals.cases import PapersMissing
from rules.refusals.people import ConsentMissing, FaceNotVerified

MOST_CHECKS = 5
"""Face checks of one login in a day: each may cost the Centre money."""
DAY = timedelta(days=1)

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
IdNumber = Annotated[str, Meta(min_length=4, max_length=40, pattern=r"\S")]


class Papers(Body, frozen=True):
    """证件上的姓名和号码，常见的写法都可以。"""

    name: Annotated[Name, Meta(title="姓名")]
    id_number: Annotated[IdNumber, Meta(description="身份证等证件上的完整号码")]


class FaceCheckStart(Answer, frozen=True):
    """一次人脸核身：小程序凭 `verify_id` 调用 `wx.requestFacialVerify`，做完后凭标识绑定。"""

    face_check_id: UUID
    verify_id: Annotated[str, Meta(title="核身会话", description="交给 `wx.requestFacialVerify`")]
    expires_at: datetime


async def _open_session(ctx: Context, body: Papers) -> FaceCheck:
    """WeChat's session for these papers; a resident's identity card is the only kind it takes."""
    await agreed(ctx, TO_SHOW_FACE)
    name, number = normalise_name(body.name), normalise_id(body.id_number)
    if not name or id_kind(number) is not IdKind.RESIDENT:
        raise FaceNotVerified("人脸核身只适用于居民身份证，请上传材料申请")
    if await logins.checks_since(ctx.id, ctx.now - DAY) >= MOST_CHECKS:
        raise TooManyAttempts("今天核身次数过多", retry_after_seconds=int(DAY.total_seconds()))
    check_id = new_id()
    opened = await ctx.world.wechat.face_session(check_id.hex, name, number, ctx.who.openid)
    return FaceCheck(
        id=check_id,
        person_id=ctx.id,
        papers_index=ctx.world.secrets.blind_index(_papers(name, number)),
        verify_id=opened.verify_id,
        made_at=ctx.now,
        expires_at=ctx.now + timedelta(seconds=opened.seconds),
    )


def _papers(name: str, number: str) -> str:
    return f"papers:{name}:{number}"


@route(
    "POST",
    "/face-checks",
    who=Role.PERSON,
    refuses=(ConsentMissing, FaceNotVerified, TooManyAttempts, WechatUnavailable),
    prepare=_open_session,
    limit="login",
    secret=True,
)
async def begin_face_check(ctx: Context, body: Papers) -> FaceCheckStart:
    """开始一次人脸核身；结果由本系统向微信查询，不凭手机所说。一天至多五次。R2.5。"""
    check: FaceCheck = ctx.prepared
    await check.save(force_create=True)
    return FaceCheckStart(
        face_check_id=check.id, verify_id=check.verify_id, expires_at=at(check.expires_at)
    )


class OwnerIdentity(Body, frozen=True):
    """自称业主的人：房屋、证件上的姓名和号码，常见的写法都可以。"""

    home_id: UUID
    name: Annotated[Name, Meta(title="姓名")]
    id_number: Annotated[IdNumber, Meta(description="身份证等证件上的完整号码")]


class ProvedIdentity(OwnerIdentity, frozen=True):
    """业主本人：房屋、姓名和号码；微信核验的手机号不是名册上的，另给通过了的人脸核身。"""

    face_check_id: Annotated[
        UUID | None,
        Meta(description="不给即凭微信核验的手机号"),
    ] = None


@dataclass(frozen=True)
class Tried:
    """A try that was counted, and whether WeChat says that the face is the bearer's."""

    id: UUID
    check_id: UUID | None = None


async def try_identity(ctx: Context, body: ProvedIdentity) -> Tried:
    """The try is counted and the face check, if any, was asked for; outside any transaction.

    Raises ConsentMissing, TooManyAttempts, FaceNotVerified, WechatUnavailable, and PapersMissing
    for the code of a body, which anybody can look up and so proves nothing.
    """
    await agreed(ctx, TO_BIND if body.face_check_id is None else TO_SHOW_FACE)
    if id_kind(body.id_number) is IdKind.BODY:
        raise PapersMissing("单位业主请提交授权材料，由工作人员审核")
    tried = await begin_try(ctx, body)
    if body.face_check_id is not None:
        await _ask_face(ctx, body, body.face_check_id)
    return Tried(tried, body.face_check_id)


async def _ask_face(ctx: Context, body: ProvedIdentity, check_id: UUID) -> None:
    """Raises FaceNotVerified unless WeChat says that this check of the asker passed."""
    name, number = normalise_name(body.name), normalise_id(body.id_number)
    check = await FaceCheck.get_or_none(id=check_id, person_id=ctx.id, used_at=None)
    if check is None or check.expires_at <= ctx.now:
        raise FaceNotVerified()
    known = ctx.world.secrets.blind_indexes(_papers(name, number))
    if not any(compare_digest(bytes(check.papers_index), one) for one in known):
        raise FaceNotVerified()
    found = await ctx.world.wechat.face_result(
        check.verify_id, check.id.hex, name, number, ctx.who.openid
    )
    if not found.passed:
        raise FaceNotVerified()


async def claim_against_roll(
    ctx: Context, body: OwnerIdentity, check_id: UUID | None
) -> tuple[UUID | None, Claim]:
    """The owner with this number who owns the home today, if the name is the same too, and what
    else agrees; whoever is bound as that owner is locked. A face check is used up by it."""
    person = await persons.lock(ctx.id)
    row = await bindings.owner_with(
        ctx.world.secrets.blind_indexes(normalise_id(body.id_number)),
        body.home_id,
        beijing_date(ctx.now),
    )
    said = normalise_name(body.name).encode()
    known = str(row["name_key"]).encode() if row else b""
    same = compare_digest(said, known)
    face = check_id is not None and await logins.use_check(check_id, ctx.now)
    if row is None or person is None or not same or not said:
        return None, Claim(matches=False)
    owner_id: UUID = row["id"]
    phone = _same_phone(ctx, person, owner_id, row["phone_cipher"])
    if not phone and not face:
        # Nothing more is asked, so that the time it takes says no more than the answer.
        return None, Claim(matches=False)
    natural = await logins.lock_owner(owner_id)
    return owner_id, Claim(
        matches=True,
        phone_agrees=phone,
        face_agrees=face,
        natural=natural,
        another=await bindings.is_another(ctx.id, owner_id),
        other_logins=bool(await logins.logins_as(owner_id, ctx.id)),
    )


def _same_phone(ctx: Context, person: Person, owner_id: UUID, on_roll: bytes | None) -> bool:
    """Whether the number that WeChat verified is the one on the roll."""
    if on_roll is None or person.phone_cipher is None:
        return False
    decrypt = ctx.world.secrets.decrypt
    known = normalise_phone(decrypt(bytes(on_roll), OWNER_PHONE.of(owner_id)))
    verified = normalise_phone(decrypt(bytes(person.phone_cipher), PERSON_PHONE.of(person.id)))
    return bool(known) and compare_digest(known.encode(), verified.encode())
