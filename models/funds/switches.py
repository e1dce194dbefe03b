"""Switches of scopes as they are stored and listed, and what they ask of the roll. R3.8, R4.6."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.entries import Table
from models.listing import Listing, newest
from models.standing import Viewer, sees_scope

SWITCH = Table(
    "scope_switch",
    line="CASE e.to_kind WHEN 'unit' THEN '改为按单元记账：' ELSE '改为按幢记账：' END || e.reason",
    joins="JOIN building b ON b.id = e.building_id JOIN community m ON m.id = b.community_id",
    place="m.name || b.name",
    community_id="b.community_id",
    confirmed="done",
)
_COLUMNS = (
    "w.id, w.building_id, m.name || b.name AS building, w.to_kind, w.state, w.reason,"
    ' w."on", w.working::text AS working, w.journal_id, w.entered_by, w.entered_at,'
    " w.confirmed_by, w.confirmed_at"
)
_SOURCE = (
    "scope_switch w JOIN building b ON b.id = w.building_id"
    " JOIN community m ON m.id = b.community_id"
)
SWITCHES = Listing(
    _COLUMNS,
    _SOURCE,
    "w.id",
    {"newest": newest("w.entered_at")},
    {
        "state": "w.state = {state}",
        "building_id": "w.building_id = {building_id}",
    },
)


async def switch(switch_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE w.id = $1", switch_id)


async def kept_per(building_id: UUID) -> str | None:
    """What the building's pooled account is kept per; None if there is no such building."""
    row = await one("SELECT kept_per FROM building WHERE id = $1", building_id)
    return str(row["kept_per"]) if row else None


async def scope_names(scope_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What the scopes are called."""
    ids = sorted(scope_ids)
    rows = await sql("SELECT id, name FROM scope WHERE id = ANY($1::uuid[])", ids)
    return {row["id"]: row["name"] for row in rows}


_MISSING = {
    "unit": """
INSERT INTO scope (id, building_id, code, name, kind)
SELECT gen_random_uuid(), b.id, u.code, m.name || b.name || u.name, 'unit'
  FROM unit u JOIN building b ON b.id = u.building_id JOIN community m ON m.id = b.community_id
 WHERE b.id = $1 ON CONFLICT (code) DO NOTHING
""",
    "building": """
INSERT INTO scope (id, building_id, code, name, kind)
SELECT gen_random_uuid(), b.id, b.code, m.name || b.name, 'building'
  FROM building b JOIN community m ON m.id = b.community_id
 WHERE b.id = $1 ON CONFLICT (code) DO NOTHING
""",
}
_UNITS = """
SELECT u.id, u.code, u.scope_id AS old, s.id AS new,
       coalesce((SELECT sum(h.area_cm2) FROM home h WHERE h.unit_id = u.id AND h.counts), 0)::bigint
         AS area_cm2
  FROM unit u JOIN building b ON b.id = u.building_id
  JOIN scope s ON s.code = CASE WHEN $2 = 'unit' THEN u.code ELSE b.code END
 WHERE u.building_id = $1 AND u.scope_id <> s.id ORDER BY u.code
"""


async def lock_units(building_id: UUID, to_kind: str) -> list[dict[str, Any]]:
    """The units that get another scope, with both; every scope of the building is locked, so that
    no case can be filed for it meanwhile."""
    await sql(_MISSING[to_kind], building_id)
    await sql("SELECT id FROM scope WHERE building_id = $1 ORDER BY id FOR UPDATE", building_id)
    return await sql(_UNITS, building_id, to_kind)


async def open_cases(scope_ids: Sequence[UUID], closed: Iterable[str]) -> list[str]:
    """The numbers of the scopes' cases in any other state; the first 20."""
    rows = await sql(
        'SELECT number FROM "case" WHERE scope_id = ANY($1::uuid[]) AND state <> ALL($2::text[])'
        " ORDER BY number LIMIT 20",
        list(scope_ids),
        sorted(closed),
    )
    return [row["number"] for row in rows]


async def special_with_money(scope_ids: Sequence[UUID]) -> str | None:
    """The number of a special account of the scopes that has money."""
    row = await one(
        "SELECT a.number FROM special_account a JOIN ledger_account l ON l.id = a.account_id"
        " WHERE a.scope_id = ANY($1::uuid[]) AND l.balance_fen > 0"
        " ORDER BY a.number LIMIT 1",
        list(scope_ids),
    )
    return str(row["number"]) if row else None


async def changed_on(unit_ids: Sequence[UUID], day: date) -> bool:
    """Whether any of the units got another scope on that day."""
    row = await one(
        'SELECT 1 AS yes FROM scope_change WHERE unit_id = ANY($1::uuid[]) AND "on" = $2',
        list(unit_ids),
        day,
    )
    return row is not None


async def change(
    switch_id: UUID,
    building_id: UUID,
    to_kind: str,
    units: Sequence[dict[str, Any]],
    on: date,
    at: datetime,
) -> None:
    """From that day on the units' homes belong to the other scopes."""
    await sql("UPDATE building SET kept_per = $2 WHERE id = $1", building_id, to_kind)
    ids = [unit["id"] for unit in units]
    old, new = [unit["old"] for unit in units], [unit["new"] for unit in units]
    await sql(
        "UPDATE unit u SET scope_id = l.new FROM unnest($1::uuid[], $2::uuid[]) AS l(id, new)"
        " WHERE u.id = l.id",
        ids,
        new,
    )
    await sql(
        "INSERT INTO scope_change (id, switch_id, unit_id, from_scope_id, to_scope_id,"
        ' "on", recorded_at) SELECT gen_random_uuid(), $1, l.*, $5, $6'
        " FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS l",
        switch_id,
        ids,
        old,
        new,
        on,
        at,
    )


async def left_behind() -> list[UUID]:
    """Scopes without homes that got money after their homes went."""
    rows = await sql(
        "SELECT DISTINCT k.from_scope_id AS id FROM scope_change k JOIN ledger_account a"
        " ON a.code = 'pooled:' || k.from_scope_id::text"
        " WHERE a.balance_fen > a.held_fen"
        " AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.scope_id = k.from_scope_id) ORDER BY 1"
    )
    return [row["id"] for row in rows]


async def successors(scope_id: UUID) -> list[dict[str, Any]]:
    """The scopes that the homes of that one belong to now, with their counting areas in cm2."""
    return await sql(
        "SELECT u.scope_id AS new, b.kept_per, coalesce(sum(h.area_cm2), 0)::bigint AS area_cm2"
        " FROM (SELECT DISTINCT unit_id FROM scope_change WHERE from_scope_id = $1) k"
        " JOIN unit u ON u.id = k.unit_id JOIN building b ON b.id = u.building_id"
        " LEFT JOIN home h ON h.unit_id = u.id AND h.counts"
        " GROUP BY u.scope_id, b.kept_per ORDER BY u.scope_id",
        scope_id,
    )


_CONCERNED = f"""
SELECT 1 AS yes FROM building b JOIN scope s ON s.building_id = b.id
 WHERE b.id = $6 AND {sees_scope("s.id", "b.community_id")} LIMIT 1
"""


async def concerns(building_id: UUID, viewer: Viewer) -> bool:
    """Whether the viewer sees a scope that the building is or was kept as."""
    return await one(_CONCERNED, *viewer.params(), building_id) is not None
