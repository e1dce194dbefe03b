"""Who keeps our heads elsewhere and signs them with a key of their own. R12.3."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import Row, one, sql
from models.listing import Listing, newest
from models.log.findings import Finding
from models.log.proofs import consistency
from models.log.seal import SEALER, SENT, Seal, sealed
from rules.log import LOG_SUBJECT, consistent, head_text
from rules.signed import is_signed


class Witness(Row):
    """A party outside the Centre: the account it is told through, and its public key."""

    name = fields.CharField(80)
    account_id: Any = fields.UUIDField()
    public_key = fields.BinaryField()
    from_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "witness"


class Witnessing(Row):
    """A witness's signature of a head; never changed."""

    witness_id: Any = fields.UUIDField()
    tree_size = fields.BigIntField()
    signature = fields.BinaryField()
    at = fields.DatetimeField()

    class Meta:
        table = "witnessing"
        unique_together = (("witness_id", "tree_size"),)


WITNESSING_CONSTRAINTS: list[tuple[str, str]] = [
    (
        "ALTER TABLE witness ADD CONSTRAINT witness_key_whole CHECK (length(public_key) = 32)",
        "ALTER TABLE witness DROP CONSTRAINT witness_key_whole",
    ),
    (
        "ALTER TABLE witnessing ADD CONSTRAINT witnessing_whole CHECK (length(signature) = 64)",
        "ALTER TABLE witnessing DROP CONSTRAINT witnessing_whole",
    ),
    (
        "ALTER TABLE witnessing ADD CONSTRAINT witnessing_of_witness FOREIGN KEY (witness_id)"
        " REFERENCES witness (id) ON DELETE RESTRICT",
        "ALTER TABLE witnessing DROP CONSTRAINT witnessing_of_witness",
    ),
    (
        "CREATE UNIQUE INDEX witness_once ON witness (account_id) WHERE ended_at IS NULL",
        "DROP INDEX witness_once",
    ),
    ("CREATE INDEX witnessing_of_head ON witnessing (tree_size)", "DROP INDEX witnessing_of_head"),
    (
        "CREATE TRIGGER witnessing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON witnessing"
        " FOR EACH STATEMENT EXECUTE FUNCTION log_append_only()",
        "DROP TRIGGER witnessing_append_only ON witnessing",
    ),
]
"""What holds for witnesses: (forward, reverse) statements."""

WITNESSES = Listing(
    "w.id AS witness_id, w.name AS witness_name, w.public_key, w.from_at, w.ended_at,"
    " (SELECT max(g.tree_size) FROM witnessing g WHERE g.witness_id = w.id) AS tree_size",
    "witness w",
    "w.id",
    {"newest": newest("w.from_at")},
)
"""Everybody who is or was a witness, the newest first."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """Who signed a head, when, and by which key anybody can check it."""

    name: str
    public_key: bytes
    signature: bytes
    at: datetime


async def witnesses_of(sizes: Sequence[int]) -> Mapping[int, Sequence[Witnessed]]:
    """Who signed the heads of these sizes."""
    found: dict[int, list[Witnessed]] = {size: [] for size in sizes}
    rows = await sql(
        "SELECT g.tree_size, w.name, w.public_key, g.signature, g.at FROM witnessing g"
        " JOIN witness w ON w.id = g.witness_id WHERE g.tree_size = ANY($1::bigint[])"
        " ORDER BY g.at, w.name",
        list(sizes),
    )
    for row in rows:
        found[row.pop("tree_size")].append(Witnessed(**row))
    return found


async def last_witnessed(witness_id: UUID) -> int:
    """The size of the greatest head that this witness signed; 0 before the first."""
    row = await one(
        "SELECT max(tree_size) AS size FROM witnessing WHERE witness_id = $1", witness_id
    )
    return (row and row["size"]) or 0


async def stands(kept: int, head: Seal) -> bool:
    """Whether the tree as it is stored gives this head, and the one that was `kept` of another
    size (0: none) agrees with it: of the two the later begins with the earlier."""
    other = (await sealed(kept) if kept else None) or head
    old, new = sorted((other, head), key=lambda one: one.tree_size)
    found = await consistency(old.tree_size, new.tree_size)
    return consistent(old.tree_size, old.root_hash, new.tree_size, new.root_hash, found.proof) and (
        found.old_root,
        found.new_root,
    ) == (old.root_hash, new.root_hash)


async def to_send(day: str) -> bool:
    """Whether there are witnesses who were not sent this day's head, and one to send."""
    row = await one(
        "SELECT EXISTS (SELECT FROM witness WHERE ended_at IS NULL)"
        " AND EXISTS (SELECT FROM log_seal) AND NOT EXISTS (SELECT FROM log_event"
        f" WHERE subject_id = $1 AND kind = '{SENT}' AND body->>'day' = $2) AS due",
        LOG_SUBJECT,
        day,
    )
    return bool(row and row["due"])


async def one_sender() -> None:
    """Until the transaction ends nobody else sends a head."""
    await sql("SELECT pg_advisory_xact_lock($1)", SEALER + 1)


async def unwitnessed() -> list[Finding]:
    """Signatures of witnesses that are not of the head they stand beside."""
    rows = await sql(
        "SELECT g.tree_size, w.public_key, g.signature, l.root_hash, l.sealed_at FROM witnessing g"
        " JOIN witness w ON w.id = g.witness_id LEFT JOIN log_seal l ON l.tree_size = g.tree_size"
        " ORDER BY g.tree_size"
    )
    return [
        Finding("witnessed another head", f"tree size {row['tree_size']}")
        for row in rows
        if row["root_hash"] is None
        or not is_signed(
            row["public_key"],
            row["signature"],
            head_text(row["tree_size"], row["root_hash"], row["sealed_at"]),
        )
    ]
