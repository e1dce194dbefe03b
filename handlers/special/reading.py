"""Special accounts as those concerned see them: balance, deposits, years paid, movements."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.ledger.balances import StatementLine, StatementQuery, lines_of
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.special.sight import VIEWERS, Use, seen, tail, use_of
from handlers.steps import viewer
from models import special
from rules.cases import State
from rules.days import beijing_date
from rules.flows import state_title
from rules.flows.money import Purse
from rules.people import CENTRE
from rules.refusals.asking import NotFound

Kind = Literal["scope", "independent"]


class SpecialLine(Answer, frozen=True):
    """A special account in a list; whole fen."""

    id: UUID
    number: str
    kind: Kind
    holder: str
    scope_id: UUID
    scope_name: str
    community_name: str
    balance_fen: int
    held_fen: int
    available_fen: int
    opened_at: datetime
    closed_at: datetime | None


class SpecialQuery(Page, frozen=True):
    """Of a kind, or whose number, holder or place contains a text."""

    kind: Literal["", "scope", "independent"] = ""
    q: Annotated[str, Meta(max_length=60)] = ""


class SpecialLift(Answer, frozen=True):
    """An elevator of the account; the premium of its last plan in fen."""

    id: UUID
    code: str
    name: str
    condemned: bool
    premium_fen: int


class SpecialCase(Answer, frozen=True):
    """A year paid, or to be paid, from the account."""

    case_id: UUID
    number: str
    state: str
    state_title: str
    premium_fen: int
    held: bool
    paid_fen: int
    from_on: date | None = None
    to_on: date | None = None


class HomeDeposit(Answer, frozen=True):
    """What was paid in and confirmed for a home; without one: the sole owner's deposit."""

    home_id: UUID | None
    unit: str
    room: str
    amount_fen: int


class SpecialView(SpecialLine, frozen=True):
    """One account. `years_paid` of the `years` paid in at once are paid or held; `refundable_fen`
    may go back now, which is nothing while no elevator is scrapped. Owners see their own homes'
    deposits, the Centre all."""

    refund_bank: str
    refund_account: str
    years: int
    years_paid: int
    refundable_fen: int
    elevators: list[SpecialLift]
    cases: list[SpecialCase]
    deposits: list[HomeDeposit]


@listing("/special-accounts", who=VIEWERS, export="电梯保险专户")
async def list_special(ctx: Context, query: SpecialQuery) -> Listed[SpecialLine]:
    """电梯保险专户：住保中心见全部，业主见本楼栋（单元）的，独立产权人见自己的。二(三)2，四(四)。"""
    return await page(special.ACCOUNTS, query, SpecialLine, leading=viewer(ctx).params())


@route("GET", "/special-accounts/{account_id}", who=VIEWERS, refuses=(NotFound,))
async def special_account(ctx: Context, account_id: UUID) -> SpecialView:
    """电梯保险专户详情：余额、已预留、各户缴存、已付年度和可退金额。二(三)，四(四)，R3.4。"""
    row = await seen(ctx, account_id)
    use = await use_of(account_id, row["kind"])
    everything, today = bool(ctx.who.roles & CENTRE), beijing_date(ctx.now)
    return view_of(
        SpecialView,
        row,
        refund_account=tail(ctx, row["refund_cipher"]),
        years=use.years if row["kind"] == Purse.SOLE else 1,
        years_paid=use.taken,
        refundable_fen=use.refundable(row["available_fen"]),
        elevators=_lifts(use),
        cases=[_case(one_) for one_ in use.cases],
        deposits=await special.deposits(account_id, everything, ctx.who.id, today),
    )


def _lifts(use: Use) -> list[SpecialLift]:
    return [
        SpecialLift(
            id=lift.id,
            code=lift.code,
            name=lift.name,
            condemned=lift.condemned,
            premium_fen=lift.premium_fen,
        )
        for lift in use.lifts
    ]


def _case(row: dict[str, Any]) -> SpecialCase:
    return SpecialCase(
        case_id=row["id"],
        number=row["number"],
        state=row["state"],
        state_title=state_title(row["flow"], State(row["state"])),
        premium_fen=row["premium_fen"] or 0,
        held=row["holds"],
        paid_fen=row["paid_fen"],
        from_on=date.fromisoformat(row["from_on"]) if row["from_on"] else None,
        to_on=date.fromisoformat(row["to_on"]) if row["to_on"] else None,
    )


@listing("/special-accounts/{account_id}/statement", who=VIEWERS, refuses=(NotFound,))
async def special_statement(
    ctx: Context, account_id: UUID, query: StatementQuery
) -> Listed[StatementLine]:
    """电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件。R3.2。"""
    row = await seen(ctx, account_id)
    return await lines_of(row["account_id"], query)
