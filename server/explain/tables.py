"""Csv files of deposits, weights and rates, read cell by cell; every refusal names its line."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

from rules.income import DEMAND, RATE_MAX_E4, TENORS, Base, Benchmarks, Method
from rules.money import MAX_FEN
from server.explain.reading import BadInput, file_day, read_text

MAX_FILE_BYTES = 50_000_000
MAX_ROWS = 200_000
MAX_ID = 80
# What a calculation in whole years can reach without leaving the calendar.
FIRST_YEAR, LAST_YEAR = 1949, 2199

_FEN = re.compile(r"\d{1,19}", re.ASCII)
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,4})?", re.ASCII)

DEPOSITS = (
    "id",
    "principal_fen",
    "tenor",
    "opened_on",
    "closed_on",
    "agreed_rate_pct",
    "method",
    "base",
)
WEIGHTS = ("scope_id", "from_on", "to_on", "balance_fen")
RATES = ("tenor", "since_on", "rate_pct")
METHODS: dict[str, Method] = {"terms": "terms", "days360": "days360"}
BASES: dict[str, Base] = {"fen": "fen", "yuan": "yuan"}


@dataclass(frozen=True)
class Deposit:
    """One line of the file of deposits; `closed_on` is None when it runs to its maturity."""

    line: int
    id: str
    principal_fen: int
    tenor: str
    opened_on: date
    closed_on: date | None
    agreed_rate_e4: int
    method: Method
    base: Base


@dataclass(frozen=True)
class Weight:
    """A scope's balance in [from_on, to_on); `to_on` is None while it lasts."""

    line: int
    scope_id: str
    from_on: date
    to_on: date | None
    balance_fen: int


class Row:
    """One line of a file: its cells by column, each read or refused with its place."""

    def __init__(self, what: str, line: int, cells: dict[str, str]) -> None:
        self.what, self.line, self.cells = what, line, cells

    def bad(self, column: str, why: str) -> BadInput:
        """The refusal of this cell."""
        return BadInput(f"{self.what}第{self.line}行{column}：{why}")

    def text(self, column: str) -> str:
        """What identifies something: short, on one line, not empty."""
        text = self.cells[column]
        if not text:
            raise self.bad(column, "不能为空")
        if len(text) > MAX_ID or not text.isprintable():
            raise self.bad(column, f"过长或含不可见字符：{text[:20]!r}")
        return text

    def word(self, column: str, known: tuple[str, ...]) -> str:
        """One of these words."""
        text = self.cells[column]
        if text not in known:
            raise self.bad(column, f"应为{'、'.join(known)}之一，不是{text[:20]!r}")
        return text

    def fen(self, column: str, least: int) -> int:
        """A whole sum in fen."""
        text = self.cells[column]
        if not _FEN.fullmatch(text):
            raise self.bad(column, f"应为整数分，不带符号、小数和千分位，不是{text[:20]!r}")
        if not least <= int(text) <= MAX_FEN:
            raise self.bad(column, f"应在{least}至{MAX_FEN}之间")
        return int(text)

    def rate_e4(self, column: str) -> int:
        """A yearly rate in percent with at most four decimals, in ten-thousandths of a percent."""
        text = self.cells[column]
        if not _PERCENT.fullmatch(text):
            raise self.bad(column, f"应为百分数，最多4位小数，如1.95，不是{text[:20]!r}")
        rate_e4 = int(Decimal(text).scaleb(4))
        if rate_e4 > RATE_MAX_E4:
            raise self.bad(column, "利率高于100%")
        return rate_e4

    def day(self, column: str) -> date:
        """A day of the calendar."""
        try:
            day = file_day(self.cells[column])
        except BadInput as error:
            raise self.bad(column, str(error)) from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise self.bad(column, f"应在{FIRST_YEAR}至{LAST_YEAR}年之间")
        return day

    def day_or_none(self, column: str) -> date | None:
        """A day, or None when the cell is empty."""
        return self.day(column) if self.cells[column] else None


