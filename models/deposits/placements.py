"""Placement rounds (竞优存放) and the banks' offers in them. R4.1."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Listing, newest

ROUNDS = Listing(
    "r.id, r.number, r.title, r.amount_fen, r.tenor, r.requirements, r.announced_at, r.closes_at,"
    " r.state, r.offer_id, r.reason, r.proposed_by, r.proposed_at, r.decided_at",
    "placement_round r",
    "r.id",
    {"newest": newest("r.announced_at")},
    {"state": "r.state = {state}", "tenor": "r.tenor = {tenor}"},
)
AWARDED = Listing(
    "r.id, r.number, r.title, r.amount_fen, r.tenor, r.announced_at, r.closes_at AS closed_at,"
    " r.decided_at AS awarded_at, r.reason, r.offer_id",
    "placement_round r",
    "r.id",
    {"newest": newest("r.decided_at")},
    always="r.state = 'awarded'",
)


async def offers_of(round_ids: Sequence[UUID], *, closed: bool) -> list[dict[str, Any]]:
    """The offers of these rounds: the highest rate first when closed, in order of receipt before,
    when rate and note are not read at all."""
    return await sql(
        "SELECT id, round_id, bank, CASE WHEN $2 THEN rate_e4 END AS rate_e4,"
        " CASE WHEN $2 THEN note ELSE '' END AS note, received_at, withdrawn_at"
        " FROM placement_offer WHERE round_id = ANY($1::uuid[])"
        " ORDER BY CASE WHEN $2 THEN rate_e4 END DESC, received_at, id",
        list(round_ids),
        closed,
    )


async def lock_awarded(offer_id: UUID) -> dict[str, Any] | None:
    """The awarded offer, its round locked: bank, rate, tenor, the round's amount and what was
    placed from it so far, in fen; None when it was not awarded."""
    return await one(
        "SELECT o.bank, o.rate_e4, r.tenor, r.amount_fen, (SELECT coalesce(sum(d.principal_fen),"
        " 0) FROM deposit d WHERE d.offer_id = o.id AND d.state <> 'dropped')::bigint AS placed_fen"
        " FROM placement_round r JOIN placement_offer o ON o.id = r.offer_id"
        " WHERE o.id = $1 AND r.state = 'awarded' FOR NO KEY UPDATE OF r",
        offer_id,
    )
