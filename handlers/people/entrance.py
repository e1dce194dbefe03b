"""How staff get in: the first administrator, invitations, login, a new password. R12.3, R12.4.

Nothing here tells whether a username exists: an unknown, disabled or locked one, a wrong password
and a wrong or used code are one refusal, after the same work.
"""

import asyncio
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Annotated
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.people import passwords
from handlers.people.sessions import open_session
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from models.base import one, sql
from rules.events.people import AccountActivated, AccountCreated, AccountLoggedIn, PasswordChanged
from rules.people import STAFF, Role
from rules.refusals.asking import NotLoggedIn, WrongCredentials
from rules.refusals.people import BootstrapOver, InvitationOver, WeakPassword

MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
INVITED_FOR = timedelta(days=3)

Username = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9._-]{2,39}$")]
PersonName = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
Password = Annotated[str, Meta(min_length=1, max_length=128)]
OneTimeCode = Annotated[str, Meta(pattern=r"^[0-9]{6}$")]
Secret = Annotated[str, Meta(min_length=1, max_length=200)]


class Authenticator(Answer, frozen=True):
    """The account's secret for an authenticator app; this answer shows it once and never again."""

    account_id: UUID
    username: str
    totp_secret: str
    totp_uri: str


class Bootstrap(Body, frozen=True):
    """The first administrator, let in by the token that the operator set."""

    token: Secret
    username: Username
    name: PersonName
    password: Password


async def _first_password(ctx: Context, body: Bootstrap) -> str:
    expected = ctx.world.bootstrap_token.encode()
    if not compare_digest(expected, body.token.encode()) or not expected:
        raise WrongCredentials()
    passwords.judge(body.password, body.username, body.name)
    return await asyncio.to_thread(passwords.hashed, body.password)


@route(
    "POST",
    "/staff/bootstrap",
    who=Role.PUBLIC,
    refuses=(WrongCredentials, BootstrapOver, WeakPassword),
    prepare=_first_password,
    limit="login",
)
async def bootstrap(ctx: Context, body: Bootstrap) -> Authenticator:
    """设立首位管理员；仅在尚无任何账号时可用，因此只能成功一次。

    Two at the same instant are taken one after the other.
    """
    await sql("SELECT pg_advisory_xact_lock(hashtext('staff bootstrap'))")
    if await one("SELECT 1 AS found FROM account LIMIT 1"):
        raise BootstrapOver()
    account_id, secret = uuid4(), passwords.new_secret()
    await sql(
        "INSERT INTO account (id, username, name, roles, password_hash, totp_cipher, created_at,"
        " totp_last_step, failures) VALUES ($1,$2,$3,$4,$5,$6,$7,0,0)",
        account_id,
        body.username,
        body.name.strip(),
        Role.ADMINISTRATOR,
        ctx.prepared,
        ctx.world.secrets.encrypt(secret),
        ctx.now,
    )
    roles = [Role.ADMINISTRATOR.value]
    ctx.record(AccountCreated(subject_id=str(account_id), at=ctx.now, data={"roles": roles}))
    return _authenticator(account_id, body.username, secret)


class Acceptance(Body, frozen=True):
    """An invitation taken up, with a password of one's own."""

    token: Secret
    password: Password


async def _accepted_password(ctx: Context, body: Acceptance) -> tuple[bytes, str]:
    try:
        _, invite_hash = ctx.world.secrets.token_hash(body.token)
    except LookupError as error:
        raise InvitationOver() from error
    row = await one(
        "SELECT username, name FROM account WHERE invite_hash = $1 AND invite_expires_at > $2"
        " AND disabled_at IS NULL",
        invite_hash,
        ctx.now,
    )
    if row is None:
        raise InvitationOver()
    passwords.judge(body.password, row["username"], row["name"])
    return invite_hash, await asyncio.to_thread(passwords.hashed, body.password)


@route(
    "POST",
    "/staff/invitations/accept",
    who=Role.PUBLIC,
    status=200,
    refuses=(InvitationOver, WeakPassword),
    prepare=_accepted_password,
    limit="login",
)
async def accept_invitation(ctx: Context, body: Acceptance) -> Authenticator:
    """接受邀请并设置密码，取得动态口令密钥；邀请三日内有效，只能使用一次。"""
    invite_hash, password_hash = ctx.prepared
    secret = passwords.new_secret()
    row = await one(
        "UPDATE account SET password_hash = $3, totp_cipher = $4, totp_last_step = 0,"
        " invite_hash = NULL, invite_expires_at = NULL, failures = 0, locked_until = NULL"
        " WHERE invite_hash = $1 AND invite_expires_at > $2 AND disabled_at IS NULL"
        " RETURNING id, username",
        invite_hash,
        ctx.now,
        password_hash,
        ctx.world.secrets.encrypt(secret),
    )
    if row is None:
        raise InvitationOver()
    ctx.record(AccountActivated(subject_id=str(row["id"]), at=ctx.now))
    return _authenticator(row["id"], row["username"], secret)


def _authenticator(account_id: UUID, username: str, secret: str) -> Authenticator:
    return Authenticator(
        account_id=account_id,
        username=username,
        totp_secret=secret,
        totp_uri=passwords.provisioning_uri(secret, username),
    )


class StaffLogin(Body, frozen=True):
    """Username, password and the six digits that the authenticator app shows now."""

    username: Annotated[str, Meta(min_length=1, max_length=40)]
    password: Password
    totp: OneTimeCode
    device: Annotated[str, Meta(max_length=120)] = ""


class StaffLoggedIn(Answer, frozen=True):
    """A session of twelve hours."""

    token: str
    expires_at: datetime
    account_id: UUID
    name: str
    roles: list[Role]


