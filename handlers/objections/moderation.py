"""Judging the texts of objections before the public may read them. R7.8.

A text is public once a person at the Centre has released it, whole, shortened or as a neutral
summary; WeChat's opinion lies beside it. Whatever comes out, the case stays paused.
"""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.objections.views import ObjectionView, Release, shown_one
from handlers.recent import NOTICES
from handlers.route import Body, Context, job, route
from models import objection_texts
from rules.city import CITY
from rules.events.cases import ObjectionTextJudged
from rules.people import CASEWORKERS, normalise_name
from rules.refusals.asking import NotFound, WechatUnavailable
from rules.refusals.cases import EmptyText, NamesObjector, NotShortened, ReasonMissing

COMMENT = 2
"""WeChat's scene for texts that people write about something."""

TOO_LATE = 61010
"""WeChat judges a text only within two hours of its writer's last visit."""

WAIT = timedelta(hours=2)
MOST = 50

OPINIONS = {"pass": "pass", "review": "doubtful", "risky": "risky"}
"""What we call what WeChat suggests: none of it releases a text, or withholds it."""

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
    """What the machine thinks: pass, risky, or doubtful.

    Raises WechatUnavailable while WeChat has no opinion and may still have one later.
    """
    row = await objection_texts.text_of(objection_id)
    if row is None or row["openid"] is None or gives_away(row["text"], *_identity(row)):
        return "doubtful"
    if ctx.now - row["entered_at"] >= WAIT:
        return "doubtful"
    verdict = await ctx.world.wechat.check_text(row["openid"], row["text"], COMMENT)
    if verdict.suggest in OPINIONS:
        return OPINIONS[verdict.suggest]
    if verdict.errcode == TOO_LATE:
        return "doubtful"
    raise WechatUnavailable()


def _identity(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["name"], row["room"], row["code"]


@job(unchecked, prepare=_asked)
async def check_objection_text(ctx: Context, objection_id: UUID) -> None:
    """反对意见文字的机器检查：只供住保中心决定公开与否时参考，不影响暂缓。R7.8。"""
    await objection_texts.judge_by_machine(objection_id, ctx.prepared)


class ObjectionTextDecision(Body, frozen=True):
    """文字怎样向公众公开：全文（`whole`）、删节（`shortened`）、中立摘要（`summary`）或者不公开
    （`withheld`），以及理由；删节和摘要须写明 `text`。"""

    release: Release
    reason: Annotated[str, Meta(max_length=500)]
    text: Annotated[
        str,
        Meta(max_length=2000, title="公开的文字", description="删节后的原文或者摘要；其余不填"),
    ] = ""


@route(
    "POST",
    "/objections/{objection_id}/text",
    who=CASEWORKERS,
    refuses=(NotFound, NamesObjector, ReasonMissing, EmptyText, NotShortened),
    status=200,
)
async def release_objection_text(
    ctx: Context, objection_id: UUID, body: ObjectionTextDecision
) -> ObjectionView:
    """由人决定反对意见的文字公开与否、怎样公开；写明反对人身份的不得公开，不影响暂缓。R7.8。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await objection_texts.text_of(objection_id)
    if row is None:
        raise NotFound()
    public = _public(body, row["text"])
    if public is not None and gives_away(public, *_identity(row)):
        raise NamesObjector("文字中写明了反对人的姓名、房号或号码，不得公开")
    release = objection_texts.release
    case_id = await release(objection_id, body.release, public, ctx.id, ctx.now)
    NOTICES.forget(case_id)
    about = {"objection_id": str(objection_id), "shown": public is not None}
    why = body.reason.strip()
    ctx.record(ObjectionTextJudged(subject_id=str(case_id), at=ctx.now, why=why, data=about))
    return await shown_one(ctx, objection_id)


def _public(body: ObjectionTextDecision, original: str) -> str | None:
    """What will be public; a shortened text has nothing that is not in the original."""
    if body.release == "withheld":
        return None
    if body.release == "whole":
        return original
    text = body.text.strip()
    if not text:
        raise EmptyText()
    if body.release == "shortened" and not is_shortened(text, original):
        raise NotShortened()
    return text


def is_shortened(text: str, original: str) -> bool:
    """Whether only parts of the original are left out, with or without dots in their place."""
    left = iter(original)
    return all(letter in left for letter in text if letter not in "…." and not letter.isspace())
