"""How one share of a year can be computed again by itself: a scope's of a settlement, a home's of
the year's interest. R3.7, R4.5 to R4.8.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from rules.income.attribution import Change, Cut, Part, balance_days, part_by_cut


@dataclass(frozen=True)
class Stretch:
    """Days [from_on, to_on) of one balance, in fen."""

    from_on: date
    to_on: date
    balance_fen: int

    @property
    def days(self) -> int:
        """How many."""
        return (self.to_on - self.from_on).days


def stretches(changes: Sequence[Change], from_on: date, to_on: date) -> list[Stretch]:
    """The balance in the period, a line for each time it is another one."""
    days = sorted({from_on, *(on for on, _ in changes if on and from_on < on < to_on), to_on})
    return [
        Stretch(begin, end, sum(fen for on, fen in changes if on is None or on <= begin))
        for begin, end in pairwise(days)
    ]


@dataclass(frozen=True)
class Share:
    """A scope's part of one settlement: its weight, how the part came to be (`part` is of the
    unsigned income), and the part by calendar year, signed, in fen."""

    weight: int
    part: Part
    share_fen: int
    years: list[tuple[int, int, int]]
    """Year, the settlement's slice and the scope's part of it, both signed."""


def share(deposit: Mapping[str, Any], changes: Sequence[Change], scope_id: UUID) -> Share:
    """The scope's share, from the kept cut and its own balances alone. R3.7, R4.5, R4.6."""
    weight = max(0, balance_days(changes, deposit["from_on"], deposit["to_on"]))
    income, sign, whole = deposit["value_added_fen"], deposit["sign"], int(deposit["weight"])
    if not whole:
        return Share(0, Part(0, 0, 0, 0), 0, [])
    kept = deposit["cut_remainder"]
    cut = Cut(whole, None if kept is None else int(kept), deposit["cut_scope_id"])
    part = part_by_cut(income, weight, cut, scope_id)
    return Share(weight, part, sign * part.fen, list(_by_year(deposit, part.fen, scope_id)))


def _by_year(
    deposit: Mapping[str, Any], fen: int, scope_id: UUID
) -> Sequence[tuple[int, int, int]]:
    negative, left, found = fen < 0, abs(fen), []
    sign = -deposit["sign"] if negative else deposit["sign"]
    for row in deposit["slices"]:
        taken = left
        if "whole" in row:
            key = row["cut_scope_id"]
            cut = Cut(row["whole"], row["cut_remainder"], None if key is None else UUID(key))
            taken = part_by_cut(abs(row["income_fen"]), left, cut, scope_id).fen
        left -= taken
        found.append((row["year"], deposit["sign"] * row["income_fen"], sign * taken))
    return found


def gains(
    changes: Sequence[Change], known: Sequence[tuple[date, int]]
) -> list[tuple[date | None, int, int]]:
    """Each change with what one fen earned from its day to the end of the factors."""
    if not known:
        return [(on, fen, 0) for on, fen in changes]
    by_day, end = dict(known), known[-1][1]
    first_on = known[0][0]
    return [
        (on, fen, end - (0 if on is None or on <= first_on else by_day.get(on, end)))
        for on, fen in changes
    ]


@dataclass(frozen=True, slots=True)
class InterestCut:
    """How a year's interest is split: `total_fen` over `weight`, one fen more for the homes whose
    remainder is above `remainder`, and at it for those up to `home_id`; `paid` homes get at least
    a fen. Weights are in units of 10^-24 fen."""

    total_fen: int
    weight: int
    homes: int
    left_fen: int
    remainder: int | None
    home_id: UUID | None
    paid: int

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "InterestCut":
        """From what `kept` gave."""
        return cls(
            kept["total_fen"],
            int(kept["weight"]),
            kept["homes"],
            kept["left_fen"],
            None if kept["remainder"] is None else int(kept["remainder"]),
            None if kept["home_id"] is None else UUID(kept["home_id"]),
            kept["paid"],
        )

    def kept(self) -> dict[str, Any]:
        """For a JSON column: what may be beyond 2^53 as text."""
        return {
            "total_fen": self.total_fen,
            "weight": str(self.weight),
            "homes": self.homes,
            "left_fen": self.left_fen,
            "remainder": None if self.remainder is None else str(self.remainder),
            "home_id": None if self.home_id is None else str(self.home_id),
            "paid": self.paid,
        }

    def part_fen(self, home_id: UUID, weight: int) -> int:
        """What a home of this weight gets, in fen. R3.7."""
        if weight <= 0 or self.total_fen <= 0:
            return 0
        fen, rest = divmod(self.total_fen * weight, self.weight)
        if self.remainder is None or self.home_id is None:
            return fen
        return fen + ((-rest, home_id) <= (-self.remainder, self.home_id))
