"""What is asked and answered about batches of household money. Section 6."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from handlers.lists import view_of
from handlers.route import Answer, Body, Page, Query
from rules.funds import KINDS, LINES_MAX, VOUCHER_MAX, FundKind

State = Literal["draft", "posted", "reversed", "dropped"]
STATES: Mapping[str, str] = {
    "draft": "已录入，待复核",
    "posted": "已入账",
    "reversed": "已冲销",
    "dropped": "已作废",
}

Fen = Annotated[int, Meta(ge=1, le=10**13)]
Number = Annotated[str, Meta(min_length=1, max_length=VOUCHER_MAX, pattern=r"\S")]
Payee = Annotated[str, Meta(max_length=120)]
Memo = Annotated[str, Meta(max_length=300)]


class EntryLine(Body, frozen=True):
    """A home's part of a batch."""

    home_id: UUID
    amount_fen: Fen


class FundEntry(Body, frozen=True):
    """Money of homes as the bank's voucher shows it; `effective_on` is the bank's day.

    `from_suspense`: the bank had booked it before anybody could name it (待查款项).
    """

    kind: FundKind
    custody_id: UUID
    effective_on: date
    voucher: Number
    lines: Annotated[list[EntryLine], Meta(min_length=1, max_length=LINES_MAX)]
    payee: Payee = ""
    memo: Memo = ""
    from_suspense: bool = False


class SplitUse(Body, frozen=True):
    """A use of one total, split by area over the homes of a scope or of a building (R3.7).

    `leave_owed`: what a home's fund cannot bear is left on the list of what is owed.
    """

    total_fen: Fen
    custody_id: UUID
    effective_on: date
    voucher: Number
    scope_id: UUID | None = None
    building_id: UUID | None = None
    payee: Payee = ""
    memo: Memo = ""
    leave_owed: bool = False


class FileQuery(Query, frozen=True):
    """What the lines of the file are."""

    kind: FundKind
    custody_id: UUID
    from_suspense: bool = False


class BatchView(Answer, frozen=True):
    """Money of homes entered together; `owed_fen` is what their funds could not bear of a use."""

    id: UUID
    number: str
    kind: FundKind
    kind_title: str
    state: State
    state_title: str
    custody_id: UUID
    custody: str
    from_suspense: bool
    effective_on: date
    voucher: str
    lines: int
    total_fen: int
    owed_fen: int
    payee: str
    memo: str
    file_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    journal_id: UUID | None


class Entered(Answer, frozen=True):
    """What a file became: a batch for each day of the bank's."""

    items: list[BatchView]


class BatchLine(Answer, frozen=True):
    """A home's part of a batch: what its fund bears or gets, what it owes beside."""

    home_id: UUID
    home: str
    place: str
    amount_fen: int
    owed_fen: int
    voucher: str


class BatchQuery(Page, frozen=True):
    """Narrow a list of batches; the bank's days both included."""

    kind: FundKind | None = None
    state: Literal["", "draft", "posted", "reversed", "dropped"] = ""
    home_id: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None


class LineQuery(Page, frozen=True):
    """All homes of a batch, or only those that owe."""

    owing: bool = False


def batch_view(row: Mapping[str, Any]) -> BatchView:
    """A batch as it is shown."""
    kind = FundKind(row["kind"])
    return view_of(BatchView, row, kind_title=KINDS[kind], state_title=STATES[row["state"]])
