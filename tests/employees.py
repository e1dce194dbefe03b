"""Employees for tests: new ones to be registered, and further accounts of one that is there."""

from collections.abc import Mapping
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from tortoise.exceptions import IntegrityError

from models.base import sql
from models.ids import new_id
from models.people import persons
from models.people.accounts import Account
from models.people.employees import Employee
from models.people.persons import Person
from models.sealed import EMPLOYEE_ID, EMPLOYEE_PHONE
from models.two_people import PAIRS
from rules.people import Role
from sandbox.names import Names
from tests.world import City

NAMES = Names(Random(1118))


def employee(name: str = "示例职员") -> dict[str, str]:
    """Somebody new to the register, as an administrator enters them."""
    named = NAMES.person()
    return {"name": name, "id_number": named.id_number, "phone": named.phone}


async def agreed(city: City, change: Mapping[str, Any], second: str = "auditor") -> Any:
    """The change of an account as it stands after a second person confirmed it."""
    path = f"/staff/account-changes/{change['id']}/confirmation"
    return await city.must("POST", path, await city.staff(second))


async def phone_of(city: City, staff_id: str) -> str:
    """The token of the WeChat login with the phone of the employee behind the account."""
    account = await Account.get(id=staff_id).prefetch_related("employee")
    openid = f"oEmployee{account.employee_id}"[:28]
    person_id = await persons.seen(openid, city.clock())
    await Person.filter(id=person_id).update(phone_index=account.employee.phone_index)
    return await city.session(person_id=person_id)


async def collected(city: City, staff_id: str) -> Any:
    """The invitation to the account, as its employee collects it on the registered phone."""
    token = await phone_of(city, staff_id)
    return await city.must("POST", f"/me/staff-invitations/{staff_id}", token)


async def new_account(city: City, key: str, *roles: Role) -> None:
    """An account `key` with these roles, of somebody new to the register."""
    named, employee_id = NAMES.person(), new_id()
    behind = await Employee.create(
        id=employee_id,
        name="示例",
        id_cipher=city.vault.encrypt(named.id_number, EMPLOYEE_ID.of(employee_id)),
        id_index=city.vault.blind_index(named.id_number),
        phone_cipher=city.vault.encrypt(named.phone, EMPLOYEE_PHONE.of(employee_id)),
        phone_index=city.vault.blind_index(f"phone:{named.phone}"),
        created_at=city.clock(),
    )
    account = await Account.create(
        username=key,
        name=behind.name,
        employee_id=behind.id,
        roles=",".join(sorted(roles)),
        created_at=city.clock(),
    )
    city.roll.accounts[key] = account.id


async def refused_by_the_database(city: City, key: str, table: str, which: str) -> None:
    """No statement writes the employee behind the account `key` into both places of a pair: not by
    that account, not by the other one. `which` of the rows; `$1` is the account. R1.1, R1.2."""
    own = city.roll.accounts[key]
    rows = await sql(
        "SELECT o.id FROM account a JOIN account o USING (employee_id) WHERE a.id = $1", own
    )
    assert len(rows) > 1, "there is another account to try"
    assert await sql(f'SELECT 1 FROM "{table}" WHERE {which}', own), "there is a row to try"
    for row in rows:
        second = PAIRS[table][0][1]
        with pytest.raises(IntegrityError, match=f"{table}_two_people"):
            await sql(f'UPDATE "{table}" SET {second} = $2 WHERE {which}', own, row["id"])


async def other_account(city: City, key: str, roles: frozenset[Role]) -> str:
    """The token of another account, with these roles, of the employee behind the account `key`."""
    known = await Account.get(id=city.roll.accounts[key])
    account = await Account.create(
        username=f"other.{uuid4().hex[:12]}",
        name=known.name,
        employee_id=known.employee_id,
        insurer_id=known.insurer_id,
        community_id=known.community_id,
        roles=",".join(sorted(roles)),
        created_at=known.created_at,
    )
    return await city.session(account_id=account.id)