def rows(text: str, what: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Every line that is not empty; BadInput when it is no such table."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    count = 0
    try:
        for found in reader:
            cells = [cell.strip() for cell in found]
            if not any(cells):
                continue
            if not header:
                header = _header(cells, what, columns)
                continue
            if len(cells) != len(header):
                many = f"有{len(cells)}列，列名有{len(header)}个"
                raise BadInput(f"{what}第{reader.line_num}行：{many}")
            count += 1
            if count > MAX_ROWS:
                raise BadInput(f"{what}超过{MAX_ROWS}行")
            yield Row(what, reader.line_num, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise BadInput(f"{what}第{reader.line_num}行不是CSV：{error}") from None
    if not header:
        raise BadInput(f"{what}是空的")


def _header(cells: list[str], what: str, columns: tuple[str, ...]) -> list[str]:
    missing = [column for column in columns if column not in cells]
    if missing:
        raise BadInput(f"{what}第1行缺少列：{'、'.join(missing)}（应有{'、'.join(columns)}）")
    twice = sorted({cell for cell in cells if cell and cells.count(cell) > 1})
    if twice:
        raise BadInput(f"{what}第1行列名重复：{'、'.join(twice)[:80]}")
    return cells


def read_deposits(path: str) -> list[Deposit]:
    """The deposits of a file in its order; BadInput when any of it cannot be."""
    deposits: list[Deposit] = []
    first: dict[str, int] = {}
    for row in _file(path, "存款文件", DEPOSITS):
        deposit = _deposit(row)
        if first.setdefault(deposit.id, row.line) != row.line:
            raise row.bad("id", f"与第{first[deposit.id]}行重复：{deposit.id}")
        deposits.append(deposit)
    return deposits


def _deposit(row: Row) -> Deposit:
    deposit = Deposit(
        line=row.line,
        id=row.text("id"),
        principal_fen=row.fen("principal_fen", 1),
        tenor=row.word("tenor", TENORS),
        opened_on=row.day("opened_on"),
        closed_on=row.day_or_none("closed_on"),
        agreed_rate_e4=row.rate_e4("agreed_rate_pct"),
        method=METHODS[row.word("method", tuple(METHODS))],
        base=BASES[row.word("base", tuple(BASES))],
    )
    if deposit.closed_on is None and deposit.tenor == DEMAND:
        raise row.bad("closed_on", "活期存款没有到期日，须填写结息日")
    if deposit.closed_on is not None and deposit.closed_on <= deposit.opened_on:
        raise row.bad("closed_on", f"应晚于起息日{deposit.opened_on}")
    if deposit.base == "yuan" and deposit.principal_fen < 100:
        raise row.bad("principal_fen", "按整元计息的本金至少1元")
    return deposit


def read_weights(path: str) -> list[Weight]:
    """The balances of a file by scope and day; BadInput when two of one scope overlap."""
    weights = []
    for row in _file(path, "权重文件", WEIGHTS):
        weight = Weight(
            row.line,
            row.text("scope_id"),
            row.day("from_on"),
            row.day_or_none("to_on"),
            row.fen("balance_fen", 0),
        )
        if weight.to_on is not None and weight.to_on <= weight.from_on:
            raise row.bad("to_on", f"应晚于from_on {weight.from_on}（当日不计）")
        weights.append(weight)
    weights.sort(key=lambda one: (one.scope_id, one.from_on, one.line))
    for before, after in pairwise(weights):
        open_until = before.to_on or date.max
        if before.scope_id == after.scope_id and after.from_on < open_until:
            lines = f"第{before.line}行与第{after.line}行"
            raise BadInput(f"权重文件{lines}：单位{after.scope_id}的期间重叠")
    return weights


def read_rates(path: str | None) -> Benchmarks:
    """The benchmark rates of a file, by default those that come with the program. R4.1."""
    what = "基准利率文件"
    if path is None:
        shipped = files("rules.income").joinpath("benchmark_rates.csv")
        found = rows(shipped.read_text(encoding="utf-8"), what, RATES)
    else:
        found = _file(path, what, RATES)
    rates: dict[tuple[str, date], int] = {}
    for row in found:
        key = row.word("tenor", TENORS), row.day("since_on")
        if key in rates:
            raise row.bad("since_on", "该存期自同一天起已有基准利率")
        rates[key] = row.rate_e4("rate_pct")
    return Benchmarks((tenor, since_on, rate) for (tenor, since_on), rate in rates.items())


def _file(path: str, what: str, columns: tuple[str, ...]) -> Iterator[Row]:
    return rows(read_text(path, what, MAX_FILE_BYTES), what, columns)
