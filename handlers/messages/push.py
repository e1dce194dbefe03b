"""What WeChat tells us by message push: consents, and what became of messages. R13.2, R13.3.

WeChat waits five seconds and repeats itself three times, so every event is kept by its key and
acted on once. Pictures are not sent to WeChat for judging, as none of them is ever public; a
verdict on one is kept and changes nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta
from msgspec.structs import asdict

from handlers.route import Context, MessageTemplate, Query, Upload, route
from models.messages import consents, deliveries, pushes
from models.messages.consents import Answered, Told
from models.people.persons import Person
from papers.blob import Blob
from rules.people import Role
from rules.refusals.asking import Malformed, PushForged

POPUP = "subscribe_msg_popup_event"
CHANGE = "subscribe_msg_change_event"
SENT = "subscribe_msg_sent_event"

Word = Annotated[str, Meta(max_length=300)]
PLAIN = "text/plain; charset=utf-8"


class PushQuery(Query, frozen=True, forbid_unknown_fields=False):
    """WeChat's signature and what it covers; WeChat adds more, which is left aside."""

    signature: Word = ""
    msg_signature: Word = ""
    timestamp: Word = ""
    nonce: Annotated[Word, Meta(title="随机串")] = ""
    echostr: Word = ""


def _named(query: PushQuery) -> Mapping[str, str]:
    return {name: value for name, value in asdict(query).items() if value}


@route("GET", "/wechat/push", who=Role.PUBLIC, refuses=(PushForged,), blob=(PLAIN,), limit="push")
async def check_push(ctx: Context, query: PushQuery) -> Blob:
    """微信配置消息推送地址时的校验：签名正确则原样返回 echostr。"""
    return Blob(ctx.world.wechat.push_echo(_named(query)).encode(), PLAIN)


async def _opened(ctx: Context, query: PushQuery, body: Upload) -> Sequence[Any]:
    return ctx.world.wechat.open_push(_named(query), body.content)


@route(
    "POST",
    "/wechat/push",
    who=Role.PUBLIC,
    refuses=(PushForged, Malformed),
    status=200,
    keyed=False,
    prepare=_opened,
    blob=(PLAIN,),
    limit="push",
    takes=("text/xml", "application/json"),
    most=16 * 1024,
)
async def take_push(ctx: Context, query: PushQuery, body: Upload) -> Blob:
    """接收微信消息推送：验签、解密、去重后记录订阅变化和消息送达结果。R13.3。"""
    people: dict[str, list[Any]] = defaultdict(list)
    for event in await _fresh(ctx, ctx.prepared):
        if event.event == SENT:
            await _message_sent(ctx, event)
        elif event.event in (POPUP, CHANGE):
            people[event.openid].append(event)
    for openid, told in people.items():
        person = await Person.get_or_none(openid=openid)
        if person is not None:
            await _consented(ctx, person.id, told)
    return Blob(b"success", PLAIN)


async def _fresh(ctx: Context, events: Sequence[Any]) -> list[Any]:
    """The events that were not told before, now remembered; a repeat waits for the first."""
    kinds = {event.dedupe_key: event.event for event in events}
    new = await pushes.remember(kinds, ctx.now)
    return [event for event in events if event.dedupe_key in new]


def _template(ctx: Context, event: Any) -> MessageTemplate | None:
    wanted = event.facts.get("TemplateId")
    return next((one for one in ctx.world.templates if one.id == wanted), None)


async def _message_sent(ctx: Context, event: Any) -> None:
    template, msgid = _template(ctx, event), event.facts.get("MsgID", "")[:40]
    if template is None or not msgid:
        return
    if event.facts.get("ErrorCode", "0") == "0":
        await deliveries.mark_sent(event.openid, template.name, msgid, ctx.now)
    else:
        await deliveries.mark_not_sent(msgid, ctx.now)


async def _consented(ctx: Context, person_id: UUID, told: Sequence[Any]) -> None:
    """One after the other in WeChat's order: within a push one person may say yes and no."""
    for event in told:
        template = _template(ctx, event)
        answer = _answer(event)
        if template is not None and answer is not None:
            answers = [Answered(template.name, template.long_term, answer)]
            if answer == "reject" and not template.long_term:
                continue
            await consents.answered(person_id, "by_push", event.created_at, answers)


def _answer(event: Any) -> Told | None:
    status = str(event.facts.get("SubscribeStatusString", ""))
    if event.event == CHANGE:
        return "off" if status == "reject" else None
    if status.startswith("accept"):
        return "accept"
    return "reject" if status == "reject" else None
