"""The sample city's money: household funds, pooled openings, bank deposits. R3.6, R4.1.

What the banks hold equals what is owed: the funds' balances and the openings sum to the principal
of the deposits still running on the day.
"""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from models.benchmarks import shipped
from rules.imports import DepositRow, FundRow, OpeningRow
from rules.income import Benchmarks, maturity
from rules.roll import area_of
from sandbox.estate import Estate
from sandbox.lifts import Lifts
from sandbox.names import Names

BANKS = ("武陵示例银行乾州支行", "湘西示例商业银行营业部", "溪州示例农村银行中心支行")
# A year's premium of one elevator in the sandbox, near which the openings are made to lie.
PREMIUM_FEN = 96_000
ENOUGH_YEARS = (2, 3, 4)

# What banks agreed, above the central bank's rates, in ten-thousandths of a percent.
_AGREED = {
    # opened before: 1 year, 3 years. In 2025 the banks fell below the benchmark.
    2019: (21_000, 38_500),
    2022: (22_500, 38_500),
    2024: (20_000, 31_500),
    2025: (19_500, 26_000),
    9999: (12_500, 19_000),
}


_BENCHMARKS = Benchmarks((tenor, since, rate) for tenor, since, rate, _ in shipped())


def benchmark_e4(tenor: str, on: date) -> int:
    """The benchmark of that tenor on that day, in ten-thousandths of a percent. R4.1."""
    return _BENCHMARKS.at(tenor, on)


def build_funds(random: Random, estate: Estate, today: date) -> list[FundRow]:
    """A fund for nearly every home; some never paid in, some are nearly spent."""
    as_of = date(today.year - 1, 12, 31)
    built = {row.code: row.built_on or today for row in estate.buildings}
    building_of = {row.code: row.building for row in estate.units}
    funds = []
    for home in estate.homes:
        old = built[building_of[home.unit]] < today - timedelta(days=19 * 365)
        if home.use == "车位" or random.random() < (0.5 if old else 0.02):
            continue
        area, _ = area_of(home.areas)
        first = area * 80 // 10_000 * 100  # 80 yuan for each m2, in whole yuan
        left = 20 if random.random() < 0.04 else random.randrange(88, 109)
        funds.append(
            FundRow(
                home=home.code,
                first_deposit_fen=first,
                balance_fen=first * left // 100 + random.randrange(100),
                as_of_on=as_of,
            )
        )
    return funds


def build_openings(random: Random, estate: Estate, lifts: Lifts, today: date) -> list[OpeningRow]:
    """Two sums for each scope; about one scope in eight cannot pay a year of its elevators."""
    year = today.year - 1
    kept_per = {row.code: row.kept_per for row in estate.buildings}
    building_of = {row.code: row.building for row in estate.units}
    shafts: dict[str, int] = defaultdict(int)
    for elevator in lifts.elevators:
        building = building_of[elevator.units[0]]
        for scope in elevator.units if kept_per[building] == "unit" else (building,):
            shafts[scope] += 1
    openings = []
    for scope in sorted(shafts):
        needed = shafts[scope] * PREMIUM_FEN
        first = scope.endswith(("-01", "-01-1"))
        total = needed * random.choice(ENOUGH_YEARS) + random.randrange(50_000)
        if not first and random.random() < 0.13:
            total = needed * random.randrange(10, 70) // 100
        older = total * random.randrange(55, 85) // 100
        for amount, source in (
            (older, f"{year - 1}年及以前未分配增值收益"),
            (total - older, f"{year}年度增值收益"),
        ):
            openings.append(
                OpeningRow(
                    scope=scope,
                    amount_fen=amount,
                    as_of_on=date(year, 12, 31),
                    source=source,
                )
            )
    return openings


def build_deposits(random: Random, names: Names, owed_fen: int, today: date) -> list[DepositRow]:
    """Settled deposits of other years, running ones, and one on demand with what remains."""
    accounts = {bank: names.bank_account() for bank in BANKS}
    deposits: list[DepositRow] = []

    def add(tenor: str, opened_on: date, principal_fen: int, agreed_e4: int, **more: str) -> None:
        number = len(deposits) + 1
        bank = BANKS[number % len(BANKS)]
        deposits.append(
            DepositRow(
                code=f"CK{opened_on:%Y%m%d}-{number:02d}",
                bank=bank,
                bank_account=accounts[bank],
                principal_fen=principal_fen,
                tenor=tenor,
                opened_on=opened_on,
                agreed_rate_e4=agreed_e4,
                benchmark_rate_e4=benchmark_e4(tenor, opened_on),
                matures_on=None if tenor == "demand" else maturity(opened_on, tenor),
                base=random.choice(("fen", "yuan")),
                renews=False,
                method=more.get("method", "terms"),
            )
        )

    for opened_on in (date(2015, 9, 8), date(2016, 11, 21), date(2019, 1, 31), date(2022, 3, 15)):
        long = opened_on.year != 2016
        add("3y" if long else "1y", opened_on, owed_fen // 5, _agreed(opened_on, long))
    running = 0
    for share, tenor, months_ago in ((30, "3y", 26), (25, "3y", 14), (20, "1y", 8), (10, "1y", 3)):
        opened_on = today - timedelta(days=months_ago * 30 + random.randrange(10))
        principal = owed_fen * share // 100 // 1_000_000 * 1_000_000
        method = "days360" if months_ago == 8 else "terms"
        add(tenor, opened_on, principal, _agreed(opened_on, tenor == "3y"), method=method)
        running += principal
    half_year = owed_fen * 5 // 100 // 1_000_000 * 1_000_000
    add("6m", today - timedelta(days=70), half_year, 14_500)
    running += half_year
    add("demand", date(2018, 1, 1), owed_fen - running, 4_500, method="days360")
    return deposits


def _agreed(opened_on: date, long: bool) -> int:
    return next(rates for year, rates in _AGREED.items() if opened_on.year < year)[long]
