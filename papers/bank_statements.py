"""A bank's statement as a spreadsheet: looked at when it comes, read once its columns are known.

R3.9. Reading takes up to a second; the caller puts it into a thread. A file is measured before it
is unpacked (`papers.sheets.limits`), and every row is checked by the rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from papers.sheets.limits import Limits
from papers.sheets.reading import read_sheets
from rules.banking import layouts
from rules.banking.layouts import Heading, Layout, Row
from rules.banking.statements import LINES_MAX, Statement, Told, read
from rules.refusals.books import LayoutIncomplete
from rules.refusals.files import UnreadableSheet

# A statement is one sheet of LINES_MAX lines with a title block and sums around them.
LIMITS = Limits(file_bytes=8 << 20, rows=LINES_MAX + 1_000, cells=1_500_000)
PREVIEW_ROWS, PREVIEW_COLUMNS = 12, 12


@dataclass(frozen=True)
class OpenedStatement:
    """What the first rows of a file look like; `columns` are titles with samples."""

    heading: Heading | None
    columns: list[dict[str, Any]]
    preview: list[list[str]]
    period: tuple[date, date] | None


@dataclass(frozen=True)
class ReadStatement:
    """A statement read by its layout; `number` is the account's, if the file names it."""

    heading: Heading
    number: str
    columns: list[dict[str, Any]]
    layout: Layout
    told: Told
    statement: Statement


def open_statement(name: str, content: bytes) -> OpenedStatement:
    """The file opened once, so that what is no table is refused at once.

    Refuses UnreadableSheet and TooManyRows.
    """
    rows = _rows(name, content)
    heading = layouts.find_heading(rows)
    return OpenedStatement(
        heading,
        _columns(rows, heading) if heading else [],
        [[layouts.glimpse(cell) for cell in row[:PREVIEW_COLUMNS]] for row in rows[:PREVIEW_ROWS]],
        layouts.period(rows, heading) if heading else None,
    )


def read_statement(
    name: str, content: bytes, layout: Layout, told: Told, today: date
) -> ReadStatement:
    """The file read by this layout and what else was said of it.

    Refuses LayoutIncomplete, UnreadableSheet and TooManyRows.
    """
    rows = _rows(name, content)
    if told.heading_row:
        heading = layouts.heading_at(rows, told.heading_row)
    else:
        heading = layouts.find_heading(rows)
    if heading is None:
        raise LayoutIncomplete("请指明表头所在的行")
    layouts.complete(layout, len(heading.titles))
    told = replace(told, heading_row=heading.row)
    return ReadStatement(
        heading,
        layouts.account_number(rows, heading),
        _columns(rows, heading),
        layout,
        told,
        read(rows, layout, told, today),
    )


def _columns(rows: Sequence[Row], heading: Heading) -> list[dict[str, Any]]:
    under = layouts.samples(rows, heading)
    return [
        {"title": title, "samples": found}
        for title, found in zip(heading.titles, under, strict=True)
    ]


def _rows(name: str, content: bytes) -> list[Row]:
    """The rows of the first sheet that looks like a statement, else of the first with anything."""
    sheets = [list(rows) for rows in read_sheets(name, content, LIMITS).values()]
    for rows in sheets:
        if layouts.find_heading(rows):
            return rows
    for rows in sheets:
        if rows:
            return rows
    raise UnreadableSheet("表格中没有内容")
