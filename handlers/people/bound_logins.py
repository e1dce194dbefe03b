"""Owners see which logins are bound to their home, and contest one. R1.3, R2.5."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.people.bindings import HomeLine
from handlers.reasons import Reason, worded
from handlers.route import Answer, Context, Page, route
from models.ids import new_id
from models.listing import rows_of
from models.people import binding_endings, guesses
from models.people.binding_endings import BindingContest
from models.roll import Home
from models.sealed import PERSON_PHONE
from models.standing import live_binding, speaks_for
from rules.days import beijing_date
from rules.events.people import BindingContestDismissed, BindingContested
from rules.identity import HOWS
from rules.people import ROLL_READERS, Role, mask_name, mask_phone
from rules.refusals.asking import NotFound
from rules.refusals.cases import ReasonMissing
from rules.refusals.people import AlreadyDecided, ClaimPending
from rules.words.word import OneOf, titled

STATES = {"open": "待住保中心核查", "ended": "绑定已终止", "dismissed": "核查后未支持"}
State = Annotated[Literal["open", "ended", "dismissed"], titled(STATES)]


class BoundLogin(Answer, frozen=True):
    """绑定在一套房屋上的一个微信：作为哪位业主、怎样绑定、何时起；`contested` 为有人提出异议。"""

    binding_id: UUID
    owner: str
    phone: str
    how: Annotated[str, OneOf(HOWS)]
    from_at: Annotated[datetime, Meta(title="绑定时间")]
    mine: Annotated[bool, Meta(title="本人的")]
    contested: Annotated[bool, Meta(title="有异议")]


def _bound(ctx: Context, row: Mapping[str, Any]) -> BoundLogin:
    sealed = row["phone_cipher"]
    about = PERSON_PHONE.of(row["person_id"])
    phone = mask_phone(ctx.world.secrets.decrypt(bytes(sealed), about)) if sealed else ""
    return view_of(BoundLogin, row, owner=mask_name(row["owner_name"]), phone=phone)


async def _may_look(ctx: Context, home_id: UUID) -> None:
    """Raises NotFound unless the asker speaks for the home today, or is staff."""
    if ctx.who.roles & ROLL_READERS:
        if not await Home.exists(id=home_id):
            raise NotFound("没有该房屋")
        return
    if not await speaks_for(ctx.id, home_id, beijing_date(ctx.now)):
        raise NotFound("没有该房屋")


@listing("/homes/{home_id}/bindings", who=ROLL_READERS | {Role.OWNER}, refuses=(NotFound,))
async def list_home_bindings(ctx: Context, home_id: UUID, query: Page) -> Listed[BoundLogin]:
    """现在绑定在这套房屋上的微信，供业主核对；只给该房屋的业主和工作人员看，姓名、号码脱敏。R2.5。"""
    await _may_look(ctx, home_id)
    person_id = ctx.id if ctx.who.kind == "person" else None
    return await page(
        binding_endings.OF_HOME, query, partial(_bound, ctx), home_id=home_id, person_id=person_id
    )


class FailedClaims(Answer, frozen=True):
    """一套房屋上核对失败的次数，自始累计；`logins` 为近来有几个微信试过。只供发现冒用。"""

    home: Annotated[HomeLine, Meta(title="房屋")]
    failures: Annotated[int, Meta(title="失败次数")]
    logins: Annotated[int, Meta(title="微信数", description="近一百九十天内失败过的")]
    last_at: Annotated[datetime, Meta(title="最近一次")]


class FailedClaimsQuery(Page, frozen=True):
    """Where claims failed: in a community, at least so often."""

    community_id: UUID | None = None
    least: Annotated[int, Meta(ge=1, title="至少次数")] = 1
    sort: Literal["", "most", "newest"] = ""


@listing("/identity-failures", who=ROLL_READERS, export="核对失败")
async def list_failed_claims(ctx: Context, query: FailedClaimsQuery) -> Listed[FailedClaims]:
    """业主身份核对失败的房屋，最多的在前，供发现冒用。R2.8。"""
    return await page(
        guesses.GUESSED,
        query,
        lambda row: view_of(FailedClaims, row, home=view_of(HomeLine, row)),
    )


class BindingContestView(Answer, frozen=True):
    """业主对自家房屋上一个绑定的异议，及其处理。"""

    id: UUID
    binding_id: UUID
    home: Annotated[HomeLine, Meta(title="房屋")]
    owner: str
    reason: str
    state: State
    state_title: str
    made_at: Annotated[datetime, Meta(title="提出时间")]
    answer: Annotated[str, Meta(title="处理意见", description="未处理的为空")]
    decided_at: datetime | None = None


class BindingContestQuery(Page, frozen=True):
    """Which contests: of a state, or all."""

    state: State | Literal[""] = ""


def _view(row: Mapping[str, Any]) -> BindingContestView:
    return view_of(
        BindingContestView,
        row,
        home=view_of(HomeLine, row),
        owner=mask_name(row["owner_name"]),
        state_title=STATES[row["state"]],
    )


async def _shown(contest_id: UUID) -> BindingContestView:
    rows = await rows_of(binding_endings.CONTESTS, {"id": contest_id}, limit=1)
    return _view(rows[0])


@route(
    "POST",
    "/bindings/{binding_id}/contest",
    who=Role.OWNER,
    refuses=(NotFound, ReasonMissing, ClaimPending),
)
async def contest_binding(ctx: Context, binding_id: UUID, body: Reason) -> BindingContestView:
    """对绑定在自家房屋上的另一个微信提出异议，由住保中心核查；核查期间该绑定仍然有效。R2.5。"""
    reason = worded(body.reason)
    binding = await live_binding(binding_id)
    if binding is None or binding["person_id"] == ctx.id:
        raise NotFound()
    await _may_look(ctx, binding["home_id"])
    contest = BindingContest(
        id=new_id(), binding_id=binding_id, person_id=ctx.id, reason=reason, made_at=ctx.now
    )
    if not await binding_endings.insert_contest(contest):
        raise ClaimPending("该绑定已有异议，请等待核查")
    data = {"contest_id": str(contest.id), "home_id": str(binding["home_id"])}
    ctx.record(BindingContested(subject_id=str(ctx.id), at=ctx.now, data=data))
    return await _shown(contest.id)


@listing("/binding-contests", who=ROLL_READERS | {Role.PERSON}, export="绑定异议")
async def list_binding_contests(
    ctx: Context, query: BindingContestQuery
) -> Listed[BindingContestView]:
    """对绑定的异议：本人只见自己提出的，工作人员见全部。R2.5。"""
    own = ctx.id if ctx.who.kind == "person" else None
    return await page(binding_endings.CONTESTS, query, _view, person_id=own)


@route(
    "POST",
    "/binding-contests/{contest_id}/dismissal",
    who=Role.CLERK,
    status=200,
    refuses=(NotFound, AlreadyDecided, ReasonMissing),
)
async def dismiss_binding_contest(
    ctx: Context, contest_id: UUID, body: Reason
) -> BindingContestView:
    """核查后认为绑定无误，理由告知提出异议的业主；应终止的，另行两人办理终止绑定。R2.5。"""
    reason = worded(body.reason)
    contest = await binding_endings.lock_contest(contest_id)
    if contest is None:
        raise NotFound()
    if contest.state != "open":
        raise AlreadyDecided()
    contest.state, contest.answer = "dismissed", reason[:300]
    contest.decided_by, contest.decided_at = ctx.id, ctx.now
    await contest.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    data = {"contest_id": str(contest_id)}
    about = BindingContestDismissed(
        subject_id=str(contest.person_id), at=ctx.now, why=reason, data=data
    )
    ctx.record(about)
    return await _shown(contest_id)
