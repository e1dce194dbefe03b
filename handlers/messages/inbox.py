"""The inbox that always gets the message, and consent to WeChat copies of it. R13.2."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page
from handlers.route import Answer, Body, Context, MessageTemplate, Page, route
from models.messages import consents, inbox
from models.messages.consents import Answered, Told
from rules.people import LOGGED_IN, Role
from rules.refusals.asking import NotFound
from rules.scenes import SCENE_TITLES, Scene
from rules.words.word import OneOf, titled


class InboxQuery(Page, frozen=True):
    """Only what was not read yet, only of one case, or all."""

    unread: Annotated[bool, Meta(description="只看未读的")] = False
    case_id: UUID | None = None


class MessageView(Answer, frozen=True):
    """一条消息；`link` 是所涉事项的路径。"""

    id: UUID
    kind: Annotated[str, OneOf("message"), Meta(title="消息种类")]
    title: str
    text: str
    link: str
    created_at: Annotated[datetime, Meta(title="发送时间")]
    case_id: UUID | None = None
    read_at: datetime | None = None


class UnreadCount(Answer, frozen=True):
    """未读消息数。"""

    unread: Annotated[int, Meta(title="未读条数")]


@listing("/inbox", who=LOGGED_IN)
async def list_messages(ctx: Context, query: InboxQuery) -> Listed[MessageView]:
    """我的消息，从新到旧；可只看未读。R13.2。"""
    return await page(inbox.INBOX, query, MessageView, to_id=ctx.id)


@route("GET", "/inbox/count", who=LOGGED_IN, etag=True)
async def count_unread_messages(ctx: Context) -> UnreadCount:
    """未读消息数。R13.2。"""
    return await _unread(ctx)


async def _unread(ctx: Context) -> UnreadCount:
    return UnreadCount(unread=await inbox.unread(ctx.id))


@route("POST", "/inbox/{message_id}/read", who=LOGGED_IN, refuses=(NotFound,), status=200)
async def read_message(ctx: Context, message_id: UUID) -> UnreadCount:
    """标为已读；重复操作不改变首次阅读时间。R13.2。"""
    if not await inbox.read(message_id, ctx.id, ctx.now):
        raise NotFound()
    return await _unread(ctx)


@route("POST", "/inbox/read-all", who=LOGGED_IN, status=200)
async def read_all_messages(ctx: Context) -> UnreadCount:
    """全部标为已读；此后到达的除外。R13.2。"""
    await inbox.read_all(ctx.id, ctx.now)
    return await _unread(ctx)


class TemplateConsent(Answer, frozen=True):
    """可向用户请求订阅的模板（`template_id`）及现状：一次性模板剩余的次数，或长期模板的持续订
    阅。`scenes` 是点了什么之后可以请求订阅它。同一弹窗中不要混合长期与一次性模板，也不要超过五
    个，否则微信拒绝。"""

    template: Annotated[str, OneOf("template")]
    template_id: str
    title: Annotated[str, Meta(title="模板名称")]
    long_term: bool
    scenes: list[Annotated[Scene, titled(SCENE_TITLES)]]
    remaining: int
    standing: bool


class ConsentList(Answer, frozen=True):
    """在用的全部消息模板及本人的订阅情况。"""

    items: list[TemplateConsent]


@route("GET", "/consents", who=Role.PERSON)
async def list_consents(ctx: Context) -> ConsentList:
    """可订阅的消息模板和本人的订阅情况。R13.2。"""
    return await _consents(ctx)


async def _consents(ctx: Context) -> ConsentList:
    held = await consents.allowed(ctx.id)
    items = []
    for template in ctx.world.templates:
        mine = held.get(template.name)
        items.append(
            TemplateConsent(
                template=template.name,
                template_id=template.id,
                title=template.title,
                long_term=template.long_term,
                scenes=list(template.scenes),
                remaining=mine.remaining if mine else 0,
                standing=bool(mine and mine.standing),
            )
        )
    return ConsentList(items=items)


Outcome = Annotated[str, Meta(max_length=40)]
TemplateId = Annotated[str, Meta(max_length=100)]


class ConsentResults(Body, frozen=True):
    """`wx.requestSubscribeMessage` 的返回结果，按模板标识：`accept`（含带声音、带提醒的）、
    `reject`、`ban` 或 `filter`；不在用的模板不予理会。"""

    results: Annotated[dict[TemplateId, Outcome], Meta(max_length=10)]


@route("POST", "/consents", who=Role.PERSON, status=200)
async def record_consents(ctx: Context, body: ConsentResults) -> ConsentList:
    """记录 wx.requestSubscribeMessage 的结果：一次性订阅同意一次可发一条。R13.2。"""
    by_id = {template.id: template for template in ctx.world.templates}
    answers = [
        Answered(by_id[template_id].name, by_id[template_id].long_term, told)
        for template_id, outcome in body.results.items()
        if template_id in by_id and (told := _told(outcome, by_id[template_id]))
    ]
    await consents.answered(ctx.id, "by_phone", ctx.now, answers)
    return await _consents(ctx)


def _told(outcome: str, template: MessageTemplate) -> Told | None:
    """The person's answer; what WeChat itself decided (ban, filter) is none."""
    if outcome.startswith("accept"):
        return "accept"
    return "reject" if outcome == "reject" and template.long_term else None
