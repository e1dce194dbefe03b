"""What hangs on a wall about a vote: that it runs, and what came of it. A4 or A3, R8.3, R8.5.

One layout for both, as the notices have it: who speaks, what about, a box with what matters most,
then sections set as large as they fit, a code and whom to ask at the foot. Nothing is cut off.
"""

from dataclasses import dataclass
from datetime import date

from papers.drawing import MAX_DPI, MIN_DPI, drawing
from papers.drawing.blocks import Row, Setter, height_of, take
from papers.drawing.fonts import BOLD, REGULAR, measure
from papers.drawing.page import BLACK, GREY, PALE, RED, SCALE, WIDTH, Box, Code, Sheet, Size, Text
from papers.drawing.paint import to_pdf, to_png
from papers.notices.layout import (
    FOOT,
    LARGEST,
    MARGIN,
    MEASURE,
    SMALLEST_ON_PAPER,
    STEP,
    TIGHT,
    WIDE,
    airy,
    break_all,
    centred,
    fitted,
    put_rows,
)
from papers.notices.notice import day_words
from rules.city import CITY, City

CODE_SIDE, CAPTION = 118.0, 30.0
TABLE = (0.28, 0.16, 0.28, 0.28)
"""The widths of a table's four columns: what, homes, heads, area."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section begins."""

    text: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A paragraph; `fine` ones are grey."""

    text: str
    bold: bool = False
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What it is and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of four columns, the first of which are the titles."""

    lines: tuple[tuple[str, str, str, str], ...]


Block = Heading | Saying | Fact | Table


@dataclass(frozen=True, slots=True)
class Announcement:
    """A page for a wall: `boxed` stands large in its box, `below` small under it."""

    title: str
    place: str
    number: str
    boxed: str
    below: str
    blocks: tuple[Block, ...]
    url: str
    caption: tuple[str, str]
    issued_on: date
    foot: str
    city: City = CITY


def announcement_pdf(paper: Announcement, size: Size = "A4") -> bytes:
    """The announcement as PDF with text that can be selected."""
    with drawing:
        return to_pdf(pages(paper, size), size, f"{paper.title} {paper.number}", paper.city.centre)


def announcement_png(paper: Announcement, size: Size, dpi: int, page: int) -> bytes:
    """One page of it as PNG. ValueError: no such page, or a dpi out of bounds."""
    if not MIN_DPI <= dpi <= MAX_DPI:
        raise ValueError(f"dpi is from {MIN_DPI} to {MAX_DPI}")
    with drawing:
        drawn = pages(paper, size)
        if not 1 <= page <= len(drawn):
            raise ValueError(f"pages are from 1 to {len(drawn)}")
        return to_png(drawn[page - 1], size, dpi)


def pages(paper: Announcement, size: Size) -> list[Sheet]:
    """Page one with head, box and code, and as many more as the sections need."""
    first, start = _head(paper)
    end = _bottom(first, paper)
    rows, rest = take(_rows(paper, end - start, size), end - start)
    put_rows(first, airy(rows, end - start), start)
    drawn = [first]
    while rest:
        page = Sheet()
        y = centred(page, 26, [f"{paper.title}（续页）"], (17, BOLD, BLACK))
        page.put(Box(MARGIN, y + 4, MEASURE, 1.4, RED))
        rows, rest = take(rest, FOOT - 24 - y)
        if not rows:
            raise ValueError("a row of the announcement is taller than a page")
        put_rows(page, rows, y + 12)
        drawn.append(page)
    for number, page in enumerate(drawn, 1):
        words = f"第{number}页 共{len(drawn)}页"
        page.put(Text(MARGIN, FOOT, paper.foot, 12, REGULAR, GREY))
        x = WIDTH - MARGIN - measure(words, REGULAR, 9)
        page.put(Text(x, 22, words, 9, REGULAR, GREY))
    return drawn


def _rows(paper: Announcement, room: float, size: Size) -> list[Row]:
    """The sections at the largest size at which they fit, else at the smallest."""
    smallest = SMALLEST_ON_PAPER / SCALE[size]
    type_size = LARGEST
    while type_size - STEP >= smallest:
        rows = _set(paper.blocks, Setter(MARGIN, MEASURE, type_size, type_size * WIDE))
        if height_of(rows) <= room:
            return rows
        type_size -= STEP
    return _set(paper.blocks, Setter(MARGIN, MEASURE, smallest, smallest * TIGHT))


