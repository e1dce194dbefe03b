"""Pooled accounts, registrations, payouts and the programme in figures, for anybody. R12.1.

Every sum is read from the ledger; what concerns fewer owners than `publish.min_group` is
withheld (R12.2), but counted in the totals, and never exactly one account. Counting the owners of
every scope of the city takes a second, so what is withheld is kept for a minute; the scope that is
asked for is always counted anew: one that has just lost its owners is withheld at once, and within
a minute the one that hides it.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.disclosure.notices import listed
from handlers.disclosure.views import NoticeQuery, PublicNoticeRow
from handlers.lists import Listed, cut, listing, page, view_of
from handlers.route import Answer, Context, Page, World, route
from handlers.shown import at
from models import disclosure
from models.disclosure import reported_withheld
from models.ledger.reading import LINES
from models.listing import rows_of
from models.parameters import current_parameters
from rules.days import beijing_date
from rules.people import Role
from rules.publishing import Part, Suppression, suppress
from rules.refusals.asking import Malformed, NotFound
from rules.roll import ScopeKind

JOURNALS = {
    "opening_income": "以前年度未分配增值收益转入",
    "income": "增值收益计入",
    "pooled_payout": "拨付电梯维修保险保费",
    "reversal": "更正（冲销）",
}


SECONDS = 60
# Processes serve one world; tests a few, one after the other.
MOST = 4


@dataclass(frozen=True)
class _Kept:
    world: World
    now: datetime
    tick: float
    few: int
    found: Suppression


_kept: list[_Kept] = []


async def withheld(ctx: Context) -> tuple[Suppression, int]:
    """What is withheld, and below how many owners (`publish.min_group`); at most a minute old."""
    few = (await current_parameters()).publish_min_group
    tick = time.monotonic()
    for kept in _kept:
        young = tick - kept.tick < SECONDS and abs(ctx.now - kept.now) < timedelta(seconds=SECONDS)
        if kept.world is ctx.world and kept.few == few and young:
            return kept.found, few
    found = suppress(await _parts(beijing_date(ctx.now)), few)
    _kept[:] = [kept for kept in _kept if kept.world is not ctx.world][-MOST:]
    _kept.append(_Kept(ctx.world, ctx.now, tick, few, found))
    return found, few


def forget() -> None:
    """A report was published: what it withholds is withheld here from now on."""
    _kept.clear()


async def _parts(on: date) -> list[Part]:
    reported = await reported_withheld()
    return [Part(**row, kept=row["id"] in reported) for row in await disclosure.parts(on)]


class PublicAccountQuery(Page, frozen=True):
    """`q` a part of the place; `after` a cursor from the answer before."""

    q: Annotated[str, Meta(max_length=60, description="楼栋或单元名称的一部分")] = ""


class PublicAccountRow(Answer, frozen=True):
    """一个统筹账户；共有的业主过少时金额为空（R12.2）。"""

    scope_id: UUID
    name: str
    kind: Annotated[ScopeKind, Meta(title="记账单位")]
    withheld: bool
    balance_fen: Annotated[int | None, Meta(description="不公开的为空")]
    held_fen: Annotated[int | None, Meta(description="不公开的为空")]
    available_fen: Annotated[int | None, Meta(description="不公开的为空")]


class PublicAccountList(Answer, frozen=True):
    """各统筹账户，按编号排列；合计是全部账户的，不只本页。

    只有一个账户不公布金额时，合计也为空，以免由合计推算（R12.2）。
    """

    items: list[PublicAccountRow]
    total_balance_fen: int | None
    total_held_fen: int | None
    as_of: datetime
    next: str = ""


class BalanceSource(Answer, frozen=True):
    """余额的一项来源，负数为去向，单位：分。"""

    words: str
    amount_fen: int


class PublicMovement(Answer, frozen=True):
    """统筹账户的一笔收支：银行日期、用途、金额和其后余额，单位：分。"""

    effective_on: date
    words: str
    amount_fen: int
    balance_after_fen: int
    case_number: Annotated[str, Meta(description="与办件无关的为空")] = ""


class PublicAccount(Answer, frozen=True):
    """一个统筹账户的公开信息：余额、资金来源、收支明细（最新在前）和相关公示。"""

    account: PublicAccountRow
    sources: list[BalanceSource]
    movements: list[PublicMovement]
    notices: list[PublicNoticeRow]
    as_of: datetime
    next: str = ""


@route("GET", "/public/scopes", who=Role.PUBLIC, refuses=(Malformed,), limit="public")
async def list_public_scopes(ctx: Context, query: PublicAccountQuery) -> PublicAccountList:
    """各楼栋单元统筹账户余额，无需登录。R12.1。"""
    found = await cut(disclosure.ACCOUNTS, query, shown=True, today=beijing_date(ctx.now))
    hidden, few = await withheld(ctx)
    totals = await _totals(hidden)
    return PublicAccountList(
        items=[_account(row, hidden, few) for row in found.rows],
        total_balance_fen=totals["balance_fen"],
        total_held_fen=totals["held_fen"],
        as_of=at(ctx.now),
        next=found.next,
    )


async def _totals(hidden: Suppression) -> dict[str, int | None]:
    totals = await disclosure.totals()
    return {name: None if hidden.total else fen for name, fen in totals.items()}


def _hides(row: dict[str, Any], hidden: Suppression, few: int) -> bool:
    return row["scope_id"] in hidden.parts or row["owners"] < few


def _account(row: dict[str, Any], hidden: Suppression, few: int) -> PublicAccountRow:
    if _hides(row, hidden, few):
        return view_of(
            PublicAccountRow,
            row,
            withheld=True,
            balance_fen=None,
            held_fen=None,
            available_fen=None,
        )
    available = row["balance_fen"] - row["held_fen"]
    return view_of(PublicAccountRow, row, withheld=False, available_fen=available)


async def _row(ctx: Context, scope_id: UUID) -> dict[str, Any] | None:
    given = {"scope_id": scope_id, "today": beijing_date(ctx.now)}
    rows = await rows_of(disclosure.ACCOUNTS, given, limit=1)
    return rows[0] if rows else None


@route(
    "GET",
    "/public/scopes/{scope_id}",
    who=Role.PUBLIC,
    refuses=(NotFound, Malformed),
    limit="public",
)
async def get_public_scope(ctx: Context, scope_id: UUID, query: Page) -> PublicAccount:
    """一个统筹账户的余额、资金来源、收支明细和相关公示，无需登录。R4.7、R12.1。"""
    row = await _row(ctx, scope_id)
    if row is None:
        raise NotFound("没有找到该账户")
    account = _account(row, *await withheld(ctx))
    notices = await listed(NoticeQuery(limit=20), scope_id)
    sources: list[BalanceSource] = []
    movements: list[PublicMovement] = []
    following = ""
    if not account.withheld:
        sources = await _sources(row["account_id"])
        query = msgspec.structs.replace(query, limit=min(query.limit, 100))
        lines = await cut(LINES, query, account_id=row["account_id"])
        movements, following = [_movement(line) for line in lines.rows], lines.next
    return PublicAccount(
        account=account,
        sources=sources,
        movements=movements,
        notices=notices.items,
        as_of=at(ctx.now),
        next=following,
    )


async def origins(ctx: Context, scope_id: UUID) -> tuple[int | None, list[BalanceSource]]:
    """The account's balance and where it came from; None and nothing where it is withheld."""
    row = await _row(ctx, scope_id)
    if row is None or _hides(row, *await withheld(ctx)):
        return None, []
    return row["balance_fen"], await _sources(row["account_id"])


