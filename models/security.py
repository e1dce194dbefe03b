"""The security log: who came in or was turned away, and who read what is guarded. R12.7.

It is not the log of cases: nothing there is proven by it, and after half a year it is forgotten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from tortoise import fields

from models.base import Row, sql
from models.listing import Listing, newest


class SecurityEvent(Row):
    """One thing that happened. `about` is the keyed hash of the username that was tried, `address`
    where it came from, `actor_id` the person or account, empty where nobody is known."""

    at = fields.DatetimeField(db_index=True)
    kind = fields.CharField(16)
    operation = fields.CharField(60)
    status = fields.SmallIntField()
    refusal = fields.CharField(40)
    actor_kind = fields.CharField(8)
    actor_id = fields.UUIDField(null=True)
    about = fields.CharField(64)
    address = fields.CharField(64)
    request_id = fields.CharField(32)

    class Meta:
        table = "security_event"


@dataclass(frozen=True)
class Seen:
    """One event on its way into the table; `username` is looked up and not kept."""

    at: datetime
    kind: str
    operation: str
    status: int
    refusal: str
    actor_kind: str
    actor_id: UUID | None
    username: str
    about: str
    address: str
    request_id: str


EVENTS = Listing(
    "s.id, s.at, s.kind, s.operation, s.status, s.refusal, s.actor_kind, s.actor_id,"
    " coalesce(a.username, '') AS username, s.about, s.address, s.request_id",
    "security_event s LEFT JOIN account a ON a.id = s.actor_id",
    "s.id",
    {"newest": newest("s.at")},
    {
        "kind": "s.kind = {kind}",
        "actor_id": "s.actor_id = {actor_id}",
        "address": "s.address = {address}",
        "operation": "s.operation = {operation}",
        "about": "s.about = {about}",
        "refused": "s.status >= 400",
        "from_at": "s.at >= {from_at}",
        "to_at": "s.at < {to_at}",
    },
)


async def keep(events: Sequence[Seen]) -> None:
    """The events are in the table; of a username that there is, the account is known."""
    await sql(
        "INSERT INTO security_event (id, at, kind, operation, status, refusal, actor_kind,"
        " actor_id, about, address, request_id)"
        " SELECT e.id, e.at, e.kind, e.operation, e.status, e.refusal,"
        " CASE WHEN a.id IS NULL THEN e.actor_kind ELSE 'account' END, coalesce(e.actor, a.id),"
        " e.about, e.address, e.request_id FROM unnest($1::uuid[], $2::timestamptz[], $3::text[],"
        " $4::text[], $5::int[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[],"
        " $11::text[], $12::text[]) AS e(id, at, kind, operation, status, refusal, actor_kind,"
        " actor, username, about, address, request_id)"
        " LEFT JOIN account a ON e.actor IS NULL AND a.username = e.username",
        # Written whenever a second is over: drawn with the others, a sandbox would not be the same.
        [uuid4() for _ in events],
        *([getattr(one, name) for one in events] for name in Seen.__dataclass_fields__),
    )
