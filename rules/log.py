"""A log nobody can rewrite unseen: canonical events, chains and a Merkle tree. R12.3.

Each subject's events form a chain: an event's hash covers its canonical text and the hash before
it. Committed events become the leaves of one tree as in RFC 6962 (SHA-256; 0x00 before a leaf, 0x01
before a node), whose heads are published: whoever keeps yesterday's head can prove that
nothing was altered, removed or reordered since. All of it is pure and iterative.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from rules.days import BEIJING

EMPTY_HEAD = sha256(b"").digest()
# What the first event of a subject is chained to.
GENESIS = bytes(32)
# What is said of the log as a whole is about this.
LOG_SUBJECT = uuid5(NAMESPACE_URL, "log")
# A body deeper than this was not made by us.
DEPTH_MAX = 32

Range = tuple[int, int]
Place = tuple[int, int]
Lookup = Callable[[Place], bytes]


# --- events


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to which subject, when and why; `body` holds the facts of it, no floats.

    `content` is the hash over all rows that its unit of work wrote; None when it wrote none.
    """

    id: UUID
    subject_kind: str
    subject_id: UUID
    kind: str
    body: Mapping[str, Any]
    actor_kind: str
    actor_id: UUID | None
    role: str
    why: str
    request_id: str
    at: datetime
    content: bytes | None = None


def canonical(event: Event) -> bytes:
    """The event's one text: UTF-8 JSON, keys sorted, no spaces, the moment in UTC microseconds.

    `at` is an integer (microseconds since 1970-01-01T00:00:00Z), ids are lower-case UUID text, an
    absent actor is null, `content` stands there in hexadecimal if there is any. Raises ValueError
    for a float (R3.1), a naive moment, or a body that would not come back from `jsonb` as it went
    in.
    """
    content = {} if event.content is None else {"content": event.content.hex()}
    return msgspec.json.encode(
        content
        | {
            "actor_id": str(event.actor_id) if event.actor_id else None,
            "actor_kind": event.actor_kind,
            "at": microseconds(event.at),
            "body": plain(event.body),
            "id": str(event.id),
            "kind": event.kind,
            "request_id": event.request_id,
            "role": event.role,
            "subject_id": str(event.subject_id),
            "subject_kind": event.subject_kind,
            "why": event.why,
        },
        order="sorted",
    )


def plain(body: Mapping[str, Any]) -> dict[str, Any]:
    """The body in JSON's own types. Raises ValueError as `canonical` does."""
    made = msgspec.to_builtins(body, str_keys=True)
    stack: list[tuple[Any, int]] = [(made, 0)]
    while stack:
        value, depth = stack.pop()
        if isinstance(value, float):
            raise ValueError("a float is never recorded: money, areas and rates are integers")
        if isinstance(value, str) and "\x00" in value:
            raise ValueError("NUL cannot be stored")
        if depth > DEPTH_MAX:
            raise ValueError("an event's body is nested too deeply")
        if isinstance(value, dict):
            stack.extend((item, depth + 1) for pair in value.items() for item in pair)
        elif isinstance(value, list):
            stack.extend((item, depth + 1) for item in value)
    if not isinstance(made, dict):
        raise ValueError("an event's body is an object")
    return made


def microseconds(at: datetime) -> int:
    """Whole microseconds since the epoch, exactly; ValueError for a naive moment."""
    if at.tzinfo is None:
        raise ValueError("a moment without a zone is no moment")
    since = at - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def head_text(size: int, root: bytes, sealed_at: datetime | None) -> bytes:
    """What is signed of a head: four lines, the moment as an integer, `-` before the first."""
    at = "-" if sealed_at is None else str(microseconds(sealed_at))
    return f"jishou log head\n{size}\n{root.hex()}\n{at}\n".encode()


def head_words(size: int, root: bytes, sealed_at: datetime) -> str:
    """A head as it is printed: what is typed to check it, and since when it stands."""
    return (
        f"存证日志 {size}:{root.hex()[:16]}（{sealed_at.astimezone(BEIJING):%Y-%m-%d %H:%M}封存）"
    )


def link(previous: bytes, text: bytes) -> bytes:
    """The chain's hash after an event with this canonical text: covers all that went before."""
    return sha256(previous + sha256(text).digest()).digest()


# --- the tree


