"""Staff accounts: invited, given roles, invited anew, disabled, all by an administrator. R12.3.

There are no default accounts and no passwords that somebody else has known.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.people.entrance import INVITED_FOR, PersonName, Username, roles_of
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.base import one, sql
from rules.events.people import (
    AccountCreated,
    AccountDisabled,
    AccountInvitedAnew,
    AccountRolesChanged,
)
from rules.people import STAFF, Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, NameTaken, WrongRoles

ALONE = frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.INSURER, Role.STREET, Role.BUREAU})
"""Roles that stand with no other: who reads or admits must not act, outsiders are outsiders."""

Reason = Annotated[str, Meta(max_length=500)]


class Duties(Body, frozen=True):
    """Roles, with the insurer or the community that they belong to."""

    roles: Annotated[list[Role], Meta(min_length=1, max_length=3)]
    insurer_id: UUID | None = None
    community_id: UUID | None = None


class NewAccount(Duties, frozen=True, kw_only=True):
    """Somebody to be invited."""

    username: Username
    name: PersonName


class ChangedDuties(Duties, frozen=True, kw_only=True):
    """Other roles, and why."""

    reason: Reason


class WithReason(Body, frozen=True):
    """Why."""

    reason: Reason


class Invitation(Answer, frozen=True):
    """An invitation to hand over; the token works once, and cannot be read again later."""

    account_id: UUID
    username: str
    token: str
    expires_at: datetime


class AccountView(Answer, frozen=True):
    """An account as administrators and auditors see it."""

    id: UUID
    username: str
    name: str
    roles: list[Role]
    insurer_id: UUID | None
    community_id: UUID | None
    state: Literal["invited", "active", "disabled"]
    locked_until: datetime | None
    created_at: datetime


class AccountList(Answer, frozen=True):
    """Accounts by username."""

    items: list[AccountView]
    next: str


async def _checked(duties: Duties) -> str:
    """The roles as they are stored. Raises WrongRoles, NotFound."""
    roles = frozenset(duties.roles)
    if not roles <= STAFF:
        raise WrongRoles("该角色不能设为工作人员账号")
    if len(roles) > 1 and roles & ALONE:
        raise WrongRoles("该角色不能与其他角色同时担任")
    if (Role.INSURER in roles) != (duties.insurer_id is not None):
        raise WrongRoles("保险机构账号须且仅须指明保险机构")
    if (Role.STREET in roles) != (duties.community_id is not None):
        raise WrongRoles("街道社区账号须且仅须指明小区")
    if duties.insurer_id and not await one(
        "SELECT 1 AS found FROM insurer WHERE id = $1", duties.insurer_id
    ):
        raise NotFound("没有找到该保险机构")
    if duties.community_id and not await one(
        "SELECT 1 AS found FROM community WHERE id = $1", duties.community_id
    ):
        raise NotFound("没有找到该小区")
    return ",".join(sorted(roles))


@route(
    "POST",
    "/staff/accounts",
    who=Role.ADMINISTRATOR,
    refuses=(WrongRoles, NotFound, NameTaken),
)
async def create_account(ctx: Context, body: NewAccount) -> Invitation:
    """建立账号并发出邀请，三日内凭邀请码启用；不设默认密码。"""
    roles = await _checked(body)
    token = ctx.world.secrets.new_token()
    row = await one(
        "INSERT INTO account (id, username, name, roles, insurer_id, community_id, invite_hash,"
        " invite_expires_at, created_by, created_at, totp_last_step, failures)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,0,0)"
        " ON CONFLICT (username) DO NOTHING RETURNING id",
        uuid4(),
        body.username,
        body.name.strip(),
        roles,
        body.insurer_id,
        body.community_id,
        ctx.world.secrets.token_hash(token)[1],
        ctx.now + INVITED_FOR,
        ctx.id,
        ctx.now,
    )
    if row is None:
        raise NameTaken()
    ctx.record(
        AccountCreated(
            subject_id=str(row["id"]), at=ctx.now, data={"roles": sorted(set(body.roles))}
        )
    )
    return _invitation(ctx, row["id"], body.username, token)


def _invitation(ctx: Context, account_id: UUID, username: str, token: str) -> Invitation:
    return Invitation(
        account_id=account_id,
        username=username,
        token=token,
        expires_at=at(ctx.now + INVITED_FOR),
    )


@route("GET", "/staff/accounts", who={Role.ADMINISTRATOR, Role.AUDITOR})
async def list_accounts(ctx: Context, query: Page) -> AccountList:
    """全部账号，按用户名排列。"""
    rows = await sql(
        "SELECT id, username, name, roles, insurer_id, community_id, password_hash IS NOT NULL"
        " AS open, locked_until, disabled_at, created_at FROM account"
        " WHERE username > $1 ORDER BY username LIMIT $2",
        query.after,
        query.limit + 1,
    )
    shown = rows[: query.limit]
    return AccountList(
        items=[_shown(ctx, row) for row in shown],
        next=shown[-1]["username"] if len(rows) > query.limit else "",
    )


def _shown(ctx: Context, row: Mapping[str, Any]) -> AccountView:
    locked = row["locked_until"]
    state: Literal["invited", "active", "disabled"] = "active" if row["open"] else "invited"
    return AccountView(
        id=row["id"],
        username=row["username"],
        name=row["name"],
        roles=roles_of(row["roles"]),
        insurer_id=row["insurer_id"],
        community_id=row["community_id"],
        state="disabled" if row["disabled_at"] else state,
        locked_until=maybe(locked) if locked and locked > ctx.now else None,
        created_at=at(row["created_at"]),
    )


async def _others_account(ctx: Context, account_id: UUID, reason: str) -> dict[str, Any]:
    """Somebody else's account that is not disabled, locked for a change with this reason.

    Raises SamePerson, ReasonMissing, NotFound, AlreadyDecided.
    """
    if account_id == ctx.id:
        raise SamePerson("不能变更自己的账号")
    if not reason.strip():
        raise ReasonMissing()
    row = await one(
        "SELECT id, username, roles, disabled_at FROM account WHERE id = $1 FOR UPDATE", account_id
    )
    if row is None:
        raise NotFound()
    if row["disabled_at"]:
        raise AlreadyDecided("该账号已经停用")
    return row


async def _end_sessions(ctx: Context, account_id: UUID) -> None:
    await sql(
        "UPDATE session SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL",
        account_id,
        ctx.now,
    )


@route(
    "POST",
    "/staff/accounts/{account_id}/roles",
    who=Role.ADMINISTRATOR,
    status=200,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided, WrongRoles),
)
async def change_roles(ctx: Context, account_id: UUID, body: ChangedDuties) -> AccountView:
    """变更他人账号的角色，其登录随即失效；任何人不得给自己授权。"""
    before = await _others_account(ctx, account_id, body.reason)
    roles = await _checked(body)
    row = await one(
        "UPDATE account SET roles = $2, insurer_id = $3, community_id = $4 WHERE id = $1"
        " RETURNING id, username, name, roles, insurer_id, community_id,"
        " password_hash IS NOT NULL AS open, locked_until, disabled_at, created_at",
        account_id,
        roles,
        body.insurer_id,
        body.community_id,
    )
    assert row is not None
    await _end_sessions(ctx, account_id)
    ctx.record(
        AccountRolesChanged(
            subject_id=str(account_id),
            at=ctx.now,
            why=body.reason.strip(),
            data={"before": roles_of(before["roles"]), "after": roles_of(roles)},
        )
    )
    return _shown(ctx, row)


@route(
    "POST",
    "/staff/accounts/{account_id}/invitation",
    who=Role.ADMINISTRATOR,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided),
)
async def invite_anew(ctx: Context, account_id: UUID, body: WithReason) -> Invitation:
    """重新邀请遗失密码或手机的工作人员；原密码、动态口令和登录一律作废。"""
    row = await _others_account(ctx, account_id, body.reason)
    token = ctx.world.secrets.new_token()
    await sql(
        "UPDATE account SET invite_hash = $2, invite_expires_at = $3, password_hash = NULL,"
        " totp_cipher = NULL, failures = 0, locked_until = NULL WHERE id = $1",
        account_id,
        ctx.world.secrets.token_hash(token)[1],
        ctx.now + INVITED_FOR,
    )
    await _end_sessions(ctx, account_id)
    ctx.record(AccountInvitedAnew(subject_id=str(account_id), at=ctx.now, why=body.reason.strip()))
    return _invitation(ctx, account_id, row["username"], token)


@route(
    "POST",
    "/staff/accounts/{account_id}/disabling",
    who=Role.ADMINISTRATOR,
    status=204,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided),
)
async def disable_account(ctx: Context, account_id: UUID, body: WithReason) -> None:
    """停用他人账号，不可恢复；其登录和邀请立即失效。"""
    await _others_account(ctx, account_id, body.reason)
    await sql(
        "UPDATE account SET disabled_at = $2, invite_hash = NULL, invite_expires_at = NULL"
        " WHERE id = $1",
        account_id,
        ctx.now,
    )
    await _end_sessions(ctx, account_id)
    ctx.record(AccountDisabled(subject_id=str(account_id), at=ctx.now, why=body.reason.strip()))
