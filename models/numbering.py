"""Running numbers without gaps: a number is taken in the transaction of what it numbers.

Cases, registrations (附件二(一)5) and papers, one series of each kind and year.
"""

from tortoise import fields
from tortoise.models import Model

from models.base import one
from rules.city import CITY, City


class Numbering(Model):
    """The last number given out of one kind in one year."""

    id = fields.CharField(24, primary_key=True)
    highest = fields.IntField()

    class Meta:
        table = "numbering"


async def new_number(kind: str, year: int, city: City = CITY) -> str:
    """The next number of the city's series; given back if the transaction rolls back."""
    return (await new_numbers(kind, year, 1, city))[0]


async def new_numbers(kind: str, year: int, many: int, city: City = CITY) -> list[str]:
    """The next `many` numbers in a row, under the same terms."""
    row = await one(
        "INSERT INTO numbering (id, highest) VALUES ($1, $2)"
        " ON CONFLICT (id) DO UPDATE SET highest = numbering.highest + $2 RETURNING highest",
        f"{kind}:{year}",
        many,
    )
    assert row is not None
    last = int(row["highest"])
    return [city.number(kind, year, nth) for nth in range(last - many + 1, last + 1)]
