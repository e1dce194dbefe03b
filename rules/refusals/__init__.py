"""Every refusal, by what it is about: a class is imported from the file of its subject."""

import sys
from collections.abc import Mapping

from rules.discovery import below, load
from rules.refusals.base import Refusal


def every() -> list[type[Refusal]]:
    """All refusals of this folder, by name; what a sandbox refuses besides is its own."""
    load(__name__)
    ours = [one for one in below(Refusal) if one.__module__.startswith(__name__)]
    return sorted(ours, key=lambda one: one.__name__)


def subject_of(refusal: type[Refusal]) -> str:
    """What people call what it is about; the file it stands in says it."""
    title: str = sys.modules[refusal.__module__].TITLE
    return title


def by_subject() -> Mapping[str, list[type[Refusal]]]:
    """All refusals by their subject, each by name."""
    found: dict[str, list[type[Refusal]]] = {}
    for one in every():
        found.setdefault(subject_of(one), []).append(one)
    return dict(sorted(found.items(), key=lambda item: item[1][0].__module__))
