"""Checking a whole import: every sheet, every row, and what they say of each other. R2.7.

Nothing is stored and nothing is read but the rows given: the same rows give the same answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from rules.imports import single
from rules.imports.cells import BadCell, Cell, Unread, is_empty
from rules.imports.faults import Faults, RowError, shown
from rules.imports.relations import Existing, judge
from rules.imports.rows import AnyRow, Rows
from rules.imports.sheets import (
    IGNORED_SHEETS,
    IGNORED_TITLES,
    SHEETS,
    Column,
    Sheet,
    columns_by_title,
    plain,
    sheet_for,
)

# A title of the whole table may stand above the header; further down nobody writes one.
HEADER_WITHIN = 5

Row: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Checked:
    """What an import would bring. It may be confirmed only when `errors_total` is 0.

    `counts`: sheet name -> rows that hold something, good or not. `errors` are the first faults in
    the order of sheets and rows; `errors_total` counts them all.
    """

    rows: Rows
    errors: tuple[RowError, ...]
    errors_total: int
    counts: Mapping[str, int]


@dataclass(slots=True)
class _Reading:
    """One sheet as far as it was read."""

    sheet: Sheet
    rows: list[AnyRow]
    faults: Faults = field(default_factory=Faults)
    columns: Mapping[str, Column] = field(init=False)
    seen: dict[tuple[object, ...], int] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    references: list[tuple[int, Column, object]] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    strays: int = 0
    count: int = 0

    def __post_init__(self) -> None:
        self.columns = {column.field: column for column in self.sheet.columns}

    def fault(self, row: int, column: Column | None, value: object, reason: str) -> None:
        """Note a fault of this sheet."""
        title = column.title if column else ""
        masked = shown(value, column.personal if column else "")
        self.faults.add(self.sheet.title, row, title, masked, reason)


def check(
    sheets: Mapping[str, Iterable[Row]],
    existing: Existing | None = None,
    *,
    today: date | None = None,
) -> Checked:
    """Read all sheets and say what is wrong, line by line; nothing is changed by it. R2.7.

    `sheets`: title of each tab -> its rows from the first on, header included. With `today`,
    dates that cannot lie ahead (a visit, a purchase) are refused when they do.
    """
    faults, rows = Faults(), Rows()
    read: dict[str, _Reading] = {}
    unknown = Faults()
    for title, lines in _in_order(sheets):
        sheet = sheet_for(title)
        if sheet is None:
            if plain(title) not in IGNORED_SHEETS:
                unknown.add(shown(title), 0, "", "", "无法识别的工作表，请改名或删除")
            continue
        if sheet.name in read:
            unknown.add(shown(title), 0, "", "", f"“{sheet.title}”重复出现，只能有一张")
            continue
        read[sheet.name] = _read(sheet, lines, getattr(rows, sheet.name), today)
    if not read:
        unknown.add("", 0, "", "", "没有找到可导入的工作表")
    existing = existing or Existing()
    _resolve(read, existing)
    spoiled = read["owners"].spoiled if "owners" in read else ()
    for found in judge(rows, existing, spoiled):
        reading = read[found.sheet]
        reading.fault(found.line, reading.columns[found.field], found.value, found.reason)
    for part in (unknown, *(reading.faults for reading in read.values())):
        part.kept.sort(key=lambda error: error.row)
        faults.total += part.total
        faults.kept += part.kept
    counts = {name: reading.count for name, reading in read.items()}
    return Checked(rows, tuple(faults.kept), faults.total, counts)


def _in_order(sheets: Mapping[str, Iterable[Row]]) -> list[tuple[str, Iterable[Row]]]:
    """The sheets as the format lists them, whatever order the file has; unknown ones last."""
    places = {sheet.name: place for place, sheet in enumerate(SHEETS)}

    def place(item: tuple[str, Iterable[Row]]) -> int:
        found = sheet_for(item[0])
        return places[found.name] if found else len(places)

    return sorted(sheets.items(), key=place)


def _read(sheet: Sheet, lines: Iterable[Row], into: list[AnyRow], today: date | None) -> _Reading:
    reading = _Reading(sheet, into)
    numbered = enumerate(lines, start=1)
    places = _header(reading, numbered)
    if places is None:
        return reading
    complete = all(c in places for c in sheet.columns if c.required)
    for number, cells in numbered:
        if all(is_empty(cell) for cell in cells):
            continue
        reading.count += 1
        _stray(reading, number, cells)
        values = _values(reading, number, cells, places)
        twice = _remember(reading, number, values)
        if complete and len(values) == len(places) and not twice:
            row = sheet.row(line=number, **{f: v for f, v in values.items() if v is not None})
            for name, reason in single.judge(row, today):
                reading.fault(number, reading.columns[name], values.get(name), reason)
            into.append(row)
        elif not twice and isinstance(home := values.get("home"), str):
            reading.spoiled.add(home)
    return reading


def _header(reading: _Reading, numbered: Iterator[tuple[int, Row]]) -> dict[Column, int] | None:
    """Where each column stands; None when the sheet cannot be read at all."""
    known = columns_by_title(reading.sheet)
    for number, cells in numbered:
        titles = ["" if is_empty(c) else plain(str(c)) for c in cells]
        if sum(title in known for title in titles) >= 2:
            break
        if number >= HEADER_WITHIN:
            reading.fault(0, None, "", f"前 {HEADER_WITHIN} 行内没有找到表头")
            return None
    else:
        reading.fault(0, None, "", "工作表是空的，没有表头")
        return None
    columns: dict[Column, int] = {}
    for place, title in enumerate(titles):
        column = known.get(title)
        if column is None:
            if title and title not in IGNORED_TITLES:
                reading.fault(number, None, cells[place], "多余的列，请删除或改正列名")
        elif column in columns:
            reading.fault(number, column, cells[place], "同一列重复出现")
        else:
            columns[column] = place
    reading.titles = titles
    for column in reading.sheet.columns:
        if column.required and column not in columns:
            reading.fault(number, column, "", f"缺少“{column.title}”列")
    return columns


def _values(
    reading: _Reading, number: int, cells: Row, places: Mapping[Column, int]
) -> dict[str, object]:
    """What could be read of a row, by field; fields whose cell is at fault are left out."""
    values: dict[str, object] = {}
    for column, place in places.items():
        cell = cells[place] if place < len(cells) else None
        if is_empty(cell):
            if column.required:
                reading.fault(number, column, "", "不能为空")
            else:
                values[column.field] = None
            continue
        try:
            if isinstance(cell, Unread):
                raise BadCell(cell.reason)
            values[column.field] = column.read(cell)
        except BadCell as bad:
            reading.fault(number, column, cell, bad.reason)
    return values


def _stray(reading: _Reading, number: int, cells: Row) -> None:
    """Note the first value that stands under no title: it would be lost without a word."""
    if reading.strays:
        return
    for place, cell in enumerate(cells):
        if (place >= len(reading.titles) or not reading.titles[place]) and not is_empty(cell):
            reading.strays += 1
            reading.fault(number, None, cell, f"第 {place + 1} 列没有列名，却有内容")
            return


def _remember(reading: _Reading, number: int, values: Mapping[str, object]) -> bool:
    """Keep the row's key and what it refers to, even of a row with other faults.

    True when an earlier row has the same key, which is noted.
    """
    code = values.get("code")
    if isinstance(code, str):
        reading.codes.add(code)
    for name, column in reading.columns.items():
        if column.refers and values.get(name) is not None:
            reading.references.append((number, column, values[name]))
    key = tuple(values.get(name) for name in reading.sheet.key)
    if None in key:
        return False
    first = reading.seen.setdefault(key, number)
    if first == number:
        return False
    column = reading.columns[reading.sheet.key[0]]
    reading.fault(number, column, values[column.field], f"与第 {first} 行重复")
    return True


def _resolve(read: Mapping[str, _Reading], existing: Existing) -> None:
    """Note every reference to something that is neither in the file nor in the roll."""
    known: dict[str, set[str]] = {
        name: (set(read[name].codes) if name in read else set()) | set(getattr(existing, name))
        for name in ("communities", "buildings", "units", "homes", "elevators")
    }
    known["scopes"] = known["buildings"] | known["units"]
    words = {sheet.name: sheet.title for sheet in SHEETS} | {"scopes": "楼栋或单元"}
    for reading in read.values():
        for number, column, value in reading.references:
            for code in value if isinstance(value, tuple) else (value,):
                if code not in known[column.refers]:
                    reason = f"{words[column.refers]}中没有这个编号"
                    reading.fault(number, column, code, reason)