def _set(blocks: tuple[Block, ...], setter: Setter) -> list[Row]:
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, Heading):
            rows.append(setter.heading(block.text))
        elif isinstance(block, Fact):
            rows.append(setter.fact(block.label, block.text))
        elif isinstance(block, Table):
            rows += [setter.line(TABLE, line, head=not nth) for nth, line in enumerate(block.lines)]
        else:
            weight = BOLD if block.bold else REGULAR
            colour = GREY if block.fine else BLACK
            rows.append(setter.paragraph(block.text, weight, colour))
    return rows


def _head(paper: Announcement) -> tuple[Sheet, float]:
    """The top of page one with its box; gives where the sections begin."""
    page = Sheet()
    y = centred(page, 26, [paper.city.centre], (17, BOLD, RED)) + 3
    page.put(Box(MARGIN, y, MEASURE, 2.2, RED), Box(MARGIN, y + 3.6, MEASURE, 0.7, RED))
    y = centred(page, y + 9, [paper.title], (29, BOLD, BLACK))
    size, lines = fitted(paper.place, MEASURE, 18, BOLD, 13)
    y = centred(page, y + 1, lines, (size, BOLD, BLACK))
    size, lines = fitted(paper.number, MEASURE, 12, REGULAR, 12)
    y = centred(page, y + 2, lines, (size, REGULAR, GREY)) + 6
    inner = MEASURE - 28
    size, large = fitted(paper.boxed, inner, 20, BOLD, 14)
    small = [line for line, _ in break_all([(paper.below, REGULAR)], inner, 12)]
    height = 18 + len(large) * size * 1.4 + len(small) * 16.5
    page.put(Box(MARGIN, y, MEASURE, height, PALE, RED, 1.0))
    line_y = y + 9
    for line in large:
        line_y += size * 1.4
        page.put(Text(MARGIN + 14, line_y - size * 0.33, line, size, BOLD, RED))
    for line in small:
        line_y += 16.5
        page.put(Text(MARGIN + 14, line_y - 4.0, line, 12, REGULAR))
    return page, y + height + 4


def _bottom(page: Sheet, paper: Announcement) -> float:
    """The code and whom to ask at the foot of page one; gives where it begins."""
    city = paper.city
    counter = f"地址：{city.address}　办公时间：{city.hours}　咨询电话：{city.phone}"
    where = break_all([(counter, REGULAR)], MEASURE, 12)
    top = FOOT - 16 - CODE_SIDE - CAPTION - len(where) * 16
    page.put(Box(MARGIN, top, MEASURE, 0.8, RED), Code(MARGIN, top + 6, CODE_SIDE, paper.url))
    below = top + 6 + CODE_SIDE
    for text, size, weight, drop in (
        (paper.caption[0], 12.5, BOLD, 13.0),
        (paper.caption[1], 9.0, REGULAR, 25.5),
    ):
        x = MARGIN + (CODE_SIDE - measure(text, weight, size)) / 2
        page.put(Text(x, below + drop, text, size, weight))
    left = MARGIN + CODE_SIDE + 14
    words = [
        (f"网上查看：{paper.url}", REGULAR),
        ("张贴位置：＿＿＿＿＿＿＿　张贴日期：　　年　　月　　日", REGULAR),
        (paper.city.centre, BOLD),
        (day_words(paper.issued_on), REGULAR),
    ]
    for nth, (line, weight) in enumerate(where, 1):
        page.put(Text(MARGIN, below + CAPTION + nth * 16 - 4, line, 12, weight))
    size = 12.0
    broken = break_all(words, WIDTH - MARGIN - left, size)
    while len(broken) * size * 1.5 > CODE_SIDE + CAPTION - 12 and size > 6:
        size -= 0.5
        broken = break_all(words, WIDTH - MARGIN - left, size)
    for number, (text, weight) in enumerate(broken, 1):
        page.put(Text(left, top + 10 + number * size * 1.5, text, size, weight))
    return top - 4
