"""One premium over the accounts of many homes: held, released and paid together. R3.4."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid4

import pytest
from tortoise.context import TortoiseContext
from tortoise.transactions import in_transaction

from models.base import database as tortoise_config
from models.base import sql
from models.ledger import (
    Captured,
    capture,
    ensure_account,
    ensure_accounts,
    hold,
    holds_of,
    post,
    release,
    replay_differences,
    totals,
    unbalanced_journals,
)
from rules.collecting import received
from rules.funds import used
from rules.ledger import AccountKind, JournalKind, Part, Posting, opening, premium_payout
from rules.refusals.ledger import (
    AccountNotFound,
    DuplicateReference,
    HoldClosed,
    HoldExceeded,
    HoldMismatch,
    HoldNotFound,
    InsufficientFunds,
    ProtectedMoney,
    UnbalancedJournal,
)
from tests.conftest import rounds
from tests.models.books import DAY, NOW

EACH_FEN = 10_000


@dataclass(frozen=True)
class Homes:
    """Homes' funds with the same sum each, and what owners of a case paid in."""

    bank: UUID
    funds: list[UUID]
    collected: UUID
    insurer: UUID

    async def hold(self, case_id: UUID, parts: Mapping[UUID, int], version: int = 1) -> int:
        async with in_transaction():
            return len(await hold(case_id, version, parts, NOW, JournalKind.FUND_PAYOUT))

    async def free(self, case_id: UUID, version: int = 1) -> int:
        async with in_transaction():
            return len(await release(case_id, version, NOW))

    async def pay(
        self,
        case_id: UUID,
        parts: Mapping[UUID, int],
        beside: Mapping[UUID, int] | None = None,
        reference: str = "",
    ) -> Captured:
        """The case's premium, for one insurer."""
        beside = beside or {}
        async with in_transaction():
            journal = premium_payout(
                debits={**parts, **beside},
                bank=self.bank,
                insurers=[Part(self.insurer, sum([*parts.values(), *beside.values()]))],
                effective_on=DAY,
                reference=reference or f"payout:{case_id}",
                case_id=case_id,
                kind=JournalKind.FUND_PAYOUT,
            )
            return await capture(case_id, 1, journal, parts, NOW, "test")


async def homes_of(number: int, each_fen: int = EACH_FEN) -> Homes:
    """The accounts, opened and committed."""
    async with in_transaction():
        bank = await ensure_account(AccountKind.BANK, uuid4(), "专户", NOW)
        owners = [(uuid4(), "一户") for _ in range(number)]
        made = await ensure_accounts(AccountKind.HOUSEHOLD_FUND, owners, NOW)
        funds = sorted(made.values())
        parts = [Part(key, each_fen) for key in funds]
        entry = opening(JournalKind.OPENING_PRINCIPAL, bank, parts, DAY, f"open:{bank}")
        await post(entry, NOW, "test")
        collected = await ensure_account(AccountKind.COLLECTED, uuid4(), "补缴", NOW)
    return Homes(bank, funds, collected, uuid4())


async def pays_in(homes: Homes, fen: int) -> None:
    """Owners paid for the case."""
    entry = received(homes.bank, homes.collected, fen, DAY, f"in:{uuid4()}", "", uuid4())
    async with in_transaction():
        await post(entry, NOW, "test")


async def held_by_account() -> dict[UUID, int]:
    rows = await sql("SELECT id, held_fen FROM ledger_account WHERE held_fen > 0")
    return {row["id"]: row["held_fen"] for row in rows}


async def true_books() -> bool:
    return not await replay_differences() and not await unbalanced_journals()


async def test_all_or_nothing_is_held(database: str) -> None:
    """One account with a fen too little, and nothing is held on any."""
    homes = await homes_of(3)
    parts = dict(zip(homes.funds, (10, EACH_FEN + 1, 30), strict=True))
    with pytest.raises(InsufficientFunds) as refused:
        await homes.hold(uuid4(), parts)
    assert refused.value.facts["accounts"] == [str(homes.funds[1])]
    assert await held_by_account() == {}
    assert await homes.hold(uuid4(), {}) == 0
    with pytest.raises(AccountNotFound):
        await homes.hold(uuid4(), {uuid4(): 1})
    with pytest.raises(UnbalancedJournal):
        await homes.hold(uuid4(), {homes.funds[0]: 0})


