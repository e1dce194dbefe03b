"""A year's settlements given to the scopes, one after the other, with running sums. R4.6, R3.7.

Nothing is stored here; it runs in a thread beside the transaction that keeps what it finds.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from operator import add, sub
from typing import Any
from uuid import UUID

from models.income.gathering import Attributed, Due, ScopeSum
from models.income.weights import Changes, weigh
from rules.income import slices
from rules.money import Cut, parted


class NoWeight(Exception):
    """No home had any money during this settlement's period, so nobody can be given its sum."""

    def __init__(self, due: Due) -> None:
        super().__init__(due.code)
        self.due = due


@dataclass
class Distribution:
    """The shares of all scopes in all settlements, as sums; `first_on` is day 0 of the changes."""

    changes: Changes
    first_on: date
    shares: list[int] = field(init=False)
    earned: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.shares = [0] * len(self.changes.scopes)
        self.earned = defaultdict(lambda: [0] * len(self.changes.scopes))

    def run(self, dues: Sequence[Due]) -> Iterator[Attributed]:
        """Each settlement as it is given to the scopes, by the end of its period.

        Raises NoWeight where there is a sum and nobody to give it to.
        """
        waiting: dict[tuple[int, int], list[Due]] = defaultdict(list)
        for due in dues:
            waiting[self._day(due.from_on), self._day(due.to_on)].append(due)
        for period, weights in weigh(self.changes, waiting):
            for due in waiting[period]:
                yield self._given(due, weights)

    def _day(self, on: date) -> int:
        return (on - self.first_on).days

    def _given(self, due: Due, weights: list[int]) -> Attributed:
        whole = sum(weights)
        if not whole:
            if due.income_fen or due.benchmark_fen:
                raise NoWeight(due)
            return Attributed(due, 0, 0, None, None, [])
        parts, cut = parted(abs(due.income_fen), weights)
        slices = self._sliced(due, parts)
        signed = -due.sign if due.income_fen < 0 else due.sign
        self.shares = _added(self.shares, signed, parts)
        return Attributed(due, whole, cut.left, cut.remainder, self._scope(cut), slices)

    def _sliced(self, due: Due, parts: list[int]) -> list[dict[str, Any]]:
        """The parts cut by years: each year's slice over what remains of them, the last year
        takes the rest, so that both every slice and every part is whole. R4.5."""
        negative = due.income_fen < 0
        signed = -due.sign if negative else due.sign
        left = parts
        kept = []
        years = slices(due.income_fen, due.from_on, due.earned_to)
        for year, slice_fen in years.items():
            row: dict[str, Any] = {"year": year, "income_fen": slice_fen}
            taken = left
            if year < max(years) and any(left):
                taken, cut = parted(abs(slice_fen), left)
                left = list(map(sub, left, taken))
                scope_id = self._scope(cut)
                row |= {"whole": cut.whole, "left": cut.left, "cut_remainder": cut.remainder}
                row |= {"cut_scope_id": None if scope_id is None else str(scope_id)}
            self.earned[year] = _added(self.earned[year], signed, taken)
            kept.append(row)
        return kept

    def _scope(self, cut: Cut) -> UUID | None:
        return None if cut.place is None else self.changes.scopes[cut.place]

    def sums(self, brought: Mapping[UUID, int]) -> list[ScopeSum]:
        """Every scope's sum, with what it brings from an earlier year."""
        found = []
        for place, scope_id in enumerate(self.changes.scopes):
            earned = {str(y): each[place] for y, each in sorted(self.earned.items()) if each[place]}
            found.append(ScopeSum(scope_id, self.shares[place], brought.get(scope_id, 0), earned))
        known = set(self.changes.scopes)
        found += [ScopeSum(key, 0, fen, {}) for key, fen in brought.items() if key not in known]
        return found


def _added(sums: list[int], sign: int, parts: list[int]) -> list[int]:
    return list(map(add if sign > 0 else sub, sums, parts))


def some(found: Iterator[Attributed], most: int) -> list[Attributed]:
    """The next few, at most so many; none at the end."""
    return list(islice(found, most))
