"""One cell of a spreadsheet made into one exact value, or the reason why it cannot be. R2.7, R3.1.

A reader is a function from what the spreadsheet held to a value; it raises `BadCell` with a reason
a clerk can act on. Nothing is guessed: what could be read two ways is refused. Areas come out in
whole cm2, money in whole fen, rates in ten-thousandths of a percent, shares as fractions.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal
from fractions import Fraction
from typing import TypeAlias

from rules.people import normalise_id
from rules.visible import is_visible


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that shows a value without holding one: a formula, or an error such as #N/A."""

    shown: str
    reason: str

    def __str__(self) -> str:
        return self.shown


Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | Unread | None
Reader: TypeAlias = Callable[[Cell], object]


class BadCell(Exception):
    """Why a cell cannot be taken over, in Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


FORMULA = "单元格是公式，请改为数值后再导入"
BROKEN = "单元格是错误值，请改正后再导入"

SHORT = 40
AREA_DECIMALS = 4
MONEY_MAX_FEN = 10**14
RATE_MIN_E4 = 500
RATE_MAX_E4 = 100_000
EARLIEST = date(1950, 1, 1)
LATEST = date(2099, 12, 31)
# A double holds 15 decimal digits for certain, and 15 are what a spreadsheet shows of it.
DOUBLE_DIGITS = 15
SERIAL_ZERO = date(1899, 12, 30)

_EDGES = " \t\r\n\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,18})?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d{1,18})?", re.ASCII)
_EXPONENT = re.compile(r"-?\d(?:\.\d+)?[eE]\+?\d+", re.ASCII)
_DATE = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_RATIO = re.compile(r"(\d{1,6})/(\d{1,6})", re.ASCII)
_CODE = re.compile(r"[0-9A-Za-z\u3400-\u9fff#/_.()（）-]+")
_MOBILE = re.compile(r"1\d{10}", re.ASCII)
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}", re.ASCII)
_SEVERAL = re.compile(r"[、，,;；\s]+")
_NARROW = str.maketrans({chr(0xFF01 + n): chr(0x21 + n) for n in range(94)} | {"\u3000": " "})


def as_text(cell: Cell) -> str:
    """The cell as one line of text without surrounding blanks; "" when it is empty.

    A whole number that the spreadsheet keeps as 101.0 reads "101".
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _clean(cell)
    if isinstance(cell, Unread):
        raise BadCell(cell.reason)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return format(_double(cell), "f")
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    raise BadCell("单元格是时间格式，请改为文本")


def is_empty(cell: Cell) -> bool:
    """Whether nothing can be seen in the cell. R7.11."""
    return cell is None or (isinstance(cell, str) and not is_visible(cell))


def _clean(text: str) -> str:
    text = text.strip(_EDGES)
    if text.isascii() and text.isprintable():
        return text
    for char in text:
        category = unicodedata.category(char)
        if char == "\0":
            raise BadCell("含空字符（NUL），请清除后再导入")
        if category == "Co":
            # Its glyph is another one on every machine: no name can be matched by it.
            raise BadCell("含自造字，请改用标准汉字")
        if (category in _INVISIBLE and char not in "\t\r\n") or char == "\ufffd":
            raise BadCell("含不可见字符或乱码，请清除后再导入")
    return text


def _double(value: float) -> Decimal:
    """The number a spreadsheet shows for a double: 89.53000000000001 is 89.53."""
    if not math.isfinite(value):
        raise BadCell("不是数字")
    return Decimal(format(value, f".{DOUBLE_DIGITS}g"))


def _half_width(text: str) -> str:
    narrow = text.translate(_NARROW)
    if narrow != text:
        raise BadCell("含全角字符，请改为半角")
    return text


def text(limit: int) -> Reader:
    """Free text of at most that many characters; line breaks become blanks."""

    def read(cell: Cell) -> str:
        value = " ".join(as_text(cell).split()) if isinstance(cell, str) else as_text(cell)
        if len(value) > limit:
            raise BadCell(f"内容过长：{len(value)} 个字，最多 {limit} 个字")
        if value[:1] == "=":
            raise BadCell(FORMULA)
        return value

    return read


