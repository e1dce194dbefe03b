"""The books on PostgreSQL: posting once, holding, paying, reversing, reading. Section 3."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import sql
from models.ledger import (
    account_for,
    accounts_for,
    balance,
    capture,
    ensure_account,
    ensure_accounts,
    held,
    holds_of,
    journal_of,
    post,
    release,
    replay_differences,
    reverse,
    totals,
    unbalanced_journals,
)
from rules.ledger import AccountKind, Journal, JournalKind, Part, Posting, opening, premium_payout
from rules.refusals.ledger import (
    AccountNotFound,
    AlreadyReversed,
    DuplicateReference,
    HoldClosed,
    HoldExceeded,
    HoldMismatch,
    HoldNotFound,
    InsufficientFunds,
    JournalNotFound,
    ProtectedMoney,
    UnbalancedJournal,
)
from tests.models.books import DAY, NOW, Books, hold_one, income, open_books


@pytest.fixture
async def books(database: str) -> Books:
    return await open_books()


async def true_books() -> bool:
    return not await replay_differences() and not await unbalanced_journals()


# --- accounts


async def test_an_account_is_opened_once(database: str) -> None:
    owner = uuid4()
    first = await ensure_account(AccountKind.POOLED, owner, "统筹", NOW)
    assert await ensure_account(AccountKind.POOLED, owner, "另名", NOW) == first
    found = await account_for(AccountKind.POOLED, owner)
    assert (found.id, found.title, found.guarded, found.balance_fen) == (first, "统筹", True, 0)
    with pytest.raises(AccountNotFound):
        await account_for(AccountKind.SPECIAL, owner)


async def test_opening_at_once_opens_one(database: str) -> None:
    owner = uuid4()
    ids = await asyncio.gather(
        *(ensure_account(AccountKind.POOLED, owner, "统筹", NOW) for _ in range(8))
    )
    assert len(set(ids)) == 1


async def test_many_accounts_in_one_go_and_the_centres_own(database: str) -> None:
    owners = [uuid4() for _ in range(50)]
    made = await ensure_accounts(
        AccountKind.HOUSEHOLD_FUND, [(owner, "分户") for owner in owners], NOW
    )
    assert set(made) == set(owners)
    assert len(set(made.values())) == 50
    found = await accounts_for(AccountKind.HOUSEHOLD_FUND, [*owners, uuid4()])
    assert {ref: account.id for ref, account in found.items()} == made
    assert (
        await ensure_account(AccountKind.EQUITY, None, "期初", NOW)
        == (await account_for(AccountKind.EQUITY, None)).id
    )


# --- journals


async def test_posting_moves_both_balances(books: Books) -> None:
    pool = await books.pool()
    assert (pool.balance_fen, pool.held_fen, pool.available_fen) == (100_000, 0, 100_000)
    assert await totals() == {AccountKind.BANK: 100_000, AccountKind.POOLED: 100_000}
    assert await true_books()


async def test_the_same_reference_is_the_same_journal(books: Books) -> None:
    """R3.2: repeated posting happens once; other content is refused."""
    entry = income(books, 500, "income:1")
    async with in_transaction():
        first = await post(entry, NOW, "test")
    async with in_transaction():
        assert await post(entry, NOW + timedelta(days=1), "other") == first
    assert await journal_of(first) == entry
    for other in (
        income(books, 501, "income:1"),
        replace(entry, memo="不同"),
        replace(entry, effective_on=DAY + timedelta(days=1)),
        replace(entry, case_id=uuid4()),
    ):
        with pytest.raises(DuplicateReference):
            async with in_transaction():
                await post(other, NOW, "test")
    assert (await books.pool()).balance_fen == 100_500


async def test_posting_the_same_at_once_happens_once(books: Books) -> None:
    entry = income(books, 500, "income:1")

    async def once() -> object:
        async with in_transaction():
            return await post(entry, NOW, "test")

    assert len(set(await asyncio.gather(*(once() for _ in range(8))))) == 1
    assert (await books.pool()).balance_fen == 100_500
    assert await true_books()


async def test_what_may_not_be_posted_leaves_nothing(books: Books) -> None:
    home = await ensure_account(AccountKind.HOUSEHOLD_FUND, uuid4(), "分户", NOW)
    parts = [Part(home, 900)]
    await post(opening(JournalKind.OPENING_PRINCIPAL, books.bank, parts, DAY, "p"), NOW, "test")
    pool, bank = books.pools[0], books.bank
    payout, fund = JournalKind.POOLED_PAYOUT, JournalKind.FUND_PAYOUT
    for kind, lines, refusal in (
        (payout, [(pool, 5), (bank, -4)], UnbalancedJournal),
        (payout, [(home, 5), (bank, -5)], ProtectedMoney),
        (payout, [(pool, 5), (uuid4(), -5)], AccountNotFound),
        (payout, [(pool, 100_001), (bank, -100_001)], InsufficientFunds),
        (fund, [(home, 901), (bank, -901)], InsufficientFunds),
        (JournalKind.REVERSAL, [(pool, 5), (bank, -5)], UnbalancedJournal),
    ):
        entry = Journal(kind, tuple(Posting(*line) for line in lines), DAY, "bad")
        with pytest.raises(refusal):
            async with in_transaction():
                await post(entry, NOW, "test")
    assert (await sql("SELECT count(*) AS n FROM ledger_journal WHERE reference = 'bad'")) == [
        {"n": 0}
    ]
    assert await true_books()


async def test_a_repeated_posting_of_spent_money_is_still_the_same(books: Books) -> None:
    """An answer lost on the way is asked for again when nothing is left to spend."""
    lines = (Posting(books.pools[0], 100_000), Posting(books.bank, -100_000))
    entry = Journal(JournalKind.POOLED_PAYOUT, lines, DAY, "all")
    async with in_transaction():
        first = await post(entry, NOW, "test")
    async with in_transaction():
        assert await post(entry, NOW, "test") == first


async def test_a_reversal_undoes_once(books: Books) -> None:
    async with in_transaction():
        wrong = await post(income(books, 700, "income:wrong"), NOW, "test")
    async with in_transaction():
        mirror = await reverse(wrong, DAY, NOW, "test", "入错账")
    async with in_transaction():
        assert await reverse(wrong, DAY, NOW, "test", "入错账") == mirror
    assert (await books.pool()).balance_fen == 100_000
    with pytest.raises(AlreadyReversed):
        async with in_transaction():
            await reverse(wrong, DAY, NOW, "test", "又一次")
    with pytest.raises(UnbalancedJournal):
        async with in_transaction():
            await reverse(mirror, DAY, NOW, "test")
    with pytest.raises(JournalNotFound):
        await reverse(uuid4(), DAY, NOW, "test")
    assert await true_books()


async def test_money_held_since_cannot_be_reversed_away(books: Books) -> None:
    """R3.4: a hold outlives the correction of the entry that paid for it."""
    async with in_transaction():
        extra = await post(income(books, 700, "income:extra"), NOW, "test")
    await books.held_case(100_500)
    with pytest.raises(InsufficientFunds):
        async with in_transaction():
            await reverse(extra, DAY, NOW, "test")
    assert await true_books()


# --- holds


async def test_a_hold_reserves_and_a_repeat_is_the_same_hold(books: Books) -> None:
    """R3.4."""
    case_id = uuid4()
    async with in_transaction():
        first = await hold_one(books.pools[0], case_id, 1, 60_000, NOW)
    async with in_transaction():
        assert await hold_one(books.pools[0], case_id, 1, 60_000, NOW + timedelta(days=1)) == first
    pool = await books.pool()
    assert (pool.balance_fen, pool.held_fen, pool.available_fen) == (100_000, 60_000, 40_000)
    assert await holds_of(case_id, 1) == [first]
    assert await held(books.pools[0]) == 60_000
    with pytest.raises(HoldMismatch):
        async with in_transaction():
            await hold_one(books.pools[0], case_id, 1, 60_001, NOW)
    assert await true_books()


async def test_a_repeated_hold_is_the_same_when_nothing_is_left(books: Books) -> None:
    case_id = await books.held_case(100_000)
    async with in_transaction():
        again = await hold_one(books.pools[0], case_id, 1, 100_000, NOW)
    assert [again] == await holds_of(case_id, 1)


async def test_holding_more_than_available_says_what_is_there(books: Books) -> None:
    await books.held_case(60_000)
    with pytest.raises(InsufficientFunds) as refused:
        await books.held_case(40_001)
    assert refused.value.facts == {"available_fen": 40_000, "needed_fen": 40_001}
    await books.held_case(40_000)
    assert (await books.pool()).available_fen == 0
    assert await true_books()


async def test_a_households_money_is_not_held_for_the_pooled_flow(books: Books) -> None:
    """R3.3."""
    home = await ensure_account(AccountKind.HOUSEHOLD_INTEREST, uuid4(), "分户利息", NOW)
    with pytest.raises(ProtectedMoney):
        await hold_one(home, uuid4(), 1, 1, NOW)
    with pytest.raises(AccountNotFound):
        await hold_one(uuid4(), uuid4(), 1, 1, NOW)


async def test_release_gives_all_back_once(books: Books) -> None:
    case_id = await books.held_case(60_000)
    for _ in range(2):
        async with in_transaction():
            await release(case_id, 1, NOW)
    assert [one.state for one in await holds_of(case_id, 1)] == ["released"]
    assert (await books.pool()).available_fen == 100_000
    with pytest.raises(HoldClosed):
        async with in_transaction():
            await hold_one(books.pools[0], case_id, 1, 60_000, NOW)
    with pytest.raises(HoldClosed):
        async with in_transaction():
            await books.pay(case_id, 60_000)
    assert await release(uuid4(), 1, NOW) == [], "a plan that holds nothing gives nothing back"
    assert await true_books()


async def test_capture_pays_and_gives_the_rest_back(books: Books) -> None:
    """R9.3: a smaller contract captures less and releases the rest."""
    case_id = await books.held_case(60_000)
    async with in_transaction():
        paid = await books.pay(case_id, 59_999)
    assert (paid.captured_fen, paid.released_fen) == (59_999, 1)
    pool = await books.pool()
    assert (pool.balance_fen, pool.held_fen) == (40_001, 0)
    async with in_transaction():
        assert await books.pay(case_id, 59_999) == paid
    with pytest.raises(HoldClosed):
        async with in_transaction():
            await books.pay(case_id, 59_999, reference="again")
    with pytest.raises(HoldClosed):
        await release(case_id, 1, NOW)
    assert (await balance(books.bank), await balance(books.pools[0])) == (40_001, 40_001)
    assert await true_books()


async def test_capture_refuses_what_was_not_held(books: Books) -> None:
    case_id = await books.held_case(60_000)
    with pytest.raises(HoldExceeded):
        async with in_transaction():
            await books.pay(case_id, 60_001)
    with pytest.raises(HoldNotFound):
        async with in_transaction():
            await books.pay(case_id, 1, version=2)
    with pytest.raises(UnbalancedJournal):
        async with in_transaction():
            await books.pay(case_id, 0)
    with pytest.raises(DuplicateReference):
        async with in_transaction():
            await books.pay(case_id, 1, reference=f"open:{books.bank}")
    assert (await books.pool()).held_fen == 60_000
    assert await true_books()


async def test_co_insurers_are_each_paid_their_part(books: Books) -> None:
    """R3.5."""
    case_id, parts = await books.held_case(1000), [Part(uuid4(), 334), Part(uuid4(), 666)]
    async with in_transaction():
        journal = premium_payout(
            debits={books.pools[0]: 1000},
            bank=books.bank,
            insurers=parts,
            effective_on=DAY,
            reference="co",
            case_id=case_id,
            kind=JournalKind.POOLED_PAYOUT,
        )
        paid = await capture(case_id, 1, journal, {books.pools[0]: 1000}, NOW, "test")
    lines = (await journal_of(paid.journal_id)).postings
    assert [(line.payee, -line.amount_fen) for line in lines[1:]] == [
        (part.ref, part.amount_fen) for part in parts
    ]


async def test_a_full_hold_can_be_captured_in_full(books: Books) -> None:
    """The hold's own money is spent: nothing else need be available."""
    case_id = await books.held_case(100_000)
    async with in_transaction():
        await books.pay(case_id, 100_000)
    pool = await books.pool()
    assert (pool.balance_fen, pool.held_fen) == (0, 0)


async def test_another_version_is_another_hold(books: Books) -> None:
    """R7.6: an upheld objection frees the old version's money for the new one."""
    case_id = await books.held_case(90_000)
    async with in_transaction():
        await release(case_id, 1, NOW)
        await hold_one(books.pools[0], case_id, 2, 80_000, NOW)
    assert (await books.pool()).held_fen == 80_000


async def test_what_is_rolled_back_never_was(books: Books) -> None:
    case_id = uuid4()
    with pytest.raises(RuntimeError):
        async with in_transaction():
            await hold_one(books.pools[0], case_id, 1, 60_000, NOW)
            await books.pay(case_id, 60_000)
            raise RuntimeError
    assert await holds_of(case_id, 1) == []
    assert (await books.pool()).available_fen == 100_000
    assert await true_books()
