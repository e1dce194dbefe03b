"""Filing an objection in the mini-program: stored and paused in one transaction. R7.4, R7.5."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

from msgspec import Meta

from handlers.objections.views import Files
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from handlers.steps import take
from models import objections
from models.cases import Case
from models.objections import Filed, Standing
from rules.cases import By, Object
from rules.days import beijing_date
from rules.flows.objections import in_time
from rules.people import VISITORS, Role
from rules.refusals.asking import CaseNotFound, NotFound, NotYourScope
from rules.refusals.base import Refusal
from rules.refusals.cases import EmptyText, NotAllowedNow, ObjectionPending, RefiledTooOften

OBJECTOR = VISITORS | {Role.OWNER}


class WrittenObjection(Body, frozen=True):
    """A written objection; files were uploaded before."""

    text: Annotated[str, Meta(max_length=2000)]
    file_ids: Files = []


class ObjectionReceipt(Answer, frozen=True):
    """The Centre's receipt: when it arrived, whether in time, and where the case stands now."""

    objection_id: UUID
    case_id: UUID
    state: str
    in_time: bool
    arrived_at: datetime
    case_state: str


@dataclass(frozen=True)
class Entry:
    """What is entered, online or from paper."""

    standing: Standing
    text: str
    file_ids: list[UUID]
    arrived_at: datetime
    paper: bool = False


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
)
async def file_objection(ctx: Context, case_id: UUID, body: WrittenObjection) -> ObjectionReceipt:
    """提出书面反对意见：公示期内到达的，办件立即暂缓；逾期的予以记录并答复。附件二(一)4，R7.4、R7.5。"""
    text = written(body.text)
    case, standing = await objections.lock_for_objector(case_id, ctx.id, beijing_date(ctx.now))
    if standing is None:
        raise NotYourScope()
    await objections.files_of(body.file_ids, ctx.id)
    by = By(roles=OBJECTOR, id=str(ctx.id))
    entry = Entry(standing, text, body.file_ids, arrived_at=ctx.now)
    return await enter(ctx, case, by, entry)


def written(text: str) -> str:
    """The text without blanks around it. Raises EmptyText when nothing is written. R7.4."""
    text = text.strip()
    if not text:
        raise EmptyText()
    return text


async def enter(ctx: Context, case: Case, by: By, entry: Entry) -> ObjectionReceipt:
    """The objection is stored and the locked case has been told: paused at once when in time.

    A paper is a draft until a second person confirms it, but it pauses like any other: nothing
    may overtake it meanwhile. Raises NotAllowedNow, ObjectionPending, RefiledTooOften (R7.10).
    """
    before = case.facts()
    objection_id = uuid4()
    act = Object(objection_id=str(objection_id), arrived_at=entry.arrived_at)
    after = await take(ctx, case, act, by)
    pauses = str(objection_id) in after.open_objections
    filed = Filed(
        id=objection_id,
        version=before.version,
        standing=entry.standing,
        text=entry.text,
        file_ids=entry.file_ids,
        channel="paper" if entry.paper else "app",
        arrived_at=entry.arrived_at,
        entered_at=ctx.now,
        in_time=in_time(before, entry.arrived_at),
        pauses=pauses,
        state="draft" if entry.paper else "open" if pauses else "recorded",
        # WeChat judges a text by the openid of who wrote it: a paper has none, and stays hidden.
        checked="exempt" if entry.paper else "waiting",
        person_id=None if entry.paper else ctx.id,
        entered_by=ctx.id if entry.paper else None,
    )
    if not await objections.insert(case.id, filed, before.parameters.objection_refile_max):
        raise await _why_not(case.id, filed, before.parameters.objection_refile_max)
    return ObjectionReceipt(
        objection_id=objection_id,
        case_id=case.id,
        state=filed.state,
        in_time=filed.in_time,
        arrived_at=at(filed.arrived_at),
        case_state=after.state,
    )


async def _why_not(case_id: UUID, filed: Filed, refile_max: int) -> Refusal:
    owner_id = filed.standing.owner_id
    if await objections.pending(case_id, filed.version, owner_id, filed.pauses):
        return ObjectionPending()
    return RefiledTooOften(refile_max=refile_max)
