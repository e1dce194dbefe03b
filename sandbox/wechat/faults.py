"""Faults on command: what goes wrong, at which address, how many times."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

ERRCODE = re.compile(r"(?:errcode:)?(-?\d+)")
DELAY = re.compile(r"delay:(\d+(?:\.\d+)?)")
HTTP = re.compile(r"http(\d{3})")
FAULTS_MAX = 100

# Each is something a careless client trips over in its own way.
GARBAGE = (
    b"\x00\xff\xfe\x80garbage",
    b"<html><body>502 Bad Gateway</body></html>",
    b"[]",
    b'{"errcode":"abc"}',
    b"",
    b'{"errcode":0',
    b"[" * 100_000,
)


@dataclass
class Fault:
    """One instruction. `kind`: errcode, http, delay, stall, garbage, drop or content_type.

    With `after` the call has its effect first, and only the answer goes wrong. `times` None means
    until it is cleared. `path` "*" means every address.
    """

    path: str
    kind: str
    value: float = 0
    after: bool = False
    times: int | None = 1

    @classmethod
    def parse(cls, path: str, words: str, times: int | None) -> "Fault":
        """From `errcode:-1`, `40001 forever`, `stall`, `drop after`, `http500`, `delay:0.5`, ..."""
        text = words.strip()
        after = text.endswith(" after")
        text = text.removesuffix(" after")
        if text.endswith(" forever"):
            text, times = text.removesuffix(" forever"), None
        for kind, pattern in (("errcode", ERRCODE), ("delay", DELAY), ("http", HTTP)):
            found = pattern.fullmatch(text)
            if found:
                return cls(path, kind, float(found[1]), after, times)
        if text in ("wrong content type", "content_type"):
            text = "content_type"
        elif text not in ("stall", "garbage", "drop"):
            raise ValueError(f"unknown fault {words!r}")
        return cls(path, text, 0, after, times)

    def shown(self) -> dict[str, Any]:
        """For the control port."""
        return {
            "path": self.path,
            "fault": f"{self.kind}:{self.value:g}" if self.value else self.kind,
            "after": self.after,
            "times": self.times,
        }


class Faults:
    """The instructions in force, oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._cleared = asyncio.Event()
        self._garbage = 0

    def add(self, fault: Fault) -> None:
        """In force at once."""
        if len(self._faults) >= FAULTS_MAX:
            raise ValueError("too many faults")
        self._faults.append(fault)

    def take(self, path: str) -> Fault | None:
        """The oldest fault for this address, used up by one."""
        for fault in self._faults:
            if fault.path in ("*", path):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None

    def clear(self, path: str | None = None) -> None:
        """No more faults (at this address); stalled requests are dropped."""
        self._faults = [f for f in self._faults if path is not None and f.path != path]
        self._cleared.set()
        self._cleared = asyncio.Event()

    async def stall(self) -> None:
        """Returns when faults are cleared."""
        await self._cleared.wait()

    def garbage(self) -> bytes:
        """Each time another sort."""
        self._garbage += 1
        return GARBAGE[(self._garbage - 1) % len(GARBAGE)]

    def shown(self) -> list[dict[str, Any]]:
        """For the control port."""
        return [fault.shown() for fault in self._faults]
