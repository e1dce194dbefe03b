"""What is asked and answered about money that owners pay in and get back. 附件二(二)6."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.route import Answer, Body, Page, Query
from handlers.shown import at, maybe
from models.funds.homes import PLACE
from rules.collecting import METHODS, Method
from rules.funds import LINES_MAX, VOUCHER_MAX
from rules.people import mask_name

State = Literal["draft", "posted", "dropped", "reversed"]
STATES: Mapping[str, str] = {
    "draft": "已录入，待复核",
    "posted": "已入账",
    "dropped": "已作废",
    "reversed": "已冲销",
}
REFUND_STATES: Mapping[str, str] = {**STATES, "posted": "已退款"}

Fen = Annotated[int, Meta(ge=1, le=100_000_000_00)]
Number = Annotated[str, Meta(min_length=1, max_length=VOUCHER_MAX, pattern=r"\S")]
Reason = Annotated[str, Meta(max_length=300)]


class WithReason(Body, frozen=True):
    """Why."""

    reason: Reason


class ReceiptBody(Body, frozen=True):
    """Money of one home as the bank's paper or the receipt book shows it; `effective_on` is the
    bank's day. An independent owner's deposit names no home."""

    amount_fen: Fen
    method: Literal["cash", "transfer"]
    custody_id: UUID
    effective_on: date
    voucher: Number
    home_id: UUID | None = None
    file_id: UUID | None = None


class Confirmation(Body, frozen=True):
    """The receipts that were compared with the bank's paper and are right."""

    receipt_ids: Annotated[list[UUID], Meta(min_length=1, max_length=LINES_MAX)]


class ReceiptFile(Query, frozen=True):
    """The account of ours that the file's money came to."""

    custody_id: UUID


class ReceiptView(Answer, frozen=True):
    """Money that came in for a case."""

    receipt_id: UUID
    number: str
    home_id: UUID | None
    home: str
    place: str
    amount_fen: int
    method: Method
    method_title: str
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    effective_on: date
    voucher: str
    file_id: UUID | None
    reason: str
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


class ReceiptList(Answer, frozen=True):
    """Receipts of a case, the last entered first."""

    items: list[ReceiptView]
    next: str = ""


class ReceiptsEntered(Answer, frozen=True):
    """What a file became: a receipt for each line, in its order."""

    receipts: int
    total_fen: int
    receipt_ids: list[UUID]


class Confirmed(Answer, frozen=True):
    """What is there now, of what must come in before the contract."""

    receipts: int
    total_fen: int
    needed_fen: int
    gathered_fen: int
    state: str
    state_title: str


class EntryQuery(Page, frozen=True):
    """Only those in one state, or of one home."""

    state: Literal["", "draft", "posted", "dropped", "reversed"] = ""
    home_id: UUID | None = None


class RefundBody(Body, frozen=True):
    """Money to give back, to an account of who paid it in. It is kept encrypted (R12.4)."""

    amount_fen: Fen
    payee: Annotated[str, Meta(min_length=1, max_length=120, pattern=r"\S")]
    payee_account: Annotated[
        str, Meta(min_length=4, max_length=40, pattern=r"^[0-9A-Za-z][0-9A-Za-z \-]*[0-9A-Za-z]$")
    ]
    custody_id: UUID
    effective_on: date
    voucher: Number
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
    payee_bank: Annotated[str, Meta(max_length=80)] = ""
    home_id: UUID | None = None
    file_id: UUID | None = None


class RefundView(Answer, frozen=True):
    """Money that goes back; who gets it is masked, and shown in full only to finance, for a
    reason (R12.2)."""

    refund_id: UUID
    number: str
    home_id: UUID | None
    home: str
    place: str
    amount_fen: int
    payee: str
    payee_account: str
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    effective_on: date
    voucher: str
    reason: str
    file_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


class RefundList(Answer, frozen=True):
    """Refunds of a case, the last entered first."""

    items: list[RefundView]
    next: str = ""


class Payee(Answer, frozen=True):
    """To whom a refund goes, in full."""

    refund_id: UUID
    payee: str
    payee_bank: str
    payee_account: str


_HOME_FROM = """
  LEFT JOIN home h ON h.id = x.home_id LEFT JOIN unit u ON u.id = h.unit_id
  LEFT JOIN building d ON d.id = u.building_id LEFT JOIN community m ON m.id = d.community_id
"""
_ENTRY = f"""
       x.id, x.number, x.home_id, coalesce(h.code, '') AS home, coalesce({PLACE}, '') AS place,
       x.amount_fen, x.state, x.custody_id, c.bank || ' ' || c.title AS custody, x.effective_on,
       x.voucher, x.file_id, x.reason, x.entered_by, x.entered_at, x.confirmed_by, x.confirmed_at,
       x.journal_id
"""
RECEIPT = f"""
SELECT {_ENTRY}, x.method
  FROM case_receipt x JOIN bank_account c ON c.id = x.custody_id {_HOME_FROM}
"""
REFUND = f"""
SELECT {_ENTRY}, x.payee, x.payee_cipher
  FROM case_refund x JOIN bank_account c ON c.id = x.custody_id {_HOME_FROM}
"""


def receipt_view(row: Mapping[str, Any]) -> ReceiptView:
    """A row of `RECEIPT` as it is shown."""
    method = Method(row["method"])
    told = {name: row[name] for name in ReceiptView.__struct_fields__ if name in row}
    told |= {"method": method, "method_title": METHODS[method]}
    return ReceiptView(
        receipt_id=row["id"], state_title=STATES[row["state"]], **{**told, **_times(row)}
    )


def refund_view(row: Mapping[str, Any], account: str) -> RefundView:
    """A row of `REFUND` as it is shown; `account` is the payee's, already masked."""
    told = {name: row[name] for name in RefundView.__struct_fields__ if name in row}
    told |= {"payee": mask_name(row["payee"]), "payee_account": account}
    return RefundView(
        refund_id=row["id"], state_title=REFUND_STATES[row["state"]], **{**told, **_times(row)}
    )


def _times(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"entered_at": at(row["entered_at"]), "confirmed_at": maybe(row["confirmed_at"])}


def masked_account(text: str) -> str:
    """An account by its last four characters. R12.2."""
    plain = "".join(text.split())
    return f"{'*' * (len(plain) - 4)}{plain[-4:]}" if len(plain) > 4 else "*" * len(plain)
