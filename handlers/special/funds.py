"""What a case that a special account pays must find in it, and what is there. 二(三)3, 四(四)."""

from dataclasses import replace
from uuid import UUID

from handlers.collecting.funding import Fund, funding
from handlers.collecting.shares import paid_by_home, shares_now
from handlers.route import Context
from models import ledger, special
from models.cases import Case
from rules.cases import Facts
from rules.collecting import refundable_fen
from rules.ledger import AccountKind
from rules.refusals.votes import NothingOwed
from rules.special import required_fen


@funding("added")
async def of_added(ctx: Context, case: Case, facts: Facts) -> Fund:
    """The account of the scope's owners, opened with the first plan of an added elevator."""
    special_id = await special.account_of_scope(case, ctx.id, ctx.now)
    fund = await _fund(case, facts, special_id, 1)
    # What a home paid above its part is its own, and pays for no neighbour.
    return replace(fund, gathered_fen=max(0, fund.gathered_fen - await _above(case, facts)))


async def _above(case: Case, facts: Facts) -> int:
    """What homes paid in above the parts they agreed to; nothing while a plan is being made."""
    if facts.collection is None:
        return 0
    owed = {one.home_id: one.owed_fen for one in await shares_now(case.id, facts)}
    if not owed:
        return 0
    paid = await paid_by_home(case.id)
    return sum(refundable_fen(owed.get(home, 0), fen, False) for home, fen in paid.items())


@funding("independent")
async def of_independent(ctx: Context, case: Case, facts: Facts) -> Fund:
    """The sole owner's account, once it was opened. Raises NothingOwed before."""
    if case.special_id is None:
        raise NothingOwed("电梯保险专户尚未开设")
    return await _fund(case, facts, case.special_id, await special.years_from(case))


async def _fund(case: Case, facts: Facts, special_id: UUID, years: int) -> Fund:
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    needed = required_fen(facts.premium_fen, years)
    gathered = await special.free_fen(special_id, case.id, facts.version)
    return Fund(account.id, needed, gathered)
