"""Tables as files to take away: text stays text, whatever a spreadsheet program makes of it.

A cell that begins with = + - @ or a control character may be run as a formula when the file is
opened. In xlsx such a cell is stored as text; csv has no types, so there it gets an apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from papers.blob import Blob
from rules.days import BEIJING
from rules.refusals.files import TooManyRows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
ROWS_MAX = 50_000

Cell = str | int | bool | date | datetime | UUID | None
Row = Sequence[Cell]

_LIVE = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xlsx(name: str, title: str, headings: Sequence[str], rows: Iterable[Row]) -> Blob:
    """The rows as a workbook of one sheet; no cell of it is a formula. Raises TooManyRows.

    It takes long for many rows: call it in a thread.
    """
    return workbook(name, [(title, headings, rows)])


def workbook(name: str, sheets: Sequence[tuple[str, Sequence[str], Iterable[Row]]]) -> Blob:
    """Sheets by title, headings and rows as one workbook, under the same rules."""
    book = Workbook(write_only=True)
    for title, headings, rows in sheets:
        sheet = book.create_sheet(title[:31])
        for number, row in enumerate((headings, *_limited(rows))):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet)
                content = plain(value)
                cell.value = content
                if isinstance(content, str):
                    # Setting the value guesses a formula from its first character.
                    cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
            if number == 0:
                sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return Blob(out.getvalue(), XLSX, name)


def csv_file(name: str, headings: Sequence[str], rows: Iterable[Row]) -> Blob:
    """The rows as UTF-8 csv with a byte order mark, as Chinese spreadsheet programs expect it.

    Text that could be taken for a formula is led by an apostrophe. Raises TooManyRows.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (headings, *_limited(rows)):
        writer.writerow([guarded(plain(value)) for value in row])
    return Blob(b"\xef\xbb\xbf" + out.getvalue().encode(), CSV, name)


def _limited(rows: Iterable[Row]) -> Iterable[Row]:
    for number, row in enumerate(rows):
        if number >= ROWS_MAX:
            raise TooManyRows(f"超过 {ROWS_MAX} 行，请缩小范围后再导出")
        yield row


def plain(value: Cell) -> str | int | None:
    """Text and numbers only: moments in Beijing time, days and ids as text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.astimezone(BEIJING).isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        return _CONTROL.sub("", value)[:32_000]
    return value


def guarded(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and _LIVE.match(value) else value
