"""Which figures of few owners are withheld, so that none of them can be worked out. R12.1, R12.2.

A total that is published beside its parts gives away the one part that is left out: total less the
others. So where exactly one part would be withheld, another one is withheld with it (complementary
suppression), and the total still ties to the ledger to the fen.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Part:
    """One scope in a published sum: how many owners share it and how much it is, in fen.

    `kept`: it is withheld in what was published before, and what may not be read there may not be
    read here.
    """

    id: UUID
    owners: int
    size_fen: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Suppression:
    """The parts that are withheld, and whether the total is: it has only the one part."""

    parts: frozenset[UUID]
    total: bool


def suppress(parts: Iterable[Part], least: int) -> Suppression:
    """What must be withheld so that no part with fewer than `least` owners can be derived. R12.2.

    Never exactly one part of a published total. The further part is the smallest that is not zero,
    of equals the one with the lower id.
    """
    every = list(parts)
    few = [part for part in every if part.owners < least or part.kept]
    hidden = {part.id for part in few}
    if len(few) == 1 and len(every) > 1:
        hidden.add(_smallest(part for part in every if part is not few[0]).id)
    return Suppression(frozenset(hidden), len(few) == len(every) == 1)


def suppress_together(sums: Sequence[Collection[Part]], least: int) -> frozenset[UUID]:
    """What must be withheld from several publications of overlapping parts at once. R12.2.

    Never exactly one part of any of them that has two or more, so that none is told by another.
    """
    hidden: frozenset[UUID] = frozenset()
    while True:
        before = hidden
        for parts in sums:
            marked = (replace(part, kept=part.kept or part.id in hidden) for part in parts)
            hidden |= suppress(marked, least).parts
        if hidden == before:
            return hidden


def _smallest(parts: Iterable[Part]) -> Part:
    """The part that costs the public least: a zero hides nothing well, so it comes last."""
    return min(parts, key=lambda part: (part.size_fen == 0, abs(part.size_fen), part.id))
