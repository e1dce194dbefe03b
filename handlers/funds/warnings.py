"""Homes whose fund is below the line at which it must be topped up. fund.topup, section 6.

Judged whenever a batch is posted, and once a day of every home (`passing`), for interest, imports
and a changed parameter move balances and lines too. The balance is principal and interest.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from handlers.funds.purses import lock_homes
from handlers.funds.views import PLACE, PLACE_FROM
from handlers.route import Answer, Context, Page, Query, route
from handlers.shown import at
from models.base import sql
from models.parameters import current_parameters
from papers.blob import Blob
from papers.sheets.writing import XLSX, xlsx
from rules.events.books import FundRestored, FundRunsLow
from rules.funds import is_low, missing_fen
from rules.money import yuan
from rules.people import DESK_READERS

EXPORT_MAX = 20_000

_JUDGED = f"""
SELECT h.id, coalesce(h.first_deposit_fen, 0) AS first_fen, {PLACE} AS place,
       coalesce(f.balance_fen, 0) + coalesce(i.balance_fen, 0) AS balance_fen,
       EXISTS (SELECT 1 FROM fund_warning w WHERE w.home_id = h.id AND w.ended_at IS NULL) AS warned
  FROM {PLACE_FROM}
  LEFT JOIN ledger_account f ON f.code = 'household_fund:' || h.id::text
  LEFT JOIN ledger_account i ON i.code = 'household_interest:' || h.id::text
 WHERE h.id = ANY($1::uuid[]) AND (h.first_deposit_fen > 0 OR EXISTS (
       SELECT 1 FROM fund_warning w WHERE w.home_id = h.id AND w.ended_at IS NULL))
 ORDER BY h.id
"""


async def judge_homes(ctx: Context, home_ids: Sequence[UUID]) -> None:
    """Warnings stand for exactly those of the homes that are below their line now, each opened or
    ended once and told. Locks the homes: after the accounts' change, before its commit."""
    await lock_homes(home_ids)
    percent = (await current_parameters()).fund_topup
    low, restored = [], []
    for row in await sql(_JUDGED, list(home_ids)):
        below = is_low(row["balance_fen"], row["first_fen"], percent)
        if below and not row["warned"]:
            low.append(row)
        elif row["warned"] and not below:
            restored.append(row)
    if low:
        await _open(ctx, low, percent)
    if restored:
        await _end(ctx, restored)


async def _open(ctx: Context, rows: Sequence[dict[str, Any]], percent: int) -> None:
    await sql(
        "INSERT INTO fund_warning (id, home_id, balance_fen, first_fen, line_percent, since_at)"
        " SELECT gen_random_uuid(), l.*, $4, $5"
        " FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS l",
        [row["id"] for row in rows],
        [row["balance_fen"] for row in rows],
        [row["first_fen"] for row in rows],
        percent,
        ctx.now,
    )
    for row in rows:
        data = {
            "place": row["place"],
            "balance_fen": row["balance_fen"],
            "first_fen": row["first_fen"],
            "percent": percent,
            "missing_fen": missing_fen(row["balance_fen"], row["first_fen"], percent),
        }
        ctx.record(FundRunsLow(subject_id=str(row["id"]), at=ctx.now, data=data))


async def _end(ctx: Context, rows: Sequence[dict[str, Any]]) -> None:
    await sql(
        "UPDATE fund_warning SET ended_at = $2 WHERE home_id = ANY($1::uuid[])"
        " AND ended_at IS NULL",
        [row["id"] for row in rows],
        ctx.now,
    )
    for row in rows:
        data = {"place": row["place"], "balance_fen": row["balance_fen"]}
        ctx.record(FundRestored(subject_id=str(row["id"]), at=ctx.now, data=data))


class WarningView(Answer, frozen=True):
    """A home below its line: what it has, the line, and what would reach it."""

    home_id: UUID
    home: str
    place: str
    first_fen: int
    balance_fen: int
    line_percent: int
    missing_fen: int
    since_at: datetime


class WarningList(Answer, frozen=True):
    """Homes that must top up, by code."""

    items: list[WarningView]
    next: str


class UnpaidView(Answer, frozen=True):
    """A home that never paid a first deposit."""

    home_id: UUID
    home: str
    place: str
    area_cm2: int


class UnpaidList(Answer, frozen=True):
    """Homes that never paid in, by code."""

    items: list[UnpaidView]
    next: str


