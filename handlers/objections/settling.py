"""Settled by the objector's own tap on the record that the Centre proposed. R7.6."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.objections.deciding import KEPT, close, opened, own
from handlers.objections.filing import OBJECTOR
from handlers.objections.views import ObjectionView, Words, shown_one
from handlers.route import Body, Context, route
from handlers.steps import capacity, take
from rules.cases import By, ProposeSettlement, SettleObjection
from rules.flows.objection_checks import must_be_open
from rules.people import CASEWORKERS, Role
from rules.refusals.asking import NotFound
from rules.refusals.cases import NotAllowedNow, ObjectionClosed, RecordMoved


class SettlementProposal(Body, frozen=True):
    """拟请反对人认可的协商记录，须事先上传。"""

    record_file_id: UUID
    note: Annotated[Words, Meta(title="协商情况")] = ""


@route(
    "POST",
    "/objections/{objection_id}/proposal",
    who=CASEWORKERS,
    refuses=(NotFound, ObjectionClosed, NotAllowedNow),
    status=200,
    act=ProposeSettlement,
)
async def propose_settlement(
    ctx: Context, objection_id: UUID, body: SettlementProposal
) -> ObjectionView:
    """向反对人提出协商记录，由其本人阅读后决定是否同意；反对意见不因此办结，另提一份即取代前一份。R7.6。"""
    case, objection = await opened(objection_id)
    await attach_files(ctx, "record", [body.record_file_id])
    fact = objection.fact()
    must_be_open(case.facts(), fact)
    await take(ctx, case, ProposeSettlement(objection=fact), await capacity(ctx, case))
    objection.proposed_id, objection.proposed_at = body.record_file_id, ctx.now
    objection.proposed_note = body.note.strip()
    await objection.save(update_fields=["proposed_id", "proposed_note", "proposed_at"])
    return await shown_one(ctx, objection_id)


class SettlementConsent(Body, frozen=True):
    """反对人本人同意的是哪一份协商记录。"""

    record_file_id: Annotated[UUID, Meta(description="所读的那一份；其间换过的不算同意")]


@route(
    "POST",
    "/objections/{objection_id}/settlement",
    who=Role.PERSON,
    refuses=(NotFound, ObjectionClosed, NotAllowedNow, RecordMoved),
    status=200,
    act=SettleObjection,
)
async def settle_objection(
    ctx: Context, objection_id: UUID, body: SettlementConsent
) -> ObjectionView:
    """反对人本人同意协商记录，反对意见由此办结；另有未办结的，办件继续暂缓。R7.6。"""
    case, objection = await own(ctx, objection_id)
    if objection.state != "open":
        raise ObjectionClosed()
    if objection.proposed_id not in {None, body.record_file_id}:
        raise RecordMoved()
    act = SettleObjection(objection=objection.fact(), why=KEPT["settled"])
    objection.record_id = objection.proposed_id
    by = By(roles=OBJECTOR, id=str(ctx.id))
    await close(ctx, case, objection, act, objection.proposed_note, by)
    return await shown_one(ctx, objection_id)
