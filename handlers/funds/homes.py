"""A home's fund as its owner and the Centre see it: level, movements, changes of hands. R3.2, R2.4.

An owner sees what was brought forward at the start of their own ownership, and every movement
since; what came before is the former owner's. The Centre sees everything.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from operator import itemgetter
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, UnsetType

from handlers.lists import cut, view_of
from handlers.pools import DRAWINGS, WORKBOOKS
from handlers.route import Answer, Context, Page, route
from models.funds import homes
from models.listing import every, rows_of
from models.parameters import current_parameters
from papers.blob import Blob
from papers.fund_statements import StatementPaper, render_statement
from papers.sheets.streams import XLSX, Column, xlsx_stream
from rules.days import beijing_date
from rules.funds import KINDS, FundKind, is_low, level_bps, line_fen, missing_fen
from rules.ledger import JournalKind
from rules.ledger_titles import JOURNALS
from rules.money import yuan
from rules.people import DESK_READERS, Role, mask_name
from rules.refusals.asking import Malformed, NotFound, NotYourScope
from rules.refusals.files import TooManyRows

PDF = "application/pdf"
PRINTED_MAX = 5_000
MOST_CHANGES = 50
VIEWERS = DESK_READERS | {Role.OWNER}


@dataclass(frozen=True)
class Seen:
    """A home as far as the asker may look back: from that day on, or all of it."""

    home: Mapping[str, Any]
    from_on: date | None


async def seen(ctx: Context, home_id: UUID) -> Seen:
    """The home, if the asker may see its fund. Raises NotFound, NotYourScope."""
    home = await homes.home_fund(home_id)
    if home is None:
        raise NotFound("没有该房屋")
    if ctx.who.roles & DESK_READERS:
        return Seen(home, None)
    today = beijing_date(ctx.now)
    spans = await homes.own_spans(ctx.id, home_id, today)
    if not spans or (spans[0]["to_on"] is not None and spans[0]["to_on"] <= today):
        raise NotYourScope()
    since: date = spans[0]["from_on"]
    for span in spans[1:]:
        # A share that changed without a day between is the same ownership.
        if span["to_on"] is not None and span["to_on"] < since:
            break
        since = span["from_on"]
    return Seen(home, since)


class HomeScopeChange(Answer, frozen=True):
    """房屋转让：当日开始时的余额随房过户。"""

    on: Annotated[date, Meta(title="过户日期")]
    from_names: list[str]
    to_names: list[str]
    balance_fen: Annotated[int, Meta(title="随转余额", description="当日之初的余额随房过户")]


class HomeFund(Answer, frozen=True):
    """一户的维修资金分户账，金额单位：分。`level_bps` 为余额占首期的万分比，`line_fen` 为续筹
    线，从未交存首期的两者为空；余额中的 `held_fen` 已为业主付费的办件预留（R3.4）。"""

    home_id: UUID
    home: str
    place: str
    area_cm2: int
    first_deposit_fen: int | None
    fund_fen: int
    interest_fen: int
    balance_fen: int
    held_fen: Annotated[int, Meta(description="业主出资的办件从中预留的，R3.4")]
    level_bps: int | None
    line_percent: int
    line_fen: int | None
    low: bool
    missing_fen: int
    seen_from_on: date | None
    changes: list[HomeScopeChange]


class FundMovement(Answer, frozen=True):
    """分户账本金或利息的一笔变动，以及其后的余额，单位：分。"""

    line_id: Annotated[UUID, Meta(title="明细标识")]
    on: Annotated[date, Meta(title="生效日期", description="银行办理的日期")]
    recorded_at: datetime
    account: Annotated[str, Meta(title="本金或利息")]
    kind_title: str
    memo: str
    amount_fen: int
    fund_fen: Annotated[int, Meta(title="本金余额")]
    interest_fen: Annotated[int, Meta(title="利息余额")]
    balance_fen: int


class FundStatement(Answer, frozen=True):
    """一页分户账明细，最新在前；`brought_fen` 为查看人可见的最早一笔之前的余额，单位：分。"""

    items: list[FundMovement]
    brought_fen: Annotated[int, Meta(title="承前余额", description="可查的最早一笔之前的余额")]
    next: str
    total: int | UnsetType


@route("GET", "/homes/{home_id}/fund", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def get_home_fund(ctx: Context, home_id: UUID) -> HomeFund:
    """维修资金分户账：首期、本金、利息、余额占首期的比例、续筹线、过户记录。第6节。"""
    found = await seen(ctx, home_id)
    home, percent = found.home, (await current_parameters()).fund_topup
    first, balance = home["first_deposit_fen"] or 0, home["fund_fen"] + home["interest_fen"]
    return HomeFund(
        home_id=home["id"],
        home=home["code"],
        place=home["place"],
        area_cm2=home["area_cm2"],
        first_deposit_fen=home["first_deposit_fen"],
        fund_fen=home["fund_fen"],
        interest_fen=home["interest_fen"],
        balance_fen=balance,
        held_fen=home["held_fen"],
        level_bps=level_bps(balance, first),
        line_percent=percent,
        line_fen=line_fen(first, percent) if first else None,
        low=is_low(balance, first, percent),
        missing_fen=missing_fen(balance, first, percent),
        seen_from_on=found.from_on,
        changes=await _changes(found, beijing_date(ctx.now)),
    )


async def _changes(found: Seen, today: date) -> list[HomeScopeChange]:
    """The days on which the home changed hands, as far back as the asker may look."""
    home_id = found.home["id"]
    spans = await homes.spans(home_id, today)
    days = sorted({span["from_on"] for span in spans})[1:]
    days = [day for day in days if found.from_on is None or day >= found.from_on][-MOST_CHANGES:]
    had = await homes.balances_before(home_id, days)
    changes = []
    for day in days:
        new = {span["name"] for span in spans if span["from_on"] == day}
        old = {span["name"] for span in spans if span["to_on"] == day}
        if new != old:
            left = sorted(mask_name(name) for name in old - new)
            came = sorted(mask_name(name) for name in new - old)
            changes.append(
                HomeScopeChange(on=day, from_names=left, to_names=came, balance_fen=had[day])
            )
    return changes


def movement(row: Mapping[str, Any]) -> FundMovement:
    """A movement as it is shown."""
    return view_of(
        FundMovement,
        row,
        account="本金" if row["account"] == "household_fund" else "利息",
        kind_title=KINDS[FundKind(row["batch_kind"])]
        if row["batch_kind"]
        else JOURNALS[JournalKind(row["kind"])],
    )


async def brought(found: Seen) -> int:
    """What the home had before the first day that the asker may see, in fen."""
    if found.from_on is None:
        return 0
    had = await homes.balances_before(found.home["id"], [found.from_on])
    return had[found.from_on]


def _scope(found: Seen) -> dict[str, Any]:
    return {"home_id": found.home["id"], "from_on": found.from_on}


@route(
    "GET",
    "/homes/{home_id}/fund/statement",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def list_home_fund_lines(ctx: Context, home_id: UUID, query: Page) -> FundStatement:
    """分户账明细：本金和利息按银行日期合并，最新在前，每笔附当时余额。R3.2。"""
    found = await seen(ctx, home_id)
    lines = await cut(homes.MOVEMENTS, query, **_scope(found))
    items = [movement(row) for row in lines.rows]
    return FundStatement(
        items=items, brought_fen=await brought(found), next=lines.next, total=lines.total
    )


_COLUMNS = ("银行日期", "类别", "账户", "金额（元）", "本金余额", "利息余额", "合计余额", "摘要")


def _texts(row: Mapping[str, Any]) -> tuple[str, ...]:
    one = movement(row)
    return (
        one.on.isoformat(),
        one.kind_title,
        one.account,
        yuan(one.amount_fen),
        yuan(one.fund_fen),
        yuan(one.interest_fen),
        yuan(one.balance_fen),
        one.memo,
    )


async def _table(found: Seen) -> AsyncIterator[list[tuple[str, ...]]]:
    """The movements, oldest first, as texts, behind what was brought forward."""
    yield [("", "承前余额", "", "", "", "", yuan(await brought(found)), "")]
    async for rows in every(homes.MOVEMENTS, _scope(found), "oldest"):
        yield [_texts(row) for row in rows]


@route(
    "GET",
    "/homes/{home_id}/fund/statement.xlsx",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope),
    blob=(XLSX,),
    limit="upload",
)
async def export_home_fund(ctx: Context, home_id: UUID) -> Blob:
    """导出分户账明细（表格中没有公式）。R3.9。"""
    found = await seen(ctx, home_id)
    columns = [Column(title, itemgetter(nth)) for nth, title in enumerate(_COLUMNS)]
    aside = partial(WORKBOOKS.go_on, ctx.who.key)
    parts = xlsx_stream("分户账", columns, _table(found), aside)
    return Blob(parts, XLSX, f"{found.home['code']}-分户账.xlsx")


@route(
    "GET",
    "/homes/{home_id}/fund/statement.pdf",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, TooManyRows),
    blob=(PDF,),
    limit="upload",
)
async def print_home_fund(ctx: Context, home_id: UUID) -> Blob:
    """可打印的分户账对账单（PDF）；明细过多的请导出表格。"""
    found = await seen(ctx, home_id)
    rows = await rows_of(homes.MOVEMENTS, _scope(found), limit=PRINTED_MAX + 1, sort="oldest")
    if len(rows) > PRINTED_MAX:
        raise TooManyRows(f"超过 {PRINTED_MAX} 笔，请导出表格")
    home, percent = found.home, (await current_parameters()).fund_topup
    paper = StatementPaper(
        place=home["place"],
        code=home["code"],
        issued_on=beijing_date(ctx.now),
        from_on=found.from_on,
        first_fen=home["first_deposit_fen"] or 0,
        fund_fen=home["fund_fen"],
        interest_fen=home["interest_fen"],
        percent=percent,
        brought_fen=await brought(found),
        rows=tuple(_texts(row) for row in rows),
    )
    content = await DRAWINGS.run(ctx.who.key, render_statement, paper)
    return Blob(content, PDF, f"{home['code']}-分户账.pdf")
