"""Years of random acts on the books, in memory: they balance after every one. Sections 3, 4.

Only acts that are allowed are drawn, and the walk must have been everywhere: an act never tried is
a rule never tested.
"""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rules.income import Terms
from rules.ledger import Part
from rules.refusals.books import YearShut
from rules.refusals.ledger import InsufficientFunds
from tests.conftest import rounds
from tests.rules.centre import (
    BENCHMARKS,
    FUND,
    HOMES,
    INTEREST,
    LATE_HOME,
    POOLED,
    SUSPENSE,
    UNITS,
    Advice,
    Centre,
    Deposit,
)
from tests.rules.centre_years import Kept, check, check_advice, check_again, check_sums, close
from tests.rules.memory import ref

RUNS, STEPS = 500, 50
sums = st.integers(1, 3_000_000)
days = st.sampled_from([0, 0, 1, 30, 200])
INSURERS = [ref(901), ref(902)]


class Walk(RuleBasedStateMachine):
    """Each rule is an act of the Centre's; what it must not do is tried as well."""

    def __init__(self, seen: Counter[str]) -> None:
        super().__init__()
        self.seen = seen
        self.years: list[Kept] = []
        self.cases: dict[object, tuple[int, int]] = {}

    @initialize(home_fen=st.integers(0, 900_000), pool_fen=st.integers(1, 200_000))
    def begin(self, home_fen: int, pool_fen: int) -> None:
        # Were there nothing in any home, income would have no owner (WeightsMissing).
        self.centre = Centre.begun(max(1, home_fen), pool_fen)
        self.centre.today = date(2024, 7, 1)
        for tenor, fen in (("6m", 90_000_000), ("1y", 50_000_001)):
            self.place(fen, tenor, 4_500, "terms", "fen", 0)

    def running(self) -> list[Deposit]:
        found = (one for one in self.centre.deposits.values() if one.running)
        return [one for one in found if one.terms.opened_on < self.centre.today]

    def ripe(self) -> list[Deposit]:
        return [one for one in self.running() if _due(one) <= self.centre.today]

    def young(self) -> list[Deposit]:
        return [
            one for one in self.running() if one.terms.opened_on < self.centre.today < _due(one)
        ]

    # --- time

    @rule(by=st.sampled_from([20, 90, 184, 366]))
    def time_passes(self, by: int) -> None:
        self.centre.today += timedelta(days=by)

    @rule(wait=st.booleans())
    def close_year(self, wait: bool) -> None:
        """R4.7: the next year, as soon as it is over; an entry in it is refused from then on."""
        centre = self.centre
        over = date((centre.books.shut or 2023) + 2, 1, 1)
        if centre.today < over:
            if wait:
                return
            centre.today = over
        year = (centre.books.shut or 2023) + 1
        kept = close(centre, year, self.years[-1] if self.years else None)
        check(centre, kept)
        self.years.append(kept)
        before = len(centre.books.journals)
        centre.follow()
        self.seen["followed"] += len(centre.books.journals) > before
        self.seen["closed"] += 1
        self.seen["taken back"] += any(entry.sign < 0 for entry in kept.entries)
        pools = kept.result.pools.values()
        self.seen["carried"] += any(pool.carried_fen < 0 for pool in pools)
        given = {entry.id.int for entry in kept.entries}
        cut = (a.figures.slices for a in centre.advices if a.key in given)
        self.seen["slices given"] += any(len([f for f in each.values() if f]) > 1 for each in cut)
        self.seen["netted"] += any(pool.brought_fen < 0 < pool.shares_fen for pool in pools)
        self.seen["interest carried"] += kept.result.interest.carried_fen < 0
        with pytest.raises(YearShut):
            centre.pay_in(111, 1, date(year, 12, 31))

    # --- homes

    @rule(home=st.sampled_from(sorted(HOMES)), fen=sums, ago=days)
    def pay_in(self, home: int, fen: int, ago: int) -> None:
        self.centre.pay_in(home, fen, self.centre.bank_day(ago))

    @rule(home=st.sampled_from(sorted(HOMES)), fen=sums, ago=days)
    def pay_in_by_mistake(self, home: int, fen: int, ago: int) -> None:
        """R3.2: a home's own entry is taken back as long as the money is there."""
        centre = self.centre
        nth = centre.pay_in(home, fen, centre.bank_day(ago))
        centre.books.reverse(nth, centre.today)
        self.seen["reversed"] += 1

    @rule(home=st.sampled_from(sorted(HOMES)), fen=sums, ago=days)
    def use(self, home: int, fen: int, ago: int) -> None:
        books = self.centre.books
        free = sum(books.balance(kind, ref(home)) for kind in (FUND, INTEREST))
        if not free:
            return
        with pytest.raises(ValueError):
            self.centre.use(home, free + 1, self.centre.today)
        self.seen["interest used"] += fen > books.balance(FUND, ref(home))
        self.centre.use(home, min(fen, free), self.centre.bank_day(ago))

    @precondition(lambda self: LATE_HOME not in self.centre.homes and self.centre.books.shut)
    @rule(fen=sums)
    def take_in_late(self, fen: int) -> None:
        """Another home is taken into the books when a year is closed already."""
        self.centre.homes[LATE_HOME] = 11
        self.centre.take_in(LATE_HOME, fen)
        self.seen["late home"] += 1

    @rule(fen=sums, ago=days, home=st.none() | st.sampled_from(sorted(HOMES)))
    def find_out(self, fen: int, ago: int, home: int | None) -> None:
        """Money nobody can name, part of which is later a home's, or goes back."""
        centre = self.centre
        centre.suspend(fen, centre.bank_day(ago))
        part = max(1, fen // 2)
        if home is None:
            centre.suspend(-part, centre.today)
        else:
            centre.pay_in(home, part, centre.today, SUSPENSE)
        self.seen["found out"] += 1

    # --- deposits and advices

    @rule(
        fen=st.integers(100_000, 300_000_000),
        tenor=st.sampled_from(["3m", "6m", "1y", "3y"]),
        above=st.sampled_from([-3_000, 0, 1_000, 4_500, 10_007]),
        method=st.sampled_from(["terms", "days360"]),
        base=st.sampled_from(["fen", "yuan"]),
        ago=days,
    )
    def place(self, fen: int, tenor: str, above: int, method: str, base: str, ago: int) -> None:
        """Much is placed, little is in the homes: the bank pays the rest in first."""
        centre = self.centre
        on = centre.bank_day(ago)
        if centre.books.accounts[centre.bank].balance_fen < fen:
            centre.suspend(fen, on)
        agreed = BENCHMARKS.at(tenor, on) + above
        centre.place(Terms.agreed(fen, tenor, on, agreed, BENCHMARKS, method, base))  # type: ignore[arg-type]

    @precondition(lambda self: self.ripe())
    @rule(
        pick=st.integers(0, 99),
        late=st.sampled_from([0, 0, 0, 1, 45]),
        told=st.sampled_from([0, 0, 3, 400]),
        off=st.sampled_from([0, 0, -900_000, -1, 1, 55_555]),
        how=st.sampled_from(["closes", "renews", "capitalises"]),
        negative=st.sampled_from(["zero", "zero", "negative"]),
    )
    def settle(self, pick: int, late: int, told: int, off: int, how: str, negative: str) -> None:
        centre, ripe = self.centre, self.ripe()
        deposit = ripe[pick % len(ripe)]
        to_on = min(_due(deposit) + timedelta(days=late), centre.today)
        credited = min(to_on + timedelta(days=told), centre.today)
        # What renews without any interest moves no money: there is nothing to book.
        renews = how != "closes" and to_on == _due(deposit) and off > -900_000
        advice = centre.settle(
            deposit.key,
            to_on=to_on,
            part_fen=deposit.terms.principal_fen,
            off_fen=off,
            credited_on=credited,
            renews=renews,
            capitalises=renews and how == "capitalises",
            negative=negative,  # type: ignore[arg-type]
        )
        self.booked(advice, credited)
        self.seen["capitalised" if renews and how == "capitalises" else how] += 1
        self.seen["overdue"] += to_on > _due(deposit)

    @precondition(lambda self: self.young())
    @rule(pick=st.integers(0, 99), percent=st.sampled_from([30, 77, 100]), ago=st.integers(0, 20))
    def withdraw(self, pick: int, percent: int, ago: int) -> None:
        """R4.4: the part withdrawn earns the demand rate."""
        centre, young = self.centre, self.young()
        deposit = young[pick % len(young)]
        opened = deposit.terms.opened_on
        to_on = max(centre.today - timedelta(days=ago), opened + timedelta(days=1))
        part = deposit.terms.principal_fen * percent // 100
        advice = centre.settle(deposit.key, to_on=to_on, part_fen=part, credited_on=to_on)
        self.booked(advice, to_on)
        self.seen["early"] += 1

    def booked(self, advice: Advice, credited: date) -> None:
        check_advice(self.centre, advice)
        journal = self.centre.books.journals[advice.journal]
        self.seen["late"] += journal.effective_on != credited
        self.seen["shortfall"] += advice.figures.shortfall_fen > 0
        self.seen["below zero"] += advice.figures.value_added_fen < 0
        self.seen["over a year"] += len(advice.figures.slices) > 1

    def doubtful(self) -> list[Advice]:
        last = {one.last for one in self.centre.deposits.values()}
        return [a for a in self.centre.advices if a.key in last and a.reversal is None]

    @precondition(lambda self: self.doubtful())
    @rule(pick=st.integers(0, 99))
    def wrong(self, pick: int) -> None:
        doubtful = self.doubtful()
        advice = doubtful[pick % len(doubtful)]
        self.seen["wrong" if advice.counted is None else "wrong and distributed"] += 1
        self.centre.wrong(advice)

    # --- pools

    @rule(building=st.sampled_from(sorted(UNITS)))
    def switch(self, building: int) -> None:
        centre = self.centre
        units = UNITS[building]
        pools = {centre.pool(centre.scope_of[unit]) for unit in units}
        busy = any(centre.books.accounts[pool].held_fen for pool in pools)
        today = any(m.on == centre.today for _, m in centre.moved if m.unit in units)
        if not busy and not today:
            was = {centre.scope_of[unit] for unit in units}
            money = sum(centre.books.balance(POOLED, ref(scope)) for scope in was)
            centre.switch(building)
            now = {centre.scope_of[unit] for unit in units}
            assert not any(centre.books.balance(POOLED, ref(scope)) for scope in was)
            # What comes in on that day is the new pool's already.
            centre.pay_in(units[0] * 10 + 1, 777_777, centre.today)
            self.seen["switched"] += money > 0 and was.isdisjoint(now)

    @rule(pick=st.integers(0, 99), percent=st.sampled_from([10, 60, 100]))
    def hold(self, pick: int, percent: int) -> None:
        centre = self.centre
        scope = centre.scopes()[pick % len(centre.scopes())]
        free = centre.books.available(POOLED, ref(scope))
        case = uuid4()
        with pytest.raises(InsufficientFunds):
            centre.books.hold(case, centre.pool(scope), free + 1)
        with pytest.raises(InsufficientFunds):
            centre.overspend(scope, free + 1)
        if fen := free * percent // 100:
            centre.books.hold(case, centre.pool(scope), fen)
            self.cases[case] = scope, fen

    @precondition(lambda self: self.cases)
    @rule(pick=st.integers(0, 99), pays=st.booleans(), less=st.integers(0, 500))
    def end_case(self, pick: int, pays: bool, less: int) -> None:
        case = list(self.cases)[pick % len(self.cases)]
        _, held = self.cases.pop(case)
        if not pays:
            return self.centre.books.release(case)  # type: ignore[arg-type]
        fen = max(1, held - less)
        parts = [Part(INSURERS[0], fen - fen // 3), Part(INSURERS[1], fen // 3)]
        shares = [part for part in parts if part.amount_fen]
        self.centre.books.capture(case, fen, shares, self.centre.today)  # type: ignore[arg-type]
        self.centre.paid_fen += fen
        self.seen["paid"] += 1

    # --- always

    @invariant()
    def balances(self) -> None:
        if hasattr(self, "centre"):
            self.centre.books.check()
            check_sums(self.centre, self.years)

    def teardown(self) -> None:
        if not hasattr(self, "centre"):
            return
        books = self.centre.books
        assert books.replayed() == {key: one.balance_fen for key, one in books.accounts.items()}
        for kept in self.years:
            check_again(self.centre, kept)


def _due(deposit: Deposit) -> date:
    due = deposit.terms.matures_on
    assert due is not None
    return due


EVERYWHERE = {
    "closed", "taken back", "carried", "netted", "interest carried", "reversed", "interest used",
    "late home", "found out", "closes", "renews", "capitalised", "overdue", "early", "late",
    "shortfall", "below zero", "over a year", "wrong", "wrong and distributed", "switched", "paid",
    "slices given", "followed",
}  # fmt: skip


def test_the_books_balance_after_any_sequence() -> None:
    """R3.2, R3.4, R4.3 to R4.8: 500 walks."""
    seen: Counter[str] = Counter()
    run_state_machine_as_test(
        partial(Walk, seen),
        settings=settings(
            max_examples=rounds(RUNS, 4 * RUNS),
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert (+seen).keys() >= EVERYWHERE, EVERYWHERE - (+seen).keys()
