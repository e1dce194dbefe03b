"""Sums in capital numerals. R9.5; 支付结算办法, 附一."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.capital import DIGITS, capital_yuan
from rules.money import MAX_FEN

UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def whole(text: str) -> int:
    """A whole number in capital numerals, read."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if name in text:
            above, _, rest = text.rpartition(name) if name == "亿" else text.partition(name)
            return whole(above) * size + (whole(rest) if rest else 0)
    total, digit = 0, 0
    for sign in text:
        if sign in UNITS:
            total += digit * UNITS[sign]
            digit = 0
        else:
            digit = DIGITS.index(sign)
    return total + digit


def read(text: str) -> int:
    """The fen of a sum in capital numerals."""
    text = text.removeprefix("人民币").removesuffix("整")
    sign = -1 if text.startswith("负") else 1
    text = text.removeprefix("负")
    yuan, _, cents = text.rpartition("元")
    fen = whole(yuan) * 100 if yuan else 0
    for name, size in (("角", 10), ("分", 1)):
        if name in cents:
            digit, cents = cents.split(name)
            fen += DIGITS.index(digit[-1]) * size
    return sign * fen


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "人民币零元整"),
        (5, "人民币伍分"),
        (50, "人民币伍角整"),
        (1_000, "人民币壹拾元整"),
        (140_950, "人民币壹仟肆佰零玖元伍角整"),
        (600_714, "人民币陆仟零柒元壹角肆分"),
        (32_504, "人民币叁佰贰拾伍元零肆分"),
        (10_000_500, "人民币壹拾万零伍元整"),
        (10_000_000_001, "人民币壹亿元零壹分"),
        (-250_000, "人民币负贰仟伍佰元整"),
    ],
)
def test_as_the_rules_for_bills_write_it(fen: int, said: str) -> None:
    assert capital_yuan(fen) == said


@given(st.integers(-MAX_FEN, MAX_FEN) | st.integers(0, 10**7))
def test_it_is_read_back(fen: int) -> None:
    """Two sums are never written alike, and no nought stands twice or at the end."""
    said = capital_yuan(fen)
    assert read(said) == fen
    assert "零零" not in said and "零万" not in said and "零亿" not in said
    assert fen == 0 or "零元" not in said
