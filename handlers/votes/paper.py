"""Ballots on paper: handed out once, printed door by door, known again by their code. R8.3.

The code of a ballot stands for its home. Whoever has the sheet can hand in that home's paper, so
the Centre alone prints them; a signature still makes it the owners' ballot.
"""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.pools import DRAWINGS
from handlers.route import Answer, Context, Query, route
from handlers.shown import at
from models.cases import Case
from models.votes import Vote
from models.votes.locks import find_vote, lock_against_change
from models.votes.papers import (
    PaperHome,
    ballot_taken,
    doors,
    homes_by_id,
    homes_by_token,
    owner_names,
    parts,
)
from papers.ballots import BallotHome, BallotPaper, render_ballots
from papers.blob import Blob
from rules.events.votes import PaperIssued
from rules.parameters import DEFAULT, PARAMETERS, Parameters
from rules.people import CASEWORKERS, Role, mask_name
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import BallotNotFound, VoteNotFound, VoteNotOpen

PART = 100
"""Homes of one PDF, which is fifty pages and takes some two seconds."""


class PaperPart(Answer, frozen=True):
    """一并打印的一批房屋；打印时以 `after` 指明。"""

    after: Annotated[str, Meta(title="打印起点", description="打印这一段时作为 `after`")]
    homes: int
    first: str
    last: str


class PaperIssue(Answer, frozen=True):
    """纸质表决票的发放情况：何时发放、何时截止、何时计票。"""

    vote_id: UUID
    paper_at: datetime
    ends_at: datetime
    count_at: datetime
    parts: list[PaperPart]


class PaperQuery(Query, frozen=True):
    """Which homes: from a code on, of one unit, or one home alone."""

    after: Annotated[
        str,
        Meta(max_length=40, title="打印起点", description="从这个房屋编号之后开始"),
    ] = ""
    limit: Annotated[int, Meta(ge=1, le=200, title="户数", description="一次打印多少户")] = PART
    unit_id: Annotated[UUID | None, Meta(description="只打印这个单元")] = None
    home_id: Annotated[UUID | None, Meta(description="只打印这一户")] = None


class BallotSigner(Answer, frozen=True):
    """可在某户表决票上签名的人，姓名已脱敏。"""

    owner_id: UUID
    name: Annotated[str, Meta(title="姓名", description="隐去部分")]
    representative: bool


class PaperSeen(Answer, frozen=True):
    """扫表决票上的码所见：哪一户、由谁签名、是否已全部交回。"""

    home_id: UUID
    place: str
    area_cm2: int
    signers: Annotated[list[BallotSigner], Meta(title="可签名的业主")]
    entered: bool


def parameters_of(vote: Vote) -> Parameters:
    """The parameters the vote was opened with; what it does not name has its default."""
    known = DEFAULT.to_mapping()
    return Parameters.from_mapping(
        {key: val for key, val in vote.parameters.items() if key in known}
    )


def running(vote: Vote, now: datetime) -> None:
    """Refuse with VoteNotOpen what comes before the vote runs or after it ended."""
    if vote.state != "open" or now >= vote.ends_at:
        raise VoteNotOpen()


def vote_page(ctx: Context, vote: Vote) -> str:
    """The public page of the vote."""
    return f"{ctx.world.public_url}/v/{vote.token}"


def token_of(code: str) -> str:
    """The token in what was read off a ballot: the whole link, or the token alone."""
    return code.strip().rpartition("#")[2]


@route(
    "POST",
    "/votes/{vote_id}/paper",
    who=Role.CLERK,
    refuses=(VoteNotFound, VoteNotOpen),
    status=200,
)
async def issue_paper_ballots(ctx: Context, vote_id: UUID) -> PaperIssue:
    """发放纸质表决票：此后按时收到的纸质票可在表决结束后规定天数内录入，计票相应顺延。R8.3。"""
    vote = await lock_against_change(vote_id)
    running(vote, ctx.now)
    if vote.paper_at is None:
        vote.paper_at = ctx.now
        vote.count_at = vote.ends_at + timedelta(days=parameters_of(vote).vote_paper_days)
        await vote.save(update_fields=["paper_at", "count_at"])
        data = {"vote_id": str(vote_id), "count_at": at(vote.count_at).isoformat()}
        ctx.record(PaperIssued(subject_id=str(vote.case_id), at=ctx.now, data=data))
    return await _issue(vote)


