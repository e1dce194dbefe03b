"""What a settlement needs to know of its deposit, and settlements as they stand. R4.3."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.deposits.tables import BankAccount, Deposit, DepositTerm, Settlement
from models.files import shown
from models.listing import Listing, contains, newest
from rules.deposits import Running, Stretch, daily
from rules.income import Terms


@dataclass
class Standing:
    """A deposit with the term that runs and the account its money returns to."""

    deposit: Deposit
    term: DepositTerm
    custody: BankAccount
    running: Running
    placed_on: date | None


async def standing(deposit: Deposit) -> Standing | None:
    """How the deposit stands, or None when no term of it runs."""
    term = await DepositTerm.filter(deposit_id=deposit.id, closed_on=None).first()
    if term is None or deposit.state != "running":
        return None
    custody = await BankAccount.get(id=deposit.custody_id)
    placed = await one("SELECT effective_on FROM ledger_journal WHERE id = $1", deposit.journal_id)
    terms = Terms(
        principal_fen=term.principal_fen,
        tenor=deposit.tenor,
        opened_on=term.opened_on,
        matures_on=term.matures_on,
        agreed_rate_e4=term.agreed_rate_e4,
        benchmark_rate_e4=term.benchmark_rate_e4,
        method=deposit.method,  # type: ignore[arg-type]
        base=deposit.base,  # type: ignore[arg-type]
    )
    running = Running(terms, term.withdrawn_fen, term.settled_on, deposit.renews)
    return Standing(deposit, term, custody, running, placed["effective_on"] if placed else None)


# What the books began with was there before the first day they know.
_CHANGES = """
SELECT CASE WHEN j.kind LIKE 'opening%' OR j.reference LIKE 'taken:%' THEN date '0001-01-01'
            ELSE j.effective_on END AS day, sum(p.amount_fen)::bigint AS fen
  FROM ledger_posting p JOIN ledger_journal j ON j.id = p.journal_id
 WHERE p.account_id = $1 AND j.effective_on < $2 GROUP BY 1
"""


async def stretches(account_id: UUID, from_on: date, to_on: date) -> list[Stretch]:
    """The account's balance of each day of [from_on, to_on) by the bank's days, days of one
    balance together."""
    if from_on >= to_on:
        return []
    changes = {
        row["day"]: int(row["fen"])
        for row in await sql(_CHANGES, account_id, to_on + timedelta(days=1))
    }
    before = sum(fen for day, fen in changes.items() if day < from_on)
    return daily(from_on, to_on, before, changes)


_COLUMNS = (
    "s.id, s.deposit_id, d.code, d.tenor, t.number AS term_number, s.kind, s.principal_fen,"
    " s.from_on, s.to_on, s.interest_fen, s.expected_fen, s.due_benchmark_fen, s.benchmark_fen,"
    " s.value_added_fen, s.shortfall_fen, s.returned_fen, s.capitalised_fen, s.renews,"
    " s.renewed_rate_e4, s.advice_number, s.credited_on, s.effective_on, s.source,"
    f" {shown('s.file_id')} AS file,"
    " s.note, s.working::text AS working, s.state, s.journal_id, s.reversal_id, s.reversed_on,"
    " s.entered_by, s.entered_at, s.confirmed_at, s.dropped_at, s.drop_reason,"
    " (SELECT to_jsonb(r)::text FROM settlement_reversal r WHERE r.settlement_id = s.id"
    " ORDER BY r.state = 'dropped', r.entered_at DESC, r.id DESC LIMIT 1) AS reversal"
)
_SOURCE = (
    "settlement s JOIN deposit d ON d.id = s.deposit_id JOIN deposit_term t ON t.id = s.term_id"
)
SETTLEMENTS = Listing(
    _COLUMNS,
    _SOURCE,
    "s.id",
    {"newest": newest("s.entered_at")},
    {
        "state": "s.state = {state}",
        "reversing": "EXISTS (SELECT 1 FROM settlement_reversal r WHERE r.settlement_id = s.id"
        " AND r.state = 'draft')",
        "deposit_id": "s.deposit_id = {deposit_id}",
        "from_on": "s.credited_on >= {from_on}",
        "to_on": "s.credited_on <= {to_on}",
        "short": "s.shortfall_fen > 0",
        "q": contains("q", "d.code", "d.bank", "s.advice_number", "s.note"),
    },
)
"""Settlements with the reversal that was last asked for, as JSON text."""


async def find(settlement_id: UUID) -> dict[str, Any] | None:
    """One settlement as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE s.id = $1", settlement_id)


async def has_advice(deposit_id: UUID, number: str) -> bool:
    """Whether an advice of that number waits or stands in the books for this deposit."""
    row = await one(
        "SELECT 1 AS yes FROM settlement WHERE deposit_id = $1 AND advice_number = $2"
        " AND state IN ('draft', 'posted')",
        deposit_id,
        number,
    )
    return row is not None


async def has_draft(deposit_id: UUID) -> bool:
    """Whether an advice about this deposit waits for its second person."""
    row = await one(
        "SELECT 1 AS yes FROM settlement WHERE deposit_id = $1 AND state = 'draft'", deposit_id
    )
    return row is not None


async def built_upon(row: Settlement) -> bool:
    """Whether another settlement rests on this one: of a later term, of the whole of its own
    term, or of later days of money on demand. Withdrawals of one term do not rest on each other.
    """
    found = await one(
        "SELECT 1 AS yes FROM settlement s JOIN deposit_term t ON t.id = s.term_id"
        " JOIN deposit_term mine ON mine.id = $3"
        " WHERE s.deposit_id = $1 AND s.id <> $2 AND s.state = 'posted' AND (t.number > mine.number"
        " OR t.id = mine.id AND (s.kind = 'maturity' OR s.kind = 'demand' AND s.to_on > $4))",
        row.deposit_id,
        row.id,
        row.term_id,
        row.to_on,
    )
    return found is not None


async def next_term(deposit_id: UUID) -> int:
    """The number of a term that begins now; those that were voided keep theirs."""
    row = await one(
        "SELECT max(number) AS highest FROM deposit_term WHERE deposit_id = $1", deposit_id
    )
    assert row is not None
    return int(row["highest"]) + 1
