"""Special accounts as those concerned see them: balance, deposits, years paid, movements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.cases.views import plan_of
from handlers.ledger.balances import AccountStatementLine, AccountStatementQuery, lines_of
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from handlers.steps import viewer
from models import special
from models.sealed import REFUND_ACCOUNT
from rules.cases import State
from rules.days import beijing_date
from rules.flows import state_title
from rules.flows.money import Purse
from rules.people import CASE_PARTIES, CENTRE, DESK_READERS
from rules.refusals.asking import NotFound
from rules.special import came_to_something, refundable_fen, running_years, years_left

VIEWERS = CENTRE | CASE_PARTIES
Kind = Literal["scope", "independent"]


class SpecialAccountRow(Answer, frozen=True):
    """列表中的一个电梯保险专户；金额单位：分。"""

    id: UUID
    number: Annotated[str, Meta(title="专户编号")]
    kind: Annotated[Kind, Meta(title="专户种类")]
    holder: str
    scope_id: UUID
    scope_name: str
    community: str
    balance_fen: int
    held_fen: int
    available_fen: int
    opened_at: Annotated[datetime, Meta(title="开设时间")]
    closed_at: Annotated[datetime | None, Meta(title="销户时间", description="为空即没有销户")]


class SpecialQuery(Page, frozen=True):
    """Of a kind, or whose number, holder or place contains a text."""

    kind: Annotated[Literal["", "scope", "independent"], Meta(title="专户种类")] = ""
    q: Annotated[str, Meta(max_length=60, description="编号、户名或位置的一部分")] = ""


class SpecialAccountElevator(Answer, frozen=True):
    """专户的一台电梯；保费取自最近的方案，单位：分。"""

    id: UUID
    code: Annotated[str, Meta(title="注册代码")]
    name: str
    condemned: bool
    premium_fen: Annotated[int, Meta(description="最近一份方案的年保费")]


class SpecialAccountCase(Answer, frozen=True):
    """从专户支付或将要支付的一个年度。"""

    case_id: UUID
    number: Annotated[str, Meta(title="办件编号")]
    state: State
    state_title: str
    premium_fen: int
    held: bool
    paid_fen: Annotated[int, Meta(title="已拨付")]
    from_on: Annotated[
        date | None,
        Meta(title="保险起始日", description="尚未签订合同的为空"),
    ] = None
    to_on: Annotated[
        date | None,
        Meta(title="保险到期日", description="含当日；尚未签订合同的为空"),
    ] = None


class SpecialAccountDeposit(Answer, frozen=True):
    """一户已复核入账的缴存，单位：分；没有房屋的，是独立产权人的缴存。"""

    home_id: Annotated[UUID | None, Meta(description="独立产权人的缴存为空")]
    unit: str
    room: str
    amount_fen: Annotated[int, Meta(title="缴存金额")]


class SpecialAccountView(SpecialAccountRow, frozen=True):
    """一个电梯保险专户，金额单位：分。一次缴足 `years` 年，其中 `years_paid` 年已付或已预留；
    `refundable_fen` 为现在可退的金额，电梯未报废时为 0。业主只见本人房屋的缴存，中心可见全部。"""

    refund_bank: str
    refund_account: str
    years: int
    years_paid: int
    refundable_fen: int
    elevators: list[SpecialAccountElevator]
    cases: Annotated[list[SpecialAccountCase], Meta(title="各年办件")]
    deposits: Annotated[
        list[SpecialAccountDeposit],
        Meta(title="各户缴存", description="业主只见本人各户，住保中心见全部"),
    ]


async def seen(ctx: Context, special_id: UUID) -> dict[str, Any]:
    """The account with its place and balance, if the asker may see it. Raises NotFound."""
    row = await special.account_seen(special_id, viewer(ctx))
    if row is None:
        raise NotFound("没有该电梯保险专户")
    return row


@dataclass(frozen=True)
class Use:
    """What an account is used for: its cases, its elevators, how many years are paid or held, and
    what of a scope's free money its cases and homes count on."""

    kind: str
    cases: list[dict[str, Any]]
    lifts: list[SpecialAccountElevator]
    years: int
    taken: int
    promised_fen: int

    @property
    def any_scrapped(self) -> bool:
        """Whether an elevator of the account is scrapped."""
        return any(lift.condemned for lift in self.lifts)

    def refundable(self, available_fen: int) -> int:
        """What may go back of what is free. 二(三)."""
        return refundable_fen(
            available_fen - self.promised_fen,
            {str(lift.id): lift.premium_fen for lift in self.lifts},
            {str(lift.id) for lift in self.lifts if lift.condemned},
            years_left(self.kind, self.years, self.taken),
        )


