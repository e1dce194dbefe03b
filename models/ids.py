"""Where new ids come from: random, so that nobody can guess one.

A sandbox alone gives its own, so that the same acts leave the same city; see `sandbox.ids`.
"""

from collections.abc import Callable
from uuid import UUID, uuid4

_source: Callable[[], UUID] = uuid4


def new_id() -> UUID:
    """An id that nothing else has."""
    return _source()


def drawn_from(source: Callable[[], UUID]) -> None:
    """Have `new_id` give what this gives; called once at the start of a sandbox process."""
    global _source
    _source = source
