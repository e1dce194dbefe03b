"""Writes that are answered and then rolled back, so that many can be tried from one place."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Protocol

import pytest

from server import door


class Undoing(Protocol):
    """Says while a test runs whether writes are to be rolled back."""

    undoing: bool


@contextmanager
def undone(scene: Undoing, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every write rolled back after its answer was made, while the scene says so."""
    keep = door.transaction

    class Undo(Exception):
        pass

    @asynccontextmanager
    async def transaction() -> AsyncIterator[None]:
        try:
            async with keep():
                yield
                if scene.undoing:
                    raise Undo
        except Undo:
            pass

    with monkeypatch.context() as patched:
        patched.setattr(door, "transaction", transaction)
        yield
