"""How staff get in: the first administrator, invitations, login, a new password. R12.3, R12.4.

Nothing here tells whether a username exists: an unknown or disabled one, a wrong password, a wrong
or used code and too many failures before are one refusal, after the same work.
"""

from datetime import datetime
from hmac import compare_digest
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import view_of
from handlers.people import passwords
from handlers.people.employees import EmployeeIdentity, confirms_from, read, registered
from handlers.people.sessions import open_session
from handlers.pools import PASSWORDS
from handlers.route import Answer, Body, Context, route
from handlers.shown import maybe
from models.ids import new_id
from models.parameters import current_parameters
from models.people import accounts, login_guesses, sessions
from models.people.accounts import Account
from models.sealed import ACCOUNT_TOTP
from rules.events.people import AccountActivated, AccountCreated, AccountLoggedIn, PasswordChanged
from rules.people import STAFF, Role
from rules.refusals.asking import NotLoggedIn, SamePerson, WrongCredentials
from rules.refusals.people import (
    BootstrapOver,
    EmployeeDiffers,
    InvitationOver,
    NameTaken,
    WeakPassword,
)

Username = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9._-]{2,39}$")]
Password = Annotated[
    str, Meta(min_length=1, max_length=128, extra_json_schema={"format": "password"})
]
OneTimeCode = Annotated[str, Meta(pattern=r"^[0-9]{6}$")]
Secret = Annotated[str, Meta(min_length=1, max_length=200)]


class StaffAuthenticator(Answer, frozen=True):
    """账号的动态口令密钥，只在这一次答复中显示。"""

    staff_id: UUID
    username: str
    totp_secret: str
    totp_uri: str


class Bootstrap(Body, frozen=True, kw_only=True):
    """最初的两位管理员之一，凭运维人员设定的令牌设立。"""

    token: Annotated[Secret, Meta(title="启用码", description="部署时设定，设立最初两位管理员")]
    username: Username
    employee: Annotated[EmployeeIdentity, Meta(title="本人")]
    password: Password


async def _first_password(ctx: Context, body: Bootstrap) -> str:
    expected = ctx.world.bootstrap_token.encode()
    if not compare_digest(expected, body.token.encode()) or not expected:
        raise WrongCredentials()
    passwords.judge(body.password, body.username, body.employee.name)
    return await PASSWORDS.run(ctx.who.key, passwords.hashed, body.password)


@route(
    "POST",
    "/staff/bootstrap",
    who=Role.PUBLIC,
    refuses=(WrongCredentials, BootstrapOver, WeakPassword, EmployeeDiffers, SamePerson, NameTaken),
    prepare=_first_password,
    limit="password",
    secret=True,
)
async def create_first_administrator(ctx: Context, body: Bootstrap) -> StaffAuthenticator:
    """设立最初两位管理员，须为两人；此后账号由一人录入、另一人复核。R1.1、R1.2。"""
    # Two at the same instant are taken one after the other.
    there = await accounts.lock_first()
    if len(there) > 1:
        raise BootstrapOver()
    secret, employee = passwords.new_secret(), await registered(ctx, read(body.employee))
    if any(one.employee_id == employee.id for one in there):
        raise SamePerson("两位管理员须为两人")
    if any(one.username == body.username for one in there):
        raise NameTaken()
    account_id = new_id()
    account = await Account.create(
        id=account_id,
        username=body.username,
        name=employee.name,
        employee_id=employee.id,
        roles=Role.ADMINISTRATOR.value,
        password_hash=ctx.prepared,
        totp_cipher=ctx.world.secrets.encrypt(secret, ACCOUNT_TOTP.of(account_id)),
        created_at=ctx.now,
    )
    data = {"roles": [Role.ADMINISTRATOR.value]}
    ctx.record(AccountCreated(subject_id=str(account.id), at=ctx.now, data=data))
    return _authenticator(account.id, account.username, secret)


class InvitationAcceptance(Body, frozen=True):
    """凭邀请码启用账号，并自设密码。"""

    token: Annotated[Secret, Meta(title="邀请码")]
    password: Password


async def _accepted_password(ctx: Context, body: InvitationAcceptance) -> tuple[bytes, UUID, str]:
    try:
        _, invite_hash = ctx.world.secrets.token_hash(body.token)
    except LookupError as error:
        raise InvitationOver() from error
    account = await accounts.invited(invite_hash, ctx.now)
    if account is None:
        raise InvitationOver()
    passwords.judge(body.password, account.username, account.name)
    hashed = await PASSWORDS.run(ctx.who.key, passwords.hashed, body.password)
    return invite_hash, account.id, hashed


@route(
    "POST",
    "/staff/invitations/accept",
    who=Role.PUBLIC,
    status=200,
    refuses=(InvitationOver, WeakPassword),
    prepare=_accepted_password,
    limit="password",
    secret=True,
)
async def accept_invitation(ctx: Context, body: InvitationAcceptance) -> StaffAuthenticator:
    """接受邀请并设置密码，取得动态口令密钥；邀请三日内有效，只能使用一次。"""
    invite_hash, account_id, password_hash = ctx.prepared
    secret = passwords.new_secret()
    row = await accounts.take_up(
        invite_hash,
        ctx.now,
        password_hash,
        ctx.world.secrets.encrypt(secret, ACCOUNT_TOTP.of(account_id)),
        await confirms_from(ctx),
    )
    if row is None:
        raise InvitationOver()
    await login_guesses.know(row["id"], ctx.who.network, ctx.now)
    ctx.record(AccountActivated(subject_id=str(row["id"]), at=ctx.now))
    return _authenticator(row["id"], row["username"], secret)


