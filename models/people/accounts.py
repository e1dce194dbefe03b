"""Staff accounts: their roles, invitations, passwords and one-time codes. R12.3, R12.4."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Code, Key, Listing, Moment, Sort, by_code, contains
from models.people.login_guesses import ELSEWHERE


class Account(Row):
    """A password account: Centre staff, an insurer's people, street office, bureau.

    Before `confirms_from` it cannot be the second person for anything (R1.1). The invitation can be
    collected, and taken up, until `invite_expires_at`; `invite_hash` is of what was collected.
    """

    username = fields.CharField(40, unique=True)
    name = fields.CharField(80)
    roles = fields.CharField(200)
    insurer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Insurer", null=True, on_delete=fields.RESTRICT
    )
    insurer_id: UUID | None
    community: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Community", null=True, on_delete=fields.RESTRICT
    )
    community_id: UUID | None
    password_hash = fields.CharField(200, null=True)
    totp_cipher = fields.BinaryField(null=True)
    totp_last_step = fields.BigIntField(default=0)
    invite_hash = fields.BinaryField(null=True)
    invite_expires_at = fields.DatetimeField(null=True)
    disabled_at = fields.DatetimeField(null=True)
    confirms_from = fields.DatetimeField(null=True)
    created_by = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()
    employee: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Employee", on_delete=fields.RESTRICT
    )
    employee_id: UUID

    class Meta:
        table = "account"


ACCOUNTS = Listing(
    "a.id, a.username, a.name, a.employee_id, a.roles, a.insurer_id, a.community_id,"
    " a.password_hash IS NOT NULL AS open, g.locked_until, a.disabled_at, a.confirms_from,"
    " a.created_at",
    f"account a LEFT JOIN login_guess g ON g.account_id = a.id AND g.network = '{ELSEWHERE}'",
    "",
    {
        "username": by_code("a.username"),
        "newest": Sort((Key("a.created_at", Moment), Key("a.username", Code))),
    },
    {
        "username": "a.username = {username}",
        "employee_id": "a.employee_id = {employee_id}",
        "q": contains("q", "a.username", "a.name"),
        "role": "{role} = ANY(string_to_array(a.roles, ','))",
        "state": "{state} = CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled'"
        " WHEN a.password_hash IS NOT NULL THEN 'active' ELSE 'invited' END",
    },
)


async def invite(account: Account) -> bool:
    """The account is there to be taken up; False when the username is taken."""
    row = await one(
        "INSERT INTO account (id, username, name, roles, insurer_id, community_id,"
        " invite_expires_at, created_by, created_at, employee_id, totp_last_step)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,0)"
        " ON CONFLICT (username) DO NOTHING RETURNING id",
        account.id,
        account.username,
        account.name,
        account.roles,
        account.insurer_id,
        account.community_id,
        account.invite_expires_at,
        account.created_by,
        account.created_at,
        account.employee_id,
    )
    return row is not None


INVITATIONS = Listing(
    "a.id AS staff_id, a.username, a.roles, a.invite_expires_at AS expires_at",
    "account a JOIN employee e ON e.id = a.employee_id"
    " JOIN person p ON p.phone_index = e.phone_index",
    "a.id",
    {"soonest": Sort((Key("a.invite_expires_at", Moment),), down=False)},
    {"staff_id": "a.id = {staff_id}::uuid"},
    always="p.id = {person_id}::uuid AND a.invite_expires_at > {now} AND a.disabled_at IS NULL",
    needs=("person_id", "now"),
)
"""What waits to be collected by who holds the employee's phone, as WeChat verified it. R12.8."""


async def collect(account_id: UUID, invite_hash: bytes) -> None:
    """The invitation is this one from now on, the one collected before is void."""
    await Account.filter(id=account_id).update(invite_hash=invite_hash)


async def lock(account_id: UUID) -> Account | None:
    """The account, locked until the end of the transaction."""
    return await Account.filter(id=account_id).select_for_update().first()


async def lock_first() -> list[Account]:
    """The accounts there are, two at the most; whoever asks too waits for this transaction."""
    await sql("SELECT pg_advisory_xact_lock(hashtext('staff bootstrap'))")
    return await Account.all().limit(2)


async def invited(invite_hash: bytes, at: datetime) -> Account | None:
    """The account that the invitation is for, while it can be taken up."""
    return await Account.filter(
        invite_hash=invite_hash, invite_expires_at__gt=at, disabled_at=None
    ).first()


async def take_up(
    invite_hash: bytes,
    at: datetime,
    password_hash: str,
    totp_cipher: bytes,
    confirms_from: datetime,
) -> dict[str, Any] | None:
    """The invitation is used up and the account open: its id and username; None if it was not."""
    return await one(
        "UPDATE account SET password_hash = $3, totp_cipher = $4, totp_last_step = 0,"
        " invite_hash = NULL, invite_expires_at = NULL,"
        " confirms_from = $5"
        " WHERE invite_hash = $1 AND invite_expires_at > $2 AND disabled_at IS NULL"
        " RETURNING id, username",
        invite_hash,
        at,
        password_hash,
        totp_cipher,
        confirms_from,
    )


async def use_step(account_id: UUID, step: int) -> dict[str, Any] | None:
    """The account's name and roles, the time step used up.

    None when the step or a later one was used before.
    """
    return await one(
        "UPDATE account SET totp_last_step = $2"
        " WHERE id = $1 AND totp_last_step < $2 AND disabled_at IS NULL"
        " RETURNING name, roles",
        account_id,
        step,
    )


async def profile(account_id: UUID, session_id: UUID | None) -> dict[str, Any] | None:
    """The account with what it belongs to, and until when the session runs and is fresh."""
    return await one(
        "SELECT a.id AS staff_id, a.username, a.name, a.roles, a.insurer_id,"
        " coalesce(i.name, '') AS insurer, a.community_id, coalesce(c.name, '') AS community,"
        " s.expires_at AS session_expires_at, s.fresh_until FROM account a"
        " JOIN session s ON s.account_id = a.id AND s.id = $2"
        " LEFT JOIN insurer i ON i.id = a.insurer_id"
        " LEFT JOIN community c ON c.id = a.community_id WHERE a.id = $1",
        account_id,
        session_id,
    )
