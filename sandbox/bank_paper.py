"""Statements as two made-up banks would export them, from the same movements.

示例商业银行 writes xlsx: a title block, the two sides in columns of their own, days as 20250321, a
row of sums at the end. 示例农商银行 writes csv in GB18030: one amount with a mark, the moment of
each line, thousands parted by commas, the newest line first.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl import Workbook

from rules.city import CITY
from rules.money import yuan

COMMERCIAL, RURAL = "示例商业银行吉首支行", "示例农商银行乾州支行"
_COMMERCIAL_TITLES = (
    *("交易日期", "凭证号", "摘要", "借方发生额", "贷方发生额", "余额"),
    *("对方户名", "对方账号"),
)
_RURAL_TITLES = (
    *("交易时间", "收付标志", "交易金额", "账户余额"),
    *("对方名称", "交易摘要", "交易流水号"),
)


@dataclass(frozen=True)
class Moved:
    """One movement on an account; positive came in."""

    on: date
    amount_fen: int
    memo: str = "转账"
    counterparty: str = ""
    reference: str = ""
    at: time = time(10, 0)


@dataclass(frozen=True)
class Exported:
    """What is asked of the bank: the movements of an account from one day to another; the account
    is named in the paper if its number is given."""

    moves: Sequence[Moved]
    opening_fen: int
    from_on: date
    to_on: date
    holder: str = CITY.centre
    number: str = ""
    bank: str = COMMERCIAL

    def running(self) -> Iterator[tuple[Moved, int]]:
        """The movements of the days in order, each with the balance after it."""
        balance = self.opening_fen
        for move in sorted(self.moves, key=lambda one: (one.on, one.at)):
            if move.on > self.to_on:
                break
            if move.on < self.from_on:
                balance += move.amount_fen
                continue
            balance += move.amount_fen
            yield move, balance


def _number(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def commercial_xlsx(asked: Exported) -> bytes:
    """The statement of 示例商业银行."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "账户明细"
    sheet.append([f"{asked.bank}对公账户明细清单"])
    number = f"账号：{asked.number}" if asked.number else None
    sheet.append([f"户名：{asked.holder}", None, None, number])
    sheet.append([f"起止日期：{asked.from_on:%Y%m%d} - {asked.to_on:%Y%m%d}", None, "币种：人民币"])
    sheet.append([])
    sheet.append(list(_COMMERCIAL_TITLES))
    paid = received = count = 0
    for move, balance in asked.running():
        out, came = max(-move.amount_fen, 0), max(move.amount_fen, 0)
        paid, received, count = paid + out, received + came, count + 1
        sheet.append(
            [
                f"{move.on:%Y%m%d}",
                move.reference or None,
                move.memo,
                _number(out) if out else None,
                _number(came) if came else None,
                _number(balance),
                move.counterparty or None,
                "6200000000009999" if move.counterparty else None,
            ]
        )
    sums = [f"合计（{count} 笔）", None, None, _number(paid), _number(received)]
    sheet.append(sums)
    sheet.append(["本清单由系统生成，仅供核对。"])
    out_file = io.BytesIO()
    book.save(out_file)
    return out_file.getvalue()


def rural_csv(asked: Exported) -> bytes:
    """The statement of 示例农商银行."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_RURAL_TITLES)
    for move, balance in reversed(list(asked.running())):
        writer.writerow(
            (
                f"{move.on} {move.at:%H:%M:%S}",
                "收" if move.amount_fen > 0 else "付",
                yuan(abs(move.amount_fen)),
                yuan(balance),
                move.counterparty,
                move.memo,
                # The bank's own trick to keep spreadsheet programs from rounding long numbers.
                f"{move.reference}\t" if move.reference else "",
            )
        )
    return out.getvalue().encode("gb18030")


def at_moment(moves: Iterable[Moved], moment: datetime) -> list[Moved]:
    """The movements that the bank had booked by a moment: a file made at noon ends there."""
    return [one for one in moves if datetime.combine(one.on, one.at) <= moment]
