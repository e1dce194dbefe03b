"""Matches: made and undone under the account's lock, never doubled. R3.9."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from models.base import one, sql


async def lines_by_id(bank_account_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Lines of this account with the live match each stands in, if any."""
    return await sql(
        'SELECT l.id, l."on", l.amount_fen, m.match_id FROM bank_line l'
        " LEFT JOIN bank_matched m ON m.line_id = l.id AND m.live"
        " WHERE l.account_id = $1 AND l.id = ANY($2::uuid[])",
        bank_account_id,
        list(ids),
    )


async def entries_by_id(account_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Postings of this account of the books with the live match each stands in, if any."""
    return await sql(
        'SELECT p.id, j.effective_on AS "on", p.amount_fen, m.match_id FROM ledger_posting p'
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " LEFT JOIN bank_matched m ON m.posting_id = p.id AND m.live"
        " WHERE p.account_id = $1 AND p.id = ANY($2::uuid[])",
        account_id,
        list(ids),
    )


async def entries_before(account_id: UUID, on: date) -> list[dict[str, Any]]:
    """The postings effective before a day that nothing is matched with."""
    return await sql(
        'SELECT p.id, j.effective_on AS "on", p.amount_fen FROM ledger_posting p'
        " JOIN ledger_journal j ON j.id = p.journal_id"
        " WHERE p.account_id = $1 AND j.effective_on < $2 AND NOT EXISTS"
        " (SELECT 1 FROM bank_matched m WHERE m.posting_id = p.id AND m.live)",
        account_id,
        on,
    )


async def opening_match(bank_account_id: UUID) -> UUID | None:
    """The match of the first statement's opening balance, if there is one."""
    row = await one(
        "SELECT id FROM bank_match WHERE account_id = $1 AND basis = 'opening'"
        " AND undone_at IS NULL",
        bank_account_id,
    )
    return row["id"] if row else None


async def keep_match(
    bank_account_id: UUID,
    basis: str,
    lines: Sequence[dict[str, Any]],
    entries: Sequence[dict[str, Any]],
    by: UUID | None,
    now: datetime,
) -> UUID:
    """These lines and postings are matched; the caller has seen that their sums are equal."""
    match_id, days = uuid4(), [row["on"] for row in (*lines, *entries)]
    await sql(
        "WITH made AS (INSERT INTO bank_match (id, account_id, amount_fen, basis, from_on, to_on,"
        " matched_by, matched_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)"
        " INSERT INTO bank_matched (id, match_id, line_id, posting_id, live)"
        " SELECT gen_random_uuid(), made.id, i.line, i.posting, true FROM made,"
        " (SELECT unnest($9::uuid[]) AS line, NULL::uuid AS posting"
        " UNION ALL SELECT NULL, unnest($10::uuid[])) AS i",
        match_id,
        bank_account_id,
        sum(row["amount_fen"] for row in (lines or entries)),
        basis,
        min(days),
        max(days),
        by,
        now,
        [row["id"] for row in lines],
        [row["id"] for row in entries],
    )
    return match_id


async def end_match(match_id: UUID, by: UUID | None, now: datetime) -> None:
    """The match is history; its lines and postings are free."""
    await sql(
        "WITH ended AS (UPDATE bank_match SET undone_by = $2, undone_at = $3 WHERE id = $1"
        " AND undone_at IS NULL RETURNING id)"
        " UPDATE bank_matched m SET live = false FROM ended WHERE m.match_id = ended.id",
        match_id,
        by,
        now,
    )


async def rests_on(bank_account_id: UUID, match: dict[str, Any]) -> bool:
    """Whether a certificate was prepared while the match stood, for a month it reaches into."""
    row = await one(
        "SELECT 1 AS found FROM reconciliation WHERE account_id = $1 AND state = 'certified'"
        " AND month_on + interval '1 month' > $2 AND prepared_at >= $3 LIMIT 1",
        bank_account_id,
        match["from_on"],
        match["matched_at"],
    )
    return row is not None


_MEMBERS = """
SELECT m.match_id, m.line_id, m.posting_id, coalesce(l."on", j.effective_on) AS "on",
    coalesce(l.amount_fen, p.amount_fen) AS amount_fen,
    coalesce(l.reference, j.reference) AS reference, coalesce(l.memo, j.memo) AS memo,
    coalesce(l.counterparty, '') AS counterparty
FROM bank_matched m LEFT JOIN bank_line l ON l.id = m.line_id
LEFT JOIN (ledger_posting p JOIN ledger_journal j ON j.id = p.journal_id) ON p.id = m.posting_id
WHERE m.match_id = $1 ORDER BY m.line_id IS NULL, 4, m.id LIMIT $2
"""


async def members(match_id: UUID, limit: int) -> list[dict[str, Any]]:
    """What was matched, lines first, each with its day and amount."""
    return await sql(_MEMBERS, match_id, limit)
