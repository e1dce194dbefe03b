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


async def amiss() -> list[str]:
    """What does not fit in the database that is open."""
    async with in_transaction():
        return told(await integrity.faults({}))


async def amiss_at(url: str) -> list[str]:
    """What does not fit in the database of this URL."""
    return told(await verify.findings(url, {}, {}))
