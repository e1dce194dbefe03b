"""Leave to take away one sealed paper, once, within a minute. R12.6."""

from datetime import datetime
from uuid import UUID

from tortoise import fields

from models.base import Row, one


class FileTicket(Row):
    """An account said why it reads this file, and may fetch it once until `until_at`."""

    file_id = fields.UUIDField()
    account_id = fields.UUIDField()
    until_at = fields.DatetimeField(db_index=True)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "file_ticket"


async def use(ticket: UUID, file_id: UUID, account_id: UUID, now: datetime) -> bool:
    """The ticket is used up; False where it is not this account's for this file, was used or is
    over."""
    row = await one(
        "UPDATE file_ticket SET used_at = $4 WHERE id = $1 AND file_id = $2 AND account_id = $3"
        " AND used_at IS NULL AND until_at > $4 RETURNING id",
        ticket,
        file_id,
        account_id,
        now,
    )
    return row is not None
