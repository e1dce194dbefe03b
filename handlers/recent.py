"""What was shown to the public a moment ago, kept for the next one who asks within a second.

A notice that goes round a residents' group is opened by hundreds within minutes. An answer is at
most one second old; a step of its case taken in this process drops it at once, so what a writer
is told and reads next is never older than the write. Other processes follow within the second.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

T = TypeVar("T")

SECONDS = 1.0
MOST = 500


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    value: T
    case_id: UUID
    now: datetime
    tick: float


class Recent(Generic[T]):
    """Answers by their token. Old by either clock is old: the one that people see may be moved."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept[T]] = OrderedDict()

    def find(self, token: str, now: datetime) -> T | None:
        """The answer, if it is younger than a second."""
        kept = self._kept.get(token)
        if kept is None or time.monotonic() - kept.tick >= SECONDS:
            return None
        return kept.value if abs(now - kept.now) < timedelta(seconds=SECONDS) else None

    def keep(self, token: str, case_id: UUID, now: datetime, tick: float, value: T) -> None:
        """Keep an answer whose facts were read at `tick` or later."""
        self._kept[token] = _Kept(value, case_id, now, tick)
        self._kept.move_to_end(token)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def forget(self, case_id: UUID) -> None:
        """Drop what is shown of a case."""
        for token in [token for token, kept in self._kept.items() if kept.case_id == case_id]:
            del self._kept[token]


NOTICES: Recent[Any] = Recent()
"""Public notices by token, as `handlers.disclosure.notices` shows them."""
