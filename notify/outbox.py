"""Messages stored in the transaction of the event that causes them, sent after it (R13.3)."""

from collections.abc import Sequence
from uuid import UUID

from rules.events import Event


async def fill(told: Sequence[tuple[UUID, Event]]) -> None:
    """Store every message that these logged events cause, in the caller's transaction."""
