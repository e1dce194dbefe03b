"""Files laid upon each other: any order, any overlap, the same lines. R3.9."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.banking.chaining import BankSide, Gap, Key, Merged, Span, merge
from rules.banking.statements import Line

FIRST = date(2025, 3, 1)
DAYS = 12
OPENING = 1_000


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def line(on: date, fen: int, memo: str = "") -> Line:
    return Line(1, on, time(), fen, None, "", "", memo)


def numbered(lines: Sequence[Line]) -> list[Line]:
    alike: Counter[bytes] = Counter()
    made = []
    for one in lines:
        alike[one.digest] += 1
        made.append(replace(one, nth=alike[one.digest]))
    return made


class Bank:
    """What truly happened: the lines in order, and the files that the bank makes of them."""

    def __init__(self, moved: Sequence[tuple[int, int]]) -> None:
        self.lines = [line(day(number), fen) for number, fen in sorted(moved)]

    def balance(self, before: date) -> int:
        return OPENING + sum(one.amount_fen for one in self.lines if one.on < before)

    def file(self, first: int, last: int, cut: int = 0) -> tuple[Span, list[Line]]:
        """From one day to another; of the last day the newest `cut` lines were not yet booked."""
        whole = [one for one in self.lines if day(first) <= one.on <= day(last)]
        latest = [one for one in whole if one.on == day(last)]
        kept = whole[: len(whole) - min(cut, len(latest))]
        opening = self.balance(day(first))
        closing = opening + sum(one.amount_fen for one in kept)
        return Span(day(first), day(last), opening, closing), numbered(kept)


class Books:
    """What was taken."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.lines: dict[Key, Line] = {}

    def sums(self) -> dict[date, int]:
        found: Counter[date] = Counter()
        for one in self.lines.values():
            found[one.on] += one.amount_fen
        return dict(found)

    def merged(self, span: Span, lines: Sequence[Line]) -> Merged:
        stored = {
            key: one.on for key, one in self.lines.items() if span.from_on <= one.on <= span.to_on
        }
        return merge(span, lines, self.spans, stored, self.sums())

    def take(self, span: Span, lines: Sequence[Line]) -> Merged:
        found = self.merged(span, lines)
        assert not found.faults, found.faults
        self.spans.append(span)
        self.lines |= {(one.digest, one.nth): one for one in found.fresh}
        return found

    def side(self) -> BankSide:
        return BankSide(self.spans, self.sums())


