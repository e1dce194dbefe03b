"""The frozen roll as paper needs it: homes in the order of their doors, with who may sign. R8.3.

The order and the numbers of the published record are never shown beside a home: with them the
pseudonyms would be told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.base import sql
from models.listing import Listing, by_code
from models.roll import Owner
from models.votes.tables import BallotLine

DOOR = "c.name || b.name || u.name || h.room || CASE WHEN h.room ~ '[0-9]$' THEN '室' ELSE '' END"
"""Where a home is, as one reads it on a door."""

DOORS = """
    home h JOIN unit u ON u.id = h.unit_id JOIN building b ON b.id = u.building_id
    JOIN community c ON c.id = b.community_id
"""
"""The tables that `DOOR` reads."""


@dataclass(frozen=True, slots=True)
class PaperHome:
    """A home of the frozen roll; `id` is its row's. `owners` in the order of their ids."""

    id: UUID
    home_id: UUID
    code: str
    place: str
    unit_id: UUID
    area_cm2: int
    representative_id: UUID | None
    paper_token: str
    pseudonym: str
    served: bool
    owners: tuple[UUID, ...]

    @property
    def speakers(self) -> tuple[UUID, ...]:
        """Who signs its ballot: the representative alone, else all owners. R2.3."""
        if self.representative_id in self.owners and self.representative_id is not None:
            return (self.representative_id,)
        return self.owners


_COLUMNS = f"""
v.id, v.home_id, h.code, {DOOR} AS place, u.id AS unit_id, v.area_cm2,
v.representative_id, v.paper_token, v.pseudonym, v.served_at IS NOT NULL AS served,
ARRAY(SELECT o.owner_id FROM vote_owner o WHERE o.vote_home_id = v.id ORDER BY 1) AS owners
"""
_HOMES = f"SELECT {_COLUMNS} FROM vote_home v JOIN {DOORS} ON h.id = v.home_id WHERE v.vote_id = $1"
SERVED = Listing(
    f"v.home_id, {DOOR} AS place, v.served_at IS NOT NULL AS served, v.contested_at,"
    " coalesce(s.how, '') AS how",
    f"vote_home v JOIN {DOORS} ON h.id = v.home_id LEFT JOIN vote_service s ON s.id = v.service_id",
    "v.id",
    {"code": by_code("h.code")},
    {"unserved": "v.served_at IS NULL"},
    always="v.vote_id = {vote_id}",
    needs=("vote_id",),
)
"""The homes of a frozen roll in the order of their codes, and whether service is proven, and how;
when an owner last denied it. R8.2."""


async def doors(
    vote_id: UUID, *, after: str = "", limit: int = 200, unit_id: UUID | None = None
) -> list[PaperHome]:
    """The homes from a code on, in the order of their codes."""
    rows = await sql(
        f"{_HOMES} AND h.code > $2 AND ($3::uuid IS NULL OR u.id = $3) ORDER BY h.code LIMIT $4",
        vote_id,
        after,
        unit_id,
        limit,
    )
    return [_home(row) for row in rows]


async def homes_by_id(vote_id: UUID, home_ids: Sequence[UUID]) -> dict[UUID, PaperHome]:
    """Those of these homes that stand in the roll, by their id."""
    rows = await sql(f"{_HOMES} AND v.home_id = ANY($2::uuid[])", vote_id, list(home_ids))
    return {row["home_id"]: _home(row) for row in rows}


async def homes_by_token(vote_id: UUID, tokens: Sequence[str]) -> dict[str, PaperHome]:
    """The homes of the roll whose ballots carry these tokens."""
    rows = await sql(f"{_HOMES} AND v.paper_token = ANY($2::text[])", vote_id, list(tokens))
    return {row["paper_token"]: _home(row) for row in rows}


async def homes_by_row(vote_id: UUID, ids: Sequence[UUID]) -> dict[UUID, PaperHome]:
    """Homes of the roll by the ids of their rows."""
    rows = await sql(f"{_HOMES} AND v.id = ANY($2::uuid[])", vote_id, list(ids))
    return {row["id"]: _home(row) for row in rows}


async def parts(vote_id: UUID, size: int, unit_id: UUID | None = None) -> list[dict[str, Any]]:
    """The roll in parts of `size` homes: after which code each begins, its first and last."""
    return await sql(
        f"SELECT part, count(*) AS homes, min(code) AS first, max(code) AS last,"
        " (array_agg(place ORDER BY code))[1] AS first_place,"
        " (array_agg(place ORDER BY code DESC))[1] AS last_place FROM ("
        f"SELECT h.code, {DOOR} AS place,"
        " (row_number() OVER (ORDER BY h.code) - 1) / $2::bigint AS part"
        f" FROM vote_home v JOIN {DOORS} ON h.id = v.home_id"
        " WHERE v.vote_id = $1 AND ($3::uuid IS NULL OR u.id = $3)) k GROUP BY part ORDER BY part",
        vote_id,
        size,
        unit_id,
    )


async def owner_names(owner_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The full names of these owners; they are masked before anybody reads them."""
    rows = await Owner.filter(id__in=list(owner_ids)).values_list("id", "name")
    return dict(rows)


async def owner_of(home: PaperHome, owner_id: UUID | None, name_key: str) -> UUID | None:
    """The one owner of the frozen home with this id or name; the only one if neither is given."""
    if owner_id is None and not name_key:
        return home.owners[0] if len(home.owners) == 1 else None
    rows = await sql(
        "SELECT id FROM owner WHERE id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR id = $2)"
        " AND ($3 = '' OR name_key = $3)",
        list(home.owners),
        owner_id,
        name_key,
    )
    return rows[0]["id"] if len(rows) == 1 else None


async def ballot_taken(home: PaperHome) -> bool:
    """Whether a ballot of the home stands."""
    return await BallotLine.filter(vote_home_id=home.id, live=True).exists()


def _home(row: dict[str, Any]) -> PaperHome:
    return PaperHome(**{**row, "owners": tuple(row["owners"])})
