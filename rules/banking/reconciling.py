"""The certificate of one account and month (银行余额调节表). R3.9.

    bank's balance + in the books, not yet at the bank  (企业已收银行未收, 企业已付银行未付)
  = books' balance + at the bank, not yet in the books  (银行已收企业未收, 银行已付企业未付)

An item is what only one side has: lines or postings up to the day that are not matched wholly
within it. What both have cancels, so the two adjusted balances are equal whatever was matched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec


class OpenSide(StrEnum):
    """未达账项在哪一方、是收是付。"""

    BANK_IN = "bank_in"
    BANK_OUT = "bank_out"
    BOOKS_IN = "books_in"
    BOOKS_OUT = "books_out"


TITLES: Mapping[OpenSide, str] = {
    OpenSide.BANK_IN: "银行已收、企业未收",
    OpenSide.BANK_OUT: "银行已付、企业未付",
    OpenSide.BOOKS_IN: "企业已收、银行未收",
    OpenSide.BOOKS_OUT: "企业已付、银行未付",
}


@dataclass(frozen=True, slots=True)
class Open:
    """A line, a posting, or something only the statements' balances show; positive came in.

    `id` is the line's or the posting's; None for an opening balance that nothing is matched with
    yet and for a gap between statements, which nobody can explain away.
    """

    at_bank: bool
    id: UUID | None
    on: date
    amount_fen: int
    reference: str = ""
    reason: str = ""

    @property
    def side(self) -> OpenSide:
        """Where it belongs on the certificate."""
        if self.at_bank:
            return OpenSide.BANK_IN if self.amount_fen > 0 else OpenSide.BANK_OUT
        return OpenSide.BOOKS_IN if self.amount_fen > 0 else OpenSide.BOOKS_OUT

    @property
    def explained(self) -> bool:
        """Whether somebody said why, or the other side came later."""
        return self.id is not None and bool(self.reason)


def reason_of(reason: str | None, later_on: date | None) -> str:
    """What was said of a difference, else that the other side had it later."""
    if reason:
        return reason
    return f"已于 {later_on} 核对一致" if later_on else ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Both balances brought to one: `adjusted_*` are equal."""

    bank_fen: int
    books_fen: int
    sums: Mapping[OpenSide, int]

    @property
    def adjusted_bank_fen(self) -> int:
        """The bank's balance with what only the books have."""
        return self.bank_fen + self.sums[OpenSide.BOOKS_IN] + self.sums[OpenSide.BOOKS_OUT]

    @property
    def adjusted_books_fen(self) -> int:
        """The books' balance with what only the bank has."""
        return self.books_fen + self.sums[OpenSide.BANK_IN] + self.sums[OpenSide.BANK_OUT]

    @property
    def agrees(self) -> bool:
        """False only when something was counted wrongly: the items are then not all there."""
        return self.adjusted_bank_fen == self.adjusted_books_fen


def agreement(bank_fen: int, books_fen: int, items: Iterable[Open]) -> Agreement:
    """Bring both balances together by the items that only one side has."""
    sums = dict.fromkeys(OpenSide, 0)
    for item in items:
        sums[item.side] += item.amount_fen
    return Agreement(bank_fen, books_fen, sums)


def unexplained(items: Sequence[Open]) -> list[Open]:
    """The items that stand in the way of a certificate."""
    return [item for item in items if not item.explained]


def body(
    account: Mapping[str, str],
    month_on: date,
    end_on: date,
    found: Agreement,
    items: Sequence[Open],
) -> dict[str, Any]:
    """What the certificate says, as it is kept. No name of a payer or payee is in it. R12.2."""
    lists: dict[str, list[dict[str, Any]]] = {side.value: [] for side in OpenSide}
    for item in sorted(items, key=lambda one: (one.on, str(one.id))):
        lists[item.side].append(
            {
                "id": str(item.id),
                "on": item.on.isoformat(),
                "age_days": (end_on - item.on).days,
                "amount_fen": item.amount_fen,
                "reference": item.reference,
                "reason": item.reason,
            }
        )
    return {
        "account": dict(account),
        "month_on": month_on.isoformat(),
        "end_on": end_on.isoformat(),
        "bank_fen": found.bank_fen,
        "books_fen": found.books_fen,
        "items": lists,
        "sums": {side.value: found.sums[side] for side in OpenSide},
        "adjusted_bank_fen": found.adjusted_bank_fen,
        "adjusted_books_fen": found.adjusted_books_fen,
    }


class Difference(msgspec.Struct, frozen=True):
    """One difference of a certificate, and why it is there."""

    id: str
    on: date
    age_days: int
    amount_fen: int
    reference: str
    reason: str


class Account(msgspec.Struct, frozen=True):
    """The bank account that a certificate is about."""

    bank: str
    number: str
    holder: str


class Certificate(msgspec.Struct, frozen=True):
    """What `body` says, read back."""

    account: Account
    month_on: date
    end_on: date
    bank_fen: int
    books_fen: int
    items: dict[OpenSide, list[Difference]]
    sums: dict[OpenSide, int]
    adjusted_bank_fen: int
    adjusted_books_fen: int


def sealed(body: Mapping[str, Any]) -> bytes:
    """The digest of what a certificate says: equal for equal content."""
    return sha256(msgspec.json.encode(body, order="sorted")).digest()
