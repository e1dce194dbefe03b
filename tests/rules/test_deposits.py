"""Advices laid upon deposits, on paper: what they settle, what begins, what is refused. R4.2."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.benchmarks import shipped
from rules.deposits import (
    Accounts,
    Advice,
    Judged,
    Running,
    Stretch,
    benchmark_fault,
    daily,
    judge,
    postings,
    quarter_day,
    untakeable,
)
from rules.income import Benchmarks, Terms
from rules.refusals.books import AdviceInconsistent, BenchmarkUnknown

TABLE = Benchmarks((tenor, since, rate) for tenor, since, rate, _ in shipped())
TODAY = date(2026, 1, 31)
BOOKS = Accounts(UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4))


def term(opened_on: date = date(2024, 7, 1), **more: Any) -> Terms:
    """A million for a year at 1.95 %."""
    given: dict[str, Any] = {"principal_fen": 100_000_000, "tenor": "1y", "agreed_rate_e4": 19_500}
    given |= more
    return Terms.agreed(opened_on=opened_on, benchmarks=TABLE, **given)


def laid(running: Running, stretches: Any = (), **advice: Any) -> Judged:
    said = Advice(**{"credited_on": date(2025, 7, 1)} | advice)
    return judge(running, said, today=TODAY, benchmarks=TABLE, negative="zero", stretches=stretches)


def lines(judged: Judged) -> dict[int, int]:
    """What each account is debited with: 1 the bank, 2 the deposit, 3 interest, 4 income."""
    return {line.account_id.int: line.amount_fen for line in postings(judged, BOOKS)}


def test_the_whole_at_its_maturity() -> None:
    """1,000,000 x 1.95 % = 19,500.00; benchmark 15,000.00; the bank gets 1,019,500.00."""
    judged = laid(Running(term()))
    assert lines(judged) == {1: 101_950_000, 2: -100_000_000, 3: -1_500_000, 4: -450_000}
    assert judged.renewed is None


def test_a_renewal_keeps_the_principal_where_it_is() -> None:
    """Only the interest comes to the bank account; the new term begins the day the old matured."""
    judged = laid(Running(term(), renews=True), renewed_rate_e4=18_000)
    assert lines(judged) == {1: 1_950_000, 3: -1_500_000, 4: -450_000}
    assert judged.renewed is not None
    assert (judged.renewed.opened_on, judged.renewed.matures_on) == (
        date(2025, 7, 1),
        date(2026, 7, 1),
    )


def test_a_renewal_with_its_interest_moves_nothing_at_the_bank() -> None:
    judged = laid(Running(term()), renew=True, renewed_rate_e4=18_000, capitalise=True)
    assert lines(judged) == {2: 1_950_000, 3: -1_500_000, 4: -450_000}
    assert judged.renewed is not None and judged.renewed.principal_fen == 101_950_000


def test_a_renewal_on_the_last_of_february_keeps_its_day() -> None:
    """R4.2: opened 2024-02-29, matured 2025-02-28; the next term matures 2026-02-28."""
    judged = laid(
        Running(term(date(2024, 2, 29)), renews=True),
        credited_on=date(2025, 2, 28),
        renewed_rate_e4=18_000,
    )
    assert judged.renewed is not None
    assert judged.renewed.matures_on == date(2026, 2, 28)


def test_a_renewed_term_has_the_benchmark_of_its_own_day() -> None:
    """R4.1: opened 2014-11-01 there is no benchmark; a year from 2015-09-01 has 1.75 %, its
    renewal of 2016-09-01 has 1.50 %."""
    judged = laid(
        Running(term(date(2015, 9, 1)), renews=True),
        credited_on=date(2016, 9, 1),
        renewed_rate_e4=18_000,
    )
    assert judged.settled.due_benchmark_fen == 1_750_000
    assert judged.renewed is not None and judged.renewed.benchmark_rate_e4 == 15_000
    with pytest.raises(BenchmarkUnknown):
        term(date(2014, 11, 1))


def test_an_early_part_leaves_the_rest_as_it_was() -> None:
    """R4.4: 300,000.00 for 92 days (2024-07-01 to 10-01) at the demand benchmark 0.35 %:
    300,000 x 0.35 % x 92 / 360 = 268.33. The rest, 700,000.00, brings 13,650.00 in the end."""
    early = {"to_on": date(2024, 10, 1), "credited_on": date(2024, 10, 1), "part_fen": 30_000_000}
    judged = laid(Running(term()), **early)
    assert (judged.settled.kind, judged.settled.interest_fen) == ("early", 26_833)
    assert lines(judged) == {1: 30_026_833, 2: -30_000_000, 3: -26_833}
    rest = laid(Running(term(), withdrawn_fen=30_000_000))
    assert (rest.settled.interest_fen, rest.returned_fen) == (1_365_000, 70_000_000)


def test_without_a_part_all_that_is_left_is_withdrawn() -> None:
    early = {"to_on": date(2024, 10, 1), "credited_on": date(2024, 10, 2)}
    judged = laid(Running(term(), withdrawn_fen=99_000_000), **early)
    assert judged.returned_fen == 1_000_000


def test_overdue_days_earn_the_demand_rate_on_both_sides() -> None:
    """R4.4: 30 days after 2025-07-01 at 0.35 %: 1,000,000 x 0.35 % x 30 / 360 = 291.67, all of it
    the homes'; the gain stays 4,500.00."""
    judged = laid(Running(term()), credited_on=date(2025, 7, 31), to_on=date(2025, 7, 31))
    settled = judged.settled
    assert (settled.interest_fen, settled.overdue_days) == (1_950_000 + 29_167, 30)
    assert (settled.due_benchmark_fen, settled.value_added_fen) == (1_529_167, 450_000)


