"""A page as a list of marks, in points of an A4 page, y downwards; painters turn it into files.

One layout serves picture and PDF, A4 and A3, so that what is checked in one is true of the other.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import qrcode
from qrcode.constants import ERROR_CORRECT_M

Size = Literal["A4", "A3"]

WIDTH, HEIGHT = 595.276, 841.890
# A3 is A4 made bigger: the same layout read from further away.
SCALE: dict[Size, float] = {"A4": 1.0, "A3": 2**0.5}

Colour = tuple[int, int, int]
BLACK: Colour = (20, 20, 20)
GREY: Colour = (90, 90, 90)
FAINT: Colour = (176, 176, 176)
RED: Colour = (176, 24, 24)
PALE: Colour = (246, 244, 240)
WHITE: Colour = (255, 255, 255)
QUIET = 4


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    weight: int
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; a line is a thin one."""

    x: float
    y: float
    w: float
    h: float
    fill: Colour | None = None
    edge: Colour | None = None
    line: float = 0.6


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in a square with the quiet zone inside it."""

    x: float
    y: float
    side: float
    data: str


Mark = Text | Box | Code


@dataclass(slots=True)
class Sheet:
    """One page."""

    marks: list[Mark] = field(default_factory=list)

    def put(self, *marks: Mark) -> None:
        """The marks are on the page, above what was there."""
        self.marks += marks

    def characters(self, weight: int) -> frozenset[str]:
        """Every character written in `weight`."""
        texts = (m.text for m in self.marks if isinstance(m, Text) and m.weight == weight)
        return frozenset(c for text in texts for c in text)


@lru_cache(maxsize=64)
def modules(data: str) -> tuple[tuple[bool, ...], ...]:
    """The QR code of `data` without quiet zone: rows of dark (True) and light modules."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(data)
    code.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


def runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """The dark stretches of a row: where each starts and how long it is."""
    found: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == column:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((column, 1))
    return found
