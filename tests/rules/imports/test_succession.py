"""A new list of a home's owners: sales close and open spans, history stays. R2.4, R2.7."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.imports import OwnerRow
from rules.imports.succession import Held, Succession, Wanted, shares_in_bps, succeed

TODAY = date(2026, 3, 2)
Y15, Y18, Y20, Y25 = (date(year, 1, 1) for year in (2015, 2018, 2020, 2025))


def span(
    owner: str, from_on: date, to_on: date | None = None, bps: int = 10_000, speaks: bool = False
) -> Wanted:
    return Wanted(owner, from_on, to_on, bps, speaks)


def held(*spans: Wanted, papers: str = "") -> list[Held[int]]:
    return [Held(n, one, one.owner in papers) for n, one in enumerate(spans, start=1)]


def changed(before: list[Held[int]], *wanted: Wanted) -> Succession[int]:
    return succeed(before, wanted, TODAY)


def test_the_same_list_again_changes_nothing() -> None:
    spans = (span("a", Y15, Y20), span("b", Y20, None, 5_000, True), span("c", Y20, None, 5_000))
    assert changed(held(*spans), *spans) == Succession()


def test_a_new_home_opens_its_spans() -> None:
    assert changed([], span("a", Y15)).opened == [span("a", Y15)]


def test_a_sale_closes_the_sellers_span_on_the_buyers_first_day() -> None:
    found = changed(held(span("a", Y15, speaks=True)), span("b", Y20))
    assert found.opened == [span("b", Y20)]
    assert found.amended == [(1, span("a", Y15, Y20))]


def test_a_sale_told_with_its_history_is_the_same() -> None:
    told = changed(held(span("a", Y15)), span("a", Y15, Y20), span("b", Y20))
    assert told.amended == [(1, span("a", Y15, Y20))] and told.opened == [span("b", Y20)]


def test_an_ended_span_that_the_list_no_longer_has_stays() -> None:
    found = changed(held(span("a", Y15, Y20), span("b", Y20)), span("b", Y20))
    assert found == Succession()


def test_an_owner_gone_without_a_successor_ends_today() -> None:
    found = changed(held(span("a", Y15, None, 5_000), span("b", Y15, None, 5_000)), span("b", Y15))
    assert found.amended == [(2, span("b", Y15)), (1, span("a", Y15, TODAY, 5_000))]


def test_a_span_begun_today_and_gone_lasts_a_day() -> None:
    found = changed(held(span("a", TODAY)))
    assert found.amended == [(1, span("a", TODAY, date(2026, 3, 3)))]


def test_a_corrected_first_day_is_no_sale() -> None:
    found = changed(held(span("a", Y15)), span("a", Y18))
    assert found == Succession(amended=[(1, span("a", Y18))])


def test_who_bought_back_has_two_spans() -> None:
    found = changed(held(span("a", Y15, Y18)), span("a", Y20))
    assert found == Succession(opened=[span("a", Y20)])


def test_a_share_or_a_representative_that_changed() -> None:
    before = held(span("a", Y15, None, 5_000), span("b", Y15, None, 5_000))
    after = (span("a", Y15, None, 7_000, True), span("b", Y15, None, 3_000))
    assert changed(before, *after).amended == [(1, after[0]), (2, after[1])]


def test_a_list_older_than_the_papers_does_not_undo_them() -> None:
    """R2.5: a clerk recognised b on papers; the old system does not know it yet."""
    before = held(span("a", Y15, Y25), span("b", Y25), papers="b")
    assert changed(before, span("a", Y15)) == Succession(papers_prevail=True)
    assert changed(before, span("a", Y15, Y25), span("b", Y25)) == Succession()
    assert changed(before, span("b", Y25), span("c", TODAY)).opened == [span("c", TODAY)]


# --- shares


def row(share: Fraction | None, from_on: date = Y15, to_on: date | None = None) -> OwnerRow:
    return OwnerRow(
        home="H",
        name="某",
        id_kind="other",
        id_number="1",
        share=share,
        from_on=from_on,
        to_on=to_on,
    )


THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("rows", "bps"),
    [
        ([row(None)], [10_000]),
        ([row(None), row(None), row(None)], [3_334, 3_333, 3_333]),
        ([row(THIRD), row(THIRD), row(THIRD)], [3_334, 3_333, 3_333]),
        ([row(Fraction(7, 10)), row(Fraction(3, 10))], [7_000, 3_000]),
        (
            [row(THIRD), row(THIRD), row(THIRD, Y15, Y20), row(THIRD, Y20)],
            [3_334, 3_333, 3_333, 3_333],
        ),
        (
            [row(THIRD, Y15, Y20), row(THIRD), row(THIRD), row(THIRD, Y20)],
            [3_334, 3_333, 3_333, 3_334],
        ),
        ([row(None, Y15, Y20), row(None, Y20), row(None, Y20)], [10_000, 5_000, 5_000]),
    ],
)
def test_shares_in_basis_points(rows: list[OwnerRow], bps: list[int]) -> None:
    assert shares_in_bps(rows) == bps


@given(st.lists(st.integers(1, 97), min_size=1, max_size=20))
@settings(max_examples=60)
def test_shares_of_those_together_are_the_whole(weights: list[int]) -> None:
    rows = [row(Fraction(weight, sum(weights))) for weight in weights]
    assert sum(shares_in_bps(rows)) == 10_000
