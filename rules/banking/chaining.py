"""Statements of one account one after the other: what overlaps, what is missing, what it had. R3.9.

Files overlap: whoever exports on the twentieth and again at the end of the month has twenty days
twice, and on the twentieth itself the first file may end at noon. So a statement speaks for every
day of its span but is known to be complete only before its last one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from rules.banking.statements import Fault, Line
from rules.money import yuan

_DAY = timedelta(days=1)
Key = tuple[bytes, int]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days of a statement, both included, and what the bank had before and after them."""

    from_on: date
    to_on: date
    opening_fen: int
    closing_fen: int

    def completes(self, on: date) -> bool:
        """Whether the statement surely has every line of that day."""
        return self.from_on <= on < self.to_on


@dataclass(frozen=True, slots=True)
class Gap:
    """The balance changed by `amount_fen` between two statements without a line: what is missing
    comes before the day `on`."""

    on: date
    amount_fen: int


class BankSide:
    """What the bank had at the end of each day, by its statements and the sums of their lines."""

    def __init__(self, spans: Iterable[Span], sums: Mapping[date, int]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.from_on for span in self.spans]
        self._days = sorted(sums)
        self._until = [0, *accumulate(sums[day] for day in self._days)]
        jumps = (
            Gap(span.from_on, span.opening_fen - self._by(before, span.from_on - _DAY))
            for before, span in pairwise(self.spans)
        )
        self.gaps = [gap for gap in jumps if gap.amount_fen]

    @property
    def first_on(self) -> date | None:
        """The first day that a statement speaks for; None before the first statement."""
        return self._starts[0] if self._starts else None

    @property
    def last_on(self) -> date | None:
        """The last day that a statement speaks for."""
        return max((span.to_on for span in self.spans), default=None)

    @property
    def opening_fen(self) -> int:
        """What the bank had before the first statement."""
        return self.spans[0].opening_fen if self.spans else 0

    def at(self, on: date) -> int:
        """What the bank had at the end of the day, by the last statement begun until then.

        On the eve of the first statement its opening balance; of days before nothing is known.
        """
        place = bisect_right(self._starts, on)
        if place:
            return self._by(self.spans[place - 1], on)
        return self.opening_fen if self.begins_by(on) else 0

    def begins_by(self, on: date) -> bool:
        """Whether the balance is known at the end of the day or of an earlier one."""
        return self.first_on is not None and on >= self.first_on - _DAY

    def covers(self, from_on: date, to_on: date) -> bool:
        """Whether every line up to `to_on` is known, and the balance on the eve of `from_on`.

        Days without a statement are covered when the balance before and after them is the same.
        An account whose first statement begins with nothing was opened then.
        """
        if not self.spans or not self.last_on or self.last_on < to_on:
            return False
        begun = self.spans[0].from_on <= from_on
        opened = not self.opening_fen and self.spans[0].from_on <= to_on
        return (begun or opened) and not any(gap.on <= to_on for gap in self.gaps)

    def _by(self, span: Span, on: date) -> int:
        first, last = bisect_left(self._days, span.from_on), bisect_right(self._days, on)
        return span.opening_fen + self._until[max(first, last)] - self._until[first]


@dataclass(frozen=True, slots=True)
class Merged:
    """A statement laid upon those taken before: its new lines, how many were known, what
    contradicts them, and the gaps there would be that there were not."""

    fresh: tuple[Line, ...]
    known: int
    faults: tuple[Fault, ...]
    gaps: tuple[Gap, ...]


def merge(
    span: Span,
    lines: Sequence[Line],
    taken: Sequence[Span],
    stored: Mapping[Key, date],
    sums: Mapping[date, int],
) -> Merged:
    """Lay a statement upon the taken ones.

    `stored` are the lines known of the statement's days, `sums` of all known lines a day.
    """
    keys = {(line.digest, line.nth): line for line in lines}
    fresh = tuple(line for key, line in keys.items() if key not in stored)
    faults = [
        Fault(line.row, "这一天的流水已由另一份对账单入库，其中没有这一笔")
        for line in fresh
        if any(before.completes(line.on) for before in taken)
    ]
    faults += [
        Fault(0, f"已入库的 {on} 的一笔流水在本对账单中没有")
        for key, on in stored.items()
        if key not in keys and span.completes(on)
    ]
    after = dict(sums)
    for line in fresh:
        after[line.on] = after.get(line.on, 0) + line.amount_fen
    before, now = BankSide(taken, sums), BankSide([*taken, span], after)
    faults += _openings(span, taken, now)
    known = {(gap.on, gap.amount_fen) for gap in before.gaps}
    gaps = tuple(gap for gap in now.gaps if (gap.on, gap.amount_fen) not in known)
    return Merged(fresh, len(lines) - len(fresh), tuple(faults), gaps)


def _openings(span: Span, taken: Sequence[Span], now: BankSide) -> Iterable[Fault]:
    """A statement that begins within another one must begin with what that one had."""
    begun = {before.opening_fen for before in taken if before.from_on == span.from_on}
    for gap in now.gaps:
        eve = gap.on - _DAY
        inside = span.completes(eve) or any(before.completes(eve) for before in taken)
        touches = gap.on == span.from_on or span.completes(eve)
        if touches and (inside or (gap.on == span.from_on and begun - {span.opening_fen})):
            yield Fault(0, f"{gap.on} 之前的余额与另一份对账单相差 {yuan(gap.amount_fen)}")
