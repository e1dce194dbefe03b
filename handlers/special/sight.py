"""Who sees a special account, and what is known of one. R12.2."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from handlers.cases.views import plan_of
from handlers.route import Context
from handlers.steps import viewer
from models import special
from rules.flows.money import Purse
from rules.people import CASE_PARTIES, CENTRE
from rules.refusals.asking import NotFound
from rules.special import refundable_fen, years_left

VIEWERS = CENTRE | CASE_PARTIES


async def seen(ctx: Context, special_id: UUID) -> dict[str, Any]:
    """The account with its place and balance, if the asker may see it. Raises NotFound."""
    row = await special.account_seen(special_id, viewer(ctx))
    if row is None:
        raise NotFound("没有该电梯保险专户")
    return row


@dataclass(frozen=True)
class Lift:
    """An elevator of the account; `premium_fen` by the last plan of the running years."""

    id: UUID
    code: str
    name: str
    condemned: bool
    premium_fen: int


@dataclass(frozen=True)
class Use:
    """What an account is used for: its cases, its elevators, how many years are paid or held, and
    what of a scope's free money its cases and homes count on."""

    kind: str
    cases: list[dict[str, Any]]
    lifts: list[Lift]
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
    years = special.running_years(cases)
    running = years if kind == Purse.SOLE else special.live(cases)
    premiums: dict[UUID, int] = {}
    for row in running:
        if row["plan"]:
            told = plan_of(row["plan"])
            premiums |= {lift.elevator_id: lift.premium_fen for lift in told.elevators}
    rows = await special.elevators_of([row["id"] for row in running])
    lifts = [Lift(**row, premium_fen=premiums.get(row["id"], 0)) for row in rows]
    taken = sum(bool(row["paid_fen"] or row["holds"]) for row in years)
    at_once = await special.years_at_once(years)
    # What a sole owner's years still need is in `years` and `taken`.
    promised = 0 if kind == Purse.SOLE else await special.promised_to_others(special_id)
    return Use(kind, cases, lifts, at_once, taken, promised)


def refund_account(ctx: Context, row: Mapping[str, Any]) -> str:
    """The account that money goes back to, in full; it is known."""
    return ctx.world.secrets.decrypt(bytes(row["refund_cipher"]))


def tail(ctx: Context, cipher: bytes | None) -> str:
    """The last four signs of a payee's account; nothing while none is known. R12.2."""
    if cipher is None:
        return ""
    account, _, _ = ctx.world.secrets.decrypt(bytes(cipher)).partition("\n")
    return f"尾号{account[-4:]}"
