"""The Centre holds a case by hand, and lets it go on. R7.9."""

from uuid import UUID

from handlers.cases.views import CaseReasonBody, CaseView, view
from handlers.objections.deciding import reasons
from handlers.route import Context, route
from handlers.steps import locked, take
from rules.cases import HoldByHand, ReleaseByHand
from rules.people import CASEWORKERS
from rules.refusals.asking import AccountWaits, CaseNotFound, SamePerson
from rules.refusals.cases import NotAllowedNow, NothingHeld, ReasonMissing


@route(
    "POST",
    "/cases/{case_id}/hold",
    who=CASEWORKERS,
    refuses=(CaseNotFound, NotAllowedNow, ReasonMissing),
    act=HoldByHand,
    status=200,
)
async def hold_case(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """人工暂停办件，写明理由；公示期间的时钟同时停下。R7.9。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, HoldByHand(why=reasons(body.reason)), by)
    return await view(ctx, case, by)


@route(
    "POST",
    "/cases/{case_id}/hold/release",
    who=CASEWORKERS,
    refuses=(CaseNotFound, NotAllowedNow, NothingHeld, SamePerson, AccountWaits, ReasonMissing),
    act=ReleaseByHand,
    status=200,
)
async def release_case(ctx: Context, case_id: UUID, body: CaseReasonBody) -> CaseView:
    """解除人工暂停，须由暂停人和经办人以外的人办理；尚有未办结的反对意见时，办件继续暂缓。R7.6、R7.9、R1.2。"""
    case, by = await locked(ctx, case_id)
    await take(ctx, case, ReleaseByHand(why=reasons(body.reason)), by)
    return await view(ctx, case, by)
