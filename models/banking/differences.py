"""What only one side has: lines not in the books, postings not at the bank. R3.9.

Up to a day a line or a posting is open unless it stands in a match that lies wholly within it: what
the other side got later was still on its way on that day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.listing import Filter, Key, Listing, Sort, contains, newest

_NOTE = (
    " LEFT JOIN LATERAL (SELECT reason, written_by, written_at FROM bank_note n WHERE {key} = {id}"
    " ORDER BY written_at DESC, n.id DESC LIMIT 1) n ON true"
)
_OPEN = f"""
SELECT * FROM (
    SELECT true AS at_bank, l.id, l."on", l.amount_fen, l.reference, l.counterparty, l.memo,
        NULL::uuid AS journal_id, NULL::uuid AS reverses, m.to_on AS later_on, n.reason,
        n.written_by, n.written_at
    FROM bank_line l
    LEFT JOIN (bank_matched d JOIN bank_match m ON m.id = d.match_id)
        ON d.line_id = l.id AND d.live
    {_NOTE.format(key="n.line_id", id="l.id")}
    WHERE l.account_id = $1 AND l."on" <= $3 AND (m.id IS NULL OR m.to_on > $3)
    UNION ALL
    SELECT false, p.id, j.effective_on, p.amount_fen, j.reference, '', j.memo,
        j.id, j.reverses_id, m.to_on, n.reason, n.written_by, n.written_at
    FROM ledger_posting p JOIN ledger_journal j ON j.id = p.journal_id
    LEFT JOIN (bank_matched d JOIN bank_match m ON m.id = d.match_id)
        ON d.posting_id = p.id AND d.live
    {_NOTE.format(key="n.posting_id", id="p.id")}
    WHERE p.account_id = $2 AND j.effective_on <= $3 AND (m.id IS NULL OR m.to_on > $3)
) o
"""


def _is_true(text: str) -> bool:
    return text == "True"


DIFFERENCES = Listing(
    "o.*",
    f"({_OPEN}) o",
    "o.id",
    {"oldest": Sort((Key('o."on"', date),), down=False)},
    {
        "at_bank": Filter("o.at_bank = {at_bank}", _is_true),
        "explained": Filter(
            "(o.reason IS NOT NULL OR o.later_on IS NOT NULL) = {explained}", _is_true
        ),
        "q": contains("q", "o.reference", "o.counterparty", "o.memo"),
    },
    leading=3,
)
"""What is open up to a day, in the order of days. $1 is the bank account, $2 its account of the
books, $3 the day."""

NOTES = Listing(
    "n.reason, n.written_by, n.written_at",
    "bank_note n",
    "n.id",
    {"newest": newest("n.written_at")},
    always="n.line_id = {line_id}::uuid OR n.posting_id = {posting_id}::uuid",
    needs=("line_id", "posting_id"),
)
"""What was said of a line or a posting."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something only one side has; positive came in. `later_on` is when the other side had it."""

    at_bank: bool
    id: UUID
    on: date
    amount_fen: int
    reference: str
    counterparty: str
    memo: str
    journal_id: UUID | None
    reverses: UUID | None
    later_on: date | None
    reason: str | None
    written_by: UUID | None
    written_at: datetime | None


async def open_entries(account: dict[str, Any], until: date) -> list[Entry]:
    """All that is open up to the day, in the order of days; `account` is the bank account's row."""
    rows = await sql(f'{_OPEN} ORDER BY o."on", o.id', account["id"], account["account_id"], until)
    return [Entry(**row) for row in rows]


async def unmatched(account: dict[str, Any], until: date, limit: int) -> list[Entry]:
    """What nothing is matched with at all, the oldest first."""
    found = await sql(
        f'{_OPEN} WHERE o.later_on IS NULL ORDER BY o."on", o.id LIMIT $4',
        account["id"],
        account["account_id"],
        until,
        limit,
    )
    return [Entry(**row) for row in found]


async def count_open(account: dict[str, Any], until: date) -> dict[str, int]:
    """How many are open up to the day, and how many of these nobody explained."""
    row = await one(
        "SELECT count(*) AS items, count(*) FILTER (WHERE o.reason IS NULL AND o.later_on IS NULL)"
        f" AS unexplained FROM ({_OPEN}) o",
        account["id"],
        account["account_id"],
        until,
    )
    assert row is not None
    return row


async def books_until(account: dict[str, Any], until: date) -> int:
    """What the books have on the account by the bank's day, in fen."""
    row = await one(
        "SELECT coalesce(sum(p.amount_fen), 0)::bigint AS fen FROM ledger_posting p"
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " WHERE p.account_id = $1 AND j.effective_on <= $2",
        account["account_id"],
        until,
    )
    assert row is not None
    return int(row["fen"])


async def keep_notes(
    line_ids: list[UUID], posting_ids: list[UUID], reason: str, by: UUID, now: datetime
) -> None:
    """From now on this is why."""
    await sql(
        "INSERT INTO bank_note (id, line_id, posting_id, reason, written_by, written_at)"
        " SELECT gen_random_uuid(), i.line, i.posting, $3, $4, $5 FROM"
        " (SELECT unnest($1::uuid[]) AS line, NULL::uuid AS posting"
        " UNION ALL SELECT NULL, unnest($2::uuid[])) AS i",
        line_ids,
        posting_ids,
        reason,
        by,
        now,
    )
