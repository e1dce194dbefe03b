"""The owners' vote: opened, cast on phones and on paper, counted, published. Section 8."""

from handlers.votes import (
    casting,
    checking,
    counting,
    opening,
    reading,
    reminding,
)

__all__ = [
    "casting",
    "checking",
    "counting",
    "opening",
    "reading",
    "reminding",
]
