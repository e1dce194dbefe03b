"""The Centre's forms and letters: A4, body 12 pt, numbered, with a code to check them by. R9.5.

A form is data: what it says is frozen when it is issued and drawn anew for every copy. Nothing is
cut off, a table that goes on repeats its heads, and no cell is left empty.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import msgspec

from papers.drawing import drawing
from papers.drawing.blocks import Cell, Row, Setter
from papers.drawing.fonts import BOLD, REGULAR, measure, printable
from papers.drawing.lines import balanced, wrap
from papers.drawing.page import (
    BLACK,
    FAINT,
    GREY,
    HEIGHT,
    RED,
    WIDTH,
    Box,
    Code,
    Colour,
    Sheet,
    Text,
)
from papers.drawing.paging import paged
from papers.drawing.paint import to_pdf
from papers.notices.notice import day_words
from rules.city import CITY, City

MARGIN: Final = 48.0
MEASURE: Final = WIDTH - 2 * MARGIN
TOP: Final = 64.0
FOOT: Final = HEIGHT - 64.0
BODY: Final = 12.0
CODE_SIDE: Final = 74.0
NOTHING: Final = "—"
"""What stands in a cell of which nothing is known."""


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A section begins."""

    text: str


class Words(msgspec.Struct, frozen=True, tag="words"):
    """A paragraph."""

    text: str


class Told(msgspec.Struct, frozen=True, tag="told"):
    """Facts, line by line: what each is called and what it says."""

    pairs: tuple[tuple[str, str], ...]


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table; `widths` are shares that sum to one, `sums` the columns of figures."""

    widths: tuple[float, ...]
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    sums: tuple[int, ...] = ()


class Signed(msgspec.Struct, frozen=True, tag="signed"):
    """Who signs by hand, each with the day, as many side by side as there are."""

    who: tuple[str, ...]


Block = Heading | Words | Told | Table | Signed


class Form(msgspec.Struct, frozen=True):
    """What a paper says. `to` is whom it is addressed to; `sealed` ones end with the Centre's name
    and the day, where its seal goes. `sum_fen` is what it is about in money, for who checks it."""

    title: str
    blocks: tuple[Block, ...]
    to: str = ""
    sealed: bool = True
    sum_fen: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A form as one of its copies is printed: its number, its version, how often it was printed,
    and where anybody can check it; `kept` is the head of the log when it was issued. A blank one
    has neither number nor day."""

    form: Form
    url: str
    caption: str
    number: str = ""
    version: int = 1
    check_code: str = ""
    issued_on: date | None = None
    copies: int = 1
    kept: str = ""
    city: City = CITY


def form_pdf(printed: Printed) -> bytes:
    """The paper as PDF with text that can be selected; about half a second."""
    with drawing:
        title = f"{printed.form.title} {printed.number}".strip()
        return to_pdf(form_sheets(printed), "A4", title, printed.city.centre)


def form_sheets(printed: Printed) -> list[Sheet]:
    """The pages of the paper; whoever draws them holds `drawing`."""
    head, start = _head(printed)
    rows, heads = _rows(printed)
    sheets = paged(rows, heads, (start, TOP), FOOT)
    sheets[0].put(*head.marks)
    for nth, sheet in enumerate(sheets, 1):
        _frame(sheet, printed, nth, len(sheets))
    return sheets


def _rows(printed: Printed) -> tuple[list[Row], dict[int, Row]]:
    setter = Setter(MARGIN, MEASURE, BODY, 3.4)
    rows: list[Row] = []
    heads: dict[int, Row] = {}
    if printed.form.to:
        rows.append(setter.paragraph(f"{printed.form.to}：", BOLD))
    for block in printed.form.blocks:
        if isinstance(block, Heading):
            rows.append(setter.heading(block.text))
        elif isinstance(block, Words):
            rows += [setter.paragraph(f"　　{part}") for part in block.text.split("\n")]
        elif isinstance(block, Told):
            rows += [setter.fact(name, said or NOTHING) for name, said in block.pairs]
        elif isinstance(block, Table):
            head = setter.line(block.widths, block.heads, head=True)
            sums = frozenset(block.sums)
            lines = [setter.line(block.widths, _whole(line), sums=sums) for line in block.lines]
            heads |= {id(line): head for line in lines}
            rows += [head, *lines]
        else:
            # A signature and the seal under it stand on one page.
            rows.append(replace(_signed(block), keep=printed.form.sealed))
    if printed.form.sealed:
        rows.append(_sealed(printed))
    return rows, heads


def _whole(line: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell or NOTHING for cell in line)


