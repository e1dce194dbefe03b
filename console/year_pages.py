"""The yearly report, and how a scope's income of a year was computed, for anybody. R4.7, R12.1."""

from dataclasses import dataclass
from datetime import datetime

from console import links
from console.disclosure import Cell, Listing
from console.templates import page
from handlers.income.explaining import IncomeDeposit, IncomeExplained
from handlers.publishing.reports import ReportVersion, ReportVersionFigures, YearlyReport
from papers.yearly_reports import SCOPE_HEADS, money, total_rows
from rules.income import TENOR_TITLES, percent
from rules.money import yuan
from rules.publishing import ReportBank

BANK_HEADS = (
    "银行",
    "结息（笔）",
    "利息（元）",
    "基准利息（元）",
    "增值收益（元）",
    "低于基准（元）",
)
# A share may rest on hundreds of balances; the page shows so many, the data all of them.
BALANCES_SHOWN = 60


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year's newest report in the list."""

    year: int
    version: int
    published_at: datetime
    reason: str


def years_page(lines: tuple[YearLine, ...], listing: Listing) -> str:
    """The years whose reports are out, the latest first."""
    rows = tuple(
        (
            Cell(f"{line.year}年", links.year(line.year), whole=True),
            Cell(f"第{line.version}版", whole=True),
            Cell(f"{line.published_at:%Y-%m-%d}", whole=True),
            Cell(line.reason or "—"),
        )
        for line in lines
    )
    return page("years.html", rows=rows, listing=listing)


def year_page(report: YearlyReport, next_url: str) -> str:
    """One year's report: its sums, the banks, the accounts, and the other versions beside it."""
    year = report.report.year
    return page(
        "year.html",
        report=report,
        totals=total_rows(report.totals, report.sums, report.cases),
        bank_heads=BANK_HEADS,
        banks=[_bank(bank) for bank in report.banks],
        scope_heads=SCOPE_HEADS[1:],
        scopes=[_scope(report, place) for place in range(len(report.scopes))],
        versions=_beside(report.versions) if len(report.versions) > 1 else None,
        shown=_version(report.report),
        next_url=next_url,
        first_url=links.year(year),
        files=links.year_files(year, report.report.version),
    )


def _bank(bank: ReportBank) -> tuple[Cell, ...]:
    figures = (bank.interest_fen, bank.benchmark_fen, bank.value_added_fen, bank.shortfall_fen)
    return (
        Cell(bank.bank),
        Cell(str(bank.settlements + bank.reversals), number=True),
        *(Cell(yuan(fen), number=True) for fen in figures),
    )


def _scope(report: YearlyReport, place: int) -> tuple[Cell, ...]:
    one = report.scopes[place]
    figures = (one.start_fen, one.income_fen, one.payouts_fen, one.other_fen, one.end_fen)
    url = "" if one.withheld else links.income(one.scope_id, report.report.year)
    return (
        Cell(one.name, url),
        Cell("不公开" if one.owners is None else str(one.owners), number=True),
        *(Cell(money(fen), number=True) for fen in figures),
    )


def _version(version: ReportVersion) -> str:
    why = f"，更正原因：{version.reason}" if version.reason else ""
    return f"第{version.version}版，{version.published_at:%Y-%m-%d %H:%M}公布{why}"


@dataclass(frozen=True, slots=True)
class Beside:
    """What differs between versions, side by side, the newest first; and each version's page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[tuple[str, str], ...]


def _beside(versions: list[ReportVersionFigures]) -> Beside:
    """Both figures stay. R12.1."""
    columns = [
        {str(row[0]): str(row[1]) for row in total_rows(one.totals, one.sums, one.cases)}
        for one in versions
    ]
    rows = []
    for name in dict.fromkeys(name for column in columns for name in column):
        figures = [column.get(name, "—") for column in columns]
        if len(set(figures)) > 1:
            rows.append((Cell(name), *(Cell(figure, number=True) for figure in figures)))
    return Beside(
        ("项目", *(f"第{one.version}版" for one in versions)),
        tuple(rows),
        tuple((_version(one), f"{links.year(one.year)}?version={one.version}") for one in versions),
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """One settlement and the scope's share of it, set for reading."""

    title: str
    facts: tuple[tuple[str, str], ...]
    balances: tuple[tuple[Cell, ...], ...]
    left_out: int
    steps: tuple[str, ...]
    share_fen: int


def income_page(income: IncomeExplained, next_url: str) -> str:
    """Which deposits, rates, days, weights and remainders made a scope's figure. R4.7."""
    return page(
        "income.html",
        income=income,
        earned=[(f"其中{one.year}年取得（元）", yuan(one.income_fen)) for one in income.earned],
        settled=[settled(one) for one in income.items],
        balance_heads=("自（含）", "至（不含）", "天数", "分户余额合计（元）", "积数（分·天）"),
        account_url=links.scope(income.scope_id),
        year_url=links.year(income.year),
        files=links.year_files(income.year, 0),
        next_url=next_url,
        first_url=links.income(income.scope_id, income.year),
    )


def settled(item: IncomeDeposit) -> Settled:
    """A settlement as it is read: its terms, the balances of its days, the steps to the share."""
    deposit = item.deposit
    facts = (
        ("本金", f"{yuan(deposit.principal_fen)}元"),
        ("存期", TENOR_TITLES[deposit.tenor]),
        (
            "起息",
            f"{deposit.opened_on}" + (f"，{deposit.matures_on}到期" if deposit.matures_on else ""),
        ),
        (
            "利率",
            f"约定{percent(deposit.agreed_rate_e4)}%，基准{percent(deposit.benchmark_rate_e4)}%",
        ),
        ("结息期间", f"{deposit.from_on}（含）至{deposit.to_on}（不含），{deposit.days}天"),
        ("实际利息", f"{yuan(deposit.interest_fen)}元（{deposit.credited_on}入账）"),
        ("基准利息", f"{yuan(deposit.due_benchmark_fen)}元"),
        ("增值收益", f"{yuan(deposit.value_added_fen)}元"),
        ("本单位份额", f"{yuan(item.share_fen)}元"),
    )
    rows = tuple(
        (
            Cell(f"{one.from_on}", whole=True),
            Cell(f"{one.to_on}", whole=True),
            Cell(str(one.days), number=True),
            Cell(yuan(one.balance_fen), number=True),
            Cell(one.product, number=True),
        )
        for one in item.balances
    )
    return Settled(
        title=f"存款{deposit.deposit_code}（{deposit.bank}）"
        + ("　冲销" if deposit.sign < 0 else ""),
        facts=facts,
        balances=rows[:BALANCES_SHOWN],
        left_out=max(0, len(rows) - BALANCES_SHOWN),
        steps=tuple(word for word in item.words[2:] if not word.startswith("本单位积数")),
        share_fen=item.share_fen,
    )
