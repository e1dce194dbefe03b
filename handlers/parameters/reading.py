"""The parameters in force, their versions, and the changes that wait. Section 14, R12.1."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from handlers.paging import cut, place
from handlers.parameters.views import (
    ChangedParameter,
    ParameterChangeView,
    change_of,
    change_view,
    changed,
    changes_where,
)
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import at
from models.base import one, sql
from models.parameters import current_parameters
from rules.parameters import DEFAULT, PARAMETERS, moved
from rules.people import CENTRE_STAFF, Role
from rules.refusals.asking import Malformed, NotFound


class OfCommunity(Query, frozen=True):
    """The community whose filed rules go before the city's; without it the city's alone."""

    community_id: UUID | None = None


class ParameterView(Answer, frozen=True):
    """A parameter: what it is now and what it would be if nobody had said anything. `filed`: only
    a community's filed rules may say something else than the default."""

    name: str
    label: str
    rule: str
    value: int | str
    shown: str
    default: int | str
    default_shown: str
    filed: bool


class ParameterTable(Answer, frozen=True):
    """Every parameter in force for a case accepted now."""

    community_id: UUID | None
    community: str
    items: list[ParameterView]


class VersionQuery(Page, frozen=True):
    """Whose versions: of a community's filed rules, or the city's."""

    community_id: UUID | None = None


class VersionView(Answer, frozen=True):
    """A version: since when, on what it rests, what it changed (unknown of the oldest)."""

    id: UUID
    number: int
    in_force_at: datetime
    source: str
    filed_on: date | None
    changes: list[ChangedParameter]


class VersionList(Answer, frozen=True):
    """Versions, newest first."""

    items: list[VersionView]
    next: str


class ChangeQuery(Page, frozen=True):
    """Changes of a state, or of a community, or all."""

    state: Literal["", "proposed", "confirmed", "refused"] = ""
    community_id: UUID | None = None


class ParameterChangeDetail(Answer, frozen=True):
    """A change. `moved`: what it would change is no longer what it was, so it has to go back."""

    change: ParameterChangeView
    moved: bool


class ParameterChangeList(Answer, frozen=True):
    """Changes, newest first."""

    items: list[ParameterChangeView]
    next: str


@route("GET", "/public/parameters", who=Role.PUBLIC, refuses=(NotFound,), limit="public")
async def public_parameters(ctx: Context, query: OfCommunity) -> ParameterTable:
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
    row = await one("SELECT name FROM community WHERE id = $1", community_id)
    if row is None:
        raise NotFound("没有该小区")
    return str(row["name"])


@route(
    "GET",
    "/public/parameters/versions",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    limit="public",
)
async def public_parameter_versions(ctx: Context, query: VersionQuery) -> VersionList:
    """政策参数的历次版本、依据和改动，最新在前；指明小区的，是其议事规则的历次登记。第14节，R12.1。"""
    await _community(query.community_id)
    before, key = place(query.after)
    rows = await sql(
        "SELECT v.id, v.number, v.entered_at, v.source, c.filed_on,"
        " coalesce(c.changes, '{}')::text AS changes, coalesce(c.were, '{}')::text AS were"
        " FROM parameter_version v LEFT JOIN parameter_change c ON c.version_id = v.id"
        " WHERE v.community_id IS NOT DISTINCT FROM $1 AND (v.entered_at, v.id) < ($2, $3)"
        " ORDER BY v.entered_at DESC, v.id DESC LIMIT $4",
        query.community_id,
        before,
        key,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    items = [
        VersionView(
            id=row["id"],
            number=row["number"],
            in_force_at=at(row["entered_at"]),
            source=row["source"],
            filed_on=row["filed_on"],
            changes=changed(msgspec.json.decode(row["changes"]), msgspec.json.decode(row["were"])),
        )
        for row in page
    ]
    return VersionList(items=items, next=following)


@route("GET", "/parameter-changes", who=CENTRE_STAFF, refuses=(Malformed,))
async def list_parameter_changes(ctx: Context, query: ChangeQuery) -> ParameterChangeList:
    """参数改动的录入和复核记录，最新在前。第14节。"""
    before, key = place(query.after)
    rows = await changes_where(
        "($1 = '' OR c.state = $1) AND ($2::uuid IS NULL OR c.community_id = $2)"
        " AND (c.entered_at, c.id) < ($3, $4) ORDER BY c.entered_at DESC, c.id DESC LIMIT $5",
        query.state,
        query.community_id,
        before,
        key,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    return ParameterChangeList(items=[change_view(ctx, row) for row in page], next=following)


@route("GET", "/parameter-changes/{change_id}", who=CENTRE_STAFF, refuses=(NotFound,))
async def parameter_change(ctx: Context, change_id: UUID) -> ParameterChangeDetail:
    """一次参数改动：改前、改后、依据，以及其间是否另有改动。第14节。"""
    row = await change_of(change_id)
    waits = row["state"] == "proposed"
    return ParameterChangeDetail(
        change=change_view(ctx, row),
        moved=waits and moved(await current_parameters(row["community_id"]), row["were"]),
    )
