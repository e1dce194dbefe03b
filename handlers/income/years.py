"""Asking for a year's preview, confirming its closing, and seeing how far it is. R4.7.

(nothing) -> previewing -> previewed -> closing -> closed
One person asks for the preview, another confirms; the worker does both (`handlers.income.closing`).
It is no entry: what waits is the result of a computation, asked for again as often as wanted and
never dropped; the second person starts a closing of many transactions.
A closed year is never opened again: corrections are entries of an open year, netted in the next
closing. Until it is confirmed a year may be previewed as often as wanted.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Year, route
from models.income import closing, gathering, years
from rules.days import beijing_date
from rules.entries import must_be_second
from rules.events.books import YearClosingStarted
from rules.money import yuan
from rules.people import CENTRE, CONFIRMERS, Role
from rules.refusals.asking import AccountWaits, NotFound, SamePerson
from rules.refusals.books import NothingToDistribute, WeightsMissing, YearNotReady
from rules.words.word import OneOf, titled

STATES: Mapping[str, str] = {
    "previewing": "正在试算",
    "previewed": "已试算，待他人复核",
    "failed": "试算未成，未作任何更改",
    "closing": "已复核，正在入账",
    "closed": "已结账",
}
State = Annotated[Literal["previewing", "previewed", "failed", "closing", "closed"], titled(STATES)]


STEPS: Mapping[str, str] = {
    "": "没有在进行",
    "gathering": "汇总分户余额",
    "sharing": "逐笔存款归集到楼栋或单元",
    "income": "增值收益记入统筹账户",
    "weighing": "计算各户积数",
    "interest": "基准利息记入分户账",
    "verifying": "核对入账合计",
}


class AccountingYearFigures(Answer, frozen=True):
    """某年度归集的合计，单位：分。`income_fen`、`interest_fen` 为归集给统筹账户和分户账的金额；
    收益中 `brought_fen` 抵减以前的冲销，`carried_fen` 留待以后年度抵减；`shortfall_fen` 为银行
    实付低于基准的差额。

    `earned` 为收益取得的自然年度（R4.5）；`left_income_fen`、`left_interest_fen` 为年末尚未分配
    的金额。
    """

    attribution: Literal["", "balance_days"] = ""
    settlements: int = 0
    reversals: int = 0
    bank_interest_fen: int = 0
    income_fen: int = 0
    interest_fen: Annotated[int, Meta(title="法定利息", description="归各户的利息")] = 0
    shortfall_fen: int = 0
    scopes: int = 0
    scopes_credited: int = 0
    homes: int = 0
    homes_credited: int | None = None
    brought_fen: int = 0
    posted_fen: int = 0
    carried_fen: int = 0
    earned: Annotated[
        dict[str, Annotated[int, Meta(description="单位：分")]], Meta(description="自然年到金额")
    ] = {}
    left_income_fen: int = 0
    left_interest_fen: int = 0


class AccountingYearView(Answer, frozen=True):
    """一个年度的试算与结账：进行到哪一步、该步的进度和合计。

    只计入 `frozen_at` 以前的记录；`failure` 为试算失败的原因。
    """

    year: int
    state: State
    state_title: str
    step: Annotated[str, OneOf(STEPS)]
    step_title: str
    done: Annotated[int, Meta(title="已完成步数")]
    total: Annotated[int, Meta(title="总步数")]
    failure: Annotated[str, Meta(title="试算未完成的原因", description="没有失败的为空")]
    asked_at: datetime
    frozen_at: datetime
    confirmed_at: datetime | None
    closed_at: Annotated[datetime | None, Meta(title="结账时间", description="为空即尚未结账")]
    figures: AccountingYearFigures


class AccountingYearQuery(Page, frozen=True):
    """Only the years in a state."""

    state: State | None = None


async def year_view(year: int) -> AccountingYearView:
    """The year as it stands. Raises NotFound when nobody ever asked for its preview."""
    row = await years.found(year)
    if row is None:
        raise NotFound("该年度尚未试算")
    return _view(row)


def _view(row: Mapping[str, Any]) -> AccountingYearView:
    figures = row["figures"]
    if isinstance(figures, str):
        figures = msgspec.json.decode(figures)
    return view_of(
        AccountingYearView,
        row,
        state_title=STATES[row["state"]],
        step_title=STEPS[row["step"]] if row["step"] else "",
        figures=msgspec.convert(figures, AccountingYearFigures),
    )


COLUMNS: dict[str, str | Callable[[AccountingYearView], object]] = {
    "年度": "year",
    "状态": "state_title",
    "增值收益（元）": lambda year: yuan(year.figures.income_fen),
    "基准利息（元）": lambda year: yuan(year.figures.interest_fen),
    "记入统筹账户（元）": lambda year: yuan(year.figures.posted_fen),
    "结转（元）": lambda year: yuan(year.figures.carried_fen),
    "试算时间": "asked_at",
    "复核时间": "confirmed_at",
    "结账时间": "closed_at",
}


@listing("/accounting-years", who=CENTRE, export="年度结账", columns=COLUMNS)
async def list_accounting_years(
    ctx: Context, query: AccountingYearQuery
) -> Listed[AccountingYearView]:
    """各年度试算与结账情况，最新在前。R4.7。"""
    return await page(years.YEARS, query, _view)


@route("GET", "/accounting-years/{year}", who=CENTRE, refuses=(NotFound,))
async def get_accounting_year(ctx: Context, year: Year) -> AccountingYearView:
    """某年度归集的合计与入账进度。R4.7。"""
    return await year_view(year)


@route(
    "POST",
    "/accounting-years/{year}/preview",
    who=Role.FINANCE,
    refuses=(NotFound, YearNotReady, NothingToDistribute, WeightsMissing),
    status=200,
)
async def preview_accounting_year(ctx: Context, year: Year) -> AccountingYearView:
    """试算某年度的收益归集；可重复，不入账。R4.5至R4.8。"""
    await _refuse_unready(year, ctx.now)
    end_on = years.end_of(year)
    if not await gathering.any_due(end_on):
        raise NothingToDistribute()
    if not await gathering.any_balance(end_on):
        raise WeightsMissing()
    await years.ask(year, ctx.id, ctx.now)
    return await year_view(year)


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
    refuses=(NotFound, YearNotReady, SamePerson, AccountWaits),
    status=200,
)
async def close_accounting_year(ctx: Context, year: Year) -> AccountingYearView:
    """复核试算结果并开始结账入账；此后该年度不再记账。R4.7。"""
    row = await years.found(year, lock=True)
    if row is None:
        raise NotFound("该年度尚未试算")
    if row["state"] != "previewed":
        raise YearNotReady("该年度没有待复核的试算结果", state=row["state"])
    must_be_second(ctx.who, row["asked_by"])
    # Whoever posts into this year holds the row; that it is locked now means all are seen.
    if await years.entries_until(years.end_of(year)) != row["figures"]["entries"]:
        raise YearNotReady("试算之后又有该年度及以前的记账，请重新试算")
    last = await years.newest_shut()
    if last is not None and last > year:
        raise YearNotReady("以后的年度已经结账，此前的收益已随之归集", closed=last)
    chunks = await closing.income_chunks(year)
    await years.confirm(year, ctx.id, ctx.now, "income", chunks)
    data = {"year": year, "posted_fen": row["figures"]["posted_fen"]}
    ctx.record(YearClosingStarted(subject_id=str(years.subject_of(year)), at=ctx.now, data=data))
    return await year_view(year)
