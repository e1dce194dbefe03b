"""That the roll changed under a vote or a notice, told to whoever sees it. R2.10.

Nothing personal: which kind of change, when, and in how many homes.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer
from handlers.shown import minute
from models import roll_changes
from rules.words.word import titled

KINDS = {
    "ownership": "产权登记有变动",
    "owner": "业主姓名有更正",
    "home": "房屋登记有变动",
}
MOST = 20
"""Changes told of one vote or notice, the latest of them."""


class RollChangeSince(Answer, frozen=True):
    """开始以后名册的一次变动：哪一种、何时、涉及几户；不含个人信息（R2.10）。"""

    kind: Annotated[Literal["ownership", "owner", "home"], titled(KINDS)]
    kind_title: str
    at: Annotated[datetime, Meta(title="变动时间")]
    homes: int


async def changed_since(
    scope_id: UUID, since: datetime | None, until: datetime
) -> list[RollChangeSince]:
    """The changes of the scope's roll since a vote or a notice began, the latest first; none of
    what has not begun."""
    if since is None:
        return []
    return [
        view_of(RollChangeSince, row, kind_title=KINDS[row["kind"]], at=minute(row["at"]))
        for row in await roll_changes.between(scope_id, since, until, MOST)
    ]
