"""Batches of paper ballots, and the ballots that a confirmed one becomes. R8.3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from tortoise.exceptions import IntegrityError

from models.base import jsonb, one, sql
from models.files import all_shown
from models.listing import Listing, newest
from models.votes.papers import DOOR, DOORS
from models.votes.tables import BallotBatch, BallotLine
from rules.refusals.asking import NotFound
from rules.refusals.votes import PaperTwice


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A paper ballot as it was keyed; `vote_home_id` is the roll's row."""

    nth: int
    vote_home_id: UUID
    signers: Sequence[UUID]
    received_at: datetime
    choice_cipher: bytes


async def insert(
    batch_id: UUID, vote_id: UUID, number: str, files: Sequence[UUID], by: UUID, now: datetime
) -> None:
    """A batch without lines, waiting."""
    await sql(
        "INSERT INTO ballot_batch (id, vote_id, number, state, files, entered_by, entered_at,"
        " reason) VALUES ($1, $2, $3, 'draft', $4::jsonb, $5, $6, '')",
        batch_id,
        vote_id,
        number,
        jsonb(files),
        by,
        now,
    )


async def add_lines(batch_id: UUID, lines: Sequence[Keyed]) -> None:
    """The lines are in the batch. Raises PaperTwice where another entry was quicker."""
    try:
        await sql(
            "INSERT INTO ballot_line (id, batch_id, nth, vote_home_id, signers, received_at,"
            " choice_cipher, outcome, live) SELECT gen_random_uuid(), $1, k.nth, k.home,"
            " k.signers::jsonb, k.at, k.choice, '', true FROM unnest($2::int[], $3::uuid[],"
            " $4::text[], $5::timestamptz[], $6::bytea[]) AS k(nth, home, signers, at, choice)",
            batch_id,
            [line.nth for line in lines],
            [line.vote_home_id for line in lines],
            [jsonb(line.signers) for line in lines],
            [line.received_at for line in lines],
            [line.choice_cipher for line in lines],
        )
    except IntegrityError as error:
        raise PaperTwice() from error


async def change_line(batch_id: UUID, line: Keyed) -> None:
    """The line is keyed anew; its home stays."""
    await sql(
        "UPDATE ballot_line SET signers = $3::jsonb, received_at = $4, choice_cipher = $5"
        " WHERE batch_id = $1 AND nth = $2",
        batch_id,
        line.nth,
        jsonb(line.signers),
        line.received_at,
        line.choice_cipher,
    )


async def entered_before(vote_home_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the homes of which a paper waits, or all who may sign one handed one in."""
    rows = await sql(
        "SELECT vote_home_id FROM ballot_line WHERE live AND vote_home_id = ANY($1::uuid[])",
        list(vote_home_ids),
    )
    return {row["vote_home_id"] for row in rows}


async def signed_before(vote_home_ids: Sequence[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Of each of these homes the owners whose paper was taken already."""
    rows = await sql(
        "SELECT vote_home_id, array_agg(owner_id) AS owners FROM ballot"
        " WHERE channel = 'paper' AND vote_home_id = ANY($1::uuid[]) GROUP BY vote_home_id",
        list(vote_home_ids),
    )
    return {row["vote_home_id"]: frozenset(row["owners"]) for row in rows}


async def find(batch_id: UUID, *, lock: bool = False) -> dict[str, Any]:
    """The batch, its row locked if asked for. Raises NotFound."""
    row = await one(
        f"SELECT id, vote_id, number, state, {all_shown('files')} AS files, entered_by, entered_at,"
        " confirmed_by, confirmed_at, reason FROM ballot_batch WHERE id = $1"
        + (" FOR NO KEY UPDATE" if lock else ""),
        batch_id,
    )
    if row is None:
        raise NotFound()
    return row


async def lines_of(batch_id: UUID) -> list[dict[str, Any]]:
    """The lines in their order, each with where its home is and the names of who signed."""
    rows = await sql(
        f"SELECT l.nth, l.vote_home_id, v.home_id, v.paper_token, {DOOR} AS place,"
        " l.signers::text AS signers, l.received_at, l.choice_cipher, l.outcome,"
        " (SELECT coalesce(array_agg(w.name ORDER BY w.name), '{}')"
        "    FROM jsonb_array_elements_text(l.signers) AS s(id) JOIN owner w ON w.id = s.id::uuid)"
        "   AS names"
        f" FROM ballot_line l JOIN vote_home v ON v.id = l.vote_home_id"
        f" JOIN {DOORS} ON h.id = v.home_id WHERE l.batch_id = $1 ORDER BY l.nth",
        batch_id,
    )
    return [row | {"signers": msgspec.json.decode(row["signers"], type=list[UUID])} for row in rows]


BATCHES = Listing(
    "b.id, b.number, b.state, b.entered_by, b.entered_at, b.confirmed_at, b.reason,"
    " (SELECT count(*) FROM ballot_line l WHERE l.batch_id = b.id) AS lines",
    "ballot_batch b",
    "b.id",
    {"newest": newest("b.entered_at")},
    {"state": "b.state = {state}"},
    always="b.vote_id = {vote_id}",
    needs=("vote_id",),
)
"""The batches of a vote, the newest first."""


async def confirmed(batch_id: UUID, outcomes: dict[int, str], by: UUID, now: datetime) -> None:
    """The batch is confirmed, each line with what became of it.

    Where a co-owner has not signed yet the line lets the co-owner's own paper in (R2.3).
    """
    await sql(
        "UPDATE ballot_line SET outcome = k.outcome, live = NOT EXISTS ("
        "   SELECT 1 FROM vote_home v JOIN vote_owner o ON o.vote_home_id = v.id"
        "    WHERE v.id = ballot_line.vote_home_id AND coalesce(v.representative_id, o.owner_id)"
        "      = o.owner_id AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.vote_home_id = v.id"
        "      AND b.owner_id = o.owner_id AND b.channel = 'paper'))"
        " FROM unnest($2::int[], $3::text[])"
        " AS k(nth, outcome) WHERE batch_id = $1 AND ballot_line.nth = k.nth",
        batch_id,
        list(outcomes),
        list(outcomes.values()),
    )
    await sql(
        "UPDATE ballot_batch SET state = 'confirmed', confirmed_by = $2, confirmed_at = $3"
        " WHERE id = $1",
        batch_id,
        by,
        now,
    )


async def drop(batch_id: UUID, by: UUID, now: datetime, reason: str) -> None:
    """The batch is dropped; its homes' papers can be entered again."""
    await BallotLine.filter(batch_id=batch_id).update(live=False)
    await BallotBatch.filter(id=batch_id).update(
        state="dropped", dropped_by=by, dropped_at=now, reason=reason
    )


async def receipts_of(batch_id: UUID) -> dict[UUID, list[str]]:
    """Of each home the receipts of the batch's ballots that are its ballot. R8.5."""
    rows = await sql(
        "SELECT vote_home_id, array_agg(receipt ORDER BY state = 'valid' DESC, id) AS receipts"
        " FROM ballot WHERE batch_id = $1 AND state IN ('valid', 'concurring', 'contested')"
        " GROUP BY vote_home_id",
        batch_id,
    )
    return {row["vote_home_id"]: row["receipts"] for row in rows}
