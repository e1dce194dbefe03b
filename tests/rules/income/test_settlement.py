"""Advices of the bank settled on paper: value added, early, overdue, on demand. R4.3 to R4.5."""

from datetime import date

import pytest

from rules.income import Benchmarks
from rules.refusals.books import AdviceInconsistent, BenchmarkUnknown
from tests.rules.income.paper import BENCHMARKS, MILLION, RATES, settled, terms

BOOK = terms(MILLION, "1y", "2024-07-01", 19500)


def test_the_rulebooks_year() -> None:
    """Section 15: 1,000,000.00 at 1.95 % against 1.50 %: 19,500.00 - 15,000.00 = 4,500.00; 2024 has
    184 of 365 days: 2,268.49; 2025 the rest: 2,231.51."""
    one = settled(BOOK, "2025-07-01")
    assert (one.kind, one.interest_fen, one.due_benchmark_fen) == ("maturity", 1_950_000, 1_500_000)
    assert (one.value_added_fen, one.benchmark_fen, one.shortfall_fen) == (450_000, 1_500_000, 0)
    assert one.slices == {2024: 226_849, 2025: 223_151}
    # 15,000.00 x 184 / 365 = 7,561.6438...
    assert one.benchmark_slices == {2024: 756_164, 2025: 743_836}
    assert one.demand_benchmark_e4 is None
    assert {"R4.1", "R4.2", "R4.3", "R4.5"} == set(one.rules)


def test_by_days_it_is_another_sum_but_not_two_sums_added() -> None:
    """By days: 19,770.83 - 15,208.33 = 4,562.50 in all; as whole terms it stays 4,500.00."""
    one = settled(terms(MILLION, "1y", "2024-07-01", 19500, "days360"), "2025-07-01")
    assert (one.interest_fen, one.due_benchmark_fen) == (1_977_083, 1_520_833)
    assert one.value_added_fen == 456_250
    assert settled(BOOK, "2025-07-01").value_added_fen == 450_000


def test_the_banks_own_figure_counts() -> None:
    """It credited 19,600.00, 100.00 more than agreed: 4,600.00 above the benchmark (R4.3)."""
    one = settled(BOOK, "2025-07-01", interest_fen=1_960_000)
    assert (one.expected_fen, one.value_added_fen) == (1_950_000, 460_000)
    assert any(step.what == "credited" and "19,500.00" in step.text for step in one.steps)


def test_a_rate_below_the_benchmark_counts_as_zero_and_is_reported() -> None:
    """12,000.00 - 15,000.00 = -3,000.00: nothing for the scopes, 12,000.00 for the homes."""
    one = settled(terms(MILLION, "1y", "2024-07-01", 12000), "2025-07-01")
    assert (one.value_added_fen, one.shortfall_fen) == (0, 300_000)
    assert (one.benchmark_fen, one.due_benchmark_fen) == (1_200_000, 1_500_000)
    assert one.slices == {2024: 0, 2025: 0}


def test_a_rate_below_the_benchmark_as_it_is() -> None:
    """income.negative = negative: -3,000.00, of which 2024 has 184 / 365: 1,512.33 (1,512.3287...),
    2025 1,487.67; the homes get their 15,000.00."""
    one = settled(terms(MILLION, "1y", "2024-07-01", 12000), "2025-07-01", negative="negative")
    assert (one.value_added_fen, one.benchmark_fen) == (-300_000, 1_500_000)
    assert one.shortfall_fen == 300_000
    assert one.slices == {2024: -151_233, 2025: -148_767}


def test_exactly_the_benchmark_adds_nothing() -> None:
    """15,000.00 - 15,000.00 = 0, and no shortfall."""
    one = settled(terms(MILLION, "1y", "2024-07-01", 15000), "2025-07-01", negative="negative")
    assert (one.value_added_fen, one.shortfall_fen, one.benchmark_fen) == (0, 0, 1_500_000)


def test_a_part_withdrawn_early_and_the_rest() -> None:
    """300,000.00 after 100 days: x 0.35 % x 100 / 360 = 291.666...: 291.67, nothing above it. The
    other 700,000.00 keep their rate: 13,650.00 - 10,500.00 = 3,150.00 (R4.4)."""
    early = settled(BOOK, "2024-10-09", part_fen=30_000_000)
    assert (early.kind, early.interest_fen, early.due_benchmark_fen) == ("early", 29_167, 29_167)
    assert (early.value_added_fen, early.demand_benchmark_e4) == (0, 3500)
    rest = settled(BOOK, "2025-07-01", part_fen=70_000_000)
    assert (rest.interest_fen, rest.value_added_fen) == (1_365_000, 315_000)


