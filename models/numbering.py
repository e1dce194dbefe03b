"""Running numbers without gaps: a number is taken in the transaction of what it numbers."""

from tortoise import fields
from tortoise.models import Model

from models.base import one


class Numbering(Model):
    """The last number given out of one kind in one year."""

    id = fields.CharField(24, primary_key=True)
    highest = fields.IntField()

    class Meta:
        table = "numbering"


async def next_number(kind: str, year: int) -> int:
    """The next number, from 1; given back if the transaction rolls back."""
    row = await one(
        "INSERT INTO numbering (id, highest) VALUES ($1, 1)"
        " ON CONFLICT (id) DO UPDATE SET highest = numbering.highest + 1 RETURNING highest",
        f"{kind}:{year}",
    )
    assert row is not None
    return int(row["highest"])
