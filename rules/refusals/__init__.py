"""Every refusal, by what it is about: a class is imported from the file of its subject."""

from rules.discovery import below, load
from rules.refusals.base import Refusal


def every() -> list[type[Refusal]]:
    """All refusals there are, by name."""
    load(__name__)
    return sorted(below(Refusal), key=lambda one: one.__name__)
