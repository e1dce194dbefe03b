"""An owner has erased what the law lets go; what is kept is said with its reason. R12.7."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Context, route
from handlers.shown import at
from models import files, privacy, standing
from models.listing import every
from models.people import appointments, bindings, persons
from rules.days import beijing_date
from rules.events.people import HomeLeft, PersonErased
from rules.people import Role
from rules.privacy import ERASED, KEPT, Kept
from rules.refusals.people import StillInOffice
from rules.words.word import titled

TITLES = {what: title for what, (title, _, _) in KEPT.items()}


class KeptRecord(Answer, frozen=True):
    """依法保留的一类内容：为什么，留多久。"""

    kind: Annotated[Kept, titled(TITLES), Meta(title="保留的内容")]
    title: Annotated[str, Meta(title="名称", description="可直接显示")]
    why: Annotated[str, Meta(title="保留的理由")]
    term: Annotated[str, Meta(title="保存期限")]


class AccountErasure(Answer, frozen=True):
    """删除账户时删什么、依法留什么；还没有删除的 `erased_at` 为空。"""

    erased: Annotated[list[str], Meta(title="删除的内容")]
    kept: Annotated[list[KeptRecord], Meta(title="依法保留的内容")]
    erased_at: Annotated[datetime | None, Meta(title="删除时间")] = None


@route("GET", "/me/erasure", who=Role.PERSON)
async def preview_erasure(ctx: Context) -> AccountErasure:
    """删除账户以前先看：将删除什么，依法保留什么、为什么、留多久。R12.7。"""
    return AccountErasure(erased=list(ERASED), kept=await _kept(ctx.id))


@route(
    "POST",
    "/me/erasure",
    who=Role.PERSON,
    status=200,
    refuses=(StillInOffice,),
    limit="login",
)
async def erase_account(ctx: Context) -> AccountErasure:
    """删除本人的账户：法律允许删除的随即删除，登录全部失效；答复说明保留了什么、为什么。R12.7。

    再用同一个微信登录的是一个新的人，房屋须重新核对身份绑定。签名、选票和反对意见仍然有效。
    """
    await persons.lock(ctx.id)
    today = beijing_date(ctx.now)
    if await appointments.in_force(ctx.id, today) or await privacy.works_here(ctx.id):
        raise StillInOffice()
    kept = await _kept(ctx.id)
    given = {"person_id": ctx.id, "today": today}
    for row in [row async for rows in every(bindings.BINDINGS, given) for row in rows]:
        await standing.unbind(row["binding_id"], ctx.id, ctx.now)
        data = {"home_id": str(row["home_id"])}
        ctx.record(HomeLeft(subject_id=str(ctx.id), at=ctx.now, data=data))
    await privacy.withdraw_waiting(ctx.id, ctx.now, by_face=False)
    await files.sweep_of(ctx.id)
    await privacy.erase(ctx.id, ctx.who.key, ctx.now)
    ctx.record(PersonErased(subject_id=str(ctx.id), at=ctx.now))
    return AccountErasure(erased=list(ERASED), kept=kept, erased_at=at(ctx.now))


async def _kept(person_id: UUID) -> list[KeptRecord]:
    return [
        KeptRecord(kind=what, title=KEPT[what][0], why=KEPT[what][1], term=KEPT[what][2])
        for what in await privacy.kept_of(person_id)
    ]
