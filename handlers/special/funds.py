"""What a case that a special account pays must find in it, and what is there. 二(三)3, 四(四)."""

from uuid import UUID

from handlers.collecting.funding import Fund, funding
from handlers.route import Context
from models import ledger, special
from models.cases import Case
from rules.cases import Facts
from rules.ledger import AccountKind
from rules.refusals import NothingOwed
from rules.special import required_fen


@funding("added")
async def of_added(ctx: Context, case: Case, facts: Facts) -> Fund:
    """The account of the scope's owners, opened with the first plan of an added elevator."""
    return await _fund(case, facts, await special.account_of_scope(case, ctx.id, ctx.now))


@funding("independent")
async def of_independent(ctx: Context, case: Case, facts: Facts) -> Fund:
    """The sole owner's account, once it was opened. Raises NothingOwed before."""
    if case.special_id is None:
        raise NothingOwed("电梯保险专户尚未开设")
    return await _fund(case, facts, case.special_id)


async def _fund(case: Case, facts: Facts, special_id: UUID) -> Fund:
    account = await ledger.account_for(AccountKind.SPECIAL, special_id)
    years = facts.policy.independent_years
    needed = required_fen(facts.premium_fen, facts.flow, bool(facts.renews), years)
    gathered = await special.free_fen(special_id, case.id, facts.version)
    return Fund(account.id, needed, gathered)
