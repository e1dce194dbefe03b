"""Objections ended by a signed paper: two people, neither of them the case's handler. R7.6, R1.2.

What a paper ended opens the same review as a dismissal: whoever did not sign it says so.
"""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import Kind, Row, entry
from handlers.objections.deciding import KEPT, close, opened
from handlers.objections.views import EndingOutcome, ObjectionView, Words, shown_one
from handlers.route import Body, Context, route
from handlers.steps import capacity, take
from models import endings
from models.endings import OBJECTION_ENDING, ObjectionEnding
from models.ids import new_id
from rules.cases import EnterEnding, SettleOnPaper, WithdrawOnPaper
from rules.events.cases import EndingDropped
from rules.flows.objection_checks import must_be_open
from rules.people import CASEWORKERS
from rules.refusals.asking import NotFound, SamePerson
from rules.refusals.cases import EndingWaits, NotAllowedNow, ObjectionClosed

ACTS = {"settled": SettleOnPaper, "withdrawn": WithdrawOnPaper}


class PaperEnding(Body, frozen=True):
    """反对人签字的协商记录或撤回书，须事先上传；只有纸质提出的可以书面撤回。"""

    outcome: EndingOutcome
    record_file_id: UUID
    note: Annotated[Words, Meta(title="情况说明")] = ""


@route(
    "POST",
    "/objections/{objection_id}/endings",
    who=CASEWORKERS,
    refuses=(NotFound, ObjectionClosed, NotAllowedNow, SamePerson, EndingWaits),
    status=200,
    act=EnterEnding,
)
async def enter_objection_ending(
    ctx: Context, objection_id: UUID, body: PaperEnding
) -> ObjectionView:
    """录入反对人书面同意协商或书面撤回，由另一人复核；经办人不得录入也不得复核。R7.6。"""
    case, objection = await opened(objection_id)
    await attach_files(ctx, "record", [body.record_file_id])
    fact = objection.fact()
    must_be_open(case.facts(), fact)
    act = EnterEnding(objection=fact, outcome=body.outcome)
    if await endings.waits(objection_id):
        raise EndingWaits()
    await take(ctx, case, act, await capacity(ctx, case))
    await ObjectionEnding.create(
        id=new_id(),
        objection_id=objection_id,
        outcome=body.outcome,
        record_id=body.record_file_id,
        note=body.note.strip(),
        state="draft",
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    return await shown_one(ctx, objection_id)


async def _first(ctx: Context, ending_id: UUID) -> None:
    """The case is locked before the entry, as whatever ends an objection does."""
    ending = await ObjectionEnding.get_or_none(id=ending_id)
    if ending is None:
        raise NotFound()
    await opened(ending.objection_id)


async def _confirm(ctx: Context, row: Row) -> None:
    """第二人核对反对人签字的书面材料，反对意见由此办结；录入人和经办人不得复核。R7.6、R1.2。"""
    case, objection = await opened(row["objection_id"])
    fact = objection.fact()
    must_be_open(case.facts(), fact)
    kind = ACTS[row["outcome"]]
    act = kind(objection=fact, why=KEPT[kind.outcome], entered_by=str(row["entered_by"]))
    objection.record_id, objection.ended_on_paper = row["record_id"], True
    await close(ctx, case, objection, act, row["note"], await capacity(ctx, case))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """不予复核书面材料并说明原因，反对意见照旧；录入人可撤回自己录入的。R7.6。"""
    case, objection = await opened(row["objection_id"])
    about = {"objection_id": str(objection.id)}
    ctx.record(EndingDropped(subject_id=str(case.id), at=ctx.now, why=reason, data=about))


async def _see(ctx: Context, ending_id: UUID) -> ObjectionView:
    ending = await ObjectionEnding.get(id=ending_id)
    return await shown_one(ctx, ending.objection_id)


entry(
    Kind(
        name="objection_ending",
        title="反对意见的书面了结",
        path="/objection-endings/{ending_id}",
        table=OBJECTION_ENDING,
        enters=CASEWORKERS,
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_see,
        first=_first,
    )
)
