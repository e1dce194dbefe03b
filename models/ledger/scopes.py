"""Pooled balances as somebody may see them, each answer one statement. R3.8, R12.1."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.base import one
from models.listing import Listing, by_code


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: a person judged by that day's bindings and papers, an insurer by its cases, a
    street office by its community; the Centre sees every scope."""

    on: date
    person_id: UUID | None = None
    insurer_id: UUID | None = None
    community_id: UUID | None = None
    centre: bool = False

    def params(self) -> tuple[Any, ...]:
        """As the statements here take them from $1 on."""
        return (self.on, self.person_id, self.insurer_id, self.community_id, self.centre)


# What a viewer ($1 to $5) sees of a scope `s` in a building `b`: the owners also of the scope that
# their home belonged to before, whose statement says where its money went.
_SEES = """
($5 OR b.community_id = $4
 OR EXISTS (SELECT 1 FROM binding i JOIN home h ON h.id = i.home_id JOIN unit u ON u.id = h.unit_id
     WHERE i.person_id = $2 AND i.to_at IS NULL AND (u.scope_id = s.id OR EXISTS (
           SELECT 1 FROM scope_change k WHERE k.unit_id = u.id AND k.from_scope_id = s.id))
       AND EXISTS (SELECT 1 FROM ownership o WHERE o.home_id = i.home_id AND o.owner_id = i.owner_id
           AND o.from_on <= $1 AND (o.to_on IS NULL OR o.to_on > $1)))
 OR EXISTS (SELECT 1 FROM appointment p WHERE p.person_id = $2 AND p.community_id = b.community_id
       AND p.role <> 'independent' AND p.state = 'approved' AND p.ended_at IS NULL
       AND p.from_on <= $1 AND p.to_on >= $1)
 OR EXISTS (SELECT 1 FROM "case" c WHERE c.scope_id = s.id AND c.insurer_id = $3))
"""


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
    SELECT c.* FROM counted c JOIN binding i ON i.home_id = c.id
    WHERE i.person_id = $2 AND i.to_at IS NULL
      AND EXISTS (SELECT 1 FROM ownership o WHERE o.home_id = i.home_id AND o.owner_id = i.owner_id
          AND o.from_on <= $1 AND (o.to_on IS NULL OR o.to_on > $1))
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
