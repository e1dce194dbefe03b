"""Why a scope got what it got, and a home: every figure needed to do it again by hand. R4.7."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.funds.homes import VIEWERS as HOME_VIEWERS
from handlers.funds.homes import seen as home_seen
from handlers.income.year_deposits import (
    IncomeSlice,
    YearSettlement,
    YearSettlementQuery,
    without_cut,
    year_deposit,
)
from handlers.income.years import STATES, State
from handlers.ledger.balances import VIEWERS
from handlers.lists import Cut, cut, view_of
from handlers.route import Answer, Context, Page, Year, route
from handlers.steps import viewer
from models import ledger
from models.income import explaining, publishing, years
from models.parameters import current_parameters
from models.publishing import withheld_in
from rules.days import beijing_date
from rules.income import Change, home_weight
from rules.income.shares import InterestCut, gains
from rules.income.words import (
    NOT_SPENDABLE,
    ShareOfSettlement,
    explain_share,
    home_words,
    sum_words,
)
from rules.people import CENTRE
from rules.refusals.asking import Malformed, NotFound, NotYourScope


class ScopeEstimate(Answer, frozen=True):
    """未到期存款截至某日可望给该统筹账户的收益估算，单位：分；不计入任何余额。R4.4。"""

    as_of_on: date
    estimate_fen: int
    computed_at: datetime
    note: Annotated[str, Meta(title="说明")] = NOT_SPENDABLE


class ScopeYear(Answer, frozen=True):
    """已结账年度归集到该统筹账户的收益，单位：分；`earned` 按取得收益的自然年度列出。"""

    year: int
    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int
    earned: list[IncomeSlice]


class ScopeIncome(Answer, frozen=True):
    """统筹账户历年归集的收益（最近年度在前）和未到期存款的估算。"""

    scope_id: UUID
    estimate: ScopeEstimate | None
    items: Annotated[list[ScopeYear], Meta(title="各年度")]
    next: str


@route("GET", "/scopes/{scope_id}/income", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def list_scope_income(ctx: Context, scope_id: UUID, query: Page) -> ScopeIncome:
    """统筹账户历年归集的增值收益，及未到期存款的预估（不可支用）。R4.4、R4.5。"""
    await refuse_unseen(ctx, scope_id)
    found = await cut(explaining.SCOPE_YEARS, query, scope_id=scope_id)
    estimate = await explaining.estimate_of(scope_id)
    return ScopeIncome(
        scope_id=scope_id,
        estimate=view_of(ScopeEstimate, estimate) if estimate else None,
        items=[view_of(ScopeYear, row, earned=earned_of(row)) for row in found.rows],
        next=found.next,
    )


def earned_of(row: Mapping[str, Any]) -> list[IncomeSlice]:
    """In which calendar years a scope's income was earned."""
    earned: dict[str, int] = msgspec.json.decode(row["earned"])
    return [IncomeSlice(year=int(year), income_fen=fen) for year, fen in sorted(earned.items())]


async def refuse_unseen(ctx: Context, scope_id: UUID) -> None:
    """Returns if the asker may see the scope's account. Raises NotFound, NotYourScope."""
    found = await ledger.account_seen(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    if not found[0]:
        raise NotYourScope()


class BalanceStretch(Answer, frozen=True):
    """全部分户余额合计不变的一段日期，含首日不含末日；`product` 为积数（分×天）。"""

    from_on: date
    to_on: Annotated[date, Meta(title="终止日", description="不含当日")]
    days: int
    balance_fen: int
    product: str


class IncomeShareSlice(Answer, frozen=True):
    """一份结息的收益中某一自然年度的部分，以及该统筹账户从中所得，单位：分。R4.5。"""

    year: int
    income_fen: Annotated[int, Meta(title="增值收益")]
    share_fen: int


class IncomeDeposit(Answer, frozen=True):
    """一份结息归集到该统筹账户的部分：收益 × `weight` ÷ 全部积数，得商 `quotient` 和余数
    `remainder`；`extra` 为按余数多得的一分，冲回的为负。"""

    deposit: YearSettlement
    balances: list[BalanceStretch]
    weight: Annotated[str, Meta(description="本账户的，单位：分·天")]
    quotient: int
    remainder: str
    extra: int
    share_fen: int
    slices: list[IncomeShareSlice]
    words: Annotated[list[str], Meta(title="计算说明", description="可直接显示")]


class IncomeExplained(Answer, frozen=True):
    """统筹账户某年度归集的收益及其全部来源；各结息分页列出，合计是全年的。"""

    scope_id: UUID
    name: str
    year: int
    state: State
    state_title: str
    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int
    earned: list[IncomeSlice]
    journal: Annotated[str | None, Meta(description="入账凭证的记账编号；未结账的为空")]
    words: Annotated[list[str], Meta(title="计算说明", description="可直接显示")]
    items: Annotated[list[IncomeDeposit], Meta(title="逐笔结息")]
    next: str


@route(
    "GET",
    "/scopes/{scope_id}/income/{year}",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def explain_scope_income(
    ctx: Context, scope_id: UUID, year: Year, query: YearSettlementQuery
) -> IncomeExplained:
    """某年度归集的逐笔说明：存款、利率、天数、积数、余数，可据以手工复算。R4.7。"""
    await refuse_unseen(ctx, scope_id)
    return await explained(ctx, scope_id, year, query)


class Found(NamedTuple):
    """A scope's year: its row, a page of its settlements explained, where to go on."""

    row: Mapping[str, Any]
    shares: list[ShareOfSettlement]
    page: Cut


async def find_income(
    ctx: Context, scope_id: UUID, number: int, query: YearSettlementQuery
) -> Found:
    """A scope's year with everything that made it; the caller knows that the asker may see it.

    NotFound when it got nothing, or, for those outside the Centre, while the year is not closed.
    """
    row = await explaining.scope_year(scope_id, number)
    if row is None or not (row["state"] == "closed" or ctx.has(*CENTRE)):
        raise NotFound("该年度没有归集到该账户的收益，或尚未结账")
    changes = await explaining.changes_of(number, scope_id)
    page = await cut(explaining.DEPOSITS, query, year=number)
    kept = await _kept(ctx, number, page.rows, scope_id)
    shares = [_share(one, changes, scope_id, kept) for one in page.rows]
    return Found(row, shares, page)


async def explained(
    ctx: Context, scope_id: UUID, number: int, query: YearSettlementQuery
) -> IncomeExplained:
    """The same as it is answered."""
    row, shares, page = await find_income(ctx, scope_id, number, query)
    return view_of(
        IncomeExplained,
        row,
        state_title=STATES[row["state"]],
        earned=earned_of(row),
        journal=row["reference"],
        words=list(sum_words(row)),
        items=[_view(one) for one in shares],
        next=page.next,
    )


async def _kept(
    ctx: Context, year: int, rows: Sequence[Mapping[str, Any]], scope_id: UUID
) -> frozenset[UUID]:
    """Other scopes whose remainders the asker may not see: of few owners, or withheld with them."""
    if ctx.has(*CENTRE):
        return frozenset()
    least = (await current_parameters()).publish_min_group
    cuts = {row["cut_scope_id"] for row in rows} - {scope_id}
    withheld = (await withheld_in(year) or frozenset()) - {scope_id}
    return withheld | await publishing.few_owned(cuts, beijing_date(ctx.now), least)


def _share(
    row: Mapping[str, Any],
    changes: list[Change],
    scope_id: UUID,
    kept: frozenset[UUID],
) -> ShareOfSettlement:
    shown = without_cut(row) if row["cut_scope_id"] in kept else row
    return explain_share(explaining.read_slices(row), shown, changes, scope_id)


def _view(one: ShareOfSettlement) -> IncomeDeposit:
    share = one.share
    return IncomeDeposit(
        deposit=year_deposit(one.shown),
        balances=[
            BalanceStretch(
                from_on=stretch.from_on,
                to_on=stretch.to_on,
                days=stretch.days,
                balance_fen=stretch.balance_fen,
                product=str(stretch.balance_fen * stretch.days),
            )
            for stretch in one.stretches
        ],
        weight=str(share.weight),
        quotient=share.part.quotient,
        remainder=str(share.part.remainder),
        extra=share.part.extra,
        share_fen=share.share_fen,
        slices=[
            IncomeShareSlice(year=year, income_fen=slice_fen, share_fen=fen)
            for year, slice_fen, fen in share.years
        ],
        words=one.words,
    )


class HomeInterestLine(Answer, frozen=True):
    """本户余额的一次变动，以及一分钱自该日起至年度计息期末所得的利息，单位：10⁻²⁴ 分；`on` 为空
    表示最初的余额。"""

    on: Annotated[date | None, Meta(title="变动日期", description="期初余额为空")]
    change_fen: int
    gain: str
    product: Annotated[str, Meta(description="变动金额乘以每分所得")]


class HomeInterestExplained(Answer, frozen=True):
    """本户某年度的法定利息及其计算：年度利息 × 本户积数 ÷ 全部积数，尾差按最大余数法分配。
    R4.8。"""

    home_id: UUID
    year: int
    interest_fen: Annotated[int, Meta(title="法定利息")]
    total_fen: Annotated[int, Meta(title="法定利息合计", description="全部房屋的")]
    weight: Annotated[str, Meta(description="本户各次变动金额乘以每分所得之和")]
    total_weight: str
    lines: list[HomeInterestLine]
    journal: Annotated[str | None, Meta(description="入账凭证的记账编号；未结账的为空")]
    words: Annotated[list[str], Meta(title="计算说明", description="可直接显示")]


@route(
    "GET",
    "/homes/{home_id}/interest/{year}",
    who=HOME_VIEWERS,
    refuses=(NotFound, NotYourScope),
)
async def explain_home_interest(ctx: Context, home_id: UUID, year: Year) -> HomeInterestExplained:
    """某年度分配到本户的法定利息及其计算过程。R4.8。"""
    found = await home_seen(ctx, home_id)
    end_on = years.end_of(year)
    if found.from_on is not None and found.from_on > end_on:
        raise NotYourScope("该年度该房屋不在您名下")
    row = await years.found(year)
    if row is None or row["state"] != "closed":
        raise NotFound("该年度尚未结账")
    cut = InterestCut.of(row["figures"]["interest"])
    changes = await explaining.home_changes(year, home_id, end_on, row["frozen_at"])
    factors = await explaining.factors(year)
    weight = home_weight(changes, factors)
    lines = [(on, fen, gain, fen * gain) for on, fen, gain in gains(changes, factors)]
    posted = await explaining.home_interest(year, home_id, end_on)
    return HomeInterestExplained(
        home_id=home_id,
        year=year,
        interest_fen=posted["interest_fen"] if posted else 0,
        total_fen=cut.total_fen,
        weight=str(weight),
        total_weight=str(cut.weight),
        lines=[
            HomeInterestLine(on=on, change_fen=fen, gain=str(gain), product=str(product))
            for on, fen, gain, product in lines
        ],
        journal=posted["reference"] if posted else None,
        words=list(home_words(lines, weight, cut, home_id)),
    )
