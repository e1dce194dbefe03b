"""Judging the texts of objections before the public may read them. R7.8.

A text is hidden until WeChat has passed it and it gives nobody away; whatever comes out, the case
stays paused. The Centre decides about what nobody passed.
"""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.objections.views import ObjectionView, shown_one
from handlers.recent import NOTICES
from handlers.route import Body, Context, job, route
from models import objection_texts
from rules.city import CITY
from rules.events.cases import ObjectionTextJudged
from rules.people import CASEWORKERS, normalise_name
from rules.refusals.asking import NotFound, WechatUnavailable
from rules.refusals.cases import NamesObjector, ReasonMissing

COMMENT = 2
"""WeChat's scene for texts that people write about something."""

TOO_LATE = 61010
"""WeChat judges a text only within two hours of its writer's last visit."""

WAIT = timedelta(hours=2)
MOST = 50

# A mobile, a number plate of the region, or an identity number.
_PERSONAL = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx]"
    rf"|[{CITY.plates}][A-Z][·\s]?[A-Z0-9]{{5,6}}"
)


def gives_away(text: str, name: str, room: str, code: str) -> bool:
    """Whether the text says who wrote it: the name, the home, or a number that leads there."""
    plain = normalise_name(text)
    numbers = re.sub(r"[\s\-]", "", text)
    at_home = re.search(rf"(?<!\d){re.escape(room)}(?!\d)", text) if room else None
    return bool(
        normalise_name(name) in plain or code in text or at_home or _PERSONAL.search(numbers)
    )


async def unchecked(now: datetime) -> list[UUID]:
    """Objections whose text nobody has judged yet."""
    return await objection_texts.unchecked(MOST)


async def _asked(ctx: Context, objection_id: UUID) -> str:
    """The result: pass, risky, or review where people must decide.

    Raises WechatUnavailable while WeChat has no opinion and may still have one later.
    """
    row = await objection_texts.text_of(objection_id)
    if row is None or row["openid"] is None or gives_away(*_identity(row)):
        return "review"
    if ctx.now - row["entered_at"] >= WAIT:
        return "review"
    verdict = await ctx.world.wechat.check_text(row["openid"], row["text"], COMMENT)
    if verdict.suggest in ("pass", "review", "risky"):
        return str(verdict.suggest)
    if verdict.errcode == TOO_LATE:
        return "review"
    raise WechatUnavailable()


def _identity(row: dict[str, Any]) -> tuple[str, str, str, str]:
    return row["text"], row["name"], row["room"], row["code"]


@job(unchecked, prepare=_asked)
async def check_objection_text(ctx: Context, objection_id: UUID) -> None:
    """反对意见文字的内容检查：通过后方可公开，结果不影响暂缓。R7.8。"""
    case_id = await objection_texts.judge_by_machine(objection_id, ctx.prepared)
    if case_id is not None:
        _judged(ctx, case_id, objection_id, shown=ctx.prepared == "pass")


def _judged(ctx: Context, case_id: UUID, objection_id: UUID, shown: bool, why: str = "") -> None:
    NOTICES.forget(case_id)
    about = {"objection_id": str(objection_id), "shown": shown}
    ctx.record(ObjectionTextJudged(subject_id=str(case_id), at=ctx.now, why=why, data=about))


class ObjectionTextDecision(Body, frozen=True):
    """文字是否向公众公开，以及理由。"""

    show: bool
    reason: Annotated[str, Meta(max_length=500)]


@route(
    "POST",
    "/objections/{objection_id}/text",
    who=CASEWORKERS,
    refuses=(NotFound, NamesObjector, ReasonMissing),
    status=200,
)
async def judge_objection_text(
    ctx: Context, objection_id: UUID, body: ObjectionTextDecision
) -> ObjectionView:
    """人工决定反对意见文字是否公开；写明反对人身份的不得公开，不影响暂缓。R7.8。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await objection_texts.text_of(objection_id)
    if row is None:
        raise NotFound()
    if body.show and gives_away(*_identity(row)):
        raise NamesObjector("文字中写明了反对人的姓名、房号或号码，不得公开")
    case_id = await objection_texts.judge_by_hand(objection_id, show=body.show)
    _judged(ctx, case_id, objection_id, shown=body.show, why=body.reason.strip())
    return await shown_one(ctx, objection_id)
