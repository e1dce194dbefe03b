"""Matches: made and undone under the account's lock, never doubled. R3.9."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from models.base import one, sql
from models.ids import new_id
from models.listing import Filter, Listing, newest


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


@dataclass(frozen=True, slots=True)
class Made:
    """A match to be kept: rows with `id`, `on` and `amount_fen`; the sums are known to be equal."""

    basis: str
    lines: Sequence[Mapping[str, Any]]
    entries: Sequence[Mapping[str, Any]]

    @property
    def amount_fen(self) -> int:
        """What it is about; nothing when one side cancels by itself."""
        return sum(row["amount_fen"] for row in (self.lines or self.entries))


async def keep_matches(
    bank_account_id: UUID, made: Sequence[Made], by: UUID, now: datetime
) -> list[UUID]:
    """These lines and postings are matched; the ids of the matches."""
    if not made:
        return []
    ids = [new_id() for _ in made]
    days = [[row["on"] for row in (*one.lines, *one.entries)] for one in made]
    await sql(
        "INSERT INTO bank_match (id, account_id, amount_fen, basis, from_on, to_on, matched_by,"
        " matched_at) SELECT i.id, $1, i.fen, i.basis, i.first, i.last, $2, $3"
        " FROM unnest($4::uuid[], $5::bigint[], $6::text[], $7::date[], $8::date[])"
        " AS i(id, fen, basis, first, last)",
        bank_account_id,
        by,
        now,
        ids,
        [one.amount_fen for one in made],
        [one.basis for one in made],
        [min(on) for on in days],
        [max(on) for on in days],
    )
    both = zip(ids, made, strict=True)
    parts = [
        (match_id, line, entry)
        for match_id, one in both
        for line, entry in (
            *((row["id"], None) for row in one.lines),
            *((None, row["id"]) for row in one.entries),
        )
    ]
    await sql(
        "INSERT INTO bank_matched (id, match_id, line_id, posting_id, live)"
        " SELECT gen_random_uuid(), i.*, true FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS i",
        *(list(column) for column in zip(*parts, strict=True)),
    )
    return ids


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


async def live_match(match_id: UUID) -> dict[str, Any] | None:
    """The match, if it stands."""
    return await one(
        "SELECT id, account_id, basis, amount_fen, from_on, to_on, matched_at FROM bank_match"
        " WHERE id = $1 AND undone_at IS NULL",
        match_id,
    )


async def rests_on(bank_account_id: UUID, match: dict[str, Any]) -> bool:
    """Whether a certificate was prepared while the match stood, for a month it reaches into."""
    row = await one(
        "SELECT 1 AS found FROM reconciliation WHERE account_id = $1 AND state = 'confirmed'"
        " AND month_on + interval '1 month' > $2 AND entered_at >= $3 LIMIT 1",
        bank_account_id,
        match["from_on"],
        match["matched_at"],
    )
    return row is not None


async def match_row(match_id: UUID) -> dict[str, Any]:
    """The match, standing or undone."""
    row = await one("SELECT * FROM bank_match WHERE id = $1", match_id)
    assert row is not None
    return row


MATCHES = Listing(
    "b.id, b.basis, b.amount_fen, b.from_on, b.to_on, b.matched_by, b.matched_at, b.undone_by,"
    " b.undone_at",
    "bank_match b",
    "b.id",
    {"newest": newest("b.matched_at")},
    {
        "undone": Filter("(b.undone_at IS NOT NULL) = {undone}", lambda text: text == "True"),
        "basis": "b.basis = {basis}",
    },
    always="b.account_id = {bank_account_id}",
    needs=("bank_account_id",),
)


async def members(match_ids: Sequence[UUID], each: int) -> list[dict[str, Any]]:
    """What was matched, lines first, at most so many of each match."""
    return await sql(
        """
        SELECT * FROM (
            SELECT m.match_id, m.line_id, m.posting_id, coalesce(l."on", j.effective_on) AS "on",
                coalesce(l.amount_fen, p.amount_fen) AS amount_fen,
                coalesce(l.reference, j.reference) AS reference,
                coalesce(l.counterparty, '') AS counterparty, coalesce(l.memo, j.memo) AS memo,
                row_number() OVER (PARTITION BY m.match_id ORDER BY m.line_id IS NULL,
                    coalesce(l."on", j.effective_on), m.id) AS place
            FROM bank_matched m LEFT JOIN bank_line l ON l.id = m.line_id
            LEFT JOIN (ledger_posting p JOIN ledger_journal j ON j.id = p.journal_id)
                ON p.id = m.posting_id
            WHERE m.match_id = ANY($1::uuid[])
        ) found WHERE place <= $2 ORDER BY match_id, place
        """,
        list(match_ids),
        each,
    )
