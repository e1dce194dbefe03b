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
from rules.roll import ScopeKind
from rules.words.word import titled

VIEWERS = CENTRE | SCOPE_PARTIES
STATES = {"draft": "已录入，待复核", "done": "已变更", "dropped": "已作废"}
State = Annotated[Literal["draft", "done", "dropped"], titled(STATES)]


class ScopeSwitchBody(Body, frozen=True):
    """该楼栋的统筹账户改为按什么单位记账，以及理由。"""

    to_kind: ScopeKind
    reason: Annotated[str, Meta(max_length=300)]


class ScopeSwitchMove(Answer, frozen=True):
    """从一个统筹账户结转到另一个的金额，单位：分。"""

    from_scope_id: UUID
    from_scope: str
    to_scope_id: UUID
    to_scope: str
    amount_fen: int


class ScopeSwitchView(Answer, frozen=True):
    """一次记账单位变更：自 `on` 之日起，各户归入新的记账单位。"""

    id: UUID
    building_id: UUID
    building: str
    to_kind: ScopeKind
    state: State
    state_title: str
    reason: str
    on: Annotated[
        date | None,
        Meta(title="变更日期", description="从这天起按新的单位记账；未复核的为空"),
    ]
    moves: list[ScopeSwitchMove]
    journal_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None


class SwitchQuery(Page, frozen=True):
    """Only switches in one state."""

    state: State | Literal[""] = ""


async def see(ctx: Context, switch_id: UUID) -> ScopeSwitchView:
    """The switch as it is shown. Refuses NotFound."""
    row = await switches.switch(switch_id)
    if row is None:
        raise NotFound()
    return (await _views([row]))[0]


async def _views(rows: Sequence[dict[str, Any]]) -> list[ScopeSwitchView]:
    works = [msgspec.json.decode(row["working"]).get("moves", []) for row in rows]
    refs = {UUID(move[side]) for work in works for move in work for side in ("from", "to")}
    names = await switches.scope_names(refs)
    return [
        view_of(
            ScopeSwitchView,
            row,
            state_title=STATES[row["state"]],
            moves=[_move(move, names) for move in work],
        )
        for row, work in zip(rows, works, strict=True)
    ]


def _move(move: dict[str, Any], names: Mapping[UUID, str]) -> ScopeSwitchMove:
    old, new = UUID(move["from"]), UUID(move["to"])
    return ScopeSwitchMove(
        from_scope_id=old,
        from_scope=names[old],
        to_scope_id=new,
        to_scope=names[new],
        amount_fen=move["amount_fen"],
    )


@listing("/scope-switches", who=DESK_READERS, export="记账单位变更")
async def list_scope_switches(ctx: Context, query: SwitchQuery) -> Listed[ScopeSwitchView]:
    """记账单位变更一览，最新在前。R4.6。"""
    found = await cut(switches.SWITCHES, query)
    return found.listed(await _views(found.rows))


@listing(
    "/buildings/{building_id}/scope-switches",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope),
)
async def list_building_scope_switches(
    ctx: Context, building_id: UUID, query: Page
) -> Listed[ScopeSwitchView]:
    """一幢楼的记账单位变更历史：何时变更、余额结转到哪里；未复核的仅住保中心可见。R12.1。"""
    if await switches.kept_per(building_id) is None:
        raise NotFound("没有该楼栋")
    asker = viewer(ctx)
    if not await switches.concerns(building_id, asker):
        raise NotYourScope()
    state = "" if asker.centre else "done"
    found = await cut(switches.SWITCHES, query, building_id=building_id, state=state)
    return found.listed(await _views(found.rows))
