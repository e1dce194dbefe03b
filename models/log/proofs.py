"""Proofs that anybody can check against a published head. R12.3."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.base import one
from models.log.seal import head, tops
from rules.log import Range, consistency_path, inclusion_path, prove, range_hash, subtrees
from rules.refusals.log import EventNotFound, NotYetSealed, UnknownTreeSize


@dataclass(frozen=True, slots=True)
class Inclusion:
    """That an event is in the tree: `rules.log.included` checks it with `leaf_hash(event_hash)`."""

    event_id: UUID
    event_hash: bytes
    leaf_index: int
    tree_size: int
    root_hash: bytes
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Consistency:
    """That a tree begins with an older one: `rules.log.consistent` checks it."""

    old_size: int
    old_root: bytes
    new_size: int
    new_root: bytes
    proof: tuple[bytes, ...]


async def inclusion(event_id: UUID, tree_size: int | None = None) -> Inclusion:
    """The proof for this event under the newest head, or the head of that size.

    Refuses EventNotFound, NotYetSealed, UnknownTreeSize.
    """
    row = await one(
        "SELECT e.hash, l.index FROM log_event e LEFT JOIN log_leaf l ON l.seq = e.seq"
        " WHERE e.id = $1",
        event_id,
    )
    if row is None:
        raise EventNotFound()
    size = await _size(tree_size)
    if row["index"] is None or row["index"] >= size:
        raise NotYetSealed()
    proof, root = await _hashes(inclusion_path(row["index"], size), (0, size))
    return Inclusion(event_id, row["hash"], row["index"], size, root, proof)


async def consistency(old_size: int, new_size: int | None = None) -> Consistency:
    """The proof that the tree of `new_size` (the newest, unless given) begins with that of
    `old_size`. Refuses UnknownTreeSize."""
    new = await _size(new_size)
    if not 0 < old_size <= new:
        raise UnknownTreeSize()
    path = consistency_path(old_size, new)
    proof, old_root, new_root = await _hashes(path, (0, old_size), (0, new))
    return Consistency(old_size, old_root, new, new_root, proof)


async def _size(wanted: int | None) -> int:
    newest = await head()
    if newest is None or (wanted is not None and not 0 < wanted <= newest.tree_size):
        raise UnknownTreeSize()
    return newest.tree_size if wanted is None else wanted


async def _hashes(path: Sequence[Range], *spans: Range) -> tuple[Any, ...]:
    """The proof for the path, then each span's hash, from one read."""
    known = await tops(place for span in (*path, *spans) for place in subtrees(*span))
    lookup = known.__getitem__
    return (tuple(prove(path, lookup)), *(range_hash(span, lookup) for span in spans))
