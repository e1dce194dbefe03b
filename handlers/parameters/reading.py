"""The parameters in force, their versions, and the changes that wait. Section 14, R12.1."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import StoredFile
from models import parameters
from models.parameters import current_parameters
from models.roll import Community
from rules.parameters import BY_NAME, DEFAULT, PARAMETERS, Value, moved
from rules.people import CENTRE_STAFF, Role
from rules.refusals.asking import NotFound
from rules.words.word import titled

STATES = {"draft": "待复核", "confirmed": "已生效", "dropped": "已退回"}
State = Annotated[Literal["draft", "confirmed", "dropped"], titled(STATES)]


class ChangedParameter(Answer, frozen=True):
    """一项参数改动前后的值：所存的，和供人阅读的。"""

    name: Annotated[str, Meta(title="参数", description="代码")]
    label: str
    rule: str
    was: int | str
    now: int | str
    was_shown: str
    now_shown: str


class ParameterChangeView(Answer, frozen=True):
    """一次参数改动：全市的，或小区备案议事规则的规定（附备案文本）；`version` 为复核后成为的版
    本。"""

    id: UUID
    community_id: Annotated[UUID | None, Meta(description="改动城市参数的为空")]
    community: Annotated[str, Meta(description="改动城市参数的为空")]
    items: Annotated[list[ChangedParameter], Meta(title="改动的参数")]
    source: str
    filed_on: date | None
    file: StoredFile | None
    state: State
    state_title: str
    version: Annotated[int | None, Meta(description="复核后成为的版本；未生效的为空")]
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    dropped_at: datetime | None
    drop_reason: str


async def change_of(change_id: UUID) -> dict[str, Any]:
    """One change. Raises NotFound."""
    row = await parameters.change(change_id)
    if row is None:
        raise NotFound("没有该参数改动")
    return row


def changed(changes: Mapping[str, Value], were: Mapping[str, Value]) -> list[ChangedParameter]:
    """Each of them in words, in the order of the table; one that there is no more by its name."""
    shown = []
    order = [*(name for name in BY_NAME if name in changes), *(set(changes) - set(BY_NAME))]
    for name in order:
        known, was, now = BY_NAME.get(name), were[name], changes[name]
        shown.append(
            ChangedParameter(
                name=name,
                label=known.label if known else name,
                rule=known.rule if known else "",
                was=was,
                now=now,
                was_shown=known.show(was) if known else str(was),
                now_shown=known.show(now) if known else str(now),
            )
        )
    return shown


def change_view(ctx: Context, row: Mapping[str, Any]) -> ParameterChangeView:
    """A change as staff see it."""
    return view_of(
        ParameterChangeView,
        row,
        items=changed(msgspec.json.decode(row["changes"]), msgspec.json.decode(row["were"])),
        state_title=STATES[row["state"]],
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )


class OfCommunity(Query, frozen=True):
    """The community whose filed rules go before the city's; without it the city's alone."""

    community_id: Annotated[
        UUID | None,
        Meta(description="按该小区备案的议事规则；不给即城市参数"),
    ] = None


class ParameterView(Answer, frozen=True):
    """一项参数的现值和默认值；`filed` 表示只有小区备案的议事规则才能另作规定。"""

    name: Annotated[str, Meta(title="参数", description="代码")]
    label: str
    rule: str
    value: Annotated[int | str, Meta(title="现值", description="代码或数")]
    shown: str
    default: int | str
    default_shown: str
    filed: bool


class ParameterTable(Answer, frozen=True):
    """现在受理的办件所适用的全部参数。"""

    community_id: UUID | None
    community: str
    items: Annotated[list[ParameterView], Meta(title="各参数")]


class VersionQuery(Page, frozen=True):
    """Whose versions: of a community's filed rules, or the city's."""

    community_id: Annotated[
        UUID | None,
        Meta(description="该小区议事规则的版本；不给即城市参数的"),
    ] = None


class ParameterVersionView(Answer, frozen=True):
    """参数的一个版本：何时生效、有何依据、改动了什么（最早的版本不详）。"""

    id: UUID
    version: int
    in_force_at: datetime
    source: str
    filed_on: date | None
    changes: Annotated[
        list[ChangedParameter],
        Meta(title="改动的参数", description="最早一版不知道改了什么，为空"),
    ]


class ParameterChangeQuery(Page, frozen=True):
    """Changes of a state, of a community, of one parameter, or all."""

    state: State | Literal[""] = ""
    community_id: UUID | None = None
    name: Annotated[str, Meta(max_length=60, title="参数", description="代码")] = ""


class ParameterChangeDetail(Answer, frozen=True):
    """一次参数改动；`moved` 表示其间参数已另有改动，须退回重新录入。"""

    change: ParameterChangeView
    moved: bool


@route("GET", "/public/parameters", who=Role.PUBLIC, refuses=(NotFound,), limit="public")
async def list_public_parameters(ctx: Context, query: OfCommunity) -> ParameterTable:
    """现行政策参数及默认值；指明小区的，含其备案议事规则的规定。无需登录。第14节，R12.1。"""
    community = await _community(query.community_id)
    values, before = (
        (await current_parameters(query.community_id)).to_mapping(),
        DEFAULT.to_mapping(),
    )
    items = [
        ParameterView(
            name=each.name,
            label=each.label,
            rule=each.rule,
            value=values[each.name],
            shown=each.show(values[each.name]),
            default=before[each.name],
            default_shown=each.show(before[each.name]),
            filed=each.filed,
        )
        for each in PARAMETERS
    ]
    return ParameterTable(community_id=query.community_id, community=community, items=items)


async def _community(community_id: UUID | None) -> str:
    """The community's name. Raises NotFound."""
    if community_id is None:
        return ""
    community = await Community.get_or_none(id=community_id)
    if community is None:
        raise NotFound("没有该小区")
    return community.name


@listing("/public/parameters/versions", who=Role.PUBLIC, refuses=(NotFound,), limit="public")
async def list_public_parameter_versions(
    ctx: Context, query: VersionQuery
) -> Listed[ParameterVersionView]:
    """政策参数的历次版本、依据和改动，最新在前；指明小区的，是其议事规则的历次登记。第14节，R12.1。"""
    await _community(query.community_id)
    of = query.community_id
    return await page(parameters.VERSIONS, query, _version, of=of, community_id=None)


def _version(row: dict[str, Any]) -> ParameterVersionView:
    changes, were = msgspec.json.decode(row["changes"]), msgspec.json.decode(row["were"])
    return view_of(ParameterVersionView, row, changes=changed(changes, were))


@listing("/parameter-changes", who=CENTRE_STAFF, export="政策参数改动")
async def list_parameter_changes(
    ctx: Context, query: ParameterChangeQuery
) -> Listed[ParameterChangeView]:
    """参数改动的录入和复核记录，最新在前。第14节。"""
    return await page(parameters.CHANGES, query, partial(change_view, ctx))


@route("GET", "/parameter-changes/{change_id}", who=CENTRE_STAFF, refuses=(NotFound,))
async def get_parameter_change(ctx: Context, change_id: UUID) -> ParameterChangeDetail:
    """一次参数改动：改前、改后、依据，以及其间是否另有改动。第14节。"""
    row = await change_of(change_id)
    waits = row["state"] == "draft"
    were = msgspec.json.decode(row["were"])
    return ParameterChangeDetail(
        change=change_view(ctx, row),
        moved=waits and moved(await current_parameters(row["community_id"]), were),
    )
