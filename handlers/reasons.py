"""Why somebody did something: the body that says it, and its words."""

from typing import Annotated

from msgspec import Meta

from handlers.route import Body
from rules.refusals.cases import ReasonMissing


class Reason(Body, frozen=True):
    """理由。"""

    reason: Annotated[str, Meta(max_length=300)]


def worded(reason: str) -> str:
    """The reason without blanks around it. Refuses ReasonMissing."""
    words = reason.strip()
    if not words:
        raise ReasonMissing()
    return words