@route("GET", "/votes/{vote_id}/paper", who=CASEWORKERS, refuses=(VoteNotFound, NotAllowedNow))
async def get_paper_ballots(ctx: Context, vote_id: UUID) -> PaperIssue:
    """纸质表决票的发放情况和分批打印的各批。R8.3。"""
    return await _issue(await _issued(vote_id))


@route(
    "GET",
    "/votes/{vote_id}/paper.pdf",
    who=Role.CLERK,
    refuses=(VoteNotFound, VoteNotOpen, NotAllowedNow, BallotNotFound),
    blob=("application/pdf",),
    limit="upload",
)
async def print_paper_ballots(ctx: Context, vote_id: UUID, query: PaperQuery) -> Blob:
    """打印纸质表决票（PDF，一页两户，每户有自己的二维码）；按房屋编号分批，或只打一户。R8.3。"""
    vote = await _issued(vote_id)
    running(vote, ctx.now)
    homes = await _chosen(vote_id, query)
    if not homes:
        raise BallotNotFound("没有要打印的房屋")
    case = await Case.find(vote.case_id)
    conflict = next(one for one in PARAMETERS if one.name == "vote.paper_conflict")
    paper = BallotPaper(
        question=vote.question,
        number=case.number,
        round=vote.round,
        ends_at=vote.ends_at,
        conflict_words=f"纸质与手机{conflict.show(parameters_of(vote).vote_paper_conflict)}",
        roll_root=vote.roll_root,
    )
    page = vote_page(ctx, vote)
    ballots = [
        BallotHome(
            place=home.place,
            area_cm2=home.area_cm2,
            signers=len(home.owners),
            represented=home.representative_id in home.owners,
            # What follows the mark is never sent: an owner who reads the code gets the vote's page.
            code=f"{page}#{home.paper_token}",
        )
        for home in homes
    ]
    pdf = await DRAWINGS.run(ctx.who.key, render_ballots, paper, ballots)
    return Blob(pdf, "application/pdf", f"表决票-{case.number}-{homes[0].code}.pdf")


@route(
    "GET",
    "/votes/{vote_id}/papers/{paper_token}",
    who=CASEWORKERS,
    refuses=(VoteNotFound, BallotNotFound),
)
async def get_paper_ballot(ctx: Context, vote_id: UUID, paper_token: str) -> PaperSeen:
    """扫纸质表决票上的码所见：哪一户、由谁签名、是否已经录入；不显示选择。R8.3。"""
    await find_vote(vote_id)
    home = (await homes_by_token(vote_id, [paper_token])).get(paper_token)
    if home is None:
        raise BallotNotFound()
    names = {key: mask_name(name) for key, name in (await owner_names(home.owners)).items()}
    return PaperSeen(
        home_id=home.home_id,
        place=home.place,
        area_cm2=home.area_cm2,
        signers=[
            BallotSigner(
                owner_id=key,
                name=mask_name(names[key]),
                representative=key == home.representative_id,
            )
            for key in home.owners
        ],
        entered=await ballot_taken(home),
    )


async def _issued(vote_id: UUID) -> Vote:
    """The vote, whose ballots were handed out on paper. Raises VoteNotFound, NotAllowedNow."""
    vote = await find_vote(vote_id)
    if vote.paper_at is None:
        raise NotAllowedNow("本次表决尚未发放纸质表决票")
    return vote


async def _issue(vote: Vote) -> PaperIssue:
    assert vote.paper_at is not None
    found = await parts(vote.id, PART)
    before = ["", *(row["last"] for row in found)]
    return PaperIssue(
        vote_id=vote.id,
        paper_at=at(vote.paper_at),
        ends_at=at(vote.ends_at),
        count_at=at(vote.count_at),
        parts=[
            PaperPart(
                after=after, homes=row["homes"], first=row["first_place"], last=row["last_place"]
            )
            for row, after in zip(found, before, strict=False)
        ],
    )


async def _chosen(vote_id: UUID, query: PaperQuery) -> list[PaperHome]:
    if query.home_id is not None:
        return list((await homes_by_id(vote_id, [query.home_id])).values())
    return await doors(vote_id, after=query.after, limit=query.limit, unit_id=query.unit_id)
