"""The elevators an application can name, and whether they are free. R5.5, R5.6."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Context, route
from models.cases import filing
from models.standing import appointments, voice
from rules.days import beijing_date
from rules.people import CASE_PARTIES, CENTRE, Role
from rules.refusals.asking import NotFound


class ScopeElevator(Answer, frozen=True):
    """服务于该楼栋（单元）的一台电梯；没有在办的办件占用它时，`free` 为真。"""

    id: UUID
    code: Annotated[str, Meta(title="注册代码")]
    name: str
    serves: list[str]
    installed_on: date
    free: bool
    covered_until_on: date | None = None


class ScopeElevators(Answer, frozen=True):
    """服务于该楼栋（单元）的电梯，按编号排列。"""

    items: list[ScopeElevator]


@route(
    "GET",
    "/scopes/{scope_id}/elevators",
    who=CENTRE | CASE_PARTIES | {Role.INSURER},
    refuses=(NotFound,),
)
async def list_scope_elevators(ctx: Context, scope_id: UUID) -> ScopeElevators:
    """服务于该楼栋（单元）的电梯：服务哪些单元、是否已有在办申请、现有保险到何日。R5.5、R5.6。"""
    await _may_look(ctx, scope_id)
    rows = await filing.elevators_of_scope(scope_id)
    return ScopeElevators(items=[ScopeElevator(**row) for row in rows])


async def _may_look(ctx: Context, scope_id: UUID) -> None:
    """Raises NotFound unless the asker has to do with the scope."""
    community_id = await filing.community_of(scope_id)
    if community_id is None:
        raise NotFound()
    if ctx.who.kind == "account":
        return
    today = beijing_date(ctx.now)
    if await voice(ctx.id, scope_id, today) is None and not await appointments(
        ctx.id, community_id, today
    ):
        raise NotFound()
