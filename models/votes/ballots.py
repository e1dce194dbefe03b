"""The ballots given for homes of a vote: homes locked, ballots read, ballots stored. R2.3, R8.3.

Whoever gives a ballot holds the vote's row shared, so that no count begins meanwhile, and the
homes' rows alone, so that what is read after it is the truth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql
from models.votes.reading import BY_LIVE_LOGIN, MINE

_HOME = """
vh.id, vh.home_id, vh.pseudonym, vh.representative_id, vh.area_cm2,
(SELECT array_agg(o.owner_id) FROM vote_owner o WHERE o.vote_home_id = vh.id) AS owners
"""


async def lock_mine(
    vote_id: UUID, person_id: UUID, home_ids: Sequence[UUID] | None
) -> list[dict[str, Any]]:
    """The homes for which the person speaks, locked in the order of their ids, each with whose
    voice it is; every row also carries the vote's state, end and parameters. One statement."""
    return await sql(
        f"WITH mine AS MATERIALIZED ({MINE})"
        " SELECT v.state AS vote_state, v.ends_at, v.parameters::text AS parameters,"
        f" v.threshold, m.owner_id, m.proxy_id, {_HOME}"
        " FROM mine m JOIN vote_home vh ON vh.id = m.id JOIN vote v ON v.id = vh.vote_id"
        " WHERE $3::uuid[] IS NULL OR vh.home_id = ANY($3)"
        " ORDER BY vh.id, m.owner_id FOR KEY SHARE OF v FOR NO KEY UPDATE OF vh",
        vote_id,
        person_id,
        list(home_ids) if home_ids is not None else None,
    )


async def lock_homes(vote_id: UUID, vote_home_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """These homes of the roll, locked in the order of their ids, with the vote's own columns as
    `lock_mine` gives them; for papers, which are entered for many homes at once."""
    return await sql(
        "SELECT v.state AS vote_state, v.ends_at, v.parameters::text AS parameters, v.threshold,"
        f" {_HOME} FROM vote v JOIN vote_home vh ON vh.vote_id = v.id"
        " WHERE v.id = $1 AND vh.id = ANY($2::uuid[])"
        " ORDER BY vh.id FOR KEY SHARE OF v FOR NO KEY UPDATE OF vh",
        vote_id,
        list(vote_home_ids),
    )


async def ballots_of(vote_home_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Every ballot ever given for these homes, and whose login it was that still is bound."""
    return await sql(
        "SELECT b.id, b.vote_home_id, b.owner_id, b.person_id, b.proxy_id, b.channel,"
        f" b.choice_cipher, b.receipt, b.cast_at, b.entered_at, b.state, {BY_LIVE_LOGIN}"
        " FROM ballot b WHERE b.vote_home_id = ANY($1::uuid[])",
        list(vote_home_ids),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBallot:
    """A ballot as it is stored."""

    id: UUID
    vote_home_id: UUID
    owner_id: UUID
    person_id: UUID | None
    proxy_id: UUID | None
    channel: str
    choice_cipher: bytes
    nonce_cipher: bytes
    receipt: str
    cast_at: datetime
    entered_at: datetime
    batch_id: UUID | None
    state: str


# What loses its place does so before anything takes it: the indexes allow one at any instant.
_STORE = """
WITH lost AS (
  UPDATE ballot b SET state = s.state FROM unnest($1::uuid[], $2::text[]) AS s(id, state)
   WHERE b.id = s.id AND s.state <> 'valid' RETURNING 1
), won AS (
  UPDATE ballot b SET state = s.state FROM unnest($1::uuid[], $2::text[]) AS s(id, state)
   WHERE b.id = s.id AND s.state = 'valid' AND (SELECT count(*) FROM lost) >= 0 RETURNING 1
)
INSERT INTO ballot (id, vote_id, vote_home_id, owner_id, person_id, proxy_id, channel,
    choice_cipher, nonce, receipt, cast_at, entered_at, batch_id, state)
SELECT g.id, $3, g.home, g.owner, g.person, g.proxy, g.channel, g.choice, g.nonce, g.receipt,
       g.cast_at, g.entered_at, g.batch, g.state
  FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[],
       $10::bytea[], $11::bytea[], $12::text[], $13::timestamptz[], $14::timestamptz[],
       $15::uuid[], $16::text[]) AS g(id, home, owner, person, proxy, channel, choice, nonce,
       receipt, cast_at, entered_at, batch, state)
 WHERE (SELECT count(*) FROM lost) >= 0 AND (SELECT count(*) FROM won) >= 0
"""


async def store(vote_id: UUID, given: Sequence[StoredBallot], changed: Mapping[UUID, str]) -> None:
    """The new ballots are in the tables and the earlier ones have become what they are now."""
    await sql(
        _STORE,
        list(changed),
        list(changed.values()),
        vote_id,
        [one.id for one in given],
        [one.vote_home_id for one in given],
        [one.owner_id for one in given],
        [one.person_id for one in given],
        [one.proxy_id for one in given],
        [one.channel for one in given],
        [one.choice_cipher for one in given],
        [one.nonce_cipher for one in given],
        [one.receipt for one in given],
        [one.cast_at for one in given],
        [one.entered_at for one in given],
        [one.batch_id for one in given],
        [one.state for one in given],
    )
