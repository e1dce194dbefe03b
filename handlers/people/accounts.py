"""Staff accounts: what an administrator enters for a second person to confirm. R1.1, R1.2, R12.3.

There are no default accounts and no passwords that somebody else has known. To disable is the one
thing that an administrator does alone.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.account_changes import (
    AccountChangeView,
    about,
    account_change,
    not_about,
)
from handlers.people.employees import ACCOUNT_READERS, EmployeeIdentity, known, read
from handlers.people.entrance import Username, roles_of
from handlers.reasons import Reason, worded
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import maybe
from models.insurance import Insurer
from models.people import account_changes, accounts, sessions
from models.people.account_changes import AccountChange
from models.people.accounts import Account
from models.people.employees import Employee
from models.roll import Community
from rules.events.people import AccountChangeEntered, AccountDisabled
from rules.people import STAFF, Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import (
    AlreadyDecided,
    ChangePending,
    EmployeeDiffers,
    NameTaken,
    WrongRoles,
)

ALONE = frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.INSURER, Role.STREET, Role.BUREAU})
"""Roles that stand with no other: who reads or admits must not act, outsiders are outsiders."""


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
    confirms_from: Annotated[
        datetime | None, Meta(title="可作复核起", description="不须等待的为空")
    ]
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
    refuses=(WrongRoles, NotFound, NameTaken, EmployeeDiffers, SamePerson, ChangePending),
    fresh=True,
)
async def propose_staff_account(ctx: Context, body: NewStaffAccount) -> AccountChangeView:
    """录入要开设的账号，由另一位管理员或审计复核；复核后邀请发到本人手机，三日内启用。R1.2、R12.8。"""
    roles, who = await _checked(body), read(body.employee)
    found = await known(ctx, who)
    await not_about(ctx, found.id if found else None)
    if await Account.exists(username=body.username):
        raise NameTaken()
    change = AccountChange(
        kind="open",
        employee_id=found.id if found else None,
        username=body.username,
        roles=roles,
        insurer_id=body.insurer_id,
        community_id=body.community_id,
    )
    about(ctx, change, who)
    return await _enter(ctx, change)


async def _enter(ctx: Context, change: AccountChange) -> AccountChangeView:
    change.entered_by, change.entered_at = ctx.id, ctx.now
    if not await account_changes.enter(change):
        raise ChangePending()
    data = {"change": change.kind, "staff_id": str(change.account_id or "")}
    ctx.record(AccountChangeEntered(subject_id=str(change.id), at=ctx.now, data=data))
    return await account_change(ctx, change.id)


@listing("/staff/accounts", who=ACCOUNT_READERS, export="工作人员账号")
async def list_staff_accounts(ctx: Context, query: StaffAccountQuery) -> Listed[StaffAccountView]:
    """全部账号，按用户名排列；可按状态、角色筛选。"""
    return await page(accounts.ACCOUNTS, query, partial(_view, ctx))


def _view(ctx: Context, row: Mapping[str, Any]) -> StaffAccountView:
    locked, waits = row["locked_until"], row["confirms_from"]
    state = "active" if row["open"] else "invited"
    return view_of(
        StaffAccountView,
        row,
        roles=roles_of(row["roles"]),
        state="disabled" if row["disabled_at"] else state,
        locked_until=maybe(locked) if locked and locked > ctx.now else None,
        confirms_from=maybe(waits) if waits and waits > ctx.now else None,
    )


async def _others_account(ctx: Context, staff_id: UUID, reason: str, kind: str) -> AccountChange:
    """The change of somebody else's account that is begun with this reason.

    Raises NotFound, SamePerson, ReasonMissing; AlreadyDecided for a disabled account, or for one
    that is to be enabled and is not disabled.
    """
    account = await accounts.lock(staff_id)
    if account is None:
        raise NotFound()
    await not_about(ctx, account.employee_id)
    words = worded(reason)
    if (account.disabled_at is not None) is not (kind == "enabling"):
        raise AlreadyDecided("该账号已经停用" if account.disabled_at else "该账号没有停用")
    if kind in ("invitation", "enabling"):
        await _reachable(account.employee_id)
    return AccountChange(
        kind=kind,
        account_id=staff_id,
        employee_id=account.employee_id,
        username=account.username,
        roles=account.roles,
        insurer_id=account.insurer_id,
        community_id=account.community_id,
        reason=words,
    )


async def _reachable(employee_id: UUID) -> None:
    """An invitation has somewhere to go. Raises EmployeeDiffers."""
    if (await Employee.get(id=employee_id)).phone_index is None:
        raise EmployeeDiffers("该人员尚未登记手机，请先更正人员登记")


CHANGED = (*(SamePerson, ReasonMissing, NotFound, AlreadyDecided, ChangePending),)


@route(
    "POST",
    "/staff/accounts/{staff_id}/roles",
    who=Role.ADMINISTRATOR,
    refuses=(*CHANGED, WrongRoles),
    fresh=True,
)
async def propose_staff_roles(
    ctx: Context, staff_id: UUID, body: StaffAccountDuties
) -> AccountChangeView:
    """录入他人账号角色的变更，复核后其登录随即失效；任何人不得给自己授权。R1.2。"""
    change = await _others_account(ctx, staff_id, body.reason, "roles")
    change.roles, change.insurer_id = await _checked(body), body.insurer_id
    change.community_id = body.community_id
    return await _enter(ctx, change)


@route(
    "POST",
    "/staff/accounts/{staff_id}/invitation",
    who=Role.ADMINISTRATOR,
    refuses=(*CHANGED, EmployeeDiffers),
    fresh=True,
)
async def propose_staff_invitation(ctx: Context, staff_id: UUID, body: Reason) -> AccountChangeView:
    """录入重新邀请（遗失密码或手机）；复核后原密码、动态口令和登录作废，邀请发到本人手机。R12.8。"""
    return await _enter(ctx, await _others_account(ctx, staff_id, body.reason, "invitation"))


@route(
    "POST",
    "/staff/accounts/{staff_id}/enabling",
    who=Role.ADMINISTRATOR,
    refuses=(*CHANGED, EmployeeDiffers),
    fresh=True,
)
async def propose_staff_enabling(ctx: Context, staff_id: UUID, body: Reason) -> AccountChangeView:
    """录入恢复已停用的账号；复核后邀请发到本人手机，重设密码和动态口令后可用。R1.2、R12.8。"""
    return await _enter(ctx, await _others_account(ctx, staff_id, body.reason, "enabling"))


class EmployeeCorrection(Body, frozen=True, kw_only=True):
    """更正后的人员登记及理由。"""

    employee: Annotated[EmployeeIdentity, Meta(title="本人")]
    reason: Annotated[str, Meta(max_length=500)]


@route(
    "POST",
    "/staff/employees/{employee_id}/identity",
    who=Role.ADMINISTRATOR,
    refuses=(SamePerson, ReasonMissing, NotFound, ChangePending),
    fresh=True,
)
async def propose_employee_correction(
    ctx: Context, employee_id: UUID, body: EmployeeCorrection
) -> AccountChangeView:
    """录入人员登记的更正，如换了手机；复核后生效，原手机一并告知，其账号过等待期才能复核。R1.1。"""
    if not await Employee.exists(id=employee_id):
        raise NotFound()
    await not_about(ctx, employee_id)
    change = AccountChange(
        kind="identity",
        employee_id=employee_id,
        reason=worded(body.reason),
    )
    about(ctx, change, read(body.employee))
    return await _enter(ctx, change)


@route(
    "POST",
    "/staff/accounts/{staff_id}/disabling",
    who=Role.ADMINISTRATOR,
    status=204,
    refuses=(SamePerson, ReasonMissing, NotFound, AlreadyDecided),
    fresh=True,
)
async def disable_staff_account(ctx: Context, staff_id: UUID, body: Reason) -> None:
    """停用他人账号，其登录和邀请立即失效；一人即可办理，本人和审计随即得知，恢复须两人。R1.2。"""
    account = await accounts.lock(staff_id)
    if account is None:
        raise NotFound()
    await not_about(ctx, account.employee_id)
    words = worded(body.reason)
    if account.disabled_at:
        raise AlreadyDecided("该账号已经停用")
    account.disabled_at = ctx.now
    account.invite_hash = account.invite_expires_at = None
    await account.save(update_fields=["disabled_at", "invite_hash", "invite_expires_at"])
    await sessions.end_all(staff_id, ctx.now)
    ctx.record(AccountDisabled(subject_id=str(staff_id), at=ctx.now, why=words))
