"""Banks compete for a deposit (竞优存放): announced, closed by time, awarded by two people. R4.1.

Until the offers are in, nobody can read one: not even the person who entered it gets the rate
back. Whatever came of it, every offer stays on record.

An award is no entry of the two-person kind: refused it opens the round again for another
proposal, and the round itself never ends by it.
"""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.deposits.fields import Fen, Note, TermTenor, Text
from handlers.deposits.placement_offers import PlacementOfferView, PublicPlacementOffer, offers_of
from handlers.lists import Listed, cut, listing, page, view_of
from handlers.reasons import Reason, worded
from handlers.route import Answer, Body, Context, Page, route
from models.deposits import PlacementRound, placements
from models.ids import new_id
from models.numbering import new_number
from rules.days import beijing_date
from rules.entries import must_be_second
from rules.events.books import (
    AwardProposed,
    AwardReturned,
    RoundAnnounced,
    RoundAwarded,
    RoundCancelled,
)
from rules.people import CONFIRMERS, DESK_READERS, Role
from rules.refusals.asking import AccountWaits, NotFound, SamePerson
from rules.refusals.books import EntryNotOpen, OfferRefused, RoundClosed, WrongTerms
from rules.refusals.cases import ReasonMissing
from rules.words.word import titled

LONGEST = timedelta(days=366)


class PlacementRoundBody(Body, frozen=True):
    """竞争性存放公告：存放金额（单位：分）、存期、对银行的要求和报价截止时间。"""

    title: Text
    amount_fen: Fen
    tenor: TermTenor
    closes_at: Annotated[datetime, Meta(tz=True)]
    requirements: Annotated[str, Meta(max_length=2000)] = ""


class PlacementAward(Body, frozen=True):
    """拟采用的报价；不是最高的，须写明理由。"""

    offer_id: Annotated[UUID, Meta(description="拟采用的报价")]
    reason: Annotated[Note, Meta(description="不采用最高报价时必填")] = ""


class PlacementAwardDecision(Body, frozen=True):
    """是否同意定标意见；不同意的写明理由。"""

    approve: bool
    reason: Annotated[Note, Meta(description="不同意时必填")] = ""


ROUNDS = {
    "collecting": "接受报价",
    "closed": "报价截止，待提议",
    "proposed": "已提议，待复核",
    "awarded": "已确定存放银行",
    "cancelled": "已取消",
}
RoundState = Annotated[
    Literal["collecting", "closed", "proposed", "awarded", "cancelled"], titled(ROUNDS)
]


class PlacementRoundView(Answer, frozen=True):
    """一次竞争性存放；`state` 为 `collecting` 时正在收取报价，为 `closed` 时待定标。"""

    id: UUID
    number: str
    title: str
    amount_fen: int
    tenor: TermTenor
    requirements: str
    announced_at: datetime
    closes_at: datetime
    state: RoundState
    offer_id: Annotated[UUID | None, Meta(description="拟采用或已采用的报价")]
    reason: str
    proposed_by_me: bool
    proposed_at: datetime | None
    decided_at: Annotated[datetime | None, Meta(title="定标时间", description="为空即尚未定标")]


class PlacementRoundDetail(Answer, frozen=True):
    """一次竞争性存放及其报价；截止之前不显示利率。"""

    round: Annotated[PlacementRoundView, Meta(title="竞争性存放")]
    offers: list[PlacementOfferView]


class RoundQuery(Page, frozen=True, kw_only=True):
    """Narrow the rounds to a state: `open` until somebody proposes an award."""

    state: Annotated[
        Literal["", "open", "proposed", "awarded", "cancelled"],
        titled({**ROUNDS, "open": "尚未提议"}),
    ] = ""
    tenor: TermTenor | None = None


class PublicPlacementRound(Answer, frozen=True):
    """公开的已定标竞争性存放：各银行的报价、采用哪一家及理由。"""

    id: UUID
    number: str
    title: str
    amount_fen: int
    tenor: TermTenor
    announced_at: datetime
    closed_at: Annotated[datetime, Meta(title="截止时间")]
    awarded_at: datetime
    reason: str
    offers: list[PublicPlacementOffer]


@route("POST", "/placement-rounds", who=Role.FINANCE, refuses=(WrongTerms,))
async def announce_placement_round(ctx: Context, body: PlacementRoundBody) -> PlacementRoundView:
    """公告竞争性存放：金额、存期、要求和报价截止时间。R4.1。"""
    if not ctx.now < body.closes_at <= ctx.now + LONGEST:
        raise WrongTerms("报价截止时间须晚于现在，且不超过一年")
    year = beijing_date(ctx.now).year
    row = await PlacementRound.create(
        id=new_id(),
        number=await new_number("placement", year),
        title=body.title.strip(),
        amount_fen=body.amount_fen,
        tenor=body.tenor,
        requirements=body.requirements.strip(),
        announced_at=ctx.now,
        closes_at=body.closes_at,
        state="open",
        created_by=ctx.id,
    )
    data = {"number": row.number, "amount_fen": row.amount_fen, "tenor": row.tenor}
    data |= {"closes_at": body.closes_at}
    ctx.record(RoundAnnounced(subject_id=str(row.id), at=ctx.now, data=data))
    return shown(ctx, row)


@listing("/placement-rounds", who=DESK_READERS, export="竞争性存放")
async def list_placement_rounds(ctx: Context, query: RoundQuery) -> Listed[PlacementRoundView]:
    """竞争性存放一览，最新在前。R4.1。"""
    return await page(placements.ROUNDS, query, lambda row: _view(ctx, row))


