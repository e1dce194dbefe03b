"""Household funds by the rules alone: the line, the split of a use, the moves of a switch."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.funds import (
    EMPTY,
    LINES_MAX,
    Fault,
    Move,
    Purse,
    drawn,
    is_low,
    level_bps,
    line_fen,
    missing_fen,
    moves,
    paid_in,
    read_rows,
    share_use,
    switched,
    used,
)
from rules.ledger import JournalKind, Posting
from rules.money import split

DAY = date(2025, 9, 15)
fen = st.integers(0, 10**12)
percents = st.integers(1, 100)


def ref(number: int) -> UUID:
    return UUID(int=number)


@pytest.mark.parametrize(
    ("balance", "first", "low"),
    [
        # 30 % of 100.00 is 30.00: at it nothing is wanted, one fen below everything is.
        (3_000, 10_000, False),
        (2_999, 10_000, True),
        # 30 % of 100.01 is 30.003: 30.00 is below, 30.01 is not.
        (3_000, 10_001, True),
        (3_001, 10_001, False),
        (0, 1, True),
        # A home that never paid in has no line.
        (0, 0, False),
    ],
)
def test_equal_is_not_below(balance: int, first: int, low: bool) -> None:
    """fund.topup = 30 %."""
    assert is_low(balance, first, 30) is low


@given(fen, st.integers(1, 10**12), percents)
def test_the_line_is_exact(balance: int, first: int, percent: int) -> None:
    """Below the line is below the exact fraction; what is missing just reaches it."""
    assert is_low(balance, first, percent) == (balance < Fraction(first * percent, 100))
    line = line_fen(first, percent)
    assert not is_low(line, first, percent) and is_low(line - 1, first, percent)
    reached = balance + missing_fen(balance, first, percent)
    assert reached == max(balance, line)


@given(fen, st.integers(1, 10**12))
def test_the_level_shown_never_hides_that_it_is_low(balance: int, first: int) -> None:
    level = level_bps(balance, first)
    assert level is not None
    assert is_low(balance, first, 30) == (level < 3_000)
    assert level_bps(balance, 0) is None


@given(
    st.integers(0, 10**10),
    st.dictionaries(
        st.integers(1, 10**6).map(ref), st.tuples(st.integers(0, 10**7), fen), min_size=1
    ),
)
def test_a_use_is_split_to_the_fen(total: int, homes: dict[UUID, tuple[int, int]]) -> None:
    """R3.7: what the homes pay and owe sums to the whole; nobody pays more than they have."""
    areas = {home: area + 1 for home, (area, _) in homes.items()}
    free = {home: fen for home, (_, fen) in homes.items()}
    shares = share_use(total, areas, free)
    assert sum(one.paid_fen + one.owed_fen for one in shares) == total
    parts = split(total, areas)
    for one in shares:
        assert one.paid_fen + one.owed_fen == parts[one.home_id] > 0
        assert 0 <= one.paid_fen <= free[one.home_id]
        assert one.owed_fen == 0 or one.paid_fen == free[one.home_id]
    assert [one.home_id for one in shares] == sorted(one.home_id for one in shares)
    assert shares == share_use(total, dict(reversed(areas.items())), free)


def test_a_home_that_never_paid_in_owes_its_part() -> None:
    """100.00 over three equal homes: 33.34, 33.33, 33.33; the second has 10.00, the third none."""
    areas = {ref(1): 5, ref(2): 5, ref(3): 5}
    shares = share_use(10_000, areas, {ref(1): 9_999, ref(2): 1_000})
    assert [(one.paid_fen, one.owed_fen) for one in shares] == [(3334, 0), (1000, 2333), (0, 3333)]
    with pytest.raises(ValueError):
        share_use(1, {ref(1): 0}, {})


def test_principal_is_used_before_interest() -> None:
    """100 of principal, 30 of interest."""
    purse = Purse(ref(1), 100, ref(2), 30)
    assert drawn(purse, 100) == [Posting(ref(1), 100)]
    assert drawn(purse, 101) == [Posting(ref(1), 100), Posting(ref(2), 1)]
    assert drawn(purse, 130) == [Posting(ref(1), 100), Posting(ref(2), 30)]
    assert drawn(Purse(ref(1), 0, ref(2), 30), 5) == [Posting(ref(2), 5)]
    for short in (purse, EMPTY):
        with pytest.raises(ValueError):
            drawn(short, 131)


def test_journals_of_batches_balance() -> None:
    parts = [(ref(1), 700), (ref(2), 300)]
    came = paid_in(ref(9), parts, DAY, "fund:1", "首期")
    assert came.kind is JournalKind.DEPOSIT
    assert came.postings[0] == Posting(ref(9), 1_000)
    went = used(ref(9), [Posting(ref(1), 700), Posting(ref(2), 300)], DAY, "fund:2", "使用")
    assert went.kind is JournalKind.FUND_PAYOUT
    assert went.postings[-1] == Posting(ref(9), -1_000)


scopes = st.integers(1, 20).map(ref)


@given(
    st.dictionaries(
        st.integers(100, 110).map(ref),
        st.tuples(fen, st.dictionaries(scopes, st.integers(0, 10**7), min_size=1)),
        min_size=1,
    )
)
def test_a_switch_moves_every_fen(given_: dict[UUID, tuple[int, dict[UUID, int]]]) -> None:
    """What leaves a scope is all it had; the journal of it balances."""
    balances = {old: had for old, (had, _) in given_.items()}
    entries = list(moves(balances, {old: areas for old, (_, areas) in given_.items()}))
    for old, had in balances.items():
        assert sum(one.amount_fen for one in entries if one.from_ref == old) == had
    assert all(one.amount_fen > 0 for one in entries)
    accounts = {key: key for one in entries for key in (one.from_ref, one.to_ref)}
    journal = switched(entries, accounts, DAY, "switch:1", "变更")
    assert (journal is None) == (sum(balances.values()) == 0)


@given(fen, st.lists(st.lists(st.integers(1, 10**6), min_size=1), min_size=1, max_size=6))
def test_a_home_keeps_its_notional_share(balance: int, units: list[list[int]]) -> None:
    """R3.8: by area before and after, a home's share moves by less than two fen of rounding."""
    areas = {ref(nth): sum(homes) for nth, homes in enumerate(units, start=1)}
    whole = sum(areas.values())
    parts = {one.to_ref: one.amount_fen for one in moves({ref(99): balance}, {ref(99): areas})}
    for nth, homes in enumerate(units, start=1):
        for area in homes:
            before = Fraction(balance * area, whole)
            after = Fraction(parts.get(ref(nth), 0) * area, areas[ref(nth)])
            assert abs(before - after) < 1


