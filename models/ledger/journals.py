"""Posting and reversing journals: each happens once, by its reference. R3.2."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models.base import one, sql
from models.ids import new_id
from models.ledger.accounts import lock
from models.ledger.at_once import write_at_once
from models.ledger.years import refuse_shut, surely_open
from rules.ledger import (
    Account,
    Journal,
    JournalKind,
    Landing,
    Posting,
    balanced,
    land,
    refuse_protected,
    reversal,
)
from rules.refusals.books import YearShut
from rules.refusals.ledger import (
    AccountNotFound,
    AlreadyReversed,
    DuplicateReference,
    InsufficientFunds,
    JournalNotFound,
    UnbalancedJournal,
)


async def post(journal: Journal, now: datetime, actor: str, *, closing: bool = False) -> UUID:
    """The journal stands in the books once; its id. R3.2.

    Posting the same content under the same reference again gives the same id. Refuses
    DuplicateReference for other content, UnbalancedJournal, ProtectedMoney (R3.3), AccountNotFound
    and InsufficientFunds (R3.4), and YearShut (R4.7) unless it is the year's `closing` that posts.
    Reversals are made by `reverse`.
    """
    if journal.kind is JournalKind.REVERSAL:
        raise UnbalancedJournal("冲销须指明原分录")
    return await _post(journal, now, actor, closing)


async def reverse(
    journal_id: UUID, effective_on: date, now: datetime, actor: str, memo: str = ""
) -> UUID:
    """The journal is undone by its mirror; the mirror's id. R3.2.

    Repeating it is harmless. Refuses AlreadyReversed when it was reversed with another date or
    memo, JournalNotFound, YearShut (R4.7), and InsufficientFunds when the money has been spent or
    held since.
    """
    original = await journal_of(journal_id)
    mirror = reversal(original, journal_id, effective_on, f"reversal:{journal_id}", memo)
    try:
        return await _post(mirror, now, actor)
    except DuplicateReference as other:
        raise AlreadyReversed() from other


async def _post(journal: Journal, now: datetime, actor: str, closing: bool = False) -> UUID:
    balanced(journal)
    may_be_shut = not closing and not surely_open(journal.effective_on, now)
    if not may_be_shut and (written := await write_at_once(journal, now, actor)) is not None:
        return written
    # Locks are kept to the end of a transaction: the caller's, or one of its own.
    async with in_transaction():
        if may_be_shut:
            if (known := await posted_if_shut(journal, now)) is not None:
                return known
            if (written := await write_at_once(journal, now, actor)) is not None:
                return written
        return await _post_slowly(journal, now, actor)


async def _post_slowly(journal: Journal, now: datetime, actor: str) -> UUID:
    accounts = await lock(line.account_id for line in journal.postings)
    refuse_foreign(journal, accounts)
    try:
        landings = land(journal, accounts)
    except InsufficientFunds:
        # The money may be gone because this very journal took it before.
        if (known := await posted_before(journal)) is not None:
            return known
        raise
    written = await write(journal, landings, now, actor)
    if written is None:
        written = await posted_before(journal)
    if written is None:
        raise DuplicateReference(reference=journal.reference)
    return written


async def posted_if_shut(journal: Journal, now: datetime) -> UUID | None:
    """None if the journal's year takes entries; else its id if it stands already, or YearShut."""
    try:
        await refuse_shut(journal.effective_on, now)
    except YearShut:
        if (known := await posted_before(journal)) is not None:
            return known
        raise
    return None


def refuse_foreign(journal: Journal, accounts: Mapping[UUID, Account]) -> None:
    """Returns if every account is there and may be touched: AccountNotFound, ProtectedMoney."""
    if missing := {line.account_id for line in journal.postings} - accounts.keys():
        raise AccountNotFound(account_id=str(min(missing)))
    refuse_protected(journal, {key: account.kind for key, account in accounts.items()})


