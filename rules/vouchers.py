"""Entries written by hand, and which entries may be undone by hand. R3.2.

A correction is a reversal; but an entry that a flow made is undone by that flow, which knows what
else must change with it. `elsewhere` says where, in words for the one who asked.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

import msgspec

from rules.ledger import JournalKind, Posting


class VoucherKind(StrEnum):
    """手工凭证复核后产生的结果。"""

    BANK_TRANSFER = "bank_transfer"
    SUSPENSE = "suspense"
    REVERSAL = "reversal"


class CashDirection(StrEnum):
    """暂时无法辨明的款项是收入还是支出。"""

    IN = "in"
    OUT = "out"

    @property
    def back(self) -> "CashDirection":
        """Where it goes when it is cleared."""
        return CashDirection.OUT if self is CashDirection.IN else CashDirection.IN


class Content(msgspec.Struct, frozen=True):
    """What a voucher says; which of it, its kind tells. Bank accounts by their own ids."""

    amount_fen: int
    from_account_id: UUID | None = None
    to_account_id: UUID | None = None
    bank_account_id: UUID | None = None
    direction: CashDirection | None = None
    clears: UUID | None = None
    journal_id: UUID | None = None


VOUCHERS: Mapping[VoucherKind, str] = MappingProxyType(
    {
        VoucherKind.BANK_TRANSFER: "银行账户间转账",
        VoucherKind.SUSPENSE: "待查款项",
        VoucherKind.REVERSAL: "冲销",
    }
)

_YEAR = "年度归集的分录不得冲销：请冲销有误的结息并重新录入，差额并入下一次年度结账（R4.7）"
_PAID = (
    "保费已经拨付、冻结已经支用，不得冲销：保险机构退回的款项到账后先记入待查款项，再按其性质处理"
)
_ELSEWHERE: Mapping[JournalKind, str] = MappingProxyType(
    {
        JournalKind.INCOME: _YEAR,
        JournalKind.INTEREST: _YEAR,
        JournalKind.POOLED_PAYOUT: _PAID,
        JournalKind.FUND_PAYOUT: _PAID,
        JournalKind.SPECIAL_PAYOUT: _PAID,
        JournalKind.SETTLEMENT: "该分录是存款结息，请在该笔结息中申请冲销，复核后存款一并恢复原状",
        JournalKind.PLACEMENT: (
            "该分录是存入定期存款，请在该存款中办理：要素有误的按银行实际支取结息后另行录入"
        ),
        JournalKind.SCOPE_SWITCH: "该分录是记账单位变更，请以相反方向的变更更正",
        JournalKind.REVERSAL: "冲销分录不得再冲销，请另记正确的分录",
    }
)

RECEIPT_SPENT = (
    "该归集款已用于签订合同或拨付，不得冲销：多收的部分在该办件中办理退款，其余随办件终止后处理"
)
"""Why a receipt cannot be reversed once the case relies on it."""

RECEIPT_RETURNED = "该归集款已退还缴款人，不得冲销：退款有误的，请先冲销退款"
"""Why a receipt cannot be reversed when its money went back: it would be another payer's."""


def elsewhere(kind: JournalKind, of_fund_batch: bool) -> str:
    """Where an entry of this kind is undone instead; "" when a voucher may reverse it.

    By voucher: transfers, suspense, openings of the books, batches of fund movements, which see by
    themselves that they were reversed, and what owners paid in for a case or got back, which the
    case learns in the same transaction.
    """
    return "" if of_fund_batch else _ELSEWHERE.get(kind, "")


def transfer(from_: UUID, to: UUID, amount_fen: int) -> tuple[Posting, ...]:
    """Money moves between two bank accounts of the Centre's."""
    return Posting(to, amount_fen), Posting(from_, -amount_fen)


def unnamed(
    bank: UUID, suspense: UUID, amount_fen: int, direction: CashDirection
) -> tuple[Posting, ...]:
    """Money that nobody can name yet came in or went out; the other way when it is cleared."""
    if direction is CashDirection.IN:
        return Posting(bank, amount_fen), Posting(suspense, -amount_fen)
    return Posting(suspense, amount_fen), Posting(bank, -amount_fen)
