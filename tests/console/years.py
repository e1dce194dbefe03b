"""The pages of the years, filled with invented figures, by the path they are served at."""

from datetime import date, datetime
from uuid import UUID

from console import links
from console.disclosure import Listing
from console.year_pages import YearLine, income_page, year_page, years_page
from handlers.income.explaining import (
    BalanceStretch,
    IncomeDeposit,
    IncomeExplained,
    IncomeShareSlice,
)
from handlers.income.year_deposits import IncomeSlice, YearSettlement
from handlers.publishing.reports import ReportVersion, ReportVersionFigures, YearlyReport
from rules.days import BEIJING
from rules.publishing import (
    ReportBank,
    ReportCases,
    ReportSums,
    ReportTotals,
    ScopeOfYear,
)

NOW = datetime(2025, 5, 3, 10, 30, tzinfo=BEIJING)
YEAR = 2024
SCOPE = UUID(int=7)
LONG = "湘西土家族苗族自治州吉首市乾州新区世纪大道阳光国际商业广场二期高层住宅小区12栋3单元"


def version(number: int, why: str = "") -> dict[str, object]:
    return {
        "year": YEAR,
        "version": number,
        "published_at": NOW,
        "sha256": f"{number}" * 64,
        "reason": why,
    }


def totals(distributed_fen: int) -> ReportTotals:
    return ReportTotals(
        deposits=12,
        settlements=14,
        reversals=1,
        interest_fen=195_000_000,
        benchmark_fen=150_000_000,
        value_added_fen=45_000_000,
        shortfall_fen=1_200,
        brought_fen=-5_000,
        distributed_fen=distributed_fen,
        carried_fen=-3_000,
        homes_fen=150_000_000,
        earned={"2023": 22_684_900, "2024": 22_315_100},
    )


def sums() -> ReportSums:
    return ReportSums(
        scopes=3,
        withheld=2,
        start_fen=98_765_432_10,
        income_fen=44_998_000,
        payouts_fen=372_003,
        other_fen=0,
        end_fen=99_211_690_07,
    )


def line(name: str, withheld: bool = False) -> ScopeOfYear:
    figures = (5_000_000, 4_106_570, 372_003, 0, 8_734_567)
    names = ("start_fen", "income_fen", "payouts_fen", "other_fen", "end_fen")
    shown = dict.fromkeys(names) if withheld else dict(zip(names, figures, strict=True))
    kept = {"withheld": withheld, "owners": None if withheld else 48}
    return ScopeOfYear(scope_id=SCOPE, code="A", name=name, kind="building", **kept, **shown)


def report(versions: int = 1) -> YearlyReport:
    """A report in so many versions."""
    cases, found = ReportCases(paid=3, paid_fen=372_003), []
    for number in range(versions, 0, -1):
        why = "一笔结息单重复录入，已冲销" if number > 1 else ""
        fen = 44_998_000 - 100 * (versions - number)
        found.append(
            ReportVersionFigures(
                **version(number, why), totals=totals(fen), sums=sums(), cases=cases
            )
        )
    banks = [
        ReportBank(
            bank=bank,
            deposits=6,
            settlements=7,
            reversals=0,
            interest_fen=97_500_000,
            benchmark_fen=75_000_000,
            value_added_fen=22_500_000,
            shortfall_fen=600,
        )
        for bank in ("中国建设银行股份有限公司湘西土家族苗族自治州分行", "示例农村商业银行")
    ]
    return YearlyReport(
        report=ReportVersion(**version(versions, found[0].reason)),
        min_group=5,
        totals=found[0].totals,
        banks=banks,
        sums=sums(),
        cases=cases,
        scopes=[
            line("石榴苑1栋"),
            line(LONG),
            line("别处小区1栋", True),
            line("别处小区2栋", True),
        ],
        versions=found,
        next="A",
    )