def test_a_bank_that_pays_nothing_moves_only_the_principal() -> None:
    judged = laid(Running(term()), interest_fen=0)
    assert lines(judged) == {1: 100_000_000, 2: -100_000_000}
    assert judged.settled.shortfall_fen == 1_500_000
    nothing = laid(Running(term()), interest_fen=0, renew=True, renewed_rate_e4=1)
    assert postings(nothing, BOOKS) == ()


def test_a_negative_gain_is_taken_from_the_scopes_where_the_policy_says_so() -> None:
    """1.25 % against 1.50 %: the homes' 15,000.00 are met, 2,500.00 of them by the scopes."""
    said = Advice(credited_on=date(2025, 7, 1), interest_fen=1_250_000)
    judged = judge(Running(term()), said, today=TODAY, benchmarks=TABLE, negative="negative")
    assert lines(judged) == {1: 101_250_000, 2: -100_000_000, 3: -1_500_000, 4: 250_000}


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("入账日晚于今天", {"credited_on": TODAY + timedelta(days=1)}),
    ("结息日晚于入账日", {"credited_on": date(2025, 6, 30)}),
    ("转存须填写", {"renew": True}),
    ("到期日办理", {"credited_on": TODAY, "to_on": TODAY, "renew": True, "renewed_rate_e4": 1}),
    ("提前支取不能转存", {"to_on": date(2025, 1, 1), "renew": True, "renewed_rate_e4": 1}),
    ("不转存的", {"capitalise": True}),
    ("不转存的", {"renewed_rate_e4": 1}),
    ("超过存款余额", {"to_on": date(2025, 1, 1), "part_fen": 100_000_001}),
    ("全部余额", {"part_fen": 1}),
    ("晚于起息日", {"to_on": date(2024, 7, 1)}),
    ("不能为负数", {"interest_fen": -1}),
]


@pytest.mark.parametrize(("word", "advice"), WRONG)
def test_what_the_bank_cannot_mean(word: str, advice: dict[str, Any]) -> None:
    with pytest.raises(AdviceInconsistent, match=word):
        laid(Running(term()), **advice)


DEMAND = Running(term(date(2025, 3, 21), tenor="demand", agreed_rate_e4=4_500))
QUARTER = [Stretch(date(2025, 3, 21), date(2025, 6, 21), 100_000_000)]


def test_money_on_demand_bears_interest_on_its_average() -> None:
    """92 days of 1,000,000.00: at 0.45 % 1,150.00, at 0.35 % 894.44; half of the days empty it is
    half: 46 days give 575.00 and 447.22."""
    judged = laid(DEMAND, QUARTER, credited_on=date(2025, 6, 21))
    settled = judged.settled
    assert (settled.interest_fen, settled.due_benchmark_fen) == (115_000, 89_444)
    assert (judged.returned_fen, judged.stretches) == (0, tuple(QUARTER))
    halves = [
        Stretch(date(2025, 3, 21), date(2025, 5, 6), 100_000_000),
        Stretch(date(2025, 5, 6), date(2025, 6, 21), -5),
    ]
    settled = laid(DEMAND, halves, credited_on=date(2025, 6, 21)).settled
    assert (settled.interest_fen, settled.due_benchmark_fen) == (57_500, 44_722)


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("没有转存", {"renew": True, "renewed_rate_e4": 1}),
        ("没有转存", {"capitalise": True}),
        ("不填支取本金", {"part_fen": 1}),
        ("上次结息日", {"credited_on": date(2025, 3, 21)}),
    ],
)
def test_what_a_bank_cannot_mean_of_money_on_demand(word: str, advice: dict[str, Any]) -> None:
    said = {"credited_on": date(2025, 6, 21)} | advice
    with pytest.raises(AdviceInconsistent, match=word):
        laid(DEMAND, QUARTER, **said)


