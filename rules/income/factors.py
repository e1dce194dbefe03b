"""What one fen of household money earned from one day on, and what a home weighs. R4.8.

Each settlement pays its benchmark interest evenly over the days of its period and over all the
money that the homes had in it. A home's weight is therefore what its balances earned, day by day:
the sum of its changes x (factor at the end - factor of the change's day).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from rules.income.attribution import Attribution, Change, attribute
from rules.money import Id
from rules.refusals.books import WeightsMissing

# One fen in the units of a factor: fine enough that all that flooring loses is no fen.
FACTOR_SCALE = 10**24

_DAY = timedelta(days=1)

Factors = list[tuple[date, int]]


def rate_of_day(benchmark_fen: int, weight: int) -> int:
    """What one fen earns on one day of a settlement's period, cut to a whole unit of 10^-24 fen.

    `weight` is the balance x days of the whole city in the period. A reversal earns the exact
    negative. WeightsMissing when there is interest and nobody had anything.
    """
    if not benchmark_fen:
        return 0
    if weight <= 0:
        raise WeightsMissing
    rate = abs(benchmark_fen) * FACTOR_SCALE // weight
    return rate if benchmark_fen > 0 else -rate


def daily_factors(settlements: Iterable[tuple[int, int, date, date]], until_on: date) -> Factors:
    """For each day from the first of any period to `until_on`: what one fen has earned before it.

    `settlements` are benchmark interest in fen (negative where a reversal takes it back), the
    city's balance x days, and the period [from_on, to_on). Days after `until_on` are left out; a
    period begins before it. Empty without settlements.
    """
    steps: dict[date, int] = defaultdict(int)
    for benchmark_fen, weight, from_on, to_on in settlements:
        rate = rate_of_day(benchmark_fen, weight)
        steps[from_on] += rate
        steps[to_on] -= rate
    if not steps:
        return []
    factors, earned, rate = [], 0, 0
    day = min(steps)
    while day <= until_on:
        factors.append((day, earned))
        rate += steps.get(day, 0)
        earned += rate
        day += _DAY
    return factors


def home_weight(changes: Sequence[Change], factors: Sequence[tuple[date, int]]) -> int:
    """What a home's balances earned to the end of the factors, in 10^-24 fen; never below zero.

    A change before the first factor, or from before everything, earned all of it; one on the last
    day or later nothing.
    """
    if not factors:
        return 0
    first_on, end = factors[0][0], factors[-1][1]
    total = 0
    for on, change_fen in changes:
        place = 0 if on is None else max(0, (on - first_on).days)
        if place < len(factors):
            total += change_fen * (end - factors[place][1])
    return max(0, total)


def distribute_interest(total_fen: int, weights: Mapping[Id, int]) -> Attribution[Id]:
    """The year's benchmark interest to the homes, in one split by largest remainder. R4.8, R3.7.

    ValueError for a negative sum: a home's statutory interest is never taken back, the sum is
    carried and netted with later interest (R3.3).
    """
    if total_fen < 0:
        raise ValueError("法定利息不得从分户账扣回")
    return attribute(total_fen, weights)
