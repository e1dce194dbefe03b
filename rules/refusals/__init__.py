"""Every refusal, by what it is about: a class is imported from the file of its subject."""

from collections.abc import Iterator

from rules.discovery import load
from rules.refusals.base import Refusal


def every() -> list[type[Refusal]]:
    """All refusals there are, by name."""
    load(__name__)
    return sorted(_below(Refusal), key=lambda one: one.__name__)


def _below(base: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)
