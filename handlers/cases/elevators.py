"""The elevators an application can name, and whether they are free. R5.5, R5.6."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.cases.reading import ConditionView, condition_view
from handlers.lists import view_of
from handlers.route import Answer, Context, route
from handlers.steps import viewer
from models.cases import filing
from models.conditions import before_applying
from models.standing import appointments, voice
from rules.cases import State
from rules.conditions import Readiness
from rules.days import beijing_date
from rules.flows import state_title
from rules.people import CASE_PARTIES, CENTRE, Role
from rules.refusals.asking import NotFound


class Holder(Answer, frozen=True):
    """占用一台电梯的在办办件。"""

    case_id: UUID
    number: str
    state: State
    state_title: str


class ScopeElevator(Answer, frozen=True):
    """服务于该楼栋（单元）的一台电梯；没有在办的办件占用它时，`free` 为真。

    `conditions` 是签名之前即可核对的条件（统筹账户资金、维保、检验、有无在办申请），均具备时
    `ready` 为真；`visit_by_on` 为下一次维保的最迟日期；`held_by` 是占用它的办件，只告诉看得见该
    办件的人。
    """

    id: UUID
    code: Annotated[str, Meta(title="注册代码")]
    name: str
    serves: list[str]
    installed_on: date
    free: bool
    ready: bool
    conditions: list[ConditionView]
    inspection_until_on: date
    last_visit_on: date | None = None
    visit_by_on: date | None = None
    licence_until_on: date | None = None
    covered_until_on: date | None = None
    held_by: Holder | None = None


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
    """服务于该楼栋（单元）的电梯：服务哪些单元、签名之前即可知道的条件是否具备（资金、维保、检验、
    有无在办申请）、占用它的办件、现有保险到何日。R5.2 至 R5.6。"""
    community_id = await _may_look(ctx, scope_id)
    rows = await filing.elevators_of_scope(scope_id, viewer(ctx))
    taken = {row["code"] for row in rows if not row["free"]}
    ids = [row["id"] for row in rows]
    judged = await before_applying(ids, taken, scope_id, community_id, beijing_date(ctx.now))
    return ScopeElevators(items=[_shown(row, judged[row["code"]]) for row in rows])


def _shown(row: dict[str, Any], known: Readiness) -> ScopeElevator:
    return view_of(
        ScopeElevator,
        row,
        ready=all(one.passed for one in known.conditions),
        conditions=[condition_view(one) for one in known.conditions],
        inspection_until_on=known.inspection_until_on,
        last_visit_on=known.last_visit_on,
        visit_by_on=known.visit_by_on,
        licence_until_on=known.licence_until_on,
        held_by=_holder(row) if row["case_id"] else None,
    )


def _holder(row: dict[str, Any]) -> Holder:
    state = State(row["case_state"])
    return Holder(
        case_id=row["case_id"],
        number=row["case_number"],
        state=state,
        state_title=state_title(row["case_flow"], state),
    )


async def _may_look(ctx: Context, scope_id: UUID) -> UUID:
    """The community of the scope. Raises NotFound unless the asker has to do with the scope."""
    community_id = await filing.community_of(scope_id)
    if community_id is None:
        raise NotFound()
    if ctx.who.kind == "account":
        return community_id
    today = beijing_date(ctx.now)
    if await voice(ctx.id, scope_id, today) is None and not await appointments(
        ctx.id, community_id, today
    ):
        raise NotFound()
    return community_id
