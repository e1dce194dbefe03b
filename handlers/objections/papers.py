"""Objections on paper: entered by one clerk, confirmed by a second person. R7.4, R7.5.

The first entry already pauses the case, from whatever state precedes payout and as of the day the
paper was received: a paper that came in time must not be overtaken by a registration or a contract
while it waits for its second pair of eyes. The second person only confirms it, or drops it with
reasons; then the case goes on, with the days the pause took.
"""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.objections.deciding import KEPT, close, opened, reasons
from handlers.objections.filing import ObjectionReceipt, enter, written
from handlers.objections.views import Files, ObjectionReason, ObjectionView, shown_one
from handlers.route import Body, Context, route
from handlers.steps import capacity, locked
from models import objections
from models.cases import Case
from models.objections import Filed, Objection, Standing
from models.standing import gives_interest
from rules.cases import DropPaper, Object
from rules.days import beijing_date
from rules.events.cases import PaperObjectionConfirmed
from rules.flows.objection_checks import must_be_draft, must_not_handle
from rules.people import CASEWORKERS, Role, normalise_name
from rules.refusals.asking import AccountWaits, CaseNotFound, NotFound, NotYourScope, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import (
    ArrivedInFuture,
    EmptyText,
    NotAllowedNow,
    ObjectionPending,
    PapersMissing,
    ReasonMissing,
    RefiledTooOften,
)
from rules.refusals.people import NotInRoll


class PaperObjection(Body, frozen=True):
    """一份纸质反对意见：何人、哪一户、何时收到、内容和扫描件。"""

    home_id: UUID
    text: Annotated[str, Meta(max_length=2000)]
    received_at: Annotated[datetime, Meta(tz=True)]
    file_ids: Annotated[Files, Meta(title="扫描件")]
    owner_id: Annotated[UUID | None, Meta(description="该户只有一位业主的不必指明")] = None
    owner_name: Annotated[str, Meta(max_length=120)] = ""


@route(
    "POST",
    "/cases/{case_id}/paper-objections",
    who=Role.CLERK,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotInRoll,
        NotAllowedNow,
        NotFound,
        EmptyText,
        PapersMissing,
        ArrivedInFuture,
        ObjectionPending,
        RefiledTooOften,
    ),
    act=Object,
)
async def enter_paper_objection(
    ctx: Context, case_id: UUID, body: PaperObjection
) -> ObjectionReceipt:
    """录入纸质反对意见及收件时间和扫描件；按收件时间立即暂缓办件，由第二人核对。R7.4、R7.5。"""
    text = written(body.text)
    if not body.file_ids:
        raise PapersMissing("请上传纸质意见的扫描件", missing=["scan"])
    if body.received_at > ctx.now:
        raise ArrivedInFuture()
    case, by = await locked(ctx, case_id)
    await attach_files(ctx, "objection", body.file_ids)
    standing = await _standing(case, body)
    published_at = await objections.notice_published_at(case_id, case.version)
    if published_at is not None and body.received_at < published_at:
        raise NotAllowedNow("收件时间早于本次公示发布时间，请核对", published_at=published_at)
    filed = Filed(
        standing=standing,
        text=text,
        file_ids=body.file_ids,
        arrived_at=body.received_at,
        entered_by=ctx.id,
    )
    return await enter(ctx, case, by, filed)


async def _standing(case: Case, body: PaperObjection) -> Standing:
    """Whose paper it is, by the roll of the day it was received. R2.4, R7.4."""
    if not await gives_interest(body.home_id, case.scope_id):
        raise NotYourScope("该房屋不在本办件的楼栋或单元内，或者（如车位、储藏间）不计入业主户数")
    on = beijing_date(body.received_at)
    name_key = normalise_name(body.owner_name)
    owners = await objections.owner_on_paper(body.home_id, on, body.owner_id, name_key)
    if len(owners) != 1:
        raise NotInRoll("名册中该房屋在收件当日没有（或不止一位）这样的业主")
    return Standing(owners[0], body.home_id)


async def _draft(ctx: Context, objection_id: UUID) -> tuple[Case, Objection]:
    case, objection = await opened(objection_id)
    must_be_draft(objection.fact(), await capacity(ctx, case))
    return case, objection


@route(
    "POST",
    "/paper-objections/{objection_id}/confirmation",
    who=CASEWORKERS,
    refuses=(NotFound, EntryNotOpen, SamePerson, AccountWaits),
    status=200,
)
async def confirm_paper_objection(ctx: Context, objection_id: UUID) -> ObjectionView:
    """第二人核对纸质反对意见属实，此后与线上意见同样办理。R7.4。"""
    case, objection = await _draft(ctx, objection_id)
    paused = str(objection_id) in case.facts().open_objections
    objection.state = "open" if paused else "recorded"
    objection.confirmed_by = ctx.id
    await objection.save(update_fields=["state", "confirmed_by"])
    about = {"objection_id": str(objection_id), "in_time": objection.in_time}
    ctx.record(PaperObjectionConfirmed(subject_id=str(case.id), at=ctx.now, data=about))
    return await shown_one(ctx, objection_id)


@route(
    "POST",
    "/paper-objections/{objection_id}/dropping",
    who=CASEWORKERS,
    refuses=(NotFound, EntryNotOpen, SamePerson, AccountWaits, ReasonMissing),
    status=200,
    act=DropPaper,
)
async def drop_paper_objection(
    ctx: Context, objection_id: UUID, body: ObjectionReason
) -> ObjectionView:
    """第二人核对不属实或录入有误，写明理由作废；不得由录入人或经办人作废。R7.4、R7.6。"""
    case, objection = await _draft(ctx, objection_id)
    must_not_handle(case.facts(), await capacity(ctx, case))
    act = DropPaper(objection=objection.fact(), why=KEPT[DropPaper.outcome])
    await close(ctx, case, objection, act, reasons(body.reason), await capacity(ctx, case))
    return await shown_one(ctx, objection_id)
