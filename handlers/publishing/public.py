"""Yearly reports as anybody reads them, every version side by side. R12.1."""

from collections import OrderedDict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.income.views import YEAR_FIRST, YEAR_LAST
from handlers.income.years import year_of
from handlers.publishing.body import (
    ReportBank,
    ReportBody,
    ReportCases,
    ReportSums,
    ReportTotals,
    ScopeOfYear,
)
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import at
from models import publishing
from rules.people import Role
from rules.refusals.asking import Malformed, NotFound

KEPT = 4
_bodies: OrderedDict[UUID, ReportBody] = OrderedDict()
"""Bodies read a while ago; they never change."""


class VersionView(Answer, frozen=True):
    """A version as it was published; `sha256` is of its report.json."""

    year: int
    version: int
    published_at: datetime
    sha256: str
    why: str


class VersionFigures(VersionView, frozen=True):
    """A version with its sums, to be compared with the others."""

    totals: ReportTotals
    sums: ReportSums
    cases: ReportCases


class YearlyReportList(Answer, frozen=True):
    """The newest version of each year's report, the latest year first."""

    items: list[VersionView]
    next: str = ""


class YearlyReport(Answer, frozen=True):
    """A year's report in one version, its accounts by page; the other versions with their sums."""

    report: VersionView
    min_group: int
    totals: ReportTotals
    banks: list[ReportBank]
    sums: ReportSums
    cases: ReportCases
    scopes: list[ScopeOfYear]
    versions: list[VersionFigures]
    next: str = ""


class ReportsQuery(Query, frozen=True):
    """Years before that one."""

    after: Annotated[int, Meta(ge=YEAR_FIRST, le=YEAR_LAST)] = YEAR_LAST
    limit: Annotated[int, Meta(ge=1, le=100)] = 20


class ReportQuery(Page, frozen=True):
    """Which version (the newest if 0), and accounts whose name contains a text."""

    version: Annotated[int, Meta(ge=0, le=9999)] = 0
    q: Annotated[str, Meta(max_length=60)] = ""


def version_view(row: dict[str, Any]) -> VersionView:
    """A version's row as it is shown."""
    return VersionView(**_version(row))


def _version(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "year": row["year"],
        "version": row["version"],
        "published_at": at(row["published_at"]),
        "sha256": bytes(row["sha256"]).hex(),
        "why": row["why"],
    }


@route("GET", "/public/yearly-reports", who=Role.PUBLIC, etag=True, limit="public")
async def yearly_reports(ctx: Context, query: ReportsQuery) -> YearlyReportList:
    """各年度增值收益报告，无需登录。R12.1。"""
    rows = await publishing.latest(query.after, query.limit + 1)
    items = [version_view(row) for row in rows[: query.limit]]
    more = len(rows) > query.limit
    return YearlyReportList(items=items, next=str(items[-1].year) if more else "")


@route(
    "GET",
    "/public/yearly-reports/{year}",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    etag=True,
    limit="public",
)
async def yearly_report(ctx: Context, year: str, query: ReportQuery) -> YearlyReport:
    """某年度增值收益报告：存款与利息、归集、各统筹账户；更正的与原来的并列。R4.7、R12.1。"""
    heads = await publishing.heads_of(year_of(year))
    row = chosen(heads, query.version)
    report = await read(row["id"])
    if "\x00" in query.after + query.q:
        raise Malformed(errors=[{"pointer": "after", "detail": "含有无效字符"}])
    lines = [one for one in report.scopes if one.code > query.after and query.q in one.name]
    page = lines[: query.limit]
    return YearlyReport(
        report=version_view(row),
        min_group=report.min_group,
        totals=report.totals,
        banks=report.banks,
        sums=report.sums,
        cases=report.cases,
        scopes=page,
        versions=[_figures(head) for head in heads],
        next=page[-1].code if len(lines) > query.limit else "",
    )


def _figures(row: dict[str, Any]) -> VersionFigures:
    head = row["head"]
    return VersionFigures(
        **_version(row),
        totals=msgspec.convert(head["totals"], ReportTotals),
        sums=msgspec.convert(head["sums"], ReportSums),
        cases=msgspec.convert(head["cases"], ReportCases),
    )


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