def leaf_hash(data: bytes) -> bytes:
    """RFC 6962, 2.1: the hash of one leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962, 2.1: the hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def subtrees(low: int, high: int) -> list[Place]:
    """The complete subtrees, as (level, position), that make up leaves low..high-1, left to right.

    `low` must be a multiple of the power of two not below the range's length, as is every
    range of an RFC 6962 tree; ValueError otherwise.
    """
    length = high - low
    if length < 0 or low < 0 or (length and low % (1 << (length - 1).bit_length())):
        raise ValueError("not a range of the tree")
    places = []
    while low < high:
        level = (high - low).bit_length() - 1
        places.append((level, low >> level))
        low += 1 << level
    return places


def fold(hashes: Sequence[bytes]) -> bytes:
    """The head over complete subtrees given left to right."""
    if not hashes:
        return EMPTY_HEAD
    head = hashes[-1]
    for left in reversed(hashes[:-1]):
        head = node_hash(left, head)
    return head


def range_hash(span: Range, node: Lookup) -> bytes:
    """The hash of a range of leaves, from its complete subtrees."""
    return fold([node(place) for place in subtrees(*span)])


class Tree:
    """A tree being grown leaf by leaf, remembering only its complete subtrees' tops."""

    def __init__(self, size: int = 0, tops: Iterable[bytes] = ()) -> None:
        self.size = size
        self._tops = list(tops)
        if len(self._tops) != size.bit_count():
            raise ValueError("a tree of this size has another number of complete subtrees")

    def add(self, leaf: bytes) -> list[tuple[Place, bytes]]:
        """The leaf hash stands at the end; the complete subtrees that this finished, leaf first."""
        level, position, top = 0, self.size, leaf
        made = [((level, position), top)]
        while position & 1:
            level, position, top = level + 1, position >> 1, node_hash(self._tops.pop(), top)
            made.append(((level, position), top))
        self._tops.append(top)
        self.size += 1
        return made

    def head(self) -> bytes:
        """The tree head over all leaves so far."""
        return fold(self._tops)


def tree_head(leaves: Iterable[bytes]) -> bytes:
    """The head over these leaf hashes, in order."""
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree.head()


def _split(low: int, high: int) -> int:
    """Where RFC 6962 parts a range: after the largest power of two below its length."""
    return low + (1 << ((high - low - 1).bit_length() - 1))


def inclusion_path(index: int, size: int) -> list[Range]:
    """The ranges whose hashes prove that leaf `index` is in the tree of `size`, leaf to root."""
    if not 0 <= index < size:
        raise ValueError("no such leaf in a tree of this size")
    path: list[Range] = []
    low, high = 0, size
    while high - low > 1:
        middle = _split(low, high)
        if index < middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    return path[::-1]


def consistency_path(old: int, new: int) -> list[Range]:
    """The ranges whose hashes prove that the tree of `new` leaves begins with that of `old`."""
    if not 0 < old <= new:
        raise ValueError("a tree can only be compared with a later one")
    path: list[Range] = []
    low, high = 0, new
    while high != old:
        middle = _split(low, high)
        if old <= middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    # The old head itself is known to the verifier, so it is left out when it is a whole subtree.
    if low > 0:
        path.append((low, high))
    return path[::-1]


def prove(path: Iterable[Range], node: Lookup) -> list[bytes]:
    """The proof for a path: its ranges' hashes in order."""
    return [range_hash(span, node) for span in path]


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], head: bytes) -> bool:
    """Whether the proof shows that `leaf` (a leaf hash) is leaf `index` under the tree head."""
    if not 0 <= index < size:
        return False
    path = inclusion_path(index, size)
    if len(proof) != len(path):
        return False
    top = leaf
    for (low, _), sibling in zip(path, proof, strict=True):
        top = node_hash(sibling, top) if low < index else node_hash(top, sibling)
    return top == head


def consistent(
    old: int, old_head: bytes, new: int, new_head: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the proof shows that the new tree begins with all the leaves of the old one."""
    if not 0 <= old <= new:
        return False
    if old == new or old == 0:
        return not proof and (old_head == new_head if old == new else old_head == EMPTY_HEAD)
    path = consistency_path(old, new)
    if len(proof) != len(path):
        return False
    pairs = list(zip(path, proof, strict=True))
    # The first range ends where the old tree does; without it the old head is that subtree.
    if path[0][1] == old:
        before = after = proof[0]
        pairs = pairs[1:]
    else:
        before = after = old_head
    for (low, _), sibling in pairs:
        if low >= old:
            after = node_hash(after, sibling)
        else:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
    return before == old_head and after == new_head
