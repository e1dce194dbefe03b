"""Many divisions at once give what one by one gives; so does a split by them. R3.7."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import lanes
from rules.money import Cut, parted

# Few different weights tie, large ones come near the limits.
weights = st.one_of(
    st.lists(st.integers(0, 3), min_size=1, max_size=60),
    st.lists(st.integers(0, 10**12), min_size=1, max_size=60),
    st.lists(st.integers(0, 2**55), min_size=1, max_size=60),
).filter(any)
sums = st.one_of(st.integers(0, 100), st.integers(0, 10**12), st.integers(0, lanes.LIMIT - 1))


def by_the_book(total: int, by: list[int]) -> tuple[list[int], Cut]:
    """Largest remainder, put down as the rule says it."""
    whole = sum(by)
    parts = [total * weight // whole for weight in by]
    rests = [total * weight % whole for weight in by]
    left = total - sum(parts)
    order = sorted(range(len(by)), key=lambda place: (-rests[place], place))
    for place in order[:left]:
        parts[place] += 1
    if not left:
        return parts, Cut(whole, 0)
    return parts, Cut(whole, left, rests[order[left - 1]], order[left - 1])


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "FEW", 1)


@given(sums, weights)
def test_each_part_is_exact_and_bytes_follow_the_remainders(total: int, by: list[int]) -> None:
    whole = sum(by)
    parts, tops = lanes.divided(total, by, whole)
    assert parts == [total * weight // whole for weight in by]
    rests = [total * weight % whole for weight in by]
    assert sorted(tops) == [top for _, top in sorted(zip(rests, tops, strict=True))]


@given(sums, weights)
def test_a_split_is_by_the_book(total: int, by: list[int]) -> None:
    assert lanes.fits(total, by, sum(by))
    assert parted(total, by) == by_the_book(total, by)


@given(st.integers(1, 10**6), st.integers(1, 400), st.integers(1, 10**10))
def test_whole_shares_leave_nothing_over(each: int, count: int, weight: int) -> None:
    """Each quotient is whole here, where a fraction cut off is one too low."""
    assert parted(each * count, [weight] * count) == ([each] * count, Cut(weight * count, 0))


@pytest.mark.parametrize(
    ("total", "by"), [(lanes.LIMIT, [1, 2]), (1, [lanes.LIMIT - 1, 1]), (10**30, [3, 3, 1])]
)
def test_what_does_not_fit_is_split_all_the_same(total: int, by: list[int]) -> None:
    assert not lanes.fits(total, by, sum(by))
    assert parted(total, by) == by_the_book(total, by)


def test_a_city_of_scopes_ties_by_place() -> None:
    by = [5, 7] * 10_000
    assert parted(12_345, by) == by_the_book(12_345, by)
