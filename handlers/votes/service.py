"""Proof that a vote was served on owners: entered by one, confirmed by another. R8.2.

draft -> confirmed | dropped

It matters only where the community's filed rules say that silent owners follow the majority
(vote.silence), and then only for homes served before the vote ended; else it is kept for the file.
What was confirmed is taken back by an entry of its own until the vote ends, or by the owner's word
that nothing came; afterwards nothing changes.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import Kind, Row, entry
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Body, Context, Page, route
from handlers.votes.paper import parameters_of, running
from handlers.votes.served import (
    EntryKind,
    EntryState,
    HomeService,
    How,
    ServedHome,
    ServiceEntryRow,
    ServiceEntryView,
    ServiceView,
    entry_shown,
    entry_told,
    home_service,
)
from handlers.votes.views import SeenVote, vote_seen
from models.votes import Vote, papers, reading, service
from models.votes.locks import find_vote, lock_against_count
from models.votes.papers import homes_by_id
from rules.events.base import Event
from rules.events.votes import (
    VoteServed,
    VoteServiceContested,
    VoteServiceDropped,
    VoteServiceEntered,
    VoteServiceWithdrawn,
)
from rules.people import CASE_READERS, CASEWORKERS, Role
from rules.refusals.asking import NotAllowed, NotFound
from rules.refusals.people import NotInRoll
from rules.refusals.votes import NotServed, VoteNotFound, VoteNotOpen
from rules.votes.service import HOWS, SERVE_AS, ServedNow, capacity_of, proves, takes_back

SERVERS = frozenset(SERVE_AS)
MATTERS = "按备案的议事规则，已送达而未表态的业主随多数计票；未送达的不计入。"
MATTERS_NOT = "本次表决中未表态的业主一律不计入，送达情况仅供存档。"
MOST_HOMES = 500
Homes = Annotated[list[UUID], Meta(min_length=1, max_length=MOST_HOMES)]


class ServiceProof(Body, frozen=True):
    """送达了哪些房屋、以什么方式，以及证明文件。"""

    home_ids: Homes
    file_id: Annotated[UUID, Meta(title="送达凭证")]
    how: Annotated[How, Meta(title="送达方式")]


class ServiceWithdrawal(Body, frozen=True):
    """撤销哪些房屋的送达登记，以及理由。"""

    home_ids: Homes
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]


class ServiceContest(Body, frozen=True):
    """本人的哪一户没有收到送达。"""

    home_id: UUID


class ServedQuery(Page, frozen=True):
    """Which homes: all, or those without proof alone."""

    unserved: bool = False


class ServiceEntryQuery(Page, frozen=True):
    """Which entries."""

    state: EntryState | Literal[""] = ""
    kind: EntryKind | Literal[""] = ""


@route(
    "POST",
    "/votes/{vote_id}/service",
    who=SERVERS,
    refuses=(VoteNotFound, VoteNotOpen, NotAllowed, NotFound, NotInRoll),
)
async def enter_vote_service(ctx: Context, vote_id: UUID, body: ServiceProof) -> ServiceEntryView:
    """录入表决事项已送达的房屋和送达凭证，待中心另一人复核后才算送达；仅在议事规则规定未表态随多数时影响计票。R8.2、R1.2。"""
    vote, role = await _server(ctx, vote_id)
    await attach_files(ctx, "service", [body.file_id])
    homes = await _rows(vote_id, body.home_ids)
    entry_id = await service.enter(
        vote_id,
        homes,
        kind="proof",
        by_role=role,
        entered_by=ctx.id,
        now=ctx.now,
        how=body.how,
        file_id=body.file_id,
    )
    _record(ctx, VoteServiceEntered, vote, entry_id, len(homes), by=role, how=body.how)
    return await entry_shown(ctx, entry_id)


@route(
    "POST",
    "/votes/{vote_id}/service/withdrawals",
    who=SERVERS,
    refuses=(VoteNotFound, VoteNotOpen, NotAllowed, NotInRoll),
)
async def enter_service_withdrawal(
    ctx: Context, vote_id: UUID, body: ServiceWithdrawal
) -> ServiceEntryView:
    """录入撤销某些房屋的送达登记并写明理由，待中心另一人复核；表决截止后不能再撤销。R8.2、R1.2。"""
    vote, role = await _server(ctx, vote_id)
    homes = await _rows(vote_id, body.home_ids)
    entry_id = await service.enter(
        vote_id,
        homes,
        kind="withdrawal",
        by_role=role,
        entered_by=ctx.id,
        now=ctx.now,
        why=body.reason.strip(),
    )
    _record(ctx, VoteServiceEntered, vote, entry_id, len(homes), by=role)
    return await entry_shown(ctx, entry_id)


async def _server(ctx: Context, vote_id: UUID) -> tuple[Vote, Role]:
    """The vote that runs, and in what capacity the asker serves its owners. Raises VoteNotFound,
    NotAllowed, VoteNotOpen."""
    seen = await vote_seen(ctx, vote_id, voices=False)
    role = capacity_of(seen.by.roles)
    if role is None:
        raise NotAllowed()
    vote = await lock_against_count(vote_id)
    running(vote, ctx.now)
    return vote, role


async def _rows(vote_id: UUID, home_ids: list[UUID]) -> list[UUID]:
    """These homes' rows of the roll. Refuses NotInRoll.

    Where nobody is known to own a home nobody was served, and nobody follows for it.
    """
    known = await homes_by_id(vote_id, home_ids)
    unknown = [str(key) for key in home_ids if key not in known or not known[key].owners]
    if unknown:
        raise NotInRoll("有房屋不在本次表决的名册中，或者没有业主可以送达", home_ids=unknown[:20])
    return [known[key].id for key in dict.fromkeys(home_ids)]


async def _hold(ctx: Context, entry_id: UUID) -> None:
    """The vote is not counted meanwhile; refuses NotFound to who does not see the entry, and to an
    agent of the owners whose own it is not."""
    row = await service.find(entry_id)
    await _may_see(ctx, row)
    if ctx.who.kind == "person" and not ctx.who.is_same(row["entered_by"]):
        raise NotFound()
    await lock_against_count(row["vote_id"])


async def _confirm(ctx: Context, row: Row) -> None:
    """第二人对照凭证复核送达登记或者撤销；复核后逐户告知业主，表决截止后不能再办。R8.2、R1.2。"""
    vote = await find_vote(row["vote_id"])
    running(vote, ctx.now)
    rows = msgspec.json.decode(row["homes"], type=list[UUID])
    homes = await service.lock_homes(vote.id, rows)
    proof = row["kind"] == "proof"
    rule = proves if proof else takes_back
    meant = [
        home["id"]
        for home in homes
        if rule(ServedNow(home["served_at"], home["contested_at"]), row["entered_at"])
    ]
    if proof:
        await service.serve(meant, row["id"], row["file_id"], ctx.now)
    else:
        await service.unserve(meant)
    event = VoteServed if proof else VoteServiceWithdrawn
    told = {"matters": _matters(vote)} if proof else {}
    _record(ctx, event, vote, row["id"], len(meant), by=row["by_role"], how=row["how"], **told)


async def _drop(ctx: Context, row: Row, reason: str) -> None:
    """写明理由作废未复核的送达登记或者撤销；录入人可撤回自己的录入，表决结束后仍可作废。R8.2。"""
    vote = await find_vote(row["vote_id"])
    data = {"vote_id": str(vote.id), "service_id": str(row["id"])}
    ctx.record(VoteServiceDropped(subject_id=str(vote.case_id), at=ctx.now, why=reason, data=data))


entry(
    Kind(
        name="service_entry",
        title="表决送达",
        path="/service-entries/{service_id}",
        table=service.SERVICE,
        enters=SERVERS,
        confirms=CASEWORKERS,
        confirm=_confirm,
        drop=_drop,
        view=entry_shown,
        first=_hold,
        refuses=(VoteNotOpen,),
    )
)


@route("GET", "/service-entries/{service_id}", who=SERVERS | CASE_READERS, refuses=(NotFound,))
async def get_service_entry(ctx: Context, service_id: UUID) -> ServiceEntryView:
    """一件送达登记或者撤销：各户、方式、凭证、是否已经第二人复核。R8.2。"""
    await _may_see(ctx, await service.find(service_id))
    return await entry_shown(ctx, service_id)


@listing(
    "/votes/{vote_id}/service/entries",
    who=SERVERS | CASE_READERS,
    refuses=(VoteNotFound, NotAllowed),
    export="送达登记",
)
async def list_service_entries(
    ctx: Context, vote_id: UUID, query: ServiceEntryQuery
) -> Listed[ServiceEntryRow]:
    """本次表决的送达登记和撤销，最后录入的在前。R8.2。"""
    await _may_read(ctx, vote_id)
    return await page(
        service.ENTRIES,
        query,
        lambda row: view_of(ServiceEntryRow, row, **entry_told(ctx, row)),
        vote_id=vote_id,
    )


@route(
    "POST",
    "/votes/{vote_id}/service/contests",
    who=Role.PERSON,
    status=200,
    refuses=(VoteNotFound, VoteNotOpen, NotInRoll, NotServed),
)
async def contest_vote_service(ctx: Context, vote_id: UUID, body: ServiceContest) -> HomeService:
    """业主声明没有收到表决的送达：该户即不算送达，须重新送达并由两人登记；表决截止后不能再声明。R8.2。"""
    await vote_seen(ctx, vote_id, voices=True)
    vote = await lock_against_count(vote_id)
    running(vote, ctx.now)
    row = await _own(ctx, vote_id, body.home_id)
    if row is None:
        raise NotInRoll("本次表决的名册中没有您这一户")
    [home] = await service.lock_homes(vote_id, [row["id"]])
    if home["served_at"] is None:
        raise NotServed()
    await service.unserve([row["id"]], ctx.now)
    data = {"vote_id": str(vote_id), "homes": 1}
    ctx.record(VoteServiceContested(subject_id=str(vote.case_id), at=ctx.now, data=data))
    told = home_service(await _own(ctx, vote_id, body.home_id) or row, running=True)
    assert told is not None
    return told


async def _own(ctx: Context, vote_id: UUID, home_id: UUID) -> dict[str, Any] | None:
    """The home of the roll that the asker is an owner of; whoever holds a proxy is not."""
    rows = await reading.spoken_for(vote_id, ctx.id)
    return next(
        (row for row in rows if row["home_id"] == home_id and row["proxy_id"] is None), None
    )


@route(
    "GET",
    "/votes/{vote_id}/service",
    who=SERVERS | CASE_READERS,
    refuses=(VoteNotFound, NotAllowed),
)
async def get_vote_service(ctx: Context, vote_id: UUID) -> ServiceView:
    """表决事项的送达情况及其是否影响计票。R8.2。"""
    await _may_read(ctx, vote_id)
    vote = await find_vote(vote_id)
    matters = _matters(vote)
    return ServiceView(
        vote_id=vote.id,
        matters=matters,
        words=MATTERS if matters else MATTERS_NOT,
        **await service.count_served(vote.id),
    )


@listing(
    "/votes/{vote_id}/service/homes",
    who=SERVERS | CASE_READERS,
    refuses=(VoteNotFound, NotAllowed),
    export="送达情况",
)
async def list_served_homes(ctx: Context, vote_id: UUID, query: ServedQuery) -> Listed[ServedHome]:
    """逐户的送达情况，按房屋编号排列；不显示是否已经投票。R8.2、R8.5。"""
    await _may_read(ctx, vote_id)
    return await page(papers.SERVED, query, ServedHome, vote_id=vote_id)


async def _may_read(ctx: Context, vote_id: UUID) -> SeenVote:
    """Refuse with VoteNotFound who does not see the case, and with NotAllowed who sees it in
    another capacity: an owner who votes need not know who was served."""
    seen = await vote_seen(ctx, vote_id, voices=False)
    if not seen.by.roles & (SERVERS | CASE_READERS):
        raise NotAllowed()
    return seen


async def _may_see(ctx: Context, row: Mapping[str, Any]) -> None:
    """Refuse with NotFound who may not read the service of the entry's vote."""
    try:
        await _may_read(ctx, row["vote_id"])
    except (VoteNotFound, NotAllowed):
        raise NotFound() from None


def _matters(vote: Vote) -> bool:
    return parameters_of(vote).vote_silence == "follows_majority"


def _record(
    ctx: Context, event: type[Event], vote: Vote, entry_id: UUID, homes: int, **more: Any
) -> None:
    data = {"vote_id": str(vote.id), "service_id": str(entry_id), "homes": homes, **more}
    why = HOWS.get(more.get("how", ""), "")
    ctx.record(event(subject_id=str(vote.case_id), at=ctx.now, why=why, data=data))
