"""When the outcome of a vote can no longer change. R8.1.

Asked is: whatever those say who have not spoken yet, while every word given stands, is the outcome
the same? Each of the four comparisons is a sum over heads or homes, so its least and its greatest
value are sums of least and greatest parts. The vote is certain to pass when all four hold at their
least, and certain to fail when one of them fails at its greatest. "Passed" is therefore told as
soon as it is true. "Failed" may be told later than it is true where one more word would help one
comparison and harm another (a home half of whose owners have spoken; heads not counted when split):
never too early. Where silent owners may follow the majority, either side is allowed for each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from rules.money import Id
from rules.policy import Threshold
from rules.roll import Totals
from rules.votes.casts import Choice
from rules.votes.counting import Head
from rules.votes.roll import RollHome
from rules.votes.terms import Terms

Outcome = Literal["passed", "failed"]


class Settled(NamedTuple):
    """A home that spoke: what it said, None in conflict; `waiting`: a co-owner may still differ."""

    choice: Choice | None
    waiting: bool


# What a home may come to, or a head, as bits: a choice, or nothing (silent, or in conflict).
_BIT: Mapping[Choice, int] = MappingProxyType({"agree": 1, "against": 2, "abstain": 4})
_ANY, _NOTHING = 7, 8

_Parts = list[tuple[int, int]]
"""What may be added to who took part, and to agreed × denominator - taking part × numerator."""


class _Head(NamedTuple):
    """What a head may come to when its homes are `one_mind` (bits), and whether it may split."""

    one_mind: int
    may_split: bool


class _Range:
    """The least and the greatest value of a sum, part by part."""

    def __init__(self) -> None:
        self.least = self.greatest = 0

    def add(self, values: Iterable[int], times: int) -> None:
        """So many times one of the values."""
        known = list(values)
        self.least += min(known) * times
        self.greatest += max(known) * times


def certainty(
    total: Totals,
    heads: Iterable[Head[Id]],
    settled: Mapping[Id, Settled],
    terms: Terms,
) -> Outcome | None:
    """The outcome that is certain already, None while both are possible."""
    alike: dict[_Head, int] = defaultdict(int)
    areas: dict[int, int] = defaultdict(int)
    for head in heads:
        homes = [(_open(home, settled, terms), home.area_cm2) for home in head.homes]
        alike[_together([bits for bits, _ in homes])] += 1
        for bits, area_cm2 in homes:
            areas[bits] += area_cm2
    by_heads = [(_of_head(one, terms), times) for one, times in alike.items()]
    by_area = [(_each(bits, terms), area_cm2) for bits, area_cm2 in areas.items()]
    margins = []
    for whole, parts in zip(total, (by_heads, by_area), strict=True):
        took_part, agreed = _Range(), _Range()
        for values, times in parts:
            took_part.add((part for part, _ in values), times)
            agreed.add((worth for _, worth in values), times)
        by, needed = terms.participation.denominator, whole * terms.participation.numerator
        least, greatest = took_part.least * by - needed, took_part.greatest * by - needed
        margins.append((terms.participation, least, greatest))
        margins.append((terms.threshold, agreed.least, agreed.greatest))
    if not total.area_cm2 or not all(_holds(one, greatest) for one, _, greatest in margins):
        return "failed"
    return "passed" if all(_holds(one, least) for one, least, _ in margins) else None


def _holds(threshold: Threshold, margin: int) -> bool:
    return margin > 0 if threshold.exceed else margin >= 0


def _open(home: RollHome[Id], settled: Mapping[Id, Settled], terms: Terms) -> int:
    """What a home may come to."""
    known = settled.get(home.home_id)
    if known is None:
        follows = terms.silence == "follows_majority"
        spoken = _ANY if home.owners else _BIT["agree"] | _BIT["against"] if follows else 0
        return spoken | _NOTHING
    if known.choice is None:
        return _NOTHING
    return _BIT[known.choice] | (_NOTHING if known.waiting else 0)


def _together(homes: list[int]) -> _Head:
    """What a head may come to, given what each of its homes may. R8.4."""
    one_mind, union, speaking = _ANY | _NOTHING, 0, 0
    for bits in homes:
        # A home that may say nothing is no obstacle to what the others say.
        one_mind &= bits | _ANY if bits & _NOTHING else bits
        union |= bits & _ANY
        speaking += bits != _NOTHING
    return _Head(one_mind & (union | _NOTHING), speaking > 1 and union.bit_count() > 1)


def _of_head(head: _Head, terms: Terms) -> _Parts:
    parts = _each(head.one_mind, terms)
    if head.may_split:
        counted = terms.split_owner == "neutral_head"
        parts.append((1, -terms.threshold.numerator) if counted else (0, 0))
    return parts


def _each(bits: int, terms: Terms) -> _Parts:
    """What one unit adds in each of the ways."""
    numerator, denominator = terms.threshold.numerator, terms.threshold.denominator
    parts = []
    if bits & _NOTHING:
        parts.append((0, 0))
    if bits & _BIT["agree"]:
        parts.append((1, denominator - numerator))
    if bits & (_BIT["against"] | _BIT["abstain"]):
        parts.append((1, -numerator))
    return parts
