"""Maturities, benchmarks and interest, each worked out on paper. R4.1, R4.2."""

from datetime import date

import pytest

from rules.income import (
    TENORS,
    Base,
    Benchmarks,
    Method,
    Terms,
    add_months,
    half_up,
    interest,
    maturity,
)
from rules.refusals.books import BenchmarkUnknown, WrongTerms
from tests.rules.income.paper import BENCHMARKS, MILLION, terms


def matures(opened_on: str, tenor: str) -> str:
    return maturity(date.fromisoformat(opened_on), tenor).isoformat()


def earned(
    principal_fen: int,
    rate_e4: int,
    tenor: str,
    days: str,
    method: Method = "terms",
    base: Base = "fen",
) -> int:
    """The interest of a period written "2024-01-01 2025-01-01"."""
    from_on, to_on = (date.fromisoformat(day) for day in days.split())
    return interest(principal_fen, rate_e4, tenor, method, base, from_on, to_on)


def test_half_a_year_from_the_31st_of_august() -> None:
    """31 August + 6 months: February has no 31st; 2025 has no 29th either: the 28th."""
    assert matures("2024-08-31", "6m") == "2025-02-28"
    assert matures("2023-08-31", "6m") == "2024-02-29"


def test_a_year_from_the_29th_of_february() -> None:
    """29 February 2024 + 1 year: 2025 has none: the 28th; two and three years likewise."""
    assert matures("2024-02-29", "1y") == "2025-02-28"
    assert matures("2024-02-29", "2y") == "2026-02-28"
    assert matures("2024-02-29", "3y") == "2027-02-28"


def test_a_year_from_the_28th_ends_on_the_28th_of_a_leap_year() -> None:
    """The same day of the month, not the last one: 28 February 2023 + 1 year = 28 February 2024."""
    assert matures("2023-02-28", "1y") == "2024-02-28"


def test_month_ends() -> None:
    """31 March + 3 months: June has 30 days. 30 November + 3 months: February's last. 31 December
    + 3 months: 31 March of the next year."""
    assert matures("2025-03-31", "3m") == "2025-06-30"
    assert matures("2024-11-30", "3m") == "2025-02-28"
    assert matures("2024-12-31", "3m") == "2025-03-31"
    assert add_months(date(2024, 12, 31), 12) == date(2025, 12, 31)


def test_a_renewal_opens_on_the_day_of_maturity() -> None:
    """31 August + 6 months = 28 February; that is the new opening day: the next is 28 August."""
    first = matures("2024-08-31", "6m")
    assert (first, matures(first, "6m")) == ("2025-02-28", "2025-08-28")


def test_demand_and_unknown_tenors_do_not_mature() -> None:
    for tenor in ("demand", "5y", ""):
        with pytest.raises(WrongTerms):
            maturity(date(2024, 1, 1), tenor)


def test_the_day_of_a_change_of_rates_has_the_new_one() -> None:
    """2015-10-24 is the first day of 1.50 %; the day before still has 1.75 % (R4.1)."""
    assert BENCHMARKS.at("1y", date(2015, 10, 23)) == 17500
    assert BENCHMARKS.at("1y", date(2015, 10, 24)) == 15000
    assert BENCHMARKS.since("1y", date(2026, 1, 1)) == date(2015, 10, 24)


def test_the_table_of_the_rulebook() -> None:
    """Since 2015-10-24: 0.35, 1.10, 1.30, 1.50, 2.10, 2.75; since 2015-08-26: 0.35, 1.35, 1.55,
    1.75, 2.35, 3.00."""
    late, early = date(2024, 7, 1), date(2015, 8, 26)
    assert [BENCHMARKS.at(t, late) for t in TENORS] == [3500, 11000, 13000, 15000, 21000, 27500]
    assert [BENCHMARKS.at(t, early) for t in TENORS] == [3500, 13500, 15500, 17500, 23500, 30000]


def test_the_opening_days_benchmark_holds_for_the_whole_term() -> None:
    """Three years opened on 2015-10-23: 3.00 % to the end, though 2.75 % from the next day on."""
    deposit = terms(MILLION, "3y", "2015-10-23", 35000)
    assert (deposit.benchmark_rate_e4, deposit.matures_on) == (30000, date(2018, 10, 23))


def test_no_benchmark_before_the_table_begins() -> None:
    with pytest.raises(BenchmarkUnknown) as unknown:
        BENCHMARKS.at("2y", date(2015, 8, 25))
    assert "2015-08-25没有二年的基准利率" in str(unknown.value)
    with pytest.raises(BenchmarkUnknown):
        Benchmarks([]).at("1y", date(2024, 1, 1))


def test_rows_of_rates_come_in_any_order() -> None:
    rows = [("1y", date(2020, 1, 1), 3), ("1y", date(2018, 1, 1), 1), ("1y", date(2019, 1, 1), 2)]
    assert [Benchmarks(rows).at("1y", date(y, 6, 1)) for y in (2018, 2019, 2020)] == [1, 2, 3]


def test_terms_that_contradict_themselves() -> None:
    good = terms(MILLION, "1y", "2024-07-01", 19500)
    for wrong in (
        {"matures_on": date(2025, 7, 2)},
        {"matures_on": None},
        {"tenor": "9y"},
        {"principal_fen": 0},
        {"principal_fen": 2**63},
        {"agreed_rate_e4": -1},
        {"benchmark_rate_e4": 1_000_001},
        {"method": "weeks"},
        {"base": "jiao"},
    ):
        with pytest.raises(WrongTerms):
            Terms(**(good.__dict__ | wrong))