def test_early_at_the_banks_own_demand_rate() -> None:
    """300,000.00, 100 days: 0.20 % gives 166.67 against 291.67, 125.00 short; 0.45 % gives 375.00,
    83.33 above."""
    low = settled(BOOK, "2024-10-09", part_fen=30_000_000, demand_rate_e4=2000)
    assert (low.interest_fen, low.shortfall_fen, low.benchmark_fen) == (16_667, 12_500, 16_667)
    high = settled(BOOK, "2024-10-09", part_fen=30_000_000, demand_rate_e4=4500)
    assert (high.interest_fen, high.value_added_fen) == (37_500, 8_333)
    assert high.slices == {2024: 8_333}


def test_early_against_the_demand_benchmark_of_the_opening_day() -> None:
    """Demand falls to 0.20 % on 2024-09-01; opened before, the part still goes by 0.35 %."""
    table = Benchmarks([*RATES, ("demand", date(2024, 9, 1), 2000)])
    one = settled(BOOK, "2024-10-09", part_fen=30_000_000, benchmarks=table)
    assert (one.due_benchmark_fen, one.demand_benchmark_e4) == (29_167, 3500)


def test_one_day_before_the_maturity_is_early() -> None:
    """364 days by demand: 1,000,000.00 x 0.35 % x 364 / 360 = 3,538.888...: 3,538.89."""
    one = settled(BOOK, "2025-06-30")
    assert (one.kind, one.interest_fen) == ("early", 353_889)


def test_ten_days_overdue() -> None:
    """The term's 19,500.00 and 10 days on demand, 97.22: against 15,000.00 + 97.22; 4,500.00 above,
    all of it earned in the term's 365 days."""
    one = settled(BOOK, "2025-07-11")
    assert (one.kind, one.interest_fen, one.due_benchmark_fen) == ("maturity", 1_959_722, 1_509_722)
    assert (one.value_added_fen, one.overdue_days, one.demand_benchmark_e4) == (450_000, 10, 3500)
    assert one.slices == {2024: 226_849, 2025: 223_151}


def test_overdue_at_a_better_demand_rate() -> None:
    """10 days at 0.45 %: 125.00 against 97.22; 4,527.78 in all; 2024 has 184 / 365 of it, 2,282.50
    (2,282.4973...), 2025 2,245.28."""
    one = settled(BOOK, "2025-07-11", demand_rate_e4=4500)
    assert one.value_added_fen == 452_778
    assert one.slices == {2024: 228_250, 2025: 224_528}


def test_overdue_days_go_by_the_demand_benchmark_of_the_maturity() -> None:
    """Demand falls to 0.20 % on 2025-07-01, the very day: 10 days at 0.20 % are 55.56."""
    table = Benchmarks([*RATES, ("demand", date(2025, 7, 1), 2000)])
    one = settled(BOOK, "2025-07-11", benchmarks=table)
    assert (one.due_benchmark_fen, one.demand_benchmark_e4) == (1_505_556, 2000)


def test_overdue_over_the_new_year() -> None:
    """2023-12-21 to 2024-12-21 (366 days), paid on 2025-01-10, 20 days late: 194.44.

    The term's 15,000.00: 2023 has 11 / 366: 450.82, 2024 14,549.18. The 194.44: 2024 has 11 / 20:
    106.94 (106.942), 2025 87.50. Together 450.82, 14,656.12, 87.50.
    """
    one = settled(terms(MILLION, "1y", "2023-12-21", 19500), "2025-01-10")
    assert one.due_benchmark_fen == 1_519_444
    assert one.benchmark_slices == {2023: 45_082, 2024: 1_465_612, 2025: 8_750}
    # 4,500.00 x 11 / 366 = 135.245...
    assert one.slices == {2023: 13_525, 2024: 436_475}


def test_overdue_and_below_the_benchmark() -> None:
    """12,000.00 + 97.22 against 15,000.00 + 97.22: all of it is the homes', and of theirs 97.22 lie
    after the maturity."""
    one = settled(terms(MILLION, "1y", "2024-07-01", 12000), "2025-07-11")
    assert (one.benchmark_fen, one.shortfall_fen) == (1_209_722, 300_000)
    # 12,000.00 x 184 / 365 = 6,049.315...
    assert one.benchmark_slices == {2024: 604_932, 2025: 604_790}


def test_money_on_demand_by_quarters() -> None:
    """3,600,000.00 at 0.45 % against 0.35 %: 45.00 and 35.00 a day. From 2024-12-21 to 2025-03-21,
    90 days: 4,050.00 - 3,150.00 = 900.00, of which 11 / 90 = 110.00 in 2024. To 2025-06-21, 92 days
    more: 4,140.00 - 3,220.00 = 920.00. In one go 182 days: 8,190.00 = 4,050.00 + 4,140.00."""
    deposit = terms(360_000_000, "demand", "2024-12-21", 4500, "days360")
    first = settled(deposit, "2025-03-21")
    assert (first.kind, first.interest_fen, first.value_added_fen) == ("demand", 405_000, 90_000)
    assert first.slices == {2024: 11_000, 2025: 79_000}
    second = settled(deposit, "2025-06-21", from_on="2025-03-21")
    assert (second.from_on, second.interest_fen) == (date(2025, 3, 21), 414_000)
    assert second.value_added_fen == 92_000
    assert settled(deposit, "2025-06-21").interest_fen == 819_000


