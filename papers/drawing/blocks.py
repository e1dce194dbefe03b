"""The rows a notice is made of, and how they fall onto pages. Nothing is ever cut off."""

from dataclasses import dataclass, replace

from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.lines import wrap
from papers.drawing.page import BLACK, FAINT, PALE, RED, Box, Colour, Mark, Text

LEADING = 1.42
# A row of so many lines may be divided between pages; a shorter one moves as a whole.
LONG = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of a row: its lines already broken to its width."""

    x: float
    w: float
    lines: tuple[str, ...]
    weight: int = REGULAR
    colour: Colour = BLACK
    centred: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; `ruled` draws the grid of a table around them."""

    cells: tuple[Cell, ...]
    size: float
    pad: float
    ruled: bool = False
    fill: Colour | None = None
    accent: bool = False
    # A heading stays with what follows it.
    keep: bool = False

    @property
    def height(self) -> float:
        """Points from the top of this row to the top of the next."""
        return self.depth * self.size * LEADING + 2 * self.pad

    @property
    def depth(self) -> int:
        """How many lines the deepest cell has."""
        return max(len(cell.lines) for cell in self.cells)

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """What fits into `room` and what is left; None when not even one line fits."""
        fitting = int((room - 2 * self.pad) / (self.size * LEADING))
        if fitting < 1 or fitting >= self.depth:
            return None
        upper = tuple(replace(c, lines=c.lines[:fitting]) for c in self.cells)
        lower = tuple(replace(c, lines=c.lines[fitting:] or ("",)) for c in self.cells)
        return replace(self, cells=upper), replace(self, cells=lower)

    def marks(self, y: float) -> list[Mark]:
        """The row drawn with its top at `y`."""
        drawn: list[Mark] = []
        for cell in self.cells:
            if self.ruled or self.fill:
                edge = FAINT if self.ruled else None
                drawn.append(Box(cell.x, y, cell.w, self.height, self.fill, edge))
        if self.accent:
            drawn.append(Box(self.cells[0].x, y + self.pad, 3.2, self.height - 2 * self.pad, RED))
        for cell in self.cells:
            drawn += self._written(cell, y)
        return drawn

    def _written(self, cell: Cell, y: float) -> list[Mark]:
        step = self.size * LEADING
        top = y + self.pad
        if cell.centred or cell.right:
            top += (self.depth - len(cell.lines)) * step / 2
        drawn: list[Mark] = []
        for number, line in enumerate(cell.lines):
            if not line:
                continue
            x = cell.x + (9 if self.accent else 5 if self.ruled or self.fill else 0)
            if cell.centred:
                x = cell.x + (cell.w - measure(line, cell.weight, self.size)) / 2
            if cell.right:
                x = cell.x + cell.w - 4 - measure(line, cell.weight, self.size)
            # The baseline that puts a Chinese glyph in the middle of its line.
            baseline = top + number * step + step / 2 + self.size * 0.37
            drawn.append(Text(x, baseline, line, self.size, cell.weight, cell.colour))
        return drawn


@dataclass(frozen=True, slots=True)
class Setter:
    """Makes rows of one type size on one measure."""

    x: float
    width: float
    size: float
    pad: float

    def heading(self, text: str) -> Row:
        """A section heading with a red mark."""
        size = self.size * 1.08
        cell = Cell(self.x, self.width, self._broken(text, self.width - 9, BOLD, size), BOLD)
        return Row((cell,), size, self.pad * 0.9, accent=True, keep=True)

    def paragraph(
        self, text: str, weight: int = REGULAR, colour: Colour = BLACK, shrink: float = 1.0
    ) -> Row:
        """Running text over the whole measure."""
        size = self.size * shrink
        lines = self._broken(text, self.width, weight, size)
        return Row((Cell(self.x, self.width, lines, weight, colour),), size, self.pad * 0.3)

    def fact(self, label: str, value: str, weight: int = REGULAR) -> Row:
        """A ruled pair: what it is, and what it says."""
        left = self.size * 7.2
        right = self.width - left
        return Row(
            (
                Cell(self.x, left, self._broken(label, left - 8, BOLD), BOLD, centred=True),
                Cell(self.x + left, right, self._broken(value, right - 10, weight), weight),
            ),
            self.size,
            self.pad,
            ruled=True,
        )

    def line(
        self,
        widths: tuple[float, ...],
        texts: tuple[str, ...],
        *,
        head: bool = False,
        sums: frozenset[int] = frozenset(),
    ) -> Row:
        """A ruled line of a table; `widths` are shares that sum to one, `sums` the columns whose
        figures are set to the right."""
        cells: list[Cell] = []
        x = self.x
        weight = BOLD if head else REGULAR
        for number, (share, text) in enumerate(zip(widths, texts, strict=True)):
            w = share * self.width
            lines = self._broken(text, w - 6, weight)
            right = number in sums
            cells.append(Cell(x, w, lines, weight, centred=not right, right=right))
            x += w
        fill = PALE if head else None
        return Row(tuple(cells), self.size, self.pad * 0.8, ruled=True, fill=fill, keep=head)

    def _broken(
        self, text: str, width: float, weight: int, size: float | None = None
    ) -> tuple[str, ...]:
        at = size or self.size
        return tuple(wrap(printable(text), width, lambda s: measure(s, weight, at)))


def height_of(rows: list[Row]) -> float:
    """Points that the rows take together."""
    return sum(row.height for row in rows)


def take(rows: list[Row], room: float) -> tuple[list[Row], list[Row]]:
    """The rows that fit into `room` from the top, and the rest.

    Only a row of many lines is split between lines; a heading never ends a page.
    """
    left = list(rows)
    taken: list[Row] = []
    while left:
        row = left[0]
        if row.height <= room:
            taken.append(left.pop(0))
            room -= row.height
            continue
        parts = row.split(room)
        if parts and row.depth >= LONG and not row.keep:
            taken.append(parts[0])
            left[0] = parts[1]
        break
    while taken and taken[-1].keep and left:
        left.insert(0, taken.pop())
    return taken, left
