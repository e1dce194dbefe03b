"""What the database itself refuses, were the code wrong. R3.9."""

import pytest
from asyncpg import PostgresError

from tests.databases import tamper
from tests.handlers.banking.desk import Desk

LINE = "INSERT INTO bank_line SELECT (jsonb_populate_record(l, {new})).* FROM bank_line l LIMIT 1"
MONTH = (
    "INSERT INTO reconciliation SELECT (jsonb_populate_record(r, {new})).* FROM reconciliation r"
)
NEW = "jsonb_build_object('id', gen_random_uuid(), 'number', 1)"
MATCHED = (
    "INSERT INTO bank_matched (id, match_id, {side}, live) SELECT gen_random_uuid(), match_id,"
    " {side}, true FROM bank_matched WHERE {side} IS NOT NULL LIMIT 1"
)
OPENING = (
    "INSERT INTO bank_match (id, account_id, amount_fen, basis, from_on, to_on, matched_at)"
    " SELECT gen_random_uuid(), account_id, amount_fen, basis, from_on, to_on, matched_at"
    " FROM bank_match WHERE basis = 'opening'"
)
REFUSED = [
    ("line_matched", MATCHED.format(side="line_id")),
    ("posting_matched", MATCHED.format(side="posting_id")),
    ("opening_matched", OPENING),
    ("bank_line is append-only", "UPDATE bank_line SET amount_fen = 1"),
    ("bank_line is append-only", "DELETE FROM bank_line"),
    ("bank_note is append-only", "UPDATE bank_note SET reason = ''"),
    ("line_once", LINE.format(new=NEW)),
    ("month_once", MONTH.format(new=NEW)),
    ("reconciliation_two_people", "UPDATE reconciliation SET confirmed_by = entered_by"),
]


async def test_the_database_refuses(desk: Desk) -> None:
    await desk.books()
    await desk.march()
    await desk.auto()
    await desk.explain_all()
    await desk.prepared()
    for by, statement in REFUSED:
        with pytest.raises(PostgresError, match=by):
            await tamper(statement)
            pytest.fail(f"allowed: {statement}")
