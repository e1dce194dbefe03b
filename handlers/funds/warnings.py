"""Homes whose fund is below the line at which it must be topped up. fund.topup, section 6.

Judged whenever a batch is posted, and once a day of every home (`passing`), for interest, imports
and a changed parameter move balances and lines too. The balance is principal and interest.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page
from models.funds import homes, rounds
from models.parameters import current_parameters
from rules.events.books import FundRestored, FundRunsLow
from rules.funds import is_low, missing_fen
from rules.people import DESK_READERS


async def judge_homes(ctx: Context, home_ids: Sequence[UUID]) -> None:
    """Warnings stand for exactly those of the homes that are below their line now, each opened or
    ended once and told. Locks the homes: after the accounts' change, before its commit."""
    await homes.lock_homes(home_ids)
    percent = (await current_parameters()).fund_topup
    low, restored = [], []
    for row in await rounds.judged(home_ids):
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
    await rounds.open_warnings(rows, percent, ctx.now)
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
    await rounds.end_warnings(rows, ctx.now)
    for row in rows:
        data = {"place": row["place"], "balance_fen": row["balance_fen"]}
        ctx.record(FundRestored(subject_id=str(row["id"]), at=ctx.now, data=data))


class FundWarningView(Answer, frozen=True):
    """一户余额低于续筹线：余额、续筹线，以及补足所需的金额，单位：分。"""

    home_id: UUID
    home: str
    place: str
    first_deposit_fen: int
    balance_fen: int
    line_percent: int
    missing_fen: int
    since_at: Annotated[datetime, Meta(title="起始时间", description="从何时起低于续筹线")]


class UnpaidHome(Answer, frozen=True):
    """未交存首期维修资金的一户。"""

    home_id: UUID
    home: str
    place: str
    area_cm2: int


class HomeQuery(Page, frozen=True):
    """Narrow to a community, or to a building or unit with a pooled account."""

    community_id: UUID | None = None
    scope_id: UUID | None = None


def _low(row: dict[str, Any]) -> FundWarningView:
    missing = missing_fen(row["balance_fen"], row["first_deposit_fen"], row["line_percent"])
    return view_of(FundWarningView, row, missing_fen=missing)


@listing(
    "/fund-warnings",
    who=DESK_READERS,
    export="续筹提醒",
)
async def list_fund_warnings(ctx: Context, query: HomeQuery) -> Listed[FundWarningView]:
    """续筹提醒：余额低于续筹线（默认为首期的三成）的户，按房屋编号；可按小区、楼栋或单元筛选。第6节。"""
    return await page(homes.LOW, query, _low)


@listing(
    "/unpaid-homes",
    who=DESK_READERS,
    export="未交存首期",
)
async def list_unpaid_homes(ctx: Context, query: HomeQuery) -> Listed[UnpaidHome]:
    """未交存首期维修资金的户，按房屋编号；可按小区、楼栋或单元筛选。"""
    return await page(homes.UNPAID, query, UnpaidHome)
