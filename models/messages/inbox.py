"""The inbox that always gets the message. R13.2."""

from datetime import datetime
from uuid import UUID

from tortoise import fields

from models.base import Row, sql
from models.listing import Listing, newest


class Message(Row):
    """One message to one person or account: the in-app inbox, always kept (R13.2)."""

    to_kind = fields.CharField(8)
    to_id = fields.UUIDField()
    event_id = fields.UUIDField()
    kind = fields.CharField(40)
    title = fields.CharField(80)
    text = fields.TextField()
    link = fields.CharField(200, default="")
    case_id = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    class Meta:
        table = "message"
        unique_together = (("to_id", "event_id", "kind"),)
        indexes = (("to_id", "created_at"),)


INBOX = Listing(
    "m.id, m.kind, m.title, m.text, m.link, m.case_id, m.created_at, m.read_at",
    "message m",
    "m.id",
    {"newest": newest("m.created_at")},
    {"unread": "m.read_at IS NULL", "case_id": "m.case_id = {case_id}"},
    always="m.to_id = {to_id}",
    needs=("to_id",),
)


async def unread(to_id: UUID) -> int:
    """How many messages to this person or account were not read."""
    return await Message.filter(to_id=to_id, read_at=None).count()


async def read(message_id: UUID, to_id: UUID, at: datetime) -> bool:
    """The message is read, since the first time it was; False where it is not one's own."""
    rows = await sql(
        "UPDATE message SET read_at = coalesce(read_at, $3) WHERE id = $1 AND to_id = $2"
        " RETURNING id",
        message_id,
        to_id,
        at,
    )
    return bool(rows)


async def read_all(to_id: UUID, at: datetime) -> None:
    """All that had come by then is read."""
    await Message.filter(to_id=to_id, read_at=None, created_at__lte=at).update(read_at=at)
