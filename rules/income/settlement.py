"""One advice of the bank: what it paid, what was due, what was gained. R4.2 to R4.5."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from rules.days import Step
from rules.income.interest import bearing_fen, by_days, interest
from rules.income.slices import add_slices, days_by_year, slices
from rules.income.terms import DEMAND, MONTHS, TENOR_TITLES, Benchmarks, Terms
from rules.money import yuan
from rules.refusals.books import AdviceInconsistent
from rules.words.word import titled

KINDS = {"maturity": "到期支取", "early": "提前支取", "demand": "活期结息"}
Kind: TypeAlias = Annotated[Literal["maturity", "early", "demand"], titled(KINDS)]
Negative: TypeAlias = Literal["zero", "negative"]


@dataclass(frozen=True)
class Settled:
    """A principal settled for [from_on, to_on), in fen.

    `interest_fen` is what the bank credited, `expected_fen` what the terms give. Of the interest
    `benchmark_fen` is the homes' and `value_added_fen` the scopes'; `due_benchmark_fen` is what
    the benchmark gives and `shortfall_fen` how much less the bank paid. `slices` cut the value
    added by calendar year, `benchmark_slices` the benchmark part. `demand_benchmark_e4` is the
    demand benchmark where one was used: for money withdrawn early or left after maturity.
    """

    kind: Kind
    part_fen: int
    from_on: date
    to_on: date
    interest_fen: int
    expected_fen: int
    due_benchmark_fen: int
    benchmark_fen: int
    value_added_fen: int
    shortfall_fen: int
    slices: dict[int, int]
    benchmark_slices: dict[int, int]
    steps: tuple[Step, ...]
    overdue_days: int = 0
    demand_benchmark_e4: int | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that were applied, each once."""
        return tuple(dict.fromkeys(step.rule for step in self.steps))


@dataclass(frozen=True)
class _Run:
    """One stretch of days at one rate, agreed and by the benchmark."""

    tenor: str
    from_on: date
    to_on: date
    agreed_e4: int
    benchmark_e4: int
    title: str

    def interest(self, terms: Terms, part_fen: int, rate_e4: int) -> int:
        return interest(
            part_fen, rate_e4, self.tenor, terms.method, terms.base, self.from_on, self.to_on
        )

    def length(self, terms: Terms) -> str:
        days = (self.to_on - self.from_on).days
        if by_days(self.tenor, terms.method):
            return f"{days}天÷360"
        return f"{MONTHS[self.tenor]}个月÷12"


def settle(
    terms: Terms,
    *,
    part_fen: int,
    to_on: date,
    interest_fen: int | None,
    demand_rate_e4: int | None,
    benchmarks: Benchmarks,
    negative: Negative = "zero",
    from_on: date | None = None,
) -> Settled:
    """What an advice gives for `part_fen` of the principal up to `to_on`. R4.2 to R4.5.

    Before the maturity it is an early withdrawal: the demand rate, and the demand benchmark of the
    opening day, for the part withdrawn (R4.4). After it the days left over earn the bank's demand
    rate, against the demand benchmark of the day of maturity. `interest_fen` is what the bank
    credited, None what the terms give; `demand_rate_e4` the bank's demand rate, None the
    benchmark's. `from_on` is the last settled day of money on demand. Below the benchmark the
    value added is zero and the shortfall reported, or with "negative" it is negative (R4.3).
    AdviceInconsistent when day, part or interest cannot be; BenchmarkUnknown.
    """
    runs, kind = _runs(terms, to_on, demand_rate_e4, benchmarks, from_on)
    _check_sums(terms, part_fen, interest_fen)
    expected = [run.interest(terms, part_fen, run.agreed_e4) for run in runs]
    due = [run.interest(terms, part_fen, run.benchmark_e4) for run in runs]
    credited = sum(expected) if interest_fen is None else interest_fen
    gained = credited - sum(due)
    value_added = max(0, gained) if negative == "zero" else gained
    benchmark = credited - value_added
    earned_to = min(to_on, terms.matures_on) if terms.matures_on else to_on
    demand_used = kind == "early" or len(runs) > 1
    settled = Settled(
        kind=kind,
        part_fen=part_fen,
        from_on=runs[0].from_on,
        to_on=to_on,
        interest_fen=credited,
        expected_fen=sum(expected),
        due_benchmark_fen=sum(due),
        benchmark_fen=benchmark,
        value_added_fen=value_added,
        shortfall_fen=max(0, -gained),
        slices=slices(value_added, runs[0].from_on, earned_to),
        benchmark_slices=_benchmark_slices(runs, due, benchmark),
        steps=(),
        overdue_days=(to_on - runs[1].from_on).days if len(runs) > 1 else 0,
        demand_benchmark_e4=runs[-1].benchmark_e4 if demand_used else None,
    )
    steps = _told(terms, runs, expected, due, settled, interest_fen is None, earned_to)
    return Settled(**{**settled.__dict__, "steps": tuple(steps)})


def _check_sums(terms: Terms, part_fen: int, interest_fen: int | None) -> None:
    if not 0 < part_fen <= terms.principal_fen:
        raise AdviceInconsistent(detail="结息本金应大于零且不超过存款本金")
    if interest_fen is not None and interest_fen < 0:
        raise AdviceInconsistent(detail="利息不能为负数")


