"""How parameters and their changes are shown. Section 14."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from handlers.route import Answer, Context
from handlers.shown import at, maybe
from models.base import sql
from rules.parameters import BY_NAME, Value
from rules.refusals.asking import NotFound

STATES = {"proposed": "待复核", "confirmed": "已生效", "refused": "已退回"}


class ChangedParameter(Answer, frozen=True):
    """One parameter before and after, as it is stored and as people read it."""

    name: str
    label: str
    rule: str
    was: int | str
    now: int | str
    was_shown: str
    now_shown: str


class ParameterChangeView(Answer, frozen=True):
    """A change: of the city's parameters, or what a community's filed rules say (then with the
    paper). `version`: the one that it became."""

    id: UUID
    community_id: UUID | None
    community: str
    items: list[ChangedParameter]
    source: str
    filed_on: date | None
    file_id: UUID | None
    state: Literal["proposed", "confirmed", "refused"]
    state_title: str
    version: int | None
    entered_by_me: bool
    entered_at: datetime
    decided_at: datetime | None
    reason: str


_SELECT = """
SELECT c.id, c.community_id, m.name AS community, c.changes::text AS changes,
       c.were::text AS were, c.source, c.filed_on, c.file_id, c.state, v.number AS version,
       c.entered_by, c.entered_at, c.decided_at, c.reason
  FROM parameter_change c
  LEFT JOIN community m ON m.id = c.community_id
  LEFT JOIN parameter_version v ON v.id = c.version_id
"""


async def changes_where(condition: str, *values: Any) -> list[dict[str, Any]]:
    """Changes, their values read."""
    rows = await sql(f"{_SELECT} WHERE {condition}", *values)
    for row in rows:
        row["changes"] = msgspec.json.decode(row["changes"])
        row["were"] = msgspec.json.decode(row["were"])
    return rows


async def change_of(change_id: UUID) -> dict[str, Any]:
    """One change. Raises NotFound."""
    rows = await changes_where("c.id = $1", change_id)
    if not rows:
        raise NotFound("没有该参数改动")
    return rows[0]


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
    return ParameterChangeView(
        id=row["id"],
        community_id=row["community_id"],
        community=row["community"] or "",
        items=changed(row["changes"], row["were"]),
        source=row["source"],
        filed_on=row["filed_on"],
        file_id=row["file_id"],
        state=row["state"],
        state_title=STATES[row["state"]],
        version=row["version"],
        entered_by_me=row["entered_by"] == ctx.who.id,
        entered_at=at(row["entered_at"]),
        decided_at=maybe(row["decided_at"]),
        reason=row["reason"],
    )
