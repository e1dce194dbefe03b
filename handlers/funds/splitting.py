"""A use of one total, split by area over the homes that bear it. R3.7, section 6."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handlers.funds.entering import (
    Fen,
    FundBatchView,
    Head,
    Memo,
    Payee,
    batch_of,
    take_in,
)
from handlers.numbers import VoucherNumber
from handlers.route import Body, Context, route
from models.funds import batches
from models.funds.purses import standings
from rules.batches import Line, Standing, refuse_short
from rules.funds import FundKind, share_use
from rules.people import FUND_CLERKS
from rules.refusals.asking import Malformed, NotFound
from rules.refusals.books import VoucherUsed, YearShut
from rules.refusals.ledger import InsufficientFunds


class SplitUse(Body, frozen=True):
    """一笔支出总额，按面积分摊到一个单元或一幢楼的各户（R3.7）。

    `leave_owed` 表示分户账不足支付的部分列为尚欠。
    """

    total_fen: Annotated[Fen, Meta(title="总额", description="按面积分摊到各户")]
    custody_id: UUID
    effective_on: date
    voucher: VoucherNumber
    scope_id: Annotated[UUID | None, Meta(description="与楼栋标识二选一")] = None
    building_id: Annotated[UUID | None, Meta(description="与楼栋或单元标识二选一")] = None
    payee: Payee = ""
    memo: Memo = ""
    leave_owed: bool = False


@route(
    "POST",
    "/fund-batches/split",
    who=FUND_CLERKS,
    refuses=(NotFound, InsufficientFunds, VoucherUsed, YearShut),
)
async def enter_split_use(ctx: Context, body: SplitUse) -> FundBatchView:
    """按面积将一笔使用分摊到楼栋或单元的各户；余额不足的户列出差额，须选择列为欠缴方可录入。R3.7。"""
    areas = await _areas(body)
    found = await standings(areas)
    if not body.leave_owed:
        _refuse_owing(body.total_fen, areas, found)
    free = {home_id: one.purse.free_fen for home_id, one in found.items()}
    voucher = body.voucher.strip()
    lines = [
        Line(nth, share.home_id, share.paid_fen, voucher, share.owed_fen)
        for nth, share in enumerate(share_use(body.total_fen, areas, free), start=1)
    ]
    head = Head(
        FundKind.USE,
        body.custody_id,
        body.effective_on,
        body.payee.strip(),
        body.memo.strip(),
    )
    return await batch_of(await take_in(ctx, head, lines))


def _refuse_owing(
    total_fen: int, areas: Mapping[UUID, int], found: Mapping[UUID, Standing]
) -> None:
    """InsufficientFunds naming every home whose part is more than it has."""
    wanted = share_use(total_fen, areas, dict.fromkeys(areas, total_fen))
    refuse_short({share.home_id: share.paid_fen for share in wanted}, found)


async def _areas(body: SplitUse) -> dict[UUID, int]:
    """The homes that count, each with its area in cm2. Raises Malformed, NotFound."""
    if (body.scope_id is None) == (body.building_id is None):
        raise Malformed(errors=[{"pointer": "/scope_id", "detail": "请指明一个楼栋或单元"}])
    areas = await batches.areas(body.scope_id, body.building_id)
    if not areas:
        raise NotFound("没有该楼栋或单元，或其中没有计入面积的房屋")
    return areas