@route("GET", "/placement-rounds/{round_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_placement_round(ctx: Context, round_id: UUID) -> PlacementRoundDetail:
    """一次竞争性存放及其报价；截止之前任何人看不到利率。R4.1。"""
    row = await PlacementRound.filter(id=round_id).first()
    if row is None:
        raise NotFound("没有该次竞争性存放")
    return await detail(ctx, row)


async def detail(ctx: Context, row: PlacementRound) -> PlacementRoundDetail:
    """The round with its offers, as far as they may be read now."""
    offers = await offers_of([row.id], closed=ctx.now >= row.closes_at)
    return PlacementRoundDetail(round=shown(ctx, row), offers=offers.get(row.id, []))


async def locked(round_id: UUID) -> PlacementRound:
    """The round, locked. Raises NotFound."""
    row = await PlacementRound.filter(id=round_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound("没有该次竞争性存放")
    return row


@route(
    "POST",
    "/placement-rounds/{round_id}/award",
    who=Role.FINANCE,
    refuses=(NotFound, RoundClosed, OfferRefused, ReasonMissing),
    status=200,
)
async def propose_placement_award(
    ctx: Context, round_id: UUID, body: PlacementAward
) -> PlacementRoundDetail:
    """截止后提出定标意见：采用最高报价，否则须写明理由；由第二人复核。R4.1。"""
    row = await locked(round_id)
    if row.state != "open" or ctx.now < row.closes_at:
        raise RoundClosed("报价尚未截止，或已提出定标意见")
    offers = await offers_of([round_id], closed=True)
    standing = {one.id: one for one in offers.get(round_id, []) if one.withdrawn_at is None}
    chosen = standing.get(body.offer_id)
    if chosen is None or chosen.rate_e4 is None:
        raise OfferRefused("该报价不在本次竞争性存放中，或已撤回")
    if chosen.rate_e4 < max(one.rate_e4 or 0 for one in standing.values()):
        worded(body.reason)
    row.state, row.offer_id, row.reason = "proposed", body.offer_id, body.reason.strip()
    row.proposed_by, row.proposed_at = ctx.id, ctx.now
    await row.save()
    data = {"number": row.number, "bank": chosen.bank, "rate_e4": chosen.rate_e4}
    event = AwardProposed(subject_id=str(round_id), at=ctx.now, why=row.reason, data=data)
    ctx.record(event)
    return await detail(ctx, row)


@route(
    "POST",
    "/placement-rounds/{round_id}/decision",
    who=CONFIRMERS,
    refuses=(NotFound, EntryNotOpen, SamePerson, AccountWaits, ReasonMissing),
    status=200,
    fresh=True,
)
async def decide_placement_award(
    ctx: Context, round_id: UUID, body: PlacementAwardDecision
) -> PlacementRoundDetail:
    """第二人复核定标意见：同意即定标，不同意写明理由退回重提。R4.1。"""
    row = await locked(round_id)
    if row.state != "proposed":
        raise EntryNotOpen("没有待复核的定标意见")
    must_be_second(ctx.who, row.proposed_by, "提出人不得自行复核")
    offers = await offers_of([round_id], closed=True)
    [chosen] = [one for one in offers[round_id] if one.id == row.offer_id]
    data: dict[str, Any] = {"number": row.number, "offer_id": str(row.offer_id)}
    data |= {"bank": chosen.bank, "rate_e4": chosen.rate_e4}
    if body.approve:
        row.state, row.decided_by, row.decided_at = "awarded", ctx.id, ctx.now
        ctx.record(RoundAwarded(subject_id=str(round_id), at=ctx.now, why=row.reason, data=data))
    else:
        words = worded(body.reason)
        row.state, row.offer_id, row.reason = "open", None, ""
        row.proposed_by = row.proposed_at = None
        ctx.record(AwardReturned(subject_id=str(round_id), at=ctx.now, why=words, data=data))
    await row.save()
    return await detail(ctx, row)


@route(
    "POST",
    "/placement-rounds/{round_id}/cancellation",
    who=Role.FINANCE,
    refuses=(NotFound, RoundClosed, ReasonMissing),
    status=200,
)
async def cancel_placement_round(
    ctx: Context, round_id: UUID, body: Reason
) -> PlacementRoundDetail:
    """取消尚未定标的竞争性存放，写明理由；已登记的报价保留。R4.1。"""
    words = worded(body.reason)
    row = await locked(round_id)
    if row.state not in ("open", "proposed"):
        raise RoundClosed("已定标或已取消")
    row.state, row.reason = "cancelled", words
    await row.save()
    data = {"number": row.number}
    ctx.record(RoundCancelled(subject_id=str(round_id), at=ctx.now, why=words, data=data))
    return await detail(ctx, row)


@listing("/public/placement-rounds", who=Role.PUBLIC)
async def list_public_placement_rounds(ctx: Context, query: Page) -> Listed[PublicPlacementRound]:
    """已定标的竞争性存放：各银行报价、采用的报价和理由。R4.1、R12.1。"""
    found = await cut(placements.AWARDED, query)
    offers = await offers_of([row["id"] for row in found.rows], closed=True)
    return found.listed(
        [
            view_of(
                PublicPlacementRound,
                row,
                offers=[
                    PublicPlacementOffer.of(offer, row["offer_id"])
                    for offer in offers.get(row["id"], [])
                ],
            )
            for row in found.rows
        ]
    )


def shown(ctx: Context, row: PlacementRound) -> PlacementRoundView:
    """The round as the Centre sees it now."""
    return _view(ctx, {name: getattr(row, name) for name in row._meta.fields_db_projection})


def _view(ctx: Context, row: dict[str, Any]) -> PlacementRoundView:
    state = row["state"]
    if state == "open":
        state = "collecting" if ctx.now < row["closes_at"] else "closed"
    mine = ctx.who.is_same(row["proposed_by"])
    return view_of(PlacementRoundView, row, state=state, proposed_by_me=mine)
