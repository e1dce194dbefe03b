"""Slices, balance x days, shares and estimates on paper. R4.4 to R4.6, R3.7."""

from datetime import date

import pytest

from rules.income import (
    add_slices,
    attribute,
    balance_days,
    days_by_year,
    estimate,
    over_years,
    part_by_cut,
    slices,
)
from rules.refusals.books import WeightsMissing
from tests.rules.income.paper import MILLION, settled, terms

BOOK = terms(MILLION, "1y", "2024-07-01", 19500)
JUNE = date(2025, 6, 1), date(2025, 7, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_half_a_fen_goes_to_the_earlier_year() -> None:
    """5 fen over 31 December and 1 January: 2.5 each: 3 and the rest, 2; of -5: -3 and -2."""
    assert slices(5, day("2024-12-31"), day("2025-01-02")) == {2024: 3, 2025: 2}
    assert slices(-5, day("2024-12-31"), day("2025-01-02")) == {2024: -3, 2025: -2}


def test_no_slice_takes_what_is_not_there() -> None:
    """2 fen over 356 + 365 + 366 + 9 = 1,096 days: 0.65 and 0.67 are one fen each; the third, 0.67,
    finds none left; the last is 0 and not -1."""
    cut = slices(2, day("2022-01-10"), day("2025-01-10"))
    assert days_by_year(day("2022-01-10"), day("2025-01-10")) == {
        2022: 356,
        2023: 365,
        2024: 366,
        2025: 9,
    }
    assert cut == {2022: 1, 2023: 1, 2024: 0, 2025: 0}


def test_a_period_without_days_has_no_slices() -> None:
    with pytest.raises(ValueError, match="至少应有一天"):
        slices(5, day("2025-01-01"), day("2025-01-01"))


def test_slices_are_added_year_by_year() -> None:
    """{2024: 1, 2025: 2} + {2025: 3, 2026: 4} = {2024: 1, 2025: 5, 2026: 4}."""
    assert add_slices({2024: 1, 2025: 2}, {2026: 4, 2025: 3}) == {2024: 1, 2025: 5, 2026: 4}


def test_a_balance_that_changes_during_the_period() -> None:
    """June, 30 days: 100 all along, 50 more from the 11th (20 days), 30 less from the 21st (10):
    3,000 + 1,000 - 300 = 3,700."""
    changes = [(None, 100), (day("2025-06-21"), -30), (day("2025-06-11"), 50)]
    assert balance_days(changes, *JUNE) == 3_700


def test_a_change_counts_from_its_own_day() -> None:
    """On the first day or before it: all 30 days; on the last, one; on the day after: none."""
    for on, weight in (
        ("2025-06-01", 30),
        ("2020-01-01", 30),
        ("2025-06-30", 1),
        ("2025-07-01", 0),
        ("2026-01-01", 0),
    ):
        assert balance_days([(day(on), 1)], *JUNE) == weight
    assert balance_days([], *JUNE) == 0


def test_paid_in_and_used_on_one_day_weighs_nothing() -> None:
    """700 in and 700 out on the 5th: 26 x (700 - 700) = 0."""
    assert balance_days([(day("2025-06-05"), 700), (day("2025-06-05"), -700)], *JUNE) == 0


def test_the_rulebooks_three_equal_scopes() -> None:
    """Section 15: 1,000.00 = 333.34 + 333.33 + 333.33: one fen is left for the lowest id."""
    given = attribute(100_000, {"c": 7, "a": 7, "b": 7})
    assert given.parts == {"a": 33_334, "b": 33_333, "c": 33_333}
    assert (given.weight, given.left_fen, given.cut_id) == (21, 1, "a")
    # 100,000 x 7 = 700,000 = 33,333 x 21 + 7
    assert given.cut_remainder == 7


def test_two_fen_left_for_seven() -> None:
    """100 fen over seven equal scopes: 14 each and 2 left, for the two lowest ids."""
    given = attribute(100, dict.fromkeys(range(1, 8), 3))
    assert list(given.parts.values()) == [15, 15, 14, 14, 14, 14, 14]
    assert (given.left_fen, given.cut_id) == (2, 2)
    # One and two stand before the cut with the same remainder, the others behind it.
    assert [part_by_cut(100, 3, given.cut, one).extra for one in range(1, 8)] == [1, 1, *[0] * 5]


def test_by_remainder_and_not_by_size() -> None:
    """100 fen by 1, 2, 3: 16.67, 33.33, 50.00: the fen left goes to the first, 4/6 being most."""
    given = attribute(100, {1: 1, 2: 2, 3: 3})
    assert (given.parts, given.cut_remainder, given.cut_id) == ({1: 17, 2: 33, 3: 50}, 4, 1)


def test_no_weight_no_share() -> None:
    """10 fen by 0, 1, 2: 0, 3.33, 6.67: 0, 3, 7."""
    assert attribute(10, {"z": 0, "a": 1, "b": 2}).parts == {"a": 3, "b": 7, "z": 0}


def test_a_weight_below_zero_counts_as_none() -> None:
    """10 fen by -5, 1, 2 is as by 0, 1, 2, and all the weight is 3."""
    given = attribute(10, {"z": -5, "a": 1, "b": 2})
    assert (given.parts, given.weight) == ({"a": 3, "b": 7, "z": 0}, 3)


@pytest.mark.parametrize("weights", [{}, {"a": 0}, {"a": 0, "b": -1}])
def test_nobody_to_attribute_to(weights: dict[str, int]) -> None:
    with pytest.raises(WeightsMissing):
        attribute(10, weights)


def test_what_is_taken_back_mirrors_what_was_given() -> None:
    """-1,000.00 over three: -333.34, -333.33, -333.33: every scope gives back what it got."""
    assert attribute(-100_000, {1: 5, 2: 5, 3: 5}).parts == {1: -33_334, 2: -33_333, 3: -33_333}


def test_nothing_to_split() -> None:
    """0 fen: nothing for anybody, nothing left over, no cut."""
    given = attribute(0, {1: 5, 2: 6})
    assert (given.parts, given.left_fen, given.cut) == ({1: 0, 2: 0}, 0, (11, None, None))


def test_one_part_by_the_cut_alone() -> None:
    """100 fen by 1, 2, 3: the first has 100 x 1 = 16 x 6 + 4, at the cut (4, 1): 17. The second
    100 x 2 = 33 x 6 + 2, below it: 33."""
    cut = attribute(100, {1: 1, 2: 2, 3: 3}).cut
    assert cut == (6, 4, 1)
    assert part_by_cut(100, 1, cut, 1) == (17, 16, 4, 1)
    assert part_by_cut(100, 2, cut, 2) == (33, 33, 2, 0)
    assert part_by_cut(-100, 1, cut, 1).fen == -17
    # The same remainder with a higher id is behind the cut.
    assert part_by_cut(100, 1, cut, 9) == (16, 16, 4, 0)


def test_a_building_split_into_units_on_the_11th() -> None:
    """June, 300 in the building for 10 days: 3,000; then 100 and 200 in two units for 20: 2,000 and
    4,000. Of 9.00: 3.00, 2.00, 4.00."""
    on = day("2025-06-11")
    changes = {
        "building": [(None, 300), (on, -300)],
        "unit 1": [(on, 100)],
        "unit 2": [(on, 200)],
    }
    weights = {scope: balance_days(each, *JUNE) for scope, each in changes.items()}
    assert weights == {"building": 3_000, "unit 1": 2_000, "unit 2": 4_000}
    assert attribute(900, weights).parts == {"building": 300, "unit 1": 200, "unit 2": 400}


def test_shares_over_the_years_sum_both_ways() -> None:
    """1,000.00 in shares of 333.34, 333.33, 333.33; 2024 has 184/365: 504.11 (504.1095...).

    50,411 by 33,334 : 33,333 : 33,333 is 16,804.0027, 16,803.4986, 16,803.4986: 50,410 and one fen
    for the lower of the equal remainders, b. 2025 is what is left: 16,530, 16,529, 16,530.
    """
    cut = slices(100_000, day("2024-07-01"), day("2025-07-01"))
    assert cut == {2024: 50_411, 2025: 49_589}
    parts = attribute(100_000, {"a": 1, "b": 1, "c": 1}).parts
    assert over_years(parts, cut) == {
        "a": {2024: 16_804, 2025: 16_530},
        "b": {2024: 16_804, 2025: 16_529},
        "c": {2024: 16_803, 2025: 16_530},
    }


def test_over_years_of_sums_that_are_not_one() -> None:
    for parts, cut in (({"a": 5}, {2024: 4}), ({"a": 5, "b": -1}, {2024: 4}), ({"a": 1}, {})):
        with pytest.raises(ValueError, match="不相等"):
            over_years(parts, cut)
    assert over_years({"a": 0}, {2024: 0, 2025: 0}) == {"a": {2024: 0, 2025: 0}}
    assert over_years({"a": -3}, {2024: -1, 2025: -2}) == {"a": {2024: -1, 2025: -2}}


def test_estimates_accrue_by_the_day() -> None:
    """4,500.00 over 365 days: nothing on the opening day, 12.33 (12.3287...) after one, 2,268.49 on
    1 January, all of it at the maturity and no more after it."""
    for on, fen in (
        ("2024-06-01", 0),
        ("2024-07-01", 0),
        ("2024-07-02", 1_233),
        ("2025-01-01", 226_849),
        ("2025-07-01", 450_000),
        ("2025-12-31", 450_000),
    ):
        assert estimate(BOOK, day(on)) == fen


def test_the_estimate_on_new_years_day_is_the_old_years_slice() -> None:
    """184 of 365 days in both: 2,268.49."""
    assert estimate(BOOK, day("2025-01-01")) == settled(BOOK, "2025-07-01").slices[2024]


def test_the_estimate_of_what_is_left_after_a_withdrawal() -> None:
    """700,000.00 of it: 3,150.00 x 184 / 365 = 1,587.945...: 1,587.95."""
    assert estimate(BOOK, day("2025-01-01"), part_fen=70_000_000) == 158_795
    assert estimate(BOOK, day("2025-01-01"), part_fen=0) == 0


def test_the_estimate_of_money_on_demand() -> None:
    """10.00 a day above the benchmark since the last settled day: 30 days 300.00."""
    deposit = terms(360_000_000, "demand", "2024-12-21", 4500, "days360")
    assert estimate(deposit, day("2025-04-20"), from_on=day("2025-03-21")) == 30_000
    assert estimate(deposit, day("2024-12-31")) == 10_000


def test_the_estimate_below_the_benchmark() -> None:
    """-3,000.00 x 184 / 365 = -1,512.33, or nothing, as the parameter says."""
    low = terms(MILLION, "1y", "2024-07-01", 12000)
    assert estimate(low, day("2025-01-01")) == 0
    assert estimate(low, day("2025-01-01"), negative="negative") == -151_233