def _signed(block: Signed) -> Row:
    """Room for a signature and its day for each; moves to the next page as a whole."""
    each = MEASURE / len(block.who)
    cells = tuple(
        Cell(
            MARGIN + nth * each,
            each,
            (*_broken(f"{who}（签名）：", each - 10), "", "　　　　年　　月　　日"),
        )
        for nth, who in enumerate(block.who)
    )
    return Row(cells, BODY, 7, ruled=True)


def _sealed(printed: Printed) -> Row:
    """Who issues it and when, at the right, with room above for the seal."""
    words = ["", printed.city.centre, "（盖章）"]
    words.append(day_words(printed.issued_on) if printed.issued_on else "　　　　年　　月　　日")
    return Row((Cell(MARGIN, MEASURE, tuple(words), right=True),), BODY, 6)


def _broken(text: str, width: float, weight: int = REGULAR, size: float = BODY) -> list[str]:
    return wrap(printable(text), width, lambda s: measure(s, weight, size))


def _head(printed: Printed) -> tuple[Sheet, float]:
    """The top of page one: who speaks, what it is, its number and code; where the rows begin."""
    page = Sheet()
    _centred(page, 44, printed.city.centre, (15, BOLD, RED))
    page.put(Box(MARGIN, 54, MEASURE, 1.8, RED), Box(MARGIN, 57, MEASURE, 0.6, RED))
    y = 64.0
    for line in balanced(printable(printed.form.title), MEASURE, lambda s: measure(s, BOLD, 21)):
        y += 27
        _centred(page, y, line, (21, BOLD, BLACK))
    top = y + 10
    right = WIDTH - MARGIN - CODE_SIDE
    page.put(Code(right, top, CODE_SIDE, printed.url))
    x = right + (CODE_SIDE - measure(printed.caption, REGULAR, 9)) / 2
    page.put(Text(x, top + CODE_SIDE + 8, printed.caption, 9, REGULAR, GREY))
    y = top + 4
    for text, weight in _numbered(printed):
        for line in _broken(text, right - MARGIN - 8, weight):
            y += BODY * 1.5
            page.put(Text(MARGIN, y, line, BODY, weight))
    end = max(y, top + CODE_SIDE + 10) + 8
    page.put(Box(MARGIN, end, MEASURE, 0.6, FAINT))
    return page, end + 8


def _numbered(printed: Printed) -> list[tuple[str, int]]:
    if not printed.number:
        return [("填写后交市住保中心，或在小程序中办理；填写不下的可另附页。", REGULAR)]
    said = [
        (f"文书编号　{printed.number}（第{printed.version}版）", REGULAR),
        (f"查验码　{printed.check_code}", REGULAR),
    ]
    if printed.issued_on:
        said.append((f"出具日期　{day_words(printed.issued_on)}", REGULAR))
    if printed.copies > 1:
        said.append((f"补打：第{printed.copies}次打印，编号和内容与首次相同", BOLD))
    return said


def _centred(page: Sheet, y: float, text: str, style: tuple[float, int, Colour]) -> None:
    size, weight, colour = style
    page.put(Text((WIDTH - measure(text, weight, size)) / 2, y, text, size, weight, colour))


def _frame(sheet: Sheet, printed: Printed, number: int, pages: int) -> None:
    """Of every page: whose paper it is and which page; at the foot where its counter is."""
    name = printable(f"{printed.form.title}　{printed.number}".strip())
    if number > 1:
        sheet.put(Text(MARGIN, 44, f"{name}（续）", 10.5, REGULAR, GREY))
        sheet.put(Box(MARGIN, 52, MEASURE, 0.6, FAINT))
    city = printed.city
    sheet.put(Box(MARGIN, FOOT + 6, MEASURE, 0.6, FAINT))
    where = f"地址：{city.address}　电话：{city.phone}　办公时间：{city.hours}"
    y = FOOT + 6
    for line in _broken(where, MEASURE, size=9):
        y += 12.5
        sheet.put(Text(MARGIN, y, line, 9, REGULAR, GREY))
    words = f"第 {number} 页 共 {pages} 页"
    x = WIDTH - MARGIN - measure(words, REGULAR, 9)
    sheet.put(Text(x, HEIGHT - 16, words, 9, REGULAR, GREY))
    sheet.put(Text(MARGIN, HEIGHT - 25.5, printed.kept, 7, REGULAR, GREY))
    if printed.check_code:
        code = f"{printed.number}　查验码 {printed.check_code}"
        sheet.put(Text(MARGIN, HEIGHT - 16, code, 9, REGULAR, GREY))
