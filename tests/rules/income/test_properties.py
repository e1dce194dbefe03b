"""What holds of every settlement, every share and every year. R3.7, R4.3 to R4.8."""

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rules import money
from rules.income import (
    FACTOR_SCALE,
    TENORS,
    Settled,
    Terms,
    attribute,
    balance_days,
    close_year,
    daily_factors,
    estimate,
    home_weight,
    over_years,
    part_by_cut,
    settle,
    slices,
)
from tests.rules.income.paper import BENCHMARKS
from tests.rules.income.published import random_year

DAYS = st.dates(date(2016, 1, 1), date(2040, 12, 31))
FEN = st.integers(-(10**14), 10**14) | st.integers(-50, 50)
WEIGHTS = st.dictionaries(st.integers(0, 400), st.integers(0, 10**16) | st.just(0), max_size=40)
SOME = WEIGHTS.filter(lambda weights: any(weights.values()))


@st.composite
def deposits(draw: st.DrawFn) -> Terms:
    return Terms.agreed(
        draw(st.integers(1, 10**14)),
        draw(st.sampled_from(TENORS)),
        draw(DAYS),
        draw(st.integers(0, 60_000)),
        BENCHMARKS,
        draw(st.sampled_from(("terms", "days360"))),
        draw(st.sampled_from(("fen", "yuan"))),
    )


@st.composite
def advices(draw: st.DrawFn) -> tuple[Terms, Settled]:
    terms = draw(deposits())
    settled = settle(
        terms,
        part_fen=draw(st.integers(1, terms.principal_fen)),
        to_on=terms.opened_on + timedelta(days=draw(st.integers(1, 1300))),
        interest_fen=draw(st.none() | st.integers(0, 10**13)),
        demand_rate_e4=draw(st.none() | st.integers(0, 10_000)),
        benchmarks=BENCHMARKS,
        negative=draw(st.sampled_from(("zero", "negative"))),
    )
    return terms, settled


@given(advices())
def test_what_the_bank_credited_is_parted_to_the_fen(advice: tuple[Terms, Settled]) -> None:
    """R4.3, R4.5: interest = benchmark + value added; slices sum to their sums, of one sign."""
    terms, one = advice
    assert one.interest_fen == one.benchmark_fen + one.value_added_fen
    assert sum(one.slices.values()) == one.value_added_fen
    assert sum(one.benchmark_slices.values()) == one.benchmark_fen
    assert one.shortfall_fen == max(0, one.due_benchmark_fen - one.interest_fen)
    assert all(fen * one.value_added_fen >= 0 for fen in one.slices.values())
    assert all(fen >= 0 for fen in one.benchmark_slices.values())
    last = min(one.to_on, terms.matures_on or one.to_on) - timedelta(days=1)
    assert list(one.slices) == list(range(one.from_on.year, last.year + 1))
    assert one.steps and all(step.rule.startswith("R4.") for step in one.steps)


@given(FEN, DAYS, st.integers(1, 1500))
def test_slices_sum_and_lie_near_their_share(total: int, from_on: date, days: int) -> None:
    """R4.5: to the fen; every slice but the last within half a fen unless nothing was left."""
    cut = slices(total, from_on, from_on + timedelta(days=days))
    assert sum(cut.values()) == total
    assert all(fen * total >= 0 for fen in cut.values())
    for year in list(cut)[:-1]:
        first = max(from_on, date(year, 1, 1))
        own = (date(year + 1, 1, 1) - first).days
        if abs(total) > 100:
            assert abs(2 * cut[year] * days - 2 * total * own) <= days


@given(FEN, SOME, st.randoms())
def test_shares_are_the_largest_remainders(
    total: int, weights: dict[int, int], random: Random
) -> None:
    """R3.7, R4.6: as `money.split`, in whatever order; each within a fen of its exact share."""
    given_ = attribute(total, weights)
    assert sum(given_.parts.values()) == total
    assert given_.parts == money.split(total, weights)
    items = list(weights.items())
    random.shuffle(items)
    assert attribute(total, dict(items)) == given_
    whole = sum(weights.values())
    assert all(abs(given_.parts[one] * whole - total * w) < whole for one, w in weights.items())


@given(FEN, SOME)
def test_the_cut_recomputes_every_part(total: int, weights: dict[int, int]) -> None:
    """R4.7: from the sum, one's own weight, and the cut."""
    given_ = attribute(total, weights)
    extras = 0
    for one, weight in weights.items():
        part = part_by_cut(total, weight, given_.cut, one)
        assert part.fen == given_.parts[one]
        assert part.quotient * given_.weight + part.remainder == abs(total) * weight
        extras += part.extra
    assert extras == given_.left_fen


