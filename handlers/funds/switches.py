"""Switches of scopes as they are shown, to the Centre and to the building's owners. R12.1."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.paging import cut, place
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import at, maybe
from models.base import one, sql
from rules.days import beijing_date
from rules.people import CENTRE, DESK_READERS, SCOPE_PARTIES
from rules.refusals.asking import Malformed, NotFound, NotYourScope

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
    state: Literal["draft", "done", "dropped"]
    state_title: str
    reason: str
    on: date | None
    moves: list[SwitchMove]
    journal_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None


class SwitchList(Answer, frozen=True):
    """Switches, the newest first."""

    items: list[SwitchView]
    next: str


class SwitchQuery(Page, frozen=True):
    """Only switches in one state."""

    state: Literal["", "draft", "done", "dropped"] = ""


_SWITCH = """
SELECT w.id, w.building_id, m.name || b.name AS building, w.to_kind, w.state, w.reason, w."on",
       w.working::text AS working, w.journal_id, w.entered_by, w.entered_at, w.confirmed_by,
       w.confirmed_at
  FROM scope_switch w JOIN building b ON b.id = w.building_id
  JOIN community m ON m.id = b.community_id
"""


async def switch_of(switch_id: UUID) -> SwitchView:
    """The switch as it is shown. Raises NotFound."""
    rows = await sql(f"{_SWITCH} WHERE w.id = $1", switch_id)
    if not rows:
        raise NotFound()
    return (await _views(rows))[0]


async def _views(rows: list[dict[str, Any]] | Any) -> list[SwitchView]:
    works = [msgspec.json.decode(row["working"]).get("moves", []) for row in rows]
    refs = {UUID(move[side]) for work in works for move in work for side in ("from", "to")}
    found = await sql("SELECT id, name FROM scope WHERE id = ANY($1::uuid[])", sorted(refs))
    names = {row["id"]: row["name"] for row in found}
    return [_view(row, work, names) for row, work in zip(rows, works, strict=True)]


def _view(
    row: Mapping[str, Any], work: list[dict[str, Any]], names: Mapping[UUID, str]
) -> SwitchView:
    moved = [
        SwitchMove(
            from_scope_id=UUID(move["from"]),
            from_scope=names[UUID(move["from"])],
            to_scope_id=UUID(move["to"]),
            to_scope=names[UUID(move["to"])],
            amount_fen=move["amount_fen"],
        )
        for move in work
    ]
    known = {name: value for name, value in row.items() if name != "working"}
    known |= {"entered_at": at(row["entered_at"]), "confirmed_at": maybe(row["confirmed_at"])}
    return SwitchView(**known, moves=moved, state_title=STATES[row["state"]])


async def _page(where: str, query: Page, *params: Any) -> SwitchList:
    moment, row_id = place(query.after)
    rows = await sql(
        f"{_SWITCH} WHERE (w.entered_at, w.id) < ($1, $2) AND {where}"
        " ORDER BY w.entered_at DESC, w.id DESC LIMIT $3",
        moment,
        row_id,
        query.limit + 1,
        *params,
    )
    page, following = cut(rows, query.limit, "entered_at")
    return SwitchList(items=await _views(page), next=following)


@route("GET", "/scope-switches", who=DESK_READERS, refuses=(Malformed,))
async def list_switches(ctx: Context, query: SwitchQuery) -> SwitchList:
    """记账单位变更一览，最新在前。R4.6。"""
    return await _page("($4 = '' OR w.state = $4)", query, query.state)


# Who has a home in the building, or speaks for its community.
_CONCERNED = """
SELECT 1 AS yes FROM building b WHERE b.id = $1 AND (
  EXISTS (SELECT 1 FROM binding i JOIN home h ON h.id = i.home_id JOIN unit u ON u.id = h.unit_id
           JOIN ownership o ON o.home_id = i.home_id AND o.owner_id = i.owner_id
          WHERE i.person_id = $2 AND i.to_at IS NULL AND u.building_id = b.id
            AND o.from_on <= $3 AND (o.to_on IS NULL OR o.to_on > $3))
  OR EXISTS (SELECT 1 FROM appointment p WHERE p.person_id = $2
          AND p.community_id = b.community_id AND p.state = 'approved' AND p.ended_at IS NULL
          AND p.role <> 'independent' AND p.from_on <= $3 AND p.to_on >= $3))
"""


@route(
    "GET",
    "/buildings/{building_id}/scope-switches",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def switches_of_building(ctx: Context, building_id: UUID, query: Page) -> SwitchList:
    """一幢楼的记账单位变更历史：何时变更、余额结转到哪里；未复核的仅住保中心可见。R12.1。"""
    if not await one("SELECT 1 AS yes FROM building WHERE id = $1", building_id):
        raise NotFound("没有该楼栋")
    centre = bool(ctx.who.roles & CENTRE)
    if not centre:
        today = beijing_date(ctx.now)
        if not await one(_CONCERNED, building_id, ctx.id, today):
            raise NotYourScope()
    return await _page(
        "w.building_id = $4 AND ($5 OR w.state = 'done')", query, building_id, centre
    )
