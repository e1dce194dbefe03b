"""Examples that are true: what the played stories sent and were answered (`make examples`)."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FILE = Path(__file__).with_name("played.json")


@cache
def load() -> dict[str, dict[str, Any]]:
    """`answers` by the names of their schemas, `bodies` by the names of operations."""
    found: dict[str, dict[str, Any]] = msgspec.json.decode(FILE.read_bytes())
    return found
