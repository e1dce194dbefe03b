"""Writing events, each chained to the one before it about the same subject."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from models.base import sql
from models.listing import Key, Listing, Sort, Whole
from rules.log import GENESIS, Event, canonical, link, plain

EVENT = (
    "e.seq, e.id, e.subject_kind, e.subject_id, e.kind, e.body::text AS body, e.actor_kind,"
    " e.actor_id, e.role, e.why, e.request_id, e.at, e.prev_hash, e.hash"
)


@dataclass(frozen=True, slots=True)
class Logged:
    """An event as it stands in the log, with its place in the subject's chain."""

    seq: int
    event: Event
    prev_hash: bytes
    hash: bytes


def logged(row: Mapping[str, Any]) -> Logged:
    """A row selected as `EVENT`, whatever else is in it."""
    facts = {name: row[name] for name in Event.__dataclass_fields__}
    facts["body"] = msgspec.json.decode(facts["body"])
    return Logged(row["seq"], Event(**facts), row["prev_hash"], row["hash"])


async def append(added: Sequence[Event]) -> None:
    """The events stand in the log, in this order, in the caller's transaction; two statements.

    Chains are locked in ascending order of subject until the transaction ends, so call it
    once and last. Raises ValueError for an event that `rules.log.canonical` refuses.
    """
    if not added:
        return
    texts = [canonical(event) for event in added]
    ends = await _lock_chains(Counter(event.subject_id for event in added))
    links: list[tuple[bytes, bytes]] = []
    for event, text in zip(added, texts, strict=True):
        previous = ends[event.subject_id]
        ends[event.subject_id] = link(previous, text)
        links.append((previous, ends[event.subject_id]))
    await sql(_WRITE, *_columns(added, links), list(ends), list(ends.values()))


async def _lock_chains(added: Mapping[UUID, int]) -> dict[UUID, bytes]:
    """Each subject's last hash; an upsert, because a row must exist to be locked."""
    subjects = sorted(added)
    rows = await sql(
        "INSERT INTO log_chain (subject_id, length, hash)"
        " SELECT s.id, s.added, $3 FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY"
        " AS s(id, added, nth) ORDER BY s.nth"
        " ON CONFLICT (subject_id) DO UPDATE SET length = log_chain.length + excluded.length"
        " RETURNING subject_id, hash",
        subjects,
        [added[subject] for subject in subjects],
        GENESIS,
    )
    return {row["subject_id"]: row["hash"] for row in rows}


_WRITE = """
WITH written AS (
    INSERT INTO log_event (id, subject_kind, subject_id, kind, body, actor_kind, actor_id, role,
        why, request_id, at, prev_hash, hash)
    SELECT e.id, e.subject_kind, e.subject_id, e.kind, e.body::jsonb, e.actor_kind, e.actor_id,
        e.role, e.why, e.request_id, e.at, e.prev_hash, e.hash
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[],
        $7::uuid[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::bytea[],
        $13::bytea[]) WITH ORDINALITY AS e(id, subject_kind, subject_id, kind, body, actor_kind,
        actor_id, role, why, request_id, at, prev_hash, hash, nth)
    ORDER BY e.nth RETURNING seq
), waiting AS (
    INSERT INTO log_unsealed (seq) SELECT seq FROM written
)
UPDATE log_chain c SET hash = l.hash FROM unnest($14::uuid[], $15::bytea[]) AS l(id, hash)
WHERE c.subject_id = l.id
"""


def _columns(
    events: Sequence[Event], links: Sequence[tuple[bytes, bytes]]
) -> tuple[list[Any], ...]:
    return (
        [event.id for event in events],
        [event.subject_kind for event in events],
        [event.subject_id for event in events],
        [event.kind for event in events],
        [msgspec.json.encode(plain(event.body)).decode() for event in events],
        [event.actor_kind for event in events],
        [event.actor_id for event in events],
        [event.role for event in events],
        [event.why for event in events],
        [event.request_id for event in events],
        [event.at for event in events],
        [previous for previous, _ in links],
        [own for _, own in links],
    )


HISTORY = Listing(
    EVENT,
    "log_event e",
    "",
    {"oldest": Sort((Key("e.seq", Whole),), down=False)},
    always="e.subject_id = {subject_id}::uuid",
    needs=("subject_id",),
)
"""What happened to one subject, oldest first."""


async def history(subject_id: UUID, after_seq: int = 0, limit: int = 200) -> list[Logged]:
    """What happened to the subject after that place in the log, oldest first."""
    rows = await sql(
        f"SELECT {EVENT} FROM log_event e WHERE e.subject_id = $1 AND e.seq > $2"
        " ORDER BY e.seq LIMIT $3",
        subject_id,
        after_seq,
        limit,
    )
    return [logged(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events: about a subject, of a kind, by somebody, from one moment to another."""

    subject_id: UUID | None = None
    kind: str = ""
    actor_id: UUID | None = None
    from_at: datetime | None = None
    to_at: datetime | None = None


async def events(wanted: Wanted, below_seq: int | None, limit: int) -> list[Logged]:
    """The wanted events before that place in the log, newest first."""
    rows = await sql(
        f"SELECT {EVENT} FROM log_event e WHERE ($1::uuid IS NULL OR e.subject_id = $1)"
        " AND ($2 = '' OR e.kind = $2) AND ($3::uuid IS NULL OR e.actor_id = $3)"
        " AND ($4::timestamptz IS NULL OR e.at >= $4)"
        " AND ($5::timestamptz IS NULL OR e.at <= $5)"
        " AND ($6::bigint IS NULL OR e.seq < $6) ORDER BY e.seq DESC LIMIT $7",
        wanted.subject_id,
        wanted.kind,
        wanted.actor_id,
        wanted.from_at,
        wanted.to_at,
        below_seq,
        limit,
    )
    return [logged(row) for row in rows]
