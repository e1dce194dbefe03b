"""Reading the whole log again and saying what does not fit. R12.3."""

from collections.abc import Mapping
from uuid import UUID

from models.base import sql
from models.log.append import EVENT, logged
from models.log.findings import FINDINGS_MAX, Finding
from models.log.seal import SEAL, SEALED, Seal, place_id, tops
from models.log.witnesses import unwitnessed
from rules.log import GENESIS, Tree, canonical, leaf_hash, link
from rules.signed import is_signed

PAGE = 2000

Keys = Mapping[str, bytes]
"""Public keys by name."""


async def verify_log(keys: Keys, published: Mapping[int, bytes] | None = None) -> list[Finding]:
    """What `inspect` finds in one snapshot, so that writers meanwhile raise no false alarm.

    It must be the first thing in a transaction of its own, which it makes read-only.
    """
    await sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    return await inspect(keys, published)


async def inspect(keys: Keys, published: Mapping[int, bytes] | None = None) -> list[Finding]:
    """What does not fit, at most a thousand findings; empty when every event, chain, leaf, node
    and head is what the events give, `published` heads (root by tree size) are met, and every
    head is signed by one of our `keys`, those retired included, and by who witnessed it."""
    findings = await _events()
    findings += await _signatures(keys)
    findings += await unwitnessed()
    findings += await _tree(published or {})
    return findings[:FINDINGS_MAX]


async def _events() -> list[Finding]:
    findings: list[Finding] = []
    ends: dict[UUID, tuple[int, bytes]] = {}
    after = 0
    while rows := await sql(
        f"SELECT {EVENT}, (l.seq IS NULL) = (u.seq IS NULL) AS misplaced FROM log_event e"
        " LEFT JOIN log_leaf l ON l.seq = e.seq LEFT JOIN log_unsealed u ON u.seq = e.seq"
        " WHERE e.seq > $1 ORDER BY e.seq LIMIT $2",
        after,
        PAGE,
    ):
        for row in rows:
            where = f"event {row['seq']}"
            if row.pop("misplaced"):
                findings.append(Finding("neither waiting nor sealed, or both", where))
            entry = logged(row)
            length, end = ends.get(entry.event.subject_id, (0, GENESIS))
            if entry.prev_hash != end:
                findings.append(Finding("chain broken before", where))
            if link(entry.prev_hash, canonical(entry.event)) != entry.hash:
                findings.append(Finding("text altered", where))
            ends[entry.event.subject_id] = length + 1, entry.hash
            after = entry.seq
    return findings + await _chain_ends(ends)


async def _chain_ends(ends: dict[UUID, tuple[int, bytes]]) -> list[Finding]:
    stored = {
        row["subject_id"]: (row["length"], row["hash"])
        for row in await sql("SELECT subject_id, length, hash FROM log_chain")
    }
    return [
        Finding("chain ends elsewhere", f"subject {subject}")
        for subject in sorted(stored.keys() | ends.keys())
        if stored.get(subject) != ends.get(subject)
    ]


async def _signatures(keys: Keys) -> list[Finding]:
    findings: list[Finding] = []
    unknown: dict[str, int] = {}
    after = 0
    while rows := await sql(
        f"SELECT {SEAL} FROM {SEALED} WHERE l.tree_size > $1 ORDER BY l.tree_size LIMIT $2",
        after,
        PAGE,
    ):
        for row in rows:
            head = Seal(**row)
            after = head.tree_size
            where = f"tree size {head.tree_size}"
            if not head.signature:
                findings.append(Finding("head not signed", where))
            elif head.key_name not in keys:
                unknown[head.key_name] = unknown.get(head.key_name, 0) + 1
            elif not is_signed(keys[head.key_name], head.signature, head.text):
                findings.append(Finding("signature of another head", where))
    stray = await sql(
        "SELECT s.tree_size FROM log_signature s LEFT JOIN log_seal l USING (tree_size)"
        " WHERE l.tree_size IS NULL ORDER BY 1 LIMIT $1",
        PAGE,
    )
    findings += [
        Finding("signature without a head", f"tree size {row['tree_size']}") for row in stray
    ]
    return findings + [
        Finding("signed with an unknown key", f"key {name}: {count} heads")
        for name, count in sorted(unknown.items())
    ]


async def _tree(published: Mapping[int, bytes]) -> list[Finding]:
    sealed = {
        row["tree_size"]: row["root_hash"]
        for row in await sql("SELECT tree_size, root_hash FROM log_seal")
    }
    findings: list[Finding] = []
    tree = Tree()
    while rows := await sql(
        "SELECT l.index, e.hash FROM log_leaf l LEFT JOIN log_event e ON e.seq = l.seq"
        " WHERE l.index >= $1 ORDER BY l.index LIMIT $2",
        tree.size,
        PAGE,
    ):
        made = []
        for row in rows:
            if row["index"] != tree.size or row["hash"] is None:
                return [*findings, Finding("leaf missing", f"leaf {tree.size}")]
            made += tree.add(leaf_hash(row["hash"]))
            findings += _heads(tree, sealed, published)
        stored = await tops(place for place, _ in made)
        findings += [
            Finding("node altered", f"node {place_id(place)}")
            for place, top in made
            if stored.get(place) != top
        ]
    if tree.size != max(sealed, default=0):
        findings.append(Finding("leaves without a head", f"tree size {tree.size}"))
    beyond = sorted(size for size in sealed.keys() | published.keys() if size > tree.size)
    return findings + [Finding("leaves removed", f"tree size {size}") for size in beyond]


def _heads(
    tree: Tree, sealed: Mapping[int, bytes], published: Mapping[int, bytes]
) -> list[Finding]:
    where = f"tree size {tree.size}"
    findings = []
    if tree.size in sealed and sealed[tree.size] != tree.head():
        findings.append(Finding("head altered", where))
    if tree.size in published and published[tree.size] != tree.head():
        findings.append(Finding("not the tree that was published", where))
    return findings
