"""A vote as it is loaded: as it stands, or locked against what must not happen meanwhile. R8.3.

Ballots from phones lock the vote against its count in one statement with their homes
(`models.votes.ballots`).
"""

from typing import Any
from uuid import UUID

from models.base import one, sql
from models.votes.reading import COLUMNS
from models.votes.tables import Vote
from rules.refusals.votes import VoteNotFound


async def find_vote(vote_id: UUID) -> Vote:
    """The vote as it stands. Raises VoteNotFound."""
    vote = await Vote.get_or_none(id=vote_id)
    if vote is None:
        raise VoteNotFound()
    return vote


async def lock_against_count(vote_id: UUID) -> Vote:
    """The vote, which is not counted before this transaction ends. Raises VoteNotFound.

    Many may hold it so at once; the count waits for all of them.
    """
    await sql("SELECT 1 FROM vote WHERE id = $1 FOR KEY SHARE", vote_id)
    return await find_vote(vote_id)


async def lock_against_change(vote_id: UUID) -> Vote:
    """The vote, which nobody else changes before this transaction ends; ballots go on. Raises
    VoteNotFound."""
    await sql("SELECT 1 FROM vote WHERE id = $1 FOR NO KEY UPDATE", vote_id)
    return await find_vote(vote_id)


async def lock_against_ballots(vote_id: UUID) -> dict[str, Any]:
    """The vote, alone: whoever is casting has finished, and nobody begins to. The case is locked
    before it. Raises VoteNotFound."""
    row = await one(f"SELECT {COLUMNS} FROM vote v WHERE v.id = $1 FOR UPDATE", vote_id)
    if row is None:
        raise VoteNotFound()
    return row
