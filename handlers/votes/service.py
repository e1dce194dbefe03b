"""Proof that a vote was served on owners. R8.2.

It matters only where the community's filed rules say that silent owners follow the majority
(vote.silence), and then only for homes served before the vote ended; else it is kept for the file.
"""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.lists import Listed, listing, page
from handlers.route import Answer, Body, Context, Page, route
from handlers.votes.paper import parameters_of, running
from handlers.votes.views import vote_seen
from models.votes import Vote, papers
from models.votes.locks import find_vote, lock_against_count
from models.votes.papers import homes_by_id
from models.votes.service import count_served, serve
from rules.events.votes import VoteServed
from rules.people import CASE_READERS, Role
from rules.refusals.asking import NotAllowed, NotFound
from rules.refusals.people import NotInRoll
from rules.refusals.votes import VoteNotFound, VoteNotOpen
from rules.words.word import titled

SERVERS = frozenset({Role.CLERK, Role.MANAGER, Role.COMMITTEE})
MATTERS = "按备案的议事规则，已送达而未表态的业主随多数计票；未送达的不计入。"
MATTERS_NOT = "本次表决中未表态的业主一律不计入，送达情况仅供存档。"
MOST_HOMES = 500
HOWS = {"in_person": "当面送达", "post": "邮寄", "message": "短信或微信", "posted": "张贴于户门"}
How = Annotated[Literal["in_person", "post", "message", "posted"], titled(HOWS)]


class ServiceProof(Body, frozen=True):
    """送达了哪些房屋、以什么方式，以及证明文件。"""

    home_ids: Annotated[list[UUID], Meta(min_length=1, max_length=MOST_HOMES)]
    file_id: Annotated[UUID, Meta(title="送达凭证")]
    how: Annotated[How, Meta(title="送达方式")]


class ServiceView(Answer, frozen=True):
    """已证明送达的户数；`matters` 表示计票是否考虑送达，并说明原因。"""

    vote_id: UUID
    homes: int
    served: Annotated[int, Meta(title="已送达户数")]
    newly: int
    matters: bool
    words: str


class ServedHome(Answer, frozen=True):
    """名册中的一户，以及是否已证明送达。"""

    home_id: UUID
    place: str
    served: bool


class ServedQuery(Page, frozen=True):
    """Which homes: all, or those without proof alone."""

    unserved: bool = False


@route(
    "POST",
    "/votes/{vote_id}/service",
    who=SERVERS,
    refuses=(VoteNotFound, VoteNotOpen, NotAllowed, NotFound, NotInRoll),
)
async def prove_service(ctx: Context, vote_id: UUID, body: ServiceProof) -> ServiceView:
    """登记表决事项已送达的房屋和送达凭证；仅在议事规则规定未表态随多数时影响计票。R8.2。"""
    seen = await vote_seen(ctx, vote_id, voices=False)
    if not seen.by.roles & SERVERS:
        raise NotAllowed()
    vote = await lock_against_count(vote_id)
    running(vote, ctx.now)
    await attach_files(ctx, "service", [body.file_id])
    known = await homes_by_id(vote_id, body.home_ids)
    # Where nobody is known to own a home nobody was served, and nobody follows for it.
    unknown = [str(key) for key in body.home_ids if key not in known or not known[key].owners]
    if unknown:
        raise NotInRoll("有房屋不在本次表决的名册中，或者没有业主可以送达", home_ids=unknown[:20])
    newly = await serve(vote_id, body.home_ids, body.file_id, ctx.now)
    if newly:
        data = {"vote_id": str(vote_id), "homes": newly, "how": body.how}
        data["file_id"] = str(body.file_id)
        ctx.record(
            VoteServed(subject_id=str(vote.case_id), at=ctx.now, why=HOWS[body.how], data=data)
        )
    return await _view(vote, newly=newly)


@route(
    "GET",
    "/votes/{vote_id}/service",
    who=SERVERS | CASE_READERS,
    refuses=(VoteNotFound, NotAllowed),
)
async def get_vote_service(ctx: Context, vote_id: UUID) -> ServiceView:
    """表决事项的送达情况及其是否影响计票。R8.2。"""
    await _may_read(ctx, vote_id)
    return await _view(await find_vote(vote_id))


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


async def _may_read(ctx: Context, vote_id: UUID) -> None:
    """Refuse with VoteNotFound who does not see the case, and with NotAllowed who sees it in
    another capacity: an owner who votes need not know who was served."""
    seen = await vote_seen(ctx, vote_id, voices=False)
    if not seen.by.roles & (SERVERS | CASE_READERS):
        raise NotAllowed()


async def _view(vote: Vote, newly: int = 0) -> ServiceView:
    homes, served = await count_served(vote.id)
    matters = parameters_of(vote).vote_silence == "follows_majority"
    return ServiceView(
        vote_id=vote.id,
        homes=homes,
        served=served,
        newly=newly,
        matters=matters,
        words=MATTERS if matters else MATTERS_NOT,
    )
