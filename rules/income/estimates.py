"""Income that the bank has not credited yet: shown as an estimate, never spendable. R4.4."""

from datetime import date

from rules.income.interest import half_up, interest
from rules.income.settlement import Negative
from rules.income.terms import DEMAND, Terms


def estimate(
    terms: Terms,
    on: date,
    *,
    part_fen: int | None = None,
    from_on: date | None = None,
    negative: Negative = "zero",
) -> int:
    """The value added in fen that the terms give for the days before `on`. R4.4.

    What the term gives in the end accrues evenly over its actual days, half up, and stays after
    the maturity. `part_fen` is the principal still there (None: all of it); `from_on` the last
    settled day of money on demand. Zero before the opening day; never above the whole.
    """
    part = terms.principal_fen if part_fen is None else part_fen
    begin = from_on or terms.opened_on
    end = on if terms.matures_on is None else min(on, terms.matures_on)
    if end <= begin or not part:
        return 0
    to_on = terms.matures_on or end
    agreed, due = (
        interest(part, rate, terms.tenor, terms.method, terms.base, begin, to_on)
        for rate in (terms.agreed_rate_e4, terms.benchmark_rate_e4)
    )
    gained = agreed - due
    if negative == "zero":
        gained = max(0, gained)
    if terms.tenor == DEMAND:
        return gained
    return half_up(gained * (end - begin).days, (to_on - begin).days)
