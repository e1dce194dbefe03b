"""Sums are whole fen; a split loses none. R3.1, R3.5, R3.7."""

from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.money import MAX_FEN, parse_yuan, split, yuan

sums = st.integers(-(10**15), 10**15)
weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=40).filter(any)


def test_worked_example():
    assert split(100_000, [1, 1, 1]) == [33_334, 33_333, 33_333]
    assert [yuan(part) for part in split(100_000, [1, 1, 1])] == ["333.34", "333.33", "333.33"]


@pytest.mark.parametrize(
    ("total", "by", "parts"),
    [
        # Remainders of 1/6, 2/6 and 3/6: the largest is served first.
        (100, [1, 2, 3], [17, 33, 50]),
        (10, [1, 2, 4], [1, 3, 6]),
        # Two equal remainders and one fen: the earlier gets it.
        (1, [1, 1], [1, 0]),
        (-1, [1, 1], [-1, 0]),
        (2, [1, 1, 1], [1, 1, 0]),
        (0, [3, 4], [0, 0]),
        (5, [0, 1, 0], [0, 5, 0]),
        # Where floats would fail: nine quadrillion fen by thirds.
        (9_007_199_254_740_993, [1, 2], [3_002_399_751_580_331, 6_004_799_503_160_662]),
    ],
)
def test_split_by_hand(total, by, parts):
    assert split(total, by) == parts


@given(sums, weights)
def test_parts_sum_to_the_whole_and_are_fair(total, by):
    parts = split(total, by)
    assert sum(parts) == total
    for part, weight in zip(parts, by, strict=True):
        assert abs(part - Fraction(total * weight, sum(by))) < 1
        if weight == 0:
            assert part == 0


@given(sums, weights)
def test_negative_sums_are_mirrored(total, by):
    assert split(-total, by) == [-part for part in split(total, by)]


@given(st.integers(0, 10**12), weights)
def test_a_larger_weight_never_gets_less(total, by):
    shares = sorted(zip(by, split(total, by), strict=True))
    assert [part for _, part in shares] == sorted(part for _, part in shares)


@given(sums, st.dictionaries(st.uuids(), st.integers(1, 50), min_size=1, max_size=12), st.randoms())
def test_order_of_the_ids_does_not_matter(total, by, random):
    shuffled = list(by.items())
    random.shuffle(shuffled)
    parts = split(total, dict(shuffled))
    assert list(parts.items()) == list(split(total, by).items())
    assert list(parts) == sorted(by)
    assert list(parts.values()) == split(total, [by[one] for one in sorted(by)])


def test_ties_go_to_the_lower_id():
    low, high = UUID(int=1), UUID(int=2**127)
    assert split(3, {high: 1, low: 1}) == {low: 2, high: 1}


@pytest.mark.parametrize("by", [[], [0], [0, 0], [2, -1], {}])
def test_senseless_weights_are_refused(by):
    with pytest.raises(ValueError, match="权重"):
        split(100, by)


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (123_450, "1,234.50"),
        (0, "0.00"),
        (5, "0.05"),
        (-5, "-0.05"),
        (-123_456_789, "-1,234,567.89"),
        (100_000_000_000, "1,000,000,000.00"),
    ],
)
def test_yuan(fen, text):
    assert yuan(fen) == text
    assert parse_yuan(text) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1234.5", 123_450),
        (" ￥1,234.50 ", 123_450),
        ("¥ 12元", 1_200),
        ("１２，３４５．６７", 1_234_567),
        ("+0.1", 10),
        ("−3.00", -300),
        ("1.2300", 123),
        ("007", 700),
        ("92233720368547758.07", MAX_FEN),
    ],
)
def test_sums_as_people_write_them(text, fen):
    assert parse_yuan(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        ".5",
        "5.",
        "1.005",
        "1e3",
        "NaN",
        "1,23.00",
        "12,34",
        "1.2.3",
        "--1",
        "壹",
        "٣",
        "1/2",
        "92233720368547758.08",
        "9" * 5000,
        "0.30000000000000004",
        "¥¥1",
    ],
)
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(ValueError, match="金额"):
        parse_yuan(text)


@given(st.integers(-MAX_FEN, MAX_FEN))
def test_sums_are_read_as_written(fen):
    assert parse_yuan(yuan(fen)) == fen


@given(st.text(max_size=20))
def test_reading_never_fails_otherwise(text):
    try:
        fen = parse_yuan(text)
    except ValueError as refused:
        assert "金额" in str(refused)
    else:
        assert parse_yuan(yuan(fen)) == fen
