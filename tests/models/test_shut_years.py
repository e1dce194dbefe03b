"""Entries of a year whose closing is confirmed: refused, also when both happen at once. R4.7."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from uuid import uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import sql
from models.income import AccountingYear
from models.ledger import post, replay_differences, reverse
from rules.refusals.books import YearShut
from tests.models.books import DAY, Books, income, open_books, pay_one

# Half past midnight of 1 January 2026 in Beijing is still 2025 in Greenwich.
NEW_YEAR = datetime(2025, 12, 31, 16, 30, tzinfo=UTC)
Act = Callable[[], Awaitable[object]]
EVE = datetime(2025, 12, 31, 15, 30, tzinfo=UTC)


@pytest.fixture
async def books(database: str) -> Books:
    return await open_books()


async def year_of(year: int, state: str) -> None:
    await AccountingYear.create(
        year=year, state=state, asked_by=uuid4(), asked_at=EVE, frozen_at=EVE
    )


async def become(year: int, state: str) -> None:
    await sql("UPDATE accounting_year SET state = $2 WHERE year = $1", year, state)


@pytest.mark.parametrize("state", ["previewing", "previewed", "failed"])
async def test_an_open_year_takes_entries(books: Books, state: str) -> None:
    await year_of(2025, state)
    await post(income(books, 500, "late"), NEW_YEAR, "test")
    assert (await books.pool()).balance_fen == 100_500


@pytest.mark.parametrize("state", ["closing", "closed"])
async def test_a_shut_year_takes_none(books: Books, state: str) -> None:
    """R4.7: posted, reversed or paid, the day decides; the present year is not touched."""
    early = await post(income(books, 500, "early"), EVE, "test")
    case_id = await books.held_case(700)
    await year_of(2025, state)
    with pytest.raises(YearShut) as caught:
        await post(income(books, 500, "late"), NEW_YEAR, "test")
    assert caught.value.facts == {"year": 2025}
    with pytest.raises(YearShut):
        await reverse(early, DAY, NEW_YEAR, "test")
    with pytest.raises(YearShut):
        await pay(books, case_id, DAY)
    assert (await books.pool()).balance_fen == 100_500
    await post(income(books, 500, "next", date(2026, 1, 1)), NEW_YEAR, "test")
    await reverse(early, date(2026, 1, 1), NEW_YEAR, "test")
    await pay(books, case_id, date(2026, 1, 1))
    assert (await books.pool()).balance_fen == 100_000 + 500 - 700
    assert await replay_differences() == []


async def pay(books: Books, case_id: object, on: date) -> object:
    """The whole hold of 7.00 is paid, effective that day, in the new year."""
    async with in_transaction():
        return await pay_one(books.pools[0], case_id, 700, books.bank, books.insurer, on, NEW_YEAR)


async def test_what_stands_is_found_again(books: Books) -> None:
    """R3.2: a repeated request gets its answer although the year was shut in between."""
    case_id = await books.held_case(700)
    entry = income(books, 500, "early")
    first, paid = await post(entry, EVE, "test"), await books.pay(case_id, 700)
    undone = await reverse(first, DAY, EVE, "test")
    await year_of(2025, "closed")
    assert await post(entry, NEW_YEAR, "test") == first
    assert await reverse(first, DAY, NEW_YEAR, "test") == undone
    assert await pay(books, case_id, DAY) == paid


async def test_the_closing_itself_posts(books: Books) -> None:
    await year_of(2025, "closing")
    await post(income(books, 500, "year:2025"), NEW_YEAR, "test", closing=True)
    assert (await books.pool()).balance_fen == 100_500


async def test_years_before_a_shut_one_are_shut(books: Books) -> None:
    """A year that nobody closed was distributed with the first one that was closed after it."""
    await year_of(2025, "closed")
    await year_of(2026, "previewing")
    with pytest.raises(YearShut) as caught:
        await post(income(books, 500, "late", date(2023, 5, 5)), NEW_YEAR, "test")
    assert caught.value.facts == {"year": 2025}


async def test_the_present_year_asks_nothing(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hot path: an entry of this Beijing year, or of a year to come, costs no statement."""
    await year_of(2025, "closed")
    await year_of(2026, "closed")

    async def none(*_: object) -> list[object]:
        raise AssertionError("a statement too many")

    monkeypatch.setattr("models.ledger.years.sql", none)
    for nth, (now, on) in enumerate(((EVE, DAY), (NEW_YEAR, date(2026, 1, 1)))):
        await post(income(books, 1, f"now:{nth}", on), now, "test")
    with pytest.raises(AssertionError):
        await post(income(books, 1, "then"), NEW_YEAR, "test")


# --- both at once


async def waiting() -> None:
    """Returns when one transaction of this database waits for another one's lock."""
    while not await sql(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
        " AND wait_event_type = 'Lock'"
    ):
        await asyncio.sleep(0)


async def late(books: Books, reference: str = "late") -> object:
    async with in_transaction():
        return await post(income(books, 500, reference), NEW_YEAR, "test")


class Undone(Exception):
    """The transaction is taken back."""


async def behind(first: Act, second: Act, keep: bool) -> BaseException | None:
    """What refused `second`, begun while `first` was done but not committed: it waited until
    that was kept or undone."""
    begun = asyncio.Event()

    async def follow() -> None:
        await begun.wait()
        await second()

    # Made before the transaction, which it would ride on otherwise.
    task = asyncio.create_task(follow())
    with suppress(Undone):
        async with in_transaction():
            await first()
            begun.set()
            async with asyncio.timeout(60):
                await waiting()
            assert not task.done()
            if not keep:
                raise Undone
    await asyncio.wait([task])
    return task.exception()


@pytest.mark.parametrize("keep", [True, False])
async def test_an_entry_waits_for_the_closing_being_confirmed(books: Books, keep: bool) -> None:
    await year_of(2025, "previewed")
    refused = await behind(partial(become, 2025, "closing"), partial(late, books), keep)
    assert type(refused) is (YearShut if keep else type(None))
    assert (await books.pool()).balance_fen == (100_000 if keep else 100_500)


@pytest.mark.parametrize("keep", [True, False])
async def test_the_closing_waits_for_an_entry_on_its_way(books: Books, keep: bool) -> None:
    """R4.7: what the closing then adds up has the entry in it, if there is one."""
    await year_of(2025, "previewed")
    seen: list[int] = []

    async def confirm() -> None:
        async with in_transaction():
            await become(2025, "closing")
            seen.append((await books.pool()).balance_fen)

    assert await behind(partial(late, books), confirm, keep) is None
    assert seen == [100_500 if keep else 100_000]
    with pytest.raises(YearShut):
        await post(income(books, 1, "later"), NEW_YEAR, "test")


async def test_entries_do_not_wait_for_each_other(books: Books) -> None:
    """The year is shared among those who post into it: only the closing keeps them out."""
    await year_of(2025, "previewed")
    others, begun = await open_books(), asyncio.Event()

    async def follow() -> None:
        await begun.wait()
        await late(others, "other")

    task = asyncio.create_task(follow())
    async with asyncio.timeout(60), in_transaction():
        await post(income(books, 500, "one"), NEW_YEAR, "test")
        begun.set()
        await asyncio.wait([task])
    assert task.exception() is None
    assert (await others.pool()).balance_fen == 100_500