def _runs(
    terms: Terms,
    to_on: date,
    demand_rate_e4: int | None,
    benchmarks: Benchmarks,
    from_on: date | None,
) -> tuple[list[_Run], Kind]:
    begin = from_on or terms.opened_on
    if from_on and (terms.tenor != DEMAND or from_on < terms.opened_on):
        raise AdviceInconsistent(detail="只有活期存款可自上次结息日起结息")
    if to_on <= begin:
        raise AdviceInconsistent(detail="结息日应晚于起息日")
    agreed, benchmark = terms.agreed_rate_e4, terms.benchmark_rate_e4
    if terms.matures_on is None:
        return [_Run(DEMAND, begin, to_on, agreed, benchmark, "活期")], "demand"

    def at_demand(since_on: date, until_on: date, title: str) -> _Run:
        base = benchmarks.at(DEMAND, since_on)
        paid = base if demand_rate_e4 is None else demand_rate_e4
        return _Run(DEMAND, since_on, until_on, paid, base, title)

    if to_on < terms.matures_on:
        return [at_demand(begin, to_on, "提前支取按活期")], "early"
    whole = _Run(terms.tenor, begin, terms.matures_on, agreed, benchmark, "存期内")
    if to_on == terms.matures_on:
        return [whole], "maturity"
    return [whole, at_demand(terms.matures_on, to_on, "逾期按活期")], "maturity"


def _benchmark_slices(
    runs: Sequence[_Run], due: Sequence[int], benchmark_fen: int
) -> dict[int, int]:
    """The benchmark part by year; what is due after the maturity over the days after it."""
    overdue = min(due[1], benchmark_fen) if len(runs) > 1 else 0
    parts = [slices(benchmark_fen - overdue, runs[0].from_on, runs[0].to_on)]
    if len(runs) > 1:
        parts.append(slices(overdue, runs[1].from_on, runs[1].to_on))
    return add_slices(*parts)


def _told(
    terms: Terms,
    runs: Sequence[_Run],
    expected: Sequence[int],
    due: Sequence[int],
    settled: Settled,
    as_agreed: bool,
    earned_to: date,
) -> list[Step]:
    steps = list(_told_terms(terms, settled))
    bearing = yuan(bearing_fen(settled.part_fen, terms.base))
    for run, paid, owed in zip(runs, expected, due, strict=True):
        days = (run.to_on - run.from_on).days
        period = f"{run.from_on}（含）至{run.to_on}（不含）共{days}天"
        rule = "R4.4" if run.title.endswith("按活期") else "R4.2"
        steps.append(Step(rule, "period", f"{run.title}：{period}", run.to_on))
        for what, title, rate, fen in (
            ("agreed", "约定利息", run.agreed_e4, paid),
            ("benchmark", "基准利息", run.benchmark_e4, owed),
        ):
            sum_ = f"{bearing}元×{percent(rate)}%×{run.length(terms)}={yuan(fen)}元"
            steps.append(Step("R4.2", what, f"{title}：{sum_}，四舍五入到分一次"))
    if not as_agreed:
        steps.append(
            Step(
                "R4.3",
                "credited",
                f"银行实际入账利息{yuan(settled.interest_fen)}元"
                f"（按约定应为{yuan(settled.expected_fen)}元）",
            )
        )
    gained = settled.interest_fen - settled.due_benchmark_fen
    text = (
        f"增值收益：{yuan(settled.interest_fen)}-{yuan(settled.due_benchmark_fen)}={yuan(gained)}元"
    )
    if settled.shortfall_fen:
        counted = "计零" if settled.value_added_fen == 0 else "如实计负"
        text += f"，低于基准{yuan(settled.shortfall_fen)}元，{counted}"
    steps.append(Step("R4.3", "value_added", text))
    steps.extend(_told_slices(settled, earned_to))
    return steps


def _told_terms(terms: Terms, settled: Settled) -> Sequence[Step]:
    title = TENOR_TITLES[terms.tenor]
    first = (
        f"{title}，{terms.opened_on}起息，基准利率按起息日，全程{percent(terms.benchmark_rate_e4)}%"
    )
    told = [Step("R4.1", "opened", first, terms.opened_on)]
    if terms.matures_on:
        told.append(Step("R4.2", "matures", f"{terms.matures_on}到期", terms.matures_on))
    if terms.base == "yuan":
        told.append(
            Step(
                "R4.2",
                "base",
                f"本金{yuan(settled.part_fen)}元，只计整元"
                f"{yuan(bearing_fen(settled.part_fen, 'yuan'))}元",
            )
        )
    if terms.tenor == DEMAND and terms.method == "terms":
        told.append(Step("R4.2", "method", "活期没有整存期，按银行惯例以实际天数÷360计息"))
    return told


def _told_slices(settled: Settled, earned_to: date) -> list[Step]:
    by_year = days_by_year(settled.from_on, earned_to)
    whole, last = sum(by_year.values()), max(by_year)
    told = []
    for year, days in by_year.items():
        how = "，为其余" if year == last and len(by_year) > 1 else ""
        text = f"{year}年{days}/{whole}天：{yuan(settled.slices[year])}元{how}"
        told.append(Step("R4.5", "slice", text))
    return told


def percent(rate_e4: int) -> str:
    """The rate as people write it, without the sign: 19500 is "1.95", 3500 is "0.35"."""
    whole, rest = divmod(rate_e4, 10_000)
    return f"{whole}.{rest:04d}"[:-2] if rest % 100 == 0 else f"{whole}.{rest:04d}".rstrip("0")
