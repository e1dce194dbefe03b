"""Paper ballots keyed twice: entered by one, keyed blind by another, then ballots. R8.3.

draft -> confirmed (each line a ballot, or not, as what was there before decides)
draft -> dropped

A paper counts as cast when the Centre received it. Who confirms sees which homes are in the batch
and never what was keyed; of a difference only the line is told.
"""

from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.attaching import attach_files
from handlers.entries import EntryDropping
from handlers.route import Body, Context, route
from handlers.votes.batch_views import PaperBatchView, batch_view
from handlers.votes.entering import line_of, sealed
from handlers.votes.paper import token_of
from models.ids import new_id
from models.numbering import new_number
from models.votes import Vote, batches
from models.votes.batches import Keyed
from models.votes.locks import lock_against_count
from models.votes.papers import (
    PaperHome,
    homes_by_id,
    homes_by_row,
    homes_by_token,
)
from rules.days import beijing_date
from rules.events.votes import PaperBallotsCorrected, PaperBallotsDropped, PaperBallotsEntered
from rules.people import CASEWORKERS, Role
from rules.refusals.asking import Malformed, NotAllowed, NotFound
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import ArrivedInFuture, NotAllowedNow
from rules.refusals.people import NotInRoll
from rules.refusals.votes import (
    BallotNotFound,
    EvidenceMissing,
    NotRepresentative,
    PaperLate,
    PaperTwice,
    VoteNotFound,
    VoteNotOpen,
)
from rules.votes import Choice

MOST_LINES = 200
Files = Annotated[list[UUID], Meta(max_length=20)]
Signers = Annotated[list[UUID], Meta(max_length=50)]
Moment = Annotated[datetime, Meta(tz=True)]
Token = Annotated[str, Meta(max_length=300)]


class PaperLine(Body, frozen=True):
    """一张纸质表决票：哪一户、如何勾选、何时收到、由谁签名（默认为全体）。"""

    choice: Choice
    paper_token: Token = ""
    home_id: Annotated[UUID | None, Meta(description="没有扫码的用它指明房屋")] = None
    received_at: Annotated[Moment | None, Meta(description="不给即用整批的")] = None
    signers: Annotated[Signers, Meta(description="业主标识；不给即该户全部业主")] = []


class PaperEntry(Body, frozen=True):
    """一批纸质表决票及其影像；没有另填收到时间的，以 `received_at` 为准。"""

    lines: Annotated[list[PaperLine], Meta(min_length=1, max_length=MOST_LINES, title="各张选票")]
    file_ids: Annotated[Files, Meta(title="选票影像")]
    received_at: Annotated[Moment | None, Meta(description="各张没有写明的用它")] = None


class PaperChange(Body, frozen=True):
    """录入人重新录入的一张票；没有填的项目不变。"""

    nth: Annotated[int, Meta(ge=1, le=MOST_LINES)]
    choice: Annotated[Choice | None, Meta(description="不给即不变")] = None
    received_at: Annotated[Moment | None, Meta(description="不给即不变")] = None
    signers: Annotated[Signers, Meta(description="业主标识；不给即不变")] = []


class PaperChanges(Body, frozen=True):
    """录入有误、须更正的各张票。"""

    lines: Annotated[
        list[PaperChange],
        Meta(min_length=1, max_length=MOST_LINES, title="更正的选票"),
    ]


ENTRY_REFUSES = (
    VoteNotFound,
    VoteNotOpen,
    NotAllowedNow,
    NotFound,
    EvidenceMissing,
    BallotNotFound,
    PaperTwice,
    PaperLate,
    ArrivedInFuture,
    NotInRoll,
    NotRepresentative,
    Malformed,
)


