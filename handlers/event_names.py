"""The type of a field that names a kind of event, of the log or of a case's history."""

from typing import Annotated

from rules.events import by_name, title_of
from rules.words.word import OneOf, known_as


def _titles() -> dict[str, str]:
    """Of what happens; classes that only others are made from never do."""
    return {name: title_of(name) for name, one in by_name().items() if not one.__subclasses__()}


known_as("event", _titles)

EventName = Annotated[str, OneOf("event")]
"""The name of a kind of event, as the log stores it."""