# The conflict on `reference` is the only way nothing happens: every other part hangs on `journal`.
WRITE = """
WITH journal AS (
    INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, case_id,
        reverses_id, actor, lines)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, cardinality($10::uuid[]))
    ON CONFLICT (reference) DO NOTHING RETURNING id
), line AS (
    INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, payee, position,
        balance_after_fen, seq)
    SELECT time_ordered_uuid(), journal.id, l.* FROM journal, unnest($10::uuid[], $11::bigint[],
        $12::uuid[], $13::bigint[], $14::bigint[]) WITH ORDINALITY AS l
), closed AS (
    UPDATE ledger_hold h SET state = CASE WHEN c.fen > 0 THEN 'captured' ELSE 'released' END,
        captured_fen = c.fen, closed_at = $5
    FROM journal, unnest($15::uuid[], $16::bigint[]) AS c(id, fen) WHERE h.id = c.id
    RETURNING h.account_id, h.amount_fen
), landed AS (
    SELECT DISTINCT ON (account_id) account_id, position, balance_fen
    FROM journal, unnest($10::uuid[], $13::bigint[], $14::bigint[])
        AS l(account_id, position, balance_fen)
    ORDER BY account_id, position DESC
), moved AS (
    UPDATE ledger_account a SET posted = coalesce(l.position, a.posted),
        balance_fen = coalesce(l.balance_fen, a.balance_fen),
        held_fen = a.held_fen - coalesce(c.amount_fen, 0)
    FROM landed l FULL JOIN closed c ON c.account_id = l.account_id
    WHERE a.id = coalesce(l.account_id, c.account_id)
)
SELECT id FROM journal
"""


async def write(
    journal: Journal,
    landings: Sequence[Landing],
    now: datetime,
    actor: str,
    captured: Mapping[UUID, int] | None = None,
) -> UUID | None:
    """The new journal's id; None, and nothing written, when its reference exists.

    With it the holds named in `captured` are closed, each having given so many fen (nothing: it
    is released). The caller holds the locks of all accounts, those of the holds among them.
    """
    closed = captured or {}
    lines = [landing.posting for landing in landings]
    row = await one(
        WRITE,
        new_id(),
        journal.kind,
        journal.reference,
        journal.effective_on,
        now,
        journal.memo,
        journal.case_id,
        journal.reverses,
        actor,
        [line.account_id for line in lines],
        [line.amount_fen for line in lines],
        [line.payee for line in lines],
        [landing.position for landing in landings],
        [landing.balance_after_fen for landing in landings],
        list(closed),
        list(closed.values()),
    )
    return row["id"] if row else None


async def journal_of(journal_id: UUID) -> Journal:
    """The journal as it was posted. Raises JournalNotFound."""
    found = await _journal("j.id = $1", journal_id)
    if found is None:
        raise JournalNotFound()
    return found[1]


async def posted_before(journal: Journal) -> UUID | None:
    """The id under which this very journal stands; DuplicateReference if another one does."""
    found = await _journal("j.reference = $1", journal.reference)
    if found is None:
        return None
    if found[1] != journal:
        raise DuplicateReference(reference=journal.reference)
    return found[0]


async def _journal(where: str, value: Any) -> tuple[UUID, Journal] | None:
    rows = await sql(
        "SELECT j.id, j.kind, j.reference, j.effective_on, j.memo, j.case_id, j.reverses_id,"
        " p.account_id, p.amount_fen, p.payee"
        " FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id"
        f" WHERE {where} ORDER BY p.seq",
        value,
    )
    return (rows[0]["id"], _as_posted(rows)) if rows else None


def _as_posted(rows: Iterable[Mapping[str, Any]]) -> Journal:
    lines = list(rows)
    head = lines[0]
    return Journal(
        kind=JournalKind(head["kind"]),
        postings=tuple(
            Posting(line["account_id"], line["amount_fen"], line["payee"]) for line in lines
        ),
        effective_on=head["effective_on"],
        reference=head["reference"],
        memo=head["memo"],
        case_id=head["case_id"],
        reverses=head["reverses_id"],
    )