def test_an_empty_account_earns_nothing() -> None:
    empty = [replace(QUARTER[0], balance_fen=0)]
    for stretches in (empty, []):
        with pytest.raises(AdviceInconsistent, match="余额为零"):
            laid(DEMAND, stretches, credited_on=date(2025, 6, 21))


@given(
    st.integers(1, 120),
    st.integers(0, 10**9),
    st.dictionaries(st.integers(-3, 130), st.integers(-(10**8), 10**8), max_size=12),
)
def test_daily_balances_are_what_each_day_ends_with(
    length: int, opening_fen: int, moves: dict[int, int]
) -> None:
    """Day by day the same as in stretches; changes outside the period are not its own."""
    start = date(2025, 1, 1)
    end = start + timedelta(days=length)
    inside = {start + timedelta(days=day): fen for day, fen in moves.items() if day >= 0}
    found = daily(start, end, opening_fen, inside)
    assert found[0].from_on == start and found[-1].to_on == end
    assert all(one.to_on == two.from_on for one, two in pairwise(found))
    products = sum(one.balance_fen * (one.to_on - one.from_on).days for one in found)
    each = [
        opening_fen + sum(fen for on, fen in inside.items() if on <= start + timedelta(days=day))
        for day in range(length)
    ]
    assert products == sum(each)


@given(
    st.sampled_from(("3m", "6m", "1y", "2y", "3y")),
    st.integers(1, 10**12),
    st.integers(0, 60_000),
    st.integers(0, 400),
    st.integers(0, 10**10),
    st.booleans(),
    st.sampled_from(("zero", "negative")),
)
def test_no_fen_is_lost_whatever_the_bank_says(
    tenor: str,
    principal: int,
    rate: int,
    late: int,
    interest: int,
    renew: bool,
    negative: Any,
) -> None:
    """The lines sum to zero, and interest is what homes and scopes get together."""
    running = Running(term(date(2020, 2, 29), tenor=tenor, principal_fen=principal))
    due = running.terms.matures_on
    assert due is not None
    to_on = due if renew else due + timedelta(days=late)
    said = Advice(to_on, interest, to_on, renew=renew, renewed_rate_e4=rate if renew else None)
    judged = judge(running, said, today=TODAY, benchmarks=TABLE, negative=negative)
    moved = [line.amount_fen for line in postings(judged, BOOKS)]
    assert sum(moved) == 0 and 0 not in moved
    settled = judged.settled
    assert settled.benchmark_fen + settled.value_added_fen == interest
    assert sum(settled.slices.values()) == settled.value_added_fen
    assert judged.returned_fen == (0 if renew else principal)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 12, 31), date(2024, 12, 21)),
        (date(2024, 12, 21), date(2024, 12, 21)),
        (date(2024, 12, 20), date(2024, 9, 21)),
        (date(2025, 1, 1), date(2024, 12, 21)),
        (date(2025, 3, 20), date(2024, 12, 21)),
        (date(2025, 6, 21), date(2025, 6, 21)),
    ],
)
def test_banks_settle_money_on_demand_by_quarters(on: date, expected: date) -> None:
    assert quarter_day(on) == expected


def test_what_a_list_says_is_held_against_the_table() -> None:
    """R4.1; before the table begins nobody can say."""
    assert benchmark_fault("1y", date(2015, 10, 23), 17_500, TABLE) == ""
    assert "应为 1.50%" in benchmark_fault("1y", date(2015, 10, 24), 17_500, TABLE)
    assert benchmark_fault("1y", date(2015, 8, 25), 1, TABLE) == ""


def test_a_deposit_that_renewed_before_the_books_is_unclear() -> None:
    """One that matured on the openings' day renewed then; one that matures a day later has not."""
    old = term()
    assert "自动转存" in untakeable(old, True, date(2025, 7, 1), TABLE)
    assert untakeable(old, True, date(2025, 6, 30), TABLE) == ""
    assert untakeable(old, False, date(2025, 7, 1), TABLE) == ""
    wrong = replace(old, benchmark_rate_e4=1)
    assert "基准利率表" in untakeable(wrong, False, date(2025, 6, 30), TABLE)
