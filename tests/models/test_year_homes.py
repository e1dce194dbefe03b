"""A year's interest in the homes' accounts, against `rules.income`. R4.8."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from models.base import one, sql
from models.income import homes as work
from models.income.homes import chunks_of, post_chunk
from models.ledger import (
    accounts_for,
    ensure_account,
    ensure_accounts,
    post,
    replay_differences,
    reverse,
    unbalanced_journals,
)
from rules.income import Change, distribute_interest, home_weight
from rules.income.shares import InterestCut
from rules.ledger import AccountKind, Journal, JournalKind, Posting

NOW = datetime(2026, 1, 5, 2, tzinfo=UTC)
YEAR = 2025
FIRST = date(2024, 11, 1)
END = date(2026, 1, 1)
SCALE = 10**24


class Undone(Exception):
    """Ends a transaction that leaves nothing behind."""


@asynccontextmanager
async def undone() -> AsyncIterator[None]:
    """A transaction whose deferred checks are made and which is then rolled back."""
    try:
        async with in_transaction():
            yield
            await sql("SET CONSTRAINTS ALL IMMEDIATE")
            raise Undone
    except Undone:
        pass


@dataclass
class City:
    """Homes with entries in the books, the factors of the days, and what each home weighs."""

    random: Random
    homes: list[UUID] = field(default_factory=list)
    factors: dict[date, int] = field(default_factory=dict)
    changes: dict[UUID, list[Change]] = field(default_factory=dict)

    @property
    def weights(self) -> dict[UUID, int]:
        """What the rules say that each home weighs."""
        factors = sorted(self.factors.items())
        return {home: home_weight(changes, factors) for home, changes in self.changes.items()}

    async def build(self, homes: int, flat: bool = False) -> "City":
        """With `flat` every home weighs the same, so that ids alone settle who gets a fen more."""
        place = await _place()
        rows = sorted(UUID(int=self.random.getrandbits(128), version=4) for _ in range(homes))
        self.homes = rows
        await sql(
            "INSERT INTO home (id, unit_id, code, room, area_cm2, area_source, use, area_note,"
            " developer_held, counts) SELECT id, $1, id::text, '1', 1, 'survey', '', '', false,"
            " true FROM unnest($2::uuid[]) AS id",
            place,
            rows,
        )
        day, factor = FIRST, 0
        while day <= END:
            self.factors[day] = factor
            factor += self.random.choice((0, 0, 1, 7, 10**19, 41 * 10**18 + 3))
            day += timedelta(1)
        await sql(
            'INSERT INTO year_factor (id, year, "on", factor) SELECT gen_random_uuid(), $1, d, f'
            " FROM unnest($2::date[], $3::numeric[]) AS l(d, f)",
            YEAR,
            list(self.factors),
            list(self.factors.values()),
        )
        self.changes = {home: [] for home in rows}
        await self._opened(flat)
        if not flat:
            await self._moved()
        return self

    async def _accounts(self, kind: AccountKind, homes: list[UUID]) -> dict[UUID | None, UUID]:
        return await ensure_accounts(kind, [(home, "户") for home in homes], NOW)

    async def _opened(self, flat: bool) -> None:
        funds = await self._accounts(AccountKind.HOUSEHOLD_FUND, self.homes)
        some = [] if flat else self.random.sample(self.homes, len(self.homes) // 2)
        interest = await self._accounts(AccountKind.HOUSEHOLD_INTEREST, some)
        for kind, accounts in (
            (JournalKind.OPENING_PRINCIPAL, funds),
            (JournalKind.OPENING_INTEREST, interest),
        ):
            sums = {
                home: 700 if flat else self.random.choice((1, 3, 1_000_003, 5 * 10**9))
                for home in accounts
                if home
            }
            await self._enter(kind, accounts, sums, date(2025, 6, 30), None)

    async def _moved(self) -> None:
        """Pay-ins and uses on days of the year, before the first deposit, and in the next year."""
        funds = await self._accounts(AccountKind.HOUSEHOLD_FUND, self.homes)
        for _ in range(6):
            on = self.random.choice((date(2024, 3, 3), FIRST, date(2025, 12, 31), END))
            if self.random.random() < 0.6:
                on = date(2025, 1, 1) + timedelta(self.random.randrange(365))
            payers = self.random.sample(self.homes, len(self.homes) // 3)
            sums = {home: self.random.randint(1, 10**7) for home in payers}
            await self._enter(JournalKind.DEPOSIT, funds, sums, on, on)
            taken = {home: -self.random.randint(1, fen) for home, fen in sums.items()}
            await self._enter(JournalKind.FUND_PAYOUT, funds, taken, on, on)
        # What corrects an opening counts from before everything, as the opening did.
        sums = {self.homes[0]: 999}
        wrong = await self._enter(JournalKind.OPENING_PRINCIPAL, funds, sums, FIRST, None)
        await reverse(wrong, date(2025, 8, 8), NOW, "test")
        self.changes[self.homes[0]].append((None, -999))

    async def _enter(
        self,
        kind: JournalKind,
        accounts: Mapping[UUID | None, UUID],
        sums: Mapping[UUID, int],
        on: date,
        since: date | None,
    ) -> UUID:
        if not sums:
            return uuid4()
        bank = await ensure_account(AccountKind.BANK, None, "专户", NOW)
        lines = [Posting(accounts[home], -fen) for home, fen in sums.items()]
        journal = Journal(kind, (Posting(bank, sum(sums.values())), *lines), on, str(uuid4()))
        for home, fen in sums.items():
            self.changes[home].append((since, fen))
        return await post(journal, NOW, "test")


async def _place() -> UUID:
    ids = [uuid4() for _ in range(4)]
    codes = [str(key) for key in ids]
    await sql(
        "INSERT INTO community (id, code, name, address, street, manager_name, managed,"
        " parking_counts) VALUES ($1, $2, '苑', '', '', '', 'company', false)",
        ids[0],
        codes[0],
    )
    await sql(
        "INSERT INTO building (id, community_id, code, name, kept_per, land_parcel,"
        " planning_permit) VALUES ($1, $2, $3, '1幢', 'building', '', '')",
        ids[1],
        ids[0],
        codes[1],
    )
    await sql(
        "INSERT INTO scope (id, building_id, code, name, kind) VALUES ($1, $2, $3, '1幢',"
        " 'building')",
        ids[2],
        ids[1],
        codes[2],
    )
    await sql(
        "INSERT INTO unit (id, building_id, scope_id, code, name) VALUES ($1, $2, $3, $4, '1')",
        ids[3],
        ids[1],
        ids[2],
        codes[3],
    )
    return ids[3]


async def _interest(homes: list[UUID]) -> dict[UUID | None, int]:
    found = await accounts_for(AccountKind.HOUSEHOLD_INTEREST, homes)
    return {home: account.balance_fen for home, account in found.items()}


async def _close(cut: InterestCut, actor: str = "test") -> list[UUID | None]:
    return [await post_chunk(YEAR, nth, NOW, actor) for nth in range(1, chunks_of(cut) + 1)]


async def _income(total_fen: int) -> None:
    """The Centre has that much undistributed interest, as its banks credited it."""
    bank = await ensure_account(AccountKind.BANK, None, "专户", NOW)
    owed = await ensure_account(AccountKind.UNDISTRIBUTED_INTEREST, None, "未分配", NOW)
    if total_fen:
        lines = (Posting(bank, total_fen), Posting(owed, -total_fen))
        await post(Journal(JournalKind.SETTLEMENT, lines, date(2025, 5, 5), "s"), NOW, "test")


async def test_every_home_has_its_part_to_the_fen(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chunks together are the split of the rules, whatever their size; each home explains
    itself; the books replay."""
    for seed in range(16):
        await one_city(seed, monkeypatch)


