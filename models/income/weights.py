"""Balance x days of every scope for many periods at once. R4.6.

One pass over the days: what a scope has gathered up to a day grows by its balance every day, and
a period's weight is what it has gathered at the end less what it had at the beginning. Twenty
thousand scopes and two thousand settlements are forty million shares; none of them is kept.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import sub
from typing import Any
from uuid import UUID

Amounts = Sequence[int]


@dataclass(frozen=True)
class Changes:
    """Scopes by ascending id, and by day the places and amounts by which balances change."""

    scopes: Sequence[UUID]
    on: Mapping[int, Sequence[tuple[int, int]]]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> "Changes":
        """From rows of `scope_id`, `days` and `changes`, by ascending scope."""
        scopes: list[UUID] = []
        on: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place, row in enumerate(rows):
            scopes.append(row["scope_id"])
            for day, change_fen in zip(row["days"], row["changes"], strict=True):
                on[day].append((place, change_fen))
        return cls(scopes, on)


def weigh(
    changes: Changes, periods: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], list[int]]]:
    """Each different period [from, to) with the weight of every scope in it, by its end.

    A weight is fen x days; one below zero counts as zero.
    """
    begins: dict[int, list[int]] = defaultdict(list)
    for begin, end in set(periods):
        begins[end].append(begin)
    wanted = {begin for each in begins.values() for begin in each}
    kept: dict[int, Amounts] = {}
    last_use = {begin: max(end for end in begins if begin in begins[end]) for begin in wanted}
    for day, gathered in _gathered(changes, sorted(wanted | begins.keys())):
        if day in wanted:
            kept[day] = _compact(gathered)
        for begin in sorted(begins.get(day, ())):
            yield (begin, day), _positive(map(sub, gathered, kept[begin]))
            if last_use[begin] == day:
                del kept[begin]


def _positive(weights: Iterable[int]) -> list[int]:
    return [weight if weight > 0 else 0 for weight in weights]


def _gathered(changes: Changes, days: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each of the days, ascending, with what every scope has gathered by its beginning."""
    balances = [0] * len(changes.scopes)
    gathered = [0] * len(changes.scopes)
    changing = sorted(changes.on)
    done, before = 0, days[0] if days else 0
    for day in days:
        span = day - before
        if span:
            gathered = [sum_ + fen * span for sum_, fen in zip(gathered, balances, strict=True)]
        # A change counts from its day on: what falls between two days counts for the rest of it.
        while done < len(changing) and changing[done] <= day:
            for place, change_fen in changes.on[changing[done]]:
                balances[place] += change_fen
                if changing[done] > before:
                    gathered[place] += change_fen * (day - changing[done])
            done += 1
        before = day
        yield day, gathered


def _compact(amounts: list[int]) -> Amounts:
    try:
        return array("q", amounts)
    except OverflowError:
        return list(amounts)
