"""Where one may find one's home: communities, buildings, rooms; never whose they are. R12.2."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Context, Page, route
from models.base import one, sql
from rules.people import LOGGED_IN
from rules.refusals.asking import Malformed, NotFound

Search = Annotated[str, Meta(max_length=40)]


class Places(Page, frozen=True):
    """What to look for in names, codes and addresses; nothing to see all."""

    q: Search = ""


class CommunityLine(Answer, frozen=True):
    """A community 小区."""

    id: UUID
    code: str
    name: str
    address: str
    street: str
    manager_name: str


class CommunityList(Answer, frozen=True):
    """Communities by code."""

    items: list[CommunityLine]
    next: str


class BuildingLine(Answer, frozen=True):
    """A building 幢; `kept_per` says what its pooled account is kept for."""

    id: UUID
    code: str
    name: str
    kept_per: str
    homes: int


class BuildingList(Answer, frozen=True):
    """The buildings of a community, by code."""

    items: list[BuildingLine]
    next: str


class RoomLine(Answer, frozen=True):
    """A home by its room; nothing says who owns it."""

    id: UUID
    unit: str
    room: str
    use: str


class RoomList(Answer, frozen=True):
    """The homes of a building by unit and room."""

    items: list[RoomLine]
    next: str


def containing(text: str) -> str:
    """A LIKE pattern for texts that contain this one, its own wildcards taken literally."""
    plain = text.strip()
    for wild in ("\\", "%", "_"):
        plain = plain.replace(wild, f"\\{wild}")
    return f"%{plain}%"


@route("GET", "/communities", who=LOGGED_IN, etag=True)
async def list_communities(ctx: Context, query: Places) -> CommunityList:
    """小区名单，可按名称、编号或地址查找。"""
    rows = await sql(
        "SELECT id, code, name, address, street, manager_name FROM community"
        " WHERE code > $1 AND (name ILIKE $2 OR code ILIKE $2 OR address ILIKE $2)"
        " ORDER BY code LIMIT $3",
        query.after,
        containing(query.q),
        query.limit + 1,
    )
    shown = rows[: query.limit]
    return CommunityList(
        items=[CommunityLine(**row) for row in shown],
        next=shown[-1]["code"] if len(rows) > query.limit else "",
    )


@route(
    "GET", "/communities/{community_id}/buildings", who=LOGGED_IN, refuses=(NotFound,), etag=True
)
async def list_buildings(ctx: Context, community_id: UUID, query: Places) -> BuildingList:
    """一个小区的楼栋。"""
    if not await one("SELECT 1 AS found FROM community WHERE id = $1", community_id):
        raise NotFound()
    rows = await sql(
        "SELECT b.id, b.code, b.name, b.kept_per, (SELECT count(*) FROM home h"
        " JOIN unit u ON u.id = h.unit_id WHERE u.building_id = b.id) AS homes FROM building b"
        " WHERE b.community_id = $1 AND b.code > $2 AND (b.name ILIKE $3 OR b.code ILIKE $3)"
        " ORDER BY b.code LIMIT $4",
        community_id,
        query.after,
        containing(query.q),
        query.limit + 1,
    )
    shown = rows[: query.limit]
    return BuildingList(
        items=[BuildingLine(**row) for row in shown],
        next=shown[-1]["code"] if len(rows) > query.limit else "",
    )


# Rooms as people count them: 201 comes before 1001.
_ROOMS = """
SELECT h.id, u.name AS unit, h.room, h.use FROM home h JOIN unit u ON u.id = h.unit_id
 WHERE u.building_id = $1 AND h.room ILIKE $2
   AND ($3::uuid IS NULL OR (u.code, length(h.room), h.room, h.id) >
        (SELECT u2.code, length(h2.room), h2.room, h2.id
           FROM home h2 JOIN unit u2 ON u2.id = h2.unit_id WHERE h2.id = $3))
 ORDER BY u.code, length(h.room), h.room, h.id LIMIT $4
"""


@route(
    "GET",
    "/buildings/{building_id}/homes",
    who=LOGGED_IN,
    refuses=(NotFound, Malformed),
    etag=True,
)
async def list_homes(ctx: Context, building_id: UUID, query: Places) -> RoomList:
    """一幢楼的房号，不显示业主。"""
    if not await one("SELECT 1 AS found FROM building WHERE id = $1", building_id):
        raise NotFound()
    rows = await sql(
        _ROOMS, building_id, containing(query.q), _row_id(query.after), query.limit + 1
    )
    shown = rows[: query.limit]
    return RoomList(
        items=[RoomLine(**row) for row in shown],
        next=str(shown[-1]["id"]) if len(rows) > query.limit else "",
    )


def _row_id(cursor: str) -> UUID | None:
    try:
        return UUID(cursor) if cursor else None
    except ValueError as error:
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}]) from error