def test_three_months_are_a_quarter_of_the_yearly_rate() -> None:
    """2,000,000.00 x 1.25 % x 3 / 12 = 6,250.00, whatever the days of the months."""
    for days in ("2025-01-01 2025-04-01", "2024-06-30 2024-09-30"):
        assert earned(200_000_000, 12500, "3m", days) == 625_000


def test_six_months_and_a_fraction_below_half() -> None:
    """100,000.01 x 1.55 % x 6 / 12 = 775.0000775: 775.00."""
    assert earned(10_000_001, 15500, "6m", "2015-09-01 2016-03-01") == 77_500


def test_exactly_half_a_fen_is_rounded_up() -> None:
    """1.00 x 1.50 % = 1.5 fen: 2. 2.00 x 1.00 % x 3 / 12 = 0.5 fen: 1. 0.99 x 1.50 % = 1.485: 1."""
    assert earned(100, 15000, "1y", "2024-01-01 2025-01-01") == 2
    assert earned(200, 10000, "3m", "2024-01-01 2024-04-01") == 1
    assert earned(99, 15000, "1y", "2024-01-01 2025-01-01") == 1
    assert [half_up(n, 2) for n in (-3, -1, 0, 1, 3)] == [-2, -1, 0, 1, 2]


def test_only_whole_yuan_bear_interest() -> None:
    """199.99 at 1.50 %: on the fen 2.99985 = 3.00; on 199.00 2.985 = 2.99."""
    assert earned(19_999, 15000, "1y", "2024-01-01 2025-01-01") == 300
    assert earned(19_999, 15000, "1y", "2024-01-01 2025-01-01", base="yuan") == 299


def test_the_rulebooks_365_days_on_360() -> None:
    """Section 15: 12,345,678.90 x 1.10 % x 365 / 360 = 137,688.61286...; on 12,345,678.00
    137,688.60283... (R4.2)."""
    days = "2024-07-01 2025-07-01"
    assert earned(1_234_567_890, 11000, "1y", days, "days360") == 13_768_861
    assert earned(1_234_567_890, 11000, "1y", days, "days360", "yuan") == 13_768_860


def test_the_29th_of_february_is_a_day() -> None:
    """3,600,000.00 at 1 % earn 100.00 a day: 28 February to 1 March is 2 days in 2024, else 1."""
    assert earned(360_000_000, 10000, "1y", "2024-02-28 2024-03-01", "days360") == 20_000
    assert earned(360_000_000, 10000, "1y", "2023-02-28 2023-03-01", "days360") == 10_000


def test_a_leap_year_by_days_and_by_whole_terms() -> None:
    """2024 has 366 days: 3,600,000.00 at 1 % = 36,600.00 by days, 36,000.00 by the year."""
    days = "2024-01-01 2025-01-01"
    assert earned(360_000_000, 10000, "1y", days, "days360") == 3_660_000
    assert earned(360_000_000, 10000, "1y", days) == 3_600_000


def test_two_years_over_a_leap_year_by_days() -> None:
    """2023-03-01 to 2025-03-01 is 731 days: 1,000,000.00 x 2.10 % x 731 / 360 = 42,641.666...;
    by whole terms 2 x 21,000.00 = 42,000.00."""
    days = "2023-03-01 2025-03-01"
    assert earned(MILLION, 21000, "2y", days, "days360") == 4_264_167
    assert earned(MILLION, 21000, "2y", days) == 4_200_000


def test_three_years_whole() -> None:
    """500,000.00 x 2.75 % x 3 = 41,250.00."""
    assert earned(50_000_000, 27500, "3y", "2022-10-15 2025-10-15") == 4_125_000


def test_the_first_day_counts_and_the_last_does_not() -> None:
    """One night at 0.36 %: 1,000,000.00 x 0.36 % / 360 = 10.00."""
    assert earned(MILLION, 3600, "demand", "2025-05-01 2025-05-02") == 1_000


def test_four_decimals_of_a_percent() -> None:
    """1,000,000.00 x 1.2345 % = 12,345.00; one ten-thousandth of a percent more is 1.00 more."""
    assert earned(MILLION, 12345, "1y", "2024-01-01 2025-01-01") == 1_234_500
    assert earned(MILLION, 12346, "1y", "2024-01-01 2025-01-01") == 1_234_600


def test_nothing_at_no_rate() -> None:
    """P x 0 = 0."""
    assert earned(MILLION, 0, "3y", "2022-10-15 2025-10-15") == 0


def test_money_on_demand_goes_by_days_whatever_the_method_says() -> None:
    """3,600,000.00 at 0.45 % earn 45.00 a day: 90 days 4,050.00."""
    for method in ("terms", "days360"):
        days = "2024-12-21 2025-03-21"
        assert earned(360_000_000, 4500, "demand", days, method) == 405_000


def test_rounded_once_and_not_by_month() -> None:
    """0.55 a month thrice would be 1 + 1 + 1 = 3; 0.55 x 3 = 1.65 is 2: 220 fen x 1 % x 3 / 4."""
    assert earned(220, 10000, "3m", "2024-01-01 2024-04-01") == 1
    assert earned(880, 10000, "3m", "2024-01-01 2024-04-01") == 2
