"""An advice of the bank (结息单) laid upon the deposit it is about. R4.2 to R4.4.

What the bank may say of a term: a part withdrawn early, the whole at its maturity or later, its
renewal on the day of maturity, or of money on demand the interest of a quarter. Everything else
is refused before it comes near the books.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from rules.days import Step
from rules.income import DEMAND, Benchmarks, Settled, Terms, half_up, percent, settle
from rules.income.settlement import Negative
from rules.ledger import Posting
from rules.money import yuan
from rules.refusals.books import AdviceInconsistent, BenchmarkUnknown


@dataclass(frozen=True)
class Advice:
    """What the bank says: the interest it credited (None asks what the terms give) and its day.

    `to_on` is the first day that earns nothing more; absent, the maturity, and of money on demand
    the day of credit. `part_fen` of the principal is withdrawn early. `renew` absent means as
    agreed; a renewal needs its rate, and its interest may stay in the deposit (`capitalise`).
    `demand_rate_e4` is the bank's own demand rate where one applies.
    """

    credited_on: date
    interest_fen: int | None = None
    to_on: date | None = None
    part_fen: int | None = None
    renew: bool | None = None
    renewed_rate_e4: int | None = None
    capitalise: bool = False
    demand_rate_e4: int | None = None


@dataclass(frozen=True)
class Stretch:
    """Days of an account on demand with one balance, the first included, the last not."""

    from_on: date
    to_on: date
    balance_fen: int


@dataclass(frozen=True)
class Running:
    """A term as it stands: what left it early, up to when it is settled, whether it renews."""

    terms: Terms
    withdrawn_fen: int = 0
    settled_on: date | None = None
    renews: bool = False

    @property
    def remaining_fen(self) -> int:
        """The principal still there."""
        return self.terms.principal_fen - self.withdrawn_fen


@dataclass(frozen=True)
class Judged:
    """What an advice comes to: the settlement, the principal that returns to the bank account,
    the interest that stays in the deposit, and the terms that begin if it renews."""

    settled: Settled
    returned_fen: int
    capitalised_fen: int
    renewed: Terms | None
    stretches: tuple[Stretch, ...] = ()


def judge(
    running: Running,
    advice: Advice,
    *,
    today: date,
    benchmarks: Benchmarks,
    negative: Negative,
    stretches: Sequence[Stretch] = (),
) -> Judged:
    """The advice laid upon the term. AdviceInconsistent when the bank cannot mean it,
    BenchmarkUnknown when a rate it needs is not in the table. `stretches` are the balances of
    money on demand over the days that the advice settles."""
    to_on = settles_to(running, advice)
    if advice.credited_on > today:
        raise AdviceInconsistent("入账日晚于今天")
    if to_on > advice.credited_on:
        raise AdviceInconsistent("结息日晚于入账日")
    if running.terms.tenor == DEMAND:
        return _on_demand(running, advice, to_on, benchmarks, negative, stretches)
    renews = _renews(running, advice, to_on)
    part_fen = _part(running, advice, to_on)
    settled = settle(
        running.terms,
        part_fen=part_fen,
        to_on=to_on,
        interest_fen=advice.interest_fen,
        demand_rate_e4=advice.demand_rate_e4,
        benchmarks=benchmarks,
        negative=negative,
    )
    if not renews:
        return Judged(settled, part_fen, 0, None)
    kept_fen = settled.interest_fen if advice.capitalise else 0
    old, rate_e4 = running.terms, advice.renewed_rate_e4
    assert rate_e4 is not None
    # R4.1: a renewal is a new opening, on the day the old term matured, with that day's benchmark.
    renewed = Terms.agreed(
        part_fen + kept_fen, old.tenor, to_on, rate_e4, benchmarks, old.method, old.base
    )
    return Judged(settled, 0, kept_fen, renewed)


def settles_to(running: Running, advice: Advice) -> date:
    """Up to which day the advice settles."""
    return advice.to_on or running.terms.matures_on or advice.credited_on


def _renews(running: Running, advice: Advice, to_on: date) -> bool:
    """Whether the deposit goes on with a new term."""
    matures_on = running.terms.matures_on
    early = matures_on is not None and to_on < matures_on
    renews = (running.renews and to_on == matures_on) if advice.renew is None else advice.renew
    if renews and to_on != matures_on:
        raise AdviceInconsistent(
            "提前支取不能转存" if early else "自动转存在到期日办理，不计逾期天数"
        )
    if renews and advice.renewed_rate_e4 is None:
        raise AdviceInconsistent("转存须填写新存期的利率")
    if not renews and (advice.renewed_rate_e4 is not None or advice.capitalise):
        raise AdviceInconsistent("不转存的，不填写转存利率，利息也不转入本金")
    return renews


def _part(running: Running, advice: Advice, to_on: date) -> int:
    """The principal that the advice settles."""
    remaining_fen, matures_on = running.remaining_fen, running.terms.matures_on
    part_fen = remaining_fen if advice.part_fen is None else advice.part_fen
    if part_fen > remaining_fen:
        raise AdviceInconsistent("支取本金超过存款余额", remaining_fen=remaining_fen)
    if matures_on is not None and to_on >= matures_on and part_fen != remaining_fen:
        raise AdviceInconsistent("到期结息的本金应为全部余额", remaining_fen=remaining_fen)
    return part_fen


def _on_demand(
    running: Running,
    advice: Advice,
    to_on: date,
    benchmarks: Benchmarks,
    negative: Negative,
    stretches: Sequence[Stretch],
) -> Judged:
    """Interest of an account on demand by the average of its daily balances. R4.2."""
    if advice.renew or advice.capitalise or advice.renewed_rate_e4 is not None:
        raise AdviceInconsistent("活期存款没有转存")
    if advice.part_fen is not None:
        raise AdviceInconsistent("活期存款按每日余额结息，不填支取本金")
    terms, from_on = running.terms, begins(running)
    if to_on <= from_on:
        raise AdviceInconsistent("结息日应晚于上次结息日", settled_on=from_on)
    average_fen, told = _average(stretches)
    if not average_fen:
        raise AdviceInconsistent("结息期间该账户的账面余额为零")
    settled = settle(
        replace(terms, principal_fen=average_fen),
        part_fen=average_fen,
        to_on=to_on,
        interest_fen=advice.interest_fen,
        demand_rate_e4=advice.demand_rate_e4,
        benchmarks=benchmarks,
        negative=negative,
        from_on=from_on,
    )
    settled = replace(settled, steps=(*told, *settled.steps))
    return Judged(settled, 0, 0, None, stretches=tuple(stretches))


def _average(stretches: Sequence[Stretch]) -> tuple[int, tuple[Step, ...]]:
    """The average of the daily balances (日均余额), half up to the fen, and how it was made: the
    principal that bears the interest of the period. A day below zero counts as zero."""
    days = sum((one.to_on - one.from_on).days for one in stretches)
    products = sum(max(0, one.balance_fen) * (one.to_on - one.from_on).days for one in stretches)
    average_fen = half_up(products, days) if days else 0
    steps = [
        Step(
            "R4.2",
            "stretch",
            f"{one.from_on}（含）至{one.to_on}（不含）{(one.to_on - one.from_on).days}天，"
            f"每日余额{yuan(one.balance_fen)}元",
            one.to_on,
        )
        for one in stretches
    ]
    text = f"积数（余额×天数）{yuan(products)}÷{days}天=日均余额{yuan(average_fen)}元"
    return average_fen, (*steps, Step("R4.2", "average", text))


def begins(running: Running) -> date:
    """From which day money on demand is to be settled."""
    return running.settled_on or running.terms.opened_on


def daily(
    from_on: date, to_on: date, opening_fen: int, changes: Mapping[date, int]
) -> list[Stretch]:
    """The balances of each day of [from_on, to_on): `opening_fen` at the end of the first day's
    eve, and what each day changed it by; a day earns on what lies there at its end."""
    turns = sorted({from_on, *(day for day in changes if from_on < day < to_on)})
    stretches, balance_fen = [], opening_fen + changes.get(from_on, 0)
    for place, turn in enumerate(turns):
        if place:
            balance_fen += changes[turn]
        until = turns[place + 1] if place + 1 < len(turns) else to_on
        stretches.append(Stretch(turn, until, balance_fen))
    return stretches


@dataclass(frozen=True)
class Accounts:
    """The accounts of the books that a settlement moves money between."""

    bank: UUID
    term: UUID | None
    interest: UUID
    income: UUID


def postings(judged: Judged, books: Accounts) -> tuple[Posting, ...]:
    """The lines of a settlement, none of them zero: interest and returned principal come to the
    bank account, capitalised interest stays in the deposit. Empty when nothing moves."""
    settled, kept_fen = judged.settled, judged.capitalised_fen
    lines: list[tuple[UUID | None, int]] = [
        (books.bank, settled.interest_fen - kept_fen + judged.returned_fen),
        (books.term, kept_fen - judged.returned_fen),
        (books.interest, -settled.benchmark_fen),
        (books.income, -settled.value_added_fen),
    ]
    return tuple(Posting(account, fen) for account, fen in lines if account and fen)


def quarter_day(on: date) -> date:
    """The day on or before it to which banks settle money on demand: the 21st of March, June,
    September or December, up to which the interest of a quarter runs (按季结息)."""
    days = [date(on.year - 1, 12, 21), *(date(on.year, month, 21) for month in (3, 6, 9, 12))]
    return max(day for day in days if day <= on)


def untakeable(terms: Terms, renews: bool, opening_on: date, benchmarks: Benchmarks) -> str:
    """Why an imported deposit cannot come into books that were opened on that day; "" if it can.

    One that renewed before is several terms, of which the list says only the first. R4.1.
    """
    if terms.matures_on is not None and terms.matures_on <= opening_on and renews:
        return "期初之前已自动转存，请按现存期的起息日、利率和到期日更正后再接收"
    return benchmark_fault(terms.tenor, terms.opened_on, terms.benchmark_rate_e4, benchmarks)


def benchmark_fault(tenor: str, opened_on: date, rate_e4: int, benchmarks: Benchmarks) -> str:
    """What is wrong with a benchmark that a list gives, naming the right one; "" when it is the
    table's, or the table does not reach back that far. R4.1."""
    try:
        right_e4 = benchmarks.at(tenor, opened_on)
    except BenchmarkUnknown:
        return ""
    if right_e4 == rate_e4:
        return ""
    return f"与基准利率表不符，{opened_on}起息的应为 {percent(right_e4)}%"
