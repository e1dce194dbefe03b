"""Whole years on paper: pools never debited, homes by what their money earned. R4.6, R4.8."""

from datetime import date

import pytest

from rules.income import (
    FACTOR_SCALE,
    Entry,
    Move,
    Pool,
    close_year,
    daily_factors,
    distribute_interest,
    home_weight,
    rate_of_day,
    scope_changes,
)
from rules.refusals.books import WeightsMissing

JUNE = date(2025, 6, 1), date(2025, 7, 1)
TENTH = FACTOR_SCALE // 10


def day(number: int) -> date:
    return date(2025, 6, number)


def test_one_fen_earns_its_part_each_day() -> None:
    """30 fen on 10 fen over 30 days (W = 300): a tenth of a fen for each fen and day."""
    assert rate_of_day(30, 300) == TENTH
    factors = daily_factors([(30, 300, *JUNE)], JUNE[1])
    assert factors[0] == (day(1), 0)
    assert factors[1] == (day(2), TENTH)
    assert factors[-1] == (JUNE[1], 3 * FACTOR_SCALE)
    assert len(factors) == 31


def test_cut_to_a_whole_unit_and_mirrored() -> None:
    """1 / 3 is 0.333... with 24 digits, and a reversal takes exactly that."""
    assert rate_of_day(1, 3) == FACTOR_SCALE // 3
    assert rate_of_day(-1, 3) == -(FACTOR_SCALE // 3)
    assert rate_of_day(0, 0) == 0
    with pytest.raises(WeightsMissing):
        rate_of_day(1, 0)


def test_two_settlements_that_overlap() -> None:
    """One gives 0.1 a day from the 1st, the other 0.1 from the 21st: 30 x 0.1 + 10 x 0.1 = 4."""
    factors = daily_factors([(30, 300, *JUNE), (10, 100, day(21), JUNE[1])], JUNE[1])
    assert factors[20] == (day(21), 20 * TENTH)
    assert factors[21] == (day(22), 22 * TENTH)
    assert factors[-1][1] == 40 * TENTH
    assert daily_factors([], JUNE[1]) == []


def test_a_home_weighs_what_its_money_earned() -> None:
    """10 fen in all of June earn 30 tenths each, 10 paid in on the 11th 20 tenths; used on the 21st
    they lose the last 10. Before the first day is all of it, the last day and later nothing."""
    factors = daily_factors([(30, 300, *JUNE)], JUNE[1])
    assert home_weight([(None, 10)], factors) == 300 * TENTH
    assert home_weight([(date(2020, 1, 1), 10)], factors) == 300 * TENTH
    assert home_weight([(day(11), 10)], factors) == 200 * TENTH
    assert home_weight([(None, 10), (day(21), -10)], factors) == 200 * TENTH
    assert home_weight([(JUNE[1], 10), (date(2026, 1, 1), 10)], factors) == 0
    assert home_weight([(None, -10)], factors) == 0
    assert home_weight([(None, 10)], []) == 0


def test_the_later_comer_gets_for_its_days() -> None:
    """One home has 100 all June, another from the 16th: 3,000 and 1,500 of weight; of 1.50 the
    parts are 1.00 and 0.50."""
    homes = {"a": [(None, 100)], "b": [(day(16), 100)]}
    year = close_year([Entry("d", 1, *JUNE, 0, 150)], {"s": homes["a"] + homes["b"]}, homes)
    assert year.homes == {"a": 100, "b": 50}
    assert (year.interest.posted_fen, year.deposits[0][1].weight) == (150, 4_500)


def test_interest_is_never_taken_from_homes() -> None:
    with pytest.raises(ValueError, match="不得从分户账扣回"):
        distribute_interest(-1, {"a": 1})


def test_a_pool_below_zero_waits_for_income() -> None:
    """-5.00 and 3.00 below from last year: nothing credited, 8.00 below carried on. The next year's
    10.00 credit 2.00. Nothing at all stays nothing."""
    first = Pool.of(-500, -300)
    assert (first.posted_fen, first.carried_fen) == (0, -800)
    second = Pool.of(1_000, first.carried_fen)
    assert (second.posted_fen, second.carried_fen) == (200, 0)
    assert Pool.of(0, 0) == Pool(0, 0, 0, 0)


def test_a_wrong_advice_is_netted_in_the_next_year() -> None:
    """Last year distributed 9.00 by 1 : 2, which was wrong by 3.00. This year takes that back
    and gives 2.00 + 4.00: -1.00 and -2.00 are carried, nobody is debited. Of the interest -15.00
    + 12.00 leave -3.00 to carry."""
    scopes = {"s": [(None, 10)], "t": [(None, 20)]}
    homes = {"a": [(None, 10)], "b": [(None, 20)]}
    wrong, right = Entry("x", -1, *JUNE, 900, 1_500), Entry("y", 1, *JUNE, 600, 1_200)
    year = close_year([right, wrong], scopes, homes)
    assert year.pools == {"s": Pool(-100, 0, 0, -100), "t": Pool(-200, 0, 0, -200)}
    assert year.interest == Pool(-300, 0, 0, -300)
    assert year.homes == {"a": 0, "b": 0}
    carried = {scope: pool.carried_fen for scope, pool in year.pools.items()}
    after = close_year([Entry("z", 1, *JUNE, 450, 900)], scopes, homes, carried, -300)
    assert after.pools == {"s": Pool(150, -100, 50, 0), "t": Pool(300, -200, 100, 0)}
    assert (after.interest, after.homes) == (Pool(900, -300, 600, 0), {"a": 200, "b": 400})


def test_a_reversal_and_its_settlement_leave_nothing() -> None:
    """9.00 given and taken: all shares 0, and every home's weight exactly 0."""
    scopes = {"s": [(None, 7)], "t": [(day(3), 11)]}
    homes = {"a": [(None, 7)], "b": [(day(3), 11)]}
    year = close_year([Entry("x", sign, *JUNE, 901, 1_501) for sign in (1, -1)], scopes, homes)
    assert {pool.shares_fen for pool in year.pools.values()} == {0}
    assert (year.interest.shares_fen, year.factors[-1][1]) == (0, 0)


def test_a_building_that_becomes_two_units() -> None:
    """Two units have 100 and 200 in one building; on the 11th they become scopes of their own; on
    the 16th the second unit's home uses 50. Building: 300 x 10 = 3,000; unit 1: 100 x 20 = 2,000;
    unit 2: 200 x 20 - 50 x 15 = 3,250. Of 82.50: 30.00, 20.00, 32.50."""
    homes = {"a": [(None, 100)], "b": [(None, 200), (day(16), -50)]}
    unit_of, scope_of = {"a": "u1", "b": "u2"}, {"u1": "s1", "u2": "s2"}
    moves = [Move("u1", "s", "s1", day(11)), Move("u2", "s", "s2", day(11))]
    scopes = scope_changes(homes, unit_of, scope_of, moves)
    year = close_year([Entry("d", 1, *JUNE, 8_250, 0)], scopes, homes)
    assert {scope: pool.posted_fen for scope, pool in year.pools.items()} == {
        "s": 3_000,
        "s1": 2_000,
        "s2": 3_250,
    }


def test_there_and_back_again() -> None:
    """A unit with 10 is in s until the 11th, in t until the 21st, then in s: 200 and 100 of weight.
    A payment dated before a move belongs to where the unit then was, and moves along."""
    homes = {"a": [(None, 10)], "b": [(day(15), 6)]}
    moves = [Move("u", "t", "s", day(21)), Move("u", "s", "t", day(11))]
    scopes = scope_changes(homes, {"a": "u", "b": "u"}, {"u": "s"}, moves)
    year = close_year([Entry("d", 1, *JUNE, 396, 0)], scopes, homes)
    # b: 6 x 6 days in t = 36, 6 x 10 in s = 60: s 260, t 136 of 396
    assert {one: pool.shares_fen for one, pool in year.pools.items()} == {"s": 260, "t": 136}


def test_paid_in_on_the_day_of_the_move() -> None:
    """10 in s until the 11th, 100 of weight; on the 11th the unit moves to t and 6 are paid in:
    they are t's from the first: 16 x 20 = 320."""
    homes = {"a": [(None, 10), (day(11), 6)]}
    scopes = scope_changes(homes, {"a": "u"}, {"u": "t"}, [Move("u", "s", "t", day(11))])
    year = close_year([Entry("d", 1, *JUNE, 420, 0)], scopes, homes)
    assert {one: pool.shares_fen for one, pool in year.pools.items()} == {"s": 100, "t": 320}


def test_a_scope_that_only_brings() -> None:
    """Its homes are gone; what it carried is carried on."""
    year = close_year([], {}, {}, {"old": -5})
    assert year.pools == {"old": Pool(0, -5, 0, -5)}
    assert (year.factors, year.homes) == ([], {})
