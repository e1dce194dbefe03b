"""What deposits earn and whose it is. Section 4."""

from rules.income.attribution import (
    Attribution,
    Change,
    Cut,
    Part,
    attribute,
    balance_days,
    part_by_cut,
)
from rules.income.closing import ClosedYear, Entry, Move, Pool, close_year, scope_changes
from rules.income.estimates import estimate
from rules.income.factors import (
    FACTOR_SCALE,
    Factors,
    daily_factors,
    distribute_interest,
    home_weight,
    rate_of_day,
)
from rules.income.interest import bearing_fen, half_up, interest
from rules.income.settlement import Kind, Negative, Settled, percent, settle
from rules.income.slices import add_slices, days_by_year, over_years, slices
from rules.income.terms import (
    DEMAND,
    MONTHS,
    RATE_MAX_E4,
    TENOR_TITLES,
    TENORS,
    Base,
    Benchmarks,
    Method,
    Terms,
    add_months,
    maturity,
)

__all__ = [
    "DEMAND",
    "FACTOR_SCALE",
    "MONTHS",
    "RATE_MAX_E4",
    "TENORS",
    "TENOR_TITLES",
    "Attribution",
    "Base",
    "Benchmarks",
    "Change",
    "ClosedYear",
    "Cut",
    "Entry",
    "Factors",
    "Kind",
    "Method",
    "Move",
    "Negative",
    "Part",
    "Pool",
    "Settled",
    "Terms",
    "add_months",
    "add_slices",
    "attribute",
    "balance_days",
    "bearing_fen",
    "close_year",
    "daily_factors",
    "days_by_year",
    "distribute_interest",
    "estimate",
    "half_up",
    "home_weight",
    "interest",
    "maturity",
    "over_years",
    "part_by_cut",
    "percent",
    "rate_of_day",
    "scope_changes",
    "settle",
    "slices",
]
