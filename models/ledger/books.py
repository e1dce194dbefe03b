"""The journals of the books as they are listed and read. R3.2."""

from typing import Any
from uuid import UUID

from models.base import one
from models.listing import Key, Listing, Sort, Whole, newest

_COLUMNS = (
    "j.id, j.id AS journal_id, j.kind, j.reference, j.effective_on, j.recorded_at, j.memo,"
    " j.lines, j.actor, j.reverses_id AS reverses, r.id AS reversed_by,"
    " coalesce(c.number, '') AS case_number,"
    " (SELECT sum(p.amount_fen) FROM ledger_posting p WHERE p.journal_id = j.id"
    " AND p.amount_fen > 0)::bigint AS amount_fen"
)
_SOURCE = (
    "ledger_journal j LEFT JOIN ledger_journal r ON r.reverses_id = j.id"
    ' LEFT JOIN "case" c ON c.id = j.case_id'
)
JOURNALS = Listing(
    _COLUMNS,
    _SOURCE,
    "j.id",
    {"newest": newest("j.recorded_at")},
    {
        "kind": "j.kind = {kind}",
        "account_id": "EXISTS (SELECT 1 FROM ledger_posting p"
        " WHERE p.journal_id = j.id AND p.account_id = {account_id})",
        "from_on": "j.effective_on >= {from_on}",
        "to_on": "j.effective_on <= {to_on}",
        "q": "strpos(j.memo, {q}) > 0 OR strpos(j.reference, {q}) > 0",
    },
)


async def journal(journal_id: UUID) -> dict[str, Any] | None:
    """One as the list has it."""
    return await one(f"SELECT {_COLUMNS} FROM {_SOURCE} WHERE j.id = $1", journal_id)


LINES = Listing(
    "p.seq, p.account_id, a.code, a.title, a.kind, p.amount_fen",
    "ledger_posting p JOIN ledger_account a ON a.id = p.account_id",
    "",
    {"order": Sort((Key("p.seq", Whole),), down=False)},
    always="p.journal_id = {journal_id}",
    needs=("journal_id",),
)
