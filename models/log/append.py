"""Writing events, each chained to the one before it about the same subject."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import msgspec

from models.base import sql
from models.listing import Key, Listing, Sort, Whole
from models.log.content import THIS_UNIT, UNIT_HASH
from rules.log import GENESIS, Event, canonical, link, plain

EVENT = (
    "e.seq, e.id, e.subject_kind, e.subject_id, e.kind, e.body::text AS body, e.actor_kind,"
    " e.actor_id, e.role, e.why, e.request_id, e.content, e.at, e.prev_hash, e.hash"
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

    Each commits to all that the transaction wrote into watched tables since the last call.
    Chains are locked in ascending order of subject until the transaction ends, so call it
    once and last. Raises ValueError for an event that `rules.log.canonical` refuses.
    """
    if not added:
        return
    for event in added:
        canonical(event)
    ends, unit, content = await _lock_chains(Counter(event.subject_id for event in added))
    links: list[tuple[bytes, bytes]] = []
    for event in added:
        previous = ends[event.subject_id]
        ends[event.subject_id] = link(previous, canonical(replace(event, content=content)))
        links.append((previous, ends[event.subject_id]))
    last = (list(ends), list(ends.values()))
    await sql(_WRITE, *_columns(added, links), *last, unit, content)


async def _lock_chains(
    added: Mapping[UUID, int],
) -> tuple[dict[UUID, bytes], int | None, bytes | None]:
    """Each subject's last hash (an upsert, because a row must exist to be locked), then the
    number of what this transaction wrote and the hash over it, if it wrote anything."""
    subjects = sorted(added)
    rows = await sql(
        "INSERT INTO log_chain (subject_id, length, hash)"
        " SELECT s.id, s.added, $3 FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY"
        " AS s(id, added, nth) ORDER BY s.nth"
        " ON CONFLICT (subject_id) DO UPDATE SET length = log_chain.length + excluded.length"
        f" RETURNING subject_id, hash, {THIS_UNIT} AS unit,"
        f" (SELECT {UNIT_HASH} FROM log_content c WHERE c.unit = {THIS_UNIT}) AS content",
        subjects,
        [added[subject] for subject in subjects],
        GENESIS,
    )
    ends = {row["subject_id"]: row["hash"] for row in rows}
    content = rows[0]["content"]
    return ends, rows[0]["unit"] if content is not None else None, content


_WRITE = """
WITH written AS (
    INSERT INTO log_event (id, subject_kind, subject_id, kind, body, actor_kind, actor_id, role,
        why, request_id, at, prev_hash, hash, unit, content)
    SELECT e.id, e.subject_kind, e.subject_id, e.kind, e.body::jsonb, e.actor_kind, e.actor_id,
        e.role, e.why, e.request_id, e.at, e.prev_hash, e.hash, $16, $17
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[],
        $7::uuid[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::bytea[],
        $13::bytea[]) WITH ORDINALITY AS e(id, subject_kind, subject_id, kind, body, actor_kind,
        actor_id, role, why, request_id, at, prev_hash, hash, nth)
    ORDER BY e.nth RETURNING seq
), waiting AS (
    INSERT INTO log_unsealed (seq) SELECT seq FROM written
), ended AS (
    UPDATE log_chain c SET hash = l.hash FROM unnest($14::uuid[], $15::bytea[]) AS l(id, hash)
    WHERE c.subject_id = l.id
)
SELECT set_config('log.unit', '', true)
"""
# Whatever is written after this belongs to another unit, which needs events of its own.


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
    # While a vote runs nobody learns who has voted, nor when. R8.7.
    always="e.kind NOT IN ('BallotCast', 'BallotOverridden') OR NOT EXISTS (SELECT 1 FROM ballot b"
    " JOIN vote v ON v.id = b.vote_id WHERE b.id = e.subject_id AND v.state = 'open')",
)
"""The whole log but for the ballots of votes that run, newest first."""

HISTORY = Listing(
    EVENT,
    "log_event e",
    "",
    {"oldest": Sort((Key("e.seq", Whole),), down=False)},
    always="e.subject_id = {subject_id}",
    needs=("subject_id",),
)
"""What happened to a subject, oldest first."""
