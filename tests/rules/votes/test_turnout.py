"""Turnout moves by groups, and leaves a group that has not voted. R8.7."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rules.votes.turnout import may_be_told


def test_five_by_five_and_never_the_last_five():
    told, said = 0, []
    for heads in range(1, 17):
        if may_be_told(told, heads, 16, 5):
            told = heads
            said.append(heads)
    assert said == [5, 10]


@given(st.lists(st.integers(-3, 9), max_size=60), st.integers(0, 200), st.integers(1, 9))
def test_whatever_comes_and_goes_no_step_is_of_fewer(changes, of_heads, group):
    """Voices also go: co-owners differ, a paper is dropped. What was told never goes back."""
    heads, told = 0, [0]
    for change in changes:
        heads = max(0, min(of_heads, heads + change))
        if may_be_told(told[-1], heads, of_heads, group):
            told.append(heads)
    assert all(after - before >= group for before, after in pairwise(told))
    assert told[-1] == 0 or of_heads - told[-1] >= group
