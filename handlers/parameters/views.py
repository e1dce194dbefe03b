"""How parameters and their changes are shown. Section 14."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from handlers.lists import view_of
from handlers.route import Answer, Context
from models import parameters
from rules.parameters import BY_NAME, Value
from rules.refusals.asking import NotFound

STATES = {"draft": "待复核", "confirmed": "已生效", "dropped": "已退回"}


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
    state: Literal["draft", "confirmed", "dropped"]
    state_title: str
    version: int | None
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
        entered_by_me=row["entered_by"] == ctx.who.id,
    )
