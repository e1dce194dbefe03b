"""The pages of the years as rows of the table. R4.7, R12.1."""

from uuid import UUID

from console import links, year_pages
from console.disclosure import Listing
from console.rows import html, page_row
from console.templates import ASSETS
from handlers.disclosure.accounts import withheld
from handlers.income.explaining import explained
from handlers.income.year_deposits import YearSettlementQuery
from handlers.publishing.reports import (
    ReportQuery,
    get_yearly_report,
    list_yearly_reports,
)
from handlers.route import Context, Page, Year, route
from models import publishing
from papers.blob import Blob
from rules.people import Role
from rules.refusals.asking import NotFound

PYTHON = "text/x-python"


@page_row(links.YEARS)
async def see_years(ctx: Context, query: Page) -> Blob:
    """年度报告列表。"""
    found = await list_yearly_reports(ctx, query)
    lines = tuple(
        year_pages.YearLine(one.year, one.version, one.published_at, one.reason)
        for one in found.items
    )
    following = f"{links.YEARS}?after={found.next}" if found.next else ""
    return html(year_pages.years_page(lines, Listing(ctx.now, following)))


@page_row(links.YEARS + "/{year}")
async def see_year(ctx: Context, year: Year, query: ReportQuery) -> Blob:
    """某年度的增值收益报告。R4.7、R12.1。"""
    found = await get_yearly_report(ctx, year, query)
    which = f"&version={query.version}" if query.version else ""
    following = f"{links.year(found.report.year)}?after={found.next}{which}" if found.next else ""
    return html(year_pages.year_page(found, following))


@page_row(links.SCOPES + "/{scope_id}/income/{year}")
async def see_income(ctx: Context, scope_id: UUID, year: Year, query: YearSettlementQuery) -> Blob:
    """一个统筹账户某年收益的计算过程：存款、利率、天数、积数、余数。R4.7。"""
    hidden = await publishing.withheld_in(year)
    if hidden is None:
        raise NotFound("该年度的报告尚未公布")
    if scope_id in hidden or scope_id in (await withheld(ctx))[0].parts:
        raise NotFound("该账户的业主过少，不公开；本账户的业主可登录小程序查询")
    found = await explained(ctx, scope_id, year, query)
    here = links.income(scope_id, year)
    return html(year_pages.income_page(found, f"{here}?after={found.next}" if found.next else ""))


_SCRIPT = (ASSETS / "recompute_income.py").read_bytes()


@route("GET", links.SCRIPT, who=Role.PUBLIC, etag=True, blob=(PYTHON,), limit="public")
async def get_script(ctx: Context) -> Blob:
    """复算脚本：不用本系统的任何程序，复算公布的归集数据。R4.7。"""
    return Blob(_SCRIPT, f"{PYTHON}; charset=utf-8", "recompute_income.py")
