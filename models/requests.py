"""Answers already given, so that a repeated request is answered and not done again."""

from tortoise import fields
from tortoise.models import Model


class Answered(Model):
    """One write that was carried out: its key, who sent it, and the answer that it got.

    Stored in the transaction of the write itself: either both exist or neither.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    actor = fields.CharField(64)
    key = fields.CharField(128)
    operation = fields.CharField(80)
    fingerprint = fields.BinaryField()
    status = fields.SmallIntField()
    answer = fields.BinaryField()
    at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "answered"
        unique_together = (("actor", "key"),)