def test_units_become_a_building_by_adding_up() -> None:
    """30.00 and 20.01 become 50.01."""
    weights = {ref(1): {ref(7): 10}, ref(2): {ref(7): 0}}
    entries = list(moves({ref(1): 3_000, ref(2): 2_001}, weights))
    assert entries == [Move(ref(1), ref(7), 3_000), Move(ref(2), ref(7), 2_001)]


def test_where_no_home_counts_the_new_scopes_share_alike() -> None:
    """10.01 over two units of car spaces: 5.01 and 5.00."""
    entries = list(moves({ref(9): 1_001}, {ref(9): {ref(1): 0, ref(2): 0}}))
    assert [one.amount_fen for one in entries] == [501, 500]


HEADER = ("户号", "金额（元）", "到账日期", "凭证号", "备注")


def test_a_file_is_read_by_its_titles() -> None:
    """Columns in any order under any of their names; blank lines are passed over."""
    rows, faults = read_rows(
        [("凭证号", "日期", "金额", "房屋编号"), (), ("P1", "2025-09-01", "1,234.50", "A-1")]
    )
    assert faults == []
    assert [(one.line, one.home, one.amount_fen, one.on, one.voucher) for one in rows] == [
        (3, "A-1", 123_450, date(2025, 9, 1), "P1")
    ]


def test_every_fault_of_a_file_is_named() -> None:
    rows, faults = read_rows(
        [
            HEADER,
            ("A-1", "1.005", "2025-09-01", "P1", ""),
            ("A-2", "0", "2025-09-01", "P2"),
            ("", "-1", "昨天", None),
            ("A-3", 10, date(2025, 9, 2), 77),
        ]
    )
    assert [(one.home, one.amount_fen, one.voucher) for one in rows] == [("A-3", 1_000, "77")]
    assert [(one.row, one.column) for one in faults] == [
        (2, "金额"),
        (3, "金额"),
        (4, "房屋编号"),
        (4, "金额"),
        (4, "日期"),
        (4, "凭证号"),
    ]


def test_a_file_without_lines_or_columns_is_refused() -> None:
    assert read_rows([]) == (
        [],
        [Fault(1, "房屋编号、金额、日期、凭证号", "缺少“房屋编号、金额、日期、凭证号”列")],
    )
    assert read_rows([("户号", "金额", "日期")])[1][0].column == "凭证号"
    assert read_rows([HEADER])[1] == [Fault(1, "", "没有任何收支")]


def test_a_file_has_so_many_lines_at_most() -> None:
    """Exactly the limit is taken; one more is a fault."""
    lines = [(f"A-{nth}", "1", "2025-09-01", "P") for nth in range(LINES_MAX + 1)]
    assert read_rows([HEADER, *lines[:-1]])[1] == []
    rows, faults = read_rows([HEADER, *lines])
    assert len(rows) == LINES_MAX and faults[0].row == LINES_MAX + 2
