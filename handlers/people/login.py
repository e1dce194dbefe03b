"""Persons: login through WeChat, who one is, the phone number. R2.5, R12.2."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.people.bindings import (
    BoundHome,
    RunningAppointment,
    bound_homes,
    masked_name,
    standings,
)
from handlers.people.sessions import open_session
from handlers.route import Answer, Body, Context, route
from models.people import persons, sessions
from models.people.persons import Person
from models.sealed import PERSON_PHONE
from rules.events.people import PhoneChanged
from rules.people import Role, mask_phone
from rules.refusals.asking import LoginFailed, NotLoggedIn, PhoneRefused, WechatUnavailable

Code = Annotated[str, Meta(pattern=r"^[\x21-\x7e]{1,128}$")]


class Login(Body, frozen=True):
    """`wx.login` 给出的 `code`；`device` 是便于本人辨认这部手机的名称。"""

    code: Annotated[Code, Meta(title="登录凭证", description="`wx.login` 得到的 `code`")]
    device: Annotated[str, Meta(max_length=120)] = ""


class LoggedIn(Answer, frozen=True):
    """登录的令牌、本人标识和已绑定的房屋；新用户没有房屋。"""

    token: Annotated[str, Meta(title="登录令牌", description="以 `Authorization: Bearer …` 发送")]
    expires_at: datetime
    person_id: UUID
    homes: Annotated[list[BoundHome], Meta(title="绑定的房屋")]


async def _ask_wechat(ctx: Context, body: Login) -> tuple[str, bytes]:
    """The openid behind the code, and the code's fingerprint.

    What else WeChat sends along, the session key too, is dropped here: nothing needs it. A
    code that already opened a session is refused without asking WeChat again.
    """
    code_hash = ctx.world.secrets.blind_index(f"login-code:{body.code}")
    if await sessions.code_used(code_hash):
        raise LoginFailed()
    found = await ctx.world.wechat.code_to_session(body.code)
    return found.openid, code_hash


@route(
    "POST",
    "/login",
    who=Role.PUBLIC,
    refuses=(LoginFailed, WechatUnavailable),
    prepare=_ask_wechat,
    limit="login",
    secret=True,
)
async def log_in(ctx: Context, body: Login) -> LoggedIn:
    """用 `wx.login` 的 `code` 登录；一个 `code` 只能登录一次，一个 `openid` 即一个人。R2.5。

    登录三十天有效。同一个 `code` 用同一个 `Idempotency-Key` 重发，得到同一答复；换一个键则被拒绝。
    """
    openid, code_hash = ctx.prepared
    person_id = await persons.seen(openid, ctx.now)
    session = await open_session(
        ctx.world.secrets,
        ctx.now,
        person_id=person_id,
        code_hash=code_hash,
        device=body.device.strip(),
    )
    return LoggedIn(
        token=session.token,
        expires_at=session.expires_at,
        person_id=person_id,
        homes=await bound_homes(person_id, ctx.now),
    )


class Me(Answer, frozen=True):
    """本人的身份。`phone` 和 `name` 已脱敏，尚不知道的为空文本；`name` 取自名册。"""

    person_id: UUID
    phone: str
    name: Annotated[str, Meta(title="姓名", description="名册上的，隐去部分；未绑定的为空")]
    roles: list[Role]
    homes: Annotated[list[BoundHome], Meta(title="绑定的房屋")]
    standings: list[RunningAppointment]
    unread: Annotated[int, Meta(title="未读条数")]


@route("GET", "/me", who=Role.PERSON, etag=True)
async def get_me(ctx: Context) -> Me:
    """本人的身份、房屋、授权和未读消息数。"""
    row = await persons.profile(ctx.id)
    if row is None:
        raise NotLoggedIn()
    phone, held = row["phone_cipher"], await standings(ctx)
    said = ctx.world.secrets.decrypt(bytes(phone), PERSON_PHONE.of(ctx.id)) if phone else ""
    return Me(
        person_id=ctx.id,
        phone=mask_phone(said) if said else "",
        name=masked_name(row, held),
        roles=sorted(ctx.who.roles - {Role.PUBLIC}),
        homes=await bound_homes(ctx.id, ctx.now),
        standings=held,
        unread=row["unread"],
    )


class PhoneCode(Body, frozen=True):
    """按钮 `getPhoneNumber` 给出的 `code`。"""

    code: Annotated[
        Code, Meta(title="手机号凭证", description="`getPhoneNumber` 按钮得到的 `code`")
    ]


class PhoneView(Answer, frozen=True):
    """现在保存的手机号，已脱敏。"""

    phone: str


async def _ask_number(ctx: Context, body: PhoneCode) -> str:
    """The number behind the code, with its country unless that is China."""
    found = await ctx.world.wechat.phone_number(body.code, ctx.who.openid)
    return str(
        found.number if found.country_code == "86" else f"+{found.country_code}{found.number}"
    )


@route(
    "POST",
    "/me/phone",
    who=Role.PERSON,
    status=200,
    refuses=(PhoneRefused, WechatUnavailable),
    prepare=_ask_number,
    limit="login",
)
async def set_phone(ctx: Context, body: PhoneCode) -> PhoneView:
    """保存微信核验的手机号；加密存放，与名册上的号码一致的可凭以绑定。R2.5、R12.4。"""
    number: str = ctx.prepared
    await Person.filter(id=ctx.id).update(
        phone_cipher=ctx.world.secrets.encrypt(number, PERSON_PHONE.of(ctx.id)),
        phone_index=ctx.world.secrets.blind_index(f"phone:{number}"),
    )
    ctx.record(PhoneChanged(subject_id=str(ctx.id), at=ctx.now))
    return PhoneView(phone=mask_phone(number))
