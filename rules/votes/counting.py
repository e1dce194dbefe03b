"""Heads and areas added up choice by choice. R8.1, R8.2, R8.4."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic

from rules.money import Id
from rules.roll import Totals, head_numbers
from rules.votes.casts import CHOICES, Choice
from rules.votes.roll import RollHome
from rules.votes.terms import Terms


@dataclass(slots=True)
class Head(Generic[Id]):
    """One head of the roll: its homes and what they said. `quiet`: none said anything at all."""

    homes: list[RollHome[Id]] = field(default_factory=list)
    said: set[Choice] = field(default_factory=set)
    quiet: bool = True

    @property
    def served(self) -> bool:
        """Service is proven on the owner, by way of whichever home. R8.2."""
        return any(home.served for home in self.homes)


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


def grouped(
    homes: Iterable[RollHome[Id]], voices: Mapping[Id, Choice], conflicts: set[Id]
) -> list[Head[Id]]:
    """The heads of the roll with what their homes said. R2.2."""
    listed = list(homes)
    heads: list[Head[Id]] = []
    for home, number in zip(listed, head_numbers(listed), strict=True):
        if number > len(heads):
            heads.append(Head())
        head = heads[number - 1]
        head.homes.append(home)
        if choice := voices.get(home.home_id):
            head.said.add(choice)
            head.quiet = False
        elif home.home_id in conflicts:
            head.quiet = False
    return heads


def count(heads: Iterable[Head[Id]], voices: Mapping[Id, Choice], terms: Terms) -> Count:
    """What was said, silent owners left out. R8.1, R8.4."""
    found = Count(split_counts=terms.split_owner == "neutral_head")
    for head in heads:
        if len(head.said) == 1:
            found.heads[next(iter(head.said))] += 1
        elif head.said:
            found.split += 1
        for home in head.homes:
            if choice := voices.get(home.home_id):
                found.areas[choice] += home.area_cm2
    return found


def follow(found: Count, heads: Iterable[Head[Id]], side: Choice) -> list[Id]:
    """Let the silent owners on whom service is proven go with `side`; their homes. R8.2."""
    followed: list[Id] = []
    for head in heads:
        if head.quiet and head.served:
            found.heads[side] += 1
            for home in head.homes:
                found.areas[side] += home.area_cm2
                followed.append(home.home_id)
    return followed
