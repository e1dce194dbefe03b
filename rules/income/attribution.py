"""Whose income it is: by balance x days (积数), to the fen. R4.6."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple

from rules.money import Id, parted
from rules.refusals.books import WeightsMissing

# A balance changes by so many fen from a day on; None is before everything.
Change = tuple[date | None, int]


def balance_days(changes: Sequence[Change], from_on: date, to_on: date) -> int:
    """The balance of each day of [from_on, to_on) added up, in fen x days. R4.6.

    A change counts from its own day on; one without a day was there before.
    """
    total = 0
    for on, change_fen in changes:
        begin = from_on if on is None or on < from_on else on
        if begin < to_on:
            total += change_fen * (to_on - begin).days
    return total


class Cut(NamedTuple, Generic[Id]):
    """What it takes to compute one part by itself: of the sum it gets the whole fen of
    sum x its weight / `weight`, and one more when its remainder is above `remainder`, or is that
    very remainder and its id not above `id`. No fen were left over when both are None. R3.7."""

    weight: int
    remainder: int | None
    id: Id | None


@dataclass(frozen=True)
class Attribution(Generic[Id]):
    """A sum split by weights: the parts in fen, all weights together, the fen that were left over
    and went by remainder, and the last of those who got one: its remainder and its id."""

    parts: dict[Id, int]
    weight: int
    left_fen: int
    cut_remainder: int | None
    cut_id: Id | None

    @property
    def cut(self) -> Cut[Id]:
        """What anybody needs who computes one part."""
        return Cut(self.weight, self.cut_remainder, self.cut_id)


class Part(NamedTuple):
    """One part, and how it came to be: whole fen, remainder (of the weight), 1 if one was added."""

    fen: int
    quotient: int
    remainder: int
    extra: int


def attribute(total_fen: int, weights: Mapping[Id, int]) -> Attribution[Id]:
    """The sum in proportion to the weights, by largest remainder, ties to the lower id. R3.7, R4.6.

    As `rules.money.split`, with what is needed to repeat it for one id. A weight below zero counts
    as zero; a negative sum is split as its positive mirror. WeightsMissing when no weight is left.
    """
    ids = sorted(weights)
    counted = [weights[one] for one in ids]
    if counted and min(counted) < 0:
        counted = [max(0, weight) for weight in counted]
    if not any(counted):
        raise WeightsMissing
    parts, cut = parted(abs(total_fen), counted)
    last = None if cut.place is None else ids[cut.place]
    if total_fen < 0:
        parts = [-part for part in parts]
    shares = dict(zip(ids, parts, strict=True))
    return Attribution(shares, cut.whole, cut.left, cut.remainder, last)


def part_by_cut(total_fen: int, weight_of_one: int, cut: Cut[Id], one: Id) -> Part:
    """One part, from the sum, its own weight and the stored cut alone. R3.7, R4.7.

    Quotient and remainder are those of the positive sum; a negative sum gives a negative part.
    """
    quotient, remainder = divmod(abs(total_fen) * max(0, weight_of_one), cut.weight)
    extra = 0
    if cut.remainder is not None and cut.id is not None:
        ahead = remainder > cut.remainder
        level = remainder == cut.remainder and not cut.id < one
        extra = int(ahead or level)
    fen = quotient + extra
    return Part(-fen if total_fen < 0 else fen, quotient, remainder, extra)
