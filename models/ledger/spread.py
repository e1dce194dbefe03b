"""One premium held on, and paid from, many accounts at once: those of the homes. R3.4.

A plan that homes' own funds pay has a hold on each of their accounts; all of them are made,
released or captured together, under locks taken in ascending id order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from models.base import sql
from models.ledger.accounts import lock
from models.ledger.holds import CAPTURED, HOLD, OPEN, Captured, Hold, hold_from
from models.ledger.journals import posted_before, posted_if_shut, refuse_foreign, write
from rules.collecting import spread_payout
from rules.ledger import JournalKind, Part, land, refuse_hold
from rules.refusals.ledger import (
    AccountNotFound,
    DuplicateReference,
    HoldClosed,
    HoldExceeded,
    HoldMismatch,
    HoldNotFound,
    InsufficientFunds,
)

# What is asked for is judged before, under the accounts' locks: nothing here can conflict.
_HOLD_ALL = f"""
WITH made AS (
    INSERT INTO ledger_hold (id, account_id, case_id, plan_version, amount_fen, captured_fen,
        state, held_at)
    SELECT gen_random_uuid(), l.account_id, $1, $2, l.fen, 0, 'open', $3
    FROM unnest($4::uuid[], $5::bigint[]) AS l(account_id, fen) RETURNING {HOLD}
), kept AS (
    UPDATE ledger_account a SET held_fen = a.held_fen + made.amount_fen
    FROM made WHERE a.id = made.account_id
)
SELECT {HOLD} FROM made ORDER BY account_id
"""

_RELEASE_ALL = f"""
WITH freed AS (
    UPDATE ledger_hold SET state = 'released', closed_at = $3
    WHERE case_id = $1 AND plan_version = $2 AND state = 'open' RETURNING {HOLD}
), given AS (
    UPDATE ledger_account a SET held_fen = a.held_fen - freed.amount_fen
    FROM freed WHERE a.id = freed.account_id
)
SELECT {HOLD} FROM freed ORDER BY account_id
"""


async def spread_of(case_id: UUID, plan_version: int) -> list[Hold]:
    """All holds of this version of the case's plan, whatever their state, by account."""
    rows = await sql(
        f"SELECT {HOLD} FROM ledger_hold WHERE case_id = $1 AND plan_version = $2"
        " ORDER BY account_id",
        case_id,
        plan_version,
    )
    return [hold_from(row) for row in rows]


async def hold_spread(
    case_id: UUID,
    plan_version: int,
    parts: Mapping[UUID, int],
    now: datetime,
    kind: JournalKind = JournalKind.FUND_PAYOUT,
) -> list[Hold]:
    """So much is reserved on each of these accounts for this version of the plan, or nothing is
    on any. R3.4.

    A repeated request is the same holds; without parts there are none. Refuses InsufficientFunds
    (with the `accounts` that have too little), ProtectedMoney, HoldMismatch for other parts,
    HoldClosed, AccountNotFound.
    """
    if not parts:
        return []
    accounts = await lock(parts, case_id, plan_version)
    if missing := parts.keys() - accounts.keys():
        raise AccountNotFound(account_id=str(min(missing)))
    for account_id, fen in parts.items():
        refuse_hold(kind, accounts[account_id].kind, fen)
    if standing := await spread_of(case_id, plan_version):
        if any(one.state != OPEN for one in standing):
            raise HoldClosed(state=next(one.state for one in standing if one.state != OPEN))
        if {one.account_id: one.amount_fen for one in standing} != dict(parts):
            raise HoldMismatch()
        return standing
    short = sorted(key for key, fen in parts.items() if accounts[key].available_fen < fen)
    if short:
        raise InsufficientFunds(
            f"{len(short)} 个账户可用余额不足",
            available_fen=accounts[short[0]].available_fen,
            needed_fen=parts[short[0]],
            accounts=[str(key) for key in short[:100]],
        )
    ids = sorted(parts)
    rows = await sql(_HOLD_ALL, case_id, plan_version, now, ids, [parts[key] for key in ids])
    return [hold_from(row) for row in rows]


async def release_all(case_id: UUID, plan_version: int, now: datetime) -> list[Hold]:
    """Every hold of this version is given back in full; those given back now. R3.4.

    Repeating it changes nothing, nor does a version without holds. Refuses HoldClosed when the
    holds were captured.
    """
    await lock([], case_id, plan_version)
    freed = [hold_from(row) for row in await sql(_RELEASE_ALL, case_id, plan_version, now)]
    if not freed and any(one.state == CAPTURED for one in await spread_of(case_id, plan_version)):
        raise HoldClosed(state=CAPTURED)
    return freed


async def capture_spread(
    case_id: UUID,
    plan_version: int,
    *,
    parts: Mapping[UUID, int],
    beside: Mapping[UUID, int],
    bank: UUID,
    insurers: Sequence[Part],
    effective_on: date,
    reference: str,
    now: datetime,
    actor: str,
    memo: str = "",
    kind: JournalKind = JournalKind.FUND_PAYOUT,
) -> Captured:
    """The premium is paid as one journal: `parts` out of the holds, by account, and `beside` from
    accounts without a hold; what the holds have left is given back. R3.4, R9.3.

    The account `bank` is credited once per insurer (R3.5). Repeating it under the same reference
    gives the same answer. Refuses HoldNotFound for a part without a hold, HoldClosed, HoldExceeded,
    InsufficientFunds, UnbalancedJournal, ProtectedMoney, DuplicateReference, YearShut.
    """
    accounts = await lock([bank, *beside], case_id, plan_version)
    standing = await spread_of(case_id, plan_version)
    held = {one.account_id: one for one in standing}
    if parts.keys() - held.keys():
        raise HoldNotFound()
    debits = {**parts, **beside}
    journal = spread_payout(debits, bank, insurers, effective_on, reference, case_id, memo, kind)
    refuse_foreign(journal, accounts)
    paid_fen = sum(debits.values())
    rest_fen = sum(one.amount_fen for one in standing) - sum(parts.values())
    known = await posted_if_shut(journal, now) or await posted_before(journal)
    if known is not None:
        return Captured(known, paid_fen, rest_fen)
    if closed := [one for one in standing if one.state != OPEN]:
        raise HoldClosed(state=closed[0].state)
    for account_id, fen in parts.items():
        if fen > held[account_id].amount_fen:
            raise HoldExceeded(held_fen=held[account_id].amount_fen, needed_fen=fen)
    unheld = {
        key: replace(one, held_fen=one.held_fen - (held[key].amount_fen if key in held else 0))
        for key, one in accounts.items()
    }
    captured = {one.id: parts.get(one.account_id, 0) for one in standing}
    written = await write(journal, land(journal, unheld), now, actor, captured)
    if written is None:
        # Only a journal over other accounts can have taken the reference since we looked.
        raise DuplicateReference(reference=reference)
    return Captured(written, paid_fen, rest_fen)
