"""The rates and the deposits that the examples on paper use."""

from datetime import date

from rules.income import Base, Benchmarks, Method, Settled, Terms, settle

RATES = [
    *(
        (tenor, date(2015, 8, 26), rate)
        for tenor, rate in (
            ("demand", 3500), ("3m", 13500), ("6m", 15500),
            ("1y", 17500), ("2y", 23500), ("3y", 30000),
        )
    ),
    *(
        (tenor, date(2015, 10, 24), rate)
        for tenor, rate in (
            ("demand", 3500), ("3m", 11000), ("6m", 13000),
            ("1y", 15000), ("2y", 21000), ("3y", 27500),
        )
    ),
]  # fmt: skip
BENCHMARKS = Benchmarks(RATES)
MILLION = 100_000_000  # 1,000,000.00 yuan


def terms(
    principal_fen: int,
    tenor: str,
    opened_on: str,
    rate: int,
    method: Method = "terms",
    base: Base = "fen",
    benchmarks: Benchmarks = BENCHMARKS,
) -> Terms:
    """A deposit; the rate in ten-thousandths of a percent."""
    opened = date.fromisoformat(opened_on)
    return Terms.agreed(principal_fen, tenor, opened, rate, benchmarks, method, base)


def settled(
    deposit: Terms,
    to_on: str,
    *,
    part_fen: int | None = None,
    interest_fen: int | None = None,
    demand_rate_e4: int | None = None,
    from_on: str | None = None,
    negative: str = "zero",
    benchmarks: Benchmarks = BENCHMARKS,
) -> Settled:
    """What an advice up to that day gives."""
    assert negative in ("zero", "negative")
    return settle(
        deposit,
        part_fen=deposit.principal_fen if part_fen is None else part_fen,
        to_on=date.fromisoformat(to_on),
        interest_fen=interest_fen,
        demand_rate_e4=demand_rate_e4,
        benchmarks=benchmarks,
        negative="zero" if negative == "zero" else "negative",
        from_on=date.fromisoformat(from_on) if from_on else None,
    )
