"""What a special account must hold, how it is shared, what goes back. 二(三), 四(四), R3.7."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases import State
from rules.conditions import ApplicantFacts, MoneyFacts, affordable, applied
from rules.flows.money import Purse
from rules.parameters import DEFAULT
from rules.refusals.votes import NotScrapped, SharesDiffer, TooMuch
from rules.special import (
    Claim,
    kept_for_years_fen,
    promised_fen,
    refundable_fen,
    refuse_refund,
    required_fen,
    shared,
    shares_words,
    to_share_fen,
    years_left,
)

HOMES = [UUID(int=number) for number in range(1, 6)]
AREAS = dict(zip(HOMES, (1_000_000, 900_000, 800_000, 1_000_000, 0), strict=True))


def test_all_years_are_asked_for_at_once_and_then_what_is_left() -> None:
    """二(三)3: three years, then two at the new premium, then one; never none."""
    assert [required_fen(100, years) for years in (3, 2, 1, 0)] == [300, 200, 100, 100]


@pytest.mark.parametrize(
    ("purse", "taken", "left"),
    [
        (Purse.SOLE, 0, 3),
        (Purse.SOLE, 2, 1),
        (Purse.SOLE, 3, 0),
        (Purse.SOLE, 5, 0),
        (Purse.SCOPE, 0, 1),
        (Purse.SCOPE, 1, 1),
    ],
)
def test_years_left(purse: Purse, taken: int, left: int) -> None:
    assert years_left(purse, 3, taken) == left


def test_what_goes_back_leaves_the_running_elevators_covered() -> None:
    """二(三): one of two scrapped leaves the other's years, both leave nothing."""
    premiums = {"a": 100, "b": 150}
    assert refundable_fen(700, premiums, {"a"}, 2) == 700 - 2 * 150
    assert refundable_fen(700, premiums, {"a", "b"}, 2) == 700
    assert refundable_fen(700, premiums, {"a"}, 0) == 700
    assert refundable_fen(299, premiums, {"a"}, 2) == 0
    assert refundable_fen(700, premiums, set(), 0) == 0
    assert refundable_fen(700, premiums, {"of another account"}, 0) == 0


@pytest.mark.parametrize(
    ("claim", "promised"),
    [
        # Under way: what was paid in for it, or what its plan found there, until it is held.
        (Claim(State.PLANNED, 0, 40, 0, None), 40),
        (Claim(State.COLLECTING, 70, 60, 0, 100), 70),
        (Claim(State.REGISTERED, 100, 100, 100, 100), 0),
        (Claim(State.REGISTERED, 110, 100, 100, 100), 10),
        (Claim(State.VOTING, 100, 100, 80, None), 20),
        (Claim(State.ACCEPTED, 30, 0, 0, 50), 30),
        # Came to nothing: all of it goes back to the homes, whatever the plan had found.
        (Claim(State.REJECTED, 30, 90, 0, 50), 30),
        (Claim(State.WITHDRAWN, 0, 90, 0, None), 0),
        # Paid: what a cheaper contract left is everybody's, what a home paid too much is its own.
        (Claim(State.INSURED, 100, 100, 95, 100), 0),
        (Claim(State.PAID, 100, 100, 75, 80), 20),
        (Claim(State.INSURED, 0, 100, 75, None), 0),
    ],
)
def test_money_of_a_scope_that_is_there_for_one_case(claim: Claim, promised: int) -> None:
    """四(四): it counts for no other, and a debt of one is no money of another's."""
    assert promised_fen(True, [claim]) == promised
    short = Claim(State.INSURED, 0, 0, 50, 50)
    assert promised_fen(True, [claim, short, claim]) == 2 * promised


def test_money_of_a_sole_owner_is_promised_only_under_way() -> None:
    """二(三)3: what an ended or insured case left goes on with the next one."""
    assert promised_fen(False, [Claim(State.COLLECTING, 50, 0, 0, None)]) == 50
    assert promised_fen(False, [Claim(State.FUNDED, 300, 300, 100, None)]) == 200
    for over in (State.LAPSED, State.PAID, State.INSURED):
        assert promised_fen(False, [Claim(over, 300, 300, 0, None)]) == 0


