"""What a test wrote into the tables by itself, past the door, is under no event."""

from tortoise.transactions import in_transaction

from models import integrity
from server import verify

UNTOLD = ("content: changed without an event: ", "log: signed with an unknown key: ")
"""What tests wrote themselves, and that heads are not looked at with the keys they name."""


def told(found: list[str]) -> list[str]:
    """These findings without what tests wrote themselves; rows that are unlike what was noted of
    them, or gone, stay."""
    return [line for line in found if not line.startswith(UNTOLD)]


async def faults() -> list[str]:
    """All that does not fit in the database that is open, what tests wrote themselves among it."""
    async with in_transaction():
        return await integrity.faults({})


async def amiss() -> list[str]:
    """What does not fit in the database that is open."""
    return told(await faults())


async def amiss_at(url: str) -> list[str]:
    """What does not fit in the database of this URL."""
    return told(await verify.findings(url, {}, {}))
