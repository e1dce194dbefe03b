"""A few accounts with money in them, for tests of the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from tortoise.transactions import in_transaction

from models.ledger import Captured, Hold, account_for, capture, ensure_account, hold, holds_of, post
from rules.ledger import (
    Account,
    AccountKind,
    Journal,
    JournalKind,
    Part,
    Posting,
    opening,
    premium_payout,
)

NOW = datetime(2025, 3, 3, 1, 2, 3, tzinfo=UTC)
DAY = date(2025, 3, 3)


@dataclass(frozen=True)
class Books:
    """A bank account and pooled accounts, each opened with the same sum."""

    bank: UUID
    pools: Sequence[UUID]
    owners: Sequence[UUID]
    insurer: UUID

    async def pool(self, nth: int = 0) -> Account:
        """The pooled account as it stands."""
        return await account_for(AccountKind.POOLED, self.owners[nth])

    async def pay(
        self, case_id: UUID, amount_fen: int, version: int = 1, reference: str = ""
    ) -> Captured:
        """Capture the case's hold for one insurer."""
        held = await holds_of(case_id, version)
        parts = {held[0].account_id if held else self.pools[0]: amount_fen}
        journal = premium_payout(
            debits=parts,
            bank=self.bank,
            insurers=[Part(self.insurer, amount_fen)],
            effective_on=DAY,
            reference=reference or f"payout:{case_id}",
            case_id=case_id,
            kind=JournalKind.POOLED_PAYOUT,
        )
        return await capture(case_id, version, journal, parts, NOW, "test")

    async def held_case(self, amount_fen: int, nth: int = 0) -> UUID:
        """A new case with its premium held, committed."""
        case_id = uuid4()
        async with in_transaction():
            await hold_one(self.pools[nth], case_id, 1, amount_fen, NOW)
        return case_id


async def hold_one(pool: UUID, case_id: UUID, version: int, fen: int, now: datetime) -> Hold:
    """The premium held on one pooled account."""
    (made,) = await hold(case_id, version, {pool: fen}, now, JournalKind.POOLED_PAYOUT)
    return made


async def pay_one(
    pool: UUID, case_id: UUID, fen: int, bank: UUID, insurer: UUID, on: date, now: datetime
) -> Captured:
    """The premium of the case's first plan, held on that account, is paid to one insurer."""
    journal = premium_payout(
        debits={pool: fen},
        bank=bank,
        insurers=[Part(insurer, fen)],
        effective_on=on,
        reference=f"payout:{case_id}",
        case_id=case_id,
        kind=JournalKind.POOLED_PAYOUT,
    )
    return await capture(case_id, 1, journal, {pool: fen}, now, "test")


async def open_books(pools: int = 1, each_fen: int = 100_000) -> Books:
    """The accounts, opened and committed. R3.6."""
    owners = [uuid4() for _ in range(pools)]
    async with in_transaction():
        bank = await ensure_account(AccountKind.BANK, uuid4(), "专户", NOW)
        ids = [await ensure_account(AccountKind.POOLED, ref, "统筹", NOW) for ref in owners]
        if each_fen:
            parts = [Part(key, each_fen) for key in ids]
            entry = opening(JournalKind.OPENING_INCOME, bank, parts, DAY, f"open:{bank}")
            await post(entry, NOW, "test")
    return Books(bank, ids, owners, uuid4())


def income(books: Books, amount_fen: int, reference: str, on: date = DAY) -> Journal:
    """Value-added income credited to the first pooled account, not yet posted."""
    lines = (Posting(books.bank, amount_fen), Posting(books.pools[0], -amount_fen))
    return Journal(JournalKind.INCOME, lines, on, reference)
