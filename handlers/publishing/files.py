"""A yearly report to take away: exactly what was hashed, and as a workbook. R12.1."""

import asyncio
from typing import Annotated

from msgspec import Meta

from handlers.income.years import year_of
from handlers.publishing.body import (
    ReportBank,
    ReportBody,
    ReportCases,
    ReportSums,
    ReportTotals,
    written,
)
from handlers.publishing.public import chosen, read
from handlers.route import Context, Query, route
from models import publishing
from papers.blob import Blob
from papers.sheets.writing import XLSX, Row, workbook
from rules.money import yuan
from rules.people import Role
from rules.refusals.asking import NotFound

BYTES = "application/octet-stream"
WITHHELD = "不公开"


class FileQuery(Query, frozen=True):
    """Which version, the newest if 0."""

    version: Annotated[int, Meta(ge=0, le=9999)] = 0


@route(
    "GET",
    "/public/yearly-reports/{year}/report.json",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    etag=True,
    blob=(BYTES,),
    limit="public",
)
async def yearly_report_body(ctx: Context, year: str, query: FileQuery) -> Blob:
    """下载年度报告全文；其 SHA-256 与公布的一致。R12.1、R12.3。"""
    row = chosen(await publishing.versions(year_of(year)), query.version)
    content = await asyncio.to_thread(written, await read(row["id"]))
    return Blob(content, BYTES, f"{row['year']}年度报告第{row['version']}版.json")


@route(
    "GET",
    "/public/yearly-reports/{year}/report.xlsx",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    etag=True,
    blob=(XLSX,),
    limit="public",
)
async def yearly_report_file(ctx: Context, year: str, query: FileQuery) -> Blob:
    """下载年度报告的表格（没有公式）。R12.1。"""
    row = chosen(await publishing.versions(year_of(year)), query.version)
    report = await read(row["id"])
    name = f"{row['year']}年度报告第{row['version']}版.xlsx"
    return await asyncio.to_thread(_file, name, report)


def _file(name: str, report: ReportBody) -> Blob:
    return workbook(
        name,
        [
            ("合计", ("项目", "数值"), total_rows(report.totals, report.sums, report.cases)),
            ("各银行", BANK_HEADS, bank_rows(report.banks)),
            ("各统筹账户", SCOPE_HEADS, scope_rows(report)),
        ],
    )


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