def deposit(code: str, sign: int = 1) -> YearSettlement:
    return YearSettlement(
        settlement_id=UUID(int=1),
        deposit_code=code,
        bank="示例农村商业银行",
        sign=sign,
        kind="maturity",
        principal_fen=100_000_000,
        tenor="1y",
        method="terms",
        base="fen",
        opened_on=date(2023, 7, 1),
        matures_on=date(2024, 7, 1),
        agreed_rate_e4=19_500,
        benchmark_rate_e4=15_000,
        from_on=date(2023, 7, 1),
        to_on=date(2024, 7, 1),
        days=366,
        interest_fen=1_950_000,
        due_benchmark_fen=1_500_000,
        benchmark_fen=1_500_000,
        value_added_fen=450_000,
        shortfall_fen=0,
        credited_on=date(2024, 7, 1),
        effective_on=date(2024, 7, 1),
        advice_number="JX-2024-0701",
        weight="123456789012345678901",
        left_fen=3,
        cut_remainder="98765432109876543210",
        cut_scope_id=SCOPE,
        slices=[
            IncomeSlice(year=2023, income_fen=226_230),
            IncomeSlice(year=2024, income_fen=223_770),
        ],
    )


def share(code: str, sign: int = 1) -> IncomeDeposit:
    stretches = [
        BalanceStretch(
            from_on=date(2023, 7, 1),
            to_on=date(2024, 2, 1),
            days=215,
            balance_fen=234_567_890,
            product="50432096350",
        ),
        BalanceStretch(
            from_on=date(2024, 2, 1),
            to_on=date(2024, 7, 1),
            days=151,
            balance_fen=234_667_890,
            product="35434851390",
        ),
    ]
    return IncomeDeposit(
        deposit=deposit(code, sign),
        balances=stretches,
        weight="85866947740",
        quotient=312,
        remainder="98765432109876543219",
        extra=1,
        share_fen=313 * sign,
        slices=[IncomeShareSlice(year=2024, income_fen=223_770, share_fen=155 * sign)],
        words=[
            "存款要素",
            "银行入账",
            "本单位积数（分户余额×天数）：85866947740分·天",
            "全市各单位积数合计：123456789012345678901分·天",
            "份额：450000分×85866947740÷123456789012345678901，整数部分312分，余数98765432109876543219",
            "各单位取整后余3分，余数由大到小各加1分，最后一个得到的余数为98765432109876543210：加1分",
            "本单位份额：312+1=313分，即3.13元",
        ],
    )


def income() -> IncomeExplained:
    """What a year gave a scope, with two settlements."""
    return IncomeExplained(
        scope_id=SCOPE,
        name="石榴苑1栋",
        year=YEAR,
        state="closed",
        state_title="已结账",
        shares_fen=4_106_570,
        brought_fen=-1_000,
        posted_fen=4_105_570,
        carried_fen=0,
        earned=[
            IncomeSlice(year=2023, income_fen=226),
            IncomeSlice(year=2024, income_fen=4_106_344),
        ],
        journal="year:2024:income:1",
        words=["本年各笔份额合计41,065.70元，加上年结转-10.00元，得41,055.70元"],
        items=[share("DQ-2023-0007"), share("DQ-2022-0003", -1)],
        next="x",
    )


def year_pages() -> dict[str, str]:
    """Every page of the years by its path."""
    listing = Listing(NOW, f"{links.YEARS}?after=2019")
    lines = (YearLine(2024, 2, NOW, "一笔结息单重复录入，已冲销"), YearLine(2023, 1, NOW, ""))
    return {
        links.YEARS: years_page(lines, listing),
        f"{links.YEARS}/none": years_page((), Listing(NOW)),
        links.year(YEAR): year_page(report(), f"{links.year(YEAR)}?after=A"),
        f"{links.YEARS}/corrected": year_page(report(2), ""),
        links.income("a1", YEAR): income_page(income(), f"{links.income('a1', YEAR)}?after=x"),
    }
