"""Tables of any length as files, made while they are read: csv, and xlsx with inline text.

No more than one batch of rows is ever held. A workbook is a zip of XML that is compressed as it
goes; its cells are text, numbers or nothing, so none of them can be a formula. Excel's limit of
rows starts another sheet.
"""

import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, get_args
from uuid import UUID
from xml.sax.saxutils import escape

import msgspec

from papers.sheets.writing import CSV, XLSX, guarded, plain
from rules.money import yuan
from rules.words.word import titles_of, word_of

__all__ = ["CSV", "XLSX", "Column", "columns_of", "csv_stream", "xlsx_stream"]

SHEET_ROWS = 1_000_000
"""Rows of one sheet; Excel takes 1,048,576."""

BOM = b"\xef\xbb\xbf"


def metres(area_cm2: int) -> str:
    """An area as people write it, to the hundredth of a square metre."""
    return f"{area_cm2 // 10_000}.{area_cm2 % 10_000 // 100:02d}"


def percent(rate_e4: int) -> str:
    """A rate in percent, to the ten-thousandth."""
    return f"{rate_e4 // 10_000}.{rate_e4 % 10_000:04d}"


UNITS: Mapping[str, tuple[str, Callable[[int], Any]]] = {
    "_fen": ("元", yuan),
    "_cm2": ("平方米", metres),
    "_e4": ("%", percent),
    "_percent": ("%", int),
    "_days": ("天", int),
}
"""In a table sums are in yuan and areas in square metres: by a name's ending the unit that its
heading says, and the value in it."""

OF_THE_ASKER = re.compile(r"_by_me$|^mine$|^can_")
"""Names of what is true of the one who asks; a file is handed on."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, what it says of an item, and the fen of which it ends in a sum."""

    heading: str
    value: Callable[[Any], Any]
    summed: Callable[[Any], int | None] | None = None


def columns_of(
    item: Any,
    chosen: Mapping[str, str | Callable[[Any], Any]] | None = None,
    summed: Sequence[str] = (),
) -> list[Column]:
    """The columns of a list's file: as chosen (heading -> field or function), or every field that
    says something to people, headed by its title (`rules.words`).

    Left out are ids, codes that have a title beside them (`state` beside `state_title`), and what
    is said of the asker alone (`entered_by_me`). The `summed` fields are added up in a last line.
    """
    fields = {one.name: one for one in msgspec.structs.fields(item)}
    if chosen is not None:
        return [
            _column(heading, fields[source], summed)
            if isinstance(source, str)
            else Column(heading, source)
            for heading, source in chosen.items()
        ]
    return [
        _column(_heading(name, one.type), one, summed)
        for name, one in fields.items()
        if f"{name}_title" not in fields and not OF_THE_ASKER.search(name) and not _is_id(one.type)
    ]


def _column(heading: str, field: Any, summed: Sequence[str]) -> Column:
    return Column(heading, _of(field), attrgetter(field.name) if field.name in summed else None)


def _of(field: Any) -> Callable[[Any], Any]:
    """What an item's field says: in the unit that people use, values of an enumeration by their
    titles."""
    read = attrgetter(field.name)
    for ending, (_, shown) in UNITS.items():
        if field.name.endswith(ending):
            return lambda item: None if (whole := read(item)) is None else shown(whole)
    titles = cache(lambda: titles_of(field.type))

    def said(item: Any) -> Any:
        value = read(item)
        return titles().get(value, value) if isinstance(value, str) else cell(value)

    return said


def _heading(name: str, annotation: Any) -> str:
    word = word_of(name, annotation)
    title = word.title if word else name
    unit = next((unit for ending, (unit, _) in UNITS.items() if name.endswith(ending)), "")
    return title if unit in title else f"{title}（{unit}）"


def _is_id(annotation: Any) -> bool:
    return annotation is UUID or any(_is_id(part) for part in get_args(annotation))


def cell(value: Any) -> Any:
    """What a cell holds: several things one after the other, what has parts as its parts."""
    if value is None or isinstance(value, str | int | date | datetime | UUID):
        return value
    if isinstance(value, Mapping):
        return "；".join(f"{key}：{plain(cell(one))}" for key, one in value.items())
    if isinstance(value, Sequence | set | frozenset):
        return "；".join(str(plain(cell(one))) for one in value)
    if isinstance(value, msgspec.Struct):
        if name := getattr(value, "IN_A_CELL", ""):
            return cell(getattr(value, name))
        parts = (getattr(value, name) for name in value.__struct_fields__)
        return " ".join(str(plain(cell(one))) for one in parts if not isinstance(one, UUID))
    return str(value)


