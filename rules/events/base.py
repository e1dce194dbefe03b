"""What an event is: stored, told to people, and never changed.

`data` repeats what the telling needs; nothing in it names a person (R12.2).
"""

from datetime import datetime
from typing import Any, ClassVar

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to `subject_id` (a case unless the class says otherwise).

    `centre_reads_why`: the reasons are for the Centre (R7.8, R12.2). `by_objectors`: the role is
    not said, a committee member or a manager who objects would be known by it (R7.8).
    """

    subject_kind: ClassVar[str] = "case"
    centre_reads_why: ClassVar[bool] = False
    by_objectors: ClassVar[bool] = False

    subject_id: str
    at: datetime
    why: str = ""
    data: dict[str, Any] = {}

    @classmethod
    def kind(cls) -> str:
        """The name stored in the log."""
        return cls.__name__

    @classmethod
    def title(cls) -> str:
        """The Chinese title people read."""
        return (cls.__doc__ or cls.__name__).strip()


class SubjectEvent(Event, frozen=True):
    """An event about something other than a case."""
