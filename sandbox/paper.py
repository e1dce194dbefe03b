"""Writing rows as the spreadsheets that the real import reads: xlsx, and a zip of csv files.

The csv are as the old system writes them: GB18030, dates as 2024/1/5, and now and then a number
with the tail of a double.
"""

import csv
import io
import math
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from rules.imports import SHEETS, Rows, Sheet
from rules.imports import sheets as words

NOTE = "本文件为程序生成的示例数据，其中的人员、证件号码和单位均不存在。"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNITS = {"_cm2": "(㎡)", "_fen": "(元)", "_e4": "(%)", "_kg": "(kg)"}


def _first_words(table: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, code in table.items():
        found.setdefault(code, word)
    return found


_WORDS = {
    "kept_per": _first_words(words.KEPT_PER),
    "managed": _first_words(words.MANAGED),
    "id_kind": _first_words(words.ID_KINDS),
    "status": _first_words(words.STATUSES),
    "result": _first_words(words.RESULTS),
    "tenor": _first_words(words.TENORS),
    "method": _first_words(words.METHODS),
    "base": _first_words(words.BASES),
}


def titles(sheet: Sheet) -> list[str]:
    """The header as people write it: with units in brackets and stars at what must be filled."""
    return [
        column.title
        + next((unit for end, unit in _UNITS.items() if column.field.endswith(end)), "")
        + ("*" if column.required else "")
        for column in sheet.columns
    ]


def lines(rows: Rows, sheet: Sheet) -> Iterator[list[object]]:
    """Each row's cells: text, numbers, dates, or None where nothing is said."""
    for row in getattr(rows, sheet.name):
        yield [_cell(column.field, getattr(row, column.field)) for column in sheet.columns]


def _cell(name: str, value: object) -> object:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, int):
        scale = {"_cm2": 10_000, "_e4": 10_000, "_fen": 100}
        divisor = next((by for end, by in scale.items() if name.endswith(end)), 1)
        return value if divisor == 1 else value / divisor
    return _WORDS[name][str(value)] if name in _WORDS else value


def write_xlsx(rows: Rows, path: Path) -> None:
    """One workbook with every sheet, and one that says what it is."""
    book = Workbook(write_only=True)
    book.create_sheet("说明").append([NOTE])
    for sheet in SHEETS:
        tab = book.create_sheet(sheet.title)
        tab.append(titles(sheet))
        for line in lines(rows, sheet):
            tab.append([_dated(tab, cell) if isinstance(cell, date) else cell for cell in line])
    book.save(path)


def _dated(tab: WriteOnlyWorksheet, value: date) -> Cell:
    cell = WriteOnlyCell(tab, datetime(value.year, value.month, value.day))
    cell.number_format = "yyyy/m/d"
    return cell


def write_csv(rows: Rows, path: Path) -> None:
    """A zip of csv files, each named as its sheet; one without a line is left out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in (one for one in SHEETS if getattr(rows, one.name)):
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(titles(sheet))
            for number, line in enumerate(lines(rows, sheet)):
                writer.writerow([_plain(cell, number % 50 == 7) for cell in line])
            info = zipfile.ZipInfo(f"{sheet.title}.csv", _EPOCH)
            archive.writestr(info, text.getvalue().encode("gb18030"), zipfile.ZIP_DEFLATED)


def _plain(cell: object, rough: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell.year}/{cell.month}/{cell.day}"
    if isinstance(cell, float):
        return repr(math.nextafter(cell, math.inf) if rough else cell)
    return str(cell)