def code(limit: int = SHORT) -> Reader:
    """A key or a reference: letters, digits, Chinese characters and # / _ . ( ) - only."""

    def read(cell: Cell) -> str:
        if isinstance(cell, (date, datetime, time)):
            raise BadCell("编号被表格软件转换成了日期，请改为文本格式")
        value = as_text(cell)
        if value[:1] == "=":
            raise BadCell(FORMULA)
        if len(value) > limit:
            raise BadCell(f"编号过长：{len(value)} 个字符，最多 {limit} 个字符")
        if _EXPONENT.fullmatch(value):
            raise BadCell("编号被表格软件转换成了科学计数，请改为文本格式")
        if any(char.translate(_NARROW) != char and char not in "（）" for char in value):
            raise BadCell("含全角字符，请改为半角")
        if not _CODE.fullmatch(value):
            raise BadCell("编号只能含汉字、字母、数字和 # / _ . ( ) -")
        return value

    return read


def codes(limit: int) -> Reader:
    """Several codes, parted by 、 , ; or blanks; each once."""
    one = code()

    def read(cell: Cell) -> tuple[str, ...]:
        parts = [part for part in _SEVERAL.split(as_text(cell)) if part]
        if len(parts) > limit:
            raise BadCell(f"编号过多，最多 {limit} 个")
        found = tuple(str(one(part)) for part in parts)
        if len(set(found)) < len(found):
            raise BadCell("同一编号重复填写")
        return found

    return read


def number(cell: Cell, unit: str, decimals: int) -> Decimal:
    """The exact number in the cell. `unit` names what is expected, for the reason."""
    if isinstance(cell, (bool, date, time, timedelta)):
        raise BadCell(f"不是数字，应为{unit}")
    if isinstance(cell, (int, float)):
        value = _double(cell) if isinstance(cell, float) else Decimal(cell)
    else:
        shown = _half_width(as_text(cell))
        if shown[:1] == "=":
            raise BadCell(FORMULA)
        if _GROUPED.fullmatch(shown):
            shown = shown.replace(",", "")
        if not _NUMBER.fullmatch(shown):
            raise BadCell(f"不是数字，应为{unit}")
        value = Decimal(shown)
    if not _fits(value, decimals):
        # The old system writes a double's full tail; what is left after 15 digits is not meant.
        value = Context(prec=DOUBLE_DIGITS).plus(value)
        if not _fits(value, decimals):
            raise BadCell(f"小数位过多，最多 {decimals} 位小数")
    return value


def _fits(value: Decimal, decimals: int) -> bool:
    exponent = value.normalize(Context(prec=40)).as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -decimals


def _scaled(value: Decimal, places: int) -> int:
    return int(value.scaleb(places, Context(prec=60)))


def area_cm2(most_m2: int) -> Reader:
    """An area written in m2 with up to four decimals, in whole cm2 (R2.1)."""

    def read(cell: Cell) -> int:
        value = _scaled(number(cell, "平方米数", AREA_DECIMALS), AREA_DECIMALS)
        if value <= 0:
            raise BadCell("面积必须大于 0")
        if value > most_m2 * 10**AREA_DECIMALS:
            raise BadCell(f"面积过大，超过 {most_m2} 平方米")
        return value

    return read


def money_fen(cell: Cell) -> int:
    """A sum written in yuan with up to two decimals, in whole fen, not negative (R3.1)."""
    value = _scaled(number(cell, "金额（元）", 2), 2)
    if value < 0:
        raise BadCell("金额不能为负数")
    if value > MONEY_MAX_FEN:
        raise BadCell("金额过大")
    return value


def rate_e4(cell: Cell) -> int:
    """A yearly rate written in percent ("1.95" or "1.95%"), in ten-thousandths of a percent."""
    if isinstance(cell, str) and cell.strip(_EDGES).endswith("%"):
        cell = cell.strip(_EDGES).removesuffix("%")
    value = _scaled(number(cell, "年利率（%）", 4), 4)
    if value < RATE_MIN_E4:
        # A cell in percent format holds 0.0195 for 1.95 %: it cannot be told from a tiny rate.
        raise BadCell("利率低于 0.05%；若单元格为百分比格式，请改为常规格式并填写如 1.95")
    if value > RATE_MAX_E4:
        raise BadCell("利率高于 10%")
    return value


def whole(least: int, most: int) -> Reader:
    """A whole number in that range."""

    def read(cell: Cell) -> int:
        value = int(number(cell, "整数", 0))
        if not least <= value <= most:
            raise BadCell(f"应在 {least} 至 {most} 之间")
        return value

    return read


