"""One live login of a natural person: a second one replaces the first, told and contestable. R2.5.

The face check asks for it, or a clerk who saw papers; the login that would have to give way hears
of it at once and may contest it for as long as `binding.wait_hours` says. Contested, it is a
clerk's to refuse and two people's to carry out (`handlers.people.binding_endings`).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.bindings import PROOF_REFUSES, HomeLine, bind
from handlers.people.guessing import it_matched
from handlers.people.identity import ProvedIdentity, Tried, claim_against_roll, try_identity
from handlers.reasons import Reason, worded
from handlers.route import Answer, Context, Page, job, route
from models import standing
from models.ids import new_id
from models.listing import rows_of
from models.parameters import current_parameters
from models.people import bindings, logins, persons
from models.people.logins import LoginChange
from rules.events.people import (
    LoginChangeAsked,
    LoginChangeContested,
    LoginChangeRefused,
    LoginReplaced,
)
from rules.identity import HOWS, may_replace
from rules.people import ROLL_READERS, Role, mask_name
from rules.refusals.asking import NotFound
from rules.refusals.cases import PapersMissing, ReasonMissing
from rules.refusals.people import (
    AlreadyBound,
    ChangeNotOpen,
    ClaimPending,
    IdentityMismatch,
    NothingToReplace,
    OtherIdentity,
)
from rules.words.word import OneOf, titled

STATES = {
    "waiting": "等待生效，可提出异议",
    "done": "已生效",
    "contested": "有异议，由住保中心处理",
    "refused": "未准许",
    "withdrawn": "已撤回",
}
State = Annotated[Literal["waiting", "done", "contested", "refused", "withdrawn"], titled(STATES)]


class LoginChangeView(Answer, frozen=True):
    """一位业主换一个微信：`mine` 为真的是本人申请的，否则本人现在的微信将被换下，可在 `due_at`
    之前提出异议（R2.5）。"""

    id: UUID
    home: Annotated[HomeLine, Meta(title="房屋")]
    owner: str
    how: Annotated[str, OneOf(HOWS)]
    state: State
    state_title: str
    mine: Annotated[bool, Meta(title="本人申请")]
    made_at: Annotated[datetime, Meta(title="申请时间")]
    due_at: Annotated[datetime, Meta(title="生效时间", description="到时没有异议即生效")]
    contest: Annotated[str, Meta(title="异议理由", description="没有异议的为空")]
    answer: Annotated[str, Meta(title="处理意见", description="未处理的为空")]
    contested_at: Annotated[datetime | None, Meta(title="异议时间")] = None
    decided_at: datetime | None = None


class LoginChangeQuery(Page, frozen=True):
    """Which changes: of a state, or all."""

    state: State | Literal[""] = ""


def _view(row: Mapping[str, Any]) -> LoginChangeView:
    return view_of(
        LoginChangeView,
        row,
        home=view_of(HomeLine, row),
        owner=mask_name(row["owner_name"]),
        state_title=STATES[row["state"]],
    )


async def _shown(ctx: Context, login_change_id: UUID) -> LoginChangeView:
    person_id = ctx.id if ctx.who.kind == "person" else None
    rows = await rows_of(logins.CHANGES, {"id": login_change_id, "person_id": person_id}, limit=1)
    return _view(rows[0])


async def gives_way(person_id: UUID, owner_id: UUID) -> bool:
    """Whether another login is bound as this owner, a natural person; the owner is locked."""
    natural = await logins.lock_owner(owner_id)
    return natural and bool(await logins.logins_as(owner_id, person_id))


async def ask_change(
    ctx: Context, person_id: UUID, home_id: UUID, owner_id: UUID, how: str
) -> UUID:
    """The person is to be the owner's only login once the waiting time is over; whoever is bound
    now is told at once. Raises OtherIdentity, ClaimPending where another change waits."""
    if await bindings.is_another(person_id, owner_id):
        raise OtherIdentity()
    policy = await current_parameters()
    change = LoginChange(
        id=new_id(),
        person_id=person_id,
        owner_id=owner_id,
        home_id=home_id,
        how=how,
        made_at=ctx.now,
        due_at=ctx.now + timedelta(hours=policy.binding_wait_hours),
    )
    if not await logins.insert_change(change):
        raise ClaimPending("该业主已有一份更换微信的申请在等待")
    data = {"change_id": str(change.id), "home_id": str(home_id), "due_at": change.due_at}
    for bound in await logins.logins_as(owner_id, person_id):
        ctx.record(LoginChangeAsked(subject_id=str(bound), at=ctx.now, data=data))
    return change.id


@route(
    "POST",
    "/login-changes",
    who=Role.PERSON,
    refuses=(IdentityMismatch, NothingToReplace, ClaimPending, PapersMissing, *PROOF_REFUSES),
    prepare=try_identity,
    limit="login",
)
async def ask_login_change(ctx: Context, body: ProvedIdentity) -> LoginChangeView:
    """凭人脸核身，申请把业主的微信换成本微信；现在的微信立即获知，异议期满没有异议的生效。R2.5。"""
    tried: Tried = ctx.prepared
    owner_id, claim = await claim_against_roll(ctx, body, tried.check_id)
    how = may_replace(claim)
    assert owner_id is not None, "it matches"
    change_id = await ask_change(ctx, ctx.id, body.home_id, owner_id, how)
    await it_matched(ctx, tried.id, body.home_id)
    return await _shown(ctx, change_id)


@listing("/login-changes", who=ROLL_READERS | {Role.PERSON}, export="更换微信")
async def list_login_changes(ctx: Context, query: LoginChangeQuery) -> Listed[LoginChangeView]:
    """更换微信的申请：本人只见自己申请的和要换下自己的，工作人员见全部。R2.5。"""
    person_id = ctx.id if ctx.who.kind == "person" else None
    own = person_id is not None
    return await page(logins.CHANGES, query, _view, person_id=person_id, own=own)


async def open_change(login_change_id: UUID, *states: str) -> LoginChange:
    """The change, locked. Raises NotFound, ChangeNotOpen unless in one of these states."""
    change = await logins.lock_change(login_change_id)
    if change is None:
        raise NotFound()
    if change.state not in states:
        raise ChangeNotOpen()
    return change


@route(
    "POST",
    "/login-changes/{login_change_id}/contest",
    who=Role.PERSON,
    status=200,
    refuses=(NotFound, ChangeNotOpen, ReasonMissing),
)
async def contest_login_change(
    ctx: Context, login_change_id: UUID, body: Reason
) -> LoginChangeView:
    """现在的微信对更换提出异议：更换不生效，由住保中心处理。R2.5。"""
    reason = worded(body.reason)
    change = await logins.lock_change(login_change_id)
    if change is None or change.person_id == ctx.id:
        raise NotFound()
    if not await logins.is_bound_as(ctx.id, change.owner_id):
        raise NotFound()
    if change.state != "waiting":
        raise ChangeNotOpen()
    change.state, change.contest = "contested", reason
    change.contested_by, change.contested_at = ctx.id, ctx.now
    await change.save(update_fields=["state", "contest", "contested_by", "contested_at"])
    data = {"change_id": str(login_change_id), "home_id": str(change.home_id)}
    ctx.record(LoginChangeContested(subject_id=str(change.person_id), at=ctx.now, data=data))
    return await _shown(ctx, login_change_id)


@route(
    "DELETE",
    "/login-changes/{login_change_id}",
    who=Role.PERSON,
    status=204,
    refuses=(NotFound, ChangeNotOpen),
)
async def withdraw_login_change(ctx: Context, login_change_id: UUID) -> None:
    """撤回本人尚未生效的更换申请。"""
    change = await logins.lock_change(login_change_id)
    if change is None or change.person_id != ctx.id:
        raise NotFound()
    if change.state not in ("waiting", "contested"):
        raise ChangeNotOpen()
    await decide(change, "withdrawn", None, ctx.now)


@route(
    "POST",
    "/login-changes/{login_change_id}/refusal",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, ChangeNotOpen, ReasonMissing),
)
async def refuse_login_change(ctx: Context, login_change_id: UUID, body: Reason) -> LoginChangeView:
    """不准许更换：现在的微信继续有效。准许有异议的更换须两人办理，见终止绑定。R1.2、R2.5。"""
    reason = worded(body.reason)
    change = await open_change(login_change_id, "waiting", "contested")
    await decide(change, "refused", ctx.id, ctx.now, reason)
    data = {"change_id": str(login_change_id), "home_id": str(change.home_id)}
    told = [change.person_id, *await logins.logins_as(change.owner_id, change.person_id)]
    for person_id in told:
        event = LoginChangeRefused(subject_id=str(person_id), at=ctx.now, why=reason, data=data)
        ctx.record(event)
    return await _shown(ctx, login_change_id)


async def decide(
    change: LoginChange, state: str, by: UUID | None, at: datetime, answer: str = ""
) -> None:
    """The change is at its end."""
    change.state, change.decided_by, change.decided_at = state, by, at
    change.answer = answer
    await change.save(update_fields=["state", "decided_by", "decided_at", "answer"])


async def changes_due(now: datetime) -> list[UUID]:
    """Changes that nobody contested in time."""
    return await logins.due(now, limit=200)


@job(changes_due)
async def complete_login_change(ctx: Context, login_change_id: UUID) -> None:
    """异议期满没有异议的，业主的微信换成新的，原来的绑定终止。R2.5。"""
    change = await logins.lock_change(login_change_id)
    if change is None or change.state != "waiting" or change.due_at > ctx.now:
        return
    await carry_out(ctx, change, None)


async def carry_out(ctx: Context, change: LoginChange, by: UUID | None) -> None:
    """The new login is bound to all homes of the owner, every other one to none of them; both are
    told. What became impossible meanwhile is refused: the login is somebody else by now."""
    await persons.lock(change.person_id)
    await logins.lock_owner(change.owner_id)
    if await bindings.is_another(change.person_id, change.owner_id):
        await decide(change, "refused", by, ctx.now, "该微信已绑定另一位业主")
        return
    homes = {change.home_id, *await logins.homes_as(change.owner_id)}
    for person_id in await logins.logins_as(change.owner_id, change.person_id):
        await standing.end_as(person_id, change.owner_id, ctx.now)
        data = {"change_id": str(change.id), "home_id": str(change.home_id)}
        ctx.record(LoginReplaced(subject_id=str(person_id), at=ctx.now, data=data))
    for home_id in sorted(homes):
        try:
            await bind(ctx, change.person_id, home_id, change.owner_id, change.how)
        except AlreadyBound:
            continue
    await decide(change, "done", by, ctx.now)


__all__ = ["ask_change", "carry_out", "gives_way", "open_change"]
