"""A receipt or a refund whose journal is reversed: the case knows at once. R3.2.

Reversals are vouchers of two people; what they undo here is undone in the same transaction, so
that books and collection never say two things.
"""

from uuid import UUID

from handlers.collecting.receipts import gather
from handlers.route import Context
from handlers.steps import capacity
from models.cases import Case
from models.collecting import refunds
from models.premiums import fund_of
from models.shares import paid_of
from rules.cases import OVER, Gather
from rules.flows import row_for
from rules.refusals.books import UndoneElsewhere
from rules.vouchers import RECEIPT_RETURNED, RECEIPT_SPENT


async def refuse_spent(journal_id: UUID | None) -> None:
    """Returns if the journal is no receipt of a case, or one whose case may still do without it.

    The case is locked until the transaction ends. Raises UndoneElsewhere from the contract on, and
    for money that went back to who paid it in.
    """
    row = await refunds.posted_receipt(journal_id)
    if row is None:
        return
    facts = (await Case.lock(row["case_id"])).facts()
    open_ = facts.contract is None and row_for(facts, Gather) is not None
    if not open_ and facts.state not in OVER:
        raise UndoneElsewhere(RECEIPT_SPENT)
    if row["amount_fen"] > await paid_of(row["case_id"], row["home_id"]):
        raise UndoneElsewhere(RECEIPT_RETURNED)


async def undone(ctx: Context, journal_id: UUID | None) -> None:
    """What the journal stood for is marked as reversed, and the case gathers anew; a special
    account that its last refund had closed has its money again, and is open."""
    case_id = await refunds.undo(journal_id)
    if case_id is None:
        return
    case = await Case.lock(case_id)
    facts = case.facts()
    if facts.contract is not None or row_for(facts, Gather) is None or facts.collection is None:
        return
    fund = await fund_of(case, facts, ctx.now)
    if fund.gathered_fen != facts.collection.gathered_fen:
        await gather(ctx, case, await capacity(ctx, case), fund)
