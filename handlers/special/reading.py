"""Special accounts as those concerned see them: balance, deposits, years paid, movements."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.ledger.balances import StatementLine, StatementQuery, lines_of
from handlers.lists import Listed, listing
from handlers.paging import cut, place
from handlers.route import Answer, Context, Page, route
from handlers.shown import at, maybe
from handlers.special.sight import FROM, SEES, VIEWERS, Use, seen, tail, use_of
from handlers.steps import viewer
from models.base import sql
from rules.cases import State
from rules.days import beijing_date
from rules.flows import state_title
from rules.flows.money import Purse
from rules.people import CENTRE
from rules.refusals.asking import Malformed, NotFound

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


class SpecialList(Answer, frozen=True):
    """Special accounts, the newest first."""

    items: list[SpecialLine]
    next: str


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


@route("GET", "/special-accounts", who=VIEWERS, refuses=(Malformed,))
async def list_special(ctx: Context, query: SpecialQuery) -> SpecialList:
    """电梯保险专户：住保中心见全部，业主见本楼栋（单元）的，独立产权人见自己的。二(三)2，四(四)。"""
    before, row_id = place(query.after)
    rows = await sql(
        "SELECT a.id, a.number, a.kind, a.holder, a.scope_id, s.name AS scope_name,"
        " c.name AS community_name, l.balance_fen, l.held_fen, a.opened_at, a.closed_at"
        f" FROM {FROM} WHERE {SEES} AND (a.opened_at, a.id) < ($6, $7)"
        " AND ($8 = '' OR a.kind = $8) AND ($9 = '' OR strpos(a.number, $9) > 0"
        " OR strpos(a.holder, $9) > 0 OR strpos(s.name, $9) > 0)"
        " ORDER BY a.opened_at DESC, a.id DESC LIMIT $10",
        *viewer(ctx).params(),
        before,
        row_id,
        query.kind,
        query.q,
        query.limit + 1,
    )
    page, following = cut(rows, query.limit, "opened_at")
    return SpecialList(items=[SpecialLine(**_line(row)) for row in page], next=following)


_LINE = tuple(SpecialLine.__struct_fields__)


def _line(row: dict[str, Any]) -> dict[str, Any]:
    told = row | {
        "available_fen": row["balance_fen"] - row["held_fen"],
        "opened_at": at(row["opened_at"]),
        "closed_at": maybe(row["closed_at"]),
    }
    return {name: told[name] for name in _LINE}


@route("GET", "/special-accounts/{account_id}", who=VIEWERS, refuses=(NotFound,))
async def special_account(ctx: Context, account_id: UUID) -> SpecialView:
    """电梯保险专户详情：余额、已预留、各户缴存、已付年度和可退金额。二(三)，四(四)，R3.4。"""
    row = await seen(ctx, account_id)
    use = await use_of(account_id, row["kind"])
    available = row["balance_fen"] - row["held_fen"]
    return SpecialView(
        **_line(row),
        refund_bank=row["refund_bank"],
        refund_account=tail(ctx, row["refund_cipher"]),
        years=use.years if row["kind"] == Purse.SOLE else 1,
        years_paid=use.taken,
        refundable_fen=use.refundable(available),
        elevators=_lifts(use),
        cases=[_case(one_) for one_ in use.cases],
        deposits=await _deposits(ctx, account_id),
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


async def _deposits(ctx: Context, account_id: UUID) -> list[HomeDeposit]:
    rows = await sql(
        "SELECT r.home_id, coalesce(u.name, '') AS unit, coalesce(h.room, '') AS room,"
        ' sum(r.amount_fen)::bigint AS amount_fen FROM case_receipt r JOIN "case" k'
        "   ON k.id = r.case_id LEFT JOIN home h ON h.id = r.home_id"
        "   LEFT JOIN unit u ON u.id = h.unit_id"
        " WHERE k.special_id = $1 AND r.state = 'posted' AND ($2 OR r.home_id IS NULL"
        "   OR r.home_id IN (SELECT home_id FROM own_homes($3, $4)))"
        " GROUP BY r.home_id, u.name, h.room, h.code"
        " ORDER BY h.code NULLS FIRST LIMIT 5000",
        account_id,
        bool(ctx.who.roles & CENTRE),
        ctx.who.id,
        beijing_date(ctx.now),
    )
    return [HomeDeposit(**row) for row in rows]


@listing("/special-accounts/{account_id}/statement", who=VIEWERS, refuses=(NotFound,))
async def special_statement(
    ctx: Context, account_id: UUID, query: StatementQuery
) -> Listed[StatementLine]:
    """电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件。R3.2。"""
    row = await seen(ctx, account_id)
    return await lines_of(row["account_id"], query)
