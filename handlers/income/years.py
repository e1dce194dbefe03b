"""Asking for a year's preview, confirming its closing, and seeing how far it is. R4.7.

(nothing) -> previewing -> previewed -> closing -> closed
One person asks for the preview, another confirms; the worker does both (`handlers.income.closing`).
A closed year is never opened again: corrections are entries of an open year, netted in the next
closing. Until it is confirmed a year may be previewed as often as wanted.
"""

from datetime import datetime

from handlers.income.views import (
    YEAR_FIRST,
    YEAR_LAST,
    AccountingYearList,
    AccountingYearQuery,
    AccountingYearView,
    year_view,
)
from handlers.route import Context, route
from models.income import closing, gathering, years
from rules.days import beijing_date
from rules.events.books import YearClosingStarted
from rules.people import CENTRE, CONFIRMERS, Role
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.books import NothingToDistribute, WeightsMissing, YearNotReady


def year_of(text: str) -> int:
    """The year that a path names. Raises NotFound for what is none."""
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise NotFound("没有该年度")
    year = int(text)
    if not YEAR_FIRST <= year <= YEAR_LAST:
        raise NotFound("没有该年度")
    return year


async def view_of(year: int) -> AccountingYearView:
    """The year as it stands. Raises NotFound when nobody ever asked for its preview."""
    row = await years.found(year)
    if row is None:
        raise NotFound("该年度尚未试算")
    return year_view(row)


@route("GET", "/accounting-years", who=CENTRE)
async def accounting_years(ctx: Context, query: AccountingYearQuery) -> AccountingYearList:
    """各年度试算与结账情况，最新在前。R4.7。"""
    rows = await years.listed(query.after, query.limit + 1)
    items = [year_view(row) for row in rows[: query.limit]]
    more = len(rows) > query.limit
    return AccountingYearList(items=items, next=str(items[-1].year) if more else "")


@route("GET", "/accounting-years/{year}", who=CENTRE, refuses=(NotFound,))
async def accounting_year(ctx: Context, year: str) -> AccountingYearView:
    """某年度归集的合计与入账进度。R4.7。"""
    return await view_of(year_of(year))


@route(
    "POST",
    "/accounting-years/{year}/preview",
    who=Role.FINANCE,
    refuses=(NotFound, YearNotReady, NothingToDistribute, WeightsMissing),
)
async def preview_accounting_year(ctx: Context, year: str) -> AccountingYearView:
    """试算某年度的收益归集；可重复，不入账。R4.5至R4.8。"""
    number = year_of(year)
    await _refuse_unready(number, ctx.now)
    end_on = years.end_of(number)
    if not await gathering.any_due(end_on):
        raise NothingToDistribute()
    if not await gathering.any_balance(end_on):
        raise WeightsMissing()
    await years.ask(number, ctx.id, ctx.now)
    return await view_of(number)


async def _refuse_unready(year: int, now: datetime) -> None:
    """Returns if the year may be previewed: it is over, not shut itself or by a later one, and
    what came before it is distributed. Raises YearNotReady."""
    if beijing_date(now) <= years.end_of(year):
        raise YearNotReady("该年度尚未结束")
    row = await years.found(year, lock=True)
    if row is not None and row["state"] in years.SHUT:
        raise YearNotReady("该年度已经结账或正在结账")
    last = await years.newest_shut()
    if last is None:
        return
    if last > year:
        raise YearNotReady("以后的年度已经结账，此前的收益已随之归集", closed=last)
    before = await years.found(last)
    if before is not None and before["state"] != "closed":
        raise YearNotReady("上一年度正在结账，请待其完成", year=last)
    if between := await gathering.undistributed_years(last, year):
        raise YearNotReady("须先结账以前的年度", year=between[0])


@route(
    "POST",
    "/accounting-years/{year}/closing",
    who=CONFIRMERS,
    refuses=(NotFound, YearNotReady, SamePerson),
)
async def close_accounting_year(ctx: Context, year: str) -> AccountingYearView:
    """复核试算结果并开始结账入账；此后该年度不再记账。R4.7。"""
    number = year_of(year)
    row = await years.found(number, lock=True)
    if row is None:
        raise NotFound("该年度尚未试算")
    if row["state"] != "previewed":
        raise YearNotReady("该年度没有待复核的试算结果", state=row["state"])
    if row["asked_by"] == ctx.id:
        raise SamePerson()
    # Whoever posts into this year holds the row; that it is locked now means all are seen.
    if await years.entries_until(years.end_of(number)) != row["figures"]["entries"]:
        raise YearNotReady("试算之后又有该年度及以前的记账，请重新试算")
    last = await years.newest_shut()
    if last is not None and last > number:
        raise YearNotReady("以后的年度已经结账，此前的收益已随之归集", closed=last)
    chunks = await closing.income_chunks(number)
    await years.confirm(number, ctx.id, ctx.now, "income", chunks)
    data = {"year": number, "posted_fen": row["figures"]["posted_fen"]}
    ctx.record(YearClosingStarted(subject_id=str(years.subject_of(number)), at=ctx.now, data=data))
    return await view_of(number)
