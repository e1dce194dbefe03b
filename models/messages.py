"""The inbox, the outbox, consents and what WeChat pushed to us (R13)."""

from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row


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


class Delivery(Row):
    """The WeChat copy of a message. State: waiting, leased (being sent), sent, refused (WeChat's
    clear no), maybe (it may have arrived, and is not sent again), dead (given up for staff) or
    unconsented (the consent was gone when its turn came).

    `spent`: a single consent was taken for it. `tries` counts the attempts; `lease` names who
    sends it now, until `lease_until`.
    """

    message: fields.OneToOneRelation[Any] = fields.OneToOneField(
        "models.Message", on_delete=fields.CASCADE
    )
    message_id: UUID
    openid = fields.CharField(64)
    template = fields.CharField(40)
    page = fields.CharField(200, default="")
    data: Any = fields.JSONField()
    state = fields.CharField(16, default="waiting")
    spent = fields.BooleanField(default=False)
    tries = fields.SmallIntField(default=0)
    due_at = fields.DatetimeField()
    lease = fields.UUIDField(null=True)
    lease_until = fields.DatetimeField(null=True)
    settled_at = fields.DatetimeField(null=True)
    msgid = fields.CharField(40, default="")

    class Meta:
        table = "delivery"


class Attempt(Row):
    """One try to send, recorded before the call and completed after it (R13.3)."""

    delivery: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Delivery", on_delete=fields.CASCADE
    )
    delivery_id: UUID
    number = fields.SmallIntField()
    started_at = fields.DatetimeField()
    outcome = fields.CharField(16, default="started")
    errcode = fields.IntField(null=True)
    detail = fields.CharField(200, default="")

    class Meta:
        table = "attempt"
        unique_together = (("delivery_id", "number"),)


class Consent(Row):
    """What a person allowed for one template: a number of single messages, or standing consent.

    Every tap is told twice, by the phone (`by_phone`) and by WeChat (`by_push`), and either may
    be lost: the larger count, less what was `used`, is what is left.
    """

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField(
        "models.Person", on_delete=fields.CASCADE
    )
    person_id: UUID
    template = fields.CharField(40)
    by_phone = fields.IntField(default=0)
    by_push = fields.IntField(default=0)
    used = fields.IntField(default=0)
    standing = fields.BooleanField(default=False)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "consent"
        unique_together = (("person_id", "template"),)


class Pushed(Row):
    """A push from WeChat already handled: its key, so that a repeat does nothing."""

    key = fields.CharField(200, unique=True)
    kind = fields.CharField(60)
    at = fields.DatetimeField()

    class Meta:
        table = "pushed"