MOVES = st.lists(
    st.tuples(st.integers(0, DAYS - 1), st.sampled_from([1, 1, 2, -1, 5])), max_size=25
)
FILES = st.lists(
    st.tuples(st.integers(0, DAYS - 1), st.integers(0, DAYS - 1), st.integers(0, 2)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=300)
@given(MOVES, FILES, st.randoms(use_true_random=False))
def test_any_order_of_files_gives_the_same_lines(
    moved: list[tuple[int, int]], asked: list[tuple[int, int, int]], random: object
) -> None:
    """Every file is true, so none is refused; what is known afterwards is all they say."""
    bank = Bank(moved)
    files = [bank.file(min(a, b), max(a, b), cut) for a, b, cut in asked]
    again = list(files)
    random.shuffle(again)  # type: ignore[attr-defined]
    outcomes = []
    for order in (files, again):
        books = Books()
        for span, lines in order:
            found = books.take(span, lines)
            assert found.known + len(found.fresh) == len(lines)
        outcomes.append((set(books.lines), books.side().gaps, books.sums()))
    assert outcomes[0] == outcomes[1]
    said = {(one.digest, one.nth) for _, lines in files for one in lines}
    assert outcomes[0][0] == said


@settings(max_examples=200)
@given(MOVES, FILES)
def test_the_bank_had_what_the_files_prove(
    moved: list[tuple[int, int]], asked: list[tuple[int, int, int]]
) -> None:
    """Where every day is covered the balance of every day is the true one; opening, lines and
    gaps always make up the balance."""
    bank, books = Bank(moved), Books()
    for a, b, cut in asked:
        books.take(*bank.file(min(a, b), max(a, b), cut))
    side, sums = books.side(), books.sums()
    first, last = side.first_on, side.last_on
    assert first and last
    for number in range(-1, DAYS):
        on = day(number)
        if on < first - timedelta(days=1):
            assert side.at(on) == 0 and not side.begins_by(on)
            continue
        made_up = side.opening_fen + sum(fen for d, fen in sums.items() if d <= on)
        made_up += sum(gap.amount_fen for gap in side.gaps if gap.on <= on)
        assert side.at(on) == made_up
    # A day before the last one of a file, with nothing missing before it, is known exactly.
    for on in (day(number) for number in range(DAYS)):
        known = any(span.completes(on) for span in books.spans)
        if known and side.covers(max(first, on), on):
            assert side.at(on) == bank.balance(on + timedelta(days=1))


BANK = Bank([(0, 5), (3, 7), (3, 7), (6, -2), (9, 4)])


def test_the_same_file_twice_brings_nothing() -> None:
    books = Books()
    books.take(*BANK.file(0, 11))
    found = books.take(*BANK.file(0, 11))
    assert (found.fresh, found.known, found.gaps) == ((), 5, ())


def test_a_file_made_at_noon_is_completed_later() -> None:
    """The first file ends between two lines alike in everything."""
    books = Books()
    assert len(books.take(*BANK.file(0, 3, cut=1)).fresh) == 2
    found = books.take(*BANK.file(3, 11))
    assert (found.known, len(found.fresh)) == (1, 3)
    assert books.side().at(day(11)) == 1_021 and not found.gaps


def test_a_hole_is_a_gap_until_it_is_filled() -> None:
    """Days 3 and 6 are missing: 7 + 7 - 2 = 12."""
    books = Books()
    books.take(*BANK.file(0, 2))
    assert books.take(*BANK.file(9, 11)).gaps == (Gap(day(9), 12),)
    side = books.side()
    assert side.at(day(8)) == 1_005 and side.at(day(9)) == 1_021
    assert side.covers(day(0), day(2)) and not side.covers(day(0), day(9))
    assert books.take(*BANK.file(3, 8)).gaps == ()
    assert books.side().covers(day(0), day(11))


def test_days_without_a_line_are_no_gap() -> None:
    """Nothing moved on days 1 and 2: the balance before and after them is the same."""
    books = Books()
    books.take(*BANK.file(0, 0))
    assert books.take(*BANK.file(3, 11)).gaps == ()
    assert books.side().covers(day(0), day(11)) and not books.side().covers(day(0), day(12))


def test_coverage_begins_with_the_first_statement() -> None:
    """A month that the statements reach into only from its middle is not covered, unless the
    account was opened then."""
    span = Span(day(5), day(11), 100, 100)
    assert not BankSide([span], {}).covers(day(0), day(11))
    assert BankSide([replace(span, opening_fen=0)], {}).covers(day(0), day(11))
    assert not BankSide([replace(span, opening_fen=0)], {}).covers(day(0), day(3))
    assert not BankSide([], {}).covers(day(0), day(3))


def test_another_line_within_a_known_span_contradicts() -> None:
    books = Books()
    books.take(*BANK.file(0, 11))
    span, lines = BANK.file(2, 5)
    found = books.merged(replace(span, closing_fen=0), [*lines, line(day(4), 3)])
    assert [fault.reason for fault in found.faults] == [
        "这一天的流水已由另一份对账单入库，其中没有这一笔"
    ]


def test_a_line_that_a_later_file_lacks_contradicts() -> None:
    books = Books()
    books.take(*BANK.file(0, 11))
    span, lines = BANK.file(2, 5)
    (fault,) = books.merged(span, lines[:1]).faults
    assert fault.reason == f"已入库的 {day(3)} 的一笔流水在本对账单中没有"


@pytest.mark.parametrize(("first", "last"), [(2, 5), (0, 5), (5, 11)])
def test_another_opening_within_a_known_span_contradicts(first: int, last: int) -> None:
    books = Books()
    books.take(*BANK.file(0, 8))
    span, lines = BANK.file(first, last)
    (fault,) = books.merged(replace(span, opening_fen=span.opening_fen + 1), lines).faults
    assert "之前的余额与另一份对账单相差" in fault.reason


def test_a_known_statement_within_a_new_one_must_fit() -> None:
    """The new one begins earlier and does not come to what the known one began with."""
    books = Books()
    books.take(*BANK.file(4, 8))
    span, lines = BANK.file(0, 8)
    wrong = replace(span, opening_fen=span.opening_fen + 1)
    (fault,) = books.merged(wrong, lines).faults
    assert fault.reason == f"{day(4)} 之前的余额与另一份对账单相差 -0.01"
