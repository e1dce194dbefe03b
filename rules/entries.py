"""What one person enters and another confirms: draft -> confirmed | dropped (-> reversed). R1.2.

Nothing counts before a second natural person has looked at it (R1.1). Whoever entered a draft may
take it back, as may whoever may confirm it; what was decided stays decided.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from rules.refusals.asking import SamePerson
from rules.refusals.books import EntryNotOpen

REASON_MAX = 300
"""Characters of the reason for which something is dropped."""


@dataclass(frozen=True)
class Entry:
    """What is decided on: whether it still waits, and who entered it (nobody: the program)."""

    waits: bool
    entered_by: UUID | None


def may_be_confirmed(entry: Entry, by: UUID, same: Callable[[UUID, UUID], bool]) -> None:
    """Refuses EntryNotOpen for what was decided before, SamePerson for one's own entry; `same`
    says whether two logins are one natural person. R1.1."""
    may_be_dropped(entry)
    if entry.entered_by is not None and same(entry.entered_by, by):
        raise SamePerson()


def may_be_dropped(entry: Entry) -> None:
    """Refuses EntryNotOpen; the author may take back the own draft, as it never counted."""
    if not entry.waits:
        raise EntryNotOpen()
