"""Papers of the books: A4, as many pages as it takes, drawn like the posters. R4.7."""

from dataclasses import dataclass, field
from datetime import date

from papers.drawing import drawing
from papers.drawing.blocks import Row, Setter
from papers.drawing.fonts import BOLD, measure, printable
from papers.drawing.page import GREY, HEIGHT, WIDTH, Box, Sheet, Text
from papers.drawing.paging import paged
from papers.drawing.paint import to_pdf
from papers.notices.notice import day_words
from rules.city import CITY, City

MARGIN = 40.0
MEASURE = WIDTH - 2 * MARGIN
TOP, FIRST_TOP = 62.0, 104.0
FOOT = HEIGHT - 46.0
TITLE_SIZE, SUBTITLE_SIZE, SMALL = 17.0, 11.0, 8.0


@dataclass
class Sheets:
    """A paper being written: headings, facts, tables, words, one below the other."""

    title: str
    subtitle: str
    issued_on: date
    rows: list[Row] = field(default_factory=list)
    heads: dict[int, Row] = field(default_factory=dict)
    city: City = CITY

    _text = Setter(MARGIN, MEASURE, 9.5, 4)
    _table = Setter(MARGIN, MEASURE, 8, 3)

    def heading(self, text: str) -> None:
        """A section begins."""
        self.rows.append(self._text.heading(text))

    def words(self, text: str) -> None:
        """A paragraph."""
        self.rows.append(self._text.paragraph(text))

    def facts(self, **facts: str) -> None:
        """What it is and what it says, line by line; the names are Chinese."""
        self.rows += [self._text.fact(name, value) for name, value in facts.items()]

    def table(
        self,
        widths: tuple[float, ...],
        heads: tuple[str, ...],
        lines: list[tuple[str, ...]],
        sums: frozenset[int],
    ) -> None:
        """A table; the columns of `sums` are money or numbers."""
        head = self._table.line(widths, heads, head=True)
        found = [self._table.line(widths, line, sums=sums) for line in lines]
        self.heads |= {id(row): head for row in found}
        self.rows += [head, *found]

    def pdf(self) -> bytes:
        """The paper as PDF with text that can be selected. Takes about half a second."""
        with drawing:
            sheets = paged(self.rows, self.heads, (FIRST_TOP, TOP), FOOT)
            for number, sheet in enumerate(sheets, 1):
                self._frame(sheet, number, len(sheets))
            return to_pdf(sheets, "A4", f"{self.title} {self.subtitle}", self.city.centre)

    def _frame(self, sheet: Sheet, number: int, pages: int) -> None:
        if number == 1:
            x = (WIDTH - measure(self.title, BOLD, TITLE_SIZE)) / 2
            sheet.put(Text(x, 62, self.title, TITLE_SIZE, BOLD))
            below = printable(self.subtitle)
            x = (WIDTH - measure(below, 400, SUBTITLE_SIZE)) / 2
            sheet.put(Text(max(x, MARGIN), 84, below, SUBTITLE_SIZE, 400))
        else:
            sheet.put(
                Text(MARGIN, 46, printable(f"{self.title}　{self.subtitle}"), SMALL, 400, GREY)
            )
            sheet.put(Box(MARGIN, 52, MEASURE, 0.5, GREY))
        foot = f"{self.city.centre}　{day_words(self.issued_on)}打印　咨询电话 {self.city.phone}"
        sheet.put(Text(MARGIN, HEIGHT - 26, foot, SMALL, 400, GREY))
        page = f"第 {number} 页，共 {pages} 页"
        x = WIDTH - MARGIN - measure(page, 400, SMALL)
        sheet.put(Text(x, HEIGHT - 26, page, SMALL, 400, GREY))
