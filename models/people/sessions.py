"""Sessions of persons and accounts, and who a token belongs to. R2.5, R12.4."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q

from models.base import Row, one, sql
from models.listing import Listing, newest


class Session(Row):
    """A login. Only a keyed hash of its token is stored; `kid` names the key.

    Left unused for `idle_minutes`, at `idle_until`, it is over; without them never (R12.8). Until
    `fresh_until` a one-time code counts as shown just now; `wrong_codes` are those in a row.
    """

    token_hash = fields.BinaryField()
    kid = fields.CharField(16)
    person: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Person", null=True, on_delete=fields.CASCADE
    )
    person_id: UUID | None
    account: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "models.Account", null=True, on_delete=fields.CASCADE
    )
    account_id: UUID | None
    code_hash = fields.BinaryField(null=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)
    revoked_at = fields.DatetimeField(null=True)
    idle_minutes = fields.SmallIntField(null=True)
    idle_until = fields.DatetimeField(null=True)
    fresh_until = fields.DatetimeField(null=True)
    wrong_codes = fields.SmallIntField(db_default=0)
    device = fields.CharField(120, default="")

    class Meta:
        table = "session"


SESSIONS = Listing(
    "s.id, s.device, s.created_at, s.expires_at",
    "session s",
    "s.id",
    {"newest": newest("s.created_at")},
    always="(s.person_id = {bearer}::uuid OR s.account_id = {bearer}::uuid)"
    " AND s.revoked_at IS NULL AND s.expires_at > {now}"
    " AND (s.idle_until IS NULL OR s.idle_until > {now})",
    needs=("bearer", "now"),
)


async def insert(session: Session) -> bool:
    """The session is there; False when its login code opened one before, also at this instant."""
    row = await one(
        "INSERT INTO session (id, token_hash, kid, person_id, account_id, code_hash, created_at,"
        " expires_at, device, idle_minutes, idle_until, fresh_until)"
        " VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)"
        " ON CONFLICT (code_hash) WHERE code_hash IS NOT NULL DO NOTHING RETURNING id",
        session.id,
        session.token_hash,
        session.kid,
        session.person_id,
        session.account_id,
        session.code_hash,
        session.created_at,
        session.expires_at,
        session.device,
        session.idle_minutes,
        session.idle_until,
        session.fresh_until,
    )
    return row is not None


async def code_used(code_hash: bytes) -> bool:
    """Whether the login code opened a session before."""
    return await Session.exists(code_hash=code_hash)


async def end_oldest(bearer: UUID, at: datetime, kept: int) -> None:
    """Of the bearer's live sessions the newest `kept` stay, the others end."""
    await sql(
        "UPDATE session SET revoked_at = $2 WHERE revoked_at IS NULL AND id IN"
        " (SELECT id FROM session WHERE (person_id = $1 OR account_id = $1)"
        " AND revoked_at IS NULL AND expires_at > $2"
        " ORDER BY created_at DESC, id OFFSET $3)",
        bearer,
        at,
        kept,
    )


async def end(session_id: UUID, at: datetime) -> Session | None:
    """The session ended now; None when it had."""
    ended = await Session.filter(id=session_id, revoked_at=None).update(revoked_at=at)
    return await Session.get(id=session_id) if ended else None


async def end_own(session_id: UUID, bearer: UUID, at: datetime) -> bool:
    """The bearer's own session ended now; False where there is none that runs."""
    return bool(
        await Session.filter(
            Q(person_id=bearer) | Q(account_id=bearer), id=session_id, revoked_at=None
        ).update(revoked_at=at)
    )


async def end_all(account_id: UUID, at: datetime, but: UUID | None = None) -> None:
    """Every session of the account ended now, except one."""
    await (
        Session.filter(account_id=account_id, revoked_at=None).exclude(id=but).update(revoked_at=at)
    )


async def end_all_of_person(person_id: UUID, at: datetime) -> None:
    """Every session of the person ended now."""
    await Session.filter(person_id=person_id, revoked_at=None).update(revoked_at=at)


async def count_code(session_id: UUID, most: int) -> dict[str, Any] | None:
    """What a code is judged by: the account's id and sealed secret, and how many codes in a row
    were wrong, this one among them until it is found right. None after the `most`th of them."""
    return await one(
        "UPDATE session s SET wrong_codes = s.wrong_codes + 1 FROM account a"
        " WHERE s.id = $1 AND a.id = s.account_id AND s.wrong_codes < $2"
        " RETURNING a.id, a.totp_cipher, a.totp_last_step, s.wrong_codes",
        session_id,
        most,
    )


async def freshen(session_id: UUID, until: datetime) -> None:
    """A one-time code was shown in this session, and counts as shown just now until then."""
    await Session.filter(id=session_id).update(fresh_until=until, wrong_codes=0)


_WHO = """
SELECT s.id AS session_id, s.person_id, s.account_id, p.openid,
       a.roles, a.insurer_id, a.community_id,
       EXISTS (SELECT 1 FROM speakers_on($3) o WHERE o.person_id = s.person_id) AS owns,
       ARRAY(SELECT DISTINCT role FROM acts_for(s.person_id, $3)) AS standings,
       coalesce(s.idle_until < $2::timestamptz + make_interval(mins => s.idle_minutes)
                - interval '1 minute', false) AS used_again,
       coalesce(a.confirms_from > $2, false) AS waits,
       coalesce(s.fresh_until > $2, false) AS fresh,
       ARRAY(SELECT l.login_id FROM logins_with(s.account_id) l) AS logins
  FROM session s
  LEFT JOIN person p ON p.id = s.person_id
  LEFT JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
 WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2
   AND (s.idle_until IS NULL OR s.idle_until > $2)
   AND (p.id IS NOT NULL OR a.id IS NOT NULL)
"""


async def bearer_of(token_hash: bytes, at: datetime, today: date) -> dict[str, Any] | None:
    """Who holds the token now, with what they own and act for today; one statement.

    None for a token that is unknown, expired, revoked or was left idle (R12.8).
    """
    row = await one(_WHO, token_hash, at, today)
    if row is not None and row["used_again"]:
        # Noted to the minute: not every request writes.
        await sql(
            "UPDATE session SET idle_until = $2::timestamptz + make_interval(mins => idle_minutes)"
            " WHERE id = $1",
            row["session_id"],
            at,
        )
    return row
