"""Which lines of the bank and which postings of the books are the same money. R3.9.

Only proposals are made here. A proposal is `sure` when neither side could be anything else on the
same ground: those may be matched without a person, the others are for a person to choose from.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

# The bank and the books may be some days apart: weekends, evenings, paper in the post.
NEAR = timedelta(days=5)
# Of several candidates on weaker grounds so many are shown for a line.
CANDIDATES_MAX = 5
# Lines or postings of one group that are added up; a larger one is for a person.
GROUP_MAX = 500
_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z\-]{3,}")


class MatchBasis(StrEnum):
    """认定为同一笔钱的依据，由强到弱。"""

    REFERENCE = "reference"  # amount, day, and a number that both name
    DAY = "day"  # amount and day
    GROUP = "group"  # one on one side is the sum of several on the other
    NEAR = "near"  # amount, a few days apart
    REVERSAL = "reversal"  # a journal and its reversal, nothing at the bank
    OPENING = "opening"  # the opening balance of the first statement
    HAND = "hand"  # a person said so


@dataclass(frozen=True, slots=True)
class Item:
    """A line or a posting that nothing is matched with: positive came in.

    `texts` is where numbers of vouchers, advices and batches are looked for. `groups` names what
    it is a part of (a journal, a batch, a day's reference); `reverses` links the two sides of a
    reversal by the journal reversed.
    """

    id: UUID
    on: date
    amount_fen: int
    texts: tuple[str, ...] = ()
    groups: tuple[Hashable, ...] = ()
    reverses: UUID | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """These lines may be these postings."""

    basis: MatchBasis
    sure: bool
    lines: tuple[Item, ...]
    entries: tuple[Item, ...]

    @property
    def on(self) -> date:
        """The first day of it."""
        return min(item.on for item in (*self.lines, *self.entries))

    @property
    def until(self) -> date:
        """The last day of it."""
        return max(item.on for item in (*self.lines, *self.entries))


def tokens(item: Item) -> frozenset[str]:
    """The numbers that a line or a posting names: four characters or more with a digit."""
    found = (word for text in item.texts for word in _TOKEN.findall(text))
    return frozenset(word.lower() for word in found if any(char.isdigit() for char in word))


class _Open:
    """What no sure proposal has used yet; ordered by day and id, so that input order is nothing."""

    def __init__(self, items: Iterable[Item]) -> None:
        ordered = sorted(items, key=lambda item: (item.on, item.id))
        self.items: dict[UUID, Item] = {item.id: item for item in ordered}

    def use(self, items: Iterable[Item]) -> None:
        for item in items:
            del self.items[item.id]

    def by(self, key: Callable[[Item], Hashable]) -> dict[Hashable, list[Item]]:
        found: dict[Hashable, list[Item]] = defaultdict(list)
        for item in self.items.values():
            found[key(item)].append(item)
        return found


def propose(lines: Sequence[Item], entries: Sequence[Item]) -> list[Proposal]:
    """What may be matched, in the order of days; nothing stands in two sure proposals.

    A line stands in several unsure ones when several postings could be it.
    """
    left, right = _Open(lines), _Open(entries)
    found = _reversals(right)
    for basis, may in (
        (MatchBasis.REFERENCE, _same_number),
        (MatchBasis.DAY, lambda line, entry: line.on == entry.on),
    ):
        found += _pairs(left, right, basis, may)
    found += _groups(left, right, lines_are_whole=True)
    found += _groups(left, right, lines_are_whole=False)
    found += _pairs(left, right, MatchBasis.NEAR, _near)
    found += _unsure(left, right)
    return sorted(found, key=lambda one: (one.on, one.lines[0].id if one.lines else UUID(int=0)))


def _same_number(line: Item, entry: Item) -> bool:
    return line.on == entry.on and bool(tokens(line) & tokens(entry))


def _near(line: Item, entry: Item) -> bool:
    return abs(line.on - entry.on) <= NEAR


def _candidates(
    left: _Open, right: _Open, may: Callable[[Item, Item], bool]
) -> tuple[dict[UUID, list[Item]], dict[UUID, list[Item]]]:
    """For each line its postings of the same amount that may be it, and the other way round."""
    for_line: dict[UUID, list[Item]] = {}
    for_entry: dict[UUID, list[Item]] = defaultdict(list)
    amounts = right.by(lambda entry: entry.amount_fen)
    for line in left.items.values():
        for_line[line.id] = [e for e in amounts.get(line.amount_fen, ()) if may(line, e)]
        for entry in for_line[line.id]:
            for_entry[entry.id].append(line)
    return for_line, for_entry


def _pairs(
    left: _Open, right: _Open, basis: MatchBasis, may: Callable[[Item, Item], bool]
) -> list[Proposal]:
    """The pairs in which neither has another candidate; they are used up."""
    for_line, for_entry = _candidates(left, right, may)
    found = []
    for line in list(left.items.values()):
        mine = for_line[line.id]
        if len(mine) == 1 and len(for_entry[mine[0].id]) == 1:
            found.append(Proposal(basis, True, (line,), (mine[0],)))
            left.use([line])
            right.use(mine)
    return found


def _groups(left: _Open, right: _Open, *, lines_are_whole: bool) -> list[Proposal]:
    """One of one side that is the sum of a group of the other, on the same day, only it and only
    that group; they are used up."""
    wholes, parts = (left, right) if lines_are_whole else (right, left)
    by_key: dict[tuple[date, Hashable], list[Item]] = defaultdict(list)
    for item in parts.items.values():
        for group in item.groups:
            by_key[item.on, group].append(item)
    sums: dict[tuple[date, int], dict[frozenset[UUID], list[Item]]] = defaultdict(dict)
    for (on, _), items in by_key.items():
        if 1 < len(items) <= GROUP_MAX:
            # Two keys may name the very same group.
            key = frozenset(item.id for item in items)
            sums[on, sum(item.amount_fen for item in items)][key] = items
    whole = wholes.by(lambda item: (item.on, item.amount_fen))
    found = []
    for place, groups in sums.items():
        candidates = whole.get(place, [])
        if len(groups) != 1 or len(candidates) != 1:
            continue
        (items,) = groups.values()
        if all(item.id in parts.items for item in items):
            one = candidates[0]
            wholes.use([one])
            parts.use(items)
            both = ((one,), tuple(items)) if lines_are_whole else (tuple(items), (one,))
            found.append(Proposal(MatchBasis.GROUP, True, *both))
    return found


def _reversals(right: _Open) -> list[Proposal]:
    """A journal and its reversal of the same month, when nothing of either is left at the bank."""
    pairs: Mapping[Hashable, list[Item]] = right.by(lambda entry: entry.reverses)
    found = []
    for journal, items in pairs.items():
        months = {(item.on.year, item.on.month) for item in items}
        left_fen = sum(item.amount_fen for item in items)
        if journal is None or len(months) > 1 or left_fen:
            continue
        found.append(Proposal(MatchBasis.REVERSAL, True, (), tuple(items)))
        right.use(items)
    return found


def _unsure(left: _Open, right: _Open) -> list[Proposal]:
    """What is left: for each line the likeliest postings of its amount within a few days."""
    for_line, _ = _candidates(left, right, _near)
    found = []
    for line in left.items.values():
        ranked = sorted(for_line[line.id], key=lambda e: (_rank(line, e), e.on, e.id))
        for entry in ranked[:CANDIDATES_MAX]:
            found.append(Proposal(_BASES[_rank(line, entry)[0]], False, (line,), (entry,)))
    return found


_BASES = (MatchBasis.REFERENCE, MatchBasis.DAY, MatchBasis.NEAR)


def _rank(line: Item, entry: Item) -> tuple[int, timedelta]:
    if _same_number(line, entry):
        return 0, timedelta()
    return (1 if line.on == entry.on else 2), abs(line.on - entry.on)