@given(FEN, SOME, DAYS, st.integers(1, 1200))
def test_shares_by_year_are_exact_both_ways(
    total: int, weights: dict[int, int], from_on: date, days: int
) -> None:
    """R4.5, R4.6: a scope's years sum to its share, the scopes' years to the slice; one sign."""
    cut = slices(total, from_on, from_on + timedelta(days=days))
    parts = attribute(total, weights).parts
    spread = over_years(parts, cut)
    assert {one: sum(years.values()) for one, years in spread.items()} == parts
    for year, fen in cut.items():
        assert sum(years[year] for years in spread.values()) == fen
    assert all(fen * total >= 0 for years in spread.values() for fen in years.values())


CHANGES = st.lists(
    st.tuples(st.none() | st.dates(date(2024, 1, 1), date(2024, 3, 31)), st.integers(-99, 99)),
    max_size=8,
)


@given(CHANGES, st.dates(date(2024, 1, 1), date(2024, 3, 1)), st.integers(0, 60))
def test_balance_days_are_the_days_balances_added_up(
    changes: list[tuple[date | None, int]], from_on: date, days: int
) -> None:
    """R4.6: counted day by day."""
    slow = sum(
        fen
        for n in range(days)
        for on, fen in changes
        if on is None or on <= from_on + timedelta(days=n)
    )
    assert balance_days(changes, from_on, from_on + timedelta(days=days)) == slow


@given(CHANGES, st.lists(st.tuples(st.integers(-500, 500), st.integers(0, 60)), max_size=5))
def test_a_home_weighs_its_balance_days_at_each_rate(
    changes: list[tuple[date | None, int]], paid: list[tuple[int, int]]
) -> None:
    """R4.8: the factors add up what the settlements pay for a home's own balance x days."""
    first, weight = date(2024, 1, 15), 7_919
    settlements = [
        (fen, weight, first + timedelta(days=n), first + timedelta(days=n + 1 + days))
        for n, (fen, days) in enumerate(paid)
    ]
    end = max((to_on for *_, to_on in settlements), default=first)
    slow = 0
    for fen, _, from_on, to_on in settlements:
        rate = abs(fen) * FACTOR_SCALE // weight * (1 if fen > 0 else -1)
        slow += rate * balance_days(changes, from_on, to_on)
    assert home_weight(changes, daily_factors(settlements, end)) == max(0, slow)


@given(deposits(), st.integers(0, 1300), st.integers(0, 100))
def test_an_estimate_grows_to_what_the_term_gives(terms: Terms, after: int, more: int) -> None:
    """R4.4: never below zero, never above what is settled at the maturity, never less than before
    (on demand up to the fen that rounding two interests costs)."""
    on = terms.opened_on + timedelta(days=after)
    early, late = estimate(terms, on), estimate(terms, on + timedelta(days=more))
    assert 0 <= early <= late + (terms.matures_on is None)
    if terms.matures_on is not None:
        whole = settle(
            terms,
            part_fen=terms.principal_fen,
            to_on=terms.matures_on,
            interest_fen=None,
            demand_rate_e4=None,
            benchmarks=BENCHMARKS,
        )
        assert late <= whole.value_added_fen == estimate(terms, terms.matures_on)


@given(st.integers(0, 10**6))
def test_a_year_does_not_depend_on_the_order_of_anything(seed: int) -> None:
    """Settlements, scopes, homes and changes shuffled: the same year; and its sums hold."""
    random = Random(seed)
    published = random_year(random)
    year = published.year

    def shuffled(mapping: dict[str, Any]) -> dict[str, Any]:
        items = [
            (key, random.sample(value, len(value)) if isinstance(value, list) else value)
            for key, value in mapping.items()
        ]
        random.shuffle(items)
        return dict(items)

    entries = [entry for entry, _ in year.deposits]
    random.shuffle(entries)
    again = close_year(
        entries,
        shuffled(published.scopes),
        shuffled(published.homes),
        shuffled(published.brought),
        published.interest_brought_fen,
    )
    assert again == year
    value_added = sum(entry.sign * entry.value_added_fen for entry in entries)
    assert sum(pool.shares_fen for pool in year.pools.values()) == value_added
    assert sum(year.homes.values()) == year.interest.posted_fen
    for pool in (*year.pools.values(), year.interest):
        assert pool.shares_fen + pool.brought_fen == pool.posted_fen + pool.carried_fen
        assert pool.posted_fen >= 0 >= pool.carried_fen
    assert all(fen >= 0 for fen in year.homes.values())
