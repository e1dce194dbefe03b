"""Filing an objection in the mini-program: stored and paused in one transaction. R7.4, R7.5."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.heads import kept_head
from handlers.objections.views import Files, ObjectionState
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from handlers.steps import take
from models import objections
from models.cases import Case
from models.ids import new_id
from models.objections import Filed
from rules.cases import By, Object, State
from rules.days import beijing_date
from rules.flows.objections import arrival
from rules.people import VISITORS, Role
from rules.refusals.asking import CaseNotFound, NotFound, NotYourScope
from rules.refusals.cases import EmptyText, NotAllowedNow, ObjectionPending, RefiledTooOften

OBJECTOR = VISITORS | {Role.OWNER}


class WrittenObjection(Body, frozen=True):
    """一份书面反对意见；附件须事先上传。"""

    text: Annotated[str, Meta(max_length=2000)]
    file_ids: Files = []


class ObjectionReceipt(Answer, frozen=True):
    """反对意见的收件回执：何时收到、是否逾期，以及办件现在的状态。"""

    objection_id: UUID
    case_id: UUID
    state: ObjectionState
    in_time: bool
    arrived_at: datetime
    case_state: State
    log_head: str


@route(
    "POST",
    "/cases/{case_id}/objections",
    who=Role.OWNER,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotAllowedNow,
        NotFound,
        EmptyText,
        ObjectionPending,
        RefiledTooOften,
    ),
    act=Object,
)
async def file_objection(ctx: Context, case_id: UUID, body: WrittenObjection) -> ObjectionReceipt:
    """提出书面反对意见：公示期内到达的，办件立即暂缓；逾期的予以记录并答复。内容经住保中心审核后可能公开，
    姓名和房号不公开；提交前须让业主知道。附件二(一)4，R7.4、R7.5、R7.8。"""
    text = written(body.text)
    case, standing = await objections.lock_for_objector(case_id, ctx.id, beijing_date(ctx.now))
    if standing is None:
        raise NotYourScope()
    await attach_files(ctx, "objection", body.file_ids)
    by = By(roles=OBJECTOR, id=str(ctx.id), owner_id=str(standing.owner_id))
    filed = Filed(
        standing=standing,
        text=text,
        file_ids=body.file_ids,
        arrived_at=ctx.now,
        person_id=ctx.id,
    )
    return await enter(ctx, case, by, filed)


def written(text: str) -> str:
    """The text without blanks around it. Raises EmptyText when nothing is written. R7.4."""
    text = text.strip()
    if not text:
        raise EmptyText()
    return text


async def enter(ctx: Context, case: Case, by: By, filed: Filed) -> ObjectionReceipt:
    """The objection is stored and the locked case has been told: paused at once when in time.

    A paper is a draft until a second person confirms it, but it pauses like any other: nothing
    may overtake it meanwhile. Raises NotAllowedNow, ObjectionPending, RefiledTooOften (R7.10).
    """
    before, objection_id = case.facts(), new_id()
    act = Object(
        objection_id=str(objection_id),
        arrived_at=filed.arrived_at,
        others=await objections.of_owner(case.id, before.version, filed.standing.owner_id),
    )
    after = await take(ctx, case, act, by)
    came = arrival(before, filed.arrived_at)
    waits: ObjectionState = "draft" if filed.entered_by else "open" if came.pauses else "recorded"
    await objections.insert(
        objection_id, case.id, before.version, filed, waits, came.in_time, ctx.now
    )
    return ObjectionReceipt(
        objection_id=objection_id,
        case_id=case.id,
        state=waits,
        in_time=came.in_time,
        arrived_at=at(filed.arrived_at),
        case_state=after.state,
        log_head=await kept_head(ctx),
    )
