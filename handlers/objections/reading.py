"""Reading objections: one's own, a case's, and what waits for the Centre. R7.8."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from handlers.objections.views import ObjectionList, ObjectionView, Reasons, show, shown_one
from handlers.paging import EPOCH, cut, place
from handlers.route import Answer, Context, Page, route
from handlers.steps import seen
from models import objections
from models.objections import Record
from rules.events.people import Unmasked
from rules.people import CASE_READERS, CASEWORKERS, Role
from rules.refusals.asking import CaseNotFound, Malformed, NotFound
from rules.refusals.cases import ReasonMissing

READ = CASE_READERS | {Role.PERSON}


@route("GET", "/cases/{case_id}/objections", who=READ, refuses=(CaseNotFound,))
async def case_objections(ctx: Context, case_id: UUID, query: Page) -> ObjectionList:
    """办件的反对意见：中心可见全部（姓名脱敏），业主只见本人的，其他人看不到任何一份。R7.8。"""
    before, row_id = place(query.after)
    if ctx.who.kind == "person":
        rows = await objections.of_objector(
            case_id, ctx.id, ctx.who.owner_id, before, row_id, query.limit + 1
        )
        # Who has sold the home since still sees what became of the own objection.
        if not rows:
            await seen(ctx, case_id)
    else:
        await seen(ctx, case_id)
        rows = await objections.of_case(case_id, before, row_id, query.limit + 1)
    page, following = cut(rows, query.limit, "arrived_at")
    return ObjectionList(items=await show(ctx, page), next=following)


@route("GET", "/me/objections", who=Role.PERSON)
async def my_objections(ctx: Context, query: Page) -> ObjectionList:
    """本人提出的全部反对意见及办理结果。R7.6。"""
    before, row_id = place(query.after)
    rows = await objections.of_objector(
        None, ctx.id, ctx.who.owner_id, before, row_id, query.limit + 1
    )
    page, following = cut(rows, query.limit, "arrived_at")
    return ObjectionList(items=await show(ctx, page), next=following)


@route("GET", "/objections/{objection_id}", who=READ, refuses=(NotFound,))
async def get_objection(ctx: Context, objection_id: UUID) -> ObjectionView:
    """一份反对意见及其办理结果，仅提出人和中心可见。R7.8。"""
    return await shown_one(ctx, objection_id)


class QueueQuery(Page, frozen=True):
    """What to list; without a state, all that is owed a decision or an answer."""

    state: Literal[
        "",
        "open",
        "recorded",
        "draft",
        "withdrawn",
        "settled",
        "dismissed",
        "upheld",
        "answered",
        "dropped",
        "superseded",
    ] = ""


@route("GET", "/objections", who=CASE_READERS)
async def objection_queue(ctx: Context, query: QueueQuery) -> ObjectionList:
    """反对意见办理队列：紧急办件在前，其次按收到先后；附答复期限，逾期的标出。R7.6、R9.2。"""
    states = (query.state,) if query.state else ("open", "recorded")
    return await listed(ctx, states, query)


@route("GET", "/paper-objections", who=CASE_READERS)
async def paper_queue(ctx: Context, query: Page) -> ObjectionList:
    """待第二人核对的纸质反对意见；等待期间办件已经暂缓。R7.4、R7.5。"""
    return await listed(ctx, ["draft"], query)


async def listed(ctx: Context, states: Sequence[str], query: Page) -> ObjectionList:
    """A page of the queue of these states."""
    rows = await objections.queue(states, _after(query.after), query.limit + 1)
    page = rows[: query.limit]
    following = _cursor(page[-1]) if len(rows) > query.limit else ""
    return ObjectionList(items=await show(ctx, page), next=following)


def _cursor(row: Record) -> str:
    micros = (row["since"] - EPOCH) // timedelta(microseconds=1)
    return f"{'u' if row['urgent'] else 'n'}{micros}.{row['id'].hex}"


def _after(cursor: str) -> tuple[bool, datetime, UUID] | None:
    if not cursor:
        return None
    if cursor[0] not in "un":
        raise Malformed(errors=[{"pointer": "after", "detail": "游标无效"}])
    since, row_id = place(cursor[1:] or "-")
    return cursor[0] == "n", since, row_id


class Objector(Answer, frozen=True):
    """Who objected, unmasked for somebody at the Centre who said why."""

    objection_id: UUID
    name: str
    home_code: str
    phone: str


@route(
    "POST",
    "/objections/{objection_id}/unmasking",
    who=CASEWORKERS,
    status=200,
    refuses=(NotFound, ReasonMissing),
)
async def unmask_objector(ctx: Context, objection_id: UUID, body: Reasons) -> Objector:
    """查看反对人的姓名和电话，须写明理由，并留下记录。R12.2。"""
    if not body.reason.strip():
        raise ReasonMissing()
    row = await objections.find(objection_id)
    if row is None:
        raise NotFound()
    about = {"objection_id": str(objection_id)}
    ctx.record(Unmasked(subject_id=str(ctx.id), at=ctx.now, why=body.reason.strip(), data=about))
    phone = row["phone_cipher"]
    return Objector(
        objection_id=objection_id,
        name=row["owner_name"],
        home_code=row["home_code"],
        phone=ctx.world.secrets.decrypt(bytes(phone)) if phone else "",
    )
