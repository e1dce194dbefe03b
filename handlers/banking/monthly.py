"""What is asked and answered about the month's certificate; no payer's name is in it. R12.2."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Body, Page
from rules.banking.reconciling import Side

Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


class MonthBody(Body, frozen=True):
    """Which month, such as 2025-03."""

    month: Month


class MonthQuery(Page, frozen=True):
    """Which month, such as 2025-03."""

    month: Month


class CertificateItem(Answer, frozen=True):
    """One difference, and why it is there."""

    id: str
    on: date
    age_days: int
    amount_fen: int
    reference: str
    reason: str


class CertificateList(Answer, frozen=True):
    """The differences of one kind and their sum."""

    side: Side
    title: str
    sum_fen: int
    items: list[CertificateItem]


class ReconciliationView(Answer, frozen=True):
    """A certificate as it was prepared; both adjusted balances are equal."""

    id: UUID
    bank_account_id: UUID
    number: str
    bank: str
    bank_number: str
    title: str
    month: str
    end_on: date
    state: Literal["prepared", "certified", "dropped"]
    bank_fen: int
    books_fen: int
    adjusted_bank_fen: int
    adjusted_books_fen: int
    lists: list[CertificateList]
    sha256: str
    prepared_by: UUID
    prepared_at: datetime
    certified_by: UUID | None
    certified_at: datetime | None
    dropped_by: UUID | None
    dropped_at: datetime | None
    drop_reason: str


class ReconciliationLine(Answer, frozen=True):
    """A certificate in the list of an account."""

    id: UUID
    number: str
    month: str
    state: Literal["prepared", "certified", "dropped"]
    bank_fen: int
    books_fen: int
    prepared_at: datetime
    certified_at: datetime | None
    dropped_at: datetime | None


class Reconciliations(Answer, frozen=True):
    """Certificates of an account, the newest first, those dropped among them."""

    items: list[ReconciliationLine]
    next: str


class MonthLine(Answer, frozen=True):
    """How an account stands in a month. `covered`: its statements reach the end of it without a
    gap. `moved_since`: the books or the bank say something else than when it was certified."""

    bank_account_id: UUID
    bank: str
    bank_number: str
    title: str
    state: Literal["open", "prepared", "certified"]
    reconciliation_id: UUID | None
    covered: bool
    bank_fen: int
    books_fen: int
    differences: int
    unexplained: int
    moved_since: bool


class MonthView(Answer, frozen=True):
    """All accounts in a month."""

    month: str
    items: list[MonthLine]
    next: str
