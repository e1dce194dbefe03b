"""The bank's side of money that is entered by hand: which account of ours, on which day. R3.2."""

from datetime import date
from uuid import UUID

from handlers.route import Context
from models.deposits.locks import lock_bank
from models.ledger.years import refuse_shut
from rules.days import beijing_date
from rules.refusals.asking import Malformed, NotFound


async def refuse_unbanked(
    ctx: Context,
    custody_id: UUID,
    first_on: date,
    last_on: date | None = None,
    *,
    alone: bool = False,
) -> None:
    """Returns if money may be entered as moved on that account from the first day to the last.

    The account stays open until the transaction ends; `alone`: others who enter wait for it.
    Refuses Malformed for a day to come, YearShut, NotFound for an account not there or closed.
    """
    if (last_on or first_on) > beijing_date(ctx.now):
        raise Malformed(errors=[{"pointer": "/effective_on", "detail": "银行日期不能晚于今天"}])
    await refuse_shut(first_on, ctx.now)
    if await lock_bank(custody_id, alone=alone) is None:
        raise NotFound("没有该银行账户，或已销户")
