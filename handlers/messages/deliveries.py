"""What became of WeChat copies, for the Centre: every attempt, and what was given up. R13.3."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta
from msgspec.structs import replace

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.shown import at
from models.listing import rows_of
from models.messages import deliveries
from rules.people import Role
from rules.refusals.asking import NotFound
from rules.refusals.people import AlreadyDecided
from rules.words.word import OneOf, titled

WATCH = frozenset({Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR})
REPAIR = frozenset({Role.CLERK, Role.ADMINISTRATOR})

STATES = {
    "waiting": "等待发送",
    "leased": "正在发送",
    "sent": "已发送",
    "refused": "微信拒收",
    "maybe": "可能已送达",
    "dead": "多次失败，不再发送",
    "unconsented": "未订阅，不发送",
}
State = Annotated[
    Literal["waiting", "leased", "sent", "refused", "maybe", "dead", "unconsented"], titled(STATES)
]


OUTCOMES = {
    "started": "已开始，尚无结果",
    "sent": "已发送",
    "definite_no": "微信拒收",
    "retry_later": "稍后重试",
    "unknown": "没有答复，是否送达不明",
}


class DeliveryQuery(Page, frozen=True):
    """Only those in one state, by one template, or of one case."""

    state: State | Literal[""] = ""
    template: Annotated[str, Meta(max_length=40), OneOf("template")] = ""
    case_id: UUID | None = None


class AttemptLine(Answer, frozen=True):
    """一次发送：时间、结果和微信的错误码。"""

    nth: int
    started_at: datetime
    outcome: Annotated[str, OneOf(OUTCOMES)]
    errcode: int | None
    detail: Annotated[str, Meta(description="微信的答复")]


class DeliveryView(Answer, frozen=True):
    """一条消息的微信发送情况，不显示接收人。"""

    id: UUID
    kind: Annotated[str, OneOf("message"), Meta(title="消息种类")]
    template: Annotated[str, OneOf("template")]
    state: State
    tries: int
    due_at: Annotated[datetime, Meta(title="下次发送时间")]
    created_at: Annotated[datetime, Meta(title="生成时间")]
    attempts: list[AttemptLine]
    case_id: UUID | None = None
    settled_at: datetime | None = None


@listing("/deliveries", who=WATCH, export="微信消息发送情况")
async def list_deliveries(ctx: Context, query: DeliveryQuery) -> Listed[DeliveryView]:
    """微信消息的发送情况和每次尝试的结果，不显示接收人。R13.3。"""
    return await page(deliveries.DELIVERIES, query, _view)


def _view(row: dict[str, object]) -> DeliveryView:
    shown = view_of(DeliveryView, row)
    attempts = [replace(one, started_at=at(one.started_at)) for one in shown.attempts]
    return replace(shown, attempts=attempts)


@route(
    "POST",
    "/deliveries/{delivery_id}/retry",
    who=REPAIR,
    refuses=(NotFound, AlreadyDecided),
    status=200,
)
async def retry_delivery(ctx: Context, delivery_id: UUID) -> DeliveryView:
    """将已放弃的微信消息再发送一次。R13.3。"""
    delivery = await deliveries.lock(delivery_id)
    if delivery is None:
        raise NotFound()
    if delivery.state != "dead":
        raise AlreadyDecided("只有已放弃的消息可以再次发送")
    delivery.state, delivery.due_at, delivery.settled_at = "waiting", ctx.now, None
    await delivery.save(update_fields=["state", "due_at", "settled_at"])
    rows = await rows_of(deliveries.DELIVERIES, {"id": delivery_id}, limit=1)
    return _view(rows[0])
