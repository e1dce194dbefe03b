"""Where one may find one's home: communities, buildings, rooms; never whose they are. R12.2."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page
from handlers.route import Answer, Context, Page
from models.people import places
from models.roll import Building, Community
from rules.imports.sheets import USES
from rules.people import LOGGED_IN, as_written
from rules.refusals.asking import NotFound
from rules.roll import ScopeKind
from rules.words.word import OneOf

Search = Annotated[str, Meta(max_length=40)]


class Places(Page, frozen=True):
    """What to look for in names, codes and addresses; nothing to see all."""

    q: Annotated[Search, Meta(description="名称、代码或地址的一部分")] = ""


class CommunityLine(Answer, frozen=True):
    """一个小区。"""

    id: UUID
    code: str
    name: str
    address: str
    street: str
    manager_name: str


class BuildingLine(Answer, frozen=True):
    """一幢楼；`kept_per` 说明其统筹账户按幢还是按单元记账。"""

    id: UUID
    code: str
    name: str
    kept_per: ScopeKind
    homes: int


class RoomLine(Answer, frozen=True):
    """一个房号，不显示业主。"""

    id: UUID
    unit: str
    room: str
    use: Annotated[str, OneOf({one: one for one in USES.values()})]


@listing("/communities", who=LOGGED_IN, etag=True)
async def list_communities(ctx: Context, query: Places) -> Listed[CommunityLine]:
    """小区名单，可按名称、编号或地址查找。"""
    return await page(places.COMMUNITIES, query, CommunityLine, q=query.q.strip())


@listing("/communities/{community_id}/buildings", who=LOGGED_IN, refuses=(NotFound,), etag=True)
async def list_buildings(ctx: Context, community_id: UUID, query: Places) -> Listed[BuildingLine]:
    """一个小区的楼栋。"""
    if not await Community.exists(id=community_id):
        raise NotFound()
    return await page(
        places.BUILDINGS, query, BuildingLine, community_id=community_id, q=query.q.strip()
    )


@listing("/buildings/{building_id}/homes", who=LOGGED_IN, refuses=(NotFound,), etag=True)
async def list_homes(ctx: Context, building_id: UUID, query: Places) -> Listed[RoomLine]:
    """一幢楼的房号，不显示业主；可写作“101”“1单元101”“1-101”。"""
    if not await Building.exists(id=building_id):
        raise NotFound()
    q = as_written(query.q)
    return await page(places.ROOMS, query, RoomLine, building_id=building_id, q=q)
