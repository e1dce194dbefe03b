"""The rows of a statement made into lines: every row exact, or the reason why it is not. R3.9.

A statement is believed as a whole or not at all: where its running balance does not follow from one
line to the next, a line is missing or was changed, and the row is named.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import sha256
from itertools import pairwise

from rules.banking.layouts import DayFormat, Layout, Row, shown
from rules.imports import cells
from rules.imports.cells import BadCell, Cell
from rules.money import yuan
from rules.refusals.files import TooManyRows

LINES_MAX = 20_000
FAULTS_KEPT = 200
# No account has more; what is stored must not overflow when it is added up.
BALANCE_MAX_FEN = 10**15
REFERENCE_CHARS, COUNTERPARTY_CHARS, MEMO_CHARS = 80, 120, 200

_IN = frozenset(
    "收 贷 入 进 c cr + 收入 贷方 转入 存入 汇入 credit 来账".split()  # noqa: SIM905
)
_OUT = frozenset(
    "付 借 出 支 d dr - 支出 借方 转出 支取 汇出 debit 往账".split()  # noqa: SIM905
)
_NOT_LINES = re.compile(r"合计|总计|小计|累计|笔数|本页|承前|过次|期初余额|期末余额|上期余额|上页")
_OTHER_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_TIME = re.compile(r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?")
_RUN_ON = re.compile(r"(\d{8})[ T]?(\d{2})(\d{2})(\d{2})")
_NOTHING = frozenset({"", "-", "--", "—", "/"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line; positive came in. `nth` tells apart lines of a day alike in everything."""

    row: int
    on: date
    at: time
    amount_fen: int
    balance_fen: int | None
    reference: str
    counterparty: str
    memo: str
    nth: int = 1

    @property
    def digest(self) -> bytes:
        """Equal for the same line in another file, whatever else that file shows.

        The running balance is left out: it follows from the rest, and not every file has it.
        """
        parts = (self.on.isoformat(), str(self.amount_fen))
        texts = (self.reference, self.counterparty, self.memo)
        return sha256("\x1f".join((*parts, *texts)).encode()).digest()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a statement cannot be taken: the row (0: the whole of it) and the reason."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of the file besides its columns; None where the lines say it."""

    heading_row: int
    from_on: date | None = None
    to_on: date | None = None
    opening_fen: int | None = None
    closing_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines in the order of time, and both ends of it; unknown ends are among the faults."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]
    from_on: date | None
    to_on: date | None
    opening_fen: int | None
    closing_fen: int | None


def read(rows: Iterable[Row], layout: Layout, told: Told, today: date) -> Statement:
    """The statement that the rows of a sheet hold. Raises TooManyRows above LINES_MAX lines."""
    faults: list[Fault] = []
    found: list[Line] = []
    for number, row in enumerate(rows, 1):
        if number <= told.heading_row:
            continue
        try:
            line = _line(number, row, layout)
        except BadCell as bad:
            faults.append(Fault(number, bad.reason))
            continue
        if line is None:
            continue
        found.append(line)
        if len(found) > LINES_MAX:
            raise TooManyRows(f"对账单超过 {LINES_MAX} 行，请分段导出后再上传")
        faults += _outside(line, told, today)
    lines = list(_counted(_in_order(found)))
    if layout.balance is not None and not faults:
        faults += _breaks(lines)
    return _ended(lines, faults, told, today)


def _line(number: int, row: Row, layout: Layout) -> Line | None:
    """The line of a row; None when it is none (blank, a sum, a remark). Raises BadCell."""
    money = [place for place in (layout.received, layout.paid, layout.amount) if place is not None]
    nothing = all(shown(_cell(row, place)) in _NOTHING for place in money)
    summed = any(_NOT_LINES.search(shown(cell)) for cell in row[:6])
    try:
        on, at = moment(_cell(row, layout.day), layout.day_format)
    except BadCell:
        if nothing or summed:
            return None
        raise
    if nothing and summed:
        return None
    balance = None
    if layout.balance is not None:
        balance = _money(_cell(row, layout.balance))
        if balance is None:
            raise BadCell("没有余额")
    return Line(
        number,
        on,
        at,
        _amount(row, layout),
        balance,
        _text(row, layout.reference, REFERENCE_CHARS),
        _text(row, layout.counterparty, COUNTERPARTY_CHARS),
        " ".join(filter(None, (_text(row, m, MEMO_CHARS) for m in layout.memo)))[:MEMO_CHARS],
    )


def _cell(row: Row, place: int | None) -> Cell:
    return row[place] if place is not None and place < len(row) else None


