"""The emergency flag: set with its evidence, lifted with a reason. Section 6.

It puts a case first in every queue and changes nothing else: no day of a notice, no step, no
condition. The rows are the flow's (`rules.flows.emergency`).
"""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.cases.papers import attach
from handlers.cases.views import CaseReasonBody, CaseView, view
from handlers.route import Body, Context, route
from handlers.steps import capacity, locked, take
from models.cases import Case
from rules.cases import By, FlagUrgent, UnflagUrgent
from rules.cases.facts import Emergency as EmergencyKind
from rules.flows.actors import FLAGGERS
from rules.people import CASEWORKERS
from rules.refusals.asking import CaseNotFound, NotFound, NotYourScope
from rules.refusals.cases import NotAllowedNow, ReasonMissing
from rules.refusals.votes import AlreadyUrgent, EvidenceMissing, NotUrgent


class CaseEmergency(Body, frozen=True):
    """紧急情形及其说明，并附照片或检验报告，至少一份。"""

    kind: Annotated[EmergencyKind, Meta(title="紧急情形")]
    reason: Annotated[str, Meta(max_length=300, title="紧急情况说明")]
    file_ids: Annotated[
        list[UUID],
        Meta(max_length=10, description="照片或检验报告，至少一份"),
    ] = []


@route(
    "POST",
    "/cases/{case_id}/emergency",
    who=FLAGGERS,
    refuses=(
        CaseNotFound,
        NotYourScope,
        NotAllowedNow,
        AlreadyUrgent,
        ReasonMissing,
        EvidenceMissing,
        NotFound,
    ),
    act=FlagUrgent,
    status=200,
)
async def flag_emergency(ctx: Context, case_id: UUID, body: CaseEmergency) -> CaseView:
    """标记为紧急（有人被困、存在危险），附现场照片或报告；各队列中优先，期限和步骤不变。第6节。"""
    case, by = await locked(ctx, case_id)
    await attach_evidence(ctx, case, body.kind, body.reason, body.file_ids, by)
    return await view(ctx, case)


@route(
    "POST",
    "/cases/{case_id}/emergency/lifting",
    who=CASEWORKERS,
    refuses=(CaseNotFound, NotAllowedNow, NotUrgent, ReasonMissing),
    act=UnflagUrgent,
    status=200,
)
async def lift_emergency(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """取消紧急标记，写明理由；凭证留存。第6节。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, UnflagUrgent(why=body.reason), by)
    return await view(ctx, case)


async def attach_evidence(
    ctx: Context,
    case: Case,
    kind: EmergencyKind,
    why: str,
    file_ids: Sequence[UUID],
    by: By | None = None,
) -> None:
    """The locked (or new) case is flagged, and what shows the emergency lies in its file.

    Raises ReasonMissing, EvidenceMissing, AlreadyUrgent, NotAllowedNow, and NotFound for a file
    that the asker has not uploaded.
    """
    act = FlagUrgent(kind=kind, why=why, evidence=len(set(file_ids)))
    await take(ctx, case, act, by or await capacity(ctx, case))
    await attach(ctx, case.id, "emergency", file_ids)
