"""Every event, by what it is about: a class is imported from the file of its subject."""

from collections.abc import Mapping
from functools import cache

from rules.discovery import below, load
from rules.events.base import Event


@cache
def by_name() -> Mapping[str, type[Event]]:
    """All events there are, by the name under which the log stores them."""
    load(__name__)
    return {one.kind(): one for one in below(Event)}


def title_of(kind: str) -> str:
    """The Chinese title of a kind of event; the name itself of one that is no more."""
    event = by_name().get(kind)
    return event.title() if event else kind
