"""Reserve, then spend: what a version of a case's plan holds on one account or on many. R3.4.

A plan has at most one hold on each account; all of them are made, released or captured together,
under locks taken in ascending id order. The pool's one hold is a spread over one account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from models.base import sql
from models.ledger.accounts import lock
from models.ledger.journals import posted_before, posted_if_shut, refuse_foreign, write
from models.listing import Listing, newest
from rules.ledger import Journal, JournalKind, land, refuse_hold
from rules.refusals.ledger import (
    AccountNotFound,
    DuplicateReference,
    HoldClosed,
    HoldExceeded,
    HoldMismatch,
    HoldNotFound,
    InsufficientFunds,
)

OPEN, CAPTURED, RELEASED = "open", "captured", "released"
HOLD = "id, account_id, case_id, plan_version, amount_fen, captured_fen, state, held_at, closed_at"

# What is asked for is judged before, under the accounts' locks: nothing here can conflict.
_HOLD = f"""
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

_RELEASE = f"""
WITH freed AS (
    UPDATE ledger_hold SET state = 'released', closed_at = $3
    WHERE case_id = $1 AND plan_version = $2 AND state = 'open' RETURNING {HOLD}
), given AS (
    UPDATE ledger_account a SET held_fen = a.held_fen - freed.amount_fen
    FROM freed WHERE a.id = freed.account_id
)
SELECT {HOLD} FROM freed ORDER BY account_id
"""


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold as it stands; `state` is open, captured or released."""

    id: UUID
    account_id: UUID
    case_id: UUID
    plan_version: int
    amount_fen: int
    captured_fen: int
    state: str
    held_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Captured:
    """What a payout did: the journal, what it spent and what it gave back, in fen."""

    journal_id: UUID
    captured_fen: int
    released_fen: int


def hold_from(row: Mapping[str, Any]) -> Hold:
    """The hold of a row with the columns `HOLD`."""
    return Hold(**row)


async def holds_of(case_id: UUID, plan_version: int) -> list[Hold]:
    """All holds of this version of the case's plan, whatever their state, by account."""
    rows = await sql(
        f"SELECT {HOLD} FROM ledger_hold WHERE case_id = $1 AND plan_version = $2"
        " ORDER BY account_id",
        case_id,
        plan_version,
    )
    return [hold_from(row) for row in rows]


async def hold(
    case_id: UUID, plan_version: int, parts: Mapping[UUID, int], now: datetime, kind: JournalKind
) -> list[Hold]:
    """So much is reserved on each of these accounts for this version of the plan, or nothing is
    on any. R3.4.

    `kind` says which payout it is for, so that the pooled flow cannot hold a household's money
    (R3.3). A repeated request is the same holds; without parts there are none. Refuses
    InsufficientFunds (`available_fen` and `needed_fen` of the first account that has too little;
    of many, the `accounts` that have), ProtectedMoney, HoldMismatch for other parts, HoldClosed,
    AccountNotFound.
    """
    if not parts:
        return []
    accounts = await lock(parts, case_id, plan_version)
    if missing := parts.keys() - accounts.keys():
        raise AccountNotFound(account_id=str(min(missing)))
    for account_id, fen in parts.items():
        refuse_hold(kind, accounts[account_id].kind, fen)
    if standing := await holds_of(case_id, plan_version):
        if any(one.state != OPEN for one in standing):
            raise HoldClosed(state=next(one.state for one in standing if one.state != OPEN))
        if {one.account_id: one.amount_fen for one in standing} != dict(parts):
            raise HoldMismatch()
        return standing
    short = sorted(key for key, fen in parts.items() if accounts[key].available_fen < fen)
    if short:
        available_fen, needed_fen = accounts[short[0]].available_fen, parts[short[0]]
        if len(parts) == 1:
            raise InsufficientFunds(
                "账户可用余额不足", available_fen=available_fen, needed_fen=needed_fen
            )
        raise InsufficientFunds(
            f"{len(short)} 个账户可用余额不足",
            available_fen=available_fen,
            needed_fen=needed_fen,
            accounts=[str(key) for key in short[:100]],
        )
    ids = sorted(parts)
    rows = await sql(_HOLD, case_id, plan_version, now, ids, [parts[key] for key in ids])
    return [hold_from(row) for row in rows]


async def release(case_id: UUID, plan_version: int, now: datetime) -> list[Hold]:
    """Every hold of this version is given back in full; those given back now. R3.4.

    Repeating it changes nothing, nor does a version without holds. Refuses HoldClosed when the
    holds were captured.
    """
    await lock([], case_id, plan_version)
    freed = [hold_from(row) for row in await sql(_RELEASE, case_id, plan_version, now)]
    if not freed and any(one.state == CAPTURED for one in await holds_of(case_id, plan_version)):
        raise HoldClosed(state=CAPTURED)
    return freed


async def capture(
    case_id: UUID,
    plan_version: int,
    journal: Journal,
    parts: Mapping[UUID, int],
    now: datetime,
    actor: str,
) -> Captured:
    """The premium is paid as this journal (`rules.ledger.premium_payout`): `parts` of it out of the
    holds, by account, the rest from accounts without a hold; what the holds have left is given
    back. R3.4, R9.3.

    Repeating it under the same reference gives the same answer. Refuses HoldNotFound for a part
    without a hold, HoldClosed, HoldExceeded, InsufficientFunds, ProtectedMoney,
    DuplicateReference, YearShut.
    """
    accounts = await lock([line.account_id for line in journal.postings], case_id, plan_version)
    standing = await holds_of(case_id, plan_version)
    held = {one.account_id: one for one in standing}
    if parts.keys() - held.keys():
        raise HoldNotFound()
    refuse_foreign(journal, accounts)
    paid_fen = sum(max(0, line.amount_fen) for line in journal.postings)
    rest_fen = sum(one.amount_fen for one in standing) - sum(parts.values())
    posted = await posted_if_shut(journal, now) or await posted_before(journal)
    if posted is not None:
        return Captured(posted, paid_fen, rest_fen)
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
        raise DuplicateReference(reference=journal.reference)
    return Captured(written, paid_fen, rest_fen)


HOLDS = Listing(
    "l.case_id, c.number AS case_number, l.plan_version, l.state, l.amount_fen, l.captured_fen,"
    " l.held_at, l.closed_at",
    'ledger_hold l LEFT JOIN "case" c ON c.id = l.case_id',
    "l.id",
    {"newest": newest("l.held_at")},
    {"state": "l.state = {state}"},
    always="l.account_id = {account_id}",
    needs=("account_id",),
)
"""Which cases hold money of an account, or did."""
