"""Which column of a bank's statement holds what: known titles, and what a person says of them.

Every bank writes its statements in its own way. Nothing is guessed behind anybody's back: known
titles make a proposal, a person confirms or corrects it, and it is remembered by the titles.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Literal

from rules.imports.cells import BadCell, Cell, as_text, day
from rules.imports.sheets import plain
from rules.refusals.books import LayoutIncomplete

Row = Sequence[Cell]
DayFormat = Literal["ymd", "dmy", "mdy"]

# A title block is a few rows; further down no heading is looked for.
HEADING_WITHIN = 40
SAMPLES = 4
SAMPLE_CHARS = 40
MEMOS_MAX = 4
# A heading names at least a day, an amount and something else.
_TITLES_MIN = 3

# To the bank the account is a debt: it credits (贷) what came in and debits (借) what went out.
_KNOWN: Mapping[str, str] = {
    word: name
    for name, words in {
        "day": "交易日期 记账日期 日期 入账日期 交易时间 记账时间 发生日期 交易日 业务日期"
        " 会计日期",
        "received": "贷方发生额 贷方金额 收入金额 收入 转入金额 存入金额 存入 贷方 贷方发生金额",
        "paid": "借方发生额 借方金额 支出金额 支出 转出金额 支取金额 支取 借方 借方发生金额",
        "amount": "交易金额 发生额 金额 发生金额",
        "mark": "收付标志 借贷标志 收支标志 借贷 收付 收/付 借/贷 收支 借贷方向 收支方向 方向",
        "balance": "余额 账户余额 当前余额 本次余额 交易后余额 账面余额",
        "reference": "凭证号 凭证号码 流水号 交易流水号 交易流水 凭证编号 业务编号 回单编号"
        " 核心流水号 传票号",
        "counterparty": "对方户名 对方名称 对方账户名称 对方单位 交易对手 对手户名 收付款人名称",
        "memo": "摘要 用途 附言 备注 交易摘要 摘要说明 交易附言 说明",
    }.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The place (from 0) of each column. Money is two columns, or one with a mark, or one signed.

    `received` came into our account, `paid` went out of it.
    """

    day: int
    day_format: DayFormat = "ymd"
    received: int | None = None
    paid: int | None = None
    amount: int | None = None
    mark: int | None = None
    balance: int | None = None
    reference: int | None = None
    counterparty: int | None = None
    memo: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The row with the columns' titles (the first row of a sheet is 1)."""

    row: int
    titles: tuple[str, ...]


def shown(cell: Cell) -> str:
    """What stands in a cell, in one line; whatever cannot be read is left out."""
    try:
        text = as_text(cell)
    except BadCell:
        text = "".join(char for char in str(cell) if char.isprintable())
    return " ".join(text.split())


def find_heading(rows: Sequence[Row]) -> Heading | None:
    """The first row among these with the most known titles; None when none looks like one."""
    best, most = None, 0
    for number, row in enumerate(islice(rows, HEADING_WITHIN), 1):
        titles = [shown(cell) for cell in row]
        known = len({_KNOWN[plain(title)] for title in titles if plain(title) in _KNOWN})
        if known > most and sum(bool(title) for title in titles) >= _TITLES_MIN:
            best, most = Heading(number, _cut(titles)), known
    return best if most > 1 else None


def heading_at(rows: Sequence[Row], number: int) -> Heading | None:
    """The heading in the row that a person named; None when the file has no such row."""
    if not 1 <= number <= min(len(rows), HEADING_WITHIN):
        return None
    return Heading(number, _cut([shown(cell) for cell in rows[number - 1]]))


def _cut(titles: Sequence[str]) -> tuple[str, ...]:
    last = max((place for place, title in enumerate(titles, 1) if title), default=0)
    return tuple(title[:SAMPLE_CHARS] for title in titles[:last])


def glimpse(cell: Cell) -> str:
    """The beginning of a cell for people to look at.

    A moment in it is the bank's writing and not one of ours, so it is not written like one.
    """
    return _MOMENT.sub(r"\1  \2", shown(cell)[:SAMPLE_CHARS])


def samples(rows: Sequence[Row], heading: Heading) -> list[list[str]]:
    """What stands in each column just below its title."""
    below = rows[heading.row : heading.row + SAMPLES]
    return [
        [glimpse(row[place]) if place < len(row) else "" for row in below]
        for place in range(len(heading.titles))
    ]


def fingerprint(titles: Sequence[str]) -> bytes:
    """What a layout is remembered by: the titles in their order."""
    return sha256("\n".join(plain(title) for title in titles).encode()).digest()


def propose(titles: Sequence[str]) -> dict[str, object]:
    """What the titles say by themselves: fields of a Layout, as many as are known.

    Of two columns with titles of one meaning the first counts, but every memo does. Two columns
    of money are preferred to one.
    """
    found: dict[str, object] = {}
    memos: list[int] = []
    for place, title in enumerate(titles):
        name = _KNOWN.get(plain(title))
        if name == "memo":
            memos.append(place)
        elif name is not None:
            found.setdefault(name, place)
    if memos:
        found["memo"] = memos[:MEMOS_MAX]
    if "received" in found and "paid" in found:
        found.pop("amount", None)
        found.pop("mark", None)
    return found


def complete(layout: Layout, columns: int) -> None:
    """Returns if the layout says where day and money stand, each in a column of its own.

    Raises LayoutIncomplete.
    """
    two = layout.received is not None and layout.paid is not None
    some = layout.received is not None or layout.paid is not None
    if (some and not two) or two is (layout.amount is not None):
        raise LayoutIncomplete("请指明收入与支出两列，或者金额一列")
    if layout.mark is not None and layout.amount is None:
        raise LayoutIncomplete("指明了收付标志，还须指明金额")
    singles = (layout.received, layout.paid, layout.amount, layout.mark, layout.balance)
    rest = (layout.day, layout.reference, layout.counterparty, *layout.memo)
    used = [place for place in (*singles, *rest) if place is not None]
    if len(set(used)) < len(used):
        raise LayoutIncomplete("同一列不能用作两项")
    if len(layout.memo) > MEMOS_MAX or any(not 0 <= place < columns for place in used):
        raise LayoutIncomplete("所指的列不存在")


_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d) (\d\d:)")
_SPAN = re.compile(
    r"(\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2})日?\s*(?:至|到|-|－|—|~|～)+\s*"
    r"(\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2})日?"
)


def period(rows: Sequence[Row], heading: Heading) -> tuple[date, date] | None:
    """The days from which and to which the title block says the statement runs, if it says so."""
    for row in rows[: heading.row - 1]:
        found = _SPAN.search("".join(shown(cell).replace(" ", "") for cell in row))
        if found is None:
            continue
        try:
            first, last = (day(_whole(text)) for text in found.groups())
        except BadCell:
            continue
        if first <= last:
            return first, last
    return None


_NUMBER = re.compile(r"(?:账号|帐号|账户号码|卡号)[:：]?([0-9][0-9-]{7,39})")


def account_number(rows: Sequence[Row], heading: Heading) -> str:
    """The digits of the account that the title block names; "" if it names none."""
    for row in rows[: heading.row - 1]:
        found = _NUMBER.search(" ".join(shown(cell).replace(" ", "") for cell in row))
        if found is not None:
            return digits(found[1])
    return ""


def digits(text: str) -> str:
    """The digits of an account's number, however it is parted."""
    return "".join(char for char in text if char in "0123456789")


def _whole(text: str) -> str:
    """2025年3月1 as its sheet would write it."""
    return f"{text}日" if "月" in text else text