class HomeQuery(Page, frozen=True):
    """Narrow to a community, or to a building or unit with a pooled account."""

    community_id: UUID | None = None
    scope_id: UUID | None = None


class HomeFilter(Query, frozen=True):
    """Narrow to a community, or to a building or unit with a pooled account."""

    community_id: UUID | None = None
    scope_id: UUID | None = None


_WHERE = (
    " AND ($1::uuid IS NULL OR m.id = $1) AND ($2::uuid IS NULL OR u.scope_id = $2)"
    " AND h.code > $3 ORDER BY h.code LIMIT $4"
)
_LOW = f"""
SELECT h.id AS home_id, h.code AS home, {PLACE} AS place, w.first_fen, w.line_percent, w.since_at,
       coalesce(f.balance_fen, 0) + coalesce(i.balance_fen, 0) AS balance_fen
  FROM fund_warning w JOIN {PLACE_FROM} ON h.id = w.home_id
  LEFT JOIN ledger_account f ON f.code = 'household_fund:' || h.id::text
  LEFT JOIN ledger_account i ON i.code = 'household_interest:' || h.id::text
 WHERE w.ended_at IS NULL {_WHERE}
"""
_UNPAID = f"""
SELECT h.id AS home_id, h.code AS home, {PLACE} AS place, h.area_cm2
  FROM {PLACE_FROM} WHERE coalesce(h.first_deposit_fen, 0) = 0 {_WHERE}
"""


async def _low(query: HomeQuery | HomeFilter, after: str, limit: int) -> list[WarningView]:
    rows = await sql(_LOW, query.community_id, query.scope_id, after, limit)
    return [
        WarningView(
            **row | {"since_at": at(row["since_at"])},
            missing_fen=missing_fen(row["balance_fen"], row["first_fen"], row["line_percent"]),
        )
        for row in rows
    ]


async def _unpaid(query: HomeQuery | HomeFilter, after: str, limit: int) -> list[UnpaidView]:
    rows = await sql(_UNPAID, query.community_id, query.scope_id, after, limit)
    return [UnpaidView(**row) for row in rows]


@route("GET", "/fund-warnings", who=DESK_READERS)
async def list_warnings(ctx: Context, query: HomeQuery) -> WarningList:
    """续筹提醒：余额低于续筹线（默认为首期的三成）的户，按房屋编号；可按小区、楼栋或单元筛选。第6节。"""
    found = await _low(query, query.after, query.limit + 1)
    items = found[: query.limit]
    return WarningList(items=items, next=items[-1].home if len(found) > query.limit else "")


@route("GET", "/fund-warnings.xlsx", who=DESK_READERS, blob=(XLSX,), limit="upload")
async def warnings_file(ctx: Context, query: HomeFilter) -> Blob:
    """导出续筹提醒名单（表格中没有公式）。"""
    titles = ("房屋编号", "位置", "首期（元）", "余额（元）", "续筹线（%）", "至少应续（元）", "自")
    rows = [
        (
            one.home,
            one.place,
            yuan(one.first_fen),
            yuan(one.balance_fen),
            one.line_percent,
            yuan(one.missing_fen),
            one.since_at,
        )
        for one in await _low(query, "", EXPORT_MAX)
    ]
    return await asyncio.to_thread(xlsx, "续筹提醒.xlsx", "续筹提醒", titles, rows)


@route("GET", "/unpaid-homes", who=DESK_READERS)
async def list_unpaid(ctx: Context, query: HomeQuery) -> UnpaidList:
    """未交存首期维修资金的户，按房屋编号；可按小区、楼栋或单元筛选。"""
    found = await _unpaid(query, query.after, query.limit + 1)
    items = found[: query.limit]
    return UnpaidList(items=items, next=items[-1].home if len(found) > query.limit else "")


@route("GET", "/unpaid-homes.xlsx", who=DESK_READERS, blob=(XLSX,), limit="upload")
async def unpaid_file(ctx: Context, query: HomeFilter) -> Blob:
    """导出未交存首期的名单（表格中没有公式）。"""
    rows = [
        (one.home, one.place, f"{one.area_cm2 // 10_000}.{one.area_cm2 % 10_000 // 100:02d}")
        for one in await _unpaid(query, "", EXPORT_MAX)
    ]
    titles = ("房屋编号", "位置", "面积（平方米）")
    return await asyncio.to_thread(xlsx, "未交存.xlsx", "未交存", titles, rows)
