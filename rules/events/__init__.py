"""Every event, by what it is about: a class is imported from the file of its subject."""

from collections.abc import Iterator, Mapping
from functools import cache

from rules.discovery import load
from rules.events.base import Event


@cache
def by_name() -> Mapping[str, type[Event]]:
    """All events there are, by the name under which the log stores them."""
    load(__name__)
    return {one.kind(): one for one in _below(Event)}


def _below(base: type[Event]) -> Iterator[type[Event]]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


def title_of(kind: str) -> str:
    """The Chinese title of a kind of event; the name itself of one that is no more."""
    event = by_name().get(kind)
    return event.title() if event else kind
