"""Employees: the natural persons behind the staff's accounts. R1.1.

Who is one person is asked here alone: all accounts of an employee are one, and so is a WeChat login
with the employee's phone, or of the owner with the employee's identity number.
"""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one
from models.listing import Key, Listing, Moment, Sort


class Employee(Row):
    """A natural person with accounts. Numbers are sealed; the blind indexes find them (R12.4).

    `former_phone_index` is told too, should the phone have been changed against the employee's
    will. Without `id_index` is whoever had an account before employees were registered.
    """

    name = fields.CharField(80)
    id_cipher = fields.BinaryField(null=True)
    id_index = fields.BinaryField(null=True)
    phone_cipher = fields.BinaryField(null=True)
    phone_index = fields.BinaryField(null=True)
    former_phone_index = fields.BinaryField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "employee"


EMPLOYEES = Listing(
    "e.id, e.name, e.id_cipher, e.phone_cipher, e.created_at,"
    " (SELECT count(*) FROM account a WHERE a.employee_id = e.id AND a.disabled_at IS NULL)"
    "::int AS accounts",
    "employee e",
    "e.id",
    {
        "newest": Sort((Key("e.created_at", Moment),)),
    },
    {
        "name": "e.name = {name}",
    },
)


async def register(employee: Employee) -> bool:
    """Somebody new is in the register; False where the number or the phone is there already."""
    row = await one(
        "INSERT INTO employee (id, name, id_cipher, id_index, phone_cipher, phone_index,"
        " created_at) VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING RETURNING id",
        employee.id,
        employee.name,
        employee.id_cipher,
        employee.id_index,
        employee.phone_cipher,
        employee.phone_index,
        employee.created_at,
    )
    return row is not None


async def logins_of(account_id: UUID) -> frozenset[UUID]:
    """Every login of the natural person behind the account, its own among them."""
    row: dict[str, Any] | None = await one(
        "SELECT ARRAY(SELECT l.login_id FROM logins_with($1) l) AS logins", account_id
    )
    assert row is not None
    return frozenset(row["logins"])