async def _sources(account_id: UUID) -> list[BalanceSource]:
    return [
        BalanceSource(
            words=f"{row['year']}年 {JOURNALS.get(row['kind'], row['kind'])}",
            amount_fen=row["amount_fen"],
        )
        for row in await disclosure.sources(account_id)
    ]


def _movement(line: Mapping[str, Any]) -> PublicMovement:
    words = JOURNALS.get(line["kind"], line["kind"])
    return view_of(PublicMovement, line, words=words, case_number=line["case_number"] or "")


class PublicRegistration(Answer, frozen=True):
    """一个已登记备案的办件；保费单位：分。"""

    number: Annotated[str, Meta(title="备案号")]
    case_number: str
    registered_at: datetime
    place: str
    insurer: str
    elevators: Annotated[int, Meta(title="电梯台数")]
    premium_fen: int
    notice_token: str


@listing("/public/registrations", who=Role.PUBLIC, limit="public")
async def list_public_registrations(ctx: Context, query: Page) -> Listed[PublicRegistration]:
    """已登记备案的办件，由新到旧，无需登录。R12.1。"""
    return await page(disclosure.REGISTRATIONS, query, PublicRegistration)


class PublicPayout(Answer, frozen=True):
    """一笔已拨付的保费，单位：分；收款人只能是保险机构（R3.5）。"""

    paid_at: datetime
    case_number: str
    place: str
    insurer: str
    amount_fen: int
    notice_token: str


class PublicPayoutList(Answer, frozen=True):
    """已拨付的保费，最新在前；`total_fen` 是全部拨付的合计，取自账簿，单位：分。"""

    items: list[PublicPayout]
    total_fen: Annotated[int, Meta(description="全部拨付的，不只本页")]
    next: str = ""


@route("GET", "/public/payouts", who=Role.PUBLIC, refuses=(Malformed,), limit="public")
async def list_public_payouts(ctx: Context, query: Page) -> PublicPayoutList:
    """已拨付的保费，由新到旧，合计与账簿一致，无需登录。R12.1。"""
    found = await cut(disclosure.PAYOUTS, query)
    items = [view_of(PublicPayout, row) for row in found.rows]
    total_fen = await disclosure.paid_fen()
    return PublicPayoutList(items=items, total_fen=total_fen, next=found.next)


class PublicProgramme(Answer, frozen=True):
    """改革总体情况；金额单位：分，不公布的为空（R12.2）。"""

    running_notices: int
    registered_cases: int
    insured_elevators: int
    scopes: int
    balance_fen: int | None
    held_fen: int | None
    paid_fen: Annotated[int, Meta(title="已拨付")]
    as_of: datetime


@route("GET", "/public/programme", who=Role.PUBLIC, limit="public")
async def get_public_programme(ctx: Context) -> PublicProgramme:
    """改革总体情况，无需登录。R12.1。"""
    counts = await disclosure.programme(beijing_date(ctx.now))
    totals = await _totals((await withheld(ctx))[0])
    return PublicProgramme(
        **counts,
        balance_fen=totals["balance_fen"],
        held_fen=totals["held_fen"],
        paid_fen=await disclosure.paid_fen(),
        as_of=at(ctx.now),
    )
