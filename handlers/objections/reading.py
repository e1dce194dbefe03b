"""Reading objections: one's own, a case's, and what waits for the Centre. R7.8."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, cut, listing
from handlers.objections.views import (
    ObjectionReason,
    ObjectionState,
    ObjectionView,
    TextChecked,
    TextRelease,
    shown_one,
    view,
)
from handlers.route import Answer, Context, Page, route
from handlers.steps import seen
from models import objections
from models.calendar import calendar
from models.listing import Listing
from models.sealed import OWNER_PHONE
from rules.days import last_start_overdue
from rules.events.people import Unmasked
from rules.people import CASE_READERS, CASEWORKERS, Role
from rules.refusals.asking import CaseNotFound, NotFound
from rules.refusals.cases import ReasonMissing

READ = CASE_READERS | {Role.PERSON}


@listing("/cases/{case_id}/objections", who=READ, refuses=(CaseNotFound,))
async def list_case_objections(ctx: Context, case_id: UUID, query: Page) -> Listed[ObjectionView]:
    """办件的反对意见：中心可见全部（姓名脱敏），业主只见本人的，其他人看不到任何一份。R7.8。"""
    own = ctx.who.kind == "person"
    found = await listed(ctx, objections.NEWEST, query, case_id=case_id, own=own)
    # Who has sold the home since still sees what became of the own objection.
    if not own or not found.items:
        await seen(ctx, case_id)
    return found


@listing("/me/objections", who=Role.PERSON)
async def list_my_objections(ctx: Context, query: Page) -> Listed[ObjectionView]:
    """本人提出的全部反对意见及办理结果。R7.6。"""
    return await listed(ctx, objections.NEWEST, query, own=True)


@route("GET", "/objections/{objection_id}", who=READ, refuses=(NotFound,))
async def get_objection(ctx: Context, objection_id: UUID) -> ObjectionView:
    """一份反对意见及其办理结果，仅提出人和中心可见。R7.8。"""
    return await shown_one(ctx, objection_id)


class QueueQuery(Page, frozen=True):
    """What to list; without a state, all that is owed a decision or an answer. The days are those
    of arrival, both included; `text_release` finds texts that wait to be released."""

    state: Annotated[
        ObjectionState | Literal[""],
        Meta(description="不给即全部待决定、待答复的"),
    ] = ""
    case_id: UUID | None = None
    community_id: UUID | None = None
    channel: Literal["", "app", "paper"] = ""
    text_checked: TextChecked | Literal[""] = ""
    text_release: TextRelease | Literal[""] = ""
    overdue: Annotated[bool, Meta(description="只看逾期未办的")] = False
    from_on: Annotated[date | None, Meta(description="收到之日，含当日")] = None
    to_on: Annotated[date | None, Meta(description="收到之日，含当日")] = None
    q: Annotated[str, Meta(max_length=60, description="办件编号或楼栋单元的一部分")] = ""
    sort: Literal["", "urgent", "newest"] = ""


@listing("/objections", who=CASE_READERS, export="反对意见")
async def list_objections(ctx: Context, query: QueueQuery) -> Listed[ObjectionView]:
    """反对意见办理队列：紧急办件在前，其次按收到先后；附答复期限，逾期的标出。R7.6、R9.2。"""
    states = None if query.state else ["open", "recorded"]
    return await listed(ctx, objections.OBJECTIONS, query, states=states)


@listing("/paper-objections", who=CASE_READERS)
async def list_paper_objections(ctx: Context, query: Page) -> Listed[ObjectionView]:
    """待第二人核对的纸质反对意见；等待期间办件已经暂缓。R7.4、R7.5。"""
    return await listed(ctx, objections.OBJECTIONS, query, states=["draft"])


async def listed(ctx: Context, which: Listing, query: Page, **given: Any) -> Listed[ObjectionView]:
    """A page of objections as the asker may see them."""
    cal = await calendar()
    late = getattr(query, "overdue", False)
    days = await objections.decision_days() if late else []
    found = await cut(
        which,
        query,
        days=days,
        begun=[last_start_overdue(ctx.now, one, cal) for one in days],
        person_id=ctx.who.id if ctx.who.kind == "person" else None,
        **given,
    )
    return found.listed([view(ctx, row, cal) for row in found.rows])


class UnmaskedObjector(Answer, frozen=True):
    """反对人的姓名和电话，向写明理由的工作人员完整显示。"""

    objection_id: UUID
    name: Annotated[str, Meta(title="姓名", description="完整姓名")]
    home: str
    phone: Annotated[str, Meta(description="完整号码；未知为空")]


@route(
    "POST",
    "/objections/{objection_id}/unmasking",
    who=CASEWORKERS,
    status=200,
    refuses=(NotFound, ReasonMissing),
    fresh=True,
    secret=True,
)
async def unmask_objector(
    ctx: Context, objection_id: UUID, body: ObjectionReason
) -> UnmaskedObjector:
    """查看反对人的姓名和电话，须写明理由，并留下记录。R12.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await objections.find(objection_id)
    if row is None:
        raise NotFound()
    about = {"objection_id": str(objection_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=body.reason.strip(), data=about))
    phone, about_phone = row["phone_cipher"], OWNER_PHONE.of(row["owner_id"])
    return UnmaskedObjector(
        objection_id=objection_id,
        name=row["owner_name"],
        home=row["home_code"],
        phone=ctx.world.secrets.decrypt(bytes(phone), about_phone) if phone else "",
    )
