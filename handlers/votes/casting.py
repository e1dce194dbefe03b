"""Casting a ballot on the phone: one tap, a receipt; changed as often as one likes. R2.5, R8.3."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.heads import kept_head
from handlers.route import Answer, Body, Context, route
from handlers.shown import at
from handlers.votes.entering import LOST, EnteredBallot, NewBallot, enter, located, terms_in
from handlers.votes.views import BallotState, vote_seen
from models.votes import ballots
from rules.events.votes import BallotCast, BallotOverridden
from rules.people import Role
from rules.refusals.base import Refusal
from rules.refusals.votes import (
    NotRepresentative,
    NoVoice,
    OtherChannel,
    OtherLogin,
    VoteNotFound,
    VoteNotOpen,
)
from rules.votes.casts import Choice

BY_HOLDER = "委托人已经亲自表态，以本人的为准"


class BallotPaper(Body, frozen=True):
    """表决意见，以及为哪些房屋表决；不指明的，为本人代表的全部房屋。"""

    choice: Choice
    home_ids: Annotated[
        Annotated[list[UUID], Meta(min_length=1, max_length=200)] | None,
        Meta(description="不给即本人可代表的全部房屋"),
    ] = None


class BallotReceipt(Answer, frozen=True):
    """表决票已投入票箱的回执；计票后，公布的记录中可以查到 `receipt`。`state` 为：有效；共有人
    意见不一而有争议（R2.3）；与共有人此前的意见相同；或被后来更快到达的一票取代。"""

    ballot_id: UUID
    home_id: UUID
    receipt: str
    cast_at: datetime
    state: BallotState


class BallotReceipts(Answer, frozen=True):
    """每户、每名被代表的业主各一份回执。"""

    vote_id: UUID
    items: Annotated[list[BallotReceipt], Meta(title="回执")]
    log_head: str


@route(
    "POST",
    "/votes/{vote_id}/ballots",
    who=Role.PERSON,
    refuses=(VoteNotFound, VoteNotOpen, NoVoice, NotRepresentative, OtherChannel, OtherLogin),
)
async def cast_ballot(ctx: Context, vote_id: UUID, body: BallotPaper) -> BallotReceipts:
    """投票：一次选择即为所代表的全部房屋投票并取得回执；截止前可以更改，保留历史；同一业主的其他微信不能更改。第8节，R8.3、R8.5。"""
    rows = await ballots.lock_mine(vote_id, ctx.id, body.home_ids)
    if not rows:
        raise await _why_none(ctx, vote_id)
    if rows[0]["vote_state"] != "open" or ctx.now >= rows[0]["ends_at"]:
        raise VoteNotOpen(ends_at=at(rows[0]["ends_at"]))
    _all_named(rows, body.home_ids)
    spoken = _speakers(rows, strict=body.home_ids is not None)
    homes = located(rows)
    new = [
        NewBallot(
            vote_home_id=row["id"],
            owner_id=row["owner_id"],
            choice=body.choice,
            channel="phone",
            cast_at=ctx.now,
            person_id=ctx.id,
            proxy_id=row["proxy_id"],
        )
        for row in spoken
    ]
    terms = terms_in(rows[0]["parameters"], rows[0]["threshold"])
    entered = await enter(ctx, vote_id, terms, homes, new)
    kept = [one for one in entered if one.state not in LOST]
    if not kept or (body.home_ids is not None and len(kept) < len(entered)):
        if any(one.state == "other_login" for one in entered):
            raise OtherLogin()
        lost = [row for row, one in zip(spoken, entered, strict=True) if one.state == "second"]
        raise OtherChannel(BY_HOLDER if all(row["proxy_id"] for row in lost) else "")
    ctx.record(*(_cast(ctx, vote_id, one) for one in kept))
    ctx.record(*(_overridden(ctx, vote_id, one.overrides) for one in kept if one.overrides))
    home_ids = {row["id"]: row["home_id"] for row in rows}
    items = [
        BallotReceipt(
            ballot_id=one.id,
            home_id=home_ids[one.vote_home_id],
            receipt=one.receipt,
            cast_at=at(one.cast_at),
            state=one.state,
        )
        for one in kept
    ]
    return BallotReceipts(vote_id=vote_id, items=items, log_head=await kept_head(ctx))


def _cast(ctx: Context, vote_id: UUID, ballot: EnteredBallot) -> BallotCast:
    data: dict[str, Any] = {"vote_id": str(vote_id)}
    if ballot.parted:
        data["parted"] = True
    return BallotCast(subject_id=str(ballot.id), at=ctx.now, data=data)


def _overridden(ctx: Context, vote_id: UUID, ballot_id: UUID) -> BallotOverridden:
    data = {"vote_id": str(vote_id)}
    return BallotOverridden(subject_id=str(ballot_id), at=ctx.now, data=data)


async def _why_none(ctx: Context, vote_id: UUID) -> Refusal:
    """No homes were found: no vote that one may see, or no voice in it."""
    try:
        await vote_seen(ctx, vote_id, voices=True)
    except VoteNotFound as unseen:
        return unseen
    return NoVoice()


def _all_named(rows: Sequence[dict[str, Any]], home_ids: Sequence[UUID] | None) -> None:
    """Raises NoVoice when a home was named that one does not speak for."""
    if home_ids is not None and not set(home_ids) <= {row["home_id"] for row in rows}:
        raise NoVoice()


def _speakers(rows: Sequence[dict[str, Any]], strict: bool) -> list[dict[str, Any]]:
    """The rows whose owner may speak for the home. An owner's own voice goes before a proxy's.

    Raises NotRepresentative when a named home has another representative, or all have (R2.3).
    """
    allowed = [
        row
        for row in rows
        if row["representative_id"] not in row["owners"]
        or row["representative_id"] == row["owner_id"]
    ]
    homes, may = {row["id"] for row in rows}, {row["id"] for row in allowed}
    if not may or (strict and may != homes):
        raise NotRepresentative()
    own = {(row["id"], row["owner_id"]) for row in allowed if row["proxy_id"] is None}
    return [
        row for row in allowed if row["proxy_id"] is None or (row["id"], row["owner_id"]) not in own
    ]
