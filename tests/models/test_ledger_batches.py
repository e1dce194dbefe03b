"""Many journals at once leave exactly what one after the other leaves. R3.2, R3.3, R3.4."""

from random import Random
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import sql
from models.ledger import ensure_account, post, post_many, replay_differences, unbalanced_journals
from rules.ledger import AccountKind, Journal, JournalKind, Posting
from rules.refusals.base import Refusal
from rules.refusals.ledger import (
    AccountNotFound,
    DuplicateReference,
    InsufficientFunds,
    ProtectedMoney,
    UnbalancedJournal,
)
from tests.models.books import DAY, NOW, Books, hold_one, open_books

POOLS = 4


@pytest.fixture
async def books(database: str) -> Books:
    books = await open_books(POOLS, 1000)
    async with in_transaction():
        await hold_one(books.pools[0], uuid4(), 1, 700, NOW)
    return books


def switched(books: Books, source: int, target: int, fen: int, reference: str = "") -> Journal:
    """Money goes from one pooled account to another."""
    lines = (Posting(books.pools[source], fen), Posting(books.pools[target], -fen))
    return Journal(JournalKind.SCOPE_SWITCH, lines, DAY, reference or str(uuid4()), "合并")


async def standing() -> list[tuple[object, ...]]:
    """Everything in the books but random ids."""
    rows = await sql(
        "SELECT j.reference, j.kind, j.lines, j.memo, j.effective_on, j.actor, p.seq, a.code,"
        " p.amount_fen, p.payee, p.position, p.balance_after_fen, a.balance_fen, a.posted"
        " FROM ledger_journal j JOIN ledger_posting p ON p.journal_id = j.id"
        " JOIN ledger_account a ON a.id = p.account_id ORDER BY j.reference, p.seq"
    )
    return [tuple(row.values()) for row in rows]


class Undone(Exception):
    """Takes back what was tried."""


async def outcome(books: Books, journals: list[Journal], many: bool) -> object:
    """What stands afterwards, or the refusal; undone in the end."""
    found: object = None
    try:
        async with in_transaction():
            try:
                async with in_transaction():
                    if many:
                        assert len(await post_many(journals, NOW, "test")) == len(journals)
                    else:
                        for journal in journals:
                            await post(journal, NOW, "test")
                found = await standing()
            except Refusal as refusal:
                found = type(refusal), refusal.facts if hasattr(refusal, "facts") else None
            assert not await replay_differences() and not await unbalanced_journals()
            await sql("SET CONSTRAINTS ALL IMMEDIATE")
            raise Undone
    except Undone:
        return found


async def test_at_once_is_as_one_after_the_other(books: Books) -> None:
    """Chains in which later journals spend what earlier ones brought, up to a hold; some have
    two lines on one account, some come twice, some ask too much."""
    for seed in range(40):
        journals = chain(books, Random(seed))
        assert await outcome(books, journals, True) == await outcome(books, journals, False)


def chain(books: Books, random: Random) -> list[Journal]:
    """Transfers among the pooled accounts."""
    journals = []
    for _ in range(random.randint(1, 12)):
        source, target = random.sample(range(POOLS), 2)
        made = switched(books, source, target, random.choice((1, 7, 150, 300, 900)))
        if random.random() < 0.2:
            made = Journal(made.kind, made.postings * 2, DAY, made.reference)
        journals.append(made)
    if random.random() < 0.2:
        journals.append(random.choice(journals))
    return journals


async def test_the_ids_come_in_order_and_again(books: Books) -> None:
    journals = [switched(books, 1, 2, 10 + nth) for nth in range(5)]
    ids = await post_many(journals, NOW, "test")
    rows = await sql("SELECT id, reference FROM ledger_journal WHERE id = ANY($1::uuid[])", ids)
    assert {row["id"]: row["reference"] for row in rows} == {
        key: journal.reference for key, journal in zip(ids, journals, strict=True)
    }
    assert await post_many(journals, NOW, "test") == ids
    more = [*journals, switched(books, 2, 3, 1)]
    assert (await post_many(more, NOW, "test"))[:5] == ids
    assert await post_many([], NOW, "test") == []
    assert not await replay_differences()


async def bad(books: Books, what: str) -> Journal:
    bank = Posting(books.bank, -5)
    if what == "missing":
        return Journal(JournalKind.BANK_TRANSFER, (Posting(uuid4(), 5), bank), DAY, "x")
    if what == "protected":
        async with in_transaction():
            fund = await ensure_account(AccountKind.HOUSEHOLD_FUND, uuid4(), "户", NOW)
        return Journal(JournalKind.POOLED_PAYOUT, (Posting(fund, 5), bank), DAY, "x")
    if what == "held":
        return switched(books, 0, 1, 301)
    if what == "other":
        known = switched(books, 1, 2, 3, "x")
        await post(known, NOW, "test")
        return switched(books, 1, 2, 4, "x")
    return Journal(JournalKind.REVERSAL, (Posting(books.bank, 5), bank), DAY, "x", "", None, None)


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ("missing", AccountNotFound),
        ("protected", ProtectedMoney),
        ("held", InsufficientFunds),
        ("other", DuplicateReference),
        ("reversal", UnbalancedJournal),
    ],
)
async def test_one_fault_and_nothing_stands(
    books: Books, what: str, refusal: type[Refusal]
) -> None:
    fault = await bad(books, what)
    before = await standing()
    with pytest.raises(refusal):
        await post_many([switched(books, 2, 3, 5), fault], NOW, "test")
    assert await standing() == before


async def test_alone_is_a_transaction_of_its_own(books: Books) -> None:
    """Outside of a transaction a journal is whole too, whichever way it goes."""
    key: UUID = await post(switched(books, 1, 2, 400), NOW, "test")
    assert key
    with pytest.raises(InsufficientFunds):
        await post(switched(books, 1, 2, 601), NOW, "test")
    twice = switched(books, 1, 2, 100)
    await post(Journal(twice.kind, twice.postings * 2, DAY, "y"), NOW, "test")
    assert not await replay_differences() and not await unbalanced_journals()