@route("POST", "/votes/{vote_id}/ballot-batches", who=Role.CLERK, refuses=ENTRY_REFUSES)
async def enter_ballot_batch(ctx: Context, vote_id: UUID, body: PaperEntry) -> PaperBatchView:
    """录入一批纸质选票及其影像，待第二人独立录入核对；收到时间须在表决截止之前。R8.3。"""
    vote = await lock_against_count(vote_id)
    taking(vote, ctx.now)
    if vote.paper_at is None:
        raise NotAllowedNow("本次表决尚未发放纸质表决票")
    if not body.file_ids:
        raise EvidenceMissing("请上传纸质选票的影像")
    await attach_files(ctx, "ballot", body.file_ids)
    homes = await _homes(vote_id, body.lines)
    ids = [home.id for home in homes]
    _refuse_twice(homes, await batches.entered_before(ids))
    taken = await batches.signed_before(ids)
    keyed: list[Keyed] = []
    batch_id = new_id()
    for nth, (line, home) in enumerate(zip(body.lines, homes, strict=True), start=1):
        received_at = line.received_at or body.received_at
        if received_at is None:
            raise Malformed(errors=[{"pointer": "/received_at", "detail": "请填写收到时间"}])
        in_time(vote, received_at, ctx.now, nth)
        keyed.append(
            Keyed(
                nth=nth,
                vote_home_id=home.id,
                signers=signed_by(home, line.signers, taken.get(home.id, frozenset()), nth),
                received_at=received_at,
                choice_cipher=sealed(ctx.world.secrets, line.choice, line_of(batch_id, nth)),
            )
        )
    year = beijing_date(ctx.now).year
    number = await new_number("ballots", year)
    await batches.insert(batch_id, vote_id, number, body.file_ids, ctx.id, ctx.now)
    await batches.add_lines(batch_id, keyed)
    data = {"vote_id": str(vote_id), "number": number, "ballots": len(keyed)}
    ctx.record(PaperBallotsEntered(subject_id=str(batch_id), at=ctx.now, data=data))
    return await batch_view(ctx, batch_id)


def taking(vote: Vote, now: datetime) -> None:
    """Refuse with VoteNotOpen when the vote is being counted."""
    if vote.state != "open" or now >= vote.count_at:
        raise VoteNotOpen("录入期已过，不再录入纸质选票")


def in_time(vote: Vote, received_at: datetime, now: datetime, nth: int) -> None:
    """Refuse a moment to come, one before the vote began, and one after it ended."""
    if received_at > now:
        raise ArrivedInFuture("收到时间晚于当前时间，请核对", lines=[nth])
    if received_at >= vote.ends_at:
        raise PaperLate(lines=[nth])
    if received_at < vote.opened_at:
        raise NotAllowedNow("收到时间早于表决开始时间，请核对", lines=[nth])


def signed_by(
    home: PaperHome, signers: list[UUID], taken: AbstractSet[UUID], nth: int
) -> tuple[UUID, ...]:
    """Whose ballot the paper is: who signed, by default whoever has to. R2.3.

    `taken` handed in a paper before. A co-owner who did takes nothing from the others: theirs is
    entered beside it, and the home counts for neither side when they differ.
    """
    if not home.owners:
        raise NotInRoll("该户在名册中没有业主", lines=[nth])
    left = tuple(one for one in home.speakers if one not in taken)
    if not left or taken & set(signers):
        raise PaperTwice(lines=[nth])
    if not signers:
        return left
    if not set(signers) <= set(home.owners):
        raise NotInRoll("签名的不是该户的业主", lines=[nth])
    if home.representative_id in home.owners and home.representative_id not in signers:
        raise NotRepresentative("共有人已推举代表，须由代表签名", lines=[nth])
    return tuple(sorted(set(signers) & set(home.speakers)))


async def _homes(vote_id: UUID, lines: list[PaperLine]) -> list[PaperHome]:
    """The home of each line. Raises BallotNotFound with the lines of unknown ones."""
    tokens = [token_of(line.paper_token) for line in lines]
    by_token = await homes_by_token(vote_id, [one for one in tokens if one])
    ids = [line.home_id for line in lines if line.home_id is not None]
    by_id = await homes_by_id(vote_id, ids)
    found: list[PaperHome] = []
    unknown: list[int] = []
    for nth, (line, token) in enumerate(zip(lines, tokens, strict=True), start=1):
        home = by_token.get(token) if token else by_id.get(line.home_id or UUID(int=0))
        if home is None or line.home_id not in (None, home.home_id):
            unknown.append(nth)
        else:
            found.append(home)
    if unknown:
        raise BallotNotFound(lines=unknown)
    return found


