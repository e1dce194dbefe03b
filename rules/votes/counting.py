"""Heads and areas added up choice by choice. R8.1, R8.2, R8.4."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, NamedTuple

from rules.money import Id
from rules.roll import Totals, head_numbers
from rules.votes.casts import CHOICES, Choice
from rules.votes.roll import RollHome
from rules.votes.terms import Terms


class Settled(NamedTuple):
    """A home that spoke: what it said, None in conflict; `waiting`: a co-owner may still differ."""

    choice: Choice | None
    waiting: bool


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Id]):
    """The homes of the roll, and beside each what was heard of it and its head, from 0. R2.2."""

    homes: Sequence[RollHome[Id]]
    heard: Sequence[Settled | None]
    head_of: Sequence[int]
    heads: int

    @classmethod
    def of(cls, homes: Sequence[RollHome[Id]], heard: Sequence[Settled | None]) -> "Sheet[Id]":
        """With the heads found."""
        numbers = head_numbers(homes)
        return cls(homes, heard, [number - 1 for number in numbers], max(numbers, default=0))

    def rows(self) -> Iterator[tuple[RollHome[Id], Settled | None, int]]:
        """Home, what was heard of it, its head."""
        return zip(self.homes, self.heard, self.head_of, strict=True)


BIT: Mapping[Choice, int] = MappingProxyType({"agree": 1, "against": 2, "abstain": 4})


@dataclass(slots=True)
class Count:
    """Heads and areas so far; `split` heads took part for neither side (R8.4)."""

    heads: dict[Choice, int] = field(default_factory=lambda: dict.fromkeys(CHOICES, 0))
    areas: dict[Choice, int] = field(default_factory=lambda: dict.fromkeys(CHOICES, 0))
    split: int = 0
    split_counts: bool = True

    def of(self, choice: Choice) -> Totals:
        """The heads and the area of one choice."""
        return Totals(self.heads[choice], self.areas[choice])

    @property
    def participating(self) -> Totals:
        """Heads and area that took part; who abstains takes part. R8.2."""
        split = self.split if self.split_counts else 0
        return Totals(sum(self.heads.values()) + split, sum(self.areas.values()))

    def leaning(self) -> Choice | None:
        """The side that leads in heads and in area, none on a tie or when the two differ. R8.2."""
        agree, against = self.of("agree"), self.of("against")
        if agree.heads > against.heads and agree.area_cm2 > against.area_cm2:
            return "agree"
        if agree.heads < against.heads and agree.area_cm2 < against.area_cm2:
            return "against"
        return None


def count(sheet: Sheet[Id], terms: Terms) -> Count:
    """What was said, silent owners left out. R8.1, R8.4."""
    found = Count(split_counts=terms.split_owner == "neutral_head")
    said = [0] * sheet.heads
    for home, heard, head in sheet.rows():
        if heard is not None and heard.choice is not None:
            said[head] |= BIT[heard.choice]
            found.areas[heard.choice] += home.area_cm2
    for choice in CHOICES:
        found.heads[choice] = said.count(BIT[choice])
    found.split = sheet.heads - said.count(0) - sum(found.heads.values())
    return found


def follow(found: Count, sheet: Sheet[Id], side: Choice) -> tuple[Id, ...]:
    """Let the silent owners on whom service is proven go with `side`; their homes. R8.2.

    Silent is a head none of whose homes said anything at all; service on one home is service.
    """
    quiet, served = [True] * sheet.heads, [False] * sheet.heads
    for home, heard, head in sheet.rows():
        quiet[head] = quiet[head] and heard is None
        served[head] = served[head] or home.served
    follows = [one and other for one, other in zip(quiet, served, strict=True)]
    homes = [home for home, _, head in sheet.rows() if follows[head]]
    found.heads[side] += sum(follows)
    found.areas[side] += sum(home.area_cm2 for home in homes)
    return tuple(home.home_id for home in homes)
