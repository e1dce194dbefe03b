"""Interest of one principal at one rate, to the fen. R3.1, R4.2."""

from datetime import date

from rules.income.terms import DEMAND, MONTHS, Base, Method

# A rate of 10^6 ten-thousandths of a percent is 100 %.
_WHOLE_RATE = 1_000_000
_YEAR_DAYS = 360


def half_up(numerator: int, denominator: int) -> int:
    """The nearest whole number, halves away from zero; the denominator is positive."""
    if numerator < 0:
        return -half_up(-numerator, denominator)
    return (2 * numerator + denominator) // (2 * denominator)


def bearing_fen(principal_fen: int, base: Base) -> int:
    """The part of the principal that bears interest: all of it, or its whole yuan. R4.2."""
    return principal_fen if base == "fen" else principal_fen // 100 * 100


def by_days(tenor: str, method: Method) -> bool:
    """Whether interest runs by actual days on 360: money on demand always does. R4.2."""
    return tenor == DEMAND or method == "days360"


def interest(
    principal_fen: int,
    rate_e4: int,
    tenor: str,
    method: Method,
    base: Base,
    from_on: date,
    to_on: date,
) -> int:
    """The interest in fen, rounded half up once. R4.2.

    By whole terms it is the term's, whatever the days: principal x years or months x rate. By
    days the first one counts and `to_on` does not, and a year has 360.
    """
    bearing = bearing_fen(principal_fen, base)
    if by_days(tenor, method):
        return half_up(bearing * rate_e4 * (to_on - from_on).days, _WHOLE_RATE * _YEAR_DAYS)
    return half_up(bearing * rate_e4 * MONTHS[tenor], _WHOLE_RATE * 12)
