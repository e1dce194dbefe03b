"""What of a vote is published: the roll's fingerprint, the counted record, receipts. R8.3, R8.5.

Both are Merkle trees as in RFC 6962 over one line of text per home, in the order of pseudonyms.
The roll's lines are salted, so that a home's area cannot be guessed from its leaf.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from rules.log import Tree, inclusion_path, leaf_hash, prove, tree_head

VOTED, CONFLICT, SILENT = "voted", "conflict", "silent"
"""What a home of the roll did: gave its voice, none because its owners differ (R2.3), nothing."""

RECORD_TITLES = {VOTED: "已计入", CONFLICT: "共有人意见不一致，不计入", SILENT: "未表态"}
"""As the published record calls it."""


@dataclass(frozen=True, slots=True)
class RollLine:
    """A home of the frozen roll as its fingerprint covers it.

    `head` numbers the heads of this roll from 1 in the order of their first pseudonym; `salt` is
    32 hex digits.
    """

    nth: int
    pseudonym: str
    head: int
    area_cm2: int
    developer_held: bool
    salt: str

    def text(self) -> str:
        """The line itself."""
        held = 1 if self.developer_held else 0
        return f"{self.nth}|{self.pseudonym}|{self.head}|{self.area_cm2}|{held}|{self.salt}"

    def leaf(self) -> bytes:
        """The line's leaf, which stands in for it where its area is not shown."""
        return leaf_hash(self.text().encode())


@dataclass(frozen=True, slots=True)
class RecordRow:
    """What a home did in the vote; `also` are receipts that the standing ballot speaks for too
    (co-owners who said the same), or those of owners in conflict."""

    pseudonym: str
    state: str
    choice: str = ""
    nonce: str = ""
    receipt: str = ""
    also: tuple[str, ...] = ()
    served: bool = False

    def text(self) -> str:
        """The line itself."""
        served = 1 if self.served else 0
        also = ",".join(sorted(self.also))
        told = (self.pseudonym, self.state, self.choice, self.nonce, self.receipt, also, served)
        return "|".join(str(part) for part in told)

    def leaf(self) -> bytes:
        """The line's leaf."""
        return leaf_hash(self.text().encode())


def roll_root(lines: Sequence[RollLine]) -> str:
    """The roll's fingerprint, 64 hex digits, published when the vote opens. R8.3."""
    return tree_head(line.leaf() for line in lines).hex()


def record_root(rows: Sequence[RecordRow], closing: Sequence[str] = ()) -> str:
    """The record's fingerprint, 64 hex digits, printed on the result sheet. R8.5.

    After the homes' lines it covers `closing`: what was asked, by what it was counted, what came
    of it (`rules.votes.editions`), so that none of that can be changed either.
    """
    return tree_head(record_leaves(rows, closing)).hex()


def record_leaves(rows: Sequence[RecordRow], closing: Sequence[str]) -> list[bytes]:
    """The leaves of the record's tree in order."""
    return [*(row.leaf() for row in rows), *(leaf_hash(text.encode()) for text in closing)]


def receipt_of(vote_id: str, pseudonym: str, choice: str, nonce: str) -> str:
    """What a voter is given for a ballot: it fixes the choice and does not tell it. R8.5.

    `nonce` is 32 hex digits that nobody else knows before the record is published.
    """
    return sha256(f"ballot|{vote_id}|{pseudonym}|{choice}|{nonce}".encode()).hexdigest()


class Proofs:
    """Audit paths in the tree of these leaves, which is built once."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        tree = Tree()
        self._nodes = {place: top for leaf in leaves for place, top in tree.add(leaf)}
        self.size = len(leaves)

    def of(self, index: int) -> list[str]:
        """The path of a leaf: with it the leaf alone gives the tree's root. R8.5."""
        path = inclusion_path(index, self.size)
        return [part.hex() for part in prove(path, self._nodes.__getitem__)]


def proof_of(leaves: Sequence[bytes], index: int) -> list[str]:
    """The audit path of one leaf."""
    return Proofs(leaves).of(index)


def told_apart(lines: Sequence[RollLine], min_group: int) -> frozenset[int]:
    """The places of the homes whose owners could be told from the others by what they own. R12.2.

    Owners are alike when they own as many homes of the same areas. Those like whom fewer than
    `min_group` are must not be recognisable; they are never fewer than `min_group` themselves:
    the next rarest join them. Nobody is left out where all have enough of their like.
    """
    heads: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        heads[line.head].append(place)
    alike: dict[tuple[bool, tuple[int, ...]], list[int]] = defaultdict(list)
    for head, places in heads.items():
        held = any(lines[place].developer_held for place in places)
        alike[held, tuple(sorted(lines[place].area_cm2 for place in places))].append(head)
    hidden: list[int] = []
    for members in (alike[kind] for kind in sorted(alike, key=lambda one: (len(alike[one]), one))):
        if len(members) >= min_group and (not hidden or len(hidden) >= min_group):
            break
        hidden += members
    return frozenset(place for head in hidden for place in heads[head])
