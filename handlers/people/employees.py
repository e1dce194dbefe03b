"""The register of employees: the natural persons behind the staff's accounts. R1.1, R12.4."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page
from models.parameters import current_parameters
from models.people import employees
from models.people.employees import Employee
from models.sealed import EMPLOYEE_ID, EMPLOYEE_PHONE
from rules.events.people import EmployeeRegistered
from rules.people import (
    IdKind,
    Role,
    id_kind,
    mask_id,
    mask_phone,
    normalise_id,
    normalise_name,
)
from rules.refusals.asking import Malformed
from rules.refusals.people import EmployeeDiffers

PersonName = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
Phone = Annotated[
    str, Meta(pattern=r"^1[0-9]{10}$", description="本人的手机号，完整号码；答复中隐去中间各位")
]

INVITED_FOR = timedelta(days=3)
"""How long an invitation can be collected and taken up."""

ACCOUNT_READERS = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
"""Who reads which accounts there are, and whose they are."""


class EmployeeIdentity(Body, frozen=True, kw_only=True):
    """账号背后的自然人：姓名、居民身份证号和本人手机。"""

    name: Annotated[PersonName, Meta(title="姓名")]
    id_number: Annotated[str, Meta(min_length=1, max_length=40)]
    phone: Phone


class EmployeeView(Answer, frozen=True):
    """一名登记在册的人员及其账号数；证件号码和手机号隐去中间各位。"""

    id: UUID
    name: Annotated[str, Meta(title="姓名")]
    id_number: Annotated[str, Meta(description="隐去中间各位；尚未登记的为空")]
    phone: str
    accounts: Annotated[int, Meta(title="未停用的账号数")]
    created_at: Annotated[datetime, Meta(title="登记时间")]


class EmployeeQuery(Page, frozen=True):
    """Employees, whole names only: somebody looks for one, not through all."""

    name: Annotated[str, Meta(max_length=80, description="完整姓名")] = ""
    sort: Literal["", "newest"] = ""


class Identity(NamedTuple):
    """A natural person as the register knows one, in the clear."""

    name: str
    number: str
    phone: str


def read(body: EmployeeIdentity) -> Identity:
    """Who this is. Raises Malformed for a number that is no resident's."""
    number = normalise_id(body.id_number)
    if id_kind(number) is not IdKind.RESIDENT:
        raise Malformed(errors=[{"pointer": "/employee/id_number", "detail": "居民身份证号不正确"}])
    return Identity(body.name.strip(), number, body.phone)


def write(ctx: Context, employee: Employee, who: Identity) -> None:
    """The row says that the employee is this person; sealed for this row alone. R12.4."""
    secrets = ctx.world.secrets
    employee.name = who.name
    employee.id_cipher = secrets.encrypt(who.number, EMPLOYEE_ID.of(employee.id))
    employee.id_index = secrets.blind_index(who.number)
    employee.phone_cipher = secrets.encrypt(who.phone, EMPLOYEE_PHONE.of(employee.id))
    employee.phone_index = secrets.blind_index(f"phone:{who.phone}")


async def holders(ctx: Context, who: Identity) -> tuple[Employee | None, Employee | None]:
    """Whom the register has with this number, and whom with this phone."""
    numbers = ctx.world.secrets.blind_indexes(who.number)
    phones = ctx.world.secrets.blind_indexes(f"phone:{who.phone}")
    return (
        await Employee.filter(id_index__in=list(numbers)).first(),
        await Employee.filter(phone_index__in=list(phones)).first(),
    )


async def known(ctx: Context, who: Identity) -> Employee | None:
    """Who is registered with this identity number. Raises EmployeeDiffers where the register has
    another name or phone for it, or the phone as somebody else's."""
    found, holder = await holders(ctx, who)
    if holder is not None and (found is None or holder.id != found.id):
        raise EmployeeDiffers("该手机已登记为另一人的")
    if found is None:
        return None
    if normalise_name(found.name) != normalise_name(who.name):
        raise EmployeeDiffers("该证件号码登记的姓名不同")
    if holder is None:
        raise EmployeeDiffers("该证件号码登记的手机不同")
    return found


async def registered(ctx: Context, who: Identity) -> Employee:
    """Who this is by the identity number, registered now if nobody was. Raises EmployeeDiffers."""
    found = await known(ctx, who)
    if found is not None:
        return found
    made = Employee(created_at=ctx.now)
    write(ctx, made, who)
    if not await employees.register(made):
        raise EmployeeDiffers("该人员正在登记，请稍后再试")
    ctx.record(EmployeeRegistered(subject_id=str(made.id), at=ctx.now))
    return made


async def confirms_from(ctx: Context) -> datetime:
    """From when an account that is opened, reset or changed now can be the second person. R1.1."""
    return ctx.now + timedelta(hours=(await current_parameters()).account_wait_hours)


@listing("/staff/employees", who=ACCOUNT_READERS, export="人员")
async def list_employees(ctx: Context, query: EmployeeQuery) -> Listed[EmployeeView]:
    """账号背后的人员，最近登记的在前；一人可有几个账号，凡须两人办理的以人为准。R1.1。"""
    return await page(employees.EMPLOYEES, query, partial(_view, ctx))


def _view(ctx: Context, row: Mapping[str, Any]) -> EmployeeView:
    clear = ctx.world.secrets.decrypt
    number, phone = row["id_cipher"], row["phone_cipher"]
    return view_of(
        EmployeeView,
        row,
        id_number=mask_id(clear(bytes(number), EMPLOYEE_ID.of(row["id"]))) if number else "",
        phone=mask_phone(clear(bytes(phone), EMPLOYEE_PHONE.of(row["id"]))) if phone else "",
    )