def _authenticator(staff_id: UUID, username: str, secret: str) -> StaffAuthenticator:
    return StaffAuthenticator(
        staff_id=staff_id,
        username=username,
        totp_secret=secret,
        totp_uri=passwords.provisioning_uri(secret, username),
    )


class StaffLogin(Body, frozen=True):
    """用户名、密码和动态口令应用当前显示的六位数字。"""

    username: Annotated[str, Meta(min_length=1, max_length=40)]
    password: Password
    totp: OneTimeCode
    device: Annotated[str, Meta(max_length=120)] = ""


class StaffLoggedIn(Answer, frozen=True):
    """工作人员的登录，十二小时有效。"""

    token: Annotated[str, Meta(title="登录令牌", description="以 `Authorization: Bearer …` 发送")]
    expires_at: datetime
    staff_id: UUID
    name: Annotated[str, Meta(title="姓名")]
    roles: list[Role]


async def verified(ctx: Context, username: str, password: str, totp: str) -> tuple[UUID, int]:
    """The account that these belong to and the code's time step; outside any transaction.

    The fifth failure in a row from one network has that network wait. Raises WrongCredentials.
    """
    row = await login_guesses.count(username, ctx.who.network, ctx.now)
    judged = row is not None and row["judged"]
    stored = row["password_hash"] if row and judged else None
    good = await PASSWORDS.run(ctx.who.key, passwords.matches, stored, password)
    wrong = WrongCredentials()
    if row is None:
        raise wrong
    if row["locks"] or not judged:
        wrong.noted = "lockout"
    if not good or row["totp_cipher"] is None:
        raise wrong
    secret = ctx.world.secrets.decrypt(bytes(row["totp_cipher"]), ACCOUNT_TOTP.of(row["id"]))
    step = passwords.step_of(secret, totp, ctx.now)
    if step is None:
        raise wrong
    return row["id"], step


async def use_step(ctx: Context, staff_id: UUID, step: int) -> dict[str, object]:
    """The account, its failures forgiven where the code came from, the code used up.

    Raises WrongCredentials for a used one.
    """
    row = await accounts.use_step(staff_id, step)
    if row is None:
        raise WrongCredentials()
    await login_guesses.forgive(staff_id, ctx.who.network, ctx.now)
    return row


async def _verify_login(ctx: Context, body: StaffLogin) -> tuple[UUID, int]:
    return await verified(ctx, body.username.strip().lower(), body.password, body.totp)


@route(
    "POST",
    "/staff/login",
    who=Role.PUBLIC,
    refuses=(WrongCredentials,),
    prepare=_verify_login,
    limit="password",
    secret=True,
)
async def log_in_staff(ctx: Context, body: StaffLogin) -> StaffLoggedIn:
    """工作人员凭密码和动态口令登录，十二小时有效，久不操作即失效；同一动态口令只能使用一次。R12.8。"""
    staff_id, step = ctx.prepared
    row = await use_step(ctx, staff_id, step)
    policy = await current_parameters()
    session = await open_session(
        ctx.world.secrets,
        ctx.now,
        account_id=staff_id,
        device=body.device.strip(),
        idle_minutes=policy.session_idle_minutes,
        fresh_minutes=policy.session_fresh_minutes,
    )
    ctx.record(AccountLoggedIn(subject_id=str(staff_id), at=ctx.now))
    return StaffLoggedIn(
        token=session.token,
        expires_at=session.expires_at,
        staff_id=staff_id,
        name=str(row["name"]),
        roles=roles_of(str(row["roles"])),
    )


def roles_of(stored: str) -> list[Role]:
    """The roles as the account keeps them."""
    return [Role(name) for name in stored.split(",") if name]


class StaffMe(Answer, frozen=True):
    """本人的工作账号及其所属单位。"""

    staff_id: UUID
    username: str
    name: Annotated[str, Meta(title="姓名")]
    roles: list[Role]
    insurer_id: UUID | None
    insurer: Annotated[str, Meta(description="不属于保险机构的为空")]
    community_id: UUID | None
    community: Annotated[str, Meta(description="不属于小区的为空")]
    session_expires_at: datetime
    fresh_until: datetime | None


@route("GET", "/staff/me", who=STAFF)
async def get_staff_me(ctx: Context) -> StaffMe:
    """本人的工作账号。"""
    row = await accounts.profile(ctx.id, ctx.who.session_id)
    if row is None:
        raise NotLoggedIn()
    until = row["fresh_until"]
    shown = until if until and until > ctx.now else None
    return view_of(StaffMe, row, roles=roles_of(row["roles"]), fresh_until=maybe(shown))


class NewPassword(Body, frozen=True):
    """现用密码、动态口令和新密码。"""

    password: Annotated[Password, Meta(title="原密码")]
    totp: OneTimeCode
    new_password: Password


async def _verify_change(ctx: Context, body: NewPassword) -> tuple[int, str]:
    account = await Account.get_or_none(id=ctx.id)
    if account is None:
        raise NotLoggedIn()
    passwords.judge(body.new_password, account.username, account.name)
    _, step = await verified(ctx, account.username, body.password, body.totp)
    return step, await PASSWORDS.run(ctx.who.key, passwords.hashed, body.new_password)


@route(
    "POST",
    "/staff/password",
    who=STAFF,
    status=204,
    refuses=(WrongCredentials, WeakPassword),
    prepare=_verify_change,
    limit="password",
)
async def change_password(ctx: Context, body: NewPassword) -> None:
    """更改本人密码；本账号的其他登录一律失效。"""
    step, password_hash = ctx.prepared
    await use_step(ctx, ctx.id, step)
    await Account.filter(id=ctx.id).update(password_hash=password_hash)
    await sessions.end_all(ctx.id, ctx.now, but=ctx.who.session_id)
    ctx.record(PasswordChanged(subject_id=str(ctx.id), at=ctx.now))
