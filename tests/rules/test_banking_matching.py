"""What may be the same money, how sure it is, and both balances brought to one. R3.9."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.banking.matching import Item, MatchBasis, Proposal, propose, tokens
from rules.banking.reconciling import Open, OpenSide, agreement, body, sealed, unexplained

D = date(2025, 3, 10)


def line(number: int, fen: int, days: int = 0, *texts: str, groups: Any = ()) -> Item:
    return Item(UUID(int=number), D + timedelta(days=days), fen, texts, tuple(groups))


def entry(number: int, fen: int, days: int = 0, *texts: str, groups: Any = ()) -> Item:
    return line(1_000 + number, fen, days, *texts, groups=groups)


def said(found: list[Proposal]) -> list[tuple[str, bool, list[int], list[int]]]:
    """Proposals as numbers."""
    return [
        (
            str(one.basis),
            one.sure,
            [item.id.int for item in one.lines],
            [item.id.int - 1_000 for item in one.entries],
        )
        for one in found
    ]


def test_a_number_that_both_name_is_surest() -> None:
    """Two of one amount and day: the voucher's number in the memo tells them apart."""
    lines = [line(1, 500, 0, "JK0001"), line(2, 500, 0, "JK0002")]
    entries = [entry(1, 500, 0, "缴存 JK0002"), entry(2, 500, 0, "deposit:jk0001")]
    assert said(propose(lines, entries)) == [
        ("reference", True, [1], [2]),
        ("reference", True, [2], [1]),
    ]


def test_amount_and_day() -> None:
    assert said(propose([line(1, 500)], [entry(1, 500), entry(2, 501)])) == [
        ("day", True, [1], [1])
    ]


def test_a_few_days_apart() -> None:
    assert said(propose([line(1, 500)], [entry(1, 500, 5)])) == [("near", True, [1], [1])]
    assert said(propose([line(1, 500)], [entry(1, 500, 6)])) == []
    assert said(propose([line(1, 500)], [entry(1, -500)])) == []


def test_the_same_day_comes_before_a_near_one() -> None:
    found = propose([line(1, 500), line(2, 500, 3)], [entry(1, 500), entry(2, 500, 2)])
    assert said(found) == [("day", True, [1], [1]), ("near", True, [2], [2])]


def test_of_two_candidates_neither_is_sure() -> None:
    found = propose([line(1, 500)], [entry(1, 500), entry(2, 500), entry(3, 500, 2)])
    assert said(found) == [
        ("day", False, [1], [1]),
        ("day", False, [1], [2]),
        ("near", False, [1], [3]),
    ]
    found = propose([line(1, 500), line(2, 500)], [entry(1, 500)])
    assert said(found) == [("day", False, [1], [1]), ("day", False, [2], [1])]


def test_one_line_is_the_sum_of_a_journals_postings() -> None:
    parts = [entry(n, fen, groups=["J1"]) for n, fen in ((1, 200), (2, 300), (3, 7))]
    found = propose([line(1, 507)], [*parts, entry(4, 300, groups=["J2"])])
    assert said(found) == [("group", True, [1], [1, 2, 3])]


def test_several_lines_are_one_posting() -> None:
    lines = [line(1, 200, 0, groups=["PC20250310"]), line(2, 300, 0, groups=["PC20250310"])]
    assert said(propose(lines, [entry(1, 500)])) == [("group", True, [1, 2], [1])]
    assert said(propose(lines, [entry(1, 500, 1)])) == []


def test_two_groups_of_one_sum_are_not_sure() -> None:
    parts = [entry(n, 250, groups=[f"J{n // 3}"]) for n in (1, 2, 3, 4)]
    assert said(propose([line(1, 500)], parts)) == []


def test_a_reversal_in_the_same_month_cancels() -> None:
    one = replace(entry(1, 500), reverses=UUID(int=7))
    back = replace(entry(2, -500, 4), reverses=UUID(int=7))
    later = replace(back, on=date(2025, 4, 1))
    assert said(propose([], [one, back])) == [("reversal", True, [], [1, 2])]
    assert propose([], [one, later]) == []
    assert propose([], [one, replace(back, amount_fen=-400)]) == []


def test_a_reversal_goes_before_a_line_of_the_same_amount() -> None:
    """The wrong entry and its reversal are nothing at the bank; the right one is the line."""
    wrong = replace(entry(1, 500), reverses=UUID(int=7))
    back = replace(entry(2, -500), reverses=UUID(int=7))
    found = propose([line(1, 500)], [wrong, back, replace(entry(3, 500), reverses=UUID(int=8))])
    assert ("reversal", True, [], [1, 2]) in said(found)
    assert ("day", True, [1], [3]) in said(found)


