"""Which account money for a case goes to, what must come in, and what has. Section 6.

Each flow in which owners pay names its fund by a function of its own; what is entered, confirmed
and given back is the same in all of them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from handlers.collecting.shares import paid_by_home, shares_now
from handlers.route import Context
from models import ledger
from models.cases import Case
from rules.cases import Facts
from rules.collecting import gathered_fen, owed_fen
from rules.ledger import AccountKind
from rules.refusals.votes import NothingOwed


@dataclass(frozen=True)
class Fund:
    """The account in the books that a receipt credits, what must be there before the contract,
    and what is there of it; whole fen."""

    account_id: UUID
    needed_fen: int
    gathered_fen: int


FundOf = Callable[[Context, Case, Facts], Awaitable[Fund]]
FUNDS: dict[str, FundOf] = {}


def funding(*flows: str) -> Callable[[FundOf], FundOf]:
    """Enter a function as what names the fund of a case in these flows.

    It is asked under the case's lock and may open the account. `facts` may be ahead of what is
    stored: a plan being filed has its premium in them.
    """

    def enter(fund: FundOf) -> FundOf:
        FUNDS.update(dict.fromkeys(flows, fund))
        return fund

    return enter


async def fund_of(ctx: Context, case: Case, facts: Facts) -> Fund:
    """The fund of the case as it is now. Raises NothingOwed in a flow in which nobody pays in."""
    found = FUNDS.get(facts.flow)
    if found is None:
        raise NothingOwed()
    return await found(ctx, case, facts)


@funding("household")
async def of_homes(ctx: Context, case: Case, facts: Facts) -> Fund:
    """What the homes' own funds cannot bear is kept on an account of the case. 二(二)6."""
    title = f"{facts.number} 业主补缴保费"
    account = await ledger.ensure_account(AccountKind.COLLECTED, case.id, title, ctx.now)
    shares = await shares_now(case.id, facts)
    return Fund(account, owed_fen(shares), gathered_fen(shares, await paid_by_home(case.id)))