def share(cell: Cell) -> Fraction:
    """A share of a home: 1/2, 50% or 0.5, as an exact fraction in (0, 1]."""
    if isinstance(cell, date):
        raise BadCell("份额被表格软件转换成了日期，请改为文本格式")
    shown = _half_width(as_text(cell)).replace(" ", "")
    if ratio := _RATIO.fullmatch(shown):
        if int(ratio[2]) == 0:
            raise BadCell("份额的分母不能为 0")
        value = Fraction(int(ratio[1]), int(ratio[2]))
    elif shown.endswith("%"):
        value = Fraction(number(shown.removesuffix("%"), "份额", 6)) / 100
    else:
        value = Fraction(number(cell, "份额，如 1/2 或 50%", 8))
    if not 0 < value <= 1:
        raise BadCell("份额应大于 0 且不超过 1（百分数请带 %）")
    return value


def day(cell: Cell) -> date:
    """A day: a date cell, a spreadsheet's serial number, 2024-01-05, 2024/1/5, 2024年1月5日."""
    value = _day(cell)
    if not EARLIEST <= value <= LATEST:
        raise BadCell(f"日期超出范围（{EARLIEST:%Y} 至 {LATEST:%Y} 年）")
    return value


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (bool, time, timedelta)):
        raise BadCell("不是日期")
    if isinstance(cell, (int, float)):
        return _serial(_double(float(cell)))
    shown = _half_width(as_text(cell))
    if found := _DATE.fullmatch(shown):
        year, month, day_ = (int(part) for part in found.groups() if part)
        try:
            return date(year, month, day_)
        except ValueError:
            raise BadCell("日期不存在") from None
    if re.fullmatch(r"\d{5}(\.\d+)?", shown, re.ASCII):
        return _serial(Decimal(shown))
    raise BadCell("日期无法识别，请写成 2024-01-05")


def _serial(value: Decimal) -> date:
    if 19_500_101 <= value <= 20_991_231:
        return _day(str(int(value)))
    # Below 61 a serial falls on the 29 February 1900 that spreadsheets invented.
    if not 61 <= value < 100_000:
        raise BadCell("日期无法识别，请写成 2024-01-05")
    return SERIAL_ZERO + timedelta(days=int(value))


def flag(cell: Cell) -> bool:
    """是 or 否."""
    if isinstance(cell, bool):
        return cell
    known = {"是": True, "否": False, "有": True, "无": False, "1": True, "0": False}
    known |= {"y": True, "n": False, "true": True, "false": False, "√": True, "×": False}
    value = known.get(as_text(cell).lower())
    if value is None:
        raise BadCell("应填“是”或“否”")
    return value


def choice(words: Mapping[str, str]) -> Reader:
    """One of the listed Chinese words, as its code. The first word for a code is the proper one."""
    first: dict[str, str] = {}
    for word, value in words.items():
        first.setdefault(value, word)
    proper = "、".join(first.values())

    def read(cell: Cell) -> str:
        found = words.get(as_text(cell))
        if found is None:
            raise BadCell(f"应为下列之一：{proper}")
        return found

    return read


def phone(cell: Cell) -> str:
    """A mobile number of 11 digits, or a landline with its area code."""
    value = _half_width(as_text(cell)).replace(" ", "")
    if _LANDLINE.fullmatch(value):
        return value
    value = value.replace("-", "")
    if not _MOBILE.fullmatch(value):
        raise BadCell("电话号码不正确，应为 11 位手机号或带区号的座机号")
    return value


def id_number(cell: Cell) -> str:
    """A certificate's number made plain for matching; whether it is a true one, its row says."""
    if isinstance(cell, (int, float)) and cell >= 10**DOUBLE_DIGITS:
        raise BadCell("证件号码被存为数字，末几位已丢失，请改为文本格式重新填写")
    value = _half_width(as_text(cell))
    if _EXPONENT.fullmatch(value):
        raise BadCell("证件号码被表格软件转换成了科学计数，末几位已丢失，请重新填写")
    if value[:1] == "=":
        raise BadCell(FORMULA)
    number = normalise_id(value)
    if not 5 <= len(number) <= 30 or not re.fullmatch(r"[0-9A-Za-z() -]+", value):
        raise BadCell("证件号码只能含数字和字母，5 至 30 位")
    return number