def test_the_years_of_the_case_that_counts_last_are_kept() -> None:
    """二(三)3: three years found, one of them reserved or paid; a case without a plan says nothing,
    one that came to nothing no longer."""
    first = Claim(State.INSURED, 300, 300, 100, None)
    second = Claim(State.FUNDED, 20, 220, 110, None)
    assert kept_for_years_fen([]) == kept_for_years_fen([Claim(State.FILED, 9, 0, 0, None)]) == 0
    assert kept_for_years_fen([first]) == 200
    assert kept_for_years_fen([first, second]) == 110
    assert kept_for_years_fen([first, Claim(State.FILED, 0, 0, 0, None)]) == 200
    assert kept_for_years_fen([first, Claim(State.LAPSED, 0, 220, 0, None)]) == 200
    assert kept_for_years_fen([Claim(State.PAID, 0, 100, 110, None)]) == 0


@pytest.mark.parametrize(
    ("needed", "gathered", "paid", "share"),
    [(120, 0, 0, 120), (120, 30, 0, 90), (120, 50, 50, 120), (120, 80, 50, 90), (80, 100, 100, 80)],
)
def test_what_was_paid_for_an_earlier_plan_is_part_of_the_shares(
    needed: int, gathered: int, paid: int, share: int
) -> None:
    """四(四): who has paid 50 of 60 owes 10 more, not 60 and not nothing."""
    assert to_share_fen(needed, gathered, paid) == share
    assert to_share_fen(40, 90, 20) == 0, "enough without what these homes paid"


def test_no_more_goes_back_than_may() -> None:
    refuse_refund(400, 400, True)
    with pytest.raises(TooMuch) as above:
        refuse_refund(401, 400, True)
    assert above.value.facts["refundable_fen"] == 400
    with pytest.raises(NotScrapped):
        refuse_refund(1, 400, False)


@given(st.integers(0, 10**12), st.sampled_from(["area", "equal"]))
def test_parts_sum_to_the_total(total: int, method: str) -> None:
    """R3.7: to the fen, and of equal homes none differs by more than one."""
    parts = shared(total, AREAS, method)  # type: ignore[arg-type]
    assert sum(parts.values()) == total and set(parts) == set(HOMES)
    if method == "equal":
        assert max(parts.values()) - min(parts.values()) <= 1
    else:
        assert parts[HOMES[4]] == 0 and abs(parts[HOMES[0]] - parts[HOMES[3]]) <= 1


def test_agreed_parts_are_taken_as_agreed() -> None:
    """A home that is not named owes nothing; what does not add up is refused."""
    agreed = [(HOMES[0], 60), (HOMES[1], 40)]
    parts = shared(100, AREAS, "custom", agreed)
    assert parts == {HOMES[0]: 60, HOMES[1]: 40, HOMES[2]: 0, HOMES[3]: 0, HOMES[4]: 0}
    for wrong in (
        [(HOMES[0], 60), (HOMES[1], 41)],
        [(HOMES[0], 50), (HOMES[0], 50)],
        [(UUID(int=99), 100)],
        [],
    ):
        with pytest.raises(SharesDiffer):
            shared(100, AREAS, "custom", wrong)
    with pytest.raises(SharesDiffer):
        shared(100, AREAS, "area", agreed)
    with pytest.raises(SharesDiffer):
        shared(100, {HOMES[4]: 0}, "area")
    with pytest.raises(SharesDiffer):
        shared(100, {}, "equal")


def test_the_question_names_method_homes_and_sum() -> None:
    assert shares_words("equal", 123_450, 12) == "按户均摊由 12 户分摊，合计 1,234.50 元"


def test_money_that_may_still_come_in_is_named() -> None:
    """R5.2 by flow: before the contract the shortage is told, from the contract on it refuses."""
    short = MoneyFacts(40_00, 100_00, "household", awaited=True)
    found = affordable(short)
    assert found.passed and "尚缺 60.00 元" in found.reason and found.title == "维修资金和归集款"
    assert not affordable(MoneyFacts(40_00, 100_00, "household")).passed
    assert affordable(MoneyFacts(100_00, 100_00, "added")).passed
    assert affordable(MoneyFacts(0, 0, "independent", awaited=True)).passed
    assert "电梯保险专户" in affordable(MoneyFacts(0, 0, "added")).reason
    pooled = affordable(MoneyFacts(40_00, 100_00))
    assert not pooled.passed and pooled.title == "统筹账户资金"


def test_a_sole_owner_applies_by_papers_of_ownership() -> None:
    """R5.1"""
    assert (
        applied(ApplicantFacts("independent", 0, True), DEFAULT).reason == "独立产权人产权证明有效"
    )
    missing = applied(ApplicantFacts("independent", 0, False), DEFAULT)
    assert not missing.passed and missing.reason == "独立产权人没有有效的产权证明"
