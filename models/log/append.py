"""Writing events, each chained to the one before it about the same subject."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """A row selected as `EVENT`."""
    facts = {name: value for name, value in row.items() if not name.startswith("_")}
    facts["body"] = msgspec.json.decode(row["body"])
    seq, prev_hash, own = (facts.pop(name) for name in ("seq", "prev_hash", "hash"))
    return Logged(seq, Event(**facts), prev_hash, own)


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


EVENTS = Listing(
    EVENT,
    "log_event e",
    "",
    {"newest": Sort((Key("e.seq", Whole),))},
    {
        "subject_id": "e.subject_id = {subject_id}",
        "kind": "e.kind = {kind}",
        "actor_id": "e.actor_id = {actor_id}",
        "from_at": "e.at >= {from_at}",
        "to_at": "e.at <= {to_at}",
    },
)
"""The whole log, newest first."""

HISTORY = Listing(
    EVENT,
    "log_event e",
    "",
    {"oldest": Sort((Key("e.seq", Whole),), down=False)},
    always="e.subject_id = {subject_id}",
    needs=("subject_id",),
)
"""What happened to a subject, oldest first."""
