"""Changes of accounts: who is asked for what, agreed to by a second natural person. R1.1, R1.2.

Whoever an account is for neither enters nor confirms it, and the invitation goes to the phone of
that person, never through an administrator's hands. R12.8.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.entries import Kind, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.people.employees import (
    ACCOUNT_READERS,
    INVITED_FOR,
    Identity,
    confirms_from,
    holders,
    registered,
    write,
)
from handlers.people.entrance import roles_of
from handlers.route import Answer, Context, Page, route
from models.people import account_changes, accounts, sessions
from models.people.account_changes import ACCOUNT_CHANGE, AccountChange
from models.people.accounts import Account
from models.people.employees import Employee
from models.sealed import CHANGE_ID, CHANGE_PHONE, EMPLOYEE_ID, EMPLOYEE_PHONE
from rules.events.people import (
    AccountChangeDropped,
    AccountCreated,
    AccountEnabled,
    AccountInvitedAnew,
    AccountRolesChanged,
    EmployeeCorrected,
)
from rules.people import Role, mask_id
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.people import AlreadyDecided, EmployeeDiffers, NameTaken
from rules.words.word import OneOf

Row = dict[str, Any]

KINDS = {
    "open": "开设账号",
    "roles": "变更角色",
    "invitation": "重新邀请",
    "enabling": "恢复使用",
    "identity": "更正人员登记",
}
"""What can become of an account, or of who is behind it."""

INVITED = ("invite_hash", "invite_expires_at", "password_hash", "totp_cipher")
"""What an account loses and gets when its bearer is invited once more."""


class AccountChangeView(Answer, frozen=True):
    """一项账号变更；手机号是完整号码，复核的人据此向本人核实。"""

    id: UUID
    kind: Annotated[str, OneOf(KINDS), Meta(title="变更种类")]
    staff_id: UUID | None
    username: str
    employee_id: UUID | None
    name: Annotated[str, Meta(title="姓名")]
    id_number: Annotated[str, Meta(description="隐去中间各位；没有登记的为空")]
    phone: Annotated[str, Meta(description="完整号码；没有登记的为空")]
    roles: Annotated[list[Role], Meta(title="变更后的角色")]
    roles_now: Annotated[list[Role], Meta(title="现有角色")]
    insurer_id: UUID | None
    community_id: UUID | None
    reason: str
    state: Literal["draft", "confirmed", "dropped"]
    entered_at: datetime
    entered_by_me: bool
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


class AccountChangeQuery(Page, frozen=True):
    """Changes of a state, of a kind, of an account or an employee."""

    state: Literal["", "draft", "confirmed", "dropped"] = ""
    kind: Annotated[str, OneOf(KINDS), Meta(max_length=12, title="变更种类")] = ""
    staff_id: UUID | None = None
    employee_id: UUID | None = None


@listing("/staff/account-changes", who=ACCOUNT_READERS, export="账号变更")
async def list_account_changes(
    ctx: Context, query: AccountChangeQuery
) -> Listed[AccountChangeView]:
    """账号的开设、改任、重新邀请、恢复和人员登记的更正，最近录入的在前。R1.2。"""
    return await page(account_changes.CHANGES, query, partial(change_view, ctx))


@route("GET", "/staff/account-changes/{change_id}", who=ACCOUNT_READERS, refuses=(NotFound,))
async def get_account_change(ctx: Context, change_id: UUID) -> AccountChangeView:
    """一项账号变更。R1.2。"""
    return await account_change(ctx, change_id)


async def account_change(ctx: Context, change_id: UUID) -> AccountChangeView:
    """One change as administrators and the auditor see it. Raises NotFound."""
    row = await account_changes.change(change_id)
    if row is None:
        raise NotFound()
    return change_view(ctx, row)


def change_view(ctx: Context, row: Mapping[str, Any]) -> AccountChangeView:
    """A change as administrators and the auditor see it."""
    number, phone = _numbers(ctx, row)
    return view_of(
        AccountChangeView,
        row,
        id_number=mask_id(number),
        phone=phone,
        roles=roles_of(row["roles"]),
        roles_now=roles_of(row["roles_now"]),
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )


def _numbers(ctx: Context, row: Mapping[str, Any]) -> tuple[str, str]:
    """Identity number and phone that the change gives, else those of the register."""
    if row["id_cipher"]:
        who = _told(ctx, dict(row))
        return who.number, who.phone
    clear, employee_id = ctx.world.secrets.decrypt, row["employee_id"]
    number, phone = row["known_id_cipher"], row["known_phone_cipher"]
    return (
        clear(bytes(number), EMPLOYEE_ID.of(employee_id)) if number else "",
        clear(bytes(phone), EMPLOYEE_PHONE.of(employee_id)) if phone else "",
    )


async def not_about(ctx: Context, employee_id: UUID | None) -> None:
    """Nobody has a hand in the own accounts. Refuses SamePerson. R1.1."""
    own = await Account.get(id=ctx.id)
    if own.employee_id == employee_id:
        raise SamePerson("不能变更自己的账号")


async def _confirm(ctx: Context, row: Row) -> Row:
    """复核账号变更，即时生效；本人不得复核自己的账号。邀请发到本人登记的手机。R1.1、R1.2。"""
    concerned = row["employee_id"]
    if concerned is None:
        known, _ = await holders(ctx, _told(ctx, row))
        concerned = known.id if known else None
    await not_about(ctx, concerned)
    return await _DO[row["kind"]](ctx, row)


async def _open(ctx: Context, row: Row) -> Row:
    employee = await registered(ctx, _told(ctx, row))
    account = Account(
        username=row["username"],
        name=employee.name,
        employee_id=employee.id,
        roles=row["roles"],
        insurer_id=row["insurer_id"],
        community_id=row["community_id"],
        invite_expires_at=ctx.now + INVITED_FOR,
        created_by=row["entered_by"],
        created_at=ctx.now,
    )
    if not await accounts.invite(account):
        raise NameTaken()
    data = {"roles": roles_of(row["roles"]), "employee_id": str(employee.id)}
    ctx.record(AccountCreated(subject_id=str(account.id), at=ctx.now, data=data))
    return {"account_id": account.id, "employee_id": employee.id}


async def _change_roles(ctx: Context, row: Row) -> Row:
    account = await _standing(row)
    before = account.roles
    account.roles, account.insurer_id = row["roles"], row["insurer_id"]
    account.community_id = row["community_id"]
    account.confirms_from = await confirms_from(ctx)
    await account.save(update_fields=["roles", "insurer_id", "community_id", "confirms_from"])
    await sessions.end_all(account.id, ctx.now)
    data = {"before": roles_of(before), "after": roles_of(account.roles)}
    _tell(ctx, AccountRolesChanged, row, data)
    return {}


async def _invite(ctx: Context, row: Row) -> Row:
    await _invited_anew(ctx, await _standing(row))
    _tell(ctx, AccountInvitedAnew, row)
    return {}


async def _enable(ctx: Context, row: Row) -> Row:
    account = await accounts.lock(row["account_id"])
    if account is None or account.disabled_at is None:
        raise AlreadyDecided("该账号没有停用")
    account.disabled_at = None
    await account.save(update_fields=["disabled_at"])
    await _invited_anew(ctx, account)
    _tell(ctx, AccountEnabled, row)
    return {}


async def _correct(ctx: Context, row: Row) -> Row:
    employee = await Employee.get(id=row["employee_id"])
    employee.former_phone_index = employee.phone_index
    who = _told(ctx, row)
    if any(one is not None and one.id != employee.id for one in await holders(ctx, who)):
        raise EmployeeDiffers("该证件号码或手机已登记为另一人的")
    write(ctx, employee, who)
    await employee.save()
    await Account.filter(employee_id=employee.id).update(
        name=employee.name, confirms_from=await confirms_from(ctx)
    )
    event = EmployeeCorrected(subject_id=str(employee.id), at=ctx.now, why=row["reason"])
    ctx.record(event)
    return {}


_DO: Mapping[str, Callable[[Context, Row], Awaitable[Row]]] = {
    "open": _open,
    "roles": _change_roles,
    "invitation": _invite,
    "enabling": _enable,
    "identity": _correct,
}


async def _standing(row: Row) -> Account:
    account = await accounts.lock(row["account_id"])
    if account is None or account.disabled_at is not None:
        raise AlreadyDecided("该账号已经停用")
    return account


async def _invited_anew(ctx: Context, account: Account) -> None:
    """Password, authenticator and logins are void; the employee may collect an invitation."""
    account.invite_hash = account.password_hash = account.totp_cipher = None
    account.invite_expires_at = ctx.now + INVITED_FOR
    await account.save(update_fields=INVITED)
    await sessions.end_all(account.id, ctx.now)


def about(ctx: Context, change: AccountChange, who: Identity) -> None:
    """The change says whom it is about; sealed for this change alone. R12.4."""
    secrets = ctx.world.secrets
    change.name = who.name
    change.id_cipher = secrets.encrypt(who.number, CHANGE_ID.of(change.id))
    change.id_index = secrets.blind_index(who.number)
    change.phone_cipher = secrets.encrypt(who.phone, CHANGE_PHONE.of(change.id))
    change.phone_index = secrets.blind_index(f"phone:{who.phone}")


def _told(ctx: Context, row: Row) -> Identity:
    """Whom the change is about, in the clear."""
    clear = ctx.world.secrets.decrypt
    return Identity(
        row["name"],
        clear(bytes(row["id_cipher"]), CHANGE_ID.of(row["id"])),
        clear(bytes(row["phone_cipher"]), CHANGE_PHONE.of(row["id"])),
    )


def _tell(
    ctx: Context,
    event: type[AccountInvitedAnew | AccountEnabled | AccountRolesChanged],
    row: Row,
    data: dict[str, Any] | None = None,
) -> None:
    subject_id = str(row["account_id"])
    ctx.record(event(subject_id=subject_id, at=ctx.now, why=row["reason"], data=data or {}))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """不予复核账号变更，写明理由；账号不变，录入人可撤回。R1.2。"""
    ctx.record(AccountChangeDropped(subject_id=str(row["id"]), at=ctx.now, why=reason))


entry(
    Kind(
        name="account_change",
        title="账号变更",
        path="/staff/account-changes/{change_id}",
        table=ACCOUNT_CHANGE,
        enters=frozenset({Role.ADMINISTRATOR}),
        confirms=ACCOUNT_READERS,
        readers=ACCOUNT_READERS,
        confirm=_confirm,
        drop=_drop,
        view=account_change,
        refuses=(AlreadyDecided, EmployeeDiffers, NameTaken),
        fresh=True,
    )
)
