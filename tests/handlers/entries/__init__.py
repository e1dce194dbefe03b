"""One entry of each kind, waiting for the second person: what `test_entries` tries.

A subject's file has `SCENES`: kind -> what enters one, as often as it is called.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from rules.discovery import load
from tests.world import City


@dataclass(frozen=True)
class Waiting:
    """Where it is, which account entered it, and which other may confirm it."""

    path: str
    author: str
    second: str

    @property
    def id(self) -> str:
        """Its id: the last part of the path."""
        return self.path.rpartition("/")[2]


Scene = Callable[[City], Awaitable[Waiting]]


def scenes() -> Mapping[str, Scene]:
    """Every kind's scene, by its name."""
    return {
        name: scene
        for module in load("tests.handlers.entries")
        for name, scene in getattr(module, "SCENES", {}).items()
    }
