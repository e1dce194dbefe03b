"""A journal of a few lines in one statement: it locks, looks, and writes, or leaves it be.

Nothing is decided here that `rules.ledger` does not decide: where this does not write, the caller
goes the long way, which says why. The statement is made for a number of lines, with a parameter
for each value: PostgreSQL then keeps one plan of it, which costs more to make than to run.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from uuid import UUID

from models.base import one
from rules.ledger import MAY_TOUCH, AccountKind, Journal, JournalKind

LINES_MAX = 8

_BEFORE_LINES = 10

_ANY = [str(kind) for kind in AccountKind]
# What each kind of journal may debit and credit (R3.3); a reversal is judged by its original.
MAY: Mapping[JournalKind, tuple[list[str], list[str]]] = {
    kind: (sorted(map(str, may.debit)), sorted(map(str, may.credit)))
    for kind, may in MAY_TOUCH.items()
} | {JournalKind.REVERSAL: (_ANY, _ANY)}

# What is read is what the lock found, whatever happened while it was waited for. The conflict on
# `reference` and an unfit line are the only ways that nothing happens: all hangs on `journal`.
_STATEMENT = """
WITH locked AS MATERIALIZED (
    SELECT id, kind, side, guarded, posted, balance_fen, held_fen FROM ledger_account
    WHERE id IN ({ids}) ORDER BY id FOR NO KEY UPDATE
), landing AS MATERIALIZED (
    SELECT l.seq, l.account_id, l.amount_fen, l.payee, a.posted + 1 AS position,
        a.balance_fen + CASE a.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END
            AS balance_fen, a.guarded, a.held_fen, a.kind
    FROM (VALUES {lines}) AS l(seq, account_id, amount_fen, payee)
    JOIN locked a ON a.id = l.account_id
), journal AS (
    INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, case_id,
        reverses_id, actor, lines)
    SELECT uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8, count(*) FROM landing
    WHERE kind = ANY(CASE WHEN amount_fen > 0 THEN $9::text[] ELSE $10::text[] END)
        AND (NOT guarded OR balance_fen >= held_fen)
    HAVING count(*) = {count}
    ON CONFLICT (reference) DO NOTHING RETURNING id
), line AS (
    INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, payee, seq, position,
        balance_after_fen)
    SELECT uuidv7(), j.id, l.account_id, l.amount_fen, l.payee, l.seq, l.position, l.balance_fen
    FROM journal j, landing l
), moved AS (
    UPDATE ledger_account a SET posted = l.position, balance_fen = l.balance_fen
    FROM journal j, landing l WHERE a.id = l.account_id
)
SELECT id FROM journal
"""


@cache
def _statement(count: int) -> str:
    starts = range(_BEFORE_LINES + 1, _BEFORE_LINES + 1 + 3 * count, 3)
    return _STATEMENT.format(
        ids=", ".join(f"${n}::uuid" for n in starts),
        lines=", ".join(
            f"({seq}, ${n}::uuid, ${n + 1}::bigint, ${n + 2}::uuid)"
            for seq, n in enumerate(starts, 1)
        ),
        count=count,
    )


async def write_at_once(journal: Journal, now: datetime, actor: str) -> UUID | None:
    """The balanced journal's new id; None, and nothing written, when it does not fit here.

    That is: it has many lines or two on one account, an account is missing or may not be touched,
    money is missing, or its reference exists.
    """
    lines = journal.postings
    if len(lines) > LINES_MAX or len({line.account_id for line in lines}) < len(lines):
        return None
    debits, credits = MAY[journal.kind]
    row = await one(
        _statement(len(lines)),
        journal.kind,
        journal.reference,
        journal.effective_on,
        now,
        journal.memo,
        journal.case_id,
        journal.reverses,
        actor,
        debits,
        credits,
        *(value for line in lines for value in (line.account_id, line.amount_fen, line.payee)),
    )
    return row["id"] if row else None
