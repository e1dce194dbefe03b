"""The city this system serves: its names, numbers and defaults. Another city is another record.

Nothing else in the program names the city, its Centre or a telephone number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rules.parameters import DEFAULT, Parameters


@dataclass(frozen=True, slots=True)
class Series:
    """How the numbers of one kind of paper are written: GJ-2025-000001 has six digits."""

    prefix: str
    digits: int = 6


@dataclass(frozen=True, slots=True)
class City:
    """Names are as they stand on papers; `plates` is how the region's number plates begin.

    `address` and `hours` are of the counter, where papers are fetched and handed in: printed on
    whatever people take away. `plan` is the title, in its marks, under which the city published
    the rules. `parameters` are those that hold while none were entered. Section 14.
    """

    name: str
    centre: str
    phone: str
    address: str
    hours: str
    plan: str
    plates: str
    series: Mapping[str, Series]
    parameters: Parameters = field(default=DEFAULT)

    def number(self, kind: str, year: int, nth: int) -> str:
        """The `nth` number of that kind in that year. KeyError for a kind without a series."""
        series = self.series[kind]
        return f"{series.prefix}-{year}-{nth:0{series.digits}d}"


JISHOU = City(
    name="吉首市",
    centre="吉首市住房保障服务中心",
    # The public line printed in the plan itself.
    phone="0743-8532500",
    # The plan names no street: the Centre completes both before it opens (docs/operations.md).
    address="湖南省湘西土家族苗族自治州吉首市，市住保中心办事窗口",
    hours="工作日上班时间（法定节假日除外）",
    plan="《吉首市物业专项维修资金增值收益引入电梯维修保险机制改革实施方案（试行）》",
    plates="湘",
    series={
        "case": Series("JSDT"),
        "registration": Series("JSBA"),
        "special": Series("DTZH"),
        "special_refund": Series("ZHTK"),
        "receipt": Series("GJ"),
        "refund": Series("TK"),
        "fund": Series("WXZJ"),
        "voucher": Series("JZ"),
        "paper": Series("JSWS"),
        "ballots": Series("ZZXP"),
        "placement": Series("JYCF", digits=4),
        "reconciliation": Series("JSTJ", digits=4),
    },
)

CITY = JISHOU
"""The city of this installation."""