def test_demand_keeps_the_benchmark_of_its_opening_day() -> None:
    """Demand falls to 0.20 % on 2025-01-01; opened before, 90 days still go by 0.35 %: 3,150.00."""
    table = Benchmarks([*RATES, ("demand", date(2025, 1, 1), 2000)])
    deposit = terms(360_000_000, "demand", "2024-12-21", 4500, benchmarks=table)
    assert settled(deposit, "2025-03-21", benchmarks=table).due_benchmark_fen == 315_000


def test_two_years_over_a_leap_year() -> None:
    """1,000,000.00 at 2.60 % against 2.10 %: 2 x 5,000.00. 2023-07-01 to 2025-07-01 has 184 + 366 +
    181 = 731 days: 2,517.10 (251,709.98...), 5,006.84 (500,683.99...), the rest 2,476.06."""
    one = settled(terms(MILLION, "2y", "2023-07-01", 26000), "2025-07-01")
    assert one.slices == {2023: 251_710, 2024: 500_684, 2025: 247_606}


def test_three_years_lie_in_four_calendar_years() -> None:
    """1,000,000.00 at 3.25 % against 2.75 %: 15,000.00. 2022-10-15 to 2025-10-15: 78 + 365 + 366 +
    287 = 1,096 days: 1,067.52 (106,751.8), 4,995.44 (499,543.7), 5,009.12 (500,912.4), 3,927.92."""
    one = settled(terms(MILLION, "3y", "2022-10-15", 32500), "2025-10-15")
    assert one.slices == {2022: 106_752, 2023: 499_544, 2024: 500_912, 2025: 392_792}


def test_a_calendar_year_is_one_slice() -> None:
    """From 1 January to 1 January: all 366 days lie in 2024, for the last day does not count."""
    one = settled(terms(MILLION, "1y", "2024-01-01", 19500), "2025-01-01")
    assert one.slices == {2024: 450_000}


def test_opened_on_the_last_day_of_a_year() -> None:
    """One day of 365 in 2024: 4,500.00 / 365 = 12.3287...: 12.33; 2025 has 4,487.67."""
    one = settled(terms(MILLION, "1y", "2024-12-31", 19500), "2025-12-31")
    assert one.slices == {2024: 1_233, 2025: 448_767}


def test_the_benchmark_changes_between_two_deposits_of_neighbouring_days() -> None:
    """Opened 2015-10-23 at 2.00 %: 20,000.00 - 17,500.00 = 2,500.00; on the 24th 5,000.00 above."""
    before = settled(terms(MILLION, "1y", "2015-10-23", 20000), "2016-10-23")
    after = settled(terms(MILLION, "1y", "2015-10-24", 20000), "2016-10-24")
    assert (before.value_added_fen, after.value_added_fen) == (250_000, 500_000)


def test_whole_yuan_on_both_sides() -> None:
    """199.99 of which 199.00 count: 1.95 % = 3.8805: 3.88; 1.50 % = 2.985: 2.99; 0.89 above."""
    one = settled(terms(19_999, "1y", "2024-07-01", 19500, "terms", "yuan"), "2025-07-01")
    assert (one.interest_fen, one.due_benchmark_fen, one.value_added_fen) == (388, 299, 89)
    assert any(step.what == "base" for step in one.steps)


def test_three_months_end_in_february() -> None:
    """500,000.00, 2024-11-30 to 2025-02-28, 1.35 % against 1.10 %: 1,687.50 - 1,375.00 = 312.50;
    32 of 90 days in 2024: 111.11; 201.39 in 2025."""
    one = settled(terms(50_000_000, "3m", "2024-11-30", 13500), "2025-02-28")
    assert (one.value_added_fen, one.slices) == (31_250, {2024: 11_111, 2025: 20_139})


@pytest.mark.parametrize(
    ("to_on", "more"),
    [
        ("2024-07-01", {}),
        ("2024-06-30", {}),
        ("2025-07-01", {"part_fen": 0}),
        ("2025-07-01", {"part_fen": MILLION + 1}),
        ("2025-07-01", {"interest_fen": -1}),
        ("2025-07-01", {"from_on": "2024-08-01"}),
    ],
)
def test_advices_that_cannot_be(to_on: str, more: dict[str, int | str]) -> None:
    with pytest.raises(AdviceInconsistent):
        settled(BOOK, to_on, **more)  # type: ignore[arg-type]


def test_early_needs_a_demand_benchmark() -> None:
    table = Benchmarks(row for row in RATES if row[0] != "demand")
    with pytest.raises(BenchmarkUnknown):
        settled(BOOK, "2024-08-01", benchmarks=table)
    assert settled(BOOK, "2025-07-01", benchmarks=table).value_added_fen == 450_000
    assert BENCHMARKS.at("demand", date(2024, 7, 1)) == 3500
