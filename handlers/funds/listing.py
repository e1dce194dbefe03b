"""Batches of household money as the Centre looks them up and takes them away. R3.9."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.funds.entering import FundBatchView, batch_of, batch_view
from handlers.lists import Listed, listing, page
from handlers.route import Answer, Context, Page, route
from models.funds import batches
from rules.funds import FundKind
from rules.people import DESK_READERS
from rules.refusals.asking import NotFound


class BatchQuery(Page, frozen=True):
    """Narrow a list of batches; the bank's days both included."""

    kind: FundKind | None = None
    state: Literal["", "draft", "posted", "reversed", "dropped"] = ""
    home_id: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None


class FundBatchLine(Answer, frozen=True):
    """一批收支中的一户：分户账承担或收入的金额，以及尚欠的差额，单位：分。"""

    home_id: UUID
    home: str
    place: str
    amount_fen: int
    owed_fen: Annotated[int, Meta(title="欠缴差额", description="维修资金不足以承担、须另行补缴的")]
    voucher: str


class FundBatchLineQuery(Page, frozen=True):
    """All homes of a batch, or only those that owe."""

    owing: bool = False


@listing("/fund-batches", who=DESK_READERS, export="维修资金收支")
async def list_fund_batches(ctx: Context, query: BatchQuery) -> Listed[FundBatchView]:
    """维修资金收支批次一览，最新在前；可按类别、状态、房屋、银行日期筛选。R3.2。"""
    return await page(batches.BATCHES, query, batch_view)


@route("GET", "/fund-batches/{batch_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_fund_batch(ctx: Context, batch_id: UUID) -> FundBatchView:
    """一批维修资金收支。R3.2。"""
    return await batch_of(batch_id)


@listing(
    "/fund-batches/{batch_id}/lines",
    who=DESK_READERS,
    refuses=(NotFound,),
    export="维修资金收支明细",
    summed=("amount_fen", "owed_fen"),
)
async def list_fund_batch_lines(
    ctx: Context, batch_id: UUID, query: FundBatchLineQuery
) -> Listed[FundBatchLine]:
    """一批中的各户；可只看余额不足、尚欠差额的户。R3.7。"""
    await batch_of(batch_id)
    return await page(batches.LINES, query, FundBatchLine, batch_id=batch_id)