class _Totals:
    """The last line of a table: what was added up in each of its summed columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.fen = [0] * len(columns)

    def add(self, rows: Sequence[Any]) -> None:
        for number, column in enumerate(self.columns):
            if column.summed is not None:
                self.fen[number] += sum(column.summed(row) or 0 for row in rows)

    def lines(self) -> list[list[str]]:
        """One line, or none where nothing is summed."""
        if not any(column.summed for column in self.columns):
            return []
        pairs = list(zip(self.columns, self.fen, strict=True))
        return [["合计", *(yuan(fen) if one.summed else "" for one, fen in pairs[1:])]]


Aside = Callable[..., Awaitable[bytes]]
"""Does a piece of work, given with what it takes, off the event loop: a pool's `run` for one
asker. The threads that everybody uses are left alone."""


async def csv_stream(
    columns: Sequence[Column], batches: AsyncIterator[Sequence[Any]], aside: Aside
) -> AsyncIterator[bytes]:
    """UTF-8 with a byte order mark, as Chinese spreadsheet programs expect it; text that could be
    taken for a formula is led by an apostrophe."""

    totals = _Totals(columns)

    def lines(of: Sequence[Sequence[Any]]) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerows([guarded(plain(value)) for value in line] for line in of)
        return out.getvalue().encode()

    def written(rows: Sequence[Any]) -> bytes:
        totals.add(rows)
        return lines([[column.value(row) for column in columns] for row in rows])

    waiting = BOM + lines([[one.heading for one in columns]])
    async for rows in batches:
        yield waiting + await aside(written, rows)
        waiting = b""
    yield waiting + lines(totals.lines())


async def xlsx_stream(
    title: str, columns: Sequence[Column], batches: AsyncIterator[Sequence[Any]], aside: Aside
) -> AsyncIterator[bytes]:
    """A workbook with one sheet, headings frozen; a further sheet for each million of rows."""
    book = _Book(title, columns)
    async for rows in batches:
        yield await aside(book.add, rows)
    yield await aside(book.end)


class _Sink(io.RawIOBase):
    """Bytes that wait to be sent on; a zip written to it does not seek."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.waiting += data
        return len(data)

    def taken(self) -> bytes:
        made = bytes(self.waiting)
        self.waiting.clear()
        return made


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Book:
    """A workbook as it grows."""

    def __init__(self, title: str, columns: Sequence[Column]) -> None:
        self.title, self.columns = title[:27], columns
        self.sink = _Sink()
        self.zip = zipfile.ZipFile(self.sink, "w", zipfile.ZIP_DEFLATED)
        self.sheets = self.rows = 0
        self.sheet: Any = None
        self.totals = _Totals(columns)

    def add(self, rows: Sequence[Any]) -> bytes:
        """Rows of the table; gives what of the file is ready."""
        self.totals.add(rows)
        for row in rows:
            if self.sheet is None or self.rows >= SHEET_ROWS:
                self._begin()
            self._line([column.value(row) for column in self.columns])
        return self.sink.taken()

    def end(self) -> bytes:
        """The rest of the file."""
        if self.sheet is None:
            self._begin()
        for line in self.totals.lines():
            self._line(line)
        self._finish()
        self._parts()
        self.zip.close()
        return self.sink.taken()

    def _begin(self) -> None:
        if self.sheet is not None:
            self._finish()
        self.sheets += 1
        self.rows = 0
        self.sheet = self.zip.open(f"xl/worksheets/sheet{self.sheets}.xml", "w")
        frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        self._write(
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            f"{frozen}</sheetView></sheetViews><sheetData>"
        )
        self._line([column.heading for column in self.columns])
        self.rows = 0

    def _finish(self) -> None:
        self._write("</sheetData></worksheet>")
        self.sheet.close()

    def _write(self, text: str) -> None:
        self.sheet.write(text.encode())

    def _line(self, values: Sequence[Any]) -> None:
        self._write(f"<row>{''.join(_xml_cell(plain(value)) for value in values)}</row>")
        self.rows += 1

    def _parts(self) -> None:
        """What holds the sheets together."""
        numbers = range(1, self.sheets + 1)
        sheets = "".join(
            f'<sheet name="{_attribute(self._name(n))}" sheetId="{n}" r:id="rId{n}"/>'
            for n in numbers
        )
        ties = "".join(
            f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml"'
            f' ContentType="{_TYPE}.worksheet+xml"/>'
            for n in numbers
        )
        parts = {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}">'
            f"<sheets>{sheets}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{ties}</Relationships>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml"'
            f' ContentType="{_TYPE}.sheet.main+xml"/>{kinds}</Types>',
        }
        for name, text in parts.items():
            self.zip.writestr(name, _XML + text)

    def _name(self, number: int) -> str:
        return self.title if number == 1 else f"{self.title}({number})"


def _attribute(text: str) -> str:
    return escape("".join("·" if one in r"[]:*?/\\" else one for one in text), {'"': "&quot;"})


def _xml_cell(value: str | int | None) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
