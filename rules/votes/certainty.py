"""When the outcome of a vote can no longer change. R8.1.

Asked is: whatever those say who have not spoken yet, while every word given stands, is the outcome
the same? Each of the four comparisons is a sum over heads or homes, so its least and its greatest
value are sums of least and greatest parts. The vote is certain to pass when all four hold at their
least, and certain to fail when one of them fails at its greatest. "Passed" is therefore told as
soon as it is true. "Failed" may be told later than it is true where one more word would help one
comparison and harm another (a home half of whose owners have spoken; heads not counted when split):
never too early. Where silent owners may follow the majority, either side is allowed for each.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from rules.money import Id
from rules.policy import Threshold
from rules.roll import Totals
from rules.votes.casts import CHOICES, Choice
from rules.votes.counting import Head
from rules.votes.roll import RollHome
from rules.votes.terms import Terms

Outcome = Literal["passed", "failed"]


class Settled(NamedTuple):
    """A home that spoke: what it said, None in conflict; `waiting`: a co-owner may still differ."""

    choice: Choice | None
    waiting: bool


class _Open(NamedTuple):
    """What a home may come to: one of `choices`, or `quiet` (silent or in conflict)."""

    choices: frozenset[Choice]
    quiet: bool


class _Range:
    """The least and the greatest value of a sum, part by part."""

    def __init__(self) -> None:
        self.least = self.greatest = 0

    def add(self, values: list[int]) -> None:
        self.least += min(values)
        self.greatest += max(values)


_ANY = frozenset(CHOICES)
_NONE: frozenset[Choice] = frozenset()
_SIDES: frozenset[Choice] = frozenset({"agree", "against"})


def certainty(
    total: Totals,
    heads: Iterable[Head[Id]],
    settled: Mapping[Id, Settled],
    terms: Terms,
) -> Outcome | None:
    """The outcome that is certain already, None while both are possible."""
    took_part = _Range(), _Range()
    agreed = _Range(), _Range()
    for head in heads:
        allowed = [_open(home, settled.get(home.home_id), terms) for home in head.homes]
        _add_head(took_part[0], agreed[0], allowed, terms)
        for home, one in zip(head.homes, allowed, strict=True):
            _add_area(took_part[1], agreed[1], home.area_cm2, one, terms)
    shares = []
    for part, whole in zip(took_part, total, strict=True):
        needed = whole * terms.participation.numerator
        by = terms.participation.denominator
        shares.append((terms.participation, part.least * by - needed, part.greatest * by - needed))
    for both in agreed:
        shares.append((terms.threshold, both.least, both.greatest))
    if not total.area_cm2 or any(not _holds(one, greatest) for one, _, greatest in shares):
        return "failed"
    return "passed" if all(_holds(one, least) for one, least, _ in shares) else None


def _holds(threshold: Threshold, margin: int) -> bool:
    return margin > 0 if threshold.exceed else margin >= 0


def _open(home: RollHome[Id], settled: Settled | None, terms: Terms) -> _Open:
    if settled is not None:
        choices = frozenset({settled.choice}) if settled.choice else _NONE
        return _Open(choices, settled.waiting or settled.choice is None)
    if home.speakers:
        return _Open(_ANY, True)
    return _Open(_SIDES if terms.silence == "follows_majority" else _NONE, True)


def _worth(choice: Choice, terms: Terms) -> int:
    """What one unit of this choice adds to agreed × denominator - participating × numerator."""
    numerator, denominator = terms.threshold.numerator, terms.threshold.denominator
    return denominator - numerator if choice == "agree" else -numerator


def _add_head(took_part: _Range, agreed: _Range, allowed: list[_Open], terms: Terms) -> None:
    """What the head may add: silent, of one mind in each way possible, or split. R8.4."""
    parts: list[tuple[int, int]] = []
    if all(one.quiet for one in allowed):
        parts.append((0, 0))
    speaking = [one for one in allowed if one.choices]
    possible = frozenset[Choice]().union(*(one.choices for one in speaking))
    for choice in possible:
        if all(one.quiet or choice in one.choices for one in allowed):
            parts.append((1, _worth(choice, terms)))
    if len(speaking) > 1 and len(possible) > 1:
        counted = terms.split_owner == "neutral_head"
        parts.append((1, _worth("abstain", terms)) if counted else (0, 0))
    took_part.add([part for part, _ in parts])
    agreed.add([worth for _, worth in parts])


def _add_area(
    took_part: _Range, agreed: _Range, area_cm2: int, allowed: _Open, terms: Terms
) -> None:
    values = [(area_cm2, area_cm2 * _worth(choice, terms)) for choice in allowed.choices]
    if allowed.quiet:
        values.append((0, 0))
    took_part.add([part for part, _ in values])
    agreed.add([worth for _, worth in values])
