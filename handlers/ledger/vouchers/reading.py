"""Vouchers as a list and one by one. R3.2."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from handlers.ledger.journals import JournalLine, lines_of, side
from handlers.lists import Listed, listing, page, view_of
from handlers.route import Answer, Context, Page, route
from models import vouchers
from rules.people import BOOK_READERS
from rules.refusals.asking import NotFound
from rules.vouchers import VOUCHERS, CashDirection, Content, VoucherKind

# Of a reversal of many lines the first are shown; the journal itself shows all.
LINES_SHOWN = 200

State = Literal["draft", "posted", "dropped"]


class VoucherView(Answer, frozen=True):
    """一张手工凭证的借贷双方；已入账的待查款项，`left_fen` 为尚未清理的金额，单位：分。"""

    voucher_id: UUID
    number: str
    kind: VoucherKind
    kind_title: str
    state: State
    amount_fen: int
    effective_on: date
    memo: str
    lines: Annotated[list[JournalLine], Meta(title="借贷双方")]
    reverses: UUID | None
    clears: UUID | None
    left_fen: Annotated[
        int | None,
        Meta(title="未清理金额", description="待查款项尚未清理的；其他凭证为空"),
    ]
    journal_id: UUID | None
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None


class VoucherRow(Answer, frozen=True):
    """列表中的一张手工凭证。"""

    voucher_id: UUID
    number: str
    kind: VoucherKind
    kind_title: str
    state: State
    amount_fen: int
    effective_on: date
    memo: str
    journal_id: UUID | None
    entered_by: UUID
    entered_at: datetime


class VoucherQuery(Page, frozen=True):
    """Only those in one state, of one kind, or of these days (the bank's)."""

    state: Literal["", "draft", "posted", "dropped"] = ""
    kind: VoucherKind | None = None
    from_on: date | None = None
    to_on: date | None = None


def row_of(row: dict[str, Any]) -> VoucherRow:
    """A voucher as a list shows it."""
    return view_of(VoucherRow, row, kind_title=VOUCHERS[VoucherKind(row["kind"])])


async def see(ctx: Context, voucher_id: UUID) -> VoucherView:
    """A voucher with both sides. Refuses NotFound."""
    row = await vouchers.voucher(voucher_id)
    if row is None:
        raise NotFound()
    content = msgspec.json.decode(row["body"], type=Content)
    kind = VoucherKind(row["kind"])
    left_fen = None
    if kind is VoucherKind.SUSPENSE and row["state"] == "posted" and content.clears is None:
        left_fen = content.amount_fen - await vouchers.cleared_fen(voucher_id)
    return view_of(
        VoucherView,
        row,
        kind_title=VOUCHERS[kind],
        lines=await _sides(kind, content, row["journal_id"]),
        reverses=content.journal_id,
        clears=content.clears,
        left_fen=left_fen,
    )


async def _sides(kind: VoucherKind, content: Content, journal_id: UUID | None) -> list[JournalLine]:
    """Both sides as posted, or as they will be."""
    if journal_id is not None:
        return await lines_of(journal_id, LINES_SHOWN)
    if kind is VoucherKind.REVERSAL:
        assert content.journal_id is not None
        return [
            msgspec.structs.replace(line, debit_fen=line.credit_fen, credit_fen=line.debit_fen)
            for line in await lines_of(content.journal_id, LINES_SHOWN)
        ]
    debit, credit = await _both(content)
    return [side(1, debit, content.amount_fen), side(2, credit, -content.amount_fen)]


async def _both(content: Content) -> tuple[dict[str, Any], dict[str, Any]]:
    """The accounts debited and credited by a transfer or by a suspense."""
    found = await vouchers.sides(
        [content.from_account_id, content.to_account_id, content.bank_account_id]
    )
    if content.direction is None:
        return found[content.to_account_id], found[content.from_account_id]
    bank, suspense = found[content.bank_account_id], found[None]
    return (bank, suspense) if content.direction is CashDirection.IN else (suspense, bank)


@listing("/ledger/vouchers", who=BOOK_READERS, export="手工凭证")
async def list_vouchers(ctx: Context, query: VoucherQuery) -> Listed[VoucherRow]:
    """手工凭证列表，最后录入的在前。R3.2。"""
    return await page(vouchers.VOUCHERS, query, row_of)


@route("GET", "/ledger/vouchers/{voucher_id}", who=BOOK_READERS, refuses=(NotFound,))
async def get_voucher(ctx: Context, voucher_id: UUID) -> VoucherView:
    """一张手工凭证的借贷双方。R3.2。"""
    return await see(ctx, voucher_id)
