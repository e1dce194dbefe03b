"""Reading a spreadsheet that somebody sent: xlsx, csv, or a zip of csv files. R2.7.

What comes out are the rows that `rules.imports.check` takes, one at a time. A file is untrusted:
before anything is unpacked into rows its true size is measured, because a few kilobytes can claim
to be gigabytes. Reading costs seconds of processor time; the caller puts it into a thread.
"""

import codecs
import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from papers.sheets.limits import BROKEN_FILE, Limits, Workbook, measured
from rules.imports import Row, sheet_for
from rules.refusals.files import TooManyRows, UnreadableSheet

LIMITS = Limits()
_CHUNK = 1 << 20
_MAGIC: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0": "这是旧版 .xls 或加密的文件，请另存为不加密的 .xlsx 后再导入",
    b"%PDF": "这是 PDF 文件，请导入 xlsx 或 csv 表格",
    b"\x89PNG": "这是图片，请导入 xlsx 或 csv 表格",
    b"\xff\xd8\xff": "这是图片，请导入 xlsx 或 csv 表格",
    b"\xff\xfe": "这是 UTF-16 编码的文本，请另存为 UTF-8 编码的 csv",
    b"\xfe\xff": "这是 UTF-16 编码的文本，请另存为 UTF-8 编码的 csv",
    b"{\\rtf": "这是 RTF 文档，请导入 xlsx 或 csv 表格",
}
_MARK = codecs.BOM_UTF8


def read_sheets(name: str, content: bytes, limits: Limits = LIMITS) -> dict[str, Iterator[Row]]:
    """Open an xlsx, csv or zip of csv files; `name` is what its sender called it.

    Answers the title of each sheet and its rows from the first on. A csv is the sheet that its file
    name says (房屋.csv, homes.csv), in UTF-8 or GB18030. Refuses with `UnreadableSheet` what cannot
    be read and with `TooManyRows` what is too large: at once or, since rows are made while they
    are asked for, until the last one has come.
    """
    if len(content) > limits.file_bytes:
        raise TooManyRows(f"文件超过 {limits.file_bytes >> 20} MB，请拆分后再导入")
    if not content:
        raise UnreadableSheet("文件是空的")
    for magic, reason in _MAGIC.items():
        if content.startswith(magic):
            raise UnreadableSheet(reason)
    budget = _Budget(limits)
    if not content.startswith(b"PK"):
        return {_title(name): budget.counted(_csv_rows(content, limits))}
    archive = measured(content, limits)
    if "[Content_Types].xml" in archive.namelist():
        book = Workbook(content, archive, limits)
        return {title: budget.counted(book.rows(title)) for title in book.titles}
    return _zipped(archive, budget)


class _Budget:
    """The rows that one file may still have, over all of its sheets."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.rows

    def counted(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The same rows; `TooManyRows` when there are more, or wider ones, than allowed."""
        for row in rows:
            self.left -= 1
            if self.left < 0:
                raise TooManyRows(f"全部工作表合计超过 {self.limits.rows} 行，请拆分后再导入")
            if len(row) > self.limits.columns:
                raise TooManyRows(f"表格超过 {self.limits.columns} 列，请删除多余的列")
            yield row


def _title(name: str) -> str:
    """The sheet that a csv holds, by its file name without folder and ending.

    An export is often called 房屋_20240105.csv: the part before the first mark counts too.
    """
    stem = PurePosixPath(name.replace("\\", "/")).name.rsplit(".", 1)[0]
    first = stem.replace("-", "_").split("_", 1)[0]
    return first if sheet_for(stem) is None and sheet_for(first) is not None else stem


def _zipped(archive: zipfile.ZipFile, budget: _Budget) -> dict[str, Iterator[Row]]:
    """The csv files of a zip; anything else in it is refused rather than passed over."""
    sheets: dict[str, Iterator[Row]] = {}
    for info in archive.infolist():
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if info.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        if path.suffix.lower() != ".csv":
            raise UnreadableSheet("压缩包中只能有 csv 文件")
        title = _title(path.name)
        if title in sheets:
            raise UnreadableSheet(f"压缩包中有两个名为“{title[:40]}”的 csv 文件")
        sheets[title] = budget.counted(_zipped_rows(archive, info, budget.limits))
    if not sheets:
        raise UnreadableSheet("压缩包中没有 csv 文件")
    return sheets


def _zipped_rows(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Iterator[Row]:
    try:
        content = archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise UnreadableSheet(BROKEN_FILE) from None
    yield from _csv_rows(content, limits)


def _csv_rows(content: bytes, limits: Limits) -> Iterator[Row]:
    encoding = _encoding(content)
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    return _parsed(text, _delimiter(content, encoding), limits)


def _encoding(content: bytes) -> str:
    """UTF-8, with or without its mark, or what the old system writes: GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        if encoding == "gb18030" and content.startswith(_MARK):
            break
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for start in range(0, len(content), _CHUNK):
                decoder.decode(content[start : start + _CHUNK])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnreadableSheet("无法识别文字编码，请用 UTF-8 或 GB18030 编码保存 csv")


def _delimiter(content: bytes, encoding: str) -> str:
    """What parts the titles of the first line: a comma unless tabs or semicolons are more."""
    head = content[:4096].decode(encoding, errors="replace").split("\n", 1)[0]
    return max(",\t;", key=head.count)


def _parsed(text: io.TextIOWrapper, delimiter: str, limits: Limits) -> Iterator[Row]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(len(cell) > limits.cell_chars for cell in row):
                raise TooManyRows(f"第 {reader.line_num} 行有单元格超过 {limits.cell_chars} 个字符")
            yield row
    except csv.Error:
        raise UnreadableSheet(f"第 {reader.line_num} 行的引号或分隔符有误，无法继续读取") from None
