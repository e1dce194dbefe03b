"""Who owns, speaks and acts at a moment, on the days on which it changes. R2.2 to R2.5, R5.1."""

from datetime import UTC, date, datetime

import pytest

from rules.days import BEIJING
from rules.standing import (
    Appointed,
    Bound,
    Placed,
    Span,
    Speaker,
    acting,
    owned_at,
    scopes_of,
    speakers,
)


def noon(month: int, day: int) -> datetime:
    return datetime(2025, month, day, 12, 0, tzinfo=BEIJING)


def test_ownership_of_a_moment() -> None:
    """R2.4: on the day of the sale the home is the buyers'; the day is Beijing's."""
    sold_on = date(2025, 3, 1)
    spans = [
        Span("a", "h1", date(2020, 1, 1), sold_on),
        Span("b", "h1", sold_on),
        Span("c", "h1", sold_on),
        Span("a", "h2", date(2020, 1, 1), None),
        Span("d", "h3", date(2025, 3, 2)),
    ]
    last = datetime(2025, 2, 28, 23, 59, 59, 999_999, BEIJING)
    assert owned_at(spans, last) == {"h1": {"a"}, "h2": {"a"}}
    first = datetime(2025, 2, 28, 16, 0, tzinfo=UTC)
    assert owned_at(spans, first) == {"h1": {"b", "c"}, "h2": {"a"}}
    assert owned_at(spans, datetime(2019, 12, 31, tzinfo=BEIJING)) == {}
    with pytest.raises(ValueError, match="时区"):
        owned_at(spans, datetime(2025, 3, 1))


def test_who_is_bound_speaks_as_an_owner_of_the_day() -> None:
    """R2.5: an ended binding, or one to a home that was sold, speaks for nobody."""
    owners = {"h1": frozenset({"a", "b"})}
    bindings = [
        Bound("p", "h1", "a"),
        Bound("q", "h1", "b", ended=True),
        Bound("r", "h1", "sold"),
        Bound("p", "h2", "a"),
    ]
    assert speakers(bindings, owners) == {Speaker("p", "h1", "a")}


def test_what_does_not_count_gives_no_scope() -> None:
    """R2.2: a car space opens nothing, also where another home of the same person does."""
    speaking = [Speaker("p", "home", "a"), Speaker("p", "car", "a"), Speaker("q", "car", "b")]
    homes = {
        "home": Placed("home", frozenset({"unit", "building before"})),
        "car": Placed("car", frozenset({"garage"}), counts=False),
    }
    assert scopes_of(speaking, homes) == {"p": {"unit", "building before"}}


@pytest.mark.parametrize(
    ("moment", "acts"),
    [
        (noon(2, 28), {}),
        (noon(3, 1), {"p": {("c", "committee", "body")}}),
        (noon(3, 31), {"p": {("c", "committee", "body")}}),
        (noon(4, 1), {}),
    ],
)
def test_an_appointment_holds_from_its_first_day_to_its_last(moment, acts) -> None:
    """R5.1; what was never approved, or was ended, holds never."""
    term = {"from_on": date(2025, 3, 1), "to_on": date(2025, 3, 31)}
    papers = [
        Appointed("p", "c", "committee", "body", **term),
        Appointed("q", "c", "manager", "body", **term, approved=False),
        Appointed("r", "c", "manager", "body", **term, ended=True),
    ]
    assert acting(papers, moment) == acts
