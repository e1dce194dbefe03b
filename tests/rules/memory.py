"""Books kept in dictionaries: what `models.ledger` does with tables, by the same pure rules.

Nothing here is trusted: what a journal may touch and where it lands is said by `rules.ledger`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from rules.ledger import (
    GUARDED,
    NORMAL_SIDE,
    Account,
    AccountKind,
    Journal,
    JournalKind,
    Part,
    Side,
    account_code,
    balanced,
    land,
    premium_payout,
    refuse_hold,
    refuse_protected,
    reversal,
)
from rules.refusals.base import Refusal
from rules.refusals.books import YearShut
from rules.refusals.ledger import InsufficientFunds


def ref(number: int) -> UUID:
    """An id that sorts as its number does."""
    return UUID(int=number)


@dataclass
class Memory:
    """All accounts, journals and open holds; `shut` is the last year that takes no entries."""

    accounts: dict[UUID, Account] = field(default_factory=dict)
    by_code: dict[str, UUID] = field(default_factory=dict)
    journals: list[Journal] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    holds: dict[UUID, tuple[UUID, int]] = field(default_factory=dict)
    shut: int = 0

    def account(self, kind: AccountKind, owner: UUID | None = None) -> UUID:
        """The id of the owner's account of this kind, opened at zero if it was missing."""
        code = account_code(kind, owner)
        if code not in self.by_code:
            key = self.by_code[code] = ref(10_000 + len(self.accounts))
            self.accounts[key] = Account(key, kind, owner, code, code, kind in GUARDED, 0, 0)
        return self.by_code[code]

    def balance(self, kind: AccountKind, owner: UUID | None = None) -> int:
        """What the account has, in fen on its normal side."""
        return self.accounts[self.account(kind, owner)].balance_fen

    def available(self, kind: AccountKind, owner: UUID) -> int:
        """What of it is not held."""
        return self.accounts[self.account(kind, owner)].available_fen

    def sum_of(self, *kinds: AccountKind) -> int:
        """All accounts of these kinds together, each on its normal side."""
        return sum(one.balance_fen for one in self.accounts.values() if one.kind in kinds)

    def post(self, journal: Journal, *, closing: bool = False) -> int:
        """The journal stands; its place in the order of recording. Refuses as the books do."""
        balanced(journal)
        assert journal.reference not in self.references, journal.reference
        if not closing and journal.effective_on.year <= self.shut:
            raise YearShut(year=self.shut)
        kinds = {line.account_id: self.accounts[line.account_id].kind for line in journal.postings}
        refuse_protected(journal, kinds)
        for landing in land(journal, self.accounts):
            key = landing.posting.account_id
            self.accounts[key] = replace(
                self.accounts[key],
                balance_fen=landing.balance_after_fen,
                posted=landing.position,
            )
        self.journals.append(journal)
        self.references.add(journal.reference)
        return len(self.journals) - 1

    def reverse(self, nth: int, on: date) -> int:
        """The mirror of the journal stands; its place."""
        name = f"reversal:{nth}"
        return self.post(reversal(self.journals[nth], ref(nth), on, name))

    def hold(self, case: UUID, pool: UUID, amount_fen: int) -> None:
        """The sum is reserved for the case. Refuses InsufficientFunds."""
        account = self.accounts[pool]
        refuse_hold(JournalKind.POOLED_PAYOUT, account.kind, amount_fen)
        if account.available_fen < amount_fen:
            raise InsufficientFunds(available_fen=account.available_fen, needed_fen=amount_fen)
        self.holds[case] = pool, amount_fen
        self._held(pool, amount_fen)

    def release(self, case: UUID) -> None:
        """The hold is given back."""
        pool, amount_fen = self.holds.pop(case)
        self._held(pool, -amount_fen)

    def capture(self, case: UUID, amount_fen: int, insurers: Sequence[Part], on: date) -> None:
        """The premium leaves the pool and the bank; the rest of the hold is given back."""
        pool, held_fen = self.holds[case]
        journal = premium_payout(
            debits={pool: amount_fen},
            bank=self.account(AccountKind.BANK),
            insurers=insurers,
            effective_on=on,
            reference=f"payout:{case}",
            case_id=case,
            kind=JournalKind.POOLED_PAYOUT,
        )
        self._held(pool, -held_fen)
        try:
            self.post(journal)
        except Refusal:
            self._held(pool, held_fen)
            raise
        del self.holds[case]

    def _held(self, pool: UUID, change_fen: int) -> None:
        account = self.accounts[pool]
        self.accounts[pool] = replace(account, held_fen=account.held_fen + change_fen)

    # --- what must always be true

    def check(self) -> None:
        """R3.2, R3.4: the books balance, and nobody's money is below what is held of it."""
        debits = sum(a.balance_fen for a in self.accounts.values() if _side(a) is Side.DEBIT)
        credits = sum(a.balance_fen for a in self.accounts.values() if _side(a) is Side.CREDIT)
        assert debits == credits, "trial balance"
        at_banks = self.sum_of(AccountKind.BANK, AccountKind.TERM_DEPOSIT)
        assert at_banks == credits, "what lies at the banks is owed to somebody"
        held: dict[UUID, int] = {}
        for pool, amount_fen in self.holds.values():
            held[pool] = held.get(pool, 0) + amount_fen
        for one in self.accounts.values():
            assert one.held_fen == held.get(one.id, 0)
            assert not one.guarded or one.balance_fen >= one.held_fen >= 0, one.code

    def replayed(self) -> dict[UUID, int]:
        """Every account's balance added up from the journals alone."""
        found = dict.fromkeys(self.accounts, 0)
        for journal in self.journals:
            for line in journal.postings:
                sign = 1 if _side(self.accounts[line.account_id]) is Side.DEBIT else -1
                found[line.account_id] += sign * line.amount_fen
        return found

    def changes(self, kinds: Iterable[AccountKind]) -> Iterable[tuple[int, date, UUID, int]]:
        """Place, bank's day, owner and change of every posting on accounts of these kinds."""
        wanted = frozenset(kinds)
        for nth, journal in enumerate(self.journals):
            for line in journal.postings:
                account = self.accounts[line.account_id]
                if account.kind in wanted and account.owner_ref is not None:
                    yield nth, journal.effective_on, account.owner_ref, -line.amount_fen


def _side(account: Account) -> Side:
    return NORMAL_SIDE[account.kind]