async def one_city(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A city made at random, its year closed, all of it undone."""
    random = Random(seed)
    monkeypatch.setattr(work, "CHUNK", random.choice((1, 4, 25)))
    async with undone():
        city = await City(random).build(random.choice((5, 17, 60)), flat=seed % 4 == 3)
        total_fen = random.choice((1, 13, 10**6 + 1, 10**11 + 7))
        await _income(total_fen)
        before = await _interest(city.homes)
        cut = await work.split(YEAR, total_fen, NOW)
        cut = InterestCut.of(cut.kept())
        weights = {home: await work.home_weight(YEAR, home, NOW) for home in city.homes}
        assert weights == city.weights
        told = distribute_interest(total_fen, weights)
        assert (cut.weight, cut.left_fen) == (told.weight, told.left_fen)
        assert (cut.remainder, cut.home_id) == (told.cut_remainder, told.cut_id)
        due = told.parts
        assert {home: cut.part_fen(home, weight) for home, weight in weights.items()} == {
            home: due.get(home, 0) for home in city.homes
        }
        assert all(await _close(cut))
        after = await _interest(city.homes)
        assert {home: after.get(home, 0) - before.get(home, 0) for home in city.homes} == {
            home: due.get(home, 0) for home in city.homes
        }
        assert not await replay_differences() and not await unbalanced_journals()


async def test_a_chunk_is_posted_once(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Posting it again, as a job does that was killed, changes nothing. R4.7."""
    monkeypatch.setattr(work, "CHUNK", 5)
    async with in_transaction():
        city = await City(Random(1)).build(12)
        await _income(10**9)
    async with in_transaction():
        cut = await work.split(YEAR, 10**9, NOW)
    for nth in (2, 1, 2, 3, 1):
        async with in_transaction():
            await post_chunk(YEAR, nth, NOW, "test")
    async with in_transaction():
        assert await _close(cut) == [None] * 3
    assert sum((await _interest(city.homes)).values()) >= 10**9
    owed = await accounts_for(AccountKind.UNDISTRIBUTED_INTEREST, [None])
    assert owed[None].balance_fen == 0
    assert not await replay_differences() and not await unbalanced_journals()
    row = await one(
        "SELECT count(*) AS journals, min(effective_on) AS first, max(effective_on) AS last"
        " FROM ledger_journal WHERE kind = 'interest'"
    )
    assert row == {"journals": 3, "first": date(2025, 12, 31), "last": date(2025, 12, 31)}


async def test_what_was_recorded_later_does_not_count(database: str) -> None:
    async with undone():
        city = await City(Random(2)).build(6, flat=True)
        await _income(600)
        cut = await work.split(YEAR, 600, NOW)
        assert (cut.homes, cut.left_fen, cut.remainder, cut.home_id) == (6, 0, None, None)
        none = await work.split(YEAR, 600, NOW - timedelta(seconds=1))
        assert (none.weight, none.homes, chunks_of(none), none.left_fen) == (0, 0, 0, 600)
        assert none.part_fen(city.homes[0], 0) == 0


@pytest.mark.parametrize("total_fen", [0, -5])
async def test_nothing_and_less_are_not_distributed(database: str, total_fen: int) -> None:
    async with undone():
        await City(Random(3)).build(6)
        cut = await work.split(YEAR, total_fen, NOW)
        assert chunks_of(cut) == 0 and cut.total_fen == total_fen and cut.left_fen == 0


async def test_of_equal_remainders_the_lower_homes_get_the_fen(database: str) -> None:
    async with undone():
        city = await City(Random(4)).build(7, flat=True)
        await _income(10)
        cut = await work.split(YEAR, 10, NOW)
        assert (cut.left_fen, cut.home_id) == (3, city.homes[2])
        await _close(cut)
        assert list((await _interest(city.homes)).values()).count(2) == 3
        assert [(await _interest([home]))[home] for home in city.homes] == [2, 2, 2, 1, 1, 1, 1]
