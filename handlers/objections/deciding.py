"""How objections end: withdrawn, settled, dismissed, upheld, reviewed once, answered. R7.6, R7.9.

Events tell that an objection ended and how; the reasons stay with the objection, where only its
objector and the Centre read them (R7.8). Only the reasons for upholding one go to all.
"""

from typing import Annotated, Literal, TypeVar
from uuid import UUID

from msgspec import Meta

from handlers.objections.filing import OBJECTOR, written
from handlers.objections.views import ObjectionReason, ObjectionView, Words, shown_one
from handlers.route import Body, Context, route
from handlers.steps import capacity, take
from models import endings, objections, own_objections
from models.cases import Case
from models.objections import Objection
from models.standing import voice
from rules.cases import (
    By,
    CloseObjection,
    DismissObjection,
    Reopen,
    Uphold,
    WithdrawObjection,
)
from rules.days import beijing_date
from rules.events.cases import LateObjectionAnswered, ObjectionSettled
from rules.flows.objection_checks import must_be_open
from rules.people import CASEWORKERS, Role, normalise_name
from rules.refusals.asking import AccountWaits, NotFound, NotYourScope, SamePerson
from rules.refusals.cases import (
    EmptyText,
    NamesObjector,
    NotAllowedNow,
    ObjectionClosed,
    ObjectionPending,
    ReasonMissing,
    ReviewUsed,
)

Closing = TypeVar("Closing", bound=CloseObjection)

KEPT = {
    "withdrawn": "反对人撤回",
    "settled": "双方协商一致，有反对人认可的记录",
    "dismissed": "复核认定不成立，理由已告知反对人",
    "dropped": "纸质意见经第二人核对未通过，理由留存",
}
"""What the event says instead of the reasons."""

MOOT = "反对意见已另行办结"
DECIDED = ("state", "decision", "decided_by", "decided_at", "record_id", "ended_on_paper")


async def opened(objection_id: UUID) -> tuple[Case, Objection]:
    """The objection as it is under the lock on its case. Raises NotFound."""
    case_id = await objections.case_of(objection_id)
    if case_id is None:
        raise NotFound()
    case = await Case.lock(case_id)
    return case, await Objection.get(id=objection_id)


async def own(ctx: Context, objection_id: UUID) -> tuple[Case, Objection]:
    """The same for the objector alone, while bound as its owner; to others it is not there.
    R2.5, R7.8."""
    case, objection = await opened(objection_id)
    if not await own_objections.is_own(objection_id, ctx.id):
        raise NotFound()
    return case, objection


async def decided(ctx: Context, objection: Objection, state: str, words: str) -> None:
    """The objection is at its end, for now or for good; a paper that waits to end it is moot."""
    objection.state, objection.decision = state, words
    # What the objector did oneself nobody decided.
    objection.decided_by = None if ctx.who.kind == "person" else ctx.id
    objection.decided_at = ctx.now
    await objection.save(update_fields=[*DECIDED])
    # The paper that ended it is being confirmed, and is the only one that waits.
    if not objection.ended_on_paper:
        await endings.give_up(objection.id, ctx.now, MOOT)


async def close(
    ctx: Context, case: Case, objection: Objection, act: CloseObjection, words: str, by: By
) -> None:
    """The objection ended so; with the last one the case goes on. R7.6, R7.7."""
    facts = case.facts()
    if act.objection.id in facts.open_objections:
        await take(ctx, case, act, by)
    else:
        about = {
            "objection_id": act.objection.id,
            "outcome": act.outcome,
            "open": len(facts.open_objections),
        }
        event = ObjectionSettled(subject_id=str(case.id), at=ctx.now, why=act.why, data=about)
        ctx.record(event)
    await decided(ctx, objection, act.outcome, words)


def closing(kind: type[Closing], case: Case, objection: Objection) -> Closing:
    """The act that ends this objection so, with what the event says instead of the reasons.

    Raises NotAllowedNow, ObjectionClosed unless it is open.
    """
    fact = objection.fact()
    must_be_open(case.facts(), fact)
    return kind(objection=fact, why=KEPT[kind.outcome])


@route(
    "POST",
    "/objections/{objection_id}/withdrawal",
    who=Role.PERSON,
    refuses=(NotFound, ObjectionClosed),
    status=200,
    act=WithdrawObjection,
)
async def withdraw_objection(ctx: Context, objection_id: UUID) -> ObjectionView:
    """撤回本人的反对意见；另有未办结的，办件继续暂缓。R7.6。"""
    case, objection = await own(ctx, objection_id)
    if objection.state not in {"open", "draft", "recorded"}:
        raise ObjectionClosed()
    # Whoever filed may take it back, also after selling the home: R2.4 judges the filing.
    by = By(roles=OBJECTOR, id=str(ctx.id))
    act = WithdrawObjection(objection=objection.fact(), why=KEPT["withdrawn"])
    await close(ctx, case, objection, act, "", by)
    return await shown_one(ctx, objection_id)


