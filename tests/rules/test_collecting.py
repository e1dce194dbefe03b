"""What homes bear of a premium, owe and get back: sums that never lose a fen. R3.7, 二(二)."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.collecting import (
    HomeShare,
    gathered_fen,
    given_back,
    owed_fen,
    received,
    refundable_fen,
    reserved,
    scaled,
    shares_of,
    taken,
)
from rules.funds import EMPTY, Purse
from rules.ledger import (
    AccountKind,
    Journal,
    JournalKind,
    Part,
    Posting,
    premium_payout,
    refuse_protected,
)
from rules.refusals.ledger import ProtectedMoney, UnbalancedJournal

DAY = date(2025, 9, 15)
BANK, ACCOUNT, CASE, INSURER = (uuid4() for _ in range(4))


def purse(principal: int, interest: int) -> Purse:
    return Purse(uuid4(), principal, uuid4(), interest)


purses = st.lists(
    st.one_of(st.just(EMPTY), st.builds(purse, st.integers(0, 10**6), st.integers(0, 10**4))),
    min_size=1,
    max_size=40,
)
areas = st.integers(1, 3_000_000)


@st.composite
def places(draw: st.DrawFn) -> tuple[dict[UUID, int], dict[UUID, Purse]]:
    """Homes with areas and what is free in their funds."""
    found = {uuid4(): one for one in draw(purses)}
    return {home: draw(areas) for home in found}, found


@given(places(), st.integers(1, 10**8))
def test_every_fen_of_a_premium_is_borne_or_owed(
    place: tuple[dict[UUID, int], dict[UUID, Purse]], premium: int
) -> None:
    """And what is held is what the funds bear: the principal before the interest."""
    home_areas, found = place
    shares = shares_of(premium, home_areas, found)
    assert sum(one.part_fen for one in shares) == premium
    assert owed_fen(shares) == sum(one.owed_fen for one in shares)
    holds = reserved(shares, found)
    for one in shares:
        own = found[one.home_id]
        assert 0 <= one.fund_fen <= own.free_fen
        assert one.owed_fen == 0 or one.fund_fen == own.free_fen
        principal, interest = holds.get(own.fund, 0), holds.get(own.interest, 0)  # type: ignore[arg-type]
        assert principal + interest == one.fund_fen
        assert interest == 0 or principal == own.fund_fen
    assert sum(holds.values()) == premium - owed_fen(shares)
    assert all(fen > 0 for fen in holds.values())


@given(places(), st.integers(1, 10**8), st.data())
def test_a_smaller_contract_asks_nobody_for_more(
    place: tuple[dict[UUID, int], dict[UUID, Purse]], premium: int, data: st.DataObject
) -> None:
    """R9.3: what is held and what was paid in are always enough; the sum is exact."""
    planned = shares_of(premium, *place)
    contract = data.draw(st.integers(1, premium))
    less = scaled(planned, contract)
    assert sum(one.part_fen for one in less) == contract
    for was, now in zip(planned, less, strict=True):
        assert was.home_id == now.home_id
        assert 0 <= now.fund_fen <= was.fund_fen and 0 <= now.owed_fen <= was.owed_fen
        assert now.owed_fen == 0 or now.fund_fen == was.fund_fen
    assert scaled(planned, premium) == planned
    with pytest.raises(ValueError):
        scaled(planned, premium + 1)


def test_a_part_scaled_by_hand() -> None:
    """1,000 of 1,500: 333.33 each, the fen left over to the first; the fund bears first."""
    homes = sorted(uuid4() for _ in range(3))
    planned = [
        HomeShare(homes[0], 500, 0),
        HomeShare(homes[1], 200, 300),
        HomeShare(homes[2], 0, 500),
    ]
    less = scaled(planned, 1_000)
    assert [(one.fund_fen, one.owed_fen) for one in less] == [(334, 0), (200, 133), (0, 333)]


def test_too_much_of_one_home_pays_for_no_other() -> None:
    shares = [HomeShare(uuid4(), 0, 100), HomeShare(uuid4(), 50, 30), HomeShare(uuid4(), 9, 0)]
    first, second, third = (one.home_id for one in shares)
    assert gathered_fen(shares, {}) == 0
    assert gathered_fen(shares, {first: 250, second: 10, third: 5, uuid4(): 70}) == 110
    assert gathered_fen(shares, {first: -1, second: 30}) == 30


@pytest.mark.parametrize(
    ("owed", "paid", "over", "back"),
    [(100, 100, False, 0), (100, 140, False, 40), (100, 99, False, 0), (100, 99, True, 99)],
)
def test_what_may_go_back(owed: int, paid: int, over: bool, back: int) -> None:
    assert refundable_fen(owed, paid, over) == back


def test_what_a_home_gives_is_taken_from_its_holds_in_order() -> None:
    first, second = uuid4(), uuid4()
    assert taken(70, [(first, 50), (second, 40)]) == {first: 50, second: 20}
    assert taken(0, [(first, 50)]) == {first: 0}
    with pytest.raises(ValueError):
        taken(91, [(first, 50), (second, 40)])


def test_entries_of_a_case() -> None:
    """In by the bank, back by the bank; each of its kind and of the case. R3.2."""
    came = received(BANK, ACCOUNT, 70, DAY, "in", "", CASE)
    assert (came.kind, came.case_id) == (JournalKind.DEPOSIT, CASE)
    assert came.postings == (Posting(BANK, 70), Posting(ACCOUNT, -70))
    back = given_back(BANK, ACCOUNT, 70, DAY, "back", "", CASE)
    assert back.kind is JournalKind.CASE_REFUND
    assert back.postings == (Posting(ACCOUNT, 70), Posting(BANK, -70))


@pytest.mark.parametrize("kind", [AccountKind.COLLECTED, AccountKind.SPECIAL])
def test_only_what_was_paid_in_goes_back(kind: AccountKind) -> None:
    """R3.3: no refund touches a home's principal or interest, nor the pool."""
    back = given_back(BANK, ACCOUNT, 70, DAY, "back", "", CASE)
    refuse_protected(back, {BANK: AccountKind.BANK, ACCOUNT: kind})
    for other in (AccountKind.POOLED, AccountKind.HOUSEHOLD_FUND, AccountKind.HOUSEHOLD_INTEREST):
        with pytest.raises(ProtectedMoney):
            refuse_protected(back, {BANK: AccountKind.BANK, ACCOUNT: other})


def _payout(debits: dict[UUID, int], parts: list[Part]) -> Journal:
    return premium_payout(
        debits=debits,
        bank=BANK,
        insurers=parts,
        effective_on=DAY,
        reference="payout",
        case_id=CASE,
        kind=JournalKind.FUND_PAYOUT,
    )


def test_one_journal_of_many_accounts() -> None:
    """By ascending id, without those that give nothing; insurers get exactly the sum. R3.5."""
    homes = sorted(uuid4() for _ in range(4))
    debits = dict(zip(reversed(homes), (1, 0, 3, 4), strict=True))
    parts = [Part(INSURER, 5), Part(CASE, 3)]
    paid = _payout(debits, parts)
    assert paid.kind is JournalKind.FUND_PAYOUT
    assert paid.postings == (
        Posting(homes[0], 4),
        Posting(homes[1], 3),
        Posting(homes[3], 1),
        Posting(BANK, -5, INSURER),
        Posting(BANK, -3, CASE),
    )
    with pytest.raises(UnbalancedJournal):
        _payout(debits, parts[:1])
