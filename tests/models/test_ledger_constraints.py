"""What PostgreSQL refuses even when the program is wrong. R3.2, R3.4."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import asyncpg
import pytest
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models.base import sql
from models.ledger import replay_differences, unbalanced_journals
from tests.models.books import DAY, NOW, Books, open_books

JOURNAL = (
    "INSERT INTO ledger_journal (id, kind, reference, effective_on, recorded_at, memo, actor,"
    " lines) VALUES ($1, 'income', $2, $3, $4, '', 'intruder', $5)"
)
POSTINGS = (
    "INSERT INTO ledger_posting (id, journal_id, account_id, amount_fen, seq, position,"
    " balance_after_fen) SELECT gen_random_uuid(), $1, $2, p.amount, $4 + p.nth, 1000 + $4 + p.nth,"
    " 0"
    " FROM unnest($3::bigint[]) WITH ORDINALITY AS p(amount, nth)"
)


@contextmanager
def refused_by(constraint: str) -> Iterator[None]:
    """PostgreSQL refuses what is inside, naming this constraint; at a commit it comes bare."""
    with pytest.raises((IntegrityError, asyncpg.IntegrityConstraintViolationError)) as caught:
        yield
    violation = caught.value.__cause__ or caught.value
    assert isinstance(violation, asyncpg.PostgresError)
    assert violation.constraint_name == constraint


@pytest.fixture
async def books(database: str) -> Books:
    books = await open_books()
    await books.held_case(500)
    await books.pay(await books.held_case(700), 700)
    return books


REWRITING = {
    "UPDATE ledger_journal SET memo = 'x'": "ledger_append_only",
    "DELETE FROM ledger_journal": "ledger_append_only",
    "TRUNCATE ledger_journal CASCADE": "ledger_append_only",
    "UPDATE ledger_posting SET amount_fen = amount_fen + 1": "ledger_append_only",
    "DELETE FROM ledger_posting": "ledger_append_only",
    "TRUNCATE ledger_posting": "ledger_append_only",
    "DELETE FROM ledger_hold": "ledger_append_only",
    "TRUNCATE ledger_hold": "ledger_append_only",
    "DELETE FROM ledger_account": "ledger_append_only",
    "TRUNCATE ledger_account CASCADE": "ledger_append_only",
    "UPDATE ledger_hold SET amount_fen = 1 WHERE state = 'open'": "ledger_hold_closes_once",
    "UPDATE ledger_hold SET state = 'open', closed_at = NULL, captured_fen = 0"
    " WHERE state = 'captured'": "ledger_hold_closes_once",
    "UPDATE ledger_hold SET captured_fen = 1 WHERE state = 'captured'": "ledger_hold_closes_once",
    "UPDATE ledger_account SET guarded = false": "ledger_account_stays",
    "UPDATE ledger_account SET side = 'debit'": "ledger_account_stays",
    "UPDATE ledger_account SET kind = 'bank'": "ledger_account_stays",
}

OVERDRAWING = {
    "UPDATE ledger_account SET held_fen = balance_fen + 1 WHERE guarded": (
        "ledger_account_available"
    ),
    "UPDATE ledger_account SET balance_fen = held_fen - 1 WHERE guarded": (
        "ledger_account_available"
    ),
    "UPDATE ledger_account SET held_fen = -1 WHERE guarded": "ledger_account_held_not_negative",
    "UPDATE ledger_account SET held_fen = 1 WHERE NOT guarded": (
        "ledger_account_held_only_if_guarded"
    ),
    "UPDATE ledger_hold SET state = 'captured', closed_at = held_at,"
    " captured_fen = amount_fen + 1 WHERE state = 'open'": "ledger_hold_state_known",
    "UPDATE ledger_hold SET state = 'released' WHERE state = 'open'": "ledger_hold_state_known",
}


@pytest.mark.parametrize("statements", [REWRITING, OVERDRAWING], ids=["rewrite", "overdraw"])
async def test_the_database_refuses(books: Books, statements: dict[str, str]) -> None:
    """Nothing written is rewritten, no account overdrawn, no hold overspent."""
    for statement, constraint in statements.items():
        with refused_by(constraint):
            await sql(statement)


@pytest.mark.parametrize("amounts", [[], [5, -4], [5], [5, -5, 5, -5]])
async def test_every_journal_sums_to_zero(books: Books, amounts: list[int]) -> None:
    journal = uuid4()
    with refused_by("ledger_journal_whole"):
        async with in_transaction():
            await sql(JOURNAL, journal, "intrusion", DAY, NOW, 2)
            if amounts:
                await sql(POSTINGS, journal, books.bank, amounts, 0)


@pytest.mark.parametrize("lines", [[5, -5], [5, -3, -2]])
async def test_a_journal_is_written_whole_or_not_at_all(books: Books, lines: list[int]) -> None:
    """Its lines come in one statement, numbered from 1; then it stands, and takes no more."""
    journal = uuid4()
    for amounts, after in ((lines, 1), (lines[:-1], 0)):
        with refused_by("ledger_journal_whole"):
            async with in_transaction():
                await sql(JOURNAL, journal, "intrusion", DAY, NOW, len(lines))
                await sql(POSTINGS, journal, books.bank, amounts, after)
    async with in_transaction():
        await sql(JOURNAL, journal, "intrusion", DAY, NOW, len(lines))
        await sql(POSTINGS, journal, books.bank, lines, 0)
    with refused_by("ledger_journal_whole"):
        await sql(POSTINGS, journal, books.bank, lines, len(lines))


async def test_no_line_is_zero(books: Books) -> None:
    journal = uuid4()
    with refused_by("ledger_posting_amount_not_zero"):
        async with in_transaction():
            await sql(JOURNAL, journal, "intrusion", DAY, NOW, 3)
            await sql(POSTINGS, journal, books.bank, [5, -5, 0], 0)


async def test_nothing_is_added_to_an_old_journal(books: Books) -> None:
    """Not even a pair that balances."""
    rows = await sql("SELECT id FROM ledger_journal LIMIT 1")
    with refused_by("ledger_journal_whole"):
        await sql(POSTINGS, rows[0]["id"], books.bank, [5, -5], 1000)


async def test_a_reference_stands_once(books: Books) -> None:
    rows = await sql("SELECT reference FROM ledger_journal LIMIT 1")
    with refused_by("ledger_journal_reference_key"):
        await sql(JOURNAL, uuid4(), rows[0]["reference"], DAY, NOW, 2)


async def test_a_replay_finds_a_cache_that_lies(books: Books) -> None:
    pool = books.pools[0]
    await sql("UPDATE ledger_account SET balance_fen = balance_fen + 3 WHERE id = $1", pool)
    await sql("UPDATE ledger_account SET held_fen = held_fen - 1 WHERE id = $1", pool)
    await sql("UPDATE ledger_account SET posted = posted + 1 WHERE id = $1", books.bank)
    found = {
        (each.account_id, each.what, each.cached - each.replayed)
        for each in (await replay_differences())
    }
    assert found == {(pool, "balance_fen", 3), (pool, "held_fen", -1), (books.bank, "posted", 1)}


async def test_a_replay_finds_what_was_altered_with_the_triggers_off(books: Books) -> None:
    """Whoever owns the tables can switch the triggers off; the sums still tell."""
    await sql("ALTER TABLE ledger_posting DISABLE TRIGGER USER")
    await sql(
        "UPDATE ledger_posting SET amount_fen = amount_fen + 1"
        " WHERE account_id = $1 AND position = 1",
        books.pools[0],
    )
    found = {(each.account_id, each.what) for each in await replay_differences()}
    assert found == {(books.pools[0], "balance_fen"), (books.pools[0], "broken_lines")}
    assert len(await unbalanced_journals()) == 1