@route(
    "POST",
    "/objections/{objection_id}/dismissal",
    who=Role.REVIEWER,
    refuses=(NotFound, ObjectionClosed, NotAllowedNow, SamePerson, AccountWaits, ReasonMissing),
    status=200,
    act=DismissObjection,
)
async def dismiss_objection(
    ctx: Context, objection_id: UUID, body: ObjectionReason
) -> ObjectionView:
    """认定反对意见不成立，理由告知反对人；经办人不得认定，复核须换人。R7.6。"""
    case, objection = await opened(objection_id)
    act = closing(DismissObjection, case, objection)
    await close(ctx, case, objection, act, reasons(body.reason), await capacity(ctx, case))
    return await shown_one(ctx, objection_id)


def reasons(text: str) -> str:
    """The reasons without blanks around them. Raises ReasonMissing."""
    if not text.strip():
        raise ReasonMissing()
    return text.strip()


class ObjectionUpholding(Body, frozen=True):
    """认定成立之后如何处理：重做方案，或者终止办件；理由告知各方。"""

    then: Literal["new_plan", "end"]
    reason: Words


@route(
    "POST",
    "/objections/{objection_id}/upholding",
    who=Role.REVIEWER,
    refuses=(
        NotFound,
        ObjectionClosed,
        NotAllowedNow,
        SamePerson,
        AccountWaits,
        ReasonMissing,
        NamesObjector,
    ),
    status=200,
    act=Uphold,
)
async def uphold_objection(
    ctx: Context, objection_id: UUID, body: ObjectionUpholding
) -> ObjectionView:
    """认定反对意见成立：方案退回重做并重新公示，或终止办件；同一方案的其他意见随之失效。R7.6。"""
    case, objection = await opened(objection_id)
    fact = objection.fact()
    must_be_open(case.facts(), fact)
    words = reasons(body.reason)
    await _names_nobody(objection, words)
    act = Uphold(objection=fact, then=body.then, why=words)
    await take(ctx, case, act, await capacity(ctx, case))
    await decided(ctx, objection, "upheld", words)
    return await shown_one(ctx, objection_id)


async def _names_nobody(objection: Objection, words: str) -> None:
    """What everybody will read names neither the objector nor the home. R7.8, R12.2."""
    row = await objections.find(objection.id)
    assert row is not None
    text = normalise_name(words)
    named = normalise_name(row["owner_name"]) in text
    home = row["home_code"] in words or f"{row['room']}室" in words or f"{row['room']}房" in words
    if named or home:
        raise NamesObjector()


class ObjectionReviewRequest(Body, frozen=True):
    """申请复核的理由：为什么不服不成立的认定，或者不认可凭书面材料的了结。"""

    text: Annotated[str, Meta(max_length=2000, title="复核理由")]


@route(
    "POST",
    "/objections/{objection_id}/review",
    who=Role.PERSON,
    refuses=(NotFound, NotAllowedNow, NotYourScope, ReviewUsed, ObjectionPending, EmptyText),
    status=200,
    act=Reopen,
)
async def ask_review(
    ctx: Context, objection_id: UUID, body: ObjectionReviewRequest
) -> ObjectionView:
    """对不成立的认定、凭书面材料登记的协商或撤回申请复核一次，由另一名复核人办理；办件再次暂缓。R7.6。"""
    text = written(body.text)
    case, objection = await own(ctx, objection_id)
    if await voice(ctx.id, case.scope_id, beijing_date(ctx.now)) is None:
        raise NotYourScope()
    fact = objection.fact()
    filed = await objections.of_owner(case.id, objection.version, objection.owner_id)
    others = tuple(one for one in filed if one.id != fact.id)
    by = By(roles=OBJECTOR, id=str(ctx.id), owner_id=fact.owner_id)
    await take(ctx, case, Reopen(objection=fact, others=others), by)
    objection.first_decision = objection.decision
    objection.first_decided_at, objection.first_decided_by = (
        objection.decided_at,
        objection.decided_by,
    )
    objection.review_text, objection.review_asked_at = text, ctx.now
    objection.state, objection.decision = "open", ""
    objection.decided_at = objection.decided_by = objection.proposed_id = None
    await objection.save()
    return await shown_one(ctx, objection_id)


class ObjectionAnswer(Body, frozen=True):
    """中心对逾期反对意见的答复。"""

    text: Annotated[str, Meta(max_length=2000, title="答复内容")]


@route(
    "POST",
    "/objections/{objection_id}/answer",
    who=CASEWORKERS,
    refuses=(NotFound, NotAllowedNow, EmptyText),
    status=200,
)
async def answer_objection(
    ctx: Context, objection_id: UUID, body: ObjectionAnswer
) -> ObjectionView:
    """答复逾期的反对意见，办件状态不变。R7.9。"""
    words = written(body.text)
    case, objection = await opened(objection_id)
    if objection.state != "recorded":
        raise NotAllowedNow("只有逾期记录的反对意见以答复办结")
    await decided(ctx, objection, "answered", words)
    about = {"objection_id": str(objection_id)}
    ctx.record(LateObjectionAnswered(subject_id=str(case.id), at=ctx.now, data=about))
    return await shown_one(ctx, objection_id)
