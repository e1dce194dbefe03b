"""Reserve, then spend: holds on accounts, at most one per version of a case's plan. R3.4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from models.base import one
from models.ledger.accounts import lock
from models.ledger.journals import posted_before, posted_if_shut, refuse_foreign, write
from models.listing import Listing, newest
from rules.ledger import JournalKind, Part, land, premium_payout, refuse_hold
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


async def hold(
    account_id: UUID,
    case_id: UUID,
    plan_version: int,
    amount_fen: int,
    now: datetime,
    kind: JournalKind = JournalKind.POOLED_PAYOUT,
) -> Hold:
    """The year's premium is reserved for this version of the plan. R3.4.

    `kind` says which payout it is for, so that the pooled flow cannot hold a household's money
    (R3.3). A repeated request is the same hold. Refuses InsufficientFunds (`available_fen`,
    `needed_fen`), ProtectedMoney, HoldMismatch for another sum or account, HoldClosed,
    AccountNotFound.
    """
    account = (await lock([account_id])).get(account_id)
    if account is None:
        raise AccountNotFound()
    refuse_hold(kind, account.kind, amount_fen)
    standing = await hold_of(case_id, plan_version)
    if standing is None and account.available_fen >= amount_fen:
        made = await one(
            "WITH made AS (INSERT INTO ledger_hold (id, account_id, case_id, plan_version,"
            " amount_fen, captured_fen, state, held_at) VALUES ($1, $2, $3, $4, $5, 0, 'open', $6)"
            f" ON CONFLICT (case_id, plan_version, account_id) DO NOTHING RETURNING {HOLD}),"
            " kept AS (UPDATE ledger_account a SET held_fen = a.held_fen + made.amount_fen"
            " FROM made WHERE a.id = made.account_id)"
            f" SELECT {HOLD} FROM made",
            uuid4(),
            account_id,
            case_id,
            plan_version,
            amount_fen,
            now,
        )
        if made is not None:
            return hold_from(made)
        standing = await hold_of(case_id, plan_version)
    if standing is None:
        raise InsufficientFunds(
            "账户可用余额不足", available_fen=account.available_fen, needed_fen=amount_fen
        )
    if standing.state != OPEN:
        raise HoldClosed(state=standing.state)
    if (standing.account_id, standing.amount_fen) != (account_id, amount_fen):
        raise HoldMismatch()
    return standing


async def release(case_id: UUID, plan_version: int, now: datetime) -> Hold:
    """The hold is given back in full; releasing it again changes nothing. R3.4.

    Refuses HoldNotFound, and HoldClosed when it was captured.
    """
    await lock([], case_id, plan_version)
    freed = await one(
        "WITH freed AS (UPDATE ledger_hold SET state = 'released', closed_at = $3"
        f" WHERE case_id = $1 AND plan_version = $2 AND state = 'open' RETURNING {HOLD}),"
        " given AS (UPDATE ledger_account a SET held_fen = a.held_fen - freed.amount_fen"
        " FROM freed WHERE a.id = freed.account_id)"
        f" SELECT {HOLD} FROM freed",
        case_id,
        plan_version,
        now,
    )
    standing = hold_from(freed) if freed is not None else await hold_of(case_id, plan_version)
    if standing is None:
        raise HoldNotFound()
    if standing.state == CAPTURED:
        raise HoldClosed(state=standing.state)
    return standing


async def capture(
    case_id: UUID,
    plan_version: int,
    *,
    amount_fen: int,
    bank: UUID,
    insurers: Sequence[Part],
    effective_on: date,
    reference: str,
    now: datetime,
    actor: str,
    memo: str = "",
    kind: JournalKind = JournalKind.POOLED_PAYOUT,
) -> Captured:
    """The premium is paid out of the hold and the rest of it is given back. R3.4, R9.3.

    The account that the hold is on is debited, the account `bank` credited once per insurer (R3.5).
    Repeating it under the same reference gives the same answer. Refuses HoldNotFound,
    HoldClosed, HoldExceeded, UnbalancedJournal, ProtectedMoney, DuplicateReference, YearShut.
    """
    accounts = await lock([bank], case_id, plan_version)
    held = await hold_of(case_id, plan_version)
    if held is None:
        raise HoldNotFound()
    journal = premium_payout(
        payer=held.account_id,
        bank=bank,
        insurers=insurers,
        amount_fen=amount_fen,
        effective_on=effective_on,
        reference=reference,
        case_id=case_id,
        memo=memo,
        kind=kind,
    )
    refuse_foreign(journal, accounts)
    rest_fen = held.amount_fen - amount_fen
    known = await posted_if_shut(journal, now) or await posted_before(journal)
    if known is not None:
        return Captured(known, amount_fen, rest_fen)
    if held.state != OPEN:
        raise HoldClosed(state=held.state)
    if rest_fen < 0:
        raise HoldExceeded(held_fen=held.amount_fen, needed_fen=amount_fen)
    landings = land(journal, accounts, freed_fen=held.amount_fen)
    written = await write(journal, landings, now, actor, {held.id: amount_fen})
    if written is None:
        # Only a journal over other accounts can have taken the reference since we looked.
        raise DuplicateReference(reference=reference)
    return Captured(written, amount_fen, rest_fen)


async def hold_of(case_id: UUID, plan_version: int) -> Hold | None:
    """The hold of this version of the case's plan, whatever its state."""
    row = await one(
        f"SELECT {HOLD} FROM ledger_hold WHERE case_id = $1 AND plan_version = $2",
        case_id,
        plan_version,
    )
    return hold_from(row) if row else None


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