# Counted before it is judged: a hundred guesses at once get five answers, and a guess that fails
# stays counted though its transaction never begins.
_COUNT_TRY = """
UPDATE account SET
       failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
       locked_until = CASE WHEN locked_until IS NULL AND failures + 1 >= $3 THEN $4::timestamptz END
 WHERE username = $1 AND disabled_at IS NULL AND password_hash IS NOT NULL
   AND (locked_until IS NULL OR locked_until <= $2)
RETURNING id, password_hash, totp_cipher
"""


async def verified(ctx: Context, username: str, password: str, totp: str) -> tuple[UUID, int]:
    """The account that these belong to and the code's time step; outside any transaction.

    The fifth failure in a row locks the account for 15 minutes. Raises WrongCredentials.
    """
    row = await one(_COUNT_TRY, username, ctx.now, MOST_FAILURES, ctx.now + LOCKED_FOR)
    stored = row["password_hash"] if row else None
    good = await asyncio.to_thread(passwords.matches, stored, password)
    if row is None or not good or row["totp_cipher"] is None:
        raise WrongCredentials()
    secret = ctx.world.secrets.decrypt(bytes(row["totp_cipher"]))
    step = passwords.step_of(secret, totp, ctx.now)
    if step is None:
        raise WrongCredentials()
    return row["id"], step


async def _use_step(account_id: UUID, step: int) -> dict[str, object]:
    """The account, its failures forgiven, the code used up. WrongCredentials for a used one."""
    row = await one(
        "UPDATE account SET totp_last_step = $2, failures = 0, locked_until = NULL"
        " WHERE id = $1 AND totp_last_step < $2 AND disabled_at IS NULL"
        " RETURNING name, roles",
        account_id,
        step,
    )
    if row is None:
        raise WrongCredentials()
    return row


async def _verify_login(ctx: Context, body: StaffLogin) -> tuple[UUID, int]:
    return await verified(ctx, body.username.strip().lower(), body.password, body.totp)


@route(
    "POST",
    "/staff/login",
    who=Role.PUBLIC,
    refuses=(WrongCredentials,),
    prepare=_verify_login,
    limit="login",
)
async def staff_login(ctx: Context, body: StaffLogin) -> StaffLoggedIn:
    """工作人员凭密码和动态口令登录，十二小时有效；同一动态口令只能使用一次。"""
    account_id, step = ctx.prepared
    row = await _use_step(account_id, step)
    session = await open_session(
        ctx.world.secrets, ctx.now, account_id=account_id, device=body.device.strip()
    )
    ctx.record(AccountLoggedIn(subject_id=str(account_id), at=ctx.now))
    return StaffLoggedIn(
        token=session.token,
        expires_at=session.expires_at,
        account_id=account_id,
        name=str(row["name"]),
        roles=roles_of(str(row["roles"])),
    )


def roles_of(stored: str) -> list[Role]:
    """The roles as the account keeps them."""
    return [Role(name) for name in stored.split(",") if name]


class StaffMe(Answer, frozen=True):
    """The account that asks, and what it belongs to."""

    account_id: UUID
    username: str
    name: str
    roles: list[Role]
    insurer_id: UUID | None
    insurer: str
    community_id: UUID | None
    community: str
    session_expires_at: datetime


@route("GET", "/staff/me", who=STAFF)
async def staff_me(ctx: Context) -> StaffMe:
    """本人的工作账号。"""
    row = await one(
        "SELECT a.username, a.name, a.roles, a.insurer_id, i.name AS insurer, a.community_id,"
        " c.name AS community, s.expires_at FROM account a"
        " JOIN session s ON s.account_id = a.id AND s.id = $2"
        " LEFT JOIN insurer i ON i.id = a.insurer_id"
        " LEFT JOIN community c ON c.id = a.community_id WHERE a.id = $1",
        ctx.id,
        ctx.who.session_id,
    )
    if row is None:
        raise NotLoggedIn()
    return StaffMe(
        account_id=ctx.id,
        username=row["username"],
        name=row["name"],
        roles=roles_of(row["roles"]),
        insurer_id=row["insurer_id"],
        insurer=row["insurer"] or "",
        community_id=row["community_id"],
        community=row["community"] or "",
        session_expires_at=at(row["expires_at"]),
    )


class NewPassword(Body, frozen=True):
    """The password used so far, a one-time code, and the password from now on."""

    password: Password
    totp: OneTimeCode
    new_password: Password


async def _verify_change(ctx: Context, body: NewPassword) -> tuple[int, str]:
    row = await one("SELECT username, name FROM account WHERE id = $1", ctx.id)
    if row is None:
        raise NotLoggedIn()
    passwords.judge(body.new_password, row["username"], row["name"])
    _, step = await verified(ctx, row["username"], body.password, body.totp)
    return step, await asyncio.to_thread(passwords.hashed, body.new_password)


@route(
    "POST",
    "/staff/password",
    who=STAFF,
    status=204,
    refuses=(WrongCredentials, WeakPassword),
    prepare=_verify_change,
    limit="login",
)
async def change_password(ctx: Context, body: NewPassword) -> None:
    """更改本人密码；本账号的其他登录一律失效。"""
    step, password_hash = ctx.prepared
    await _use_step(ctx.id, step)
    await sql("UPDATE account SET password_hash = $2 WHERE id = $1", ctx.id, password_hash)
    await sql(
        "UPDATE session SET revoked_at = $3"
        " WHERE account_id = $1 AND id <> $2 AND revoked_at IS NULL",
        ctx.id,
        ctx.who.session_id,
        ctx.now,
    )
    ctx.record(PasswordChanged(subject_id=str(ctx.id), at=ctx.now))
