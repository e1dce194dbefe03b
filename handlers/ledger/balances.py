"""A scope's pooled account as those concerned may see it: balance, share, lines, holds."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.steps import viewer
from models import ledger
from models.ledger.holds import HOLDS
from models.ledger.reading import LINES
from models.ledger.scopes import SCOPES
from rules.ledger import JournalKind, available
from rules.ledger_titles import JOURNALS
from rules.money import split
from rules.people import CENTRE, LIMITED_STAFF, SCOPE_PARTIES
from rules.refusals.asking import NotFound, NotYourScope
from rules.roll import AreaSource, ScopeKind
from rules.words.word import titled

VIEWERS = CENTRE | SCOPE_PARTIES | LIMITED_STAFF


class ScopeHomeShare(Answer, frozen=True):
    """本户按面积折算的统筹余额份额，单位：分；仅供参考，不属个人财产（R3.8）。"""

    home_id: UUID
    room: str
    area_cm2: int
    area_source: AreaSource
    share_fen: Annotated[int, Meta(title="折算份额", description="仅供参考，不计入分户账，R3.8")]


class ScopeBalanceView(Answer, frozen=True):
    """一个统筹账户的余额、已被办件冻结和可用的金额，单位：分。R3.4。"""

    scope_id: UUID
    code: str
    name: str
    kind: Annotated[ScopeKind, Meta(title="记账单位")]
    balance_fen: int
    held_fen: int
    available_fen: int
    area_cm2: Annotated[int, Meta(title="总面积", description="计入的专有部分面积合计")]
    homes: Annotated[list[ScopeHomeShare], Meta(title="本人各户")]
    share_note: str = "按专有部分面积折算，仅供参考，不计入分户账"


class ScopeLine(Answer, frozen=True):
    """列表中的一个记账单位（楼栋或单元）及其统筹账户。"""

    scope_id: UUID
    code: str
    name: str
    kind: Annotated[ScopeKind, Meta(title="记账单位")]
    community: str
    balance_fen: int
    held_fen: int
    available_fen: int


class AccountStatementLine(Answer, frozen=True):
    """账户的一笔收支，正数为收入，负数为支出，单位：分；`reference` 指明由什么产生。"""

    line_id: Annotated[str, Meta(title="明细标识")]
    position: int
    kind: JournalKind
    kind_title: str
    amount_fen: Annotated[int, Meta(description="正为收入，负为支出")]
    balance_after_fen: int
    effective_on: date
    recorded_at: datetime
    memo: str
    reference: str
    case_id: UUID | None
    case_number: str | None
    payee: Annotated[str | None, Meta(description="不是支付的为空")]
    reverses: UUID | None


HOLD_TITLES = {"open": "预留中", "captured": "已支付", "released": "已释放"}
HoldState = Annotated[Literal["open", "captured", "released"], titled(HOLD_TITLES)]


class HoldLine(Answer, frozen=True):
    """冻结或支用本账户资金的一个办件；金额单位：分。"""

    case_id: UUID
    case_number: str | None
    plan_version: int
    state: HoldState
    amount_fen: Annotated[int, Meta(title="预留金额")]
    captured_fen: int
    held_at: datetime
    closed_at: Annotated[
        datetime | None,
        Meta(title="了结时间", description="支用或解除的时间；为空即仍在预留"),
    ]


class ScopeQuery(Page, frozen=True):
    """Narrow a list of scopes to those whose code or name contains a text, or of a community."""

    community_id: UUID | None = None
    q: Annotated[str, Meta(max_length=60)] = ""


class AccountStatementQuery(Page, frozen=True):
    """A page of a statement, from one effective day to another, both included."""

    from_on: date | None = None
    to_on: date | None = None


class HoldQuery(Page, frozen=True):
    """Only holds in one state."""

    state: HoldState | Literal[""] = ""


@route(
    "GET", "/scopes/{scope_id}/balance", who=VIEWERS, refuses=(NotFound, NotYourScope), etag=True
)
async def get_scope_balance(ctx: Context, scope_id: UUID) -> ScopeBalanceView:
    """统筹账户余额：余额、已冻结、可用，及本人房屋按面积折算的份额（仅供参考）。R3.4、R3.8。"""
    found = await ledger.scope_balance(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    if not found.sees:
        raise NotYourScope()
    shares = split(found.balance_fen, found.areas) if found.own else []
    return ScopeBalanceView(
        scope_id=found.scope_id,
        code=found.code,
        name=found.name,
        kind="unit" if found.kind == "unit" else "building",
        balance_fen=found.balance_fen,
        held_fen=found.held_fen,
        available_fen=available(found.balance_fen, found.held_fen),
        area_cm2=sum(found.areas),
        homes=[
            ScopeHomeShare(
                home_id=home.id,
                room=home.room,
                area_cm2=home.area_cm2,
                area_source=AreaSource(home.area_source),
                share_fen=shares[home.place],
            )
            for home in found.own
        ],
    )


@listing("/scopes", who=VIEWERS, export="统筹账户余额")
async def list_scopes(ctx: Context, query: ScopeQuery) -> Listed[ScopeLine]:
    """本人可查看的楼栋、单元及其统筹账户余额。R12.1。"""
    return await page(SCOPES, query, ScopeLine, leading=viewer(ctx).params())


@listing("/scopes/{scope_id}/statement", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def list_scope_lines(
    ctx: Context, scope_id: UUID, query: AccountStatementQuery
) -> Listed[AccountStatementLine]:
    """统筹账户收支明细，最新在前，每笔附当时余额与所属办件。R3.2。"""
    account_id = await _seen(ctx, scope_id)
    return await lines_of(account_id, query) if account_id else Listed(items=[])


async def lines_of(account_id: UUID, query: AccountStatementQuery) -> Listed[AccountStatementLine]:
    """A page of an account's statement as it is shown."""
    return await page(LINES, query, _line, account_id=account_id)


def _line(row: dict[str, Any]) -> AccountStatementLine:
    title = JOURNALS[JournalKind(row["kind"])]
    return view_of(AccountStatementLine, row, kind_title=title, payee=row["payee_name"])


@listing("/scopes/{scope_id}/holds", who=VIEWERS, refuses=(NotFound, NotYourScope))
async def list_scope_holds(ctx: Context, scope_id: UUID, query: HoldQuery) -> Listed[HoldLine]:
    """哪些办件冻结或支用了统筹账户的资金。R3.4。"""
    account_id = await _seen(ctx, scope_id)
    if account_id is None:
        return Listed(items=[])
    return await page(HOLDS, query, HoldLine, account_id=account_id)


async def _seen(ctx: Context, scope_id: UUID) -> UUID | None:
    """The account of a scope the asker sees, if it was opened. NotFound, NotYourScope."""
    found = await ledger.account_seen(scope_id, viewer(ctx))
    if found is None:
        raise NotFound("没有该楼栋或单元")
    sees, account_id = found
    if not sees:
        raise NotYourScope()
    return account_id
