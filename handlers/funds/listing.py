"""Batches of household money as the Centre looks them up and takes them away. R3.9."""

import asyncio
from uuid import UUID

from handlers.funds.entering import batch_of
from handlers.funds.views import (
    BATCH,
    PLACE,
    PLACE_FROM,
    BatchLine,
    BatchLineList,
    BatchList,
    BatchQuery,
    BatchView,
    LineQuery,
    batch_view,
)
from handlers.paging import cut, place
from handlers.route import Context, route
from models.base import sql
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.funds import LINES_MAX
from rules.money import yuan
from rules.people import DESK_READERS
from rules.refusals.asking import Malformed, NotFound


@route("GET", "/fund-batches", who=DESK_READERS, refuses=(Malformed,))
async def list_funds(ctx: Context, query: BatchQuery) -> BatchList:
    """维修资金收支批次一览，最新在前；可按类别、状态、房屋、银行日期筛选。R3.2。"""
    moment, row_id = place(query.after)
    rows = await sql(
        f"{BATCH} WHERE (b.entered_at, b.id) < ($1, $2) AND ($3::text IS NULL OR b.kind = $3)"
        " AND ($4 = '' OR b.state = $4) AND ($5::uuid IS NULL OR EXISTS ("
        "   SELECT 1 FROM fund_line x WHERE x.batch_id = b.id AND x.home_id = $5))"
        " AND ($6::date IS NULL OR b.effective_on >= $6)"
        " AND ($7::date IS NULL OR b.effective_on <= $7)"
        " ORDER BY b.entered_at DESC, b.id DESC LIMIT $8",
        moment,
        row_id,
        query.kind,
        query.state,
        query.home_id,
        query.from_on,
        query.to_on,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "entered_at")
    return BatchList(items=[batch_view(row) for row in page], next=following)


@route("GET", "/fund-batches/{batch_id}", who=DESK_READERS, refuses=(NotFound,))
async def get_funds(ctx: Context, batch_id: UUID) -> BatchView:
    """一批维修资金收支。R3.2。"""
    return await batch_of(batch_id)


_LINES = f"""
SELECT h.id AS home_id, h.code AS home, {PLACE} AS place, l.amount_fen, l.owed_fen, l.voucher
  FROM fund_line l JOIN {PLACE_FROM} ON h.id = l.home_id
 WHERE l.batch_id = $1 AND h.code > $2 AND (NOT $3::bool OR l.owed_fen > 0)
 ORDER BY h.code LIMIT $4
"""


@route("GET", "/fund-batches/{batch_id}/lines", who=DESK_READERS, refuses=(NotFound,))
async def lines_of_funds(ctx: Context, batch_id: UUID, query: LineQuery) -> BatchLineList:
    """一批中的各户；可只看余额不足、尚欠差额的户。R3.7。"""
    await batch_of(batch_id)
    rows = await sql(_LINES, batch_id, query.after, query.owing, query.limit + 1)
    items = [BatchLine(**row) for row in rows[: query.limit]]
    return BatchLineList(items=items, next=items[-1].home if len(rows) > query.limit else "")


_COLUMNS = ("房屋编号", "位置", "金额（元）", "欠缴差额（元）", "凭证号")


@route(
    "GET",
    "/fund-batches/{batch_id}/lines.xlsx",
    who=DESK_READERS,
    refuses=(NotFound,),
    blob=(XLSX,),
    limit="upload",
)
async def funds_file(ctx: Context, batch_id: UUID) -> Blob:
    """导出一批维修资金收支（表格中没有公式）。R3.9。"""
    batch = await batch_of(batch_id)
    rows = await sql(_LINES, batch_id, "", False, LINES_MAX)
    table = [
        (
            row["home"],
            row["place"],
            yuan(row["amount_fen"]),
            yuan(row["owed_fen"]),
            row["voucher"],
        )
        for row in rows
    ]
    table.append(("合计", "", yuan(batch.total_fen), yuan(batch.owed_fen), ""))
    name = f"{batch.number}-{batch.kind_title}.xlsx"
    return await asyncio.to_thread(xlsx, name, batch.kind_title, _COLUMNS, table)
