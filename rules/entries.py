"""What one person enters and another confirms: draft -> confirmed | dropped (-> reversed). R1.2.

Nothing counts before a second natural person has looked at it (R1.1). Whoever entered a draft may
take it back, as may whoever may confirm it; what was decided stays decided.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from rules.refusals.asking import AccountWaits, SamePerson
from rules.refusals.books import EntryNotOpen

REASON_MAX = 300
"""Characters of the reason for which something is dropped."""


@dataclass(frozen=True)
class Entry:
    """What is decided on: whether it still waits, and who entered it (nobody: the program)."""

    waits: bool
    entered_by: UUID | None


Login = TypeVar("Login", UUID, str)
Known = TypeVar("Known", contravariant=True)


def is_same_person(login: Login | None, logins: Collection[Login], other: Login | None) -> bool:
    """Whether `other` is a login of the natural person who has `login` and these `logins`.

    The one place where two people are told apart. R1.1.
    """
    return other is not None and (other == login or other in logins)


class Second(Protocol[Known]):
    """Who comes as the second person: knows the own logins, and whether the account still waits."""

    @property
    def waits(self) -> bool: ...

    def is_same(self, other: Known | None) -> bool: ...


def must_be_second(by: Second[Known], first: Known | None, words: str = "") -> None:
    """Refuses SamePerson to the natural person who came first, through whatever account, and
    AccountWaits to an account that was opened, reset or given roles a short while ago. R1.1."""
    if by.is_same(first):
        raise SamePerson(words)
    if by.waits:
        raise AccountWaits()


def may_be_confirmed(entry: Entry, by: Second[UUID]) -> None:
    """Refuses EntryNotOpen for what was decided before, and who is no second person."""
    may_be_dropped(entry)
    must_be_second(by, entry.entered_by)


def may_be_dropped(entry: Entry) -> None:
    """Refuses EntryNotOpen; the author may take back the own draft, as it never counted."""
    if not entry.waits:
        raise EntryNotOpen()
