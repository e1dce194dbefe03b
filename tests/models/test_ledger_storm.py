"""Many workers on few accounts: conserved, never below zero, no deadlock. R3.4.

`DRILL_SCALE` is the share of the full drill (16 workers x 500 rounds on 10 accounts) that is
played: 1.0 in `make drills`, a fiftieth of it in the normal run.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator
from random import Random
from uuid import UUID, uuid4

import pytest
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models.base import database as tortoise_config
from models.base import sql
from models.ledger import release, replay_differences, totals, unbalanced_journals
from rules.ledger import AccountKind
from rules.refusals.ledger import HoldClosed, InsufficientFunds
from tests.models.books import NOW, Books, hold_one, open_books

WORKERS, ROUNDS, ACCOUNTS, EACH_FEN = 16, 500, 10, 100_000
SCALE = float(os.environ.get("DRILL_SCALE", "0.02"))


@pytest.fixture
async def wide(database_url: str) -> AsyncIterator[str]:
    """The models with a connection for every worker, so that they meet in the database."""
    async with TortoiseContext() as context:
        config = tortoise_config(database_url, pool=WORKERS)
        await context.init(config=config, _enable_global_fallback=True)
        yield database_url


async def rounds(books: Books, worker: int, number: int) -> Counter[str]:
    """Holds, repeats, captures, releases and payouts that race for the same sums."""
    random, done = Random(worker), Counter[str]()
    for _ in range(number):
        case_id, nth = uuid4(), random.randrange(ACCOUNTS)
        amount_fen = random.randint(1, EACH_FEN // 2)
        try:
            async with in_transaction():
                await hold_one(books.pools[nth], case_id, 1, amount_fen, NOW)
        except InsufficientFunds:
            done["refused"] += 1
            continue
        if random.random() < 0.3:
            async with in_transaction():
                await hold_one(books.pools[nth], case_id, 1, amount_fen, NOW)
        if random.random() < 0.8:
            await release_or_leave(case_id, done)
        else:
            async with in_transaction():
                paid = await books.pay(case_id, random.randint(1, amount_fen))
            done["captured_fen"] += paid.captured_fen
    return done


async def release_or_leave(case_id: UUID, done: Counter[str]) -> None:
    async with in_transaction():
        await release(case_id, 1, NOW)
    done["released"] += 1


async def test_sixteen_workers_on_ten_accounts(wide: str) -> None:
    """Every fen is either still there or paid out, whatever the order."""
    books = await open_books(ACCOUNTS, EACH_FEN)
    number = max(5, int(ROUNDS * SCALE))
    # A deadlock or a violated check would raise here, out of its worker.
    done = sum(
        await asyncio.gather(*(rounds(books, worker, number) for worker in range(WORKERS))),
        Counter[str](),
    )
    assert done["released"] and done["captured_fen"] and done["refused"]
    left_fen = ACCOUNTS * EACH_FEN - done["captured_fen"]
    assert await totals() == {AccountKind.BANK: left_fen, AccountKind.POOLED: left_fen}
    assert await replay_differences() == []
    assert await unbalanced_journals() == []
    lowest = await sql(
        "SELECT min(p.balance_after_fen) AS fen FROM ledger_posting p"
        " JOIN ledger_account a ON a.id = p.account_id WHERE a.guarded"
    )
    assert lowest[0]["fen"] >= 0
    assert await sql("SELECT count(*) AS open FROM ledger_hold WHERE state = 'open'") == [
        {"open": 0}
    ]


async def test_the_last_fen_is_held_once(wide: str) -> None:
    """Sixteen cases want the whole balance at the same instant: one gets it. R3.4."""
    for _ in range(max(5, int(100 * SCALE))):
        books = await open_books(1, 1000)

        async def want(books: Books = books) -> bool:
            try:
                await books.held_case(1000)
            except InsufficientFunds:
                return False
            return True

        assert sum(await asyncio.gather(*(want() for _ in range(WORKERS)))) == 1
        assert (await books.pool()).available_fen == 0


async def test_capture_against_release_of_the_same_hold(wide: str) -> None:
    """A payout and a withdrawal of the same instant: exactly one happens. R3.4."""
    for _ in range(max(5, int(100 * SCALE))):
        books = await open_books(1, 1000)
        case_id = await books.held_case(1000)

        async def pay(books: Books = books, case_id: UUID = case_id) -> bool:
            try:
                async with in_transaction():
                    await books.pay(case_id, 1000)
            except HoldClosed:
                return False
            return True

        async def withdraw(case_id: UUID = case_id) -> bool:
            try:
                async with in_transaction():
                    await release(case_id, 1, NOW)
            except HoldClosed:
                return False
            return True

        paid, withdrawn = await asyncio.gather(pay(), withdraw())
        assert paid != withdrawn
        assert (await books.pool()).available_fen == (0 if paid else 1000)
    assert await replay_differences() == []
