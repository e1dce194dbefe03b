"""What is to become of accounts and of who is behind them, until a second person agrees. R1.2."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import one
from models.entries import Table, TwoPersonRow
from models.listing import Listing, newest, rows_of


class AccountChange(TwoPersonRow):
    """A change of an account that a second natural person confirms.

    `kind`: open, roles, invitation, enabling, of the account `account_id` (which `open` makes when
    it is confirmed); identity, of the employee `employee_id`. What the kind does not need is empty.
    """

    kind = fields.CharField(12)
    account_id = fields.UUIDField(null=True)
    employee_id = fields.UUIDField(null=True)
    username = fields.CharField(40, default="")
    roles = fields.CharField(200, default="")
    insurer_id = fields.UUIDField(null=True)
    community_id = fields.UUIDField(null=True)
    name = fields.CharField(80, default="")
    id_cipher = fields.BinaryField(null=True)
    id_index = fields.BinaryField(null=True)
    phone_cipher = fields.BinaryField(null=True)
    phone_index = fields.BinaryField(null=True)
    reason = fields.CharField(500, default="")

    class Meta:
        table = "account_change"


ACCOUNT_CHANGE = Table(
    "account_change",
    line="CASE e.kind WHEN 'open' THEN '开设账号' WHEN 'roles' THEN '变更角色'"
    " WHEN 'invitation' THEN '重新邀请' WHEN 'enabling' THEN '恢复使用' ELSE '更正人员登记' END"
    " || ' ' || e.username",
)

CHANGES = Listing(
    "c.id, c.kind, c.account_id AS staff_id, c.employee_id, c.username, c.roles, c.insurer_id,"
    " c.community_id, coalesce(nullif(c.name, ''), e.name, '') AS name,"
    " c.id_cipher, c.phone_cipher, e.id_cipher AS known_id_cipher,"
    " e.phone_cipher AS known_phone_cipher, c.reason, c.state, c.entered_by,"
    " c.entered_at, c.confirmed_at, c.dropped_at, c.drop_reason,"
    " coalesce(a.roles, '') AS roles_now",
    "account_change c LEFT JOIN employee e ON e.id = c.employee_id"
    " LEFT JOIN account a ON a.id = c.account_id",
    "c.id",
    {"newest": newest("c.entered_at")},
    {
        "id": "c.id = {id}",
        "state": "c.state = {state}",
        "kind": "c.kind = {kind}",
        "staff_id": "c.account_id = {staff_id}",
        "employee_id": "c.employee_id = {employee_id}",
    },
)


async def change(change_id: UUID) -> dict[str, Any] | None:
    """One change as the list has it."""
    rows = await rows_of(CHANGES, {"id": change_id}, limit=1)
    return rows[0] if rows else None


async def enter(row: AccountChange) -> bool:
    """The change waits for its second person; False while another of the same thing does."""
    made = await one(
        "INSERT INTO account_change (id, kind, account_id, employee_id, username, roles,"
        " insurer_id, community_id, name, id_cipher, id_index, phone_cipher, phone_index, reason,"
        " state, entered_by, entered_at)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,'draft',"
        " $15,$16) ON CONFLICT DO NOTHING RETURNING id",
        row.id,
        row.kind,
        row.account_id,
        row.employee_id,
        row.username,
        row.roles,
        row.insurer_id,
        row.community_id,
        row.name,
        row.id_cipher,
        row.id_index,
        row.phone_cipher,
        row.phone_index,
        row.reason,
        row.entered_by,
        row.entered_at,
    )
    return made is not None
