"""What a new list of a home's owners changes in the old one; history is never lost. R2.4, R2.7.

An export lists a home's owners anew. Who was there before and is missing has sold: the span ends
where the next owner's begins. A span that had ended stays as it is.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import lcm
from typing import Generic, TypeVar

from rules.imports.rows import OwnerRow
from rules.money import WHOLE_BPS, split

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A span as the list has it; `owner` is any key that is the same for the same owner."""

    owner: str
    from_on: date
    to_on: date | None
    share_bps: int
    representative: bool


@dataclass(frozen=True, slots=True)
class Held(Generic[Id]):
    """A span as the roll has it. `by_papers`: a clerk decided it on papers shown (R2.5)."""

    id: Id
    span: Wanted
    by_papers: bool = False


@dataclass(frozen=True, slots=True)
class Succession(Generic[Id]):
    """What changes: new spans, spans now otherwise, and whether papers stand against the list."""

    opened: list[Wanted] = field(default_factory=list)
    amended: list[tuple[Id, Wanted]] = field(default_factory=list)
    papers_prevail: bool = False


def succeed(held: Sequence[Held[Id]], wanted: Sequence[Wanted], today: date) -> Succession[Id]:
    """The changes that make one home's owners those of the list.

    A home whose owner was recognised on papers, and is not yet in the list, is left alone: the
    list is older than the papers.
    """
    named = {span.owner for span in wanted if span.to_on is None}
    if any(h.by_papers and h.span.to_on is None and h.span.owner not in named for h in held):
        return Succession(papers_prevail=True)
    changes: Succession[Id] = Succession()
    pairs, gone, new = _matched(held, wanted)
    for old, span in pairs:
        if old.span != span:
            changes.amended.append((old.id, span))
    for old in gone:
        if old.span.to_on is None:
            changes.amended.append((old.id, _ended(old.span, wanted, today)))
    changes.opened.extend(new)
    return changes


def _matched(
    held: Sequence[Held[Id]], wanted: Sequence[Wanted]
) -> tuple[list[tuple[Held[Id], Wanted]], list[Held[Id]], list[Wanted]]:
    """Spans that are the same one: same owner and first day, else same owner in order of days."""
    pairs: list[tuple[Held[Id], Wanted]] = []
    exact = {(span.owner, span.from_on): span for span in wanted}
    left: list[Held[Id]] = []
    for old in held:
        span = exact.pop((old.span.owner, old.span.from_on), None)
        if span is None:
            left.append(old)
        else:
            pairs.append((old, span))
    by_owner: dict[str, list[Wanted]] = defaultdict(list)
    for span in sorted(exact.values(), key=lambda one: one.from_on, reverse=True):
        by_owner[span.owner].append(span)
    gone: list[Held[Id]] = []
    for old in sorted(left, key=lambda one: one.span.from_on):
        # A span that had ended and one that begins later are two spans, not a correction.
        if by_owner[old.span.owner] and old.span.to_on is None:
            pairs.append((old, by_owner[old.span.owner].pop()))
        else:
            gone.append(old)
    return pairs, gone, [span for spans in by_owner.values() for span in spans]


def _ended(span: Wanted, wanted: Iterable[Wanted], today: date) -> Wanted:
    later = [one.from_on for one in wanted if one.from_on > span.from_on]
    end = min(later, default=max(today, span.from_on + timedelta(days=1)))
    return Wanted(span.owner, span.from_on, end, span.share_bps, False)


def shares_in_bps(rows: Sequence[OwnerRow]) -> list[int]:
    """Each row's share in basis points; those who own together have exactly 10,000. R3.7.

    The rows are one home's and were checked: without shares, those together have equal parts.
    """
    given: dict[int, int] = {}
    for start in sorted({row.from_on for row in rows}):
        together = [
            place
            for place, row in enumerate(rows)
            if row.from_on <= start and (row.to_on is None or start < row.to_on)
        ]
        new = [place for place in together if place not in given]
        left = WHOLE_BPS - sum(given[place] for place in together if place in given)
        given.update(split(left, _weights({place: rows[place].share for place in new})))
    return [max(given[place], 1) for place in range(len(rows))]


def _weights(shares: Mapping[int, Fraction | None]) -> dict[int, int]:
    parts = {place: share or Fraction(1) for place, share in shares.items()}
    whole = lcm(*(part.denominator for part in parts.values()))
    return {place: int(part * whole) for place, part in parts.items()}
