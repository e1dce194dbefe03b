"""Which columns of the roll an import writes, table by table, in the order they depend on."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from models.base import jsonb, sql
from models.imports import Table

COMMUNITY = Table(
    "community",
    "code",
    "code text, name text, street text, address text, managed text, manager text,"
    " parking_counts bool",
    {
        "code": "i.code",
        "name": "i.name",
        "street": "i.street",
        "address": "i.address",
        "managed": "i.managed",
        "manager_name": "i.manager",
        "parking_counts": "i.parking_counts",
    },
)

BUILDING = Table(
    "building",
    "code",
    "community text, code text, name text, kept_per text, land_parcel text, planning_permit text,"
    " planned_cm2 bigint, built_on date, floors smallint",
    {
        "community_id": "c.id",
        "code": "i.code",
        "name": "i.name",
        "kept_per": "i.kept_per",
        "land_parcel": "i.land_parcel",
        "planning_permit": "i.planning_permit",
        "planned_cm2": "i.planned_cm2",
        "built_on": "i.built_on",
        "floors": "i.floors",
    },
    "JOIN community c ON c.code = i.community",
)

# Whatever the file brought, every building or unit that an account is kept for is a scope.
BUILDING_SCOPE = Table(
    "scope",
    "code",
    "code text",
    {
        "building_id": "b.id",
        "code": "b.code",
        "name": "c.name || b.name",
        "kind": "'building'",
    },
    "JOIN building b ON b.code = i.code AND b.kept_per = 'building'"
    " JOIN community c ON c.id = b.community_id",
)

UNIT_SCOPE = Table(
    "scope",
    "code",
    "building text, code text, name text",
    {
        "building_id": "b.id",
        "code": "i.code",
        "name": "c.name || b.name || i.name",
        "kind": "'unit'",
    },
    "JOIN building b ON b.code = i.building AND b.kept_per = 'unit'"
    " JOIN community c ON c.id = b.community_id",
)

UNIT = Table(
    "unit",
    "code",
    "building text, code text, name text",
    {"building_id": "b.id", "scope_id": "s.id", "code": "i.code", "name": "i.name"},
    "JOIN building b ON b.code = i.building JOIN scope s"
    " ON s.code = CASE WHEN b.kept_per = 'unit' THEN i.code ELSE b.code END",
)

HOME = Table(
    "home",
    "code",
    'unit text, code text, room text, "use" text, area_cm2 bigint, area_source text,'
    " registered_cm2 bigint, surveyed_cm2 bigint, contract_cm2 bigint, area_note text,"
    " developer_held bool, ancillary bool",
    {
        "unit_id": "u.id",
        "code": "i.code",
        "room": "i.room",
        '"use"': 'i."use"',
        "area_cm2": "i.area_cm2",
        "area_source": "i.area_source",
        "registered_cm2": "i.registered_cm2",
        "surveyed_cm2": "i.surveyed_cm2",
        "contract_cm2": "i.contract_cm2",
        "area_note": "i.area_note",
        "developer_held": "i.developer_held",
        # R2.2: car spaces and storage count where the community's rules say so.
        "counts": "(NOT i.ancillary OR c.parking_counts)",
    },
    "JOIN unit u ON u.code = i.unit JOIN building b ON b.id = u.building_id"
    " JOIN community c ON c.id = b.community_id",
)

OWNER = Table(
    "owner",
    "id_index",
    "id uuid, name text, name_key text, id_kind text, id_cipher text, id_index text,"
    " phone_cipher text",
    {
        "id": "i.id",
        "name": "i.name",
        "name_key": "i.name_key",
        "id_kind": "i.id_kind",
        "id_cipher": "decode(i.id_cipher, 'hex')",
        "id_index": "decode(i.id_index, 'hex')",
        "phone_cipher": "decode(i.phone_cipher, 'hex')",
    },
    only="id_index IS NOT NULL",
    hidden=("id_cipher", "id_index", "phone_cipher"),
)

OWNERSHIP = Table(
    "ownership",
    "id",
    "home text, owner text, share_bps int, from_on date, to_on date, representative bool, id uuid",
    {
        "id": "i.id",
        "import_id": "$2::uuid",
        "home_id": "h.id",
        "owner_id": "o.id",
        "share_bps": "i.share_bps",
        "from_on": "i.from_on",
        "to_on": "i.to_on",
        "representative": "i.representative",
    },
    "JOIN home h ON h.code = i.home JOIN owner o ON o.id_index = decode(i.owner, 'hex')",
)

ELEVATOR = Table(
    "elevator",
    "code",
    "code text, unit text, name text, brand text, installed_on date, inspected_on date,"
    " inspection_due_on date, certificate text, contractor text, licence_until_on date,"
    " load_kg int, condemned bool, open_defect text",
    {
        "code": "i.code",
        "building_id": "u.building_id",
        "name": "i.name",
        "brand": "i.brand",
        "installed_on": "i.installed_on",
        "inspected_on": "i.inspected_on",
        "inspection_due_on": "i.inspection_due_on",
        "certificate": "i.certificate",
        "contractor": "i.contractor",
        "licence_until_on": "i.licence_until_on",
        "load_kg": "i.load_kg",
        "condemned": "i.condemned",
        "open_defect": "i.open_defect",
    },
    "JOIN unit u ON u.code = i.unit",
)

ELEVATOR_UNIT = Table(
    "elevator_unit",
    "elevator_id, unit_id",
    "elevator text, unit text",
    {"elevator_id": "e.id", "unit_id": "u.id"},
    "JOIN elevator e ON e.code = i.elevator JOIN unit u ON u.code = i.unit",
)

VISIT = Table(
    "maintenance_visit",
    "elevator_id, visited_on",
    "elevator text, visited_on date, contractor text, result text, defect text",
    {
        "elevator_id": "e.id",
        "visited_on": "i.visited_on",
        "contractor": "i.contractor",
        "result": "i.result",
        "defect": "i.defect",
    },
    "JOIN elevator e ON e.code = i.elevator",
)

DEPOSIT = Table(
    "deposit",
    "code",
    "code text, bank text, bank_account text, principal_fen bigint, tenor text, opened_on date,"
    " matures_on date, agreed_rate_e4 int, benchmark_rate_e4 int, method text, base text,"
    " renews bool",
    {
        name: f"i.{name}"
        for name in (
            *("code", "bank", "bank_account", "principal_fen", "tenor", "opened_on", "matures_on"),
            *("agreed_rate_e4", "benchmark_rate_e4", "method", "base", "renews"),
        )
    },
)

_NO_LONGER_SERVED = """
WITH gone AS (
    DELETE FROM elevator_unit t USING elevator e, unit u
     WHERE e.id = t.elevator_id AND u.id = t.unit_id AND e.code = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($3::jsonb) AS i(elevator text, unit text)
                        WHERE i.elevator = e.code AND i.unit = u.code)
    RETURNING t.*
)
INSERT INTO roll_change (id, source_id, "table", row_id, before, after)
SELECT gen_random_uuid(), $2, 'elevator_unit', g.id, to_jsonb(g), NULL FROM gone g RETURNING id
"""
"""Units that the listed elevators ($1, their units $3) serve no longer."""

_FIRST_DEPOSITS = """
WITH wanted AS (
    SELECT h.id, h.code, h.first_deposit_fen AS was, i.first_deposit_fen AS now
      FROM jsonb_to_recordset($1::jsonb) AS i(home text, first_deposit_fen bigint)
      JOIN home h ON h.code = i.home
     WHERE h.first_deposit_fen IS DISTINCT FROM i.first_deposit_fen
), done AS (
    UPDATE home t SET first_deposit_fen = w.now FROM wanted w WHERE t.id = w.id
)
INSERT INTO roll_change (id, source_id, "table", row_id, before, after)
SELECT gen_random_uuid(), $2, 'home', w.id,
       jsonb_build_object('code', w.code, 'first_deposit_fen', w.was),
       jsonb_build_object('code', w.code, 'first_deposit_fen', w.now)
  FROM wanted w RETURNING id
