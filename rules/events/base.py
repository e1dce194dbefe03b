"""What an event is: stored, told to people, and never changed.

`data` repeats what the telling needs; nothing in it names a person (R12.2).
"""

from datetime import datetime
from typing import Any, ClassVar

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to `subject_id` (a case unless the class says otherwise)."""

    subject_kind: ClassVar[str] = "case"

    subject_id: str
    at: datetime
    why: str = ""
    data: dict[str, Any] = {}

    @classmethod
    def kind(cls) -> str:
        """The name stored in the log."""
        return cls.__name__


class SubjectEvent(Event, frozen=True):
    """An event about something other than a case."""
