"""A year of the books as it is shown, and what its states and steps are called. R4.7."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Query
from handlers.shown import at, maybe

YEAR_FIRST, YEAR_LAST = 2000, 2200

State = Literal["previewing", "previewed", "failed", "closing", "closed"]
STATES: Mapping[State, str] = {
    "previewing": "正在试算",
    "previewed": "已试算，待他人复核",
    "failed": "试算未成，未作任何更改",
    "closing": "已复核，正在入账",
    "closed": "已结账",
}
STEPS: Mapping[str, str] = {
    "": "",
    "gathering": "汇总分户余额",
    "sharing": "逐笔存款归集到楼栋或单元",
    "income": "增值收益记入统筹账户",
    "weighing": "计算各户积数",
    "interest": "基准利息记入分户账",
    "verifying": "核对入账合计",
}


class YearFigures(Answer, frozen=True):
    """The sums of a year, in fen. `income_fen` and `interest_fen` are what its settlements give
    the scopes and the homes; of income `brought_fen` nets earlier reversals, `carried_fen` is
    left for a later year to net. `shortfall_fen` is what banks credited below the benchmark.

    `earned` says in which calendar year the income was earned (R4.5); `left_income_fen` and
    `left_interest_fen` are what stays undistributed at the end of the year.
    """

    attribution: Literal["", "balance_days"] = ""
    settlements: int = 0
    reversals: int = 0
    bank_interest_fen: int = 0
    income_fen: int = 0
    interest_fen: int = 0
    shortfall_fen: int = 0
    scopes: int = 0
    scopes_credited: int = 0
    homes: int = 0
    homes_credited: int | None = None
    brought_fen: int = 0
    posted_fen: int = 0
    carried_fen: int = 0
    earned: dict[str, int] = {}
    left_income_fen: int = 0
    left_interest_fen: int = 0


class AccountingYearView(Answer, frozen=True):
    """A year: where it stands, how far its present step is, its sums.

    What counts was recorded by `frozen_at`; `failure` says why a preview came to nothing.
    """

    year: int
    state: State
    state_title: str
    step: str
    step_title: str
    done: int
    total: int
    failure: str
    asked_at: datetime
    frozen_at: datetime
    confirmed_at: datetime | None
    closed_at: datetime | None
    figures: YearFigures


class AccountingYearList(Answer, frozen=True):
    """Years, the latest first."""

    items: list[AccountingYearView]
    next: str


class AccountingYearQuery(Query, frozen=True, kw_only=True):
    """Where to go on in a list of years, and how many at most."""

    after: Annotated[int, Meta(ge=YEAR_FIRST, le=YEAR_LAST)] = YEAR_LAST
    limit: Annotated[int, Meta(ge=1, le=100)] = 20


def year_view(row: Mapping[str, Any]) -> AccountingYearView:
    """A year's row as it is shown."""
    known = YearFigures.__struct_fields__
    figures = {name: value for name, value in row["figures"].items() if name in known}
    return AccountingYearView(
        year=row["year"],
        state=row["state"],
        state_title=STATES[row["state"]],
        step=row["step"],
        step_title=STEPS.get(row["step"], ""),
        done=row["done"],
        total=row["total"],
        failure=row["failure"],
        asked_at=at(row["asked_at"]),
        frozen_at=at(row["frozen_at"]),
        confirmed_at=maybe(row["confirmed_at"]),
        closed_at=maybe(row["closed_at"]),
        figures=YearFigures(**figures),
    )


class SliceView(Answer, frozen=True):
    """A part of an income by the calendar year in which it was earned, in fen. R4.5."""

    year: int
    income_fen: int


class YearDepositView(Answer, frozen=True):
    """A settlement that a year distributed, or took back where `sign` is -1; without the sign
    itself. Rates in ten-thousandths of a percent, sums in fen; the income is `value_added_fen`.

    `weight` is fen x days of all scopes together. A scope gets the whole fen of income x its weight
    / `weight`, and one more if its remainder is above `cut_remainder`, or equal to it and its id
    not above `cut_scope_id`; so do the `left_fen` scopes that share what rounding left. R3.7.
    The cut is left out where it would give away a scope that few owners share (R12.2).
    """

    settlement_id: UUID
    deposit_code: str
    bank: str
    sign: int
    kind: str
    principal_fen: int
    tenor: str
    method: str
    base: str
    opened_on: date
    matures_on: date | None
    agreed_rate_e4: int
    benchmark_rate_e4: int
    from_on: date
    to_on: date
    days: int
    interest_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    credited_on: date
    effective_on: date
    advice_number: str
    weight: str
    left_fen: int
    cut_remainder: str | None
    cut_scope_id: UUID | None
    slices: list[SliceView]


class YearDepositList(Answer, frozen=True):
    """A year's settlements by deposit and day."""

    items: list[YearDepositView]
    next: str


def without_cut(row: dict[str, Any]) -> dict[str, Any]:
    """The settlement without the remainder of the scope at which the split cuts: from it and the
    sums anybody could work out that scope's balance. R12.2."""
    return {**row, "cut_remainder": None, "cut_scope_id": None}


def deposit_of(row: Mapping[str, Any]) -> YearDepositView:
    """A settlement as the year kept it, as it is shown."""
    remainder = row["cut_remainder"]
    same = (
        "settlement_id deposit_code bank sign kind principal_fen tenor method base opened_on"
        " matures_on agreed_rate_e4 benchmark_rate_e4 from_on to_on interest_fen due_benchmark_fen"
        " benchmark_fen value_added_fen shortfall_fen credited_on effective_on advice_number"
        " left_fen cut_scope_id"
    )
    return YearDepositView(
        **{name: row[name] for name in same.split()},
        days=(row["to_on"] - row["from_on"]).days,
        weight=str(int(row["weight"])),
        cut_remainder=None if remainder is None else str(int(remainder)),
        slices=[SliceView(year=one["year"], income_fen=one["income_fen"]) for one in row["slices"]],
    )
