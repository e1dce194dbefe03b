"""A scope's pooled account as those concerned may see it: balance, share, lines, holds."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.ledger.words import JOURNALS
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from handlers.steps import viewer
from models import ledger
from models.base import sql
from rules.ledger import JournalKind, available
from rules.money import split
from rules.people import CENTRE, LIMITED_STAFF, SCOPE_PARTIES
from rules.refusals.asking import Malformed, NotFound, NotYourScope

VIEWERS = CENTRE | SCOPE_PARTIES | LIMITED_STAFF


class HomeShare(Answer, frozen=True):
    """A home's notional share of the pooled balance by area; information, not property (R3.8)."""

    home_id: UUID
    room: str
    area_cm2: int
    area_source: str
    share_fen: int


class BalanceView(Answer, frozen=True):
    """A scope's pooled account: what it has, what cases hold of it, what is left. R3.4."""

    scope_id: UUID
    code: str
    name: str
    kind: Literal["building", "unit"]
    balance_fen: int
    held_fen: int
    available_fen: int
    area_cm2: int
    homes: list[HomeShare]
    share_note: str = "按专有部分面积折算，仅供参考，不计入分户账"


class ScopeLine(Answer, frozen=True):
    """One scope in a list, with its pooled account."""

    scope_id: UUID
    code: str
    name: str
    kind: Literal["building", "unit"]
    community: str
    balance_fen: int
    held_fen: int
    available_fen: int


class ScopeList(Answer, frozen=True):
    """The scopes the asker sees."""

    items: list[ScopeLine]
    next: str


class StatementLine(Answer, frozen=True):
    """One movement of the account: positive came in, negative went out."""

    line_id: str
    kind: str
    title: str
    amount_fen: int
    balance_after_fen: int
    effective_on: date
    recorded_at: datetime
    memo: str
    case_id: UUID | None
    case_number: str | None
    payee: str | None
    reverses: UUID | None


class StatementView(Answer, frozen=True):
    """A page of an account's movements, newest first."""

    items: list[StatementLine]
    next: str


class HoldLine(Answer, frozen=True):
    """A case that holds money of the account, or did."""

    case_id: UUID
    case_number: str | None
    plan_version: int
    state: Literal["open", "captured", "released"]
    amount_fen: int
    captured_fen: int
    held_at: datetime
    closed_at: datetime | None


class HoldList(Answer, frozen=True):
    """Which cases hold or spent money of the account, newest first."""

    items: list[HoldLine]
    next: str


class ScopeQuery(Page, frozen=True):
    """Narrow a list of scopes to those whose code or name contains a text."""

    q: Annotated[str, Meta(max_length=60)] = ""


class StatementQuery(Page, frozen=True):
    """A page of a statement, from one effective day to another, both included."""

    from_on: date | None = None
    to_on: date | None = None


class HoldQuery(Page, frozen=True):
    """Only holds in one state."""

    state: Literal["", "open", "captured", "released"] = ""