async def test_a_repeat_is_the_same_holds(database: str) -> None:
    homes, case_id = await homes_of(3), uuid4()
    parts = dict(zip(homes.funds, (10, 20, 30), strict=True))
    assert await homes.hold(case_id, parts) == 3
    assert await homes.hold(case_id, parts) == 3
    assert await held_by_account() == parts
    with pytest.raises(HoldMismatch):
        await homes.hold(case_id, {**parts, homes.funds[0]: 11})
    with pytest.raises(HoldMismatch):
        await homes.hold(case_id, {homes.funds[0]: 10})
    assert await homes.free(case_id) == 3
    assert await homes.free(case_id) == 0, "released once"
    assert await held_by_account() == {}
    with pytest.raises(HoldClosed):
        await homes.hold(case_id, parts)
    assert await homes.hold(case_id, parts, version=2) == 3, "a new plan holds anew"
    assert await homes.free(uuid4()) == 0, "a plan that no fund bears holds nothing"
    assert await true_books()


async def test_the_pooled_flow_cannot_hold_it(database: str) -> None:
    """R3.3."""
    homes = await homes_of(1)
    async with in_transaction():
        with pytest.raises(ProtectedMoney):
            await hold(uuid4(), 1, {homes.funds[0]: 1}, NOW, JournalKind.POOLED_PAYOUT)


async def test_one_journal_pays_from_all(database: str) -> None:
    """Less than was held: the rest is free again, a home that gives nothing is released. R9.3."""
    homes, case_id = await homes_of(3), uuid4()
    await pays_in(homes, 500)
    await homes.hold(case_id, dict(zip(homes.funds, (100, 200, 1), strict=True)))
    parts = dict(zip(homes.funds, (90, 200, 0), strict=True))
    paid = await homes.pay(case_id, parts, {homes.collected: 450})
    assert (paid.captured_fen, paid.released_fen) == (740, 11)
    assert await homes.pay(case_id, parts, {homes.collected: 450}) == paid, "a repeat is the same"
    states = {one.account_id: (one.state, one.captured_fen) for one in await holds_of(case_id, 1)}
    kept = [("captured", 90), ("captured", 200), ("released", 0)]
    assert states == dict(zip(homes.funds, kept, strict=True))
    assert await held_by_account() == {}
    left = 3 * EACH_FEN - 290
    assert await totals() == {
        AccountKind.BANK: left + 50,
        AccountKind.HOUSEHOLD_FUND: left,
        AccountKind.COLLECTED: 50,
    }
    rows = await sql("SELECT kind, lines FROM ledger_journal WHERE case_id = $1", case_id)
    assert rows == [{"kind": "fund_payout", "lines": 4}]
    assert await true_books()


async def test_no_more_is_paid_than_was_held_and_came_in(database: str) -> None:
    homes, case_id = await homes_of(2), uuid4()
    first, second = homes.funds
    await pays_in(homes, 500)
    with pytest.raises(HoldNotFound):
        await homes.pay(case_id, {first: 1})
    await homes.hold(case_id, {first: 100})
    with pytest.raises(HoldExceeded):
        await homes.pay(case_id, {first: 101})
    with pytest.raises(HoldNotFound):
        await homes.pay(case_id, {first: 100, second: 1})
    with pytest.raises(InsufficientFunds):
        await homes.pay(case_id, {first: 100}, {homes.collected: 501})
    await homes.pay(case_id, {first: 100}, {homes.collected: 500}, "once")
    with pytest.raises(HoldClosed):
        await homes.pay(case_id, {first: 100}, reference="twice")
    with pytest.raises(DuplicateReference):
        await homes.pay(case_id, {first: 99}, reference="once")
    with pytest.raises(HoldClosed):
        await homes.free(case_id)
    assert await true_books()


