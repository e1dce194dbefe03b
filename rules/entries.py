"""What one person enters and another confirms: draft -> confirmed | dropped (-> reversed). R1.2.

Nothing counts before a second natural person has looked at it (R1.1). Whoever entered a draft may
take it back, as may whoever may confirm it; what was decided stays decided.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar
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


Login = TypeVar("Login", UUID, str)


def is_same_person(login: Login | None, logins: Collection[Login], other: Login | None) -> bool:
    """Whether `other` is a login of the natural person who has `login` and these `logins`.

    The one place where two people are told apart. R1.1.
    """
    return other is not None and (other == login or other in logins)


class SomeoneWho(Protocol):
    """Whoever asks, who knows the own logins."""

    def is_same(self, other: UUID | None) -> bool: ...


def may_be_confirmed(entry: Entry, by: SomeoneWho) -> None:
    """Refuses EntryNotOpen for what was decided before, SamePerson for what the same natural
    person entered through whatever account. R1.1."""
    may_be_dropped(entry)
    if by.is_same(entry.entered_by):
        raise SamePerson()


def may_be_dropped(entry: Entry) -> None:
    """Refuses EntryNotOpen; the author may take back the own draft, as it never counted."""
    if not entry.waits:
        raise EntryNotOpen()
