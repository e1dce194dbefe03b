"""What the database itself refuses, were the code wrong. R3.9."""

import pytest
from asyncpg.exceptions import RaiseError
from tortoise.exceptions import IntegrityError, OperationalError

from models.base import sql
from tests.handlers.banking.desk import Desk

REFUSED = {
    (
        "a line matched twice",
        "line_matched",
    ): "INSERT INTO bank_matched (id, match_id, line_id, live)"
    " SELECT gen_random_uuid(), match_id, line_id, true FROM bank_matched"
    " WHERE line_id IS NOT NULL LIMIT 1",
    (
        "a posting matched twice",
        "posting_matched",
    ): "INSERT INTO bank_matched (id, match_id, posting_id, live)"
    " SELECT gen_random_uuid(), match_id, posting_id, true FROM bank_matched"
    " WHERE posting_id IS NOT NULL LIMIT 1",
    (
        "a second match of the opening",
        "opening_matched",
    ): "INSERT INTO bank_match (id, account_id, amount_fen, basis,"
    " from_on, to_on, matched_at) SELECT gen_random_uuid(), account_id, amount_fen, basis,"
    " from_on, to_on, matched_at FROM bank_match WHERE basis = 'opening'",
    ("a line changed", "bank_line is append-only"): ("UPDATE bank_line SET amount_fen = 1"),
    ("a line taken away", "bank_line is append-only"): ("DELETE FROM bank_line"),
    ("a reason changed", "bank_note is append-only"): ("UPDATE bank_note SET reason = ''"),
    ("a line twice", "line_once"): (
        "INSERT INTO bank_line SELECT (jsonb_populate_record(l,"
        " jsonb_build_object('id', gen_random_uuid()))).* FROM bank_line l LIMIT 1"
    ),
    ("a month twice", "month_once"): (
        "INSERT INTO reconciliation SELECT (jsonb_populate_record(r,"
        " jsonb_build_object('id', gen_random_uuid(), 'number', 'x'))).* FROM reconciliation r"
    ),
    (
        "certified by whom prepared it",
        "reconciliation_two_people",
    ): "UPDATE reconciliation SET certified_by = prepared_by",
}


async def test_the_database_refuses(desk: Desk) -> None:
    await desk.books()
    await desk.march()
    await desk.auto()
    await desk.explain_all()
    await desk.prepared()
    for (what, by), statement in REFUSED.items():
        with pytest.raises((IntegrityError, OperationalError, RaiseError), match=by):
            await sql(statement)
            pytest.fail(f"allowed: {what}")
