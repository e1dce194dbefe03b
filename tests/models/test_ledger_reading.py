"""What the books say: balances as of two times, holds, statements. R3.2, R3.4."""

from datetime import timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from tortoise.transactions import in_transaction

from models.ledger import balance, held, post, release
from models.ledger.reading import LINES
from models.listing import rows_of
from rules.refusals.ledger import AccountNotFound
from tests.models.books import DAY, NOW, Books, income, open_books


@pytest.fixture
async def books(database: str) -> Books:
    return await open_books()


async def test_a_balance_can_be_asked_as_of_both_times(books: Books) -> None:
    """R3.2: the bank's day and our moment of recording."""
    await post(income(books, 7, "late", DAY - timedelta(days=5)), NOW + timedelta(days=1), "test")
    await post(income(books, 11, "early", DAY + timedelta(days=5)), NOW, "test")
    pool = books.pools[0]
    assert await balance(pool) == 100_018
    assert await balance(pool, as_of_effective=DAY) == 100_007
    assert await balance(pool, as_of_effective=DAY - timedelta(days=1)) == 7
    assert await balance(pool, as_of_recorded=NOW) == 100_011
    assert await balance(pool, DAY, NOW) == 100_000
    assert await balance(pool, as_of_recorded=NOW - timedelta(days=1)) == 0
    with pytest.raises(AccountNotFound):
        await balance(uuid4())


async def test_holds_can_be_asked_as_of_a_moment(books: Books) -> None:
    case_id = await books.held_case(60_000)
    await release(case_id, 1, NOW + timedelta(hours=2))
    pool = books.pools[0]
    assert await held(pool, NOW - timedelta(seconds=1)) == 0
    assert await held(pool, NOW + timedelta(hours=1)) == 60_000
    assert await held(pool, NOW + timedelta(hours=2)) == 0
    assert await held(pool) == 0


async def test_a_statement_pages_without_gap_or_repeat(books: Books) -> None:
    case_id = await books.held_case(300)
    async with in_transaction():
        await books.pay(case_id, 300)
    for nth in range(5):
        await post(income(books, nth + 1, f"income:{nth}"), NOW, "test")
    lines, place = [], ()
    while page := await rows_of(LINES, {"account_id": books.pools[0]}, place, 2):
        lines += page
        place = (page[-1]["position"],)
        await post(income(books, 1000, f"meanwhile:{place}"), NOW, "test")
    assert [line["amount_fen"] for line in lines] == [5, 4, 3, 2, 1, -300, 100_000]
    assert [line["balance_after_fen"] for line in lines[-2:]] == [99_700, 100_000]
    assert (lines[-2]["case_id"], lines[-2]["plan_version"]) == (case_id, 1)
    for newer, older in pairwise(lines):
        assert newer["balance_after_fen"] - newer["amount_fen"] == older["balance_after_fen"]
