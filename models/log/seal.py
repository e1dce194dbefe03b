"""Putting committed events into the tree and publishing its head."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from models.base import one, sql
from models.listing import Key, Listing, Sort, Whole
from rules.log import LOG_SUBJECT, Place, Tree, head_text, leaf_hash, range_hash, subtrees

# "jishou" as a number: the one lock under which leaves are numbered.
SEALER = 0x6A6973686F75
_LEVELS = 64

Sign = Callable[[bytes], tuple[str, bytes]]
"""The name of the key in use and its signature of a text."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A published tree head: so many leaves, this root, since then, and who signed it."""

    tree_size: int
    root_hash: bytes
    sealed_at: datetime
    key_name: str
    signature: bytes

    @property
    def text(self) -> bytes:
        """What is signed."""
        return head_text(self.tree_size, self.root_hash, self.sealed_at)


def place_id(place: Place) -> int:
    """The key under which a complete subtree's top is stored."""
    level, position = place
    return position * _LEVELS + level


async def tops(places: Iterable[Place]) -> dict[Place, bytes]:
    """The stored tops of these complete subtrees."""
    ids = {place_id(place): place for place in places}
    rows = await sql("SELECT place, hash FROM log_node WHERE place = ANY($1::bigint[])", list(ids))
    return {ids[row["place"]]: row["hash"] for row in rows}


async def seal(now: datetime, sign: Sign, limit: int = 1000) -> Seal | None:
    """Up to `limit` committed events have become leaves under a new signed head; None if none
    waited.

    Runs in the caller's transaction, one sealer at a time. An event that commits after a later
    one was sealed simply becomes a later leaf. R12.3.
    """
    await sql("SELECT pg_advisory_xact_lock($1)", SEALER)
    rows = await sql(
        "WITH waiting AS (SELECT seq FROM log_unsealed ORDER BY seq LIMIT $1),"
        " gone AS (DELETE FROM log_unsealed u USING waiting w WHERE u.seq = w.seq RETURNING u.seq)"
        " SELECT e.seq, e.hash FROM gone JOIN log_event e ON e.seq = gone.seq ORDER BY e.seq",
        limit,
    )
    if not rows:
        return None
    last = await head()
    size = last.tree_size if last else 0
    places = subtrees(0, size)
    known = await tops(places)
    tree = Tree(size, [known[place] for place in places])
    nodes = [node for row in rows for node in tree.add(leaf_hash(row["hash"]))]
    made = Seal(tree.size, tree.head(), now, *sign(head_text(tree.size, tree.head(), now)))
    await sql(
        "WITH leaf AS (INSERT INTO log_leaf (index, seq)"
        " SELECT $1 + l.nth - 1, l.seq FROM unnest($2::bigint[]) WITH ORDINALITY AS l(seq, nth)),"
        " node AS (INSERT INTO log_node (place, hash)"
        " SELECT * FROM unnest($3::bigint[], $4::bytea[])), signed AS ("
        "INSERT INTO log_signature (tree_size, key_name, signature) VALUES ($5, $8, $9))"
        " INSERT INTO log_seal (tree_size, root_hash, sealed_at) VALUES ($5, $6, $7)",
        size,
        [row["seq"] for row in rows],
        [place_id(place) for place, _ in nodes],
        [top for _, top in nodes],
        made.tree_size,
        made.root_hash,
        made.sealed_at,
        made.key_name,
        made.signature,
    )
    return made


async def sign_earlier(sign: Sign) -> int:
    """Heads published before signatures were kept have theirs; how many those were.

    Only while no signature is kept at all, and only what the tree still gives: whoever takes
    one signature away afterwards has it missed.
    """
    rows = await sql(
        "SELECT tree_size, root_hash, sealed_at FROM log_seal"
        " WHERE NOT EXISTS (SELECT FROM log_signature) ORDER BY tree_size"
    )
    if not rows:
        return 0
    whole = []
    for row in rows:
        known = await tops(subtrees(0, row["tree_size"]))
        if range_hash((0, row["tree_size"]), known.__getitem__) == row["root_hash"]:
            whole.append(
                (
                    row["tree_size"],
                    *sign(head_text(row["tree_size"], row["root_hash"], row["sealed_at"])),
                )
            )
    await sql(
        "INSERT INTO log_signature (tree_size, key_name, signature)"
        " SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[]) ON CONFLICT DO NOTHING",
        *([one[nth] for one in whole] for nth in range(3)),
    )
    return len(whole)


async def sealed(tree_size: int) -> Seal | None:
    """The published head of this size; None if there is none."""
    row = await one(f"SELECT {SEAL} FROM {SEALED} WHERE l.tree_size = $1", tree_size)
    return Seal(**row) if row else None


async def head_by(at: datetime) -> Seal | None:
    """The newest head that was published by this moment; None before the first."""
    row = await one(
        f"SELECT {SEAL} FROM {SEALED} WHERE l.sealed_at <= $1 ORDER BY l.tree_size DESC LIMIT 1",
        at,
    )
    return Seal(**row) if row else None


async def head() -> Seal | None:
    """The newest published head; None before the first."""
    row = await one(f"SELECT {SEAL} FROM {SEALED} ORDER BY l.tree_size DESC LIMIT 1")
    return Seal(**row) if row else None


SEAL = (
    "l.tree_size, l.root_hash, l.sealed_at, coalesce(s.key_name, '') AS key_name,"
    " coalesce(s.signature, '') AS signature"
)
SEALED = "log_seal l LEFT JOIN log_signature s ON s.tree_size = l.tree_size"

SENT = "HeadSent"
"""The event that a day's head was sent to the witnesses."""

SEALS = Listing(
    SEAL,
    SEALED,
    "",
    {"newest": Sort((Key("l.tree_size", Whole),))},
    {
        "daily": "l.tree_size IN (SELECT (e.body->>'tree_size')::bigint FROM log_event e"
        f" WHERE e.subject_id = '{LOG_SUBJECT}' AND e.kind = '{SENT}'"
        " UNION SELECT g.tree_size FROM witnessing g)"
    },
)
"""Published heads, newest first."""
