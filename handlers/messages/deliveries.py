"""What became of WeChat copies, for the Centre: every attempt, and what was given up. R13.3."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from models.base import one, sql
from rules.people import Role
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.people import AlreadyDecided

WATCH = frozenset({Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR})
REPAIR = frozenset({Role.CLERK, Role.ADMINISTRATOR})

State = Literal["", "waiting", "leased", "sent", "refused", "maybe", "dead", "unconsented"]


class DeliveryQuery(Page, frozen=True):
    """Only those in one state, or of one case."""

    state: State = ""
    case_id: UUID | None = None


class AttemptLine(Answer, frozen=True):
    """One try: when, how it ended, and WeChat's code."""

    number: int
    started_at: datetime
    outcome: str
    errcode: int | None
    detail: str


class DeliveryView(Answer, frozen=True):
    """The WeChat copy of a message, without saying to whom."""

    id: UUID
    kind: str
    template: str
    state: str
    tries: int
    due_at: datetime
    created_at: datetime
    attempts: list[AttemptLine]
    case_id: UUID | None = None
    settled_at: datetime | None = None


class DeliveryList(Answer, frozen=True):
    """Copies, newest first, and where to go on."""

    items: list[DeliveryView]
    next: str = ""


_SELECT = """
SELECT d.id, m.kind, d.template, d.state, d.tries, d.due_at, m.created_at, m.case_id, d.settled_at,
       coalesce((SELECT json_agg(json_build_object('number', a.number, 'started_at', a.started_at,
              'outcome', a.outcome, 'errcode', a.errcode, 'detail', a.detail) ORDER BY a.number)
          FROM attempt a WHERE a.delivery_id = d.id), '[]')::text AS attempts
  FROM delivery d JOIN message m ON m.id = d.message_id
"""


@route("GET", "/deliveries", who=WATCH, refuses=(Malformed,))
async def list_deliveries(ctx: Context, query: DeliveryQuery) -> DeliveryList:
    """微信消息的发送情况和每次尝试的结果，不显示接收人。R13.3。"""
    before, row_id = place(query.after)
    rows = await sql(
        f"{_SELECT} WHERE ($1 = '' OR d.state = $1) AND ($2::uuid IS NULL OR m.case_id = $2)"
        " AND (m.created_at, d.id) < ($3, $4) ORDER BY m.created_at DESC, d.id DESC LIMIT $5",
        query.state,
        query.case_id,
        before,
        row_id,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "created_at")
    return DeliveryList(items=[_view(row) for row in page], next=following)


def _view(row: dict[str, object]) -> DeliveryView:
    shown = msgspec.convert(
        {**row, "attempts": msgspec.json.decode(str(row["attempts"]))}, DeliveryView, strict=False
    )
    return msgspec.structs.replace(
        shown,
        due_at=at(shown.due_at),
        created_at=at(shown.created_at),
        settled_at=maybe(shown.settled_at),
        attempts=[
            msgspec.structs.replace(line, started_at=at(line.started_at)) for line in shown.attempts
        ],
    )


@route(
    "POST",
    "/deliveries/{delivery_id}/retry",
    who=REPAIR,
    refuses=(NotFound, AlreadyDecided),
    status=200,
)
async def retry_delivery(ctx: Context, delivery_id: UUID) -> DeliveryView:
    """将已放弃的微信消息再发送一次。R13.3。"""
    found = await one("SELECT state FROM delivery WHERE id = $1 FOR UPDATE", delivery_id)
    if found is None:
        raise NotFound()
    if found["state"] != "dead":
        raise AlreadyDecided("只有已放弃的消息可以再次发送")
    await sql(
        "UPDATE delivery SET state = 'waiting', due_at = $2, settled_at = NULL WHERE id = $1",
        delivery_id,
        ctx.now,
    )
    row = await one(f"{_SELECT} WHERE d.id = $1", delivery_id)
    assert row is not None
    return _view(row)
