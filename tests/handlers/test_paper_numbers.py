"""Numbers of contracts, policies and invoices are written as the insurer writes them."""

import msgspec
import pytest

from handlers.cases.papers import PaperNumber

TAKEN = (
    "楚保合〔2027〕12号",
    "合同第1号",
    "HT-2025-001",
    "PDAA2025(01)_7",
    "0012【2026】3号",
    "No.7#2",
)
REFUSED = ("", " ", "a b", "合同\n1", "<b>", "=1+1", "x" * 61)


@pytest.mark.parametrize("number", TAKEN)
def test_what_insurers_write_is_taken(number: str) -> None:
    assert msgspec.convert(number, PaperNumber) == number


@pytest.mark.parametrize("number", REFUSED)
def test_what_is_no_number_is_not(number: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(number, PaperNumber)
