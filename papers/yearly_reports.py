"""The yearly report as a workbook, and its figures with what they are called. R12.1, R12.2."""

from papers.blob import Blob
from papers.sheets.writing import Row, workbook
from rules.money import yuan
from rules.publishing import ReportBank, ReportBody, ReportCases, ReportSums, ReportTotals

WITHHELD = "不公开"


BANK_HEADS = (
    "银行",
    "存款（笔）",
    "结息（笔）",
    "冲销（笔）",
    "利息（元）",
    "基准利息（元）",
    "增值收益（元）",
    "低于基准（元）",
)


SCOPE_HEADS = (
    "编号",
    "统筹账户",
    "业主（人）",
    "年初余额（元）",
    "归集收益（元）",
    "拨付保费（元）",
    "其他变动（元）",
    "年末余额（元）",
)


def report_workbook(name: str, report: ReportBody) -> Blob:
    """The report with a sheet of totals, one of banks and one of pooled accounts."""
    return workbook(
        name,
        [
            ("合计", ("项目", "数值"), total_rows(report.totals, report.sums, report.cases)),
            ("各银行", BANK_HEADS, bank_rows(report.banks)),
            ("各统筹账户", SCOPE_HEADS, scope_rows(report)),
        ],
    )


def money(fen: int | None) -> str:
    """A figure, or that it is withheld."""
    return WITHHELD if fen is None else yuan(fen)


def total_rows(totals: ReportTotals, sums: ReportSums, cases: ReportCases) -> list[Row]:
    """The totals with what they are called."""
    return [
        ("归集的存款（笔）", totals.deposits),
        ("结息（笔）", totals.settlements),
        ("冲回以前年度结息（笔）", totals.reversals),
        ("银行实际入账利息（元）", yuan(totals.interest_fen)),
        ("其中基准利息，归各户（元）", yuan(totals.benchmark_fen)),
        ("其中增值收益，归统筹账户（元）", yuan(totals.value_added_fen)),
        ("低于基准利率的差额（元）", yuan(totals.shortfall_fen)),
        ("上年结转（元）", yuan(totals.brought_fen)),
        ("记入统筹账户（元）", yuan(totals.distributed_fen)),
        ("结转下年（元）", yuan(totals.carried_fen)),
        ("法定利息记入分户账（元）", yuan(totals.homes_fen)),
        *((f"增值收益中{year}年所得（元）", yuan(fen)) for year, fen in totals.earned.items()),
        ("统筹账户（个）", sums.scopes),
        ("其中不公开（个）", sums.withheld),
        ("统筹账户年初余额（元）", yuan(sums.start_fen)),
        ("统筹账户归集收益（元）", yuan(sums.income_fen)),
        ("统筹账户拨付保费（元）", yuan(sums.payouts_fen)),
        ("统筹账户其他变动（元）", yuan(sums.other_fen)),
        ("统筹账户年末余额（元）", yuan(sums.end_fen)),
        ("拨付的办件（件）", cases.paid),
        ("拨付的保费（元）", yuan(cases.paid_fen)),
    ]


def bank_rows(banks: list[ReportBank]) -> list[Row]:
    """A line for each bank."""
    return [
        (
            bank.bank,
            bank.deposits,
            bank.settlements,
            bank.reversals,
            yuan(bank.interest_fen),
            yuan(bank.benchmark_fen),
            yuan(bank.value_added_fen),
            yuan(bank.shortfall_fen),
        )
        for bank in banks
    ]


def scope_rows(report: ReportBody) -> list[Row]:
    """A line for each pooled account."""
    return [
        (
            one.code,
            one.name,
            WITHHELD if one.owners is None else one.owners,
            money(one.start_fen),
            money(one.income_fen),
            money(one.payouts_fen),
            money(one.other_fen),
            money(one.end_fen),
        )
        for one in report.scopes
    ]
