"""What a deposit was agreed to be, when it matures, and the central bank's rate for it.

R4.1, R4.2. Rates are whole ten-thousandths of a percent: 1.95 % is 19,500.
"""

from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

from rules.money import MAX_FEN
from rules.refusals.books import BenchmarkUnknown, WrongTerms

Method: TypeAlias = Literal["terms", "days360"]
Base: TypeAlias = Literal["fen", "yuan"]

DEMAND = "demand"
# 存期: months of each term; money on demand (活期) has none.
MONTHS: Mapping[str, int] = MappingProxyType({"3m": 3, "6m": 6, "1y": 12, "2y": 24, "3y": 36})
TENORS: tuple[str, ...] = (DEMAND, *MONTHS)
TENOR_TITLES: Mapping[str, str] = MappingProxyType(
    {
        DEMAND: "活期",
        "3m": "三个月",
        "6m": "六个月",
        "1y": "一年",
        "2y": "二年",
        "3y": "三年",
    }
)
# 100 %: above it a rate is a typing mistake.
RATE_MAX_E4 = 1_000_000


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months later, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def maturity(opened_on: date, tenor: str) -> date:
    """The same day of the month at the end of the term, or that month's last day. R4.2.

    The first day that earns nothing more. WrongTerms for money on demand and an unknown tenor.
    """
    if tenor not in MONTHS:
        raise WrongTerms(detail=f"存期“{tenor[:20]}”没有到期日", tenor=tenor[:20])
    return add_months(opened_on, MONTHS[tenor])


class Benchmarks:
    """The central bank's rates, each from a day on until the next of its tenor. R4.1."""

    def __init__(self, rows: Iterable[tuple[str, date, int]]) -> None:
        """From rows of tenor, first day and rate (ten-thousandths of a percent), in any order."""
        by_tenor: dict[str, dict[date, int]] = defaultdict(dict)
        for tenor, since_on, rate_e4 in rows:
            by_tenor[tenor][since_on] = rate_e4
        self._since = {tenor: sorted(rates) for tenor, rates in by_tenor.items()}
        self._rates = by_tenor

    def at(self, tenor: str, on: date) -> int:
        """The rate in force on that day, its first day included. BenchmarkUnknown when none is."""
        return self._rates[tenor][self.since(tenor, on)]

    def since(self, tenor: str, on: date) -> date:
        """The first day of the rate in force on that day. BenchmarkUnknown when none is."""
        days = self._since.get(tenor, [])
        place = bisect_right(days, on)
        if not place:
            title = TENOR_TITLES.get(tenor, tenor[:20])
            raise BenchmarkUnknown(
                detail=f"{on.isoformat()}没有{title}的基准利率", tenor=tenor[:20], on=on.isoformat()
            )
        return days[place - 1]


@dataclass(frozen=True)
class Terms:
    """One term of a deposit as agreed: principal in fen, rates in ten-thousandths of a percent.

    `matures_on` is None for money on demand. `benchmark_rate_e4` is that of the opening day and
    holds for the whole term (R4.1). `method` is the bank's: whole terms, or actual days on 360;
    of `base` "yuan" only whole yuan bear interest (R4.2).
    """

    principal_fen: int
    tenor: str
    opened_on: date
    matures_on: date | None
    agreed_rate_e4: int
    benchmark_rate_e4: int
    method: Method = "terms"
    base: Base = "fen"

    def __post_init__(self) -> None:
        if self.tenor not in TENORS:
            raise WrongTerms(detail=f"没有“{self.tenor[:20]}”这种存期")
        if self.method not in ("terms", "days360") or self.base not in ("fen", "yuan"):
            raise WrongTerms(detail="计息方式或计息基数不对")
        if not 0 < self.principal_fen <= MAX_FEN:
            raise WrongTerms(detail="本金应大于零且不过大")
        if not all(0 <= e4 <= RATE_MAX_E4 for e4 in (self.agreed_rate_e4, self.benchmark_rate_e4)):
            raise WrongTerms(detail="利率应在0至100%之间")
        due = None if self.tenor == DEMAND else maturity(self.opened_on, self.tenor)
        if self.matures_on != due:
            raise WrongTerms(detail=f"到期日与存期不符，应为{due or '空'}")

    @classmethod
    def agreed(
        cls,
        principal_fen: int,
        tenor: str,
        opened_on: date,
        agreed_rate_e4: int,
        benchmarks: Benchmarks,
        method: Method = "terms",
        base: Base = "fen",
    ) -> "Terms":
        """The terms with the maturity and the benchmark that follow from the opening day.

        WrongTerms, BenchmarkUnknown. A renewal is new terms opened on the day the old matured.
        """
        return cls(
            principal_fen,
            tenor,
            opened_on,
            None if tenor == DEMAND else maturity(opened_on, tenor),
            agreed_rate_e4,
            benchmarks.at(tenor, opened_on),
            method,
            base,
        )
