"""Numbers that others gave their papers: contracts, policies, invoices, vouchers, advices.

Taken as they stand on the paper, 楚保合〔2027〕12号 or （2027）湘3101－5号: Chinese, letters and
digits of either width, brackets, dashes and single blanks. Nothing that cannot be seen or turns the
line round: two numbers that look alike would be two.
"""

from typing import Annotated

from msgspec import Meta

from rules.funds import VOUCHER_MAX

CHARACTERS = (
    r"0-9A-Za-z０-９Ａ-Ｚａ-ｚ一-鿿"
    r"()（）\[\]［］【】〔〕〈〉《》"
    r"#＃、./／．·:：_＿"
    r"–—－-"
)
PAPER = rf"^[{CHARACTERS}]+(?: [{CHARACTERS}]+)*$"
VOUCHER = rf"^ *[{CHARACTERS}]+(?: [{CHARACTERS}]+)* *$"
MAYBE = rf"^(?:[{CHARACTERS}]+(?: [{CHARACTERS}]+)*)?$"

PaperNumber = Annotated[str, Meta(min_length=1, max_length=60, pattern=PAPER)]
MaybeNumber = Annotated[str, Meta(max_length=60, pattern=MAYBE)]
VoucherNumber = Annotated[str, Meta(min_length=1, max_length=VOUCHER_MAX, pattern=VOUCHER)]
"""Pasted from a bank's list with blanks around it, which are taken off where it is entered."""
