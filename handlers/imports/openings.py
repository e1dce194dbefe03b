"""The door behind the opening balances of buildings: closed by two people, for good. R2.9, R3.6.

While a building is taken over, lists bring its opening balances. Afterwards money moves by vouchers
and by household receipts alone. The door is the building's, so that it stays shut when the account
of a building becomes those of its units (R3.8); a building that a list adds later has its own.
"""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.entries import Kind, Row, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Body, Context, Page, route
from models import imports, openings
from models.openings import OpeningClosing
from rules.events.register import (
    OpeningsClosed,
    OpeningsClosingDropped,
    OpeningsClosingEntered,
)
from rules.people import CONFIRMERS, DESK_READERS, FUND_CLERKS
from rules.refusals.asking import NotFound
from rules.refusals.books import OpeningsShut
from rules.words.word import titled

STATES = {"draft": "待第二人复核", "confirmed": "已关闭", "dropped": "已作废"}
State = Annotated[Literal["draft", "confirmed", "dropped"], titled(STATES)]
MOST = 200


class OpeningDoor(Answer, frozen=True):
    """一个楼栋的期初：已经入账的统筹期初和分户余额；`shut_at` 起不再接收期初，只以凭证变动。"""

    building_id: UUID
    code: str
    building: str
    community_id: UUID
    pooled_fen: Annotated[int, Meta(title="统筹期初")]
    household_fen: Annotated[int, Meta(title="分户期初")]
    shut_at: Annotated[datetime | None, Meta(title="关闭时间", description="尚未关闭的为空")]


class DoorQuery(Page, frozen=True):
    """Which buildings: of a community, those still open."""

    community_id: UUID | None = None
    open: Annotated[bool, Meta(title="尚未关闭", description="只列尚未关闭的")] = False


class OpeningClosingBody(Body, frozen=True):
    """关闭哪些楼栋的期初。"""

    building_ids: Annotated[
        list[UUID], Meta(min_length=1, max_length=MOST, title="楼栋", description="各楼栋标识")
    ]


class OpeningClosingView(Answer, frozen=True):
    """一件关闭期初的录入：各楼栋及其已入账的期初，供第二人核对。"""

    id: UUID
    state: State
    state_title: str
    buildings: Annotated[list[OpeningDoor], Meta(title="各楼栋")]
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


@listing("/opening-doors", who=DESK_READERS, export="期初")
async def list_opening_doors(ctx: Context, query: DoorQuery) -> Listed[OpeningDoor]:
    """各楼栋已入账的期初，以及是否已经关闭，按编号排列。R2.9。"""
    return await page(openings.DOORS, query, OpeningDoor)


@route("POST", "/opening-closings", who=FUND_CLERKS, refuses=(NotFound, OpeningsShut))
async def enter_opening_closing(ctx: Context, body: OpeningClosingBody) -> OpeningClosingView:
    """录入关闭一些楼栋的期初，待另一人复核；关闭以后名册导入不能再带入期初，任何人不能重开。R2.9、R1.2。"""
    wanted = list(dict.fromkeys(body.building_ids))
    found = await openings.doors_of(wanted)
    if len(found) != len(wanted):
        raise NotFound("有楼栋不在名册中")
    if shut := [row["code"] for row in found if row["shut_at"] is not None]:
        raise OpeningsShut(buildings=shut)
    made = await OpeningClosing.create(
        buildings=[str(one) for one in wanted],
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    data = {"buildings": len(wanted)}
    ctx.record(OpeningsClosingEntered(subject_id=str(made.id), at=ctx.now, data=data))
    return await see(ctx, made.id)


@route("GET", "/opening-closings/{closing_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_opening_closing(ctx: Context, closing_id: UUID) -> OpeningClosingView:
    """一件关闭期初的录入。R2.9。"""
    return await see(ctx, closing_id)


async def see(ctx: Context, closing_id: UUID) -> OpeningClosingView:
    """The entry. Raises NotFound."""
    row = await openings.closing(closing_id)
    if row is None:
        raise NotFound()
    doors = await openings.doors_of(_buildings(row))
    return view_of(
        OpeningClosingView,
        row,
        state_title=STATES[row["state"]],
        buildings=[view_of(OpeningDoor, door) for door in doors],
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )


async def _lock_roll(ctx: Context, closing_id: UUID) -> None:
    """No import applies meanwhile; one that was judged before is judged anew."""
    await imports.lock_roll()


async def _close(ctx: Context, row: Row) -> None:
    """复核并关闭这些楼栋的期初：此后只以记账凭证和维修资金收支变动，不能重开。R2.9、R1.2。"""
    shut = await openings.shut(_buildings(row), ctx.now)
    data = {"buildings": shut}
    ctx.record(OpeningsClosed(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """作废尚未复核的关闭期初，须写明理由；录入人可撤回自己的录入。R2.9。"""
    ctx.record(OpeningsClosingDropped(subject_id=str(row["id"]), at=ctx.now, why=reason))


def _buildings(row: dict[str, Any]) -> list[UUID]:
    return msgspec.json.decode(row["buildings"], type=list[UUID])


entry(
    Kind(
        name="opening_closing",
        title="关闭期初",
        path="/opening-closings/{closing_id}",
        table=openings.CLOSING,
        enters=FUND_CLERKS,
        confirms=CONFIRMERS,
        confirm=_close,
        drop=_drop,
        view=see,
        first=_lock_roll,
    )
)
