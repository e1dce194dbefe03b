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
WITH landing AS MATERIALIZED (
    SELECT id, kind, guarded, held_fen, {seq} AS seq, {amount} AS amount_fen, {payee} AS payee,
        balance_fen + CASE side WHEN 'debit' THEN {amount} ELSE -{amount} END AS balance_fen,
        posted + 1 AS position
    FROM ledger_account WHERE id IN ({ids}) ORDER BY id FOR NO KEY UPDATE
), journal AS (
    INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, case_id,
        reverses_id, actor, lines)
    SELECT time_ordered_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, count(*) FROM landing
    WHERE kind = ANY(CASE WHEN amount_fen > 0 THEN $9::text[] ELSE $10::text[] END)
        AND (NOT guarded OR balance_fen >= held_fen)
    HAVING count(*) = {count}
    ON CONFLICT (reference) DO NOTHING RETURNING id
), line AS (
    INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, payee, seq, position,
        balance_after_fen)
    SELECT time_ordered_uuid(), j.id, l.id, l.amount_fen, l.payee, l.seq, l.position, l.balance_fen
    FROM journal j, landing l
    RETURNING account_id, position, balance_after_fen
), moved AS (
    UPDATE ledger_account a SET posted = l.position, balance_fen = l.balance_after_fen
    FROM line l WHERE a.id = l.account_id
)
SELECT id FROM journal
"""


@cache
def statement_of(count: int) -> str:
    """The statement for so many lines."""
    starts = range(_BEFORE_LINES + 1, _BEFORE_LINES + 1 + 3 * count, 3)
    ids = [f"${n}::uuid" for n in starts]
    values = {
        "seq": [f"{seq}" for seq in range(1, count + 1)],
        "amount": [f"${n + 1}::bigint" for n in starts],
        "payee": [f"${n + 2}::uuid" for n in starts],
    }
    of_account = {name: _case(ids, each) for name, each in values.items()}
    return _STATEMENT.format(ids=", ".join(ids), count=count, **of_account)


def _case(ids: list[str], values: list[str]) -> str:
    """The value of the line that is on the account."""
    arms = (f"WHEN {key} THEN {value}" for key, value in zip(ids, values, strict=True))
    return f"CASE id {' '.join(arms)} END"


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
        statement_of(len(lines)),
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
