"""Answers already given, so that a repeated request is answered and not done again."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.base import sql


class Answered(Model):
    """One write that was carried out: its key, who sent it, and the answer that it got.

    Stored in the transaction of the write itself: either both exist or neither. An answer with a
    secret is gone from `secret_until` on; that it was given stays (R12.4).
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    actor = fields.CharField(64)
    key = fields.CharField(128)
    operation = fields.CharField(80)
    fingerprint = fields.BinaryField()
    status = fields.SmallIntField()
    answer = fields.BinaryField(null=True)
    at = fields.DatetimeField(db_index=True)
    secret_until = fields.DatetimeField(null=True, db_index=True)

    class Meta:
        table = "answered"
        unique_together = (("actor", "key"),)


async def find(actor: str, key: str) -> Answered | None:
    """What this actor was answered under this key, if anything."""
    return await Answered.get_or_none(actor=actor, key=key)


async def store(answered: Answered) -> None:
    """The answer is stored with the write. IntegrityError where the key was used meanwhile."""
    await sql(
        "INSERT INTO answered (actor, key, operation, fingerprint, status, answer, at,"
        " secret_until) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
        answered.actor,
        answered.key,
        answered.operation,
        answered.fingerprint,
        answered.status,
        answered.answer,
        answered.at,
        answered.secret_until,
    )


async def secrets_over(at: datetime) -> bool:
    """Whether an answer with a secret is kept beyond its minutes."""
    return await Answered.exists(secret_until__lte=at)


async def forget_secrets(at: datetime, most: int) -> None:
    """At most so many of those answers are gone, the oldest first."""
    await sql(
        "UPDATE answered SET answer = NULL, secret_until = NULL WHERE id IN"
        " (SELECT id FROM answered WHERE secret_until <= $1 ORDER BY secret_until LIMIT $2)",
        at,
        most,
    )
