"""The Centre ends a wrong binding and all its sessions, by two people. R1.2, R2.5."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.entries import Kind, Row, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.people.logins import carry_out, open_change
from handlers.reasons import worded
from handlers.route import Answer, Body, Context, Page, route
from models import standing
from models.ids import new_id
from models.listing import rows_of
from models.people import binding_endings, sessions
from models.people.binding_endings import BindingEnding
from models.people.bindings import Binding
from rules.entries import REASON_MAX
from rules.events.people import BindingContestUpheld, BindingEnded, BindingEndingDropped
from rules.people import CASEWORKERS, ROLL_READERS, Role, mask_name
from rules.refusals.asking import NotFound
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import ChangeNotOpen, ClaimPending
from rules.words.word import titled

STATES = {"draft": "待第二人复核", "confirmed": "已终止", "dropped": "已作废"}
State = Annotated[Literal["draft", "confirmed", "dropped"], titled(STATES)]


class BindingEndingBody(Body, frozen=True, kw_only=True):
    """终止哪个绑定及理由；处理有异议的更换微信的，另给其标识，终止后换成新的微信。"""

    binding_id: UUID
    login_change_id: Annotated[UUID | None, Meta(description="准许有异议的更换时填写")] = None
    reason: Annotated[str, Meta(max_length=REASON_MAX)]


class BindingEndingView(Answer, frozen=True):
    """终止一个微信以某位业主身份的全部绑定；复核后其登录一并失效。"""

    id: UUID
    home: str
    owner: str
    reason: str
    login_change_id: UUID | None
    state: State
    state_title: str
    entered_by_me: bool
    entered_at: datetime
    confirmed_at: datetime | None
    drop_reason: str


class BindingEndingQuery(Page, frozen=True):
    """Which endings: of a state, or all."""

    state: State | Literal[""] = ""


def _view(ctx: Context, row: Mapping[str, Any]) -> BindingEndingView:
    return view_of(
        BindingEndingView,
        row,
        owner=mask_name(row["owner_name"]),
        login_change_id=row["change_id"],
        state_title=STATES[row["state"]],
        entered_by_me=row["entered_by"] == ctx.who.id,
    )


async def _shown(ctx: Context, ending_id: UUID) -> BindingEndingView:
    rows = await rows_of(binding_endings.ENDINGS, {"id": ending_id}, limit=1)
    return _view(ctx, rows[0])


@route(
    "POST",
    "/binding-endings",
    who=Role.CLERK,
    refuses=(NotFound, ReasonMissing, ChangeNotOpen, ClaimPending),
)
async def propose_binding_ending(ctx: Context, body: BindingEndingBody) -> BindingEndingView:
    """录入终止一个绑定，待第二人复核；复核前绑定仍然有效。R1.2、R2.5。"""
    reason = worded(body.reason)
    binding = await standing.live_binding(body.binding_id)
    if binding is None:
        raise NotFound("没有该绑定，或者已经终止")
    if body.login_change_id is not None:
        change = await open_change(body.login_change_id, "contested")
        if change.owner_id != binding["owner_id"] or change.person_id == binding["person_id"]:
            raise NotFound("该更换申请与这个绑定无关")
    ending = BindingEnding(
        id=new_id(),
        person_id=binding["person_id"],
        owner_id=binding["owner_id"],
        change_id=body.login_change_id,
        reason=reason,
        entered_by=ctx.id,
        entered_at=ctx.now,
    )
    if not await binding_endings.insert_ending(ending):
        raise ClaimPending("该绑定的终止已经录入，待第二人复核")
    return await _shown(ctx, ending.id)


@listing("/binding-endings", who=CASEWORKERS | ROLL_READERS, export="终止绑定")
async def list_binding_endings(
    ctx: Context, query: BindingEndingQuery
) -> Listed[BindingEndingView]:
    """由住保中心终止的绑定，最后录入的在前。R2.5。"""
    return await page(binding_endings.ENDINGS, query, partial(_view, ctx))


async def _confirm(ctx: Context, row: Row) -> None:
    """第二人复核后，该微信以这位业主身份的绑定全部终止，登录一并失效；本人和业主获知。R1.2、R1.3、R2.5。"""
    person_id, owner_id = row["person_id"], row["owner_id"]
    change = await open_change(row["change_id"], "contested") if row["change_id"] else None
    homes = await binding_endings.homes_of(person_id, owner_id)
    if not homes:
        raise NotFound("该绑定已经终止，请作废")
    if change is not None:
        await carry_out(ctx, change, ctx.id)
    await standing.end_as(person_id, owner_id, ctx.now)
    await sessions.end_all_of_person(person_id, ctx.now)
    for contest in await binding_endings.contests_over(person_id, owner_id, ctx.id, ctx.now):
        told = {"home_id": str(contest["home_id"])}
        subject = str(contest["person_id"])
        ctx.record(BindingContestUpheld(subject_id=subject, at=ctx.now, data=told))
    for home_id in homes:
        data = {"home_id": str(home_id), "ending_id": str(row["id"])}
        about = BindingEnded(subject_id=str(person_id), at=ctx.now, why=row["reason"], data=data)
        ctx.record(about)


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """写明理由作废未复核的终止，绑定仍然有效；录入人可撤回自己的录入。R1.2。"""
    data = {"ending_id": str(row["id"])}
    subject = str(row["person_id"])
    event = BindingEndingDropped(subject_id=subject, at=ctx.now, why=reason, data=data)
    ctx.record(event)


entry(
    Kind(
        name="binding_ending",
        title="终止绑定",
        path="/binding-endings/{binding_ending_id}",
        table=binding_endings.BINDING_ENDING,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_shown,
        refuses=(NotFound, ChangeNotOpen),
    )
)


KINDS = {
    "signature": "签名",
    "objection": "反对意见",
    "ballot": "选票",
    "report": "反映公示未张贴",
}


class BindingAct(Answer, frozen=True):
    """以一个绑定办过的一件事：签名、反对意见、选票（不含投了什么）或者反映。"""

    kind: Annotated[
        Literal["signature", "objection", "ballot", "report"], titled(KINDS), Meta(title="事项")
    ]
    kind_title: Annotated[str, Meta(title="事项名称")]
    case_id: UUID
    case_number: str
    scope_name: str
    vote_id: UUID | None
    at: datetime
    stands: Annotated[bool, Meta(title="仍有效", description="没有撤回、更改或办结")]


@listing("/bindings/{binding_id}/acts", who=CASEWORKERS | ROLL_READERS, refuses=(NotFound,))
async def list_binding_acts(ctx: Context, binding_id: UUID, query: Page) -> Listed[BindingAct]:
    """以一个绑定（已终止的也算）办过的签名、反对意见和投票，供核查后善后；不显示投了什么。R2.5。"""
    binding = await Binding.get_or_none(id=binding_id)
    if binding is None:
        raise NotFound()
    return await page(
        binding_endings.DONE,
        query,
        lambda row: view_of(BindingAct, row, kind_title=KINDS[row["kind"]]),
        person_id=binding.person_id,
        owner_id=binding.owner_id,
    )
