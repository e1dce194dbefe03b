"""Placement rounds (竞优存放) and the banks' offers in them. R4.1."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.deposits.tables import PlacementRound


async def rounds_page(
    after: tuple[datetime, UUID], limit: int, *, state: str
) -> list[PlacementRound]:
    """Rounds of a state ("" for all), the last announced first, from a place on."""
    rows = await sql(
        "SELECT id FROM placement_round WHERE (announced_at, id) < ($1, $2)"
        " AND ($3 = '' OR state = $3) ORDER BY announced_at DESC, id DESC LIMIT $4",
        *after,
        state,
        limit,
    )
    found = await PlacementRound.in_bulk([row["id"] for row in rows], "id")
    return [found[row["id"]] for row in rows]


async def awarded_page(after: tuple[datetime, UUID], limit: int) -> list[dict[str, Any]]:
    """Awarded rounds, the last awarded first, from a place on."""
    return await sql(
        "SELECT id, number, title, amount_fen, tenor, announced_at, closes_at, decided_at, reason,"
        " offer_id FROM placement_round WHERE state = 'awarded' AND (decided_at, id) < ($1, $2)"
        " ORDER BY decided_at DESC, id DESC LIMIT $3",
        *after,
        limit,
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
