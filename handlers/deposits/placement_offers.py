"""What the banks offer in a placement round: recorded before it closes, read after. R4.1."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta
from tortoise.exceptions import IntegrityError

from handlers.deposits.fields import Note, RateE4, Text
from handlers.lists import view_of
from handlers.route import Answer, Body, Context, route
from models.deposits import PlacementOffer, PlacementRound, placements
from models.ids import new_id
from rules.events.books import OfferRecorded, OfferWithdrawn
from rules.people import Role
from rules.refusals.asking import NotFound
from rules.refusals.books import OfferRefused, RoundClosed


class PlacementOfferBody(Body, frozen=True):
    """收到的一家银行的报价。"""

    bank: Text
    rate_e4: Annotated[RateE4, Meta(title="报价利率")]
    received_at: Annotated[datetime, Meta(tz=True)]
    note: Note = ""


class PlacementOfferView(Answer, frozen=True):
    """一份报价；截止之前 `rate_e4` 为空，`note` 为空文本。"""

    id: UUID
    bank: str
    rate_e4: Annotated[int | None, Meta(title="报价利率", description="截止前为空")]
    note: Annotated[str, Meta(description="截止前为空")]
    received_at: datetime
    withdrawn_at: datetime | None


class PublicPlacementOffer(Answer, frozen=True):
    """已定标的竞争性存放中的一份报价。"""

    bank: str
    rate_e4: Annotated[int, Meta(title="报价利率")]
    received_at: datetime
    withdrawn: bool
    awarded: bool

    @classmethod
    def of(cls, offer: PlacementOfferView, awarded: UUID | None) -> "PublicPlacementOffer":
        """What everybody may know of an offer whose round is awarded."""
        return cls(
            bank=offer.bank,
            rate_e4=offer.rate_e4 or 0,
            received_at=offer.received_at,
            withdrawn=offer.withdrawn_at is not None,
            awarded=offer.id == awarded,
        )


async def offers_of(
    round_ids: Sequence[UUID], *, closed: bool
) -> dict[UUID, list[PlacementOfferView]]:
    """The offers of each round: the highest first once it is closed, in order of receipt before,
    when what they offer is nobody's to see."""
    rows = await placements.offers_of(round_ids, closed=closed)
    found: dict[UUID, list[PlacementOfferView]] = defaultdict(list)
    for row in rows:
        found[row["round_id"]].append(view_of(PlacementOfferView, row))
    return found


async def _collecting(ctx: Context, round_id: UUID) -> PlacementRound:
    row = await PlacementRound.filter(id=round_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound("没有该次竞争性存放")
    if row.state != "open" or ctx.now >= row.closes_at:
        raise RoundClosed()
    return row


@route(
    "POST",
    "/placement-rounds/{round_id}/offers",
    who=Role.FINANCE,
    refuses=(NotFound, RoundClosed, OfferRefused),
)
async def record_placement_offer(
    ctx: Context, round_id: UUID, body: PlacementOfferBody
) -> PlacementOfferView:
    """登记银行报价；截止之前不显示利率，每家银行一份有效报价。R4.1。"""
    row = await _collecting(ctx, round_id)
    if not row.announced_at <= body.received_at <= ctx.now:
        raise OfferRefused("收到报价的时间须在公告之后、现在之前")
    offer_id = new_id()
    try:
        await PlacementOffer.create(
            id=offer_id,
            round_id=round_id,
            bank=body.bank.strip(),
            rate_e4=body.rate_e4,
            note=body.note.strip(),
            received_at=body.received_at,
            entered_by=ctx.id,
            entered_at=ctx.now,
        )
    except IntegrityError as error:
        raise OfferRefused("该银行已有报价，须先撤回") from error
    data = {"number": row.number, "bank": body.bank.strip()}
    ctx.record(OfferRecorded(subject_id=str(round_id), at=ctx.now, data=data))
    offers = (await offers_of([round_id], closed=False))[round_id]
    return next(offer for offer in offers if offer.id == offer_id)


@route(
    "POST",
    "/placement-offers/{offer_id}/withdrawal",
    who=Role.FINANCE,
    refuses=(NotFound, RoundClosed, OfferRefused),
    status=200,
)
async def withdraw_placement_offer(ctx: Context, offer_id: UUID) -> PlacementOfferView:
    """截止之前撤回银行报价；已登记的报价保留在案。R4.1。"""
    found = await PlacementOffer.get_or_none(id=offer_id)
    if found is None:
        raise NotFound("没有该报价")
    row = await _collecting(ctx, found.round_id)
    open_offer = PlacementOffer.filter(id=offer_id, withdrawn_at=None)
    if not await open_offer.update(withdrawn_at=ctx.now):
        raise OfferRefused("该报价已经撤回")
    data = {"number": row.number, "bank": found.bank}
    ctx.record(OfferWithdrawn(subject_id=str(row.id), at=ctx.now, data=data))
    offers = (await offers_of([row.id], closed=False))[row.id]
    return next(offer for offer in offers if offer.id == offer_id)
