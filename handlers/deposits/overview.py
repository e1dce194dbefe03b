"""Deposits as the Centre sees them, with estimates of what was not credited yet. R4.1, R4.4."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.deposits.fields import Tenor
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Query, route
from models.deposits import overview
from models.parameters import current_parameters
from rules.days import beijing_date
from rules.income import DEMAND, Base, Method, Terms, estimate
from rules.people import DESK_READERS
from rules.refusals.asking import NotFound
from rules.words.word import OneOf

TERMS_SHOWN = 100


STATES = {
    "listed": "旧系统所列，待接收",
    "taking": "接收待复核",
    "draft": "已录入，待复核",
    "running": "存续中",
    "closed": "已支取",
    "dropped": "已作废",
}


class DepositView(Answer, frozen=True):
    """一笔存款及其当前（或最后）存期；金额单位：分，利率以百分之一的万分之一为单位。
    `remaining_fen` 为尚存的本金，活期即账户余额。"""

    id: UUID
    code: Annotated[str, Meta(title="存款编号")]
    bank: str
    bank_account: str
    principal_fen: int
    remaining_fen: int
    tenor: Tenor
    first_on: date
    opened_on: date
    matures_on: date | None
    term_number: int
    agreed_rate_e4: int
    benchmark_rate_e4: int
    method: Annotated[Method, Meta(title="计息方式")]
    base: Base
    renews: Annotated[bool, Meta(title="自动转存")]
    state: Annotated[str, OneOf(STATES)]
    custody_id: Annotated[UUID | None, Meta(description="本金由它存出、收回时存入；尚未接收的为空")]
    account_id: Annotated[UUID | None, Meta(description="活期存款所记的账户；定期为空")]
    offer_id: UUID | None
    note: str
    overdue_days: int
    entered_by_me: bool
    entered_at: datetime | None
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


class DepositQuery(Page, frozen=True, kw_only=True):
    """Narrow the deposits to states (several parted by commas), a bank or a code that contains a
    text, a tenor, a day of maturity, or to those overdue; by maturity or as they were entered."""

    state: Annotated[str, Meta(max_length=60, description="可给几个，以逗号分开")] = ""
    bank: Annotated[str, Meta(max_length=120, description="名称的一部分")] = ""
    q: Annotated[str, Meta(max_length=60, description="存款编号、账号或备注的一部分")] = ""
    tenor: Tenor | None = None
    matures_before: date | None = None
    overdue: bool = False
    sort: Literal["", "maturity", "newest"] = ""


class DepositTermView(Answer, frozen=True):
    """存款的一个存期，按其起存日适用基准利率；已冲销的 `voided` 为真。"""

    term_number: int
    opened_on: date
    matures_on: date | None
    principal_fen: int
    withdrawn_fen: int
    agreed_rate_e4: int
    benchmark_rate_e4: int
    settled_on: date | None
    closed_on: date | None
    voided: bool


class DepositEstimate(Answer, frozen=True):
    """截至某日高于基准利息的增值收益估算，单位：分；银行入账之前不得动用（R4.4）。"""

    on: Annotated[date, Meta(title="截至日期")]
    value_added_fen: int
    spendable: bool = False
    note: Annotated[str, Meta(title="说明")] = "估算，银行结息入账前不得动用"


class DepositDetail(Answer, frozen=True):
    """一笔存款及其各存期（最新在前）；未到期的附增值收益估算。"""

    deposit: DepositView
    terms: list[DepositTermView]
    estimate: DepositEstimate | None


class DayQuery(Query, frozen=True):
    """The day to estimate for; today if absent."""

    on: Annotated[
        date | None,
        Meta(title="截至日期", description="预估到哪一天；不给即今天"),
    ] = None


@listing("/deposits", who=DESK_READERS, export="存款")
async def list_deposits(ctx: Context, query: DepositQuery) -> Listed[DepositView]:
    """存款一览，按到期日；可按状态、银行、存期、到期日、逾期筛选。R4.1。"""
    today = beijing_date(ctx.now)
    return await page(overview.DEPOSITS, query, lambda row: _view(ctx, row), today=today)


@route("GET", "/deposits/{deposit_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_deposit(ctx: Context, deposit_id: UUID, query: DayQuery) -> DepositDetail:
    """一笔存款及其各存期，和截至某日的增值收益估算（不得动用）。R4.1、R4.4。"""
    row = await _found(deposit_id)
    terms = await overview.terms_of(deposit_id, TERMS_SHOWN)
    on = query.on or beijing_date(ctx.now)
    return DepositDetail(
        deposit=_view(ctx, row),
        terms=[view_of(DepositTermView, term) for term in terms],
        estimate=await _estimate(row, on),
    )


async def _estimate(row: Mapping[str, Any], on: date) -> DepositEstimate | None:
    if row["state"] != "running" or row["closed_on"] is not None:
        return None
    terms = Terms(
        principal_fen=row["term_fen"],
        tenor=row["tenor"],
        opened_on=row["opened_on"],
        matures_on=row["matures_on"],
        agreed_rate_e4=row["agreed_rate_e4"],
        benchmark_rate_e4=row["benchmark_rate_e4"],
        method=row["method"],
        base=row["base"],
    )
    parameters = await current_parameters()
    gained = estimate(
        terms,
        on,
        part_fen=max(0, row["remaining_fen"]),
        from_on=row["settled_on"] if row["tenor"] == DEMAND else None,
        negative=parameters.income_negative,
    )
    return DepositEstimate(on=on, value_added_fen=gained)


async def _found(deposit_id: UUID) -> dict[str, Any]:
    row = await overview.find(deposit_id)
    if row is None:
        raise NotFound("没有该存款")
    return row


async def deposit_view(ctx: Context, deposit_id: UUID) -> DepositView:
    """One deposit as it stands. Raises NotFound."""
    return _view(ctx, await _found(deposit_id))


def _view(ctx: Context, row: Mapping[str, Any]) -> DepositView:
    today, due = beijing_date(ctx.now), row["matures_on"]
    runs = row["state"] == "running" and row["closed_on"] is None
    return view_of(
        DepositView,
        row,
        code=row["code"].partition("~")[0],
        remaining_fen=row["remaining_fen"] or 0,
        overdue_days=max(0, (today - due).days) if runs and due else 0,
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )
