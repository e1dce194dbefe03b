"""Why a scope got what it got, and a home: every figure needed to do it again by hand. R4.7."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.funds.homes import VIEWERS as HOME_VIEWERS
from handlers.funds.homes import seen as home_seen
from handlers.income.views import (
    STATES,
    AccountingYearQuery,
    SliceView,
    State,
    YearDepositList,
    YearDepositView,
    deposit_of,
    without_cut,
)
from handlers.income.words import NOT_SPENDABLE, deposit_words, home_words, share_words, sum_words
from handlers.income.years import year_of
from handlers.ledger.balances import VIEWERS
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from handlers.steps import viewer
from models import ledger
from models.income import explaining, publishing, years
from models.income.homes import Cut
from models.parameters import current_parameters
from models.publishing import withheld_in
from rules.days import beijing_date
from rules.income import Change, home_weight
from rules.people import CENTRE, Role
from rules.refusals.asking import Malformed, NotFound, NotYourScope

DEPOSITS_AT_ONCE = 50


class DepositQuery(Page, frozen=True, kw_only=True):
    """Where to go on among a year's settlements, and how many at most."""

    limit: Annotated[int, Meta(ge=1, le=DEPOSITS_AT_ONCE)] = 20


@route("GET", "/accounting-years/{year}/deposits", who=CENTRE, refuses=(NotFound, Malformed))
async def deposits_of_year(ctx: Context, year: str, query: DepositQuery) -> YearDepositList:
    """某年度归集了哪些结息，试算后即可查。R4.7。"""
    number = year_of(year)
    if await years.found(number) is None:
        raise NotFound("该年度尚未试算")
    rows = await explaining.deposits(number, _after(query.after), query.limit + 1)
    items = [deposit_of(one) for one in rows[: query.limit]]
    return YearDepositList(items=items, next=_next(rows, query.limit))


@route(
    "GET",
    "/public/accounting-years/{year}/deposits",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    limit="public",
)
async def public_deposits_of_year(ctx: Context, year: str, query: DepositQuery) -> YearDepositList:
    """已结账年度归集了哪些结息，无需登录。R4.7、R12.1。"""
    number = year_of(year)
    row = await years.found(number)
    if row is None or row["state"] != "closed":
        raise NotFound("该年度尚未结账")
    rows = await explaining.deposits(number, _after(query.after), query.limit + 1)
    items = [deposit_of(without_cut(one)) for one in rows[: query.limit]]
    return YearDepositList(items=items, next=_next(rows, query.limit))


def _after(cursor: str) -> UUID | None:
    try:
        return UUID(cursor) if cursor else None
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error


def _next(rows: list[dict[str, Any]], limit: int) -> str:
    return str(rows[limit - 1]["id"]) if len(rows) > limit else ""


class Estimate(Answer, frozen=True):
    """What the deposits still running would give a scope by that day; in no balance. R4.4."""

    as_of_on: date
    estimate_fen: int
    computed_at: datetime
    note: str = NOT_SPENDABLE


class ScopeYear(Answer, frozen=True):
    """What a closed year gave a scope, in fen; `earned` by the calendar year of its earning."""

    year: int
    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int
    earned: list[SliceView]


class ScopeIncome(Answer, frozen=True):
    """A scope's years, the latest first, and what is still running."""

    scope_id: UUID
    estimate: Estimate | None
    items: list[ScopeYear]
    next: str


@route("GET", "/scopes/{scope_id}/income", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def income_of_scope(ctx: Context, scope_id: UUID, query: AccountingYearQuery) -> ScopeIncome:
    """统筹账户历年归集的增值收益，及未到期存款的预估（不可支用）。R4.4、R4.5。"""
    await _refuse_unseen(ctx, scope_id)
    rows = await explaining.scope_years(scope_id, query.after, query.limit + 1)
    estimate = await explaining.estimate_of(scope_id)
    items = [
        ScopeYear(
            year=row["year"],
            shares_fen=row["shares_fen"],
            brought_fen=row["brought_fen"],
            posted_fen=row["posted_fen"],
            carried_fen=row["carried_fen"],
            earned=_earned(row),
        )
        for row in rows[: query.limit]
    ]
    return ScopeIncome(
        scope_id=scope_id,
        estimate=None
        if estimate is None
        else Estimate(
            as_of_on=estimate["as_of_on"],
            estimate_fen=estimate["estimate_fen"],
            computed_at=at(estimate["computed_at"]),
        ),
        items=items,
        next=str(items[-1].year) if len(rows) > query.limit else "",
    )


def _earned(row: dict[str, Any]) -> list[SliceView]:
    return [SliceView(year=int(y), income_fen=fen) for y, fen in sorted(row["earned"].items())]


async def _refuse_unseen(ctx: Context, scope_id: UUID) -> None:
    found = await ledger.account_seen(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    if not found[0]:
        raise NotYourScope()


class BalanceStretch(Answer, frozen=True):
    """Days [from_on, to_on) of one balance of all homes together; `product` is fen x days."""

    from_on: date
    to_on: date
    days: int
    balance_fen: int
    product: str


class ShareSlice(Answer, frozen=True):
    """A calendar year's part of a settlement's income, and the scope's part of that. R4.5."""

    year: int
    income_fen: int
    share_fen: int


class DepositShare(Answer, frozen=True):
    """A scope's share of one settlement: income x `weight` / all weight = `quotient` and
    `remainder`, `extra` is the fen added by the remainder; signed where it is taken back."""

    deposit: YearDepositView
    balances: list[BalanceStretch]
    weight: str
    quotient: int
    remainder: str
    extra: int
    share_fen: int
    slices: list[ShareSlice]
    words: list[str]


class IncomeExplained(Answer, frozen=True):
    """A scope's year, with everything that made it; settlements by page, sums of all of them."""

    scope_id: UUID
    name: str
    year: int
    state: State
    state_title: str
    shares_fen: int
    brought_fen: int
    posted_fen: int
    carried_fen: int
    earned: list[SliceView]
    journal: str | None
    words: list[str]
    items: list[DepositShare]
    next: str


@route(
    "GET",
    "/scopes/{scope_id}/income/{year}",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def explain_income(
    ctx: Context, scope_id: UUID, year: str, query: DepositQuery
) -> IncomeExplained:
    """某年度归集的逐笔说明：存款、利率、天数、积数、余数，可据以手工复算。R4.7。"""
    await _refuse_unseen(ctx, scope_id)
    return await explained(ctx, scope_id, year_of(year), query)


async def explained(
    ctx: Context, scope_id: UUID, number: int, query: DepositQuery
) -> IncomeExplained:
    """A scope's year with everything that made it; the caller knows that the asker may see it.

    NotFound when it got nothing, or, for those outside the Centre, while the year is not closed.
    """
    row = await explaining.scope_year(scope_id, number)
    if row is None or not (row["state"] == "closed" or ctx.has(*CENTRE)):
        raise NotFound("该年度没有归集到该账户的收益，或尚未结账")
    changes = await explaining.changes_of(number, scope_id)
    found = await explaining.deposits(number, _after(query.after), query.limit + 1)
    kept = await _kept(ctx, number, found, scope_id)
    return IncomeExplained(
        scope_id=scope_id,
        name=row["name"],
        year=number,
        state=row["state"],
        state_title=STATES[row["state"]],
        shares_fen=row["shares_fen"],
        brought_fen=row["brought_fen"],
        posted_fen=row["posted_fen"],
        carried_fen=row["carried_fen"],
        earned=_earned(row),
        journal=row["reference"],
        words=list(sum_words(row)),
        items=[_share(one, changes, scope_id, kept) for one in found[: query.limit]],
        next=_next(found, query.limit),
    )


async def _kept(
    ctx: Context, year: int, rows: list[dict[str, Any]], scope_id: UUID
) -> frozenset[UUID]:
    """Other scopes whose remainders the asker may not see: of few owners, or withheld with them."""
    if ctx.has(*CENTRE):
        return frozenset()
    least = (await current_parameters()).publish_min_group
    cuts = {row["cut_scope_id"] for row in rows} - {scope_id}
    withheld = (await withheld_in(year) or frozenset()) - {scope_id}
    return withheld | await publishing.few_owned(cuts, beijing_date(ctx.now), least)


def _share(
    row: dict[str, Any],
    changes: list[Change],
    scope_id: UUID,
    kept: frozenset[UUID],
) -> DepositShare:
    share = explaining.share(row, changes, scope_id)
    if row["cut_scope_id"] in kept:
        row = without_cut(row)
    stretches = explaining.stretches(changes, row["from_on"], row["to_on"])
    return DepositShare(
        deposit=deposit_of(row),
        balances=[
            BalanceStretch(
                from_on=one.from_on,
                to_on=one.to_on,
                days=one.days,
                balance_fen=one.balance_fen,
                product=str(one.balance_fen * one.days),
            )
            for one in stretches
        ],
        weight=str(share.weight),
        quotient=share.part.quotient,
        remainder=str(share.part.remainder),
        extra=share.part.extra,
        share_fen=share.share_fen,
        slices=[
            ShareSlice(year=year, income_fen=slice_fen, share_fen=fen)
            for year, slice_fen, fen in share.years
        ],
        words=[*deposit_words(row), *share_words(row, share, stretches, scope_id)],
    )


class InterestLine(Answer, frozen=True):
    """A change of the home's balance and what one fen earned from that day to the end of the
    year's periods, in 10^-24 fen; null is before everything."""

    on: date | None
    change_fen: int
    gain: str
    product: str


class InterestExplained(Answer, frozen=True):
    """A home's benchmark interest of a year: the year's interest x its weight / all weight, by
    largest remainder over all homes. R4.8."""

    home_id: UUID
    year: int
    interest_fen: int
    total_fen: int
    weight: str
    total_weight: str
    lines: list[InterestLine]
    journal: str | None
    words: list[str]


@route(
    "GET",
    "/homes/{home_id}/interest/{year}",
    who=HOME_VIEWERS,
    refuses=(NotFound, NotYourScope),
)
async def explain_interest(ctx: Context, home_id: UUID, year: str) -> InterestExplained:
    """某年度分配到本户的法定利息及其计算过程。R4.8。"""
    found = await home_seen(ctx, home_id)
    number = year_of(year)
    end_on = years.end_of(number)
    if found.from_on is not None and found.from_on > end_on:
        raise NotYourScope("该年度该房屋不在您名下")
    row = await years.found(number)
    if row is None or row["state"] != "closed":
        raise NotFound("该年度尚未结账")
    cut = Cut.of(row["figures"]["interest"])
    changes = await explaining.home_changes(number, home_id, end_on, row["frozen_at"])
    factors = await explaining.factors(number)
    weight = home_weight(changes, factors)
    lines = [(on, fen, gain, fen * gain) for on, fen, gain in explaining.gains(changes, factors)]
    posted = await explaining.home_interest(number, home_id, end_on)
    return InterestExplained(
        home_id=home_id,
        year=number,
        interest_fen=posted["interest_fen"] if posted else 0,
        total_fen=cut.total_fen,
        weight=str(weight),
        total_weight=str(cut.weight),
        lines=[
            InterestLine(on=on, change_fen=fen, gain=str(gain), product=str(product))
            for on, fen, gain, product in lines
        ],
        journal=posted["reference"] if posted else None,
        words=list(home_words(lines, weight, cut, home_id)),
    )
