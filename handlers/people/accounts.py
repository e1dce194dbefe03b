"""Staff accounts: invited, given roles, invited anew, disabled, by an administrator. R1.1, R12.3.

There are no default accounts and no passwords that somebody else has known.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.employees import ACCOUNT_READERS, EmployeeIdentity, registered
from handlers.people.entrance import INVITED_FOR, Username, roles_of
from handlers.reasons import Reason, worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.insurance import Insurer
from models.listing import rows_of
from models.people import accounts, sessions
from models.people.accounts import Account
from models.roll import Community
from rules.events.people import (
    AccountCreated,
    AccountDisabled,
    AccountInvitedAnew,
    AccountRolesChanged,
)
from rules.people import STAFF, Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, EmployeeDiffers, NameTaken, WrongRoles

ALONE = frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.INSURER, Role.STREET, Role.BUREAU})
"""Roles that stand with no other: who reads or admits must not act, outsiders are outsiders."""

INVITED_ANEW = (
    *("invite_hash", "invite_expires_at", "password_hash", "totp_cipher"),
    *("failures", "locked_until"),
)
"""What an account loses and gets when its bearer is invited once more."""


class Duties(Body, frozen=True):
    """Roles, with the insurer or the community that they belong to."""

    roles: Annotated[list[Role], Meta(min_length=1, max_length=3)]
    insurer_id: Annotated[
        UUID | None,
        Meta(description="保险机构人员所属的机构；其他人为空"),
    ] = None
    community_id: Annotated[
        UUID | None,
        Meta(description="街道社区人员所属的小区；其他人为空"),
    ] = None


class NewStaffAccount(Duties, frozen=True, kw_only=True):
    """受邀启用账号的人；同一人已有账号的，姓名、证件号码和手机须与登记的一致。"""

    username: Username
    employee: Annotated[EmployeeIdentity, Meta(title="本人")]


class StaffAccountDuties(Duties, frozen=True, kw_only=True):
    """改任的角色及理由。"""

    reason: Annotated[str, Meta(max_length=500)]


class Invitation(Answer, frozen=True):
    """一份邀请，须当面或另行转交；邀请码只能用一次，此后不再显示。"""

    staff_id: UUID
    username: str
    token: Annotated[str, Meta(title="邀请码", description="只能用一次，只在这个答复里给出")]
    expires_at: datetime


class StaffAccountView(Answer, frozen=True):
    """管理员和审计所见的工作账号。"""

    id: UUID
    username: str
    name: Annotated[str, Meta(title="姓名")]
    employee_id: UUID
    roles: list[Role]
    insurer_id: UUID | None
    community_id: UUID | None
    state: Literal["invited", "active", "disabled"]
    locked_until: datetime | None
    created_at: Annotated[datetime, Meta(title="建立时间")]


class StaffAccountQuery(Page, frozen=True):
    """Accounts of a state or with a role; `q` a part of username or name."""

    state: Literal["", "invited", "active", "disabled"] = ""
    employee_id: UUID | None = None
    role: Role | None = None
    q: Annotated[str, Meta(max_length=40, description="用户名或姓名的一部分")] = ""
    sort: Literal["", "username", "newest"] = ""


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
    if duties.insurer_id and not await Insurer.exists(id=duties.insurer_id):
        raise NotFound("没有找到该保险机构")
    if duties.community_id and not await Community.exists(id=duties.community_id):
        raise NotFound("没有找到该小区")
    return ",".join(sorted(roles))


@route(
    "POST",
    "/staff/accounts",
    who=Role.ADMINISTRATOR,
    refuses=(WrongRoles, NotFound, NameTaken, EmployeeDiffers),
)
async def create_staff_account(ctx: Context, body: NewStaffAccount) -> Invitation:
    """建立账号并发出邀请，三日内凭邀请码启用；不设默认密码。"""
    roles = await _checked(body)
    token, employee = ctx.world.secrets.new_token(), await registered(ctx, body.employee)
    account = Account(
        username=body.username,
        name=employee.name,
        employee_id=employee.id,
        roles=roles,
        insurer_id=body.insurer_id,
        community_id=body.community_id,
        invite_hash=ctx.world.secrets.token_hash(token)[1],
        invite_expires_at=ctx.now + INVITED_FOR,
        created_by=ctx.id,
        created_at=ctx.now,
    )
    if not await accounts.invite(account):
        raise NameTaken()
    data = {"roles": sorted(set(body.roles)), "employee_id": str(employee.id)}
    ctx.record(AccountCreated(subject_id=str(account.id), at=ctx.now, data=data))
    return _invitation(ctx, account, token)


def _invitation(ctx: Context, account: Account, token: str) -> Invitation:
    return Invitation(
        staff_id=account.id,
        username=account.username,
        token=token,
        expires_at=at(ctx.now + INVITED_FOR),
    )


@listing("/staff/accounts", who=ACCOUNT_READERS, export="工作人员账号")
async def list_staff_accounts(ctx: Context, query: StaffAccountQuery) -> Listed[StaffAccountView]:
    """全部账号，按用户名排列；可按状态、角色筛选。"""
    return await page(accounts.ACCOUNTS, query, partial(_view, ctx))


def _view(ctx: Context, row: Mapping[str, Any]) -> StaffAccountView:
    locked = row["locked_until"]
    state = "active" if row["open"] else "invited"
    return view_of(
        StaffAccountView,
        row,
        roles=roles_of(row["roles"]),
        state="disabled" if row["disabled_at"] else state,
        locked_until=maybe(locked) if locked and locked > ctx.now else None,
    )


async def _view_of(ctx: Context, username: str) -> StaffAccountView:
    rows = await rows_of(accounts.ACCOUNTS, {"username": username}, limit=1)
    return _view(ctx, rows[0])


async def _others_account(ctx: Context, staff_id: UUID, reason: str) -> Account:
    """Somebody else's account that is not disabled, locked for a change with this reason.

    Raises SamePerson, ReasonMissing, NotFound, AlreadyDecided.
    """
    if ctx.who.is_same(staff_id):
        raise SamePerson("不能变更自己的账号")
    worded(reason)
    account = await accounts.lock(staff_id)
    if account is None:
        raise NotFound()
    if account.disabled_at:
        raise AlreadyDecided("该账号已经停用")
    return account


@route(
    "POST",
    "/staff/accounts/{staff_id}/roles",
    who=Role.ADMINISTRATOR,
    status=200,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided, WrongRoles),
)
async def change_staff_roles(
    ctx: Context, staff_id: UUID, body: StaffAccountDuties
) -> StaffAccountView:
    """变更他人账号的角色，其登录随即失效；任何人不得给自己授权。"""
    account = await _others_account(ctx, staff_id, body.reason)
    before, roles = account.roles, await _checked(body)
    account.roles, account.insurer_id = roles, body.insurer_id
    account.community_id = body.community_id
    await account.save(update_fields=["roles", "insurer_id", "community_id"])
    await sessions.end_all(staff_id, ctx.now)
    ctx.record(
        AccountRolesChanged(
            subject_id=str(staff_id),
            at=ctx.now,
            why=body.reason.strip(),
            data={"before": roles_of(before), "after": roles_of(roles)},
        )
    )
    return await _view_of(ctx, account.username)


@route(
    "POST",
    "/staff/accounts/{staff_id}/invitation",
    who=Role.ADMINISTRATOR,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided),
)
async def renew_staff_invitation(ctx: Context, staff_id: UUID, body: Reason) -> Invitation:
    """重新邀请遗失密码或手机的工作人员；原密码、动态口令和登录一律作废。"""
    account = await _others_account(ctx, staff_id, body.reason)
    token = ctx.world.secrets.new_token()
    account.invite_hash = ctx.world.secrets.token_hash(token)[1]
    account.invite_expires_at = ctx.now + INVITED_FOR
    account.password_hash = account.totp_cipher = account.locked_until = None
    account.failures = 0
    await account.save(update_fields=INVITED_ANEW)
    await sessions.end_all(staff_id, ctx.now)
    ctx.record(AccountInvitedAnew(subject_id=str(staff_id), at=ctx.now, why=body.reason.strip()))
    return _invitation(ctx, account, token)


@route(
    "POST",
    "/staff/accounts/{staff_id}/disabling",
    who=Role.ADMINISTRATOR,
    status=204,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided),
)
async def disable_staff_account(ctx: Context, staff_id: UUID, body: Reason) -> None:
    """停用他人账号，不可恢复；其登录和邀请立即失效。"""
    account = await _others_account(ctx, staff_id, body.reason)
    account.disabled_at = ctx.now
    account.invite_hash = account.invite_expires_at = None
    await account.save(update_fields=["disabled_at", "invite_hash", "invite_expires_at"])
    await sessions.end_all(staff_id, ctx.now)
    ctx.record(AccountDisabled(subject_id=str(staff_id), at=ctx.now, why=body.reason.strip()))
