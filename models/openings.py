"""Opening balances of buildings, and the door that two people close behind them. R2.9, R3.6."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise import fields

from models.base import one, sql
from models.entries import Table, TwoPersonRow
from models.listing import Listing, by_code

CLOSING = Table(
    "opening_closing",
    line="'关闭' || jsonb_array_length(e.buildings) || '个楼栋的期初'",
)


class OpeningClosing(TwoPersonRow):
    """Buildings whose opening balances two people close for good. R2.9."""

    buildings: Any = fields.JSONField()

    class Meta:
        table = "opening_closing"


_POSTED = """
(SELECT coalesce(sum(-p.amount_fen), 0)::bigint FROM ledger_account a
   JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_journal j ON j.id = p.journal_id
  WHERE a.kind = '{account}' AND j.kind = '{journal}' AND a.owner_ref IN ({owners}))
"""
_POOLED = _POSTED.format(
    account="pooled",
    journal="opening_income",
    owners="SELECT s.id FROM scope s WHERE s.building_id = b.id",
)
_FUNDS = _POSTED.format(
    account="household_fund",
    journal="opening_principal",
    owners="SELECT h.id FROM unit u JOIN home h ON h.unit_id = u.id WHERE u.building_id = b.id",
)
_COLUMNS = (
    "b.id AS building_id, b.code, m.name || b.name AS building, b.community_id,"
    f" b.openings_shut_at AS shut_at, {_POOLED} AS pooled_fen, {_FUNDS} AS household_fen"
)
_SOURCE = "building b JOIN community m ON m.id = b.community_id"

DOORS = Listing(
    _COLUMNS,
    _SOURCE,
    "b.id",
    {"code": by_code("b.code")},
    {
        "community_id": "b.community_id = {community_id}",
        "open": "b.openings_shut_at IS NULL",
    },
)
"""Buildings in the order of their codes, what came into their books as openings, and since when
nothing more does."""


async def closing(closing_id: UUID) -> dict[str, Any] | None:
    """The entry with its buildings as text."""
    return await one(
        "SELECT id, state, buildings::text AS buildings, entered_by, entered_at, confirmed_at,"
        " dropped_at, drop_reason FROM opening_closing WHERE id = $1",
        closing_id,
    )


async def doors_of(building_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """These buildings as the list has them."""
    return await sql(
        f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE b.id = ANY($1::uuid[]) ORDER BY b.code",
        list(building_ids),
    )


async def shut(building_ids: Sequence[UUID], at: datetime) -> int:
    """The openings of these buildings are shut from now on; how many were open until now."""
    rows = await sql(
        "UPDATE building SET openings_shut_at = $2 WHERE id IN (SELECT id FROM building"
        " WHERE id = ANY($1::uuid[]) AND openings_shut_at IS NULL ORDER BY id FOR NO KEY UPDATE)"
        " RETURNING id",
        list(building_ids),
        at,
    )
    return len(rows)
