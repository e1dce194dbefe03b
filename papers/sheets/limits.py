"""Looking into a zip or an xlsx before it is unpacked, so that nothing in it can fill the memory.

A workbook's cells are laid out as one dense block when it is read: a single cell in the last column
of the last row would ask for terabytes, and a long shared text named by a million cells for
gigabytes. So the parts are first streamed through a parser that only counts.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Protocol
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from rules.imports import Cell, Row, Unread
from rules.imports.cells import BROKEN, FORMULA
from rules.refusals.files import TooManyRows, UnreadableSheet

_CHUNK = 1 << 16
_HEADER = 30
BROKEN_FILE = "文件已损坏，请重新导出后再导入"
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be; what is above is refused before it costs anything."""

    file_bytes: int = 32 << 20
    unpacked_bytes: int = 256 << 20
    parts: int = 200
    rows: int = 200_000
    columns: int = 60
    cell_chars: int = 2_000
    cells: int = 4_000_000
    text_chars: int = 100_000_000
    odd_cells: int = 20_000


def measured(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The zip, once every part was unpacked and thrown away again to learn its true size.

    Refused: parts larger than they say, together larger than the limit, encrypted, twice of one
    name, or more than the limit of them.
    """
    try:
        # Windows tools write the names in the code page of their country.
        archive = zipfile.ZipFile(io.BytesIO(content), metadata_encoding="gb18030")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise UnreadableSheet(BROKEN_FILE) from None
    infos = archive.infolist()
    if len(infos) > limits.parts:
        raise UnreadableSheet(f"压缩包内的文件超过 {limits.parts} 个")
    if len({info.filename.replace("\\", "/").lower() for info in infos}) < len(infos):
        raise UnreadableSheet(BROKEN_FILE)
    left = limits.unpacked_bytes
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableSheet("文件已加密，请取消密码后再导入")
        left -= _true_size(content, info, left)
    return archive


def _true_size(content: bytes, info: zipfile.ZipInfo, most: int) -> int:
    """The bytes that a part unpacks to, counted. Its own word for it must be the same."""
    at = info.header_offset
    header = content[at : at + _HEADER]
    if len(header) < _HEADER or header[:4] != b"PK\x03\x04":
        raise UnreadableSheet(BROKEN_FILE)
    start = at + _HEADER + int.from_bytes(header[26:28], "little")
    start += int.from_bytes(header[28:30], "little")
    packed = memoryview(content)[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        size = len(packed)
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        size = _inflated(packed, most)
    else:
        raise UnreadableSheet("压缩方式不受支持，请重新导出后再导入")
    if size > most:
        raise TooManyRows("文件解压后过大，请拆分后再导入")
    if size != info.file_size:
        raise UnreadableSheet(BROKEN_FILE)
    return size


def _inflated(packed: memoryview, most: int) -> int:
    """How much comes out, counted until it is more than `most`."""
    size, unpacker = 0, zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _CHUNK):
            rest = bytes(packed[start : start + _CHUNK])
            while rest and size <= most and not unpacker.eof:
                size += len(unpacker.decompress(rest, _CHUNK * 4))
                rest = unpacker.unconsumed_tail
        while not unpacker.eof and size <= most:
            # What the last bytes still hold back; a stream that was cut off gives nothing more.
            more = len(unpacker.decompress(b"", _CHUNK * 4))
            if more == 0:
                raise UnreadableSheet(BROKEN_FILE)
            size += more
    except zlib.error:
        raise UnreadableSheet(BROKEN_FILE) from None
    return size


class Workbook:
    """An xlsx whose parts were counted; its sheets can be read one after the other."""

    def __init__(self, content: bytes, archive: zipfile.ZipFile, limits: Limits) -> None:
        """Refuses with `UnreadableSheet` or `TooManyRows` before a sheet is laid out."""
        names = [name for name in archive.namelist() if name.lower().endswith(".xml")]
        texts = Part(limits)
        parts = {name: texts for name in names if name.lower() == "xl/sharedstrings.xml"}
        for name in parts:
            stream(archive, name, texts)
        for name in names:
            if name not in parts:
                parts[name] = Part(limits, texts.lengths)
                stream(archive, name, parts[name])
        if sum(part.chars for part in parts.values()) > limits.text_chars:
            raise TooManyRows("表格的文字过多，请拆分后再导入")
        if sum(part.cells for part in parts.values()) > limits.cells:
            raise TooManyRows("表格的单元格过多，请拆分后再导入")
        with _told_as_refusal(BROKEN_FILE):
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        self._odd: dict[str, Mapping[tuple[int, int], str]] = {}
        for title, path in _sheet_parts(archive):
            if path not in parts:
                raise UnreadableSheet(BROKEN_FILE)
            self._odd[title] = parts[path].odd
        self.titles = [
            sheet.name
            for sheet in self._book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]

    def rows(self, title: str) -> Iterator[Row]:
        """The rows of a sheet from the first on; a formula or an error comes as `Unread`."""
        with _told_as_refusal(f"工作表“{title[:40]}”无法读取"):
            sheet = self._book.get_sheet_by_name(title)
            cells = sheet.iter_rows()
        odd: dict[int, dict[int, str]] = {}
        for (number, place), reason in self._odd.get(title, {}).items():
            odd.setdefault(number, {})[place] = reason
        last = max(odd, default=0)
        before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)
        for number in count(1):
            with _told_as_refusal(f"工作表“{title[:40]}”第 {number} 行无法读取"):
                found = next(cells, None)
            if found is None and number > last:
                return
            row: list[Cell] = [*before, *(found or ())]
            for place, reason in odd.get(number, {}).items():
                # A formula that was never computed lies outside of what the library lays out.
                row += [""] * (place - len(row))
                row[place - 1] = Unread(str(row[place - 1]), reason)
            yield row


@contextmanager
def _told_as_refusal(reason: str) -> Iterator[None]:
    """Whatever stops the reading library is the file's fault and is refused with the reason."""
    try:
        yield
    except (CalamineError, ValueError, OverflowError):
        raise UnreadableSheet(reason) from None
    except BaseException as stop:
        # A date cell of 1e308 makes the library panic, and a panic is no Exception.
        if type(stop).__name__ != "PanicException":
            raise
        raise UnreadableSheet(reason) from None


class Part:
    """What one XML part of a workbook holds, counted while it streams by.

    `odd`: formulas and errors by (row, column). `lengths`: of each shared text. `chars`: of all
    texts once every cell has its own copy.
    """

    def __init__(self, limits: Limits, lengths: list[int] | None = None) -> None:
        self.limits = limits
        self.shared = lengths or []
        self.lengths: list[int] = []
        self.odd: dict[tuple[int, int], str] = {}
        self.chars = self.row = self.column = self._length = 0
        self._last_row = self._last_column = 0
        self._named = self._in_text = self._in_value = False

    @property
    def cells(self) -> int:
        """The cells of the block that the part is laid out as."""
        return self._last_row * self._last_column

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins: only rows, cells, formulas and texts matter."""
        self._in_value = name == "v"
        if name == "c":
            self._cell(attributes)
        elif name == "f":
            self._add_odd(FORMULA)
        elif name == "row":
            given = attributes.get("r")
            self._go(int(given) if given else self.row + 1, 0)
        elif name in ("si", "is"):
            self._in_text, self._length = True, 0

    def end(self, name: str) -> None:
        """An element ends: a text is whole."""
        if name in ("si", "is"):
            self._in_text = False
            self.lengths.append(self._length)
            self.chars += self._length

    def text(self, data: str) -> None:
        """Characters of a text, or the number of a shared one."""
        if self._in_text:
            self._length += len(data)
            if self._length > self.limits.cell_chars:
                raise TooManyRows(f"有单元格超过 {self.limits.cell_chars} 个字符")
        elif self._named and self._in_value and data.isdecimal() and len(data) < 10:
            number = int(data)
            self.chars += self.shared[number] if number < len(self.shared) else 0

    def _cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            self._go(self.row, self.column + 1)
        else:
            letters = place.rstrip("0123456789")
            self._go(int(place[len(letters) :]), _column(letters))
        kind = attributes.get("t")
        self._named = kind == "s"
        if kind == "e":
            self._add_odd(BROKEN)

    def _go(self, row: int, column: int) -> None:
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, column)
        self.row, self.column = row, column

    def _add_odd(self, reason: str) -> None:
        if len(self.odd) >= self.limits.odd_cells:
            raise UnreadableSheet("表中公式或错误值过多，请全部改为数值后再导入")
        self.odd[self.row, self.column] = reason


_COLUMNS: dict[str, int] = {}


def _column(letters: str) -> int:
    """A is 1, Z 26, AA 27. ValueError when these are no column's letters."""
    found = _COLUMNS.get(letters)
    if found is None:
        if not re.fullmatch("[A-Z]{1,3}", letters):
            raise ValueError(letters)
        found = 0
        for letter in letters:
            found = found * 26 + ord(letter) - 64
        _COLUMNS[letters] = found
    return found


class _Links:
    """The elements of one name with all their attributes, in order."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.found: list[Mapping[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == self.wanted:
            self.found.append(attributes)

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


def _sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Which part of the file holds each sheet: (title, path)."""
    links, sheets = _Links("Relationship"), _Links("sheet")
    stream(archive, "xl/_rels/workbook.xml.rels", links)
    stream(archive, "xl/workbook.xml", sheets)
    targets = {link.get("Id", ""): link.get("Target", "") for link in links.found}
    parts = []
    for sheet in sheets.found:
        link = next((v for k, v in sheet.items() if k.rpartition(":")[2] == "id"), "")
        target = targets.get(link, "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        parts.append((sheet.get("name", ""), path))
    return parts


class _Counter(Protocol):
    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, data: str) -> None: ...


def stream(archive: zipfile.ZipFile, name: str, counter: _Counter) -> None:
    """Send one XML part through a counter. A document type is refused: nobody needs one."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def doctype(*_: object) -> None:
        raise UnreadableSheet(BROKEN_FILE)

    def start(element: str, attributes: dict[str, str]) -> None:
        counter.start(element.rpartition(":")[2] if ":" in element else element, attributes)

    def end(element: str) -> None:
        counter.end(element.rpartition(":")[2] if ":" in element else element)

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = counter.text
    try:
        with archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (KeyError, expat.ExpatError, ValueError, EOFError, zlib.error, zipfile.BadZipFile):
        raise UnreadableSheet(BROKEN_FILE) from None
