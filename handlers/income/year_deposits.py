"""The settlements that a year distributed, for the Centre and for anybody. R4.7."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.deposits.fields import Tenor
from handlers.lists import Listed, cut, listing, view_of
from handlers.route import Answer, Context, Page, Year
from models.income import explaining, years
from rules.income.settlement import Kind as SettlementKind
from rules.income.terms import Base, Method
from rules.people import CENTRE, Role
from rules.refusals.asking import NotFound

DEPOSITS_AT_ONCE = 50


class IncomeSlice(Answer, frozen=True):
    """收益中某一自然年度取得的部分，单位：分。R4.5。"""

    year: int
    income_fen: Annotated[int, Meta(title="增值收益")]


class YearSettlement(Answer, frozen=True):
    """某年度归集的一份结息；`sign` 为 -1 的是冲回，金额仍为正数。利率以百分之一的万分之一为单
    位，金额单位：分，可归集的收益为 `value_added_fen`。

    `weight` 为全部记账单位的积数（分×天）。各单位先得收益 × 本单位积数 ÷ `weight` 的整数分；余
    数大于 `cut_remainder`，或与之相等且标识不大于 `cut_scope_id` 的，再得一分；共有 `left_fen`
    个单位各得这一分。R3.7。会因此暴露业主过少的单位时，不列出这一界线（R12.2）。
    """

    settlement_id: UUID
    deposit_code: str
    bank: str
    sign: int
    kind: Annotated[SettlementKind, Meta(title="结息种类")]
    principal_fen: int
    tenor: Tenor
    method: Annotated[Method, Meta(title="计息方式")]
    base: Base
    opened_on: date
    matures_on: date | None
    agreed_rate_e4: int
    benchmark_rate_e4: int
    from_on: Annotated[date, Meta(title="计息起日")]
    to_on: Annotated[date, Meta(title="计息止日", description="不计息")]
    days: int
    interest_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    credited_on: date
    effective_on: Annotated[date, Meta(title="账簿日期")]
    advice_number: str
    weight: Annotated[str, Meta(description="全部统筹账户的，单位：分·天")]
    left_fen: Annotated[int, Meta(title="尾差", description="取整余下、由各账户分得的分数")]
    cut_remainder: str | None
    cut_scope_id: UUID | None
    slices: list[IncomeSlice]


class YearSettlementQuery(Page, frozen=True, kw_only=True):
    """Where to go on among a year's settlements, and how many at most; those with a text."""

    limit: Annotated[int, Meta(ge=1, le=DEPOSITS_AT_ONCE)] = 20
    q: Annotated[str, Meta(max_length=60, description="存款编号、银行或结息单号的一部分")] = ""


COLUMNS = {
    "存款编号": "deposit_code",
    "开户银行": "bank",
    "正负": "sign",
    "本金（元）": "principal_fen",
    "存期": "tenor",
    "自": "from_on",
    "至": "to_on",
    "天数": "days",
    "利息（元）": "interest_fen",
    "基准利息（元）": "benchmark_fen",
    "增值收益（元）": "value_added_fen",
    "低于基准（元）": "shortfall_fen",
    "结息单号": "advice_number",
    "入账日期": "credited_on",
    "账簿日期": "effective_on",
    "积数（分·天）": "weight",
}


@listing(
    "/accounting-years/{year}/deposits",
    who=CENTRE,
    refuses=(NotFound,),
    export="年度归集的结息",
    columns=COLUMNS,
)
async def list_year_settlements(
    ctx: Context, year: Year, query: YearSettlementQuery
) -> Listed[YearSettlement]:
    """某年度归集了哪些结息，试算后即可查。R4.7。"""
    if await years.found(year) is None:
        raise NotFound("该年度尚未试算")
    found = await cut(explaining.DEPOSITS, query, year=year)
    return found.listed([year_deposit(row) for row in found.rows])


@listing(
    "/public/accounting-years/{year}/deposits",
    who=Role.PUBLIC,
    refuses=(NotFound,),
    limit="public",
)
async def list_public_year_settlements(
    ctx: Context, year: Year, query: YearSettlementQuery
) -> Listed[YearSettlement]:
    """已结账年度归集了哪些结息，无需登录。R4.7、R12.1。"""
    row = await years.found(year)
    if row is None or row["state"] != "closed":
        raise NotFound("该年度尚未结账")
    found = await cut(explaining.DEPOSITS, query, year=year)
    return found.listed([year_deposit(without_cut(row)) for row in found.rows])


def without_cut(row: Mapping[str, Any]) -> dict[str, Any]:
    """The settlement without the remainder of the scope at which the split cuts: from it and the
    sums anybody could work out that scope's balance. R12.2."""
    return {**row, "cut_remainder": None, "cut_scope_id": None}


def year_deposit(row: Mapping[str, Any]) -> YearSettlement:
    """A settlement as the year kept it, as it is shown."""
    remainder = row["cut_remainder"]
    return view_of(
        YearSettlement,
        row,
        weight=str(int(row["weight"])),
        cut_remainder=None if remainder is None else str(int(remainder)),
    )
