"""Numbers of contracts, policies, invoices and vouchers are taken as others wrote them."""

import msgspec
import pytest

from handlers.deposits.fields import Code
from handlers.numbers import CHARACTERS, MaybeNumber, PaperNumber, VoucherNumber
from papers.drawing.fonts import MISSING, characters, printable

TAKEN = (
    "楚保合〔2027〕12号",
    "楚保合［2027］１２号",
    "（2027）湘3101－5号",
    "合同第1号",
    "HT-2025-001",
    "PDAA2025(01)_7",
    "0012【2026】3号",
    "No.7#2",
    "No. 12",
    "PICC—2027—001",
    "ＰＩＣＣ2027",
    "发票、收据 3",
)
REFUSED = (
    "",
    " ",
    " a",
    "a ",
    "a  b",
    "合同\n1",
    "合同\t1",
    "12\u200b号",
    "12\u202e号",
    "12\ufeff号",
    "12\u00a0号",
    "12\x7f",
    "<b>",
    "=1+1",
    "@1",
    "x" * 81,
)


@pytest.mark.parametrize("kind", [PaperNumber, VoucherNumber, Code, MaybeNumber])
@pytest.mark.parametrize("number", TAKEN)
def test_what_others_write_is_taken(number: str, kind: type[str]) -> None:
    assert msgspec.convert(number, kind) == number


@pytest.mark.parametrize("kind", [PaperNumber, VoucherNumber, Code, MaybeNumber])
@pytest.mark.parametrize("number", REFUSED)
def test_what_cannot_be_seen_or_is_no_number_is_not(number: str, kind: type[str]) -> None:
    """Two numbers that look alike must be one, and none may turn a line or a sheet round."""
    pasted = kind is VoucherNumber and number.strip() == "a"
    if pasted or (number == "" and kind is MaybeNumber):
        assert msgspec.convert(number, kind) == number
        return
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(number, kind)


def test_every_mark_of_a_number_is_in_the_typeface() -> None:
    """Certificates, posters and statements print them."""
    marks = [c for c in CHARACTERS if c not in "\\一鿿"]
    assert [c for c in marks if ord(c) not in characters()] == []
    for number in TAKEN:
        assert printable(number) == number and MISSING not in printable(number)
