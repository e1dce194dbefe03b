"""The books' pure half: balance, guards, landings. R3.1 to R3.6."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.ledger import (
    AMOUNT_MAX_FEN,
    GUARDED,
    MAY_TOUCH,
    NORMAL_SIDE,
    Account,
    AccountKind,
    Journal,
    JournalKind,
    Part,
    Posting,
    Side,
    account_code,
    available,
    balanced,
    change_of,
    land,
    opening,
    premium_payout,
    refuse_hold,
    refuse_protected,
    reversal,
)
from rules.refusals.ledger import InsufficientFunds, ProtectedMoney, UnbalancedJournal

DAY = date(2025, 3, 3)
BANK, POOL, HOME = (UUID(int=number) for number in (1, 2, 3))
KINDS = {
    BANK: AccountKind.BANK,
    POOL: AccountKind.POOLED,
    HOME: AccountKind.HOUSEHOLD_FUND,
}


def journal(*lines: tuple[UUID, int], kind: JournalKind = JournalKind.POOLED_PAYOUT) -> Journal:
    return Journal(kind, tuple(Posting(*line) for line in lines), DAY, "ref")


def account(key: UUID, balance_fen: int, held_fen: int = 0, posted: int = 0) -> Account:
    kind = KINDS[key]
    code = account_code(kind, key)
    return Account(key, kind, key, code, "", kind in GUARDED, balance_fen, held_fen, posted)


def test_a_balanced_journal_passes_unchanged() -> None:
    whole = journal((POOL, 5), (BANK, -5))
    assert balanced(whole) is whole


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [(POOL, 5)],
        [(POOL, 5), (BANK, -4)],
        [(POOL, 5), (BANK, -5), (HOME, 0)],
        [(POOL, 5.0), (BANK, -5.0)],
        [(POOL, True), (BANK, -1)],
        [(POOL, AMOUNT_MAX_FEN + 1), (BANK, -AMOUNT_MAX_FEN - 1)],
    ],
)
def test_what_is_not_a_journal_is_refused(lines: list[tuple[UUID, int]]) -> None:
    with pytest.raises(UnbalancedJournal):
        balanced(journal(*lines))


@pytest.mark.parametrize("reference", ["", "x" * 161])
def test_a_journal_needs_a_reference_of_bounded_length(reference: str) -> None:
    with pytest.raises(UnbalancedJournal):
        balanced(replace(journal((POOL, 5), (BANK, -5)), reference=reference))


@given(st.lists(st.integers(-(10**12), 10**12).filter(bool), min_size=1, max_size=20))
def test_exactly_the_sums_of_zero_are_balanced(amounts: list[int]) -> None:
    """R3.2: closing a list with its negative sum balances it; anything else does not."""
    total = sum(amounts)
    closed = [(POOL, amount) for amount in amounts] + [(BANK, -total)]
    if total:
        assert balanced(journal(*closed)).postings[-1].amount_fen == -total
        with pytest.raises(UnbalancedJournal):
            balanced(journal(*closed[:-1], (BANK, -total + 1)))


def test_only_the_banks_accounts_stand_on_the_debit_side() -> None:
    assert {kind for kind in AccountKind if NORMAL_SIDE[kind] is Side.DEBIT} == {
        AccountKind.BANK,
        AccountKind.TERM_DEPOSIT,
    }
    assert change_of(AccountKind.BANK, 7) == 7
    assert change_of(AccountKind.POOLED, 7) == -7


def test_every_sum_kept_for_somebody_is_guarded() -> None:
    assert set(AccountKind) - GUARDED == {
        AccountKind.BANK,
        AccountKind.EQUITY,
        AccountKind.SUSPENSE,
        AccountKind.UNDISTRIBUTED_INTEREST,
        AccountKind.UNDISTRIBUTED_INCOME,
    }


HOUSEHOLD = {AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST}


@pytest.mark.parametrize("kind", sorted(HOUSEHOLD))
@pytest.mark.parametrize("amount", [1, -1])
def test_the_pooled_flow_never_touches_a_households_money(kind: AccountKind, amount: int) -> None:
    """R3.3, 保证业主的本金和法定的利息收入."""
    other = POOL if amount < 0 else BANK
    lines = journal((HOME, amount), (other, -amount))
    with pytest.raises(ProtectedMoney):
        refuse_protected(lines, {**KINDS, HOME: kind})
    with pytest.raises(ProtectedMoney):
        refuse_hold(JournalKind.POOLED_PAYOUT, kind, 1)


def test_only_the_fund_flow_may_take_a_households_money() -> None:
    """R3.3: no row of the table but one debits it."""
    taking = {kind for kind, may in MAY_TOUCH.items() if may.debit & HOUSEHOLD}
    assert taking == {JournalKind.FUND_PAYOUT}
    assert set(MAY_TOUCH) == set(JournalKind) - {JournalKind.REVERSAL}


def test_a_payout_leaves_by_the_bank_only() -> None:
    refuse_protected(journal((POOL, 5), (BANK, -5)), KINDS)
    with pytest.raises(ProtectedMoney):
        refuse_protected(journal((BANK, 5), (POOL, -5)), KINDS)
    with pytest.raises(ProtectedMoney):
        refuse_protected(journal((POOL, 5), (POOL, -5)), KINDS)


@pytest.mark.parametrize("amount", [0, -1, AMOUNT_MAX_FEN + 1, 1.5])
def test_nothing_less_than_a_fen_is_held(amount: int) -> None:
    refuse_hold(JournalKind.POOLED_PAYOUT, AccountKind.POOLED, 1)
    with pytest.raises(UnbalancedJournal):
        refuse_hold(JournalKind.POOLED_PAYOUT, AccountKind.POOLED, amount)


def test_available_is_balance_less_holds() -> None:
    assert available(100, 30) == 70
    assert account(POOL, 100, 30).available_fen == 70


def test_landings_count_and_add_up_per_account() -> None:
    accounts = {BANK: account(BANK, 100, posted=4), POOL: account(POOL, 100, posted=9)}
    landings = land(journal((POOL, 60), (BANK, -20), (BANK, -40)), accounts)
    assert [(at.position, at.balance_after_fen) for at in landings] == [(10, 40), (5, 80), (6, 40)]


def test_a_guarded_account_never_falls_below_its_holds() -> None:
    """R3.4: what is held for one case cannot be spent by another."""
    accounts = {BANK: account(BANK, 0), POOL: account(POOL, 100, held_fen=41)}
    with pytest.raises(InsufficientFunds) as refused:
        land(journal((POOL, 60), (BANK, -60)), accounts)
    assert refused.value.facts == {"available_fen": 59, "needed_fen": 60}
    assert land(journal((POOL, 59), (BANK, -59)), accounts)


def test_the_bank_may_be_overdrawn_in_the_books() -> None:
    """The bank refuses, not the books: its statement may come later than the payout."""
    assert land(journal((POOL, 9), (BANK, -9)), {BANK: account(BANK, 0), POOL: account(POOL, 9)})


def test_opening_balances_are_two_entries_in_two_ledgers() -> None:
    """R3.6: interest to homes, value-added income to the pools."""
    homes, pools = [uuid4(), uuid4()], [uuid4()]
    interest = opening(
        JournalKind.OPENING_INTEREST,
        BANK,
        [Part(homes[0], 30), Part(homes[1], 12), Part(uuid4(), 0)],
        DAY,
        "opening:interest",
    )
    income = opening(JournalKind.OPENING_INCOME, BANK, [Part(pools[0], 500)], DAY, "opening:income")
    assert interest.kind is JournalKind.OPENING_INTEREST
    assert interest.postings == (Posting(BANK, 42), Posting(homes[0], -30), Posting(homes[1], -12))
    assert income.kind is JournalKind.OPENING_INCOME
    assert income.postings == (Posting(BANK, 500), Posting(pools[0], -500))


def payout(amount_fen: int, *shares: int) -> Journal:
    return premium_payout(
        debits={POOL: amount_fen},
        bank=BANK,
        insurers=[Part(UUID(int=100 + nth), share) for nth, share in enumerate(shares)],
        effective_on=DAY,
        reference="payout",
        case_id=UUID(int=9),
        kind=JournalKind.POOLED_PAYOUT,
    )


def test_a_payout_names_every_insurer_it_paid() -> None:
    """R3.5."""
    paid = payout(1000, 600, 400)
    assert paid.postings[0] == Posting(POOL, 1000)
    assert [(line.payee, line.amount_fen) for line in paid.postings[1:]] == [
        (UUID(int=100), -600),
        (UUID(int=101), -400),
    ]
    refuse_protected(paid, KINDS)


@pytest.mark.parametrize("shares", [(), (999,), (600, 401), (1000, 0), (1001, -1)])
def test_co_insurance_shares_sum_to_the_exact_fen(shares: tuple[int, ...]) -> None:
    """R3.5."""
    with pytest.raises(UnbalancedJournal):
        payout(1000, *shares)


def test_a_reversal_mirrors_its_original_and_is_final() -> None:
    """R3.2: corrections are reversals."""
    original = payout(1000, 600, 400)
    mirror = reversal(original, UUID(int=77), DAY, "undo")
    assert mirror.reverses == UUID(int=77)
    assert mirror.case_id == original.case_id
    sums = zip(original.postings, mirror.postings, strict=True)
    assert all(
        there.amount_fen + back.amount_fen == 0
        and (there.account_id, there.payee) == (back.account_id, back.payee)
        for there, back in sums
    )
    refuse_protected(mirror, {})
    with pytest.raises(UnbalancedJournal):
        reversal(mirror, UUID(int=78), DAY, "undo the undoing")