def test_what_counts_as_a_number() -> None:
    item = line(1, 1, 0, "凭证JK-2025-0001，普通 word 123 BX7788")
    assert tokens(item) == {"jk-2025-0001", "bx7788"}


ITEMS = st.lists(
    st.tuples(
        st.sampled_from([100, 200, 300, -100, 400]),
        st.integers(0, 12),
        st.sampled_from(["", "REF1", "REF2"]),
        st.sampled_from([None, "G1", "G2"]),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=10,
)


def made(make: Callable[..., Item], drawn: list[Any]) -> list[Item]:
    return [
        replace(
            make(number, fen, days, text, groups=[group] if group else []),
            reverses=UUID(int=back) if back else None,
        )
        for number, (fen, days, text, group, back) in enumerate(drawn, 1)
    ]


@settings(max_examples=400)
@given(ITEMS, ITEMS, st.randoms(use_true_random=False))
def test_sure_proposals_never_share_anything_and_always_balance(
    left: list[Any], right: list[Any], random: Any
) -> None:
    lines, entries = made(line, left), made(entry, right)
    found = propose(lines, entries)
    for one in found:
        sums = [sum(item.amount_fen for item in side) for side in (one.lines, one.entries)]
        assert sums[0] == sums[1] or (not one.lines and not sums[1])
    sure = [one for one in found if one.sure]
    used = Counter(item.id for one in sure for item in (*one.lines, *one.entries))
    assert all(count == 1 for count in used.values())
    unsure = {item.id for one in found if not one.sure for item in (*one.lines, *one.entries)}
    assert not unsure & set(used)
    random.shuffle(lines)
    random.shuffle(entries)
    assert said(propose(lines, entries)) == said(found)


@settings(max_examples=200)
@given(ITEMS, ITEMS, st.integers(0, 13), st.integers(-500, 500))
def test_both_adjusted_balances_are_equal(
    left: list[Any], right: list[Any], days: int, opening: int
) -> None:
    """Whatever was matched: books less bank is the sum of what only one side has, on every day."""
    lines, entries = made(line, left), made(entry, right)
    until = D + timedelta(days=days)
    within: set[UUID] = set()
    for one in propose(lines, entries):
        members = [*one.lines, *one.entries]
        if one.sure and all(item.on <= until for item in members):
            within |= {item.id for item in members}
    items = [
        Open(at_bank, item.id, item.on, item.amount_fen)
        for at_bank, side in ((True, lines), (False, entries))
        for item in side
        if item.on <= until and item.id not in within
    ]
    items.append(Open(True, None, D, opening))
    bank = opening + sum(item.amount_fen for item in lines if item.on <= until)
    books = sum(item.amount_fen for item in entries if item.on <= until)
    found = agreement(bank, books, items)
    assert found.agrees
    assert books - bank == sum(i.amount_fen if not i.at_bank else -i.amount_fen for i in items)


def test_a_certificate_by_hand() -> None:
    """The bank has 100.00, the books 122.00. Only the bank has 5.00 of interest and a fee of 1.00,
    only the books a payment in of 30.00 and a premium of 4.00: 100 + 30 - 4 = 122 + 5 - 1 = 126."""
    items = [
        Open(True, UUID(int=1), D, 500, "LX1", "结息单在途"),
        Open(True, UUID(int=2), D, -100, "", "手续费"),
        Open(False, UUID(int=3), D, 3_000, "JK1", "银行次日入账"),
        Open(False, UUID(int=4), D, -400),
    ]
    found = agreement(10_000, 12_200, items)
    assert found.adjusted_bank_fen == found.adjusted_books_fen == 12_600 and found.agrees
    assert [item.side for item in items] == list(OpenSide)
    assert unexplained(items) == items[3:]
    assert not agreement(10_000, 12_201, items).agrees
    said_of = body({"bank": "示例"}, date(2025, 3, 1), date(2025, 3, 31), found, items)
    assert said_of["items"]["bank_in"][0]["age_days"] == 21
    assert list(said_of["sums"].values()) == [500, -100, 3_000, -400]
    assert sealed(said_of) == sealed(dict(reversed(said_of.items())))
    assert sealed(said_of) != sealed(said_of | {"bank_fen": 1})


def test_what_only_the_balances_show_cannot_be_explained() -> None:
    assert not Open(True, None, D, 5, reason="说明").explained
    assert Open(True, UUID(int=1), D, 5, reason="说明").explained


def test_grounds_are_ordered() -> None:
    assert [str(basis) for basis in MatchBasis][:4] == ["reference", "day", "group", "near"]
