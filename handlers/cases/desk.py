"""What waits for the Centre, in the order in which it is taken up. R9.4, section 6."""

from datetime import date, datetime
from uuid import UUID

from handlers.route import Answer, Context, route
from handlers.shown import at
from models.base import sql
from rules.cases import State, state_title
from rules.days import beijing_date
from rules.people import DESK_READERS


class DeskRow(Answer, frozen=True):
    """Something that waits for the Centre."""

    case_id: UUID
    number: str
    flow: str
    state: str
    state_title: str
    scope_name: str
    urgent: bool
    waiting_since: datetime
    payout_due_on: date | None = None
    overdue: bool = False
    provisional: bool = False


class Desk(Answer, frozen=True):
    """What waits for the Centre: urgent first, then overdue payouts, then the longest waiting."""

    items: list[DeskRow]


@route("GET", "/desk", who=DESK_READERS)
async def desk(ctx: Context) -> Desk:
    """待办事项：受理、发布公示、登记备案、反对意见、拨付；超期的标出。R9.4。"""
    today = beijing_date(ctx.now)
    rows = await sql(
        "SELECT k.id, k.number, k.flow, k.state, k.urgent, k.changed_at, s.name AS scope_name,"
        ' p.due_on, p.provisional FROM "case" k JOIN scope s ON s.id = k.scope_id'
        " LEFT JOIN payout p ON p.case_id = k.id AND p.state IN ('requested', 'prepared')"
        # The working days count only here: a case that went back has its old payout beside it.
        "  AND k.state IN ('requested', 'prepared')"
        " WHERE k.state IN ('filed', 'planned', 'voted', 'not_carried', 'paused',"
        " 'cleared', 'requested', 'prepared')"
        " ORDER BY k.urgent DESC, p.due_on NULLS LAST, k.changed_at LIMIT 500"
    )
    return Desk(
        items=[
            DeskRow(
                case_id=row["id"],
                number=row["number"],
                flow=row["flow"],
                state=row["state"],
                state_title=state_title(row["flow"], State(row["state"])),
                scope_name=row["scope_name"],
                urgent=row["urgent"],
                waiting_since=at(row["changed_at"]),
                payout_due_on=row["due_on"],
                overdue=bool(row["due_on"] and row["due_on"] < today),
                provisional=bool(row["provisional"]),
            )
            for row in rows
        ]
    )
