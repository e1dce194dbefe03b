"""Putting committed events into the tree and publishing its head."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models.base import one, sql
from models.listing import Key, Listing, Sort, Whole
from rules.log import Place, Tree, leaf_hash, subtrees

# "jishou" as a number: the one lock under which leaves are numbered.
SEALER = 0x6A6973686F75
_LEVELS = 64


@dataclass(frozen=True, slots=True)
class Seal:
    """A published tree head: so many leaves, this root, since then."""

    tree_size: int
    root_hash: bytes
    sealed_at: datetime


def place_id(place: Place) -> int:
    """The key under which a complete subtree's top is stored."""
    level, position = place
    return position * _LEVELS + level


async def tops(places: Iterable[Place]) -> dict[Place, bytes]:
    """The stored tops of these complete subtrees."""
    ids = {place_id(place): place for place in places}
    rows = await sql("SELECT place, hash FROM log_node WHERE place = ANY($1::bigint[])", list(ids))
    return {ids[row["place"]]: row["hash"] for row in rows}


async def seal(now: datetime, limit: int = 1000) -> Seal | None:
    """Up to `limit` committed events have become leaves under a new head; None if none waited.

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
    made = Seal(tree.size, tree.head(), now)
    await sql(
        "WITH leaf AS (INSERT INTO log_leaf (index, seq)"
        " SELECT $1 + l.nth - 1, l.seq FROM unnest($2::bigint[]) WITH ORDINALITY AS l(seq, nth)),"
        " node AS (INSERT INTO log_node (place, hash)"
        " SELECT * FROM unnest($3::bigint[], $4::bytea[]))"
        " INSERT INTO log_seal (tree_size, root_hash, sealed_at) VALUES ($5, $6, $7)",
        size,
        [row["seq"] for row in rows],
        [place_id(place) for place, _ in nodes],
        [top for _, top in nodes],
        made.tree_size,
        made.root_hash,
        made.sealed_at,
    )
    return made


async def head() -> Seal | None:
    """The newest published head; None before the first."""
    row = await one(
        "SELECT tree_size, root_hash, sealed_at FROM log_seal ORDER BY tree_size DESC LIMIT 1"
    )
    return Seal(**row) if row else None


SEALS = Listing(
    "l.tree_size, l.root_hash, l.sealed_at",
    "log_seal l",
    "",
    {"newest": Sort((Key("l.tree_size", Whole),))},
)
"""Published heads, newest first."""
