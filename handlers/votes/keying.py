"""The second, blind keying of paper ballots, and what voters take home of it. R8.3, R8.5.

Where both keyings say the same, each line becomes the ballot of who signed it, as of the moment the
paper was received; what was there before may have come first.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.heads import kept_head
from handlers.pools import DRAWINGS
from handlers.route import Body, Context, route
from handlers.votes.batch_views import OUTCOMES, PaperBatchView, batch_view
from handlers.votes.batches import MOST_LINES, Token, drafted, taking
from handlers.votes.entering import (
    EnteredBallot,
    NewBallot,
    enter,
    frozen_terms,
    line_of,
    located,
    unsealed,
)
from handlers.votes.paper import token_of, vote_page
from models.votes import ballots, batches
from models.votes.locks import find_vote, lock_against_count
from papers.ballots import Slip, render_slips
from papers.blob import Blob
from rules.entries import must_be_second
from rules.events.votes import PaperBallotsConfirmed
from rules.people import CASEWORKERS, Role
from rules.refusals.asking import AccountWaits, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen
from rules.refusals.cases import NotAllowedNow
from rules.refusals.votes import BallotNotFound, ReadingsDiffer, VoteNotOpen
from rules.votes import Choice

FOREMOST = ("contested", "valid", "concurring", "second")
"""Of what became of a paper's ballots, what its line is said to be."""


class BallotReading(Body, frozen=True):
    """第二人从一张票上读到的内容，以票上的码或批内次序指明是哪一张。"""

    choice: Choice
    paper_token: Token = ""
    nth: Annotated[
        Annotated[int, Meta(ge=1, le=MOST_LINES)] | None,
        Meta(description="没有扫码的用批次中的序号指明"),
    ] = None


class BallotReadings(Body, frozen=True):
    """整批纸质表决票，次序不限。"""

    lines: Annotated[
        list[BallotReading],
        Meta(min_length=1, max_length=MOST_LINES, title="各张选票"),
    ]


@route(
    "POST",
    "/ballot-batches/{batch_id}/confirmation",
    who=CASEWORKERS,
    status=200,
    refuses=(
        NotFound,
        SamePerson,
        AccountWaits,
        EntryNotOpen,
        VoteNotOpen,
        BallotNotFound,
        ReadingsDiffer,
    ),
)
async def confirm_ballot_batch(
    ctx: Context, batch_id: UUID, body: BallotReadings
) -> PaperBatchView:
    """第二人独立录入同一批纸质选票：两次一致的成为选票，不一致的只指出是第几张。R8.3。"""
    vote = await lock_against_count((await batches.find(batch_id))["vote_id"])
    batch = await drafted(batch_id)
    must_be_second(ctx.who, batch["entered_by"], "录入人不得自行核对")
    taking(vote, ctx.now)
    lines = await batches.lines_of(batch_id)
    _compare(ctx, batch_id, lines, body.lines)
    homes = located(await ballots.lock_homes(vote.id, [row["vote_home_id"] for row in lines]))
    said = [
        NewBallot(
            vote_home_id=row["vote_home_id"],
            owner_id=owner_id,
            choice=unsealed(ctx.world.secrets, row["choice_cipher"], line_of(batch_id, row["nth"])),
            channel="paper",
            cast_at=row["received_at"],
            batch_id=batch_id,
        )
        for row in lines
        for owner_id in row["signers"]
    ]
    terms = frozen_terms({"parameters": vote.parameters, "threshold": vote.threshold})
    outcomes = _outcomes(lines, await enter(ctx, vote.id, terms, homes, said))
    await batches.confirmed(batch_id, outcomes, ctx.id, ctx.now)
    data = {"vote_id": str(vote.id), "number": batch["number"], "ballots": len(lines)}
    ctx.record(PaperBallotsConfirmed(subject_id=str(batch_id), at=ctx.now, data=data))
    return await batch_view(ctx, batch_id)


def _compare(
    ctx: Context,
    batch_id: UUID,
    lines: Sequence[Mapping[str, Any]],
    readings: Sequence[BallotReading],
) -> None:
    """Refuse with the lines that were read differently, missed, or read twice. Never the choice."""
    by_token = {row["paper_token"]: row["nth"] for row in lines}
    known = {row["nth"] for row in lines}
    read: dict[int, list[Choice]] = {}
    for reading in readings:
        token = token_of(reading.paper_token)
        nth = by_token.get(token) if token else reading.nth
        if nth not in known or reading.nth not in (None, nth):
            raise BallotNotFound("有选票不在本批之内，请核对")
        assert nth is not None
        read.setdefault(nth, []).append(reading.choice)
    wrong = [
        row["nth"]
        for row in lines
        if read.get(row["nth"])
        != [unsealed(ctx.world.secrets, row["choice_cipher"], line_of(batch_id, row["nth"]))]
    ]
    if wrong:
        raise ReadingsDiffer("请两人各自再看一遍这些选票", lines=wrong)


def _outcomes(
    lines: Sequence[Mapping[str, Any]], entered: Sequence[EnteredBallot]
) -> dict[int, str]:
    """What became of each line by what became of its ballots; each home has one line."""
    found: dict[UUID, set[str]] = {}
    for one in entered:
        found.setdefault(one.vote_home_id, set()).add(one.state)
    return {
        row["nth"]: next(state for state in FOREMOST if state in found[row["vote_home_id"]])
        for row in lines
    }


@route(
    "GET",
    "/ballot-batches/{batch_id}/receipts.pdf",
    who=Role.CLERK,
    refuses=(NotFound, NotAllowedNow),
    blob=("application/pdf",),
    limit="upload",
)
async def print_ballot_receipts(ctx: Context, batch_id: UUID) -> Blob:
    """打印一批纸质选票的回执，逐户交给投票人；回执不显示选择，计票后可凭以查验。R8.5。"""
    batch = await batches.find(batch_id)
    if batch["state"] != "confirmed":
        raise NotAllowedNow("核对之后才有回执")
    receipts = await batches.receipts_of(batch_id)
    slips = [
        Slip(
            nth=row["nth"],
            place=row["place"],
            received_at=row["received_at"],
            words=OUTCOMES[row["outcome"]],
            receipts=tuple(receipts.get(row["vote_home_id"], ())),
        )
        for row in await batches.lines_of(batch_id)
    ]
    page = vote_page(ctx, await find_vote(batch["vote_id"]))
    kept = await kept_head(ctx, batch["confirmed_at"])
    pdf = await DRAWINGS.run(ctx.who.key, render_slips, batch["number"], page, slips, kept)
    return Blob(pdf, "application/pdf", f"回执-{batch['number']}.pdf")
