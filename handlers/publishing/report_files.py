"""A yearly report to take away: exactly what was hashed, and as a workbook. R12.1."""

from typing import Annotated

from msgspec import Meta

from handlers.pools import WORKBOOKS
from handlers.publishing.reports import chosen, read
from handlers.route import Context, Query, Year, route
from models import publishing
from papers.blob import Blob
from papers.sheets.writing import XLSX
from papers.yearly_reports import report_workbook
from rules.people import Role
from rules.publishing import written
from rules.refusals.asking import NotFound

BYTES = "application/octet-stream"


class ReportFileQuery(Query, frozen=True):
    """Which version, the newest if 0."""

    version: Annotated[int, Meta(ge=0, le=9999, description="0 为最新一版")] = 0


@route(
    "GET",
    "/public/yearly-reports/{year}/report.json",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    etag=True,
    blob=(BYTES,),
    limit="public",
)
async def download_yearly_report(ctx: Context, year: Year, query: ReportFileQuery) -> Blob:
    """下载年度报告全文；其 SHA-256 与公布的一致。R12.1、R12.3。"""
    row = chosen(await publishing.versions(year), query.version)
    content = await WORKBOOKS.run(ctx.who.key, written, await read(row["id"]))
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
async def export_yearly_report(ctx: Context, year: Year, query: ReportFileQuery) -> Blob:
    """下载年度报告的表格（没有公式）。R12.1。"""
    row = chosen(await publishing.versions(year), query.version)
    report = await read(row["id"])
    name = f"{row['year']}年度报告第{row['version']}版.xlsx"
    return await WORKBOOKS.run(ctx.who.key, report_workbook, name, report)
