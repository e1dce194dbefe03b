"""A list of the bank's advices as a table: its columns, and each line read by cells. R2.7, R4.3.

One line that cannot be taken over keeps the whole list out; every fault is named with its line and
column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rules.imports import cells
from rules.imports.cells import BadCell, Cell, Reader, is_empty
from rules.imports.faults import shown
from rules.imports.sheets import IGNORED_TITLES, plain

HEADER_WITHIN = 5
LINES_MAX = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it fills, its title and how else it may be titled."""

    field: str
    title: str
    read: Reader
    required: bool = False
    also: tuple[str, ...] = ()


COLUMNS = (
    Column("deposit", "存款编号", cells.code(), True, ("存单号",)),
    Column("advice_number", "结息单号", cells.code(60), True, ("凭证号", "利息清单号")),
    Column("credited_on", "入账日期", cells.day, True, ("入账日", "记账日期")),
    Column("interest_fen", "利息", cells.money_fen, True, ("实收利息", "利息金额")),
    Column("to_on", "结息止日", cells.day, False, ("计息止日", "支取日期")),
    Column("part_fen", "提前支取本金", cells.money_fen, False, ("支取本金",)),
    Column("renew", "是否转存", cells.flag, False, ("自动转存", "转存")),
    Column("renewed_rate_e4", "转存利率", cells.rate_e4, False, ("新利率",)),
    Column("capitalise", "利息转入本金", cells.flag, False, ("本息转存",)),
    Column("demand_rate_e4", "活期利率", cells.rate_e4),
    Column("note", "说明", cells.text(300)),
)
_TITLES: Mapping[str, Column] = {
    plain(word): column for column in COLUMNS for word in (*column.also, column.title)
}


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with one cell of a line, or with the line."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(slots=True)
class Lines:
    """The lines that could be read, each with its number and its values by field."""

    read: list[tuple[int, dict[str, object]]] = field(default_factory=list)
    faults: list[LineFault] = field(default_factory=list)


def advice_lines(rows: Iterable[Sequence[Cell]]) -> Lines:
    """Every line of the table below its header, or what is wrong with it."""
    lines, numbered = Lines(), enumerate(rows, start=1)
    places = _header(lines, numbered)
    if places is None:
        return lines
    for number, row in numbered:
        if all(is_empty(cell) for cell in row):
            continue
        if len(lines.read) + len(lines.faults) >= LINES_MAX:
            lines.faults.append(LineFault(number, "", "", f"超过 {LINES_MAX} 行，请分次导入"))
            break
        values = _values(lines, number, row, places)
        if values is not None:
            lines.read.append((number, values))
    if not lines.read and not lines.faults:
        lines.faults.append(LineFault(0, "", "", "表中没有结息单"))
    return lines


def _header(
    lines: Lines, numbered: Iterator[tuple[int, Sequence[Cell]]]
) -> dict[Column, int] | None:
    """Where each column stands; None with the faults noted when the table has no such header."""
    for number, row in numbered:
        titles = ["" if is_empty(cell) else plain(str(cell)) for cell in row]
        if sum(title in _TITLES for title in titles) >= 3:
            break
        if number >= HEADER_WITHIN:
            lines.faults.append(LineFault(0, "", "", f"前 {HEADER_WITHIN} 行内没有找到表头"))
            return None
    else:
        lines.faults.append(LineFault(0, "", "", "表是空的，没有表头"))
        return None
    places: dict[Column, int] = {}
    for place, title in enumerate(titles):
        column = _TITLES.get(title)
        if column is None:
            if title and title not in IGNORED_TITLES:
                reason = "多余的列，请删除或改正列名"
                lines.faults.append(LineFault(number, "", shown(row[place]), reason))
        elif column in places:
            lines.faults.append(LineFault(number, column.title, "", "同一列重复出现"))
        else:
            places[column] = place
    missing = [column for column in COLUMNS if column.required and column not in places]
    for column in missing:
        lines.faults.append(LineFault(number, column.title, "", f"缺少“{column.title}”列"))
    return None if missing else places


def _values(
    lines: Lines, number: int, row: Sequence[Cell], places: Mapping[Column, int]
) -> dict[str, object] | None:
    """The line by field; None with its faults noted."""
    values: dict[str, object] = {}
    before = len(lines.faults)
    for column, place in places.items():
        cell = row[place] if place < len(row) else None
        if is_empty(cell):
            if column.required:
                lines.faults.append(LineFault(number, column.title, "", "不能为空"))
            continue
        try:
            values[column.field] = column.read(cell)
        except BadCell as bad:
            lines.faults.append(LineFault(number, column.title, shown(cell), bad.reason))
    return values if len(lines.faults) == before else None
