"""A receipt or a refund whose journal is reversed: the case knows at once. R3.2.

Reversals are vouchers of two people; what they undo here is undone in the same transaction, so
that books and collection never say two things.
"""

from uuid import UUID

from handlers.collecting.confirming import gather
from handlers.route import Context
from handlers.steps import capacity
from models.base import one, sql
from models.cases import Case
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
    row = await one(
        "SELECT case_id, home_id, amount_fen FROM case_receipt"
        " WHERE journal_id = $1 AND state = 'posted'",
        journal_id,
    )
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
    row = await one(
        "WITH receipt AS (UPDATE case_receipt SET state = 'reversed', live = false"
        " WHERE journal_id = $1 AND state = 'posted' RETURNING case_id),"
        " refund AS (UPDATE case_refund SET state = 'reversed'"
        " WHERE journal_id = $1 AND state = 'posted' RETURNING case_id),"
        " account AS (UPDATE special_account a SET closed_at = NULL FROM case_refund x"
        " WHERE x.journal_id = $1 AND x.case_id IS NULL AND a.id = x.special_id"
        "  AND a.closed_at IS NOT NULL)"
        " SELECT case_id FROM receipt UNION ALL SELECT case_id FROM refund",
        journal_id,
    )
    if row is None or row["case_id"] is None:
        return
    case = await Case.lock(row["case_id"])
    facts = case.facts()
    if facts.contract is not None or row_for(facts, Gather) is None or facts.collection is None:
        return
    fund = await fund_of(case, facts, ctx.now)
    if fund.gathered_fen != facts.collection.gathered_fen:
        await gather(ctx, case, await capacity(ctx, case), fund)


async def lock_case_of(journal_id: UUID | None) -> None:
    """The case of a receipt or refund is locked before the books are. Does nothing for others."""
    await sql(
        'SELECT k.id FROM "case" k WHERE k.id IN ('
        "SELECT case_id FROM case_receipt WHERE journal_id = $1 UNION ALL"
        " SELECT case_id FROM case_refund WHERE journal_id = $1) FOR NO KEY UPDATE",
        journal_id,
    )