def _text(row: Row, place: int | None, limit: int) -> str:
    """One line of text without what cannot be seen."""
    cell = _cell(row, place)
    if isinstance(cell, cells.Unread):
        raise BadCell(cell.reason)
    text = "".join(c for c in shown(cell) if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return text[:limit].strip()


def moment(cell: Cell, day_format: DayFormat) -> tuple[date, time]:
    """The day in a cell and, where it says one, the time of day. Raises BadCell."""
    if isinstance(cell, datetime):
        return cells.day(cell), cell.time()
    text = shown(cell) if isinstance(cell, str) else ""
    if run_on := _RUN_ON.fullmatch(text):
        text = "{} {}:{}:{}".format(*run_on.groups())
        cell = text
    at = time()
    if found := _TIME.search(text):
        try:
            hour, minute, second = (int(part or 0) for part in found.groups())
            at = time(hour, minute, second)
        except ValueError:
            raise BadCell("时间不存在") from None
    if day_format != "ymd" and (other := _OTHER_DAY.match(text)):
        first, second, year = (int(part) for part in other.groups())
        month, day = (second, first) if day_format == "dmy" else (first, second)
        return cells.day(f"{year}-{month:02d}-{day:02d}"), at
    if day_format != "ymd" and text:
        raise BadCell("日期与所选的格式不符")
    return cells.day(cell), at


def _money(cell: Cell) -> int | None:
    """The fen of a sum in yuan, negative ones too; None where nothing stands. Raises BadCell."""
    if isinstance(cell, str):
        text = unicodedata.normalize("NFKC", shown(cell)).replace(" ", "")
        if text in _NOTHING:
            return None
        if text.startswith("(") and text.endswith(")"):
            text = f"-{text[1:-1]}"
        cell = text.replace("¥", "").removesuffix("元").removeprefix("+")
    elif cell is None:
        return None
    fen = int(cells.number(cell, "金额（元）", 2).scaleb(2))
    if abs(fen) > cells.MONEY_MAX_FEN:
        raise BadCell("金额过大")
    return fen


def _amount(row: Row, layout: Layout) -> int:
    """What came in, negative for what went out. Raises BadCell."""
    if layout.amount is None:
        received, paid = (_money(_cell(row, p)) or 0 for p in (layout.received, layout.paid))
        if received and paid:
            raise BadCell("收入与支出两列都有金额")
        amount = received - paid
    else:
        amount = _money(_cell(row, layout.amount)) or 0
        if layout.mark is not None:
            amount *= _sign(shown(_cell(row, layout.mark)))
    if not amount:
        raise BadCell("没有金额")
    return amount


def _sign(mark: str) -> int:
    word = unicodedata.normalize("NFKC", mark).lower().replace(" ", "")
    if word in _IN:
        return 1
    if word in _OUT:
        return -1
    raise BadCell(f"收付标志无法识别：{mark[:8] or '空'}")


def _outside(line: Line, told: Told, today: date) -> Iterator[Fault]:
    if line.on > today:
        yield Fault(line.row, "日期在今天之后")
    elif (told.from_on and line.on < told.from_on) or (told.to_on and line.on > told.to_on):
        yield Fault(line.row, "日期不在所填的起止日期之内")


def _in_order(found: Sequence[Line]) -> list[Line]:
    """The lines in the order of time: some banks begin with the newest.

    Of the orders that go by days, that one in which fewest running balances do not follow; without
    balances the file's own order, turned round when it begins with the newest.
    """
    if not found:
        return []
    forth, back = list(found), list(reversed(found))
    if found[0].on > found[-1].on:
        forth, back = back, forth
    timed = [sorted(way, key=lambda line: (line.on, line.at)) for way in (forth, back)]
    by_days = [way for way in (forth, back, *timed) if all(a.on <= b.on for a, b in pairwise(way))]
    return min(by_days, key=lambda way: sum(1 for _ in _breaks(way)))


def _breaks(lines: Sequence[Line]) -> Iterator[Fault]:
    for before, line in itertools.pairwise(lines):
        if before.balance_fen is None or line.balance_fen is None:
            continue
        due = before.balance_fen + line.amount_fen
        if line.balance_fen != due:
            yield Fault(
                line.row,
                f"余额 {yuan(line.balance_fen)} 与第 {before.row} 行的余额不连续，应为 {yuan(due)}",
            )


def _counted(lines: Iterable[Line]) -> Iterator[Line]:
    alike: Counter[bytes] = Counter()
    for line in lines:
        digest = line.digest
        alike[digest] += 1
        yield replace(line, nth=alike[digest]) if alike[digest] > 1 else line


def _ended(lines: list[Line], faults: list[Fault], told: Told, today: date) -> Statement:
    """The statement with both ends, or with what is wrong about them."""
    from_on = told.from_on or (lines[0].on if lines else None)
    to_on = told.to_on or (lines[-1].on if lines else None)
    if from_on is None or to_on is None:
        faults.append(Fault(0, "对账单没有流水，请填写起止日期"))
    elif from_on > to_on:
        faults.append(Fault(0, "起始日期晚于截止日期"))
    elif from_on < cells.EARLIEST:
        faults.append(Fault(0, f"起始日期早于 {cells.EARLIEST.year} 年"))
    elif told.to_on and to_on > today:
        faults.append(Fault(0, "截止日期在今天之后"))
    moved = sum(line.amount_fen for line in lines)
    first = lines[0].balance_fen if lines else None
    opening = told.opening_fen
    if first is not None and not faults:
        opening = first - lines[0].amount_fen
        if told.opening_fen is not None and told.opening_fen != opening:
            faults.append(Fault(0, f"期初余额与首行不符，按首行应为 {yuan(opening)}"))
    elif opening is None and told.closing_fen is not None:
        opening = told.closing_fen - moved
    closing = None if opening is None else opening + moved
    if opening is None and not faults:
        faults.append(Fault(0, "对账单没有写明余额，请填写期初余额"))
    elif told.closing_fen is not None and closing != told.closing_fen and not faults:
        faults.append(Fault(0, f"期末余额与流水不符，按流水应为 {yuan(closing or 0)}"))
    if max(abs(opening or 0), abs(closing or 0)) > BALANCE_MAX_FEN:
        return Statement(tuple(lines), (*faults, Fault(0, "余额过大")), from_on, to_on, None, None)
    return Statement(tuple(lines), tuple(faults), from_on, to_on, opening, closing)
