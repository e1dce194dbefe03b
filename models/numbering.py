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
    return (await next_numbers(kind, year, 1))[0]


async def next_numbers(kind: str, year: int, many: int) -> range:
    """The next `many` numbers in a row, under the same terms."""
    row = await one(
        "INSERT INTO numbering (id, highest) VALUES ($1, $2)"
        " ON CONFLICT (id) DO UPDATE SET highest = numbering.highest + $2 RETURNING highest",
        f"{kind}:{year}",
        many,
    )
    assert row is not None
    return range(int(row["highest"]) - many + 1, int(row["highest"]) + 1)
