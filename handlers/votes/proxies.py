"""Written proxies in a vote: entered by one, confirmed by another, ended by who gave it. R2.6.

draft -> live -> ended        draft -> ended

The Centre drops a draft as any entry; who gave or holds a proxy ends it whatever its state.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import Kind, Row, entry
from handlers.lists import Listed, cut, listing, view_of
from handlers.route import Answer, Body, Context, Page, route
from handlers.shown import StoredFile
from handlers.votes.paper import parameters_of, running
from models.cases import Case
from models.sealed import PERSON_PHONE
from models.standing import appointments
from models.votes import Vote, proxies
from models.votes.locks import find_vote, lock_against_count
from models.votes.papers import homes_by_id, owner_of
from models.votes.proxies import Written
from rules.days import beijing_date
from rules.events.votes import ProxyEnded, ProxyEntered, ProxyRecorded
from rules.people import (
    CASE_READERS,
    CASEWORKERS,
    Role,
    mask_name,
    mask_phone,
    normalise_name,
    normalise_phone,
)
from rules.refusals.asking import NotFound
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import NotAllowedNow, ReasonMissing
from rules.refusals.people import NotInRoll
from rules.refusals.votes import ProxyRefused, VoteNotFound, VoteNotOpen
from rules.roll import Proxy as Mandate
from rules.roll import refused_proxies
from rules.words.word import titled

STATES = {"draft": "已录入，待第二人核对", "live": "有效", "ended": "已终止"}
State = Annotated[Literal["draft", "live", "ended"], titled(STATES)]


class ProxyEntry(Body, frozen=True):
    """一份书面委托：哪一户、何人委托、受托人（以其在小程序验证的手机号指明）、委托事项和扫描
    件。只有一名业主的房屋不必填姓名。"""

    home_id: UUID
    holder_phone: Annotated[str, Meta(min_length=5, max_length=20)]
    matter: Annotated[str, Meta(max_length=300)]
    file_id: Annotated[UUID, Meta(title="委托书扫描件")]
    owner_id: Annotated[
        UUID | None,
        Meta(title="委托人标识", description="该户只有一位业主的不必指明"),
    ] = None
    owner_name: Annotated[
        str,
        Meta(max_length=120, title="委托人姓名", description="该户只有一位业主的不必指明"),
    ] = ""


class ProxyEnding(Body, frozen=True):
    """终止委托的理由；中心须写明。"""

    reason: Annotated[str, Meta(max_length=300, description="本人终止的可以不写")] = ""


class ProxyView(Answer, frozen=True):
    """一份委托，姓名和手机号已脱敏；`given` 表示由本人委托，`held` 表示由本人受托。"""

    id: UUID
    vote_id: UUID
    home_id: UUID
    place: str
    owner: Annotated[str, Meta(title="委托人", description="姓名隐去部分")]
    holder_phone: Annotated[str, Meta(description="隐去中间各位")]
    matter: str
    file: Annotated[StoredFile, Meta(title="委托书扫描件")]
    state: State
    state_title: str
    given: bool
    held: Annotated[bool, Meta(title="本人受托")]
    entered_by_me: bool
    entered_at: datetime
    ended_at: datetime | None
    reason: Annotated[str, Meta(title="终止原因", description="没有终止的为空")]


class ProxyQuery(Page, frozen=True):
    """Which proxies: of a state, or all."""

    state: State | Literal[""] = ""


@route(
    "POST",
    "/votes/{vote_id}/proxies",
    who=Role.CLERK,
    refuses=(VoteNotFound, VoteNotOpen, NotFound, NotInRoll, ProxyRefused),
)
async def enter_proxy(ctx: Context, vote_id: UUID, body: ProxyEntry) -> ProxyView:
    """录入业主的书面委托（写明事项、附扫描件），待第二人核对后生效；物业服务企业人员不得受托。R2.6。"""
    vote = await lock_against_count(vote_id)
    running(vote, ctx.now)
    await attach_files(ctx, "proxy", [body.file_id])
    home = (await homes_by_id(vote_id, [body.home_id])).get(body.home_id)
    owner_id = (
        await owner_of(home, body.owner_id, normalise_name(body.owner_name)) if home else None
    )
    if home is None or owner_id is None:
        raise NotInRoll("本次表决的名册中该房屋没有（或不止一位）这样的业主")
    if owner_id not in home.speakers:
        raise ProxyRefused("共有人已推举代表，须由代表委托")
    indexes = ctx.world.secrets.blind_indexes(f"phone:{normalise_phone(body.holder_phone)}")
    holders = await proxies.lock_holder(indexes)
    if len(holders) != 1:
        raise NotFound("没有（或不止一位）以该手机号登录小程序的受托人，请受托人先登录并核验手机号")
    await _holds(ctx, vote, holders[0], home.id, body.matter, owner_id=owner_id)
    proxy_id = await proxies.add(
        Written(
            vote_id=vote_id,
            vote_home_id=home.id,
            owner_id=owner_id,
            holder_id=holders[0],
            matter=body.matter.strip(),
            file_id=body.file_id,
            entered_by=ctx.id,
            entered_at=ctx.now,
        )
    )
    data = {"vote_id": str(vote_id)}
    ctx.record(ProxyEntered(subject_id=str(proxy_id), at=ctx.now, data=data))
    return await _shown(ctx, proxy_id)


async def _holds(
    ctx: Context,
    vote: Vote,
    holder_id: UUID,
    vote_home_id: UUID,
    matter: str,
    *,
    owner_id: UUID,
    but: UUID | None = None,
) -> None:
    """Refuse with ProxyRefused, and the reason, a proxy that may not be. R2.6.

    The holder's row is locked: of two at the same moment the second sees the first.
    """
    if await proxies.is_owner(holder_id, owner_id):
        raise ProxyRefused("受托人就是业主本人")
    case = await Case.find(vote.case_id)
    held = await appointments(holder_id, case.community_id, beijing_date(ctx.now))
    others = await proxies.alive(vote.id, holder_id, vote_home_id, owner_id, but)
    asked = [Mandate(row["holder_id"], row["vote_home_id"], row["matter"]) for row in others]
    mandate = Mandate(
        holder_id, vote_home_id, matter, employee_of_manager=str(Role.MANAGER) in held
    )
    for refused, reason in refused_proxies([*asked, mandate], parameters_of(vote).proxy_max_homes):
        if refused is mandate:
            raise ProxyRefused(reason)


async def _hold(ctx: Context, proxy_id: UUID) -> None:
    """The vote is not counted meanwhile, and proxies to one holder come one by one."""
    proxy = await proxies.find(proxy_id)
    await lock_against_count(proxy["vote_id"])
    await proxies.lock_person(proxy["holder_id"])


async def _confirm(ctx: Context, row: Row) -> None:
    """第二人核对书面委托属实，受托人即可代为投票。R2.6。"""
    vote = await find_vote(row["vote_id"])
    running(vote, ctx.now)
    await _holds(
        ctx,
        vote,
        row["holder_id"],
        row["vote_home_id"],
        row["matter"],
        owner_id=row["owner_id"],
        but=row["id"],
    )
    data = {"vote_id": str(vote.id)}
    ctx.record(ProxyRecorded(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """写明理由作废未核对的书面委托；表决结束后仍可作废，录入人可撤回自己的录入。R2.6。"""
    data = {"vote_id": str(row["vote_id"]), "was": row["state"]}
    ctx.record(ProxyEnded(subject_id=str(row["id"]), at=ctx.now, why=reason, data=data))


async def _shown(ctx: Context, proxy_id: UUID) -> ProxyView:
    return _view(ctx, await proxies.find(proxy_id), bool(await _given(ctx, [proxy_id])))


entry(
    Kind(
        name="proxy",
        title="书面委托",
        path="/proxies/{proxy_id}",
        table=proxies.PROXY,
        enters=frozenset({Role.CLERK}),
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=_shown,
        first=_hold,
        refuses=(VoteNotOpen, ProxyRefused),
        to_do="核对",
    )
)


@route(
    "POST",
    "/proxies/{proxy_id}/ending",
    who=CASEWORKERS | {Role.PERSON},
    status=200,
    refuses=(NotFound, EntryNotOpen, NotAllowedNow, ReasonMissing, VoteNotOpen),
)
async def end_proxy(ctx: Context, proxy_id: UUID, body: ProxyEnding) -> ProxyView:
    """委托人撤回、受托人辞去，或者工作人员写明理由终止委托；已投的票可由业主本人更改。R2.6。"""
    proxy = await proxies.find(proxy_id)
    vote = await lock_against_count(proxy["vote_id"])
    proxy = await proxies.find(proxy_id, lock=True)
    if not await _party(ctx, proxy):
        raise NotFound()
    if proxy["state"] == "ended":
        raise EntryNotOpen("该委托已终止")
    running(vote, ctx.now)
    reason = body.reason.strip()
    if ctx.who.kind == "account":
        if not reason:
            raise ReasonMissing()
        if proxy["state"] == "draft":
            raise NotAllowedNow("该委托尚未核对，请作废")
    await proxies.end(proxy_id, ctx.now, reason)
    data = {"vote_id": str(vote.id), "was": proxy["state"]}
    ctx.record(ProxyEnded(subject_id=str(proxy_id), at=ctx.now, why=reason, data=data))
    return await _shown(ctx, proxy_id)


@listing(
    "/votes/{vote_id}/proxies",
    who=CASE_READERS | {Role.PERSON},
    refuses=(VoteNotFound,),
    export="书面委托",
    columns={
        "房屋": "place",
        "业主": "owner",
        "受托人手机": "holder_phone",
        "委托事项": "matter",
        "状态": "state_title",
        "录入时间": "entered_at",
        "终止时间": "ended_at",
        "原因": "reason",
    },
)
async def list_proxies(ctx: Context, vote_id: UUID, query: ProxyQuery) -> Listed[ProxyView]:
    """本次表决的委托；个人只见自己委托或受托的。R2.6。"""
    # Whoever holds a proxy need not own anything here.
    await find_vote(vote_id)
    person_id = ctx.id if ctx.who.kind == "person" else None
    found = await cut(proxies.PROXIES, query, vote_id=vote_id, person_id=person_id)
    given = await _given(ctx, [row["id"] for row in found.rows])
    return found.listed([_view(ctx, row, row["id"] in given) for row in found.rows])


async def _party(ctx: Context, row: Mapping[str, Any]) -> bool:
    """Whether the asker holds the proxy, gave it, or works where it is kept."""
    if ctx.who.kind != "person":
        return True
    return row["holder_id"] == ctx.id or bool(await _given(ctx, [row["id"]]))


async def _given(ctx: Context, proxy_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the proxies that the asker gave."""
    return await proxies.given(ctx.id, proxy_ids) if ctx.who.kind == "person" else set()


def _view(ctx: Context, row: Mapping[str, Any], given: bool) -> ProxyView:
    sealed, about = row["phone_cipher"], PERSON_PHONE.of(row["holder_id"])
    phone = ctx.world.secrets.decrypt(bytes(sealed), about) if sealed else ""
    return view_of(
        ProxyView,
        row,
        owner=mask_name(row["owner"]),
        holder_phone=mask_phone(phone),
        state_title=STATES[row["state"]],
        given=given,
        held=row["holder_id"] == ctx.who.id,
        entered_by_me=ctx.who.is_same(row["entered_by"]),
    )