async def test_another_cases_hold_is_not_touched(database: str) -> None:
    homes, mine, other = await homes_of(1), uuid4(), uuid4()
    (fund,) = homes.funds
    await homes.hold(mine, {fund: 6_000})
    with pytest.raises(InsufficientFunds):
        await homes.hold(other, {fund: 4_001})
    await homes.hold(other, {fund: 4_000})
    await homes.pay(mine, {fund: 6_000})
    assert await held_by_account() == {fund: 4_000}
    use = used(homes.bank, [Posting(fund, 1)], DAY, "use", "")
    with pytest.raises(InsufficientFunds):
        async with in_transaction():
            await post(use, NOW, "test")


async def test_what_does_not_commit_left_nothing(database: str) -> None:
    """A process that dies on the way has held, released and paid nothing; the repeat does it."""
    homes, case_id = await homes_of(3), uuid4()
    parts = dict.fromkeys(homes.funds, 10)

    class Died(Exception):
        pass

    with pytest.raises(Died):
        async with in_transaction():
            await hold(case_id, 1, parts, NOW, JournalKind.FUND_PAYOUT)
            raise Died
    assert await held_by_account() == {} and await holds_of(case_id, 1) == []
    await homes.hold(case_id, parts)
    with pytest.raises(Died):
        async with in_transaction():
            await release(case_id, 1, NOW)
            raise Died
    assert await held_by_account() == parts
    assert (await homes.pay(case_id, parts)).captured_fen == 30
    assert await true_books()


async def test_a_premium_of_thousands_of_homes_is_one_journal(database: str) -> None:
    homes, case_id = await homes_of(3_000), uuid4()
    parts = dict.fromkeys(homes.funds, 7)
    await homes.hold(case_id, parts)
    paid = await homes.pay(case_id, parts)
    assert (paid.captured_fen, paid.released_fen) == (21_000, 0)
    assert await true_books()


# --- at once


@pytest.fixture
async def wide(database_url: str) -> AsyncIterator[str]:
    """The models with a connection for every worker, so that they meet in the database."""
    async with TortoiseContext() as context:
        config = tortoise_config(database_url, pool=8)
        await context.init(config=config, _enable_global_fallback=True)
        yield database_url


async def some_cases(homes: Homes, worker: int, number: int) -> int:
    """Holds over homes in any order, uses of the funds between; what was spent."""
    random, spent = Random(worker), 0
    for _ in range(number):
        chosen = random.sample(homes.funds, random.randint(2, len(homes.funds)))
        case_id, parts = uuid4(), {key: random.randint(1, 600) for key in chosen}
        try:
            await homes.hold(case_id, parts)
        except InsufficientFunds:
            continue
        debits = [Posting(key, 1) for key in random.sample(homes.funds, 3)]
        async with in_transaction():
            try:
                await post(used(homes.bank, debits, DAY, f"use:{uuid4()}", ""), NOW, "test")
                spent += 3
            except InsufficientFunds:
                pass
        if random.random() < 0.5:
            await homes.free(case_id)
        else:
            given = {key: random.randint(0, fen) for key, fen in parts.items()}
            given[chosen[0]] = parts[chosen[0]]
            spent += (await homes.pay(case_id, given)).captured_fen
    return spent


async def test_many_cases_over_the_same_homes(wide: str) -> None:
    """Never below zero, every fen is there or was paid, and nobody waits in a circle."""
    homes = await homes_of(12)
    number = rounds(8, 200)
    spent = sum(await asyncio.gather(*(some_cases(homes, worker, number) for worker in range(8))))
    assert spent
    assert (await totals())[AccountKind.HOUSEHOLD_FUND] == 12 * EACH_FEN - spent
    assert await held_by_account() == {}
    assert await true_books()


async def test_payout_against_withdrawal_of_many_homes(wide: str) -> None:
    """Exactly one of the two happens, to all homes alike."""
    for _ in range(rounds(5, 100)):
        homes, case_id = await homes_of(6), uuid4()
        parts = dict.fromkeys(homes.funds, EACH_FEN)
        await homes.hold(case_id, parts)
        done = await asyncio.gather(
            homes.pay(case_id, parts), homes.free(case_id), return_exceptions=True
        )
        states = {one.state for one in await holds_of(case_id, 1)}
        assert states in ({"captured"}, {"released"})
        paid = states == {"captured"}
        assert isinstance(done[0], HoldClosed) is not paid
        assert isinstance(done[1], HoldClosed) is paid
    assert await true_books()