async def use_of(special_id: UUID, kind: str) -> Use:
    """The use of an account, from its cases and their last plans: of a sole owner the years paid in
    at once last, of a scope all that came to something, as each elevator has cases of its own."""
    cases = await special.cases_of(special_id)
    years = running_years(cases)
    running = years if kind == Purse.SOLE else [row for row in cases if came_to_something(row)]
    premiums: dict[UUID, int] = {}
    for row in running:
        if row["plan"]:
            told = plan_of(row["plan"])
            premiums |= {lift.elevator_id: lift.premium_fen for lift in told.elevators}
    rows = await special.elevators_of([row["id"] for row in running])
    lifts = [
        view_of(SpecialAccountElevator, row, premium_fen=premiums.get(row["id"], 0)) for row in rows
    ]
    taken = sum(bool(row["paid_fen"] or row["holds"]) for row in years)
    at_once = await special.years_at_once(years)
    # What a sole owner's years still need is in `years` and `taken`.
    promised = 0 if kind == Purse.SOLE else await special.promised_to_others(special_id)
    return Use(kind, cases, lifts, at_once, taken, promised)


def refund_account(ctx: Context, row: Mapping[str, Any]) -> str:
    """The account that money goes back to, in full; it is known."""
    return ctx.world.secrets.decrypt(bytes(row["refund_cipher"]), REFUND_ACCOUNT.of(row["id"]))


def tail(ctx: Context, cipher: bytes | None, about: str) -> str:
    """The last four signs of a payee's account; nothing while none is known. R12.2."""
    if cipher is None:
        return ""
    account, _, _ = ctx.world.secrets.decrypt(bytes(cipher), about).partition("\n")
    return f"尾号{account[-4:]}"


@listing("/special-accounts", who=VIEWERS, export="电梯保险专户")
async def list_special_accounts(ctx: Context, query: SpecialQuery) -> Listed[SpecialAccountRow]:
    """电梯保险专户：住保中心见全部，业主见本楼栋（单元）的，独立产权人见自己的。二(三)2，四(四)。"""
    return await page(special.ACCOUNTS, query, SpecialAccountRow, leading=viewer(ctx).params())


@route("GET", "/special-accounts/{special_account_id}", who=VIEWERS, refuses=(NotFound,))
async def get_special_account(ctx: Context, special_account_id: UUID) -> SpecialAccountView:
    """电梯保险专户详情：余额、已预留、各户缴存、已付年度和可退金额。二(三)，四(四)，R3.4。"""
    row = await seen(ctx, special_account_id)
    use = await use_of(special_account_id, row["kind"])
    everything, today = bool(ctx.who.roles & DESK_READERS), beijing_date(ctx.now)
    return view_of(
        SpecialAccountView,
        row,
        refund_account=tail(ctx, row["refund_cipher"], REFUND_ACCOUNT.of(row["id"])),
        years=use.years if row["kind"] == Purse.SOLE else 1,
        years_paid=use.taken,
        refundable_fen=use.refundable(row["available_fen"]),
        elevators=use.lifts,
        cases=[_case(one) for one in use.cases],
        deposits=await special.deposits(special_account_id, everything, ctx.who.id, today),
    )


def _case(row: dict[str, Any]) -> SpecialAccountCase:
    return SpecialAccountCase(
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


@listing("/special-accounts/{special_account_id}/statement", who=VIEWERS, refuses=(NotFound,))
async def list_special_account_lines(
    ctx: Context, special_account_id: UUID, query: AccountStatementQuery
) -> Listed[AccountStatementLine]:
    """电梯保险专户收支明细，最新在前，每笔附当时余额与所属办件。R3.2。"""
    row = await seen(ctx, special_account_id)
    return await lines_of(row["account_id"], query)
