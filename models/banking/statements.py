"""Statements: their lines kept once, the account's lock, layouts remembered. R3.9."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from models.banking.tables import BankStatement
from models.base import jsonb, one, sql
from models.listing import Filter, Key, Listing, Sort, contains, newest
from rules.banking.chaining import BankSide, Span
from rules.banking.chaining import Key as LineKey
from rules.banking.layouts import Layout, fingerprint
from rules.banking.statements import Line
from rules.refusals.asking import NotFound

_ACCOUNT = "SELECT id, bank, number, title AS holder, account_id FROM bank_account WHERE id = $1"


async def account_row(bank_account_id: UUID) -> dict[str, Any]:
    """The bank account; `account_id` is the account of the books. Raises NotFound."""
    row = await one(_ACCOUNT, bank_account_id)
    if row is None:
        raise NotFound("没有该银行账户")
    return row


async def lock_account(bank_account_id: UUID) -> dict[str, Any]:
    """The bank account, and nobody else reconciles it until this transaction ends."""
    row = await one(f"{_ACCOUNT} FOR NO KEY UPDATE", bank_account_id)
    if row is None:
        raise NotFound("没有该银行账户")
    return row


_NEVER = "DATE '9999-12-31'"
_STATEMENT = "SELECT s.*, f.sent_name AS name FROM bank_statement s JOIN file f ON f.id = s.file_id"


STATEMENTS = Listing(
    "s.id, f.sent_name AS name, s.state, s.from_on, s.to_on, s.opening_fen, s.closing_fen,"
    " s.lines_total, s.lines_known, s.faults_total, s.created_at, s.taken_at",
    "bank_statement s JOIN file f ON f.id = s.file_id",
    "s.id",
    {"newest": newest("s.created_at"), "day": Sort((Key(f"coalesce(s.from_on, {_NEVER})", date),))},
    {"state": "s.state = {state}"},
    always="s.account_id = {bank_account_id}",
    needs=("bank_account_id",),
)


async def find(statement_id: UUID) -> dict[str, Any] | None:
    """One statement with its file's name; its JSON columns as text."""
    return await one(f"{_STATEMENT} WHERE s.id = $1", statement_id)


async def file_of(statement_id: UUID) -> dict[str, Any] | None:
    """The statement's file, still sealed, with `state` and `mapping` (text)."""
    return await one(
        "SELECT s.mapping, s.state, f.sent_name AS name, f.id, f.class AS file_class, f.sealed_key,"
        " f.content, f.owner_kind, f.original_sha256 FROM bank_statement s"
        " JOIN file f ON f.id = s.file_id WHERE s.id = $1",
        statement_id,
    )


async def lock(statement_id: UUID) -> BankStatement:
    """The statement, its account locked. Raises NotFound."""
    row = await BankStatement.get_or_none(id=statement_id)
    if row is None:
        raise NotFound()
    await lock_account(row.account_id)
    return await BankStatement.get(id=statement_id)


def _is_true(text: str) -> bool:
    return text == "True"


LINES = Listing(
    'l.id, l.statement_id, l."on", l.amount_fen, l.balance_fen, l.reference, l.counterparty,'
    " l.memo, m.match_id",
    "bank_line l LEFT JOIN bank_matched m ON m.line_id = l.id AND m.live",
    "l.id",
    {"day": Sort((Key('l."on"', date),), down=False)},
    {
        "from_on": 'l."on" >= {from_on}',
        "to_on": 'l."on" <= {to_on}',
        "matched": Filter("(m.id IS NOT NULL) = {matched}", _is_true),
        "q": contains("q", "l.reference", "l.counterparty", "l.memo"),
    },
    always="l.account_id = {bank_account_id}",
    needs=("bank_account_id",),
)
"""Lines of an account, each with the match it stands in."""


async def spans(bank_account_id: UUID) -> list[Span]:
    """The statements that were taken."""
    rows = await sql(
        "SELECT from_on, to_on, opening_fen, closing_fen FROM bank_statement"
        " WHERE account_id = $1 AND state = 'taken' ORDER BY from_on, to_on",
        bank_account_id,
    )
    return [Span(**row) for row in rows]


async def sums(bank_account_id: UUID) -> dict[date, int]:
    """What came in less what went out, by day."""
    rows = await sql(
        'SELECT "on", sum(amount_fen)::bigint AS fen FROM bank_line WHERE account_id = $1'
        ' GROUP BY "on"',
        bank_account_id,
    )
    return {row["on"]: row["fen"] for row in rows}


async def bank_side(bank_account_id: UUID) -> BankSide:
    """What the bank had at the end of each day."""
    return BankSide(await spans(bank_account_id), await sums(bank_account_id))


async def stored_keys(bank_account_id: UUID, from_on: date, to_on: date) -> dict[LineKey, date]:
    """The lines known of these days."""
    rows = await sql(
        'SELECT digest, nth, "on" FROM bank_line WHERE account_id = $1 AND "on" BETWEEN $2 AND $3',
        bank_account_id,
        from_on,
        to_on,
    )
    return {(bytes(row["digest"]), row["nth"]): row["on"] for row in rows}


async def keep_lines(bank_account_id: UUID, statement_id: UUID, lines: Iterable[Line]) -> int:
    """The lines are kept, those already known left as they are; how many were new."""
    given = list(lines)
    rows = await sql(
        'INSERT INTO bank_line (id, account_id, statement_id, number, "on", amount_fen,'
        " balance_fen, reference, counterparty, memo, digest, nth)"
        " SELECT gen_random_uuid(), $1, $2, l.* FROM unnest($3::int[], $4::date[], $5::bigint[],"
        " $6::bigint[], $7::text[], $8::text[], $9::text[], $10::bytea[], $11::int[]) AS l"
        " ON CONFLICT (account_id, digest, nth) WHERE true DO NOTHING RETURNING id",
        bank_account_id,
        statement_id,
        [line.row for line in given],
        [line.on for line in given],
        [line.amount_fen for line in given],
        [line.balance_fen for line in given],
        [line.reference for line in given],
        [line.counterparty for line in given],
        [line.memo for line in given],
        [line.digest for line in given],
        [line.nth for line in given],
    )
    return len(rows)


async def certified_until(bank_account_id: UUID) -> date | None:
    """The last day of the last month that was certified."""
    row = await one(
        "SELECT (max(month_on) + interval '1 month' - interval '1 day')::date AS \"on\""
        " FROM reconciliation WHERE account_id = $1 AND state = 'confirmed'",
        bank_account_id,
    )
    return row["on"] if row else None


async def layout_for(titles: Iterable[str]) -> Layout | None:
    """The layout that was last used for a statement with these titles."""
    row = await one(
        "SELECT mapping FROM bank_layout WHERE titles_sha256 = $1", fingerprint(list(titles))
    )
    return msgspec.json.decode(row["mapping"], type=Layout) if row else None


async def remember_layout(
    name: str, titles: Iterable[str], layout: Layout, by: UUID, now: datetime
) -> None:
    """The next statement with these titles is read in the same way."""
    await sql(
        "INSERT INTO bank_layout (id, name, titles_sha256, mapping, saved_by, saved_at)"
        " VALUES (gen_random_uuid(), $1, $2, $3::jsonb, $4, $5)"
        " ON CONFLICT (titles_sha256) WHERE true DO UPDATE SET name = $1, mapping = $3::jsonb,"
        " saved_by = $4, saved_at = $5",
        name,
        fingerprint(list(titles)),
        jsonb(asdict(layout)),
        by,
        now,
    )
