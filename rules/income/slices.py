"""A sum cut over the calendar years in which it was earned. R4.5."""

from collections.abc import Mapping
from datetime import date

from rules.income.interest import half_up
from rules.money import Id, split


def days_by_year(from_on: date, to_on: date) -> dict[int, int]:
    """How many days of [from_on, to_on) lie in each calendar year. ValueError when none do."""
    if from_on >= to_on:
        raise ValueError("期间至少应有一天")
    days = {}
    begin = from_on
    while begin < to_on:
        end = min(to_on, date(begin.year + 1, 1, 1)) if begin.year < date.max.year else to_on
        days[begin.year] = (end - begin).days
        begin = end
    return days


def slices(total_fen: int, from_on: date, to_on: date) -> dict[int, int]:
    """The sum by calendar year, in proportion to the days of [from_on, to_on). R4.5.

    Every slice but the last is rounded half up, and the last takes the remainder: together they
    are the sum, to the fen. No slice takes more than what is left, so that none has the other
    sign. A negative sum is cut as its positive mirror.
    """
    if total_fen < 0:
        return {year: -fen for year, fen in slices(-total_fen, from_on, to_on).items()}
    by_year = days_by_year(from_on, to_on)
    whole, left = sum(by_year.values()), total_fen
    cut = {}
    for year, days in by_year.items():
        cut[year] = min(half_up(total_fen * days, whole), left)
        left -= cut[year]
    cut[year] += left
    return cut


def add_slices(*parts: Mapping[int, int]) -> dict[int, int]:
    """Slices of several sums, year by year."""
    years = sorted({year for part in parts for year in part})
    return {year: sum(part.get(year, 0) for part in parts) for year in years}


def over_years(parts: Mapping[Id, int], year_slices: Mapping[int, int]) -> dict[Id, dict[int, int]]:
    """Each share by year, exact both ways: years sum to the share, shares to the year's slice.

    One year after the other is split over what is left of the shares (largest remainder), and
    the last takes what then is left. Shares and slices have one sign and one sum; ValueError
    otherwise. R4.5, R4.6.
    """
    sums = [*parts.values(), *year_slices.values()]
    sign = -1 if min(sums, default=0) < 0 else 1
    left = {one: sign * fen for one, fen in parts.items()}
    if sum(parts.values()) != sum(year_slices.values()) or any(sign * fen < 0 for fen in sums):
        raise ValueError("各份与各年之和不相等，或正负不一")
    spread: dict[Id, dict[int, int]] = {one: {} for one in parts}
    years = sorted(year_slices)
    for year in years[:-1]:
        slice_fen = sign * year_slices[year]
        given = split(slice_fen, left) if slice_fen else dict.fromkeys(left, 0)
        for one, fen in given.items():
            spread[one][year] = sign * fen
            left[one] -= fen
    for one, fen in left.items():
        if years:
            spread[one][years[-1]] = sign * fen
    return spread
