"""The banks' side of the sample city: what they book, pay and write in their papers.

They count by themselves, with nothing of the Centre's books but what it paid in or out, so that the
books can be compared with them.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from rules.imports import DepositRow
from sandbox.bank_paper import Exported, Moved, commercial_xlsx, rural_csv

DAY = timedelta(days=1)
QUARTER_DAYS = ((3, 21), (6, 21), (9, 21), (12, 21))
_MONTHS = {"3m": 3, "6m": 6, "1y": 12, "2y": 24, "3y": 36}


@dataclass
class Account:
    """An account at a bank: its balance when the year begins, and what happened since."""

    bank: str
    number: str
    begins_fen: int = 0
    moves: list[Moved] = field(default_factory=list)

    def balance(self, on: date) -> int:
        """What lies there at the end of that day, in fen."""
        return self.begins_fen + sum(one.amount_fen for one in self.moves if one.on <= on)

    def statement(self, from_on: date, to_on: date, *, as_sheet: bool) -> tuple[str, bytes]:
        """The account's statement as this bank exports it: file name and content."""
        begins = self.balance(from_on - DAY)
        asked = Exported(self.moves, begins, from_on, to_on, number=self.number, bank=self.bank)
        name = f"{self.number[-4:]}-{to_on:%Y%m}"
        if as_sheet:
            return f"{name}.xlsx", commercial_xlsx(asked)
        return f"{name}.csv", rural_csv(asked)


@dataclass(frozen=True)
class Advice:
    """What a bank writes when it credits interest."""

    deposit: str
    number: str
    on: date
    interest_fen: int


class Banks:
    """All banks of the city from the day on which the old system was left."""

    def __init__(self, deposits: Sequence[DepositRow], left_on: date) -> None:
        self.left_on = left_on
        self.accounts: dict[str, Account] = {}
        self.running = [
            one for one in deposits if one.matures_on is None or one.matures_on > left_on
        ]
        for one in self.running:
            account = self.accounts.setdefault(
                one.bank_account, Account(one.bank, one.bank_account)
            )
            if one.matures_on is None:
                account.begins_fen += one.principal_fen

    @property
    def main(self) -> Account:
        """The account whose money is on demand, from which premiums are paid."""
        demand = next(one for one in self.running if one.matures_on is None)
        return self.accounts[demand.bank_account]

    def book(self, on: date, amount_fen: int, memo: str, number: str, other: str = "") -> None:
        """Money of others came into the main account, or went out (negative)."""
        self.main.moves.append(Moved(on, amount_fen, memo, other, number, time(10, 30)))

    def mature(self, until: date) -> list[Advice]:
        """Deposits that matured by that day are paid out with their interest; the advices."""
        due = [one for one in self.running if one.matures_on and one.matures_on <= until]
        return [self._matured(one) for one in sorted(due, key=lambda one: one.matures_on or until)]

    def _matured(self, one: DepositRow) -> Advice:
        assert one.matures_on is not None
        whole = one.principal_fen if one.base == "fen" else one.principal_fen // 100 * 100
        if one.method == "terms":
            fen = _half_up(whole * one.agreed_rate_e4 * _MONTHS[one.tenor], 12_000_000)
        else:
            days = (one.matures_on - one.opened_on).days
            fen = _half_up(whole * one.agreed_rate_e4 * days, 360_000_000)
        advice = Advice(one.code, f"JX-{one.code}", one.matures_on, fen)
        paid = Moved(advice.on, one.principal_fen + fen, "定期到期本息", "", advice.number, time(2))
        self.accounts[one.bank_account].moves.append(paid)
        return advice

    def quarter(self, year: int, nth: int) -> Advice:
        """A quarter's interest on the money on demand is credited on its 21st; the advice."""
        demand = next(one for one in self.running if one.matures_on is None)
        to_on = date(year, *QUARTER_DAYS[nth])
        day = date(year, *QUARTER_DAYS[nth - 1]) if nth else date(year - 1, 12, 21)
        products = 0
        while day < to_on:
            balance = self.main.balance(day)
            products += balance if demand.base == "fen" else balance // 100 * 100
            day += DAY
        fen = _half_up(products * demand.agreed_rate_e4, 360_000_000)
        advice = Advice(demand.code, f"JX-{to_on:%Y%m}", to_on, fen)
        self.main.moves.append(Moved(to_on, fen, "结息", "", advice.number, time(1)))
        return advice


def advice_list(advices: Iterable[Advice]) -> bytes:
    """The banks' advices as one table, as finance gets it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("存款编号", "结息单号", "入账日期", "利息"))
    for one in advices:
        yuan = f"{one.interest_fen // 100}.{one.interest_fen % 100:02d}"
        writer.writerow((one.deposit, one.number, one.on, yuan))
    return out.getvalue().encode("utf-8-sig")


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
