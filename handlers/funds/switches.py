"""Switches of scopes as they are shown, to the Centre and to the building's owners. R12.1."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.lists import Listed, cut, listing, view_of
from handlers.route import Answer, Body, Context, Page
from handlers.steps import viewer
from models.funds import switches
from rules.people import CENTRE, DESK_READERS, SCOPE_PARTIES
from rules.refusals.asking import NotFound, NotYourScope

VIEWERS = CENTRE | SCOPE_PARTIES
Kind = Literal["building", "unit"]
STATES = {"draft": "已录入，待复核", "done": "已变更", "dropped": "已作废"}


class SwitchEntry(Body, frozen=True):
    """What the building's pooled account shall be kept per, and why."""

    to_kind: Kind
    reason: Annotated[str, Meta(max_length=300)]


class SwitchMove(Answer, frozen=True):
    """What went from one pooled account to another."""

    from_scope_id: UUID
    from_scope: str
    to_scope_id: UUID
    to_scope: str
    amount_fen: int


class SwitchView(Answer, frozen=True):
    """A switch: from its day `on` the homes belong to the other scopes."""

    id: UUID
    building_id: UUID
    building: str
    to_kind: Kind
    state: Annotated[Literal["draft", "done", "dropped"], Meta(description="done 为已变更")]
    state_title: str
    reason: str
    on: Annotated[
        date | None,
        Meta(title="变更日期", description="从这天起按新的单位记账；未复核的为空"),
    ]
    moves: list[SwitchMove]
    journal_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None


class SwitchQuery(Page, frozen=True):
    """Only switches in one state."""

    state: Literal["", "draft", "done", "dropped"] = ""


async def see(ctx: Context, switch_id: UUID) -> SwitchView:
    """The switch as it is shown. Refuses NotFound."""
    row = await switches.switch(switch_id)
    if row is None:
        raise NotFound()
    return (await _views([row]))[0]


async def _views(rows: Sequence[dict[str, Any]]) -> list[SwitchView]:
    works = [msgspec.json.decode(row["working"]).get("moves", []) for row in rows]
    refs = {UUID(move[side]) for work in works for move in work for side in ("from", "to")}
    names = await switches.scope_names(refs)
    return [
        view_of(
            SwitchView,
            row,
            state_title=STATES[row["state"]],
            moves=[_move(move, names) for move in work],
        )
        for row, work in zip(rows, works, strict=True)
    ]


def _move(move: dict[str, Any], names: Mapping[UUID, str]) -> SwitchMove:
    old, new = UUID(move["from"]), UUID(move["to"])
    return SwitchMove(
        from_scope_id=old,
        from_scope=names[old],
        to_scope_id=new,
        to_scope=names[new],
        amount_fen=move["amount_fen"],
    )


@listing("/scope-switches", who=DESK_READERS, export="记账单位变更")
async def list_switches(ctx: Context, query: SwitchQuery) -> Listed[SwitchView]:
    """记账单位变更一览，最新在前。R4.6。"""
    found = await cut(switches.SWITCHES, query)
    return found.listed(await _views(found.rows))


@listing(
    "/buildings/{building_id}/scope-switches",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope),
)
async def switches_of_building(ctx: Context, building_id: UUID, query: Page) -> Listed[SwitchView]:
    """一幢楼的记账单位变更历史：何时变更、余额结转到哪里；未复核的仅住保中心可见。R12.1。"""
    if await switches.kept_per(building_id) is None:
        raise NotFound("没有该楼栋")
    asker = viewer(ctx)
    if not await switches.concerns(building_id, asker):
        raise NotYourScope()
    state = "" if asker.centre else "done"
    found = await cut(switches.SWITCHES, query, building_id=building_id, state=state)
    return found.listed(await _views(found.rows))