@route(
    "GET", "/scopes/{scope_id}/balance", who=VIEWERS, refuses=(NotFound, NotYourScope), etag=True
)
async def balance_of_scope(ctx: Context, scope_id: UUID) -> BalanceView:
    """统筹账户余额：余额、已冻结、可用，及本人房屋按面积折算的份额（仅供参考）。R3.4、R3.8。"""
    found = await ledger.scope_balance(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    if not found.sees:
        raise NotYourScope()
    shares = split(found.balance_fen, found.areas) if found.own else []
    return BalanceView(
        scope_id=found.scope_id,
        code=found.code,
        name=found.name,
        kind="unit" if found.kind == "unit" else "building",
        balance_fen=found.balance_fen,
        held_fen=found.held_fen,
        available_fen=available(found.balance_fen, found.held_fen),
        area_cm2=sum(found.areas),
        homes=[
            HomeShare(
                home_id=home.id,
                room=home.room,
                area_cm2=home.area_cm2,
                area_source=home.area_source,
                share_fen=shares[home.place],
            )
            for home in found.own
        ],
    )


@route("GET", "/scopes", who=VIEWERS)
async def list_scopes(ctx: Context, query: ScopeQuery) -> ScopeList:
    """本人可查看的楼栋、单元及其统筹账户余额。R12.1。"""
    rows = await ledger.scopes_seen(viewer(ctx), query.q, query.after, query.limit + 1)
    items = [
        ScopeLine(
            scope_id=row["id"],
            code=row["code"],
            name=row["name"],
            kind="unit" if row["kind"] == "unit" else "building",
            community=row["community"],
            balance_fen=row["balance_fen"],
            held_fen=row["held_fen"],
            available_fen=available(row["balance_fen"], row["held_fen"]),
        )
        for row in rows[: query.limit]
    ]
    return ScopeList(items=items, next=items[-1].code if len(rows) > query.limit else "")


@route(
    "GET",
    "/scopes/{scope_id}/statement",
    who=VIEWERS,
    refuses=(NotFound, NotYourScope, Malformed),
)
async def statement_of_scope(ctx: Context, scope_id: UUID, query: StatementQuery) -> StatementView:
    """统筹账户收支明细，最新在前，每笔附当时余额与所属办件。R3.2。"""
    account_id = await _seen(ctx, scope_id)
    if account_id is None:
        return StatementView(items=[], next="")
    return await page_of(account_id, query)


async def page_of(account_id: UUID, query: StatementQuery) -> StatementView:
    """A page of an account's statement as it is shown."""
    page = await ledger.statement(
        account_id, query.after or None, query.limit, query.from_on, query.to_on
    )
    return StatementView(items=[shown(line) for line in page.lines], next=page.next_cursor or "")


def shown(line: ledger.Line) -> StatementLine:
    """A line as people read it."""
    return StatementLine(
        line_id=str(line.position),
        kind=line.kind,
        title=JOURNALS[JournalKind(line.kind)],
        amount_fen=line.amount_fen,
        balance_after_fen=line.balance_after_fen,
        effective_on=line.effective_on,
        recorded_at=at(line.recorded_at),
        memo=line.memo,
        case_id=line.case_id,
        case_number=line.case_number,
        payee=line.payee_name,
        reverses=line.reverses,
    )


@route("GET", "/scopes/{scope_id}/holds", who=VIEWERS, refuses=(NotFound, NotYourScope, Malformed))
async def holds_of_scope(ctx: Context, scope_id: UUID, query: HoldQuery) -> HoldList:
    """哪些办件冻结或支用了统筹账户的资金。R3.4。"""
    account_id = await _seen(ctx, scope_id)
    if account_id is None:
        return HoldList(items=[], next="")
    found = await ledger.holds_on(account_id, query.state, query.limit + 1, _place(query.after))
    numbers = await _numbers([hold.case_id for hold in found])
    items = [_hold(hold, numbers.get(hold.case_id)) for hold in found[: query.limit]]
    more = len(found) > query.limit
    return HoldList(items=items, next=_cursor(found[query.limit - 1]) if more else "")


def _hold(hold: ledger.Hold, number: str | None) -> HoldLine:
    state: Literal["open", "captured", "released"] = "open"
    if hold.state != "open":
        state = "captured" if hold.state == "captured" else "released"
    return HoldLine(
        case_id=hold.case_id,
        case_number=number,
        plan_version=hold.plan_version,
        state=state,
        amount_fen=hold.amount_fen,
        captured_fen=hold.captured_fen,
        held_at=at(hold.held_at),
        closed_at=maybe(hold.closed_at),
    )


def _cursor(hold: ledger.Hold) -> str:
    return f"{hold.held_at.isoformat()}~{hold.id}"


def _place(cursor: str) -> tuple[datetime, UUID] | None:
    if not cursor:
        return None
    moment, _, key = cursor.partition("~")
    try:
        place = datetime.fromisoformat(moment), UUID(key)
    except ValueError as error:
        raise Malformed("翻页位置无效") from error
    if place[0].tzinfo is None:
        raise Malformed("翻页位置无效")
    return place


async def _numbers(case_ids: list[UUID]) -> dict[UUID, str]:
    rows = await sql('SELECT id, number FROM "case" WHERE id = ANY($1::uuid[])', case_ids)
    return {row["id"]: row["number"] for row in rows}


async def _seen(ctx: Context, scope_id: UUID) -> UUID | None:
    """The account of a scope the asker sees, if it was opened. NotFound, NotYourScope."""
    found = await ledger.account_seen(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    sees, account_id = found
    if not sees:
        raise NotYourScope()
    return account_id