def _refuse_twice(homes: list[PaperHome], before: set[UUID]) -> None:
    seen: set[UUID] = set(before)
    twice: list[int] = []
    for nth, home in enumerate(homes, start=1):
        if home.id in seen:
            twice.append(nth)
        seen.add(home.id)
    if twice:
        raise PaperTwice(lines=twice)


async def drafted(batch_id: UUID) -> dict[str, Any]:
    """The batch, locked, that waits still. Raises NotFound, EntryNotOpen."""
    batch = await batches.find(batch_id, lock=True)
    if batch["state"] != "draft":
        raise EntryNotOpen()
    return batch


@route(
    "PUT",
    "/ballot-batches/{batch_id}/lines",
    who=Role.CLERK,
    refuses=(
        NotFound,
        NotAllowed,
        EntryNotOpen,
        VoteNotOpen,
        NotAllowedNow,
        BallotNotFound,
        PaperTwice,
        PaperLate,
        ArrivedInFuture,
        NotInRoll,
        NotRepresentative,
    ),
)
async def correct_ballot_batch(ctx: Context, batch_id: UUID, body: PaperChanges) -> PaperBatchView:
    """录入人更正未核对的纸质选票；核对人不得更正。R8.3。"""
    vote = await lock_against_count((await batches.find(batch_id))["vote_id"])
    batch = await drafted(batch_id)
    taking(vote, ctx.now)
    if batch["entered_by"] != ctx.id:
        raise NotAllowed("只有录入人可以更正")
    lines = {row["nth"]: row for row in await batches.lines_of(batch_id)}
    ids = [row["vote_home_id"] for row in lines.values()]
    homes, taken = await homes_by_row(vote.id, ids), await batches.signed_before(ids)
    for change in body.lines:
        row = lines.get(change.nth)
        if row is None:
            raise BallotNotFound(lines=[change.nth])
        received_at = change.received_at or row["received_at"]
        in_time(vote, received_at, ctx.now, change.nth)
        home, cipher = homes[row["vote_home_id"]], bytes(row["choice_cipher"])
        if change.choice:
            about = line_of(batch_id, change.nth)
            cipher = sealed(ctx.world.secrets, change.choice, about)
        before = taken.get(home.id, frozenset())
        signers = signed_by(home, change.signers or row["signers"], before, change.nth)
        keyed = Keyed(
            nth=change.nth,
            vote_home_id=home.id,
            signers=signers,
            received_at=received_at,
            choice_cipher=cipher,
        )
        await batches.change_line(batch_id, keyed)
    data = {"vote_id": str(vote.id), "number": batch["number"]}
    data["lines"] = sorted({change.nth for change in body.lines})
    ctx.record(PaperBallotsCorrected(subject_id=str(batch_id), at=ctx.now, data=data))
    return await batch_view(ctx, batch_id)


@route(
    "POST",
    "/ballot-batches/{batch_id}/dropping",
    who=CASEWORKERS,
    status=200,
    refuses=(NotFound, EntryNotOpen),
)
async def drop_ballot_batch(ctx: Context, batch_id: UUID, body: EntryDropping) -> PaperBatchView:
    """写明理由作废一批未核对的纸质选票；其中的选票可重新录入。R8.3。"""
    batch = await drafted(batch_id)
    reason = body.reason.strip()
    await batches.drop(batch_id, ctx.id, ctx.now, reason)
    data = {"vote_id": str(batch["vote_id"]), "number": batch["number"]}
    ctx.record(PaperBallotsDropped(subject_id=str(batch_id), at=ctx.now, why=reason, data=data))
    return await batch_view(ctx, batch_id)
