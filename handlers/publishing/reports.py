"""Yearly reports as anybody reads them, every version side by side. R12.1."""

from collections import OrderedDict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.lists import Listed, cursor, page, read_cursor, view_of
from handlers.route import Answer, Context, Page, Year, route
from models import publishing
from models.listing import Code
from rules.people import Role
from rules.publishing import (
    ReportBank,
    ReportBody,
    ReportCases,
    ReportSums,
    ReportTotals,
    ScopeOfYear,
)
from rules.refusals.asking import Malformed, NotFound

KEPT = 4
_bodies: OrderedDict[UUID, ReportBody] = OrderedDict()
"""Bodies read a while ago; they never change."""


class ReportVersion(Answer, frozen=True):
    """年度报告已公布的一个版本；`sha256` 是其 `report.json` 的散列值。"""

    year: int
    version: int
    published_at: datetime
    sha256: Annotated[str, Meta(description="`report.json` 的 SHA-256，十六进制")]
    reason: Annotated[str, Meta(title="更正原因", description="首次公布为空")]


class ReportVersionFigures(ReportVersion, frozen=True):
    """年度报告的一个版本及其合计，供与其他版本比较。"""

    totals: ReportTotals
    sums: ReportSums
    cases: ReportCases


class YearlyReport(Answer, frozen=True):
    """某年度报告的一个版本，各统筹账户分页列出；其他版本附其合计。"""

    report: ReportVersion
    min_group: int
    totals: ReportTotals
    banks: list[ReportBank]
    sums: ReportSums
    cases: ReportCases
    scopes: Annotated[list[ScopeOfYear], Meta(title="各统筹账户")]
    versions: list[ReportVersionFigures]
    next: str = ""


class ReportQuery(Page, frozen=True):
    """Which version (the newest if 0), and accounts whose name contains a text."""

    version: Annotated[int, Meta(ge=0, le=9999, description="0 为最新一版")] = 0
    q: Annotated[str, Meta(max_length=60, description="统筹账户名称的一部分")] = ""


def version_view(row: dict[str, Any]) -> ReportVersion:
    """A version's row as it is shown."""
    return view_of(ReportVersion, row, sha256=bytes(row["sha256"]).hex())


@route(
    "GET",
    "/public/yearly-reports",
    who=Role.PUBLIC,
    refuses=(Malformed,),
    etag=True,
    limit="public",
)
async def list_yearly_reports(ctx: Context, query: Page) -> Listed[ReportVersion]:
    """各年度增值收益报告，最新年度在前，无需登录。R12.1。"""
    return await page(publishing.LATEST, query, version_view)


@route(
    "GET",
    "/public/yearly-reports/{year}",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    etag=True,
    limit="public",
)
async def get_yearly_report(ctx: Context, year: Year, query: ReportQuery) -> YearlyReport:
    """某年度增值收益报告：存款与利息、归集、各统筹账户；更正的与原来的并列。R4.7、R12.1。"""
    heads = await publishing.heads_of(year)
    row = chosen(heads, query.version)
    report = await read(row["id"])
    after = read_cursor(query.after, "", [Code])
    asked = [one for one in report.scopes if query.q in one.name]
    lines = [one for one in asked if not after or one.code > after[0]]
    shown = lines[: query.limit]
    return YearlyReport(
        report=version_view(row),
        min_group=report.min_group,
        totals=report.totals,
        banks=report.banks,
        sums=report.sums,
        cases=report.cases,
        scopes=shown,
        versions=[_figures(head) for head in heads],
        next=cursor("", [shown[-1].code]) if len(lines) > query.limit else "",
    )


def _figures(row: dict[str, Any]) -> ReportVersionFigures:
    head, sha256 = row["head"], bytes(row["sha256"]).hex()
    parts = {name: head[name] for name in ("totals", "sums", "cases")}
    return view_of(ReportVersionFigures, row, sha256=sha256, **parts)


def chosen(rows: list[dict[str, Any]], version: int) -> dict[str, Any]:
    """The version asked for among a year's, the newest if 0. NotFound."""
    for row in rows:
        if version in (0, row["version"]):
            return row
    raise NotFound("该年度的报告尚未公布，或没有这一版")


async def read(report_id: UUID) -> ReportBody:
    """A published body."""
    if report_id not in _bodies:
        _bodies[report_id] = msgspec.convert(await publishing.body_of(report_id), ReportBody)
    _bodies.move_to_end(report_id)
    while len(_bodies) > KEPT:
        _bodies.popitem(last=False)
    return _bodies[report_id]
