"""What only one side has: lines not in the books, postings not at the bank. R3.9.

Up to a day a line or a posting is open unless it stands in a match that lies wholly within it: what
the other side got later was still on its way on that day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql

TOP = UUID(int=0)
EVERYTHING = 1_000_000

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the open ones: of one side, explained or not; None for both."""

    at_bank: bool | None = None
    explained: bool | None = None


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


async def open_entries(
    account: dict[str, Any],
    until: date,
    wanted: Wanted = Wanted(),
    after: tuple[date, UUID] = (date.min, TOP),
    limit: int = EVERYTHING,
) -> list[Entry]:
    """What is open up to the day, in the order of days; `account` is the bank account's row."""
    rows = await sql(
        f'{_OPEN} WHERE (o."on", o.id) > ($4, $5) AND ($6::boolean IS NULL OR o.at_bank = $6)'
        " AND ($7::boolean IS NULL OR"
        " (o.reason IS NOT NULL OR o.later_on IS NOT NULL) = $7)"
        ' ORDER BY o."on", o.id LIMIT $8',
        account["id"],
        account["account_id"],
        until,
        *after,
        wanted.at_bank,
        wanted.explained,
        limit,
    )
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


async def notes_of(
    line_id: UUID | None, posting_id: UUID | None, limit: int
) -> list[dict[str, Any]]:
    """What was said of a line or a posting, the newest first."""
    return await sql(
        "SELECT reason, written_by, written_at FROM bank_note"
        " WHERE line_id = $1 OR posting_id = $2 ORDER BY written_at DESC, id DESC LIMIT $3",
        line_id,
        posting_id,
        limit,
    )


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
