"""When the outcome of a vote can no longer change. R8.1.

Whatever those say who have not spoken yet, while every ballot given stands: is the outcome the
same? Each of the four comparisons is a sum over heads or homes, so its least and its greatest
value are sums of least and greatest parts. The vote is certain to pass when all four hold at their
least, and certain to fail when one of them fails at its greatest. "Passed" is therefore told as
soon as it is true. "Failed" may be told later than it is true where one more ballot would help one
comparison and harm another (a home half of whose owners have spoken; heads not counted when split):
never too early. Where silent owners may follow the majority, either side is allowed for each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from rules.money import Id
from rules.parameters import Threshold
from rules.roll import Totals
from rules.votes.counting import BIT, Settled, Sheet
from rules.votes.roll import RollHome
from rules.votes.terms import Terms

Outcome = Literal["passed", "failed"]


# What a home may come to, or a head, as bits: a choice, or nothing (silent, or in conflict).
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


def certainty(total: Totals, sheet: Sheet[Id], terms: Terms) -> Outcome | None:
    """The outcome that is certain already, None while both are possible."""
    heads, areas = _possible(sheet, terms)
    by_heads = [(_of_head(one, terms), times) for one, times in heads.items()]
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


def _possible(sheet: Sheet[Id], terms: Terms) -> tuple[dict[_Head, int], dict[int, int]]:
    """How many heads may come to the same, and how much area. R8.4."""
    one_mind = [_ANY | _NOTHING] * sheet.heads
    union, speaking = [0] * sheet.heads, [0] * sheet.heads
    areas: dict[int, int] = defaultdict(int)
    for home, heard, head in sheet.rows():
        bits = _open(home, heard, terms)
        areas[bits] += home.area_cm2
        # A home that may say nothing is no obstacle to what the head's others say.
        one_mind[head] &= bits | _ANY if bits & _NOTHING else bits
        union[head] |= bits & _ANY
        speaking[head] += bits != _NOTHING
    heads: dict[_Head, int] = defaultdict(int)
    for found in Counter(zip(one_mind, union, speaking, strict=True)).items():
        (mind, said, homes), times = found
        heads[_Head(mind & (said | _NOTHING), homes > 1 and said.bit_count() > 1)] += times
    return heads, areas


def _holds(threshold: Threshold, margin: int) -> bool:
    return margin > 0 if threshold.exceed else margin >= 0


def _open(home: RollHome[Id], known: Settled | None, terms: Terms) -> int:
    """What a home may come to."""
    if known is None:
        follows = terms.silence == "follows_majority"
        spoken = _ANY if home.owners else BIT["agree"] | BIT["against"] if follows else 0
        return spoken | _NOTHING
    if known.choice is None:
        return _NOTHING
    return BIT[known.choice] | (_NOTHING if known.waiting else 0)


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
    if bits & BIT["agree"]:
        parts.append((1, denominator - numerator))
    if bits & (BIT["against"] | BIT["abstain"]):
        parts.append((1, -numerator))
    return parts
