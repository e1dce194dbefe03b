"""The elevators an application can name, and whether they are free. R5.5, R5.6."""

from datetime import date
from uuid import UUID

from handlers.route import Answer, Context, route
from models.base import one, sql
from models.standing import appointments, voice
from rules.days import beijing_date
from rules.people import CASE_PARTIES, CENTRE, Role
from rules.refusals.asking import NotFound


class ScopeElevator(Answer, frozen=True):
    """An elevator that serves the scope; `free` when no open case names it."""

    id: UUID
    code: str
    name: str
    serves: list[str]
    installed_on: date
    free: bool
    covered_until_on: date | None = None


class ScopeElevators(Answer, frozen=True):
    """The elevators of a scope, by code."""

    items: list[ScopeElevator]


@route(
    "GET",
    "/scopes/{scope_id}/elevators",
    who=CENTRE | CASE_PARTIES | {Role.INSURER},
    refuses=(NotFound,),
)
async def scope_elevators(ctx: Context, scope_id: UUID) -> ScopeElevators:
    """服务于该楼栋（单元）的电梯：服务哪些单元、是否已有在办申请、现有保险到何日。R5.5、R5.6。"""
    await _may_look(ctx, scope_id)
    rows = await sql(
        """
        SELECT e.id, e.code, e.name, e.installed_on,
               array_agg(DISTINCT u.name ORDER BY u.name) AS serves,
               NOT EXISTS (SELECT 1 FROM case_elevator ce
                            WHERE ce.elevator_id = e.id AND ce.open) AS free,
               (SELECT max(c.to_on) FROM cover c
                 WHERE c.elevator_id = e.id AND c.live) AS covered_until_on
          FROM elevator e
          JOIN elevator_unit eu ON eu.elevator_id = e.id
          JOIN unit u ON u.id = eu.unit_id
         WHERE e.id IN (SELECT eu2.elevator_id FROM elevator_unit eu2
                          JOIN unit u2 ON u2.id = eu2.unit_id WHERE u2.scope_id = $1)
         GROUP BY e.id ORDER BY e.code LIMIT 200
        """,
        scope_id,
    )
    return ScopeElevators(items=[ScopeElevator(**row) for row in rows])


async def _may_look(ctx: Context, scope_id: UUID) -> None:
    """Raises NotFound unless the asker has to do with the scope."""
    found = await one(
        "SELECT b.community_id FROM scope s JOIN building b ON b.id = s.building_id"
        " WHERE s.id = $1",
        scope_id,
    )
    if found is None:
        raise NotFound()
    if ctx.who.kind == "account":
        return
    today = beijing_date(ctx.now)
    if await voice(ctx.id, scope_id, today) is None and not await appointments(
        ctx.id, found["community_id"], today
    ):
        raise NotFound()
