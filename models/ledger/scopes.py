"""Pooled balances as somebody may see them, each answer one statement. R3.8, R12.1."""

from dataclasses import dataclass
from uuid import UUID

from models.base import one
from models.listing import Listing, by_code
from models.standing import Viewer, sees_scope

# What a viewer ($1 to $5) sees of a scope `s` in a building `b`.
_SEES = sees_scope("s.id", "b.community_id")


@dataclass(frozen=True, slots=True)
class OwnHome:
    """A home of the viewer's; `place` is its place among the scope's homes by ascending id."""

    id: UUID
    room: str
    area_cm2: int
    area_source: str
    place: int


@dataclass(frozen=True, slots=True)
class ScopeBalance:
    """A scope's pooled account with the areas of all its homes by ascending id, in cm2."""

    scope_id: UUID
    code: str
    name: str
    kind: str
    account_id: UUID | None
    balance_fen: int
    held_fen: int
    sees: bool
    areas: tuple[int, ...]
    own: tuple[OwnHome, ...]


_BALANCE = f"""
WITH counted AS (
    SELECT h.id, h.room, h.area_cm2, h.area_source,
        row_number() OVER (ORDER BY h.id) - 1 AS place
    FROM unit u JOIN home h ON h.unit_id = u.id WHERE u.scope_id = $6 AND h.counts
), own AS (
    SELECT c.* FROM counted c WHERE c.id IN (SELECT home_id FROM own_homes($2, $1))
)
SELECT s.id AS scope_id, s.code, s.name, s.kind, a.id AS account_id,
    coalesce(a.balance_fen, 0) AS balance_fen, coalesce(a.held_fen, 0) AS held_fen,
    {_SEES} AS sees,
    (SELECT array_agg(area_cm2 ORDER BY place) FROM counted) AS areas,
    o.ids, o.rooms, o.sizes, o.sources, o.places
FROM scope s JOIN building b ON b.id = s.building_id
LEFT JOIN ledger_account a ON a.code = 'pooled:' || s.id::text
CROSS JOIN LATERAL (
    SELECT array_agg(id ORDER BY place) AS ids, array_agg(room ORDER BY place) AS rooms,
        array_agg(area_cm2 ORDER BY place) AS sizes,
        array_agg(area_source ORDER BY place) AS sources, array_agg(place ORDER BY place) AS places
    FROM own
) AS o
WHERE s.id = $6
"""


async def scope_balance(scope_id: UUID, viewer: Viewer) -> ScopeBalance | None:
    """The scope's account and the viewer's homes in it; `sees` says whether it may be shown."""
    row = await one(_BALANCE, *viewer.params(), scope_id)
    if row is None:
        return None
    columns = [row.pop(name) or () for name in ("ids", "rooms", "sizes", "sources", "places")]
    own = tuple(OwnHome(*home) for home in zip(*columns, strict=True))
    return ScopeBalance(**{**row, "areas": tuple(row["areas"] or ())}, own=own)


async def account_seen(scope_id: UUID, viewer: Viewer) -> tuple[bool, UUID | None] | None:
    """Whether the viewer sees the scope and which account it has; None for no such scope."""
    row = await one(
        f"SELECT a.id, {_SEES} AS sees FROM scope s JOIN building b ON b.id = s.building_id"
        " LEFT JOIN ledger_account a ON a.code = 'pooled:' || s.id::text WHERE s.id = $6",
        *viewer.params(),
        scope_id,
    )
    return (row["sees"], row["id"]) if row else None


SCOPES = Listing(
    "s.id AS scope_id, s.code, s.name, s.kind, m.name AS community,"
    " coalesce(a.balance_fen, 0) AS balance_fen, coalesce(a.held_fen, 0) AS held_fen,"
    " coalesce(a.balance_fen - a.held_fen, 0) AS available_fen",
    "scope s JOIN building b ON b.id = s.building_id JOIN community m ON m.id = b.community_id"
    " LEFT JOIN ledger_account a ON a.code = 'pooled:' || s.id::text",
    "s.id",
    {"code": by_code("s.code")},
    {
        "q": "strpos(s.code, {q}) > 0 OR strpos(s.name, {q}) > 0",
        "community_id": "b.community_id = {community_id}",
    },
    always=f"{_SEES} AND ($2::uuid IS NULL OR EXISTS ("
    "SELECT 1 FROM unit x WHERE x.scope_id = s.id))",
    leading=5,
)
"""The scopes that a viewer ($1 to $5) sees, by code. People are not shown those that no home
belongs to any more: nothing can be asked for there."""


async def scope_named(scope_id: UUID) -> tuple[str, str]:
    """What the scope is called, and its code."""
    row = await one("SELECT name, code FROM scope WHERE id = $1", scope_id)
    assert row is not None
    return row["name"], row["code"]