"""
"""What each home first paid in."""

_SPANS = """
SELECT o.id, h.code AS home, encode(w.id_index, 'hex') AS owner, o.from_on, o.to_on, o.share_bps,
       o.representative, o.claim_id IS NOT NULL AS by_papers
  FROM ownership o JOIN home h ON h.id = o.home_id JOIN owner w ON w.id = o.owner_id
 WHERE h.code = ANY($1) ORDER BY h.code, o.from_on, o.id
"""
"""Every span of the homes ($1) that the roll knows."""


async def owners_with(indexes: Sequence[str]) -> list[dict[str, Any]]:
    """The owners that the roll has with these blind indexes (hex): what is sealed of them."""
    return await sql(
        "SELECT id, encode(id_index, 'hex') AS id_index, id_cipher, phone_cipher FROM owner"
        " WHERE id_index = ANY($1::bytea[])",
        [bytes.fromhex(one) for one in indexes],
    )


_ENDED = """
SELECT o.id, o.home_id, o.to_on FROM roll_change c JOIN ownership o ON o.id = c.row_id
 WHERE c.source_id = $1 AND c."table" = 'ownership' AND jsonb_typeof(c.after->'to_on') = 'string'
   AND jsonb_typeof(c.before->'to_on') = 'null'
"""


async def ended(import_id: UUID) -> list[dict[str, Any]]:
    """The ownerships that this import ended: id, home, the day."""
    return await sql(_ENDED, import_id)


async def spans_of(homes: Sequence[str]) -> list[dict[str, Any]]:
    """Every span of these homes that the roll knows, by home and day."""
    return await sql(_SPANS, homes)


async def end_service(elevators: Sequence[str], served: Any, import_id: UUID) -> int:
    """Units that these elevators serve no longer, by `served`; how many. Noted as changes."""
    return len(await sql(_NO_LONGER_SERVED, elevators, import_id, jsonb(served)))


async def note_first_deposits(funds: Any, import_id: UUID) -> int:
    """Homes have the first deposits that these rows say; how many changed. Noted as changes."""
    return len(await sql(_FIRST_DEPOSITS, jsonb(funds), import_id))


async def scopes() -> list[dict[str, Any]]:
    """Every scope: id, code, name."""
    return await sql("SELECT id, code, name FROM scope ORDER BY code")


async def homes_titled(codes: Sequence[str]) -> list[dict[str, Any]]:
    """These homes: id, code, and what their account in the books is called."""
    return await sql(
        "SELECT h.id, h.code, s.name || ' ' || h.room AS title FROM home h"
        " JOIN unit u ON u.id = h.unit_id JOIN scope s ON s.id = u.scope_id"
        " WHERE h.code = ANY($1)",
        codes,
    )
