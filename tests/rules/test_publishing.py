"""Withheld figures against somebody who solves the published sums exactly. R12.2."""

from fractions import Fraction
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.publishing import Part, Suppression, suppress, suppress_together

LEAST = 5
COLUMNS = 5
"""Start, income, payouts, other, end: every line adds up, and every column has a total."""


def part(number: int, owners: int = 9, size_fen: int = 100) -> Part:
    return Part(UUID(int=number), owners, size_fen)


def ids(*numbers: int) -> frozenset[UUID]:
    return frozenset(UUID(int=number) for number in numbers)


def derived(parts: list[Part], found: Suppression) -> set[UUID]:
    """Whose withheld figures follow from what is published: all equations, solved exactly.

    The unknowns are the five figures of every withheld line. Known are each column's total less
    what is shown, and that start + income + payouts + other = end in every line.
    """
    unknown = {key: number * COLUMNS for number, key in enumerate(sorted(found.parts))}
    width = len(unknown) * COLUMNS
    rows = []
    for start in unknown.values():
        signs = {start + column: Fraction(1) for column in range(COLUMNS - 1)}
        rows.append([(signs | {start + 4: Fraction(-1)}).get(n, Fraction(0)) for n in range(width)])
    if not found.total:
        for column in range(COLUMNS):
            cells = {start + column for start in unknown.values()}
            rows.append([Fraction(n in cells) for n in range(width)])
    names = {start + column: key for key, start in unknown.items() for column in range(COLUMNS)}
    solved = [row for row in reduced(rows, width) if sum(value != 0 for value in row) == 1]
    return {names[next(n for n, value in enumerate(row) if value)] for row in solved}


def reduced(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    """The rows in reduced echelon form: what can be derived stands in a row of its own."""
    done = 0
    for column in range(width):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for r, row in enumerate(rows):
            if r != done and row[column]:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    return rows


PARTS = st.lists(
    st.builds(
        Part,
        id=st.uuids(),
        owners=st.integers(0, 9),
        size_fen=st.just(0) | st.integers(-3, 10**9),
        kept=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@settings(max_examples=300, deadline=None)
@given(PARTS, st.integers(1, 8))
def test_nobody_can_derive_what_is_withheld(parts: list[Part], least: int) -> None:
    """Whatever is published - lines, their sums, the totals - determines no withheld figure."""
    found = suppress(parts, least)
    assert {one.id for one in parts if one.owners < least or one.kept} <= found.parts
    assert derived(parts, found) == set()


def test_the_attacker_does_find_a_single_withheld_line() -> None:
    """Without the further part: what the totals of the accounts used to give away."""
    parts = [part(1, owners=4), part(2), part(3)]
    assert derived(parts, Suppression(ids(1), False)) == ids(1)
    assert derived(parts, suppress(parts, LEAST)) == set()


@settings(max_examples=200, deadline=None)
@given(PARTS, st.integers(1, 8), st.randoms(use_true_random=False))
def test_no_more_is_withheld_than_that(parts: list[Part], least: int, order: Random) -> None:
    """At most one further part, only where one stood alone, whatever the order."""
    found = suppress(parts, least)
    few = {one.id for one in parts if one.owners < least or one.kept}
    assert len(found.parts - few) == (1 if len(few) == 1 and len(parts) > 1 else 0)
    order.shuffle(parts)
    assert suppress(parts, least) == found


def test_the_smallest_further_one_that_is_not_zero_goes_with_it() -> None:
    """A part of nothing would leave the whole difference to the other."""
    parts = [part(1, owners=4), part(2, size_fen=0), part(3, size_fen=70), part(4, size_fen=60)]
    assert suppress(parts, LEAST).parts == ids(1, 4)
    parts = [part(1, owners=4), part(3, size_fen=60), part(2, size_fen=-60)]
    assert suppress(parts, LEAST).parts == ids(1, 2)
    assert suppress([part(1, owners=4), part(2, size_fen=0)], LEAST).parts == ids(1, 2)


def test_two_hide_each_other_and_none_needs_nobody() -> None:
    assert suppress([part(1, owners=4), part(2, owners=0), part(3)], LEAST).parts == ids(1, 2)
    assert suppress([part(1, owners=5), part(2)], LEAST) == Suppression(frozenset(), False)
    assert suppress([], LEAST) == Suppression(frozenset(), False)


def test_what_was_withheld_before_stays_withheld() -> None:
    """Else this year's page would tell what last year's report did not."""
    parts = [Part(UUID(int=1), 50, 10, kept=True), part(2, owners=1), part(3)]
    assert suppress(parts, LEAST).parts == ids(1, 2)


def test_the_only_part_takes_the_total_with_it() -> None:
    """With one account in the city its total would be its balance."""
    assert suppress([part(1, owners=4)], LEAST) == Suppression(ids(1), True)
    assert suppress([part(1, owners=5)], LEAST) == Suppression(frozenset(), False)


@settings(max_examples=200, deadline=None)
@given(PARTS, st.lists(st.integers(0, 255), max_size=4), st.integers(1, 8))
def test_several_publications_do_not_tell_each_other(
    parts: list[Part], chosen: list[int], least: int
) -> None:
    """Each of them withholds the same parts, and from none of them one can be worked out."""
    sums = [parts] + [
        [one for place, one in enumerate(parts) if which >> place & 1] for which in chosen
    ]
    hidden = suppress_together(sums, least)
    assert {one.id for one in parts if one.owners < least or one.kept} <= hidden
    for members in sums:
        own = frozenset(one.id for one in members) & hidden
        if len(members) > 1:
            assert derived(members, Suppression(own, False)) == set()


def test_a_part_of_one_publication_alone_takes_one_of_each() -> None:
    """The account without homes is in the list of accounts, not in the year's distribution."""
    empty, few, large, small = part(1, 0, 0), part(2, 2), part(3, 20, 900), part(4, 20, 500)
    assert suppress_together([[empty, few, large, small]], LEAST) == ids(1, 2)
    every = [[empty, few, large, small], [few, large, small]]
    assert suppress_together(every, LEAST) == ids(1, 2, 4)
